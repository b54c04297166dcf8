"""What the plan leaves open, so that a person decides it and no program makes it up.

In: a plan and the campaign made from it. Out: one `Open` a kind of gap, its path to every place:
`Open("task_without_due", "3 nhiệm vụ không nêu thời hạn …", "$.tasks[0,2,5].due")`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from extractor.campaign.days import last_day
from extractor.campaign.late import falls_after
from extractor.campaign.model import Campaign, Event, Indicator, Open, Task
from extractor.campaign.run import run_windows
from extractor.lexicon.load import load
from extractor.plan.model import Plan
from extractor.text import folded
from extractor.view import view

_FULL = 10  # characters of 2026-06-04


@dataclass(frozen=True, slots=True)
class _Gap:
    """One kind of gap in a list: which of its entries, told how, at which key."""

    code: str
    section: str
    key: str
    message: str
    open: Callable[[Any], bool]


def to_decide(plan: Plan, campaign: Campaign) -> tuple[Open, ...]:
    """Every gap, those of the whole plan first."""
    return (*_document(plan), *_run(plan, campaign), *_lists(campaign), *_dates(plan))


def _document(plan: Plan) -> Iterator[Open]:
    facts = plan.document
    for code, value, message, path in (
        ("no_number", facts.number, "Kế hoạch chưa có số, ký hiệu.", "$.plan.number"),
        ("no_date", facts.date, "Kế hoạch chưa có ngày ban hành.", "$.plan.date"),
        ("no_title", facts.title, "Kế hoạch không có trích yếu: hãy đặt tên chiến dịch.", "$.name"),
        ("no_issuer", facts.issuer.name, "Không rõ cơ quan ban hành.", "$.offices"),
        ("no_signer", facts.signer.name, "Không rõ người ký.", "$.people"),
    ):
        if not value:
            yield Open(code=code, message=message, path=path)
    if facts.date and len(facts.date) < _FULL:
        message = f"Ngày ban hành chỉ nêu đến {facts.date}: hãy điền ngày đầy đủ."
        yield Open(code="incomplete_date", message=message, path="$.plan.date")


def _run(plan: Plan, campaign: Campaign) -> Iterator[Open]:
    run = campaign.run
    if run is None:
        message = "Kế hoạch không nêu thời gian thực hiện: hãy chọn ngày bắt đầu và kết thúc."
        yield Open(code="no_run", message=message, path="$.run")
        return
    if run.start is None:
        message = "Kế hoạch không nêu ngày bắt đầu."
        yield Open(code="run_start_open", message=message, path="$.run.start")
    if run.end is None:
        message = "Kế hoạch không nêu ngày kết thúc: việc định kỳ chưa có điểm dừng."
        yield Open(code="run_end_open", message=message, path="$.run.end")
    if len(run_windows(plan)) > 1:
        message = "Kế hoạch nêu hơn một thời gian thực hiện; đã lấy thời gian nêu trước."
        yield Open(code="several_runs", message=message, path="$.run")


def _lists(campaign: Campaign) -> Iterator[Open]:
    for section, message in (
        ("indicators", "Kế hoạch không có chỉ tiêu đo được."),
        ("tasks", "Kế hoạch không giao nhiệm vụ cho ai."),
    ):
        if not getattr(campaign, section):
            yield Open(code=f"no_{section}", message=message, path=f"$.{section}")
    twice, late = _named_twice(campaign), _late(campaign)
    for gap in (*_GAPS, twice, late):
        entries: Sequence[Any] = attrgetter(gap.section)(campaign)
        places = [number for number, entry in enumerate(entries) if gap.open(entry)]
        if places:
            yield _open(gap, places, len(entries))


def _open(gap: _Gap, places: list[int], total: int) -> Open:
    chosen = "*" if len(places) == total else ",".join(str(number) for number in places)
    message = gap.message.format(count=len(places))
    return Open(code=gap.code, message=message, path=f"$.{gap.section}[{chosen}]{gap.key}")


def _named_twice(campaign: Campaign) -> _Gap:
    counted = Counter(_named(item) for item in campaign.indicators)

    def again(item: Indicator) -> bool:
        return counted[_named(item)] > 1

    return _Gap(
        "indicator_named_twice",
        "indicators",
        ".name",
        "{count} chỉ tiêu trùng tên nhưng khác mức, khác nhóm hoặc khác đối tượng: hãy đặt tên "
        "phân biệt.",
        again,
    )


def _named(item: Indicator) -> tuple[str, ...]:
    return folded(item.name), item.unit, item.context


def _late(campaign: Campaign) -> _Gap:
    end = campaign.run.end.day if campaign.run and campaign.run.end else None
    return _Gap(
        "due_after_run",
        "calendar",
        ".recurrence",
        "{count} việc định kỳ có kỳ cuối rơi sau ngày kết thúc: hãy quyết định có làm kỳ ấy không.",
        lambda event: falls_after(event.recurrence, end),
    )


def _dates(plan: Plan) -> Iterator[Open]:
    stated = [target.by for target in plan.targets]
    stated += [task.due for task in plan.assignments]
    stated += [day for window in plan.time_windows for day in (window.start, window.end)]
    wrong = [day for day in dict.fromkeys(stated) if day and last_day(day) is None]
    if wrong:
        message = f"Ngày không có trong lịch: {', '.join(wrong)}. Hãy sửa theo bản chính."
        yield Open(code="impossible_date", message=message, path="$")


def _no_due(task: Task, relative: bool) -> bool:
    if task.due or task.recurrence or task.events:
        return False
    return any(load("relative_times").find(view(task.name))) is relative


def _widened(item: Task | Event) -> bool:
    return item.recurrence is not None and item.recurrence.basis == "widened"


def _without_month(event: Event) -> bool:
    return event.recurrence is not None and event.recurrence.rule is None


_GAPS = (
    _Gap("baseline_unknown", "indicators", ".baseline",
         "Kế hoạch không nêu mức đang có của {count} chỉ tiêu: hãy điền số liệu gốc.",
         lambda item: item.baseline is None),
    _Gap("measure_unknown", "indicators", ".measure",
         "{count} chỉ tiêu chưa gắn với mã chỉ tiêu chung.", lambda item: item.measure is None),
    _Gap("direction_open", "indicators", ".direction",
         "{count} chỉ tiêu không rõ tăng hay giảm là tốt.", lambda item: item.direction is None),
    _Gap("target_without_date", "indicators", ".milestones[?@.due == null].due",
         "{count} chỉ tiêu có mức không kèm thời hạn.",
         lambda item: any(one.due is None for one in item.milestones)),
    _Gap("task_without_owner", "tasks", ".owner",
         "{count} nhiệm vụ không rõ đơn vị thực hiện.", lambda item: item.owner is None),
    _Gap("task_without_due", "tasks", ".due",
         "{count} nhiệm vụ không nêu thời hạn.", lambda item: _no_due(item, False)),
    _Gap("due_relative", "tasks", ".due",
         "{count} nhiệm vụ có thời hạn tính từ một việc khác: hãy điền ngày cụ thể.",
         lambda item: _no_due(item, True)),
    _Gap("frequency_without_day", "tasks", ".recurrence",
         "{count} nhiệm vụ định kỳ không nêu ngày; đã lấy ngày cuối kỳ.", _widened),
    _Gap("frequency_without_day", "calendar", ".recurrence",
         "{count} mốc định kỳ không nêu ngày; đã lấy ngày cuối kỳ.", _widened),
    _Gap("day_without_month", "calendar", ".recurrence.rule",
         "{count} mốc định kỳ nêu ngày mà không rõ tháng.", _without_month),
    _Gap("event_without_date", "calendar", ".end",
         "{count} mốc không nêu ngày.",
         lambda item: not (item.start or item.end or item.recurrence)),
    _Gap("event_without_owner", "calendar", ".owner",
         "{count} mốc, kỳ báo cáo không rõ đơn vị thực hiện.", lambda item: item.owner is None),
    _Gap("award_without_authority", "awards.forms", ".authority",
         "{count} hình thức khen thưởng không nêu người quyết định.",
         lambda item: item.authority is None),
    _Gap("quota_without_form", "awards.quotas", ".form",
         "{count} số lượng khen thưởng không nêu hình thức.", lambda item: item.form is None),
    _Gap("reference_without_uri", "references", ".uri",
         "{count} văn bản dẫn chưa đủ loại, số hoặc ngày để định danh.",
         lambda item: item.uri is None),
)  # fmt: skip
