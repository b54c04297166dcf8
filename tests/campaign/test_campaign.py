"""The whole campaign: what sample plans begin, and what they leave open."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from msgspec import structs

from extractor.campaign.build import campaign_of
from extractor.campaign.codec import to_builtins, to_bytes
from extractor.campaign.model import Campaign, Link
from extractor.campaign.schema import ensure_campaign
from extractor.plan.facts import facts_from_json
from extractor.plan.model import Plan
from tests.campaign.made import plan, source, target, task, window
from tests.sample_plan import make_plan

CORPUS = Path(__file__).parents[2] / "corpus"
ANSWERS = sorted(CORPUS.glob("*/gold.json"))


def answers(name: str) -> Plan:
    return facts_from_json((CORPUS / name / "gold.json").read_bytes())


def codes(made: Campaign) -> dict[str, str]:
    return {one.code: one.path for one in made.to_decide}


def test_the_name_is_plain_and_the_id_follows_from_what_names_the_plan() -> None:
    made = campaign_of(make_plan())

    assert made.slug == "uy-ban-nhan-dan-xa-phu-lac-2026-03-06-thi-dua-phu-lac-chuyen-minh-nam-2026"
    assert made.theme == "Phú Lạc chuyển mình"
    assert made.id == campaign_of(structs.replace(make_plan(), targets=())).id


def test_a_link_leads_to_the_fact_and_to_its_place() -> None:
    fact = make_plan().targets[0]

    (link,) = campaign_of(make_plan()).indicators[0].milestones[0].evidence

    assert link == Link(
        fact=fact.id, start=fact.source.start, end=fact.source.end, page=1, quote=fact.source.text
    )


def test_a_record_of_quotes_alone_has_links_without_places() -> None:
    made = campaign_of(answers("phu-lac-ho-so-thong-suot"))

    (link,) = made.indicators[0].milestones[0].evidence
    assert (link.fact, link.start, link.end, link.page) == ("T1", None, None, None)
    assert link.quote == "Tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn đạt ít nhất 98%"


def test_bodies_are_listed_once_however_they_are_written() -> None:
    facts = make_plan()
    twice = structs.replace(
        facts,
        assignments=(task("UBND xã Phú Lạc", "Theo dõi, đôn đốc", partners=("Công an xã",)),),
        document=structs.replace(facts.document, recipients=("Công an xã (b/c)", "Lưu: VT")),
    )

    made = campaign_of(twice)

    by_name = {office.name: office for office in made.offices}
    assert list(by_name) == ["ỦY BAN NHÂN DÂN XÃ PHÚ LẠC", "Văn phòng UBND xã", "Công an xã"]
    assert by_name["ỦY BAN NHÂN DÂN XÃ PHÚ LẠC"].roles == ("issuer", "implement")
    assert by_name["Công an xã"].roles == ("coordinate", "recipient")
    owner = made.tasks[0].owner
    assert owner and owner.name == "UBND xã Phú Lạc"
    assert owner.office == by_name["ỦY BAN NHÂN DÂN XÃ PHÚ LẠC"].id
    assert [one.office for one in made.recipients] == [by_name["Công an xã"].id, None]


def test_the_run_and_the_reports_of_a_commune() -> None:
    made = campaign_of(answers("phu-lac-ho-so-thong-suot"))

    assert made.run and made.run.start and made.run.end
    assert (made.run.start.day, made.run.end.day) == ("2026-02-02", "2026-12-10")
    reports = [event for event in made.calendar if event.kind == "report"]
    told = [(one.owner, one.recurrence) for one in reports]
    assert [(owner.name, again.rule) for owner, again in told if owner and again] == [
        ("Trung tâm Phục vụ hành chính công xã",
         "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20;UNTIL=20261210"),
        ("Trưởng các thôn", "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20261210"),
    ]  # fmt: skip
    assert reports[0].recurrence and reports[0].recurrence.next == (
        "2026-03-20", "2026-06-20", "2026-09-20",
    )  # fmt: skip
    assert codes(made)["due_after_run"] == "$.calendar[3,5].recurrence"


def test_a_table_of_years_is_one_indicator_a_row() -> None:
    made = campaign_of(answers("hoa-giang-kinh-te-so"))

    (share,) = [one for one in made.indicators if one.name == "Tỷ trọng kinh tế số trong GRDP"]
    assert [(m.due.day, m.threshold.value) for m in share.milestones if m.due] == [
        ("2026-12-31", 12), ("2027-12-31", 14), ("2028-12-31", 16), ("2030-12-31", 20),
    ]  # fmt: skip
    assert share.direction == "increase"


def test_a_task_falls_due_when_the_report_in_its_sentence_does() -> None:
    words = "Các phòng báo cáo hằng quý, trước ngày 05 tháng cuối quý"
    facts = plan(
        assignments=(task("Các phòng", words, every="quarter"),),
        time_windows=(
            window("campaign", start="2026", end="2026"),
            window("report", source=source("trước ngày 05 tháng cuối quý", 28), every="quarter",
                   due_day=5, due_month="last_of_quarter"),
        ),
        text_sha256="0" * 64,
    )  # fmt: skip

    made = campaign_of(facts)

    assert made.calendar[0].owner == made.tasks[0].owner
    assert made.calendar[0].task == made.tasks[0].id
    assert made.tasks[0].events == (made.calendar[0].id,)
    assert made.tasks[0].recurrence == made.calendar[0].recurrence
    assert made.calendar[0].recurrence and made.calendar[0].recurrence.start == "2026-03-05"


def test_next_days_are_told_after_the_day_asked_for_else_after_the_plans_own() -> None:
    facts = answers("so-khcn-du-lieu-so")

    def days(as_of: date | None) -> tuple[str, ...]:
        (report,) = [e for e in campaign_of(facts, as_of).calendar if e.recurrence]
        assert report.recurrence
        return report.recurrence.next

    assert days(None)[0] == "2026-02-25"
    assert days(date(2026, 9, 25)) == ("2026-10-25", "2026-11-25", "2026-12-25")
    assert campaign_of(facts).as_of == "2026-02-05"


def test_a_document_named_twice_is_one_reference_with_both_places() -> None:
    (only,) = campaign_of(make_plan()).references

    assert only.uri == "/akn/vn/act/nghi-dinh/chinh-phu/2025-06-14/152-2025-nd-cp"
    assert only.where == ("legal_base", "preamble")
    assert len(only.evidence) == 2


def test_what_a_bare_plan_leaves_open_is_told_and_not_made_up() -> None:
    made = campaign_of(
        plan(
            targets=(target("Hộ nghèo", 3, operator="eq", by="2026-02-30"),),
            assignments=(
                task("Công an xã", "Xây dựng kế hoạch trong vòng 10 ngày kể từ ngày ban hành"),
                task("Công an xã", "Giữ gìn trật tự"),
                task("Công an xã", "Tuyên truyền", every="month"),
            ),
            time_windows=(window("milestone", label="Sơ kết", every="quarter", due_day=10),),
        )
    )

    assert made.run is None
    assert made.indicators[0].milestones[0].due is None
    assert codes(made) == {
        "no_number": "$.plan.number",
        "no_date": "$.plan.date",
        "no_title": "$.name",
        "no_issuer": "$.offices",
        "no_signer": "$.people",
        "no_run": "$.run",
        "baseline_unknown": "$.indicators[*].baseline",
        "measure_unknown": "$.indicators[*].measure",
        "direction_open": "$.indicators[*].direction",
        "target_without_date": "$.indicators[*].milestones[?@.due == null].due",
        "task_without_due": "$.tasks[1].due",
        "due_relative": "$.tasks[0].due",
        "frequency_without_day": "$.tasks[2].recurrence",
        "day_without_month": "$.calendar[*].recurrence.rule",
        "event_without_owner": "$.calendar[*].owner",
        "impossible_date": "$",
    }


def test_award_gaps_and_half_open_runs_are_told() -> None:
    facts = structs.replace(
        make_plan(), time_windows=(window("campaign", start=None, end="2026-11"),)
    )

    made = campaign_of(facts)

    assert made.run and made.run.start is None and made.run.end
    assert made.run.end.day == "2026-11-30"
    assert codes(made)["run_start_open"] == "$.run.start"
    assert codes(made)["award_without_authority"] == "$.awards.forms[*].authority"
    assert made.awards.quotas[0].threshold.operator == "le"


@pytest.mark.parametrize("gold", ANSWERS, ids=lambda path: path.parent.name)
def test_every_answer_of_the_corpus_gives_a_sound_campaign_and_the_same_bytes(gold: Path) -> None:
    first, second = (campaign_of(facts_from_json(gold.read_bytes())) for _ in range(2))

    ensure_campaign(to_builtins(first))
    assert to_bytes(first) == to_bytes(second)
    assert json.loads(to_bytes(first)) == yaml.safe_load(to_bytes(first, "yaml"))
    written = json.loads(gold.read_text(encoding="utf-8"))
    linked = [link.fact for i in first.indicators for m in i.milestones for link in m.evidence]
    assert sorted(map(str, linked)) == sorted(fact["id"] for fact in written["targets"])
    assert len(first.tasks) == len(written["assignments"])
