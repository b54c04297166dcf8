"""The product that a task hands over: the named thing right behind a verb of making or sending.

"xây dựng kế hoạch quan trắc, cảnh báo môi trường, tổ chức triển khai …" gives "kế hoạch quan trắc,
cảnh báo môi trường"; "thực hiện Kế hoạch này" gives none, nor does what others are to make
("hướng dẫn các xã xây dựng kế hoạch") or what only the occasion names ("trong việc lập hồ sơ").
"""

from __future__ import annotations

import re
from functools import cache

from extractor.fields.context import Reading
from extractor.fields.units_bodies import body_end
from extractor.fields.units_cues import is_verb
from extractor.fields.units_party import party_at
from extractor.lexicon.load import bounded, load
from extractor.span import Span
from extractor.view import view

_LONGEST = 240
_LONGEST_LEAD = 200  # characters between "hướng dẫn" and the verb of making
_MORE = r"(?:đề +án|kế +hoạch|chương +trình|dự +án|nhiệm +vụ|quy +chế|phương +án|văn +bản)"
_AIM = (
    r"để|nhằm|phù +hợp|đảm +bảo|bảo +đảm|gắn +với|đáp +ứng|đồng +bộ|cụ +thể +hóa|này|theo|với +nội"
)
_TIME = (
    r"đối +với|phải|đúng|hoặc +tổ|trước|chậm +nhất|trong +thời|đến +hết|định +kỳ|xong|hoàn +thành"
    r"|khi|nếu"
)
_BOUNDS = r"trong +phạm +vi|thuộc +thẩm +quyền|thuộc +phạm +vi|trên +địa +bàn|làm +cơ +sở|kèm +theo"
_NO_SUBMIT = "".join(
    f"(?<!{word})" for word in ("chương", "lộ", "quy", "lịch", "công", "giáo", "tiến", "tờ", "quá")
)
_SENT = rf"gửi|từ +(?:nguồn|ngân)|và +(?:tổ|triển|cân|trình|gửi|đẩy|lựa|hướng|chỉ)|{_BOUNDS}"
_WORDS = rf" +(?:{_AIM}|{_TIME}|{_SENT})(?!\w)|{_NO_SUBMIT} +trình(?!\w)"
_STOP = re.compile(rf"[;:(]|\.(?= |$)|,(?= )|{_WORDS}")
_DESCRIBES = re.compile(r" +(?:đảm +bảo|bảo +đảm|cụ +thể +hóa)")
_TO = re.compile(r" +(?:về|đến|tới) +(?=\w)")
_LOOSE_END = re.compile(r"(?: +(?:và|hoặc|tại|trên|của|cho))+$")
_WORD_START = re.compile(r"(?<!\w)\w")
_UNDONE = re.compile(r"(?:triển +khai|thực +hiện)$")  # "kế hoạch triển khai, kiểm tra": a new task
_OCCASION = re.compile(
    r"(?<!\w)(?:việc|công +tác|cơ +sở|kỹ +năng|năng +lực|luật|vẫn|quá +trình(?: +\w+){0,3}|khi"
    r"|không|kinh +phí|trường +hợp|nhu +cầu|hỗ +trợ|hướng +dẫn|giúp)(?: +tham +mưu| +phối +hợp)? *$"
)
_GUIDES = r"hướng +dẫn|chỉ +đạo|đôn +đốc|hỗ +trợ|giúp|vận +động|nhắc +nhở|yêu +cầu"
_GUIDED = re.compile(
    rf"(?<!\w)(?:{_GUIDES})(?:(?: *, *| +và +)(?:theo +dõi|kiểm +tra|giám +sát|{_GUIDES})){{0,3}} +"
)
# "giúp UBND xã xây dựng báo cáo": whoever helps those above has the making.
_HELPED = re.compile(
    r"giúp +(?:ubnd|ủy +ban +nhân +dân|hđnd|chủ +tịch|giám +đốc|lãnh +đạo|ban +chỉ +đạo|trưởng +ban"
    r"|ban +thường +vụ|đảng +ủy|hội +đồng|ban +tổ +chức)(?!\w)(?! +các)"
)
_BETWEEN = re.compile(
    r"[ ,]*(?:(?:chủ +động|tích +cực|rà +soát|nghiên +cứu|kịp +thời|tự|tham +mưu|tổ +chức)[ ,]*)"
    r"{0,3}"
)


