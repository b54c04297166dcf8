"""Deadlines of tasks and reports against the day of issue and the run.

A task due before the plan was issued gives `due-before-issue`, whether the record has it as a duty
or a sentence elsewhere says so; one due after the run `due-after-run`; an act like the closing
meeting that lies before the day of issue `milestone-past`; a report due before the day of issue
`report-before-issue`, more than half a year behind the run `report-after-run`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.checks.days import months_between, printed, surely_before
from extractor.checks.model import Found, Rule
from extractor.checks.overdue import deadlines
from extractor.checks.paper import Paper
from extractor.plan.model import Source, TimeWindow
from extractor.view import view

_ENDS = re.compile(r"tổng kết|sơ kết|báo cáo|quyết toán|nghiệm thu|đánh giá|khen thưởng|hồ sơ")
_DONE = re.compile(r"đã (?:ban hành|hoàn thành|thực hiện|triển khai|tổ chức|có)")
_YEARS_BACK = 1
_SENTENCE = 150  # characters before a deadline in which it stands what is due
_FEWEST = 2  # months behind the run: less is the work that is left of an event
_LATEST = 6  # months behind the run in which a last report may be due


def _due_before(paper: Paper) -> Iterator[Found]:
    told: list[Source] = []
    for task in paper.plan.assignments:
        if task.basis.get("due") == "inferred":
            continue
        if not (task.due and paper.issued) or _DONE.search(view(task.task)):
            continue
        if surely_before(task.due, paper.issued):
            told.append(task.source)
            yield Found(_gone("Hạn của nhiệm vụ", task.due, paper.issued), task.source)
    yield from _stated_before(paper, told)


def _stated(paper: Paper, told: Sequence[Source]) -> Iterator[tuple[str, Source]]:
    """Deadlines that sentences outside the duties and reports state."""
    reports = [window.source for window, _ in _reports(paper)]
    for date, start, end in () if paper.is_scan else deadlines(paper):
        place = paper.source(start, end)
        if place and not any(_meet(place, other) for other in (*told, *reports)):
            yield date, place


def _stated_before(paper: Paper, told: Sequence[Source]) -> Iterator[Found]:
    """Years long gone tell of the past."""
    issued = paper.issued
    for date, place in _stated(paper, told) if issued else ():
        if (
            issued
            and surely_before(date, issued)
            and int(issued[:4]) - int(date[:4]) <= _YEARS_BACK
        ):
            yield Found(_gone("Hạn của nhiệm vụ", date, issued), place)


def _gone(what: str, date: str, issued: str) -> str:
    return f"{what} ({printed(date)}) đã qua khi ban hành kế hoạch ({printed(issued)})."


def _meet(one: Source, other: Source) -> bool:
    return one.start < other.end and other.start < one.end


def _due_after(paper: Paper) -> Iterator[Found]:
    run = paper.run
    if run is None or not run.end:
        return
    for task in paper.plan.assignments:
        if not task.due or months_between(run.end, task.due) < _FEWEST:
            continue
        if surely_before(run.end, task.due) and not _ENDS.search(view(task.task)):
            message = (
                f"Hạn của nhiệm vụ ({printed(task.due)}) sau khi kế hoạch kết thúc"
                f" ({printed(run.end)})."
            )
            yield Found(message, task.source)
    yield from _stated_after(paper, run)


def _stated_after(paper: Paper, run: TimeWindow) -> Iterator[Found]:
    """Sentences that are due in a later year; what is to be reached may well be reached later."""
    if not (run.start and run.end):
        return
    facts = [fact.source for fact in (*paper.plan.assignments, *paper.plan.targets)]
    for date, place in _stated(paper, facts):
        said = paper.viewed[max(0, place.start - _SENTENCE) : place.end].rpartition("\n")[2]
        is_late = date[:4] > run.end[:4] and months_between(run.end, date) >= _FEWEST
        if is_late and not _ENDS.search(said):
            message = f"Hạn ({printed(date)}) sau khi kế hoạch kết thúc ({printed(run.end)})."
            yield Found(message, place)


def _reports(paper: Paper) -> Iterator[tuple[TimeWindow, str]]:
    for window in paper.plan.time_windows:
        is_stated = window.basis.get("end") != "inferred"
        if window.kind in ("report", "submission") and window.end and is_stated:
            yield window, window.end


def _report_before(paper: Paper) -> Iterator[Found]:
    for window, end in _reports(paper):
        if paper.issued and surely_before(end, paper.issued):
            yield Found(_gone("Hạn báo cáo, nộp hồ sơ", end, paper.issued), window.source)


def _report_after(paper: Paper) -> Iterator[Found]:
    run = paper.run
    if run is None or not run.end:
        return
    for window, end in _reports(paper):
        if surely_before(run.end, end) and months_between(run.end, end) > _LATEST:
            message = (
                f"Hạn báo cáo ({printed(end)}) cách lúc kế hoạch kết thúc ({printed(run.end)})"
                f" hơn {_LATEST} tháng."
            )
            yield Found(message, window.source)


def _milestone_past(paper: Paper) -> Iterator[Found]:
    told = [task.source for task in paper.plan.assignments]
    told += [place for _, place in _stated(paper, told)]
    for window in paper.plan.time_windows:
        is_stated = window.basis.get("end") != "inferred"
        if window.kind != "milestone" or window.every or not (window.end and is_stated):
            continue
        is_due = any(_meet(window.source, other) for other in told)
        if is_due or _DONE.search(view(window.source.text)):
            continue  # told as the deadline of a duty
        if paper.issued and surely_before(window.end, paper.issued):
            yield Found(_gone("Mốc thời gian", window.end, paper.issued), window.source)


_MEND = "Kiểm lại năm của thời hạn."
RULES = (
    Rule(
        "due-before-issue", "error", "Hạn của nhiệm vụ đã qua",
        "Việc giao phải còn thời gian để làm khi kế hoạch ban hành", _MEND, _due_before,
    ),
    Rule(
        "due-after-run", "warning", "Hạn của nhiệm vụ sau thời gian thực hiện",
        "Việc của kế hoạch phải xong trong thời gian của kế hoạch", _MEND, _due_after,
    ),
    Rule(
        "milestone-past", "warning", "Mốc phát động, sơ kết, tổng kết đã qua",
        "Việc của kế hoạch phải diễn ra sau khi kế hoạch ban hành", _MEND, _milestone_past,
    ),
    Rule(
        "report-before-issue", "error", "Hạn báo cáo đã qua",
        "Không thể báo cáo trước khi kế hoạch ban hành", _MEND, _report_before,
    ),
    Rule(
        "report-after-run", "note", "Hạn báo cáo quá xa sau thời gian thực hiện",
        "Báo cáo cuối cùng thường trong vài tháng sau khi kết thúc", _MEND, _report_after,
    ),
)  # fmt: skip
