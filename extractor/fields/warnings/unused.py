"""Mentions that no fact uses, where facts are expected: silence made visible, `unused_mention`.

A percentage under "CHỈ TIÊU", a date under "THỜI GIAN THỰC HIỆN", a numbered document in the
preamble that became no target, window or legal base. Counted amounts are left out: most only
describe ("ba trụ cột"), and a warning that is mostly wrong is soon read by nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from extractor.document.locate import block_at
from extractor.fields.context import Reading, source_of
from extractor.outline.model import Node, Part, Topic
from extractor.plan.model import Fact, Plan, Warning
from extractor.span import Span

_PARTS = (Part.BODY, Part.ANNEX)
_TIMES = frozenset({Topic.TIME, Topic.REPORTING})
_MOST = 5  # warnings of one kind; the rest is counted in one more
_CODE = "unused_mention"


def unused_mentions(reading: Reading, plan: Plan) -> Iterator[Warning]:
    """Warnings for the percentages, dates and documents that were read but not used."""
    used = _used(plan)
    yield from _warnings(reading, _percentages(reading, used), "Tỷ lệ", "chưa thành chỉ tiêu nào")
    yield from _warnings(
        reading, _dates(reading, plan, used), "Mốc thời gian", "chưa được đưa vào bản ghi"
    )
    yield from _warnings(
        reading, _citations(reading, plan, used), "Văn bản", "chưa được ghi thành căn cứ"
    )


def _used(plan: Plan) -> tuple[Span, ...]:
    awards = plan.awards
    facts: Iterable[Fact] = chain(
        plan.legal_bases,
        plan.targets,
        plan.time_windows,
        plan.assignments,
        awards.quotas,
        awards.criteria,
    )
    return tuple(sorted({Span(fact.source.start, fact.source.end) for fact in facts}))


def _covers(used: tuple[Span, ...], place: Span) -> bool:
    return any(span.covers(place) for span in used)


def _percentages(reading: Reading, used: tuple[Span, ...]) -> Iterator[Span]:
    for quantity in reading.mentions.quantities:
        if quantity.kind == "percent" and not _covers(used, quantity.core):
            node = _section(reading, quantity.core)
            if node is not None and Topic.TARGETS in node.topics:
                yield quantity.span


def _dates(reading: Reading, plan: Plan, used: tuple[Span, ...]) -> Iterator[Span]:
    """Dates with a year: one whose value a fact carries is used, wherever it stands."""
    values = set(_stated(plan))
    for date in reading.mentions.free_dates:
        if (
            date.date is None
            or date.context == "term"
            or _covers(used, date.core)
            or values & {date.start, date.end}
        ):
            continue
        node = _section(reading, date.core)
        if node is not None and node.topic in _TIMES:
            yield date.span


def _stated(plan: Plan) -> Iterator[str]:
    for window in plan.time_windows:
        yield from (value for value in (window.start, window.end) if value)
    yield from (target.by for target in plan.targets if target.by)
    yield from (assignment.due for assignment in plan.assignments if assignment.due)


def _citations(reading: Reading, plan: Plan, used: tuple[Span, ...]) -> Iterator[Span]:
    numbers = {base.number for base in plan.legal_bases} | {plan.document.number}
    for citation in reading.mentions.citations:
        if citation.number is None or citation.inside is not None or citation.number in numbers:
            continue
        block = block_at(reading.document, citation.head.start)
        preamble = reading.outline.part_at(block) is Part.PREAMBLE
        if preamble and not _covers(used, citation.head):
            yield citation.head


def _section(reading: Reading, place: Span) -> Node | None:
    """The section in which a mention stands; None outside body and annex."""
    block = block_at(reading.document, place.start)
    if reading.outline.part_at(block) not in _PARTS:
        return None
    return reading.outline.node_before(block)


def _warnings(reading: Reading, places: Iterator[Span], what: str, fault: str) -> Iterator[Warning]:
    for place in islice(places, _MOST):
        yield Warning(
            code=_CODE,
            message=f"{what} “{reading.value(place)}” {fault}: hãy xem lại chỗ này.",
            source=source_of(reading, place),
        )
    rest = sum(1 for _ in places)
    if rest:
        yield Warning(code=_CODE, message=f"{what}: còn {rest} chỗ khác {fault}.")
