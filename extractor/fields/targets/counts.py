"""Which counted amounts are targets: "tổ chức 05 buổi" is one, "thôn có trên 300 hộ" describes.

In a section of targets a count needs no sign of its own, a measure and an idle noun do; in a
condition for an award a bare number is a quota; elsewhere only a bound or a verb of making says
what must be done.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.document.locate import block_at
from extractor.fields.context import Reading
from extractor.fields.targets.clause import Clause
from extractor.fields.targets.due import period_in
from extractor.fields.targets.numbers import spelled_out, unit_role
from extractor.fields.targets.scope import Scope
from extractor.fields.targets.vocabulary import ends, holds, opens, words
from extractor.lexicon.load import load
from extractor.outline.model import Topic
from extractor.view import view

_MARKS = " -+–,"
_PARTS = re.compile(r"[,;:]|(?<!\w)phải(?!\w)")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_FOR = re.compile(r"(?<!\w)(?:cho|đối với|về)(?!\w)")
_NEAR = 60  # characters before a number in which a noun governs it
_TITLE_WORDS = 5  # of a title that says what is counted
_FEW_WORDS = 3  # behind a number that ends its clause
_REST = 12  # characters besides number and unit in a content that says nothing else


@dataclass(frozen=True, slots=True)
class _Count:
    """A counted amount with the view of the words before it and the role of its unit."""

    reading: Reading
    clause: Clause
    before: str
    role: str

    @property
    def measured(self) -> bool:
        return self.clause.quantity.kind == "measure"


def acceptable_count(reading: Reading, clause: Clause, scope: Scope) -> bool:
    """Whether a count or a measure is a commitment in its scope."""
    quantity = clause.quantity
    count = _Count(
        reading, clause, view(reading.slice(clause.before)), unit_role(reading, quantity)
    )
    if not quantity.unit or count.role == "quota" or _is_quota(count, scope):
        return False
    if count.role == "spec" and scope.context != "target" and not _names_amount(count.before):
        return False
    if spelled_out(reading.text, quantity) and quantity.operator not in ("ge", "le"):
        return quantity.operator == "eq" and _each_has(count) and scope.context != "award"
    if scope.topic is Topic.SUBJECTS and not _is_bound_aim(count):
        return _each_has(count)
    if quantity.operator != "eq":
        return _acceptable_bound(count, scope)
    return _due_in_targets(count) if scope.context == "target" else _due_elsewhere(count)


def _is_quota(count: _Count, scope: Scope) -> bool:
    """Under awards a bare number, or one that is given, says how many are awarded."""
    if scope.context != "award":
        return False
    given = holds("target_signs", "gives").search(_PARTS.split(count.before)[-1])
    listed = holds("target_signs", "quota").search(view(scope.group or ""))
    return not count.before.strip(_MARKS) or given is not None or listed is not None


def _is_bound_aim(count: _Count) -> bool:
    """Whether a bound stands with an aim: among subjects every other number describes."""
    said = view(count.reading.text[count.clause.before.start : count.clause.quantity.span.end])
    return count.clause.quantity.operator != "eq" and _aims(said)


def _acceptable_bound(count: _Count, scope: Scope) -> bool:
    """A bound is due, unless it says which are meant ("thôn có trên 300 hộ")."""
    if _allows(count):
        return False
    in_targets, quantity = scope.context == "target", count.clause.quantity
    loose = quantity.operator in ("gt", "lt")
    if not loose and (in_targets or quantity.rule != "and-up"):
        return True
    plain = ends("target_signs", "describes").search(count.before) is None
    return _aims(count.before) or plain if in_targets else _aims(count.before) and plain


def _allows(count: _Count) -> bool:
    """Whether a bound says how late one is, or how far one may go ("có thể kéo dài …")."""
    if holds("target_signs", "allows").search(count.before):
        return True
    return (
        count.role == "duration" and ends("target_signs", "late").search(count.before) is not None
    )


def _due_in_targets(count: _Count) -> bool:
    """In a section of targets only a measure and an idle noun need a verb or a noun of amount."""
    if _makes(count):
        return True
    if count.role == "settled" and _describes(count):
        return False
    if count.measured:
        bare = not count.before.strip(_MARKS)
        return bare or _reaches(count.before) or _names_amount(count.before)
    return count.role != "idle" and (count.role != "person" or _tells(count.before))


def _due_elsewhere(count: _Count) -> bool:
    """Elsewhere a plain amount is due if a verb makes it, or each of a population has it."""
    if count.role == "idle":
        return False
    if count.measured:
        aimed = _aims(count.before) or count.before.rstrip().endswith("đạt")
        return aimed or _ends_act(count)
    if _makes(count) or _each_has(count):
        return True
    if count.role == "occasion":
        return _recurs(count)
    return count.role != "person" and (_says_only(count) or _ends_act(count))


def _makes(count: _Count) -> bool:
    """Whether a verb of making governs the number; people are appointed, not made."""
    return _made("appoint" if count.role == "person" else "").search(count.before) is not None


@cache
def _made(verb: str) -> re.Pattern[str]:
    verbs = words("target_makes", *([verb] if verb else []))
    return re.compile(rf"(?<!\w)(?:{verbs})(?: (?:được|mới|thêm|ít nhất))?\W*$")


def _aims(said: str) -> bool:
    return holds("target_signs", "aim").search(said) is not None


def _reaches(before: str) -> bool:
    return ends("target_reaches", "reach", "increase", "decrease").search(before) is not None


def _names_amount(before: str) -> bool:
    """Whether the words right before the number name an amount ("với tổng công suất 20 MW")."""
    return holds("target_heads", "rate", "amount", "level").search(before[-_NEAR:]) is not None


def _tells(before: str) -> bool:
    """Whether words before people say more than that a group has them ("xuất khẩu 25 người")."""
    return bool(before.strip(_MARKS)) and not ends("target_signs", "describes").search(before)


def _describes(count: _Count) -> bool:
    """Whether a place has so many and nothing more is said of them ("Toàn xã có 12 thôn")."""
    said = count.before.strip(_MARKS)
    has = ends("target_signs", "describes").search(said) is not None
    rest = count.reading.slice(count.clause.after).strip(" .;,")
    alone = len(rest) <= len(count.clause.quantity.unit or "")
    return has and alone and len(said.split()) > 1 and not _aims(said)


def _each_has(count: _Count) -> bool:
    """ "Mỗi người dân có một …": a number for each of a population."""
    return _each_verb().search(count.before.strip()) is not None


@cache
def _each_verb() -> re.Pattern[str]:
    verbs = words("target_subjects", "has", "acts", "assigned")
    return re.compile(rf"(?<!\w)(?:mỗi|từng(?! bước)) [^;:]{{2,60}} (?:{verbs})$")


def _ends_act(count: _Count) -> bool:
    """Whether the number ends a clause that a verb of making opens ("Tổ chức … cho … 05 lớp")."""
    rest = _BRACKETS.sub("", count.reading.slice(count.clause.after)).split(",")[0]
    acts = opens("target_makes", "make").match(count.before) and _FOR.search(count.before)
    if not acts or len(rest.split()) > _FEW_WORDS:
        return False
    return load("particles").at(count.before.split()[-1], 0) is None


def _recurs(count: _Count) -> bool:
    """Whether something is done so many times in a period ("phát bản tin 02 lần mỗi tuần")."""
    said, clause = count.before.strip(_MARKS), count.clause
    if said.endswith(":") or len(said.split()) < 2 or holds("target_signs", "routine").search(said):
        return False
    stated = clause.quantity.per or period_in(count.reading, clause.after, clause.before)
    return stated is not None


def _says_only(count: _Count) -> bool:
    """Whether number and unit are all that stands behind a title ("Cụm thi đua các xã: 01 cụm")."""
    text, quantity = count.reading.text, count.clause.quantity
    start = block_at(count.reading.document, quantity.span.start).start
    title, colon, said = text[start : quantity.span.start].rpartition(":")
    if not colon or said.strip() or len(title.split()) < _TITLE_WORDS:
        return False
    rest = _BRACKETS.sub("", count.reading.slice(count.clause.after)).removeprefix(" ")
    return len(rest) - len(quantity.unit or "") <= _REST