def product_in(reading: Reading, span: Span) -> Span | None:
    """The product that the task in `span` names, or None."""
    viewed = view(span.of(reading.text))
    for found in _pattern().finditer(viewed):
        if _is_others(reading, span.start, viewed, found.start()):
            continue
        start = found.start("product")
        end = _end(reading, span.start, viewed, found.end())
        if viewed[end:].lstrip().startswith("này"):
            return None
        whole = Span(span.start + start, span.start + end)
        return whole.trimmed(reading.text, " \t\u00a0.,;:/…")
    return None


def _is_others(reading: Reading, base: int, viewed: str, verb: int) -> bool:
    """Whether the making is not the unit's own: under "hướng dẫn X", or only an occasion."""
    if _OCCASION.search(viewed[max(0, verb - 60) : verb]):
        return True
    for guided in _GUIDED.finditer(viewed, max(0, verb - _LONGEST_LEAD), verb):
        if _HELPED.match(viewed, guided.start()):
            continue
        party = party_at(reading, base + guided.end(), base + verb)
        if party is not None and _BETWEEN.fullmatch(viewed, party.span.end - base, verb):
            return True
    return False


def _end(reading: Reading, base: int, viewed: str, start: int) -> int:
    """The end of the noun phrase of a product whose noun ends at `start`."""
    limit = min(len(viewed), start + _LONGEST)
    first: int | None = None
    for stop in _STOP.finditer(viewed, start, limit):
        if stop.start() == start and _DESCRIBES.match(stop.group()):
            continue
        if stop.group() == ",":
            first = stop.start() if first is None else first
            if _goes_on(reading, base, viewed, stop.start()):
                continue
        return _tight(reading, base, viewed, Span(start, stop.start()))
    # What runs on for too long is no name any more: its first part is.
    end = limit if limit == len(viewed) or first is None else first
    return _tight(reading, base, viewed, Span(start, end))


def _goes_on(reading: Reading, base: int, viewed: str, comma: int) -> bool:
    """Whether a comma stands within the noun phrase, and not before another task."""
    after = comma + 1 + len(viewed[comma + 1 :]) - len(viewed[comma + 1 :].lstrip())
    if re.compile(_MORE).match(viewed, after):
        return True
    if load("product_ends").at(viewed, after) or _is_body(reading, base + after, viewed[after:]):
        return False
    if load("groups").at(viewed, after):  # "hợp tác xã" begins like a verb
        return True
    return not is_verb(viewed, after) or _ends_in_verb(viewed, comma)


def _is_body(reading: Reading, place: int, rest: str) -> bool:
    """Whether another subject may begin there: a name, or a group with các."""
    capital = reading.text[place : place + 1].isupper()
    if not capital and not rest.startswith(("các ", "những ")):
        return False
    return body_end(reading, place, place + len(rest)) is not None


def _ends_in_verb(viewed: str, comma: int) -> bool:
    """Whether a verb ends right at the comma: "quan trắc, cảnh báo môi trường" is one matter."""
    if _UNDONE.search(viewed[max(0, comma - 12) : comma]):
        return False
    for word in _WORD_START.finditer(viewed, max(0, comma - 16), comma):
        hits = (load(name).at(viewed, word.start()) for name in ("verbs", "task_verbs"))
        if any(hit is not None and hit.span.end == comma for hit in hits):
            return True
    return False


def _tight(reading: Reading, base: int, viewed: str, tail: Span) -> int:
    """The end of what describes a product: "báo cáo về Sở Nội vụ" says at "về" who receives it."""
    for to in _TO.finditer(viewed, tail.start, tail.end):
        is_body = body_end(reading, base + to.end(), base + len(viewed)) is not None
        if is_body and not is_verb(viewed, to.end()):
            return to.start()
    loose = _LOOSE_END.search(viewed, tail.start, tail.end)
    return loose.start() if loose else tail.end


@cache
def _pattern() -> re.Pattern[str]:
    products = load("products")
    nouns, verbs = products.some(kind="noun"), products.some(kind="verb")
    often = r"(?: +thường +xuyên)?"
    return re.compile(
        rf"{bounded(verbs)}{often} *:? *"
        rf"(?P<product>(?:(?:các|những|một +số|dự +thảo) +)?{bounded(nouns)})"
    )
