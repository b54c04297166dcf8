"""What is missing or contradicts itself among targets and windows.

"Tỷ lệ hồ sơ được số hóa" with "trên 90%" in one section and "từ 85% trở lên" in another, for one
year, gives `inconsistent_targets`; a plan without a number to reach gives `no_targets`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from extractor.document.locate import block_at
from extractor.fields.context import Reading
from extractor.plan.model import Plan, Target, Warning
from extractor.text import folded

_NO_TARGETS = "Không tìm thấy chỉ tiêu nào bằng số."
_NO_WINDOW = "Không tìm thấy thời gian thực hiện chung."
_WORD = re.compile(r"\w+")
# Shorter indicators ("tỷ lệ lấp đầy") say only with their heading what is measured.
_FEWEST_WORDS = 6
_Words = tuple[str, ...]


def doubtful_targets(reading: Reading, plan: Plan) -> Iterator[Warning]:
    """Warnings about targets and windows that are not there or do not agree."""
    if not plan.targets:
        yield Warning(code="no_targets", message=_NO_TARGETS + _beyond(plan, "targets"))
    if not any(window.kind == "campaign" for window in plan.time_windows):
        yield Warning(code="no_time_window", message=_NO_WINDOW + _beyond(plan, "time_windows"))
    for one, other in _disagreeing(reading, plan.targets):
        yield Warning(
            code="inconsistent_targets",
            message=f"Chỉ tiêu “{one.indicator}” ghi hai mức khác nhau:"
            f" “{one.source.text}” và “{other.source.text}”.",
            source=other.source,
        )


def _beyond(plan: Plan, section: str) -> str:
    """What keeps "not found" from being "not there": parts of the document that nobody read."""
    coverage = plan.coverage.get(section)
    if coverage is None or not (coverage.pages or coverage.places):
        return ""
    if not coverage.pages:
        return " Văn bản có chỗ không đọc được: hãy xem bản gốc."
    return f" Trang {', '.join(map(str, coverage.pages))} không đọc được hết: hãy xem bản gốc."


def _disagreeing(reading: Reading, targets: Sequence[Target]) -> Iterator[tuple[Target, Target]]:
    """Pairs of targets for one thing with two thresholds; each target at most once."""
    named = [(target, tuple(_WORD.findall(folded(target.indicator)))) for target in targets]
    seen: set[int] = set()
    for (one, words), (other, others) in combinations(named, 2):
        if words[:1] != others[:1] or one.source.start in seen or other.source.start in seen:
            continue
        if _disagree(one, other) and _same(reading, one, other, words, others):
            seen.update((one.source.start, other.source.start))
            yield one, other


def _disagree(one: Target, other: Target) -> bool:
    """Whether two thresholds of one unit, for one time and the same people, cannot both hold."""
    if _threshold(one) == _threshold(other) or _frame(one) != _frame(other):
        return False
    return one.by == other.by or not (one.by and other.by)


def _threshold(target: Target) -> tuple[str, float, float | None]:
    return target.operator, target.value, target.value_max


def _frame(target: Target) -> tuple[str, str | None, str | None, str]:
    return target.unit, target.per, target.change, folded(target.subject or "")


def _same(reading: Reading, one: Target, other: Target, words: _Words, others: _Words) -> bool:
    """Whether both measure one thing: the same words under one heading, or one said in short."""
    short = min(len(words), len(others))
    if short < _FEWEST_WORDS or words[:short] != others[:short]:
        return False
    if one.group == other.group:
        return words == others and one.by == other.by
    # Below one heading, groups of their own ("Cấp tỉnh", "Cấp xã") may well ask different things.
    return _section(reading, one) != _section(reading, other)


def _section(reading: Reading, target: Target) -> int | None:
    """The top section in which a target stands."""
    node = reading.outline.node_before(block_at(reading.document, target.source.start))
    above = [node, *reading.outline.ancestors(node)] if node else []
    return above[-1].index if above else None
