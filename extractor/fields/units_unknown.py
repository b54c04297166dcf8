"""Bodies whose name no lexicon opens or ends, told by the words behind them.

"Hội đồng hương Phú Lạc | chịu trách nhiệm …", "Ban Quản lý rừng phòng hộ Suối Ngàn | có trách
nhiệm …": what stands whole before the words of a duty is who has it, whatever it is called. Each
function takes a place and gives the end of such a name, or None.
"""

from __future__ import annotations

import re

from extractor.fields.context import Reading
from extractor.fields.units_cues import cue, is_verb, noun
from extractor.lexicon.load import load
from extractor.view import view

_LONG = 160
_MOST_WORDS = 14
_MOST_TAIL = 8  # words that may go on a name that a lexicon opens
_WORD = re.compile(r"[^\W\d_][\w&/.]*")
_OWES = re.compile(r"(?<!\w)(?:(?:có|chịu) +(?:toàn +bộ +)?trách +nhiệm|có +nhiệm +vụ)(?!\w)")
_LEADS = re.compile(r"(?<!\w)(?:chủ +trì|làm +đầu +mối|phối +(?:kết +)?hợp|chủ +động)(?!\w)")
_DUTY = re.compile(rf"{_OWES.pattern}|{_LEADS.pattern}")
_MUST = re.compile(r"(?<!\w)phải +(?!được)")
_SOMEBODY = re.compile(
    r"(?P<who>(?:(?:các|những) +tổ +chức|(?:(?:các|những) +)?(?:cơ +quan|đơn +vị))"
    r"(?: +[^\W\d_]+){2,7}?) +phải +(?!được)"
)
_NO_NAME = re.compile(r"[;:.!?“”\"()\n]|\d{2}/|(?<!\w)(?:\d+ +)?(?:này|việc|trường +hợp)(?!\w)")
# Words of a sentence that no name holds: behind one of these the duty is part of something else.
_PARTICLE = re.compile(
    r"(?:theo|để|nếu|khi|nhằm|do|thì|mà|nhưng|là|bị|được|đã|sẽ|đang|phải|cần|không|chưa|nên|để|từ"
    r"|tại|trong|trên|với|cho|bằng|như|đến|tới|vào|qua|về|căn +cứ|cùng)(?!\w)"
)
_ALL = re.compile(r"(?:các|những|mọi|mỗi|từng|tất +cả|toàn +thể|toàn +bộ)(?!\w)")
_EVERY = re.compile(r"(?:mọi|mỗi|tất +cả|toàn +thể)(?!\w)")
_LISTED = re.compile(r" *[,/] *(?:và +)?| +(?:và|hoặc) +")


def unknown_subject(reading: Reading, start: int, limit: int, *, strict: bool) -> int | None:
    """The end of a subject before the words of a duty.

    `strict`, where another body is named already, takes "chủ trì" for one only behind a noun for
    people or bodies: "Lồng ghép các nguồn lực, chủ động phối hợp" begins with a verb as well.
    """
    viewed = view(reading.text[start : min(limit, start + _LONG)])
    duty = (_OWES if strict and not _opens_body(viewed) else _DUTY).search(viewed)
    if _EVERY.match(viewed) and (duty is None or len(viewed[: duty.start()].split()) > _MOST_WORDS):
        duty = _MUST.search(viewed)
    # behind a lead-in: "…, đơn vị lập hồ sơ | phải bảo đảm …"
    some = _SOMEBODY.match(viewed) if strict else None
    if some is not None and not _says_more(some.group("who"), 0):
        return start + len(some.group("who"))
    if duty is None or not _may_open(reading, start, viewed):
        return None
    return _phrase_end(start, viewed[: duty.start()], _LEADS.match(duty.group()) is None)


def charged_name(reading: Reading, start: int, limit: int) -> int | None:
    """The end of a name behind "Giao": up to the first verb, whatever it is."""
    viewed = view(reading.text[start : min(limit, start + _LONG)])
    if not (reading.text[start : start + 1].isupper() or _opens_body(viewed)):
        return None
    return _plain_end(viewed, start, _MOST_TAIL)


