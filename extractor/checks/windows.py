"""The plan's times: windows that end before they start, phases outside the run, a run that is over.

"từ ngày 01/9/2026 đến ngày 30/6/2026" gives `window-reversed`; a phase of 2027 in a run to the end
of 2026 gives `phase-outside-run`; a run that ended before the day of issue `run-over`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.days import printed, surely_before
from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.checks.ranges import ranges
from extractor.view import view

_LOOKS_BACK = re.compile(r"tổng kết|sơ kết|đánh giá|kiểm kê|quyết toán|rà soát")
_HIGH_TIDE = re.compile(
    r"\b(?:đợt|cao điểm|giai đoạn|chiến dịch|ra quân|tháng hành động|tuần lễ|hội thi|hội diễn)\b"
)
_BEFORE = 120  # characters before a range in which its own sentence says what it is


def _reversed(paper: Paper) -> Iterator[Found]:
    flagged: list[tuple[int, int]] = []
    for start, end, at, to in ranges(paper.viewed):
        if start > end:
            flagged.append((at, to))
            message = f"Kết thúc ({printed(end)}) trước khi bắt đầu ({printed(start)})."
            yield Found(message, paper.source(at, to))
    for window in paper.plan.time_windows:
        if not (window.start and window.end and surely_before(window.end, window.start)):
            continue
        place = window.source
        if not any(place.start < end and start < place.end for start, end in flagged):
            message = (
                f"Kết thúc ({printed(window.end)}) trước khi bắt đầu ({printed(window.start)})."
            )
            yield Found(message, place)


def _outside(paper: Paper) -> Iterator[Found]:
    run = paper.run
    if run is None or not (run.start and run.end) or run.start > run.end:
        return
    for window in paper.plan.time_windows:
        if window.kind != "phase" or not (window.start or window.end):
            continue
        early = window.start and surely_before(window.start, run.start)
        late = window.end and surely_before(run.end, window.end)
        if (early or late) and not (window.start and window.end and window.start > window.end):
            message = (
                f"Giai đoạn {_span(window.start, window.end)} nằm ngoài thời gian thực hiện"
                f" {_span(run.start, run.end)}."
            )
            yield Found(message, window.source)
    yield from _ranges_outside(paper, run.start, run.end)


def _ranges_outside(paper: Paper, first: str, last: str) -> Iterator[Found]:
    """Ranges of a high tide, wholly outside the run, that the record has not as windows."""
    windows = [window.source for window in paper.plan.time_windows]
    for start, end, at, to in ranges(paper.viewed):
        if not paper.title_start < at < paper.foot or start > end or len(start) == len("2026"):
            continue
        if any(source.start < to and at < source.end for source in windows):
            continue
        sentence = re.split(r"[;\n]|\.(?!\d)", paper.viewed[max(0, at - _BEFORE) : at])[-1]
        is_outside = surely_before(end, first) or surely_before(last, start)
        if is_outside and _HIGH_TIDE.search(sentence) and not _LOOKS_BACK.search(sentence):
            message = f"Đợt {_span(start, end)} nằm ngoài thời gian thực hiện {_span(first, last)}."
            yield Found(message, paper.source(at, to))


def _span(start: str | None, end: str | None) -> str:
    return " - ".join(printed(date) for date in (start, end) if date)


def _over(paper: Paper) -> Iterator[Found]:
    run, title = paper.run, paper.place("title")
    if run is None or (title and title.start <= run.source.start < title.end):
        return  # "Tổng kết … giai đoạn 2021 - 2025" looks back
    if _LOOKS_BACK.search(view(paper.plan.document.title or "")):
        return
    if run.end and paper.issued and surely_before(run.end, paper.issued):
        message = (
            f"Thời gian thực hiện kết thúc {printed(run.end)}, trước ngày ban hành"
            f" {printed(paper.issued)}."
        )
        yield Found(message, run.source)


RULES = (
    Rule(
        "window-reversed", "error", "Kết thúc trước khi bắt đầu",
        "Thời gian phải đi từ trước đến sau", "Kiểm lại hai mốc thời gian.", _reversed,
    ),
    Rule(
        "phase-outside-run", "warning", "Giai đoạn nằm ngoài thời gian thực hiện",
        "Các giai đoạn phải nằm trong thời gian của kế hoạch",
        "Sửa giai đoạn, hoặc thời gian thực hiện chung.", _outside,
    ),
    Rule(
        "run-over", "error", "Thời gian thực hiện đã hết khi ban hành",
        "Kế hoạch phải có thời gian để thực hiện sau ngày ban hành",
        "Kiểm lại năm của thời gian thực hiện và ngày ban hành.", _over,
    ),
)  # fmt: skip
