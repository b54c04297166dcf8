"""Items that name who does them at their end, wherever they stand.

"2. Tham luận “…” - Trường THPT Suối Ngàn hỗ trợ thực hiện." is read like a row of a table: the last
dash parts what is to be done from who does it, and behind the body there is nothing but its part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.assignments_products import product_in
from extractor.fields.assignments_roles import role_at
from extractor.fields.assignments_times import due_of, every_of
from extractor.fields.context import Reading
from extractor.fields.units_model import Duty
from extractor.fields.units_party import Party, party_at
from extractor.outline.model import Node, Part, Topic
from extractor.span import Span
from extractor.view import view

_PARTS = (Part.BODY, Part.ANNEX)
_NEVER = frozenset(
    {Topic.AWARDS, Topic.TARGETS, Topic.SUBJECTS, Topic.PURPOSE, Topic.FUNDING, Topic.BASES}
)
_EDGES = " \t\u00a0.,;:-–*_"
_DASH = re.compile(r"\s[-–—]\s+")
_DO = r"(?:thực +hiện|chuẩn +bị|trình +bày|báo +cáo|phụ +trách|điều +hành|thảo +luận|cho +ý +kiến)"
_PART = re.compile(
    r"\s*(?:chủ +trì|(?:(?:chủ +trì|hỗ +trợ|phối +hợp|trực +tiếp|tổ +chức|chịu +trách +nhiệm) +)?"
    rf"{_DO}(?:(?:,| và) +{_DO})?)"
)
_FEWEST_WORDS = 3  # of what is to be done


def read_item_ends(reading: Reading, taken: frozenset[int]) -> Iterator[Duty]:
    """The duties of such items outside `taken`, the lines that are read elsewhere."""
    for node in reading.outline.nodes:
        if node.part not in _PARTS or node.marker is None or node.index in taken:
            continue
        if not any(topic in _NEVER for topic in node.topics):
            duty = _duty(reading, node)
            if duty is not None:
                yield duty


def _duty(reading: Reading, node: Node) -> Duty | None:
    whole = node.text.trimmed(reading.text, _EDGES)
    dashes = list(_DASH.finditer(whole.of(reading.text)))
    if not dashes or len(reading.text[whole.start :][: dashes[-1].start()].split()) < _FEWEST_WORDS:
        return None
    party = _doer(reading, Span(whole.start + dashes[-1].end(), whole.end))
    if party is None:
        return None
    said = Span(whole.start, whole.start + dashes[-1].start())
    return Duty(
        party=party,
        role=role_at(reading, party.span.end, whole.end),
        task=(whole,),
        source=whole,
        rule="item-end",
        confidence=0.85,
        due=due_of(reading, said),
        every=every_of(reading, said),
        deliverable=product_in(reading, said),
    )


def _doer(reading: Reading, end: Span) -> Party | None:
    """The body behind the dash, when nothing but its part in the task follows it."""
    party = party_at(reading, end.start, end.end)
    if party is None:
        return None
    rest = view(reading.text[party.span.end : end.end])
    return party if _PART.fullmatch(rest) else None
