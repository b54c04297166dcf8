"""Signs by which a counted amount is a commitment, or only describes.

`makes` sees the verb in "thành lập 05 tổ", `each_has` the population of "mỗi thôn có 01 tổ",
`describes` the plain fact of "Toàn xã có 12 thôn". Which signs are asked for, and where,
`counts` says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.document.locate import block_at
from extractor.fields.context import Reading
from extractor.fields.targets.clause import Clause
from extractor.fields.targets.due import period_in
from extractor.fields.targets.vocabulary import ends, holds, opens, words
from extractor.lexicon.load import load
from extractor.view import view

MARKS = " -+–,"
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_EACH_NOUN = re.compile(r"(?:^|[,;:] )mỗi [^\W\d_]+(?: [^\W\d_]+){0,2}$")
_FOR = re.compile(r"(?<!\w)(?:cho|đối với|về)(?!\w)")
_PARTS = re.compile(r"[,;:]|(?<!\w)phải(?!\w)")
_WHOLE_CLAUSE = re.compile(r"; |\. (?!\d)")
_NEAR = 60  # characters before a number in which a noun governs it
_TITLE_WORDS = 5  # of a title that says what is counted
_FEW_WORDS = 3  # behind a number that ends its clause
_REST = 12  # characters besides number and unit in a content that says nothing else


@dataclass(frozen=True, slots=True)
class Count:
    """A counted amount with the view of the words before it and the role of its unit."""

    reading: Reading
    clause: Clause
    before: str
    role: str

    @property
    def measured(self) -> bool:
        return self.clause.quantity.kind == "measure"


def makes(count: Count) -> bool:
    """Whether a verb of making governs the number; people are appointed, not made."""
    return _made("appoint" if count.role == "person" else "").search(count.before) is not None


def appoints(count: Count) -> bool:
    """Whether people are appointed ("cử một cán bộ"), or a list of them goes on ("và một …")."""
    if count.role != "person":
        return False
    head = view(count.clause.head.of(count.reading.text))
    return any(_made("appoint").search(said) for said in (count.before, head))


@cache
def _made(verb: str) -> re.Pattern[str]:
    verbs = words("target_makes", *([verb] if verb else []))
    return re.compile(rf"(?<!\w)(?:{verbs})(?: (?:được|mới|thêm|ít nhất))?\W*$")


def aims(said: str) -> bool:
    """Whether words state an aim."""
    return holds("target_signs", "aim").search(said) is not None


def reaches(before: str) -> bool:
    """Whether a verb of reaching stands right before the number."""
    return _reach().search(before) is not None


@cache
def _reach() -> re.Pattern[str]:
    return ends("target_reaches", "reach", "state", "increase", "decrease")


def names_amount(before: str) -> bool:
    """Whether the words right before the number name an amount ("với tổng công suất 20 MW")."""
    return holds("target_heads", "rate", "amount", "level").search(before[-_NEAR:]) is not None


def tells(before: str) -> bool:
    """Whether words before people say more than that a group has them ("xuất khẩu 25 người")."""
    return bool(before.strip(MARKS)) and not ends("target_signs", "describes").search(before)


def describes(count: Count) -> bool:
    """Whether a place has so many and nothing more is said of them ("Toàn xã có 12 thôn")."""
    said = count.before.strip(MARKS)
    has = ends("target_signs", "describes").search(said) is not None
    rest = count.reading.slice(count.clause.after).strip(" .;,")
    alone = len(rest) <= len(count.clause.quantity.unit or "")
    return has and alone and len(said.split()) > 1 and not aims(said)


def each_has(count: Count) -> bool:
    """ "Mỗi người dân có một …": a number for each of a population."""
    said = count.before.strip()
    return _each_verb().search(said) is not None or _EACH_NOUN.search(said) is not None


@cache
def _each_verb() -> re.Pattern[str]:
    verbs = words("target_subjects", "has", "acts", "assigned")
    return re.compile(rf"(?<!\w)(?:mỗi|từng(?! bước)) [^;:]{{2,60}} (?:{verbs})$")


def ends_act(count: Count) -> bool:
    """Whether the number ends a clause that a verb of making opens ("Tổ chức … cho … 05 lớp")."""
    rest = _BRACKETS.sub("", count.reading.slice(count.clause.after)).split(",")[0]
    acts = opens("target_makes", "make").match(count.before) and _FOR.search(count.before)
    if not acts or len(rest.split()) > _FEW_WORDS:
        return False
    return load("particles").at(count.before.split()[-1], 0) is None


def trains(count: Count) -> bool:
    """Whether something is made or held for so many people ("Tạo việc làm cho 300 lao động")."""
    acts = opens("target_makes", "make").match(count.before)
    unit = load("units").entry_of(count.clause.quantity.unit or "")
    people = unit is not None and unit.id == "people"
    return acts is not None and people and count.before.rstrip().endswith(" cho")


def given(before: str) -> bool:
    """Whether the words right before a number award it ("tặng Giấy khen cho 05 tập thể")."""
    return holds("target_signs", "gives").search(_PARTS.split(before)[-1]) is not None


def recurs(count: Count) -> bool:
    """Whether something is done so many times in a period ("phát bản tin 02 lần mỗi tuần")."""
    said, clause = count.before.strip(MARKS), count.clause
    if clause.quantity.per and _often().search(_line_before(count)):
        return True
    if said.endswith(":") or len(said.split()) < 2 or holds("target_signs", "routine").search(said):
        return False
    stated = clause.quantity.per or period_in(count.reading, clause.after, clause.before)
    return stated is not None


@cache
def _often() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words('target_signs', 'often')})(?: [^,;:.]{{1,40}})?:?$")


def numbers_unit(count: Count) -> bool:
    """Whether the words say that they number what is counted ("số lượng mẫu nước: 120 mẫu")."""
    unit = re.escape(" ".join((count.clause.quantity.unit or "-").lower().split()))
    numbered = rf"(?<!\w)số (?:lượng )?{unit}(?!\w)[^,;:.]{{0,60}}:?$|^\W*(?:\w[).] )?số lượng:$"
    return re.search(numbered, _line_before(count)) is not None


def _line_before(count: Count) -> str:
    """The view of the line before the number, behind its last whole clause, its title included."""
    quantity = count.clause.quantity
    start = block_at(count.reading.document, quantity.span.start).start
    return _WHOLE_CLAUSE.split(view(count.reading.text[start : quantity.span.start]))[-1].rstrip()


def says_only(count: Count) -> bool:
    """Whether number and unit are all that stands behind a title ("Cụm thi đua các xã: 01 cụm")."""
    text, quantity = count.reading.text, count.clause.quantity
    start = block_at(count.reading.document, quantity.span.start).start
    title, colon, said = text[start : quantity.span.start].rpartition(":")
    if not colon or said.strip() or len(title.split()) < _TITLE_WORDS:
        return False
    rest = _BRACKETS.sub("", count.reading.slice(count.clause.after)).removeprefix(" ")
    return len(rest) - len(quantity.unit or "") <= _REST
