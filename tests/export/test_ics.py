"""The calendar, read back by two readers, and its recurrences counted by a third."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import ics
import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar
from msgspec import structs

from extractor.export.ics import WHOLE, export
from extractor.export.model import Subject
from tests.campaign.made import task
from tests.export.made import hostile, subject, with_run


def entries(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).subcomponents)


def components(data: bytes) -> dict[str, Any]:
    return {str(one["summary"]): one for one in entries(data)}


def day(component: Any, name: str) -> date:
    found: date = component[name].dt
    return found


def test_a_run_covers_all_its_days_and_blocks_none() -> None:
    run = components(export(with_run()).main)["Thời gian thực hiện"]

    assert (day(run, "dtstart"), day(run, "dtend")) == (date(2026, 1, 1), date(2027, 1, 1))
    assert run["transp"] == "TRANSPARENT"


def test_a_report_recurs_on_the_days_that_the_plan_sets() -> None:
    report = components(export(with_run()).main)["Báo cáo: báo cáo"]

    rule = rrulestr(report["rrule"].to_ical().decode(), dtstart=_moment(day(report, "dtstart")))
    assert [moment.date() for moment in rule] == [
        date(2026, 3, 5), date(2026, 6, 5), date(2026, 9, 5), date(2026, 12, 5),
    ]  # fmt: skip
    assert "Văn phòng UBND xã" in str(report["description"])


def _moment(first: date) -> datetime:
    return datetime(first.year, first.month, first.day)


def test_a_month_is_an_event_on_its_last_day_and_says_so() -> None:
    review = components(export(with_run()).main)["Mốc: Sơ kết"]

    assert (day(review, "dtstart"), day(review, "dtend")) == (date(2026, 7, 31), date(2026, 8, 1))
    assert "Kế hoạch chỉ nêu 2026-07" in str(review["description"])


def test_tasks_and_targets_are_due() -> None:
    found = components(export(with_run()).main)

    (work,) = [one for name, one in found.items() if name.startswith("Văn phòng UBND xã chủ trì")]
    assert work.name == "VTODO" and day(work, "due") == date(2026, 12, 15)
    assert day(found["Tỷ lệ hồ sơ được số hóa: ≥ 90%"], "due") == date(2026, 12, 31)


def test_uids_follow_from_the_facts_and_stamps_from_the_plan() -> None:
    made = with_run()
    found = entries(export(made).main)

    uids = [str(one["uid"]) for one in found]
    assert len(set(uids)) == len(uids)
    report = made.plan.time_windows[1].id
    assert f"{report}.{made.campaign.id}@kehoach" in uids
    assert {one["dtstamp"].dt.date() for one in found} == {date(2026, 3, 6)}
    assert dict(export(made).files) == dict(export(with_run()).files)


def test_each_body_with_work_has_a_calendar_of_its_own() -> None:
    files = export(with_run()).files

    assert set(files) == {WHOLE, "don-vi/van-phong-ubnd-xa.ics", "don-vi/cong-an-xa.ics"}
    office = components(files["don-vi/van-phong-ubnd-xa.ics"])
    partner = components(files["don-vi/cong-an-xa.ics"])
    assert "Báo cáo: báo cáo" in office and "Báo cáo: báo cáo" not in partner
    assert len(partner) == 1


@pytest.mark.parametrize("made", [with_run(), hostile()], ids=["sample", "hostile"])
def test_a_second_reader_finds_as_many_entries(made: Subject) -> None:
    for data in export(made).files.values():
        first, second = entries(data), ics.Calendar(data.decode())
        assert len(second.events) + len(second.todos) == len(first)


def test_a_document_cannot_write_entries_of_its_own() -> None:
    found = entries(export(hostile()).main)

    assert all("evil" not in str(one["uid"]) for one in found)
    assert len(found) == 12  # eleven targets and one task


def test_what_has_no_day_is_listed() -> None:
    made = with_run(assignments=(task("Công an xã", "Giữ gìn trật tự"),))
    lost = {one.what: one for one in export(made).lost}

    assert lost[made.plan.assignments[0].id].why == "nhiệm vụ không có thời hạn"
    undated = made.campaign.indicators[1]
    assert undated.milestones[0].due is None and undated.id in lost
    assert "awards" in lost and "references" in lost


def test_a_plan_without_any_date_is_stamped_the_same_on_every_run() -> None:
    facts = with_run().plan
    bare = subject(facts, document=structs.replace(facts.document, date=None), time_windows=())

    stamps = {one["dtstamp"].dt.year for one in entries(export(bare).main)}
    assert stamps == {1970}
