"""The patterns that tell where the front of a sentence ends and its predicate begins.

Over a view, where nothing else is said: what may be skipped, what begins a predicate, where a main
clause may start behind a lead-in, and what only goes on the list of the lead-in.
"""

from __future__ import annotations

import re

FILLER = re.compile(r"[ \t\u00a0\"'“”(–-]*")
COMMA = re.compile(r"[,;:] *")
# The lexicon of verbs also holds words at which a name ends; these begin no predicate.
PARTICLE = re.compile(
    r"(?:theo|trong|tại|qua|từ|đến|vào|với|cho|bằng|như|do|thì|mà|hoặc|để|nhằm|nếu|khi|gồm|bao gồm"
    r"|trước|sau|đi|ra|lên|xuống|thu|cùng|trên)"
)
STARTS_PREDICATE = re.compile(
    r"(?: *: *|,? +(?:căn +cứ|trên +cơ +sở|theo +chức +năng|theo +thẩm +quyền|theo +nhiệm +vụ"
    r"|tùy +theo|trong +phạm +vi|ngoài +việc|tiên +phong|bằng +nhiều|hàng +năm|hằng +năm"
    r"|(?:ngay +)?(?:sau +|trước +)?khi|nếu|định +kỳ|trong +quá +trình|thông +qua)(?!\w))"
)
# "Hội Nông dân", three words or more; "Thủ trưởng các ngành" is a group.
IS_NAME = re.compile(r"(?=[A-ZĐ])(?!.*\b[Cc]ác\b)(?:\S+ +){2,}\S")
SPACE = re.compile(r" +")
# "Lê Văn Minh – ", "Lê Văn Minh, ": two to five words with capitals before a post
NAMED = re.compile(r"[A-ZĐÀ-Ỹ][^\W\d_]*(?: [A-ZĐÀ-Ỹ][^\W\d_]*){1,4}(?: *[-–] *|, *)")
REMARK = re.compile(
    r"(?: *\([^()]{0,160}\))?"
    r"(?: +(?:tới|đến) +(?:việc +)?[^,.;:]{1,80}?(?= +(?:có|chịu) +trách|, ))?"
)
AFTER_CHARGE = re.compile(r"(?: *: *| +)(?:cho +)?")
MUST = re.compile(r" (?=(?:cần|phải) )")
BODY_START = re.compile(r"(?<=\s)(?:các|những|mọi|từng) (?=\w)")
TIME_WORD = re.compile(r"(?:hằng|hàng) +(?:năm|quý|tháng|tuần)(?!\w)")
# "Hằng quý | tổ chức đối thoại với người dân, …": the predicate follows at once.
OFTEN = re.compile(
    r"(?:định +kỳ +)?(?:(?:hằng|hàng|mỗi) +(?:năm|quý|tháng|tuần|ngày)|(?:0?[369]|sáu|ba) +tháng) +"
)
TIME_LEAD = re.compile(
    r"(?:^|[\s,])(?:(?:hằng|hàng) +(?:năm|quý|tháng|tuần)"
    r"|định +kỳ(?: +(?:0?[36]|sáu|ba) +tháng| +(?:hằng|hàng) +\w+)?)$"
)
OF_LIST = re.compile(
    r"(?:của|từ|với|giữa|đối +với|cho) +(?:tất +cả +)?(?:các|những) +[^,]{1,30}"
    r"(?:, *[^,]{1,30}){0,5}, *$"
)
