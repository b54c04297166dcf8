"""Lead-ins: a line that ends with a colon and hands its part in the task to the lines below.

"Chủ trì, phối hợp với Sở Nội vụ thực hiện các nhiệm vụ sau:" makes each line below a task with the
role `lead` and the partner Sở Nội vụ; "Tổ chức tuyên truyền dưới các hình thức:" is a task itself,
and the lines below only say how.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.fields.assignments_roles import partners_in, role_at
from extractor.fields.context import Reading
from extractor.fields.units_clause import Clause, clause_of
from extractor.fields.units_cues import is_verb, words
from extractor.fields.units_party import Party, party_at
from extractor.lexicon.load import load
from extractor.outline.model import Node
from extractor.plan.model import Role
from extractor.span import Span
from extractor.view import view

_ENDS_JOINING = re.compile(r"phối(?: +kết)? +hợp(?: +(?:với|cùng))?$")
_CHARGES = re.compile(r" *(?:có +trách +nhiệm +)?(?:chỉ +đạo|giao|phân +công|yêu +cầu)(?: +cho)? +")
_EDGES = " \t\u00a0:;,.-–*_"
_LONGEST_PURE = 6  # words that a pure lead-in may have besides roles and partners


@dataclass(frozen=True, slots=True)
class Handed:
    """What a line passes to those below it: the unit, a role that is not `implement`, partners.

    `joins` marks "Chủ trì, phối hợp với:" whose partners begin each line below; `said` a unit that
    only a sentence names: a line below it that begins with somebody else is not its task.
    """

    party: Party | None = None
    role: Role | None = None
    partners: tuple[Span, ...] = ()
    joins: bool = False
    said: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """How a lead-in is read: whether it is a task itself, what it hands down (None: nothing)."""

    is_task: bool
    handed: Handed | None


def lead_of(
    reading: Reading, node: Node, text: Span, above: Handed, children: list[Node]
) -> Lead | None:
    """How to read `node` as a lead-in over the lines `children`; None where it is none."""
    if not children:
        return None
    clause = clause_of(reading, text, above.party)
    role = role_at(reading, clause.predicate, text.end)
    # "a) Chủ trì, phối hợp với các sở, ngành" heads its lines also without a colon.
    if not _ends_open(reading, node, text) and (not node.is_heading or role == "implement"):
        return None
    party = _charged_in(reading, clause, text) or clause.subject or above.party
    handed = Handed(party, role if role != "implement" else above.role, *_partners(reading, text))
    if _is_pure(reading, clause, text) or handed.joins:
        return Lead(False, handed)
    if _announces_tasks(reading, text):
        several = ";" in text.of(reading.text) or party not in (clause.subject, above.party)
        return Lead(several and not clause.foreign, _last_role(reading, text, handed))
    if _are_tasks(reading, children) or _ends_in_verb(reading, text):
        return Lead(False, handed)
    return Lead(not clause.foreign, None)


def _charged_in(reading: Reading, clause: Clause, text: Span) -> Party | None:
    """ "Sở Y tế chỉ đạo Trạm Y tế xã thực hiện các nội dung sau:" hands them to Trạm Y tế xã."""
    charge = _CHARGES.match(view(reading.text[clause.predicate : text.end]))
    if clause.subject is None or charge is None or not _announces_tasks(reading, text):
        return None
    return party_at(reading, clause.predicate + charge.end(), text.end)


def _partners(reading: Reading, text: Span) -> tuple[tuple[Span, ...], bool]:
    joins = _ENDS_JOINING.search(view(text.of(reading.text)).strip(_EDGES)) is not None
    return partners_in(reading, text), joins


def _ends_open(reading: Reading, node: Node, text: Span) -> bool:
    return reading.text[text.start : node.block.end].rstrip(" \t\u00a0*_").endswith(":")


def _is_pure(reading: Reading, clause: Clause, text: Span) -> bool:
    """Whether nothing but roles and partners is said: "Chủ trì, phối hợp với các sở, ngành:"."""
    rest = Span(clause.predicate, text.end)
    if role_at(reading, rest.start, rest.end) == "implement":
        return False
    covered = sum(len(p.of(reading.text).split()) for p in partners_in(reading, rest))
    return len(rest.of(reading.text).split()) - covered <= _LONGEST_PURE


def _announces_tasks(reading: Reading, text: Span) -> bool:
    viewed = view(text.of(reading.text)).strip(_EDGES)
    return _listed().search(viewed) is not None


def _last_role(reading: Reading, text: Span, handed: Handed) -> Handed:
    """In "có nhiệm vụ …; chủ trì, phối hợp với X thực hiện nhiệm vụ sau" the last role counts."""
    viewed = view(text.of(reading.text))
    at = viewed.rfind("chủ trì")
    if at < 0 or handed.role is not None:
        return handed
    partners = partners_in(reading, Span(text.start + at, text.end))
    return Handed(handed.party, "lead", partners, handed.joins)


def _are_tasks(reading: Reading, children: list[Node]) -> bool:
    """Whether most lines below begin with a verb or with who is to do it."""
    begun = sum(_begins_task(reading, child) for child in children)
    return begun * 2 > len(children)


def _begins_task(reading: Reading, node: Node) -> bool:
    viewed = view(node.text.of(reading.text))
    start = len(viewed) - len(viewed.lstrip())
    if is_verb(viewed, start):
        return True
    return party_at(reading, node.text.start + start, node.text.end) is not None


def _ends_in_verb(reading: Reading, text: Span) -> bool:
    """ "… trình HĐND tỉnh quyết định:" says nothing without the lines below."""
    viewed = view(text.of(reading.text)).strip(_EDGES)
    words = viewed.split()
    last = " ".join(words[-2:])
    hit = load("verbs").entry_of(last)
    return hit is not None and "opens_title" in hit.values


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words('listed')})$")
