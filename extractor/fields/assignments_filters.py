"""Sentences of the organisation part that hand out no task.

"Trên đây là Kế hoạch …", "Kế hoạch này thay thế …", "… chịu trách nhiệm thi hành Quyết định này"
and the appeal "yêu cầu các cơ quan nghiêm túc triển khai thực hiện./." are none; nor is a sentence
that only explains a thing ("Khung tiêu chuẩn bao gồm …").
"""

from __future__ import annotations

import re

_PAPER = r"(?:kế +hoạch|quyết +định|hướng +dẫn|chương +trình) +này"
_ABOUT_REPORTS = (
    r"(?:thời +gian|thời +điểm|nội +dung|số +liệu|mẫu|kỳ|hình +thức)(?: +\w+){0,2} +báo +cáo"
)
_THING = (
    r"(?:nguồn +)?kinh +phí|phụ +lục|biểu +mẫu|mẫu +biểu|danh +sách|địa +chỉ|số +điện +thoại|email"
)
_OPENS_NO_TASK = re.compile(
    r"[\s\-+*–(\[]*(?:trên +đây|kèm +theo|ghi +chú|lưu +ý|\d+\]"
    rf"|{_PAPER} +(?:thay|có|được|gồm|thực)|{_ABOUT_REPORTS}|{_THING})|\s*\("
)
# An article's "… chịu trách nhiệm thi hành Quyết định này"; who is to carry out a plan has a task.
_IN_FORCE = re.compile(
    r"chịu +trách +nhiệm +(?:thi +hành(?: +\w+){0,4}|thực +hiện +quyết +định(?: +\w+){0,2})\W*$"
)
_DO = r"(?:tổ +chức|triển +khai|thực +hiện|quán +triệt)"
_WELL = r"(?:nghiêm +túc|có +hiệu +quả|hiệu +quả|tốt|đầy +đủ|kịp +thời)"
_WHAT = r"(?:(?:các +|những +)?nội +dung|kế +hoạch|này|trên|đạt +kết +quả|đúng +tiến +độ)"
_END = r"(?:[./\s]*$|; *(?:trong +)?quá +trình)"
_ASKS = re.compile(r"[^,;]{0,90}?(?<!\w)(?:yêu +cầu|đề +nghị)(?!\w)")
_APPEAL = re.compile(
    rf"(?:^|[\s,])(?:nghiêm +túc|khẩn +trương|chủ +động)[\s,]+(?:và +)?{_DO}"
    rf"(?:[\s,]+(?:và +)?(?:{_DO}|{_WELL}|{_WHAT})){{0,12}}{_END}"
    rf"|(?<!\w)hưởng +ứng(?:[\s,]+(?:tham +gia|{_DO}|{_WELL}|{_WHAT})){{0,8}}{_END}"
    rf"|(?<!\w)(?:{_DO}[\s,]+){{1,4}}{_WELL}(?:[\s,]+(?:{_WELL}|{_WHAT})){{0,8}}{_END}"
)
# "Các cơ quan, đơn vị căn cứ chức năng, nhiệm vụ … triển khai thực hiện Kế hoạch này; khi có vướng
# mắc, … báo cáo … giải quyết": whoever it is, they are to do what the plan says.
_AT_ONCE = rf"(?:nghiêm +túc|khẩn +trương|chủ +động|phối +hợp|tích +cực|{_WELL}|{_DO})"
_ALL_OF_YOU = re.compile(
    r"(?:yêu +cầu +|đề +nghị +)?(?:các|những) +[^;]{2,90}?,? +căn +cứ +(?:vào +)?chức +năng"
    rf"[^;.]{{0,60}}, *(?:{_AT_ONCE}[\s,]+(?:và +)?){{1,8}}"
    r"(?:các +nội +dung +|nội +dung +)?kế +hoạch(?: +này)?(?:[./\s]*$"
    r"|[;,.] *[^;]{0,60}(?:vướng +mắc|khó +khăn|phát +sinh|báo +cáo)[^;]{0,160}"
    r"giải +quyết[./\s]*$)"
)
_COPULA = re.compile(r"(?:(?! được | phải | cần )[^;:]){3,90}? (?:bao +gồm|gồm|là) ")
_FEWEST_WORDS = 5


def is_no_task(viewed: str) -> bool:
    """Whether a sentence (its view) hands out no task, whoever it names."""
    if _OPENS_NO_TASK.match(viewed) or _IN_FORCE.search(viewed):
        return True
    if _ALL_OF_YOU.match(viewed.lstrip(" -+*–")):
        return True
    return _ASKS.match(viewed) is not None and _APPEAL.search(viewed) is not None


def explains(viewed: str) -> bool:
    """Whether a sentence about a thing says what it is, not what is to be done."""
    return len(viewed.split()) < _FEWEST_WORDS or _COPULA.match(viewed) is not None