def rest_of_name(reading: Reading, start: int, end: int, limit: int) -> int | None:
    """Where a name really ends that stops at `end` before more words and then a duty.

    "Phòng Kế hoạch | tổng hợp chịu trách nhiệm …": between a name and its duty stands no verb.
    """
    viewed = view(reading.text[end : min(limit, end + _LONG)])
    duty = _DUTY.search(viewed)
    if duty is None or duty.start() == 0:
        return None
    between = viewed[: duty.start()].strip()
    words = between.split()
    if not 0 < len(words) <= _MOST_TAIL or not viewed.startswith(" "):
        return None
    owes = _OWES.match(duty.group()) is not None
    if re.search(r"[^\w &/–-]", between) or words[-1] in ("và", "hoặc", "cùng"):
        return None
    if _says_more(between, 0) or cue("adverb").search(between):
        return None
    if not owes and _holds_verb(between):
        return None
    return end + len(viewed[: duty.start()].rstrip())


def unknown_partner(reading: Reading, start: int, limit: int) -> int | None:
    """The end of a partner behind "phối hợp với": a capital or a noun for people opens it."""
    viewed = view(reading.text[start : min(limit, start + _LONG)])
    if not (reading.text[start : start + 1].isupper() or _opens_body(viewed)):
        return None
    return _plain_end(viewed, start, _MOST_TAIL)


def listed_name(reading: Reading, start: int, limit: int, *, parts: bool = False) -> int | None:
    """The end of a name that goes on a list: "Sở Y tế, | Liên đội trường và các lớp".

    With `parts` only a body of its own: "xã Phú Lạc, | Tân Mỹ" is one list of places.
    """
    viewed = view(reading.text[start : min(limit, start + _LONG)])
    if not reading.text[start : start + 1].isupper() or is_verb(viewed, 0):
        return None
    if noun("topic").match(viewed) or load("document_types").at(viewed, 0):
        return None
    end = _plain_end(viewed, start, _MOST_TAIL)
    return None if parts and not _opens_body(viewed) else end


def _may_open(reading: Reading, start: int, viewed: str) -> bool:
    """Whether a subject may begin so: a capital or "các", no verb, no thing, no lead-in."""
    if not (reading.text[start : start + 1].isupper() or _ALL.match(viewed)):
        return False
    opens = _ALL.match(viewed) is not None or _opens_body(viewed)
    if not opens and (is_verb(viewed, 0) or load("document_types").at(viewed, 0)):
        return False
    return not (noun("topic").match(viewed) or cue("lead-in", "link", "charge").match(viewed))


def _phrase_end(start: int, phrase: str, owes: bool) -> int | None:
    name = phrase.rstrip(" ,")
    if not 1 < len(name.split()) <= _MOST_WORDS or noun("nameless").fullmatch(name):
        return None
    everyone = _ALL.match(name) is not None
    if _NO_NAME.search(name.replace("kế hoạch này", "") if everyone else name):
        return None
    if not (everyone and owes) and _says_more(name, 0):
        return None
    if not owes and _holds_verb(name):
        return None
    if any(is_verb(part, 0) for part in _LISTED.split(name)[1:]):
        return None
    return start + len(name)


def _plain_end(viewed: str, start: int, most: int) -> int | None:
    """The end of the words up to a verb, a particle or a mark, when there are at least two."""
    end = 0
    for index in range(most + 1):
        gap = re.match(r" *", viewed[end:])
        at = end + (gap.end() if gap else 0)
        word = _WORD.match(viewed, at)
        stops = word is None or word.group() in ("và", "hoặc", "cùng")
        if stops or (index and (_PARTICLE.match(viewed, at) or is_verb(viewed, at))):
            return start + end if index > 1 else None
        assert word is not None
        end = word.end()
    return None


def _says_more(phrase: str, first: int) -> bool:
    return any(_PARTICLE.match(phrase, word.start()) for word in _WORD.finditer(phrase, first))


def _holds_verb(phrase: str) -> bool:
    """Whether a verb stands behind the first word: then that, not the duty, is the predicate."""
    if _opens_body(phrase):
        return False
    words = list(_WORD.finditer(phrase))
    return any(is_verb(phrase, word.start()) for word in words[1:])


def _opens_body(viewed: str) -> bool:
    return load("task_heads").at(viewed, 0) is not None
