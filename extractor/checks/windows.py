"""The plan's times: windows that end before they start, phases outside the run, a run that is over.

"từ ngày 01/9/2026 đến ngày 30/6/2026" gives `window-reversed`; a phase of 2027 in a run to the end
of 2026 gives `phase-outside-run`; a run that ended before the day of issue `run-over`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.days import exists, printed, surely_before
from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.view import view

_LOOKS_BACK = re.compile(r"tổng kết|sơ kết|đánh giá|kiểm kê|quyết toán|rà soát")
_FROM_TO = re.compile(
    r"từ (?:ngày )?(?P<d1>\d{1,2})[/.](?P<m1>\d{1,2})[/.](?P<y1>20\d\d) (?:đến|tới)(?: hết)?"
    r"(?: ngày)? (?P<d2>\d{1,2})[/.](?P<m2>\d{1,2})[/.](?P<y2>20\d\d)"
    r"|từ ngày (?P<d3>\d{1,2}) tháng (?P<m3>\d{1,2}) năm (?P<y3>20\d\d) (?:đến|tới)(?: hết)?"
    r" ngày (?P<d4>\d{1,2}) tháng (?P<m4>\d{1,2}) năm (?P<y4>20\d\d)"
    r"|từ (?:đầu )?tháng (?P<m5>\d{1,2})(?:/| năm )(?P<y5>20\d\d) (?:đến|tới)(?: hết)?"
    r" tháng (?P<m6>\d{1,2})(?:/| năm )(?P<y6>20\d\d)"
)


def _reversed(paper: Paper) -> Iterator[Found]:
    flagged: list[tuple[int, int]] = []
    for found in _FROM_TO.finditer(paper.viewed):
        start, end = _ends(found)
        if start and end and start > end:
            flagged.append(found.span())
            message = f"Kết thúc ({printed(end)}) trước khi bắt đầu ({printed(start)})."
            yield Found(message, paper.source(*found.span()))
    for window in paper.plan.time_windows:
        if not (window.start and window.end and surely_before(window.end, window.start)):
            continue
        place = window.source
        if not any(place.start < end and start < place.end for start, end in flagged):
            message = (
                f"Kết thúc ({printed(window.end)}) trước khi bắt đầu ({printed(window.start)})."
            )
            yield Found(message, place)


def _ends(found: re.Match[str]) -> tuple[str | None, str | None]:
    parts = found.groupdict()
    for first, last in (("1", "2"), ("3", "4"), ("5", "6")):
        if parts[f"y{first}"]:
            return _iso(parts, first), _iso(parts, last)
    return None, None


def _iso(parts: dict[str, str], at: str) -> str | None:
    year, month, day = int(parts[f"y{at}"]), int(parts[f"m{at}"]), parts.get(f"d{at}")
    if not exists(int(day or 1), month, year):
        return None  # another rule tells of days that are none
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")


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
