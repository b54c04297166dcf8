"""A plan as calendars (RFC 5545): one of the whole plan, and one of each body that has work.

In: a subject. Out: `ke-hoach.ics` and `don-vi/phong-kinh-te.ics` …: milestones, reports and phases
are events, tasks and targets are to-dos. Uids follow from the facts, stamps from the plan's date,
so that two runs give the same bytes and a second import changes what the first one made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Component, Event, Todo, vDuration, vRecur

from extractor.campaign.days import first_day
from extractor.campaign.model import Campaign, Day, Indicator, Link, Milestone, Party, Phase, Task
from extractor.campaign.model import Event as Entry
from extractor.campaign.names import slug
from extractor.export.model import Export, Lost, Subject
from extractor.export.words import KINDS, amount
from extractor.inert import shown

WHOLE = "ke-hoach.ics"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)  # the stamp of a plan without any date
_DAY = timedelta(days=1)


def export(subject: Subject) -> Export:
    """The calendars of a plan."""
    campaign = subject.campaign
    files = {WHOLE: _calendar(campaign, campaign.name or "Kế hoạch", _all(campaign))}
    for office in campaign.offices:
        entries = list(_of_office(campaign, office.id))
        if entries:
            place = f"don-vi/{slug(office.name, 60) or office.id}.ics"
            if place in files:
                place = f"don-vi/{slug(office.name, 60)}-{office.id.lower()}.ics"
            files[place] = _calendar(campaign, office.name, entries)
    return Export(files, tuple(_lost(campaign)))


def _calendar(campaign: Campaign, name: str, entries: Iterable[Component]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//kehoach//campaign//VI")
    calendar.add("version", "2.0")
    calendar.add("name", shown(name))
    calendar.add("x-wr-calname", shown(name))
    if campaign.name and campaign.name != name:
        calendar.add("description", shown(campaign.name))
    for entry in entries:
        calendar.add_component(entry)
    data: bytes = calendar.to_ical()
    return data


def _all(campaign: Campaign) -> Iterator[Component]:
    yield from _run(campaign)
    for phase in campaign.phases:
        yield from _phase(campaign, phase)
    for entry in campaign.calendar:
        yield from _entry(campaign, entry)
    for task in campaign.tasks:
        yield from _task(campaign, task)
    for indicator in campaign.indicators:
        for milestone in indicator.milestones:
            yield from _milestone(campaign, indicator, milestone)


def _of_office(campaign: Campaign, office: str) -> Iterator[Component]:
    for entry in campaign.calendar:
        if entry.owner and entry.owner.office == office:
            yield from _entry(campaign, entry)
    for task in campaign.tasks:
        if office in {party.office for party in (task.owner, *task.partners) if party}:
            yield from _task(campaign, task)


def _run(campaign: Campaign) -> Iterator[Component]:
    run = campaign.run
    if run and run.start and run.end:
        event = _named(Event(), campaign, "run", KINDS["campaign"], run.evidence)
        event.add("transp", "TRANSPARENT")
        yield _spanned(event, run.start, run.end)


def _phase(campaign: Campaign, phase: Phase) -> Iterator[Component]:
    if phase.start and phase.end:
        name = f"{KINDS['phase']}: {phase.name}" if phase.name else KINDS["phase"]
        event = _named(Event(), campaign, phase.id, name, phase.evidence)
        event.add("transp", "TRANSPARENT")
        yield _spanned(event, phase.start, phase.end)


def _entry(campaign: Campaign, entry: Entry) -> Iterator[Component]:
    name = f"{KINDS[entry.kind]}: {entry.name}" if entry.name else KINDS[entry.kind]
    days = [day for day in (entry.start, entry.end) if day]
    event = _named(
        Event(), campaign, entry.id, name, entry.evidence, _by(entry.owner), _coarse(*days)
    )
    event.add("categories", [KINDS[entry.kind]])
    if entry.recurrence and entry.recurrence.rule and entry.recurrence.start:
        yield _repeated(event, entry.recurrence.start, entry.recurrence.rule)
    elif entry.start and entry.end and entry.start.day <= entry.end.day:
        yield _spanned(event, entry.start, entry.end)
    elif days:
        yield _spanned(event, days[-1], days[-1])


def _task(campaign: Campaign, task: Task) -> Iterator[Component]:
    partners = ", ".join(party.name for party in task.partners)
    lines = [_by(task.owner), f"Phối hợp: {partners}" if partners else ""]
    lines.append(f"Sản phẩm: {task.deliverable}" if task.deliverable else "")
    lines.append(_coarse(task.due) if task.due else "")
    todo = _named(Todo(), campaign, task.id, task.name, task.evidence, *lines)
    if task.due:
        todo.add("due", _date(task.due.day))
        yield todo
    elif task.recurrence and task.recurrence.rule and task.recurrence.start:
        yield _repeated(todo, task.recurrence.start, task.recurrence.rule)


def _milestone(
    campaign: Campaign, indicator: Indicator, milestone: Milestone
) -> Iterator[Component]:
    if milestone.due is None:
        return
    name = f"{indicator.name}: {amount(milestone.threshold, indicator.unit)}"
    lines = [indicator.subject or "", _coarse(milestone.due)]
    todo = _named(Todo(), campaign, milestone.id, name, milestone.evidence, *lines)
    todo.add("categories", ["Chỉ tiêu"])
    todo.add("due", _date(milestone.due.day))
    yield todo


def _named(
    component: Any, campaign: Campaign, name: str, title: str, links: tuple[Link, ...], *lines: str
) -> Any:
    component.add("uid", f"{name}.{campaign.id}@kehoach")
    component.add("dtstamp", _stamp(campaign))
    component.add("summary", shown(title))
    quotes = (f"“{link.quote}”" + (f" (trang {link.page})" if link.page else "") for link in links)
    told = "\n".join(filter(None, (*lines, *quotes)))
    if told:
        component.add("description", shown(told))
    return component


def _spanned(event: Any, start: Day, end: Day) -> Any:
    event.add("dtstart", _date(start.day))
    event.add("dtend", _after(_date(end.day)))  # a calendar's end is the day after
    return event


def _repeated(component: Any, start: str, rule: str) -> Any:
    component.add("dtstart", _date(start))
    if component.name == "VEVENT":
        component.add("dtend", _after(_date(start)))
    else:
        component.add("duration", vDuration(_DAY))
    component.add("rrule", vRecur.from_ical(rule))
    return component


def _date(day: str) -> date:
    return date.fromisoformat(day)


def _after(day: date) -> date:
    return day if day == date.max else day + _DAY


def _stamp(campaign: Campaign) -> datetime:
    day = first_day(campaign.plan.date) or (campaign.run.start if campaign.run else None)
    return datetime.fromisoformat(day.day).replace(tzinfo=UTC) if day else _EPOCH


def _by(party: Party | None) -> str:
    return f"Đơn vị: {party.name}" if party else ""


def _coarse(*days: Day) -> str:
    stated = ", ".join(day.stated for day in days if day.basis == "widened")
    return f"Kế hoạch chỉ nêu {stated}; lịch lấy ngày đầu hoặc ngày cuối." if stated else ""


def _lost(campaign: Campaign) -> Iterator[Lost]:
    for phase in campaign.phases:
        if not (phase.start and phase.end):
            yield Lost(phase.id, "giai đoạn không đủ ngày bắt đầu và kết thúc", phase.name or "")
    for entry in campaign.calendar:
        if not list(_entry(campaign, entry)):
            yield Lost(entry.id, "mốc không có ngày cụ thể", entry.name or "")
    for task in campaign.tasks:
        if not list(_task(campaign, task)) and not task.events:
            yield Lost(task.id, "nhiệm vụ không có thời hạn", task.name)
    for indicator in campaign.indicators:
        if any(milestone.due is None for milestone in indicator.milestones):
            yield Lost(indicator.id, "chỉ tiêu không có thời hạn", indicator.name)
    if campaign.run and not (campaign.run.start and campaign.run.end):
        yield Lost("run", "thời gian thực hiện không đủ ngày bắt đầu và kết thúc")
    awards = campaign.awards
    if awards.forms or awards.quotas or awards.criteria:
        yield Lost("awards", "lịch không chứa quy định khen thưởng")
    if campaign.references:
        yield Lost("references", "lịch không chứa căn cứ và văn bản dẫn")
