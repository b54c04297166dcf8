"""Confidence: what counts of right facts make of it, and what becomes of facts with too little."""

from __future__ import annotations

import dataclasses
import re

import pytest
from msgspec.structs import replace

from extractor.document.model import Page
from extractor.fields.assemble import read_fields
from extractor.fields.confidence import AWARD_LISTS, LISTS, facts_of, measured, weigh
from extractor.fields.confidence_table import Counts, Scale, Table, Trait, path_of
from extractor.fields.confidence_traits import Traits
from extractor.fields.context import Reading
from extractor.plan.model import (
    Awards,
    DocumentFacts,
    Evidence,
    Plan,
    Quota,
    ResponsibleUnit,
    Source,
    Target,
    Warning,
)
from tests.fields.making import reading
from tests.fields.small_plans import plan as small_plan

TEXT = (
    "Tỷ lệ hồ sơ được số hóa đạt từ 90% trở lên.",
    "Mỗi thôn có ít nhất hai sáng kiến (khoảng 05 sáng kiến cả xã).",
    "Công an xã Phú Lạc phối hợp với Công an xã, Ban Quản lý đình làng Phú Lạc.",
)


@pytest.fixture(scope="module")
def read() -> Reading:
    return reading(*TEXT)


def source(read: Reading, quote: str) -> Source:
    start = read.text.index(quote)
    return Source(start=start, end=start + len(quote), text=quote)


def target(read: Reading, quote: str = TEXT[0], rule: str = "often", **changes: object) -> Target:
    made = Target(
        indicator="Tỷ lệ hồ sơ được số hóa", operator="ge", value=90, unit="percent",
        context="target", source=source(read, quote), rule=rule,
    )  # fmt: skip
    return replace(made, **changes)


def unit(read: Reading, name: str) -> ResponsibleUnit:
    return ResponsibleUnit(name=name, roles=("lead",), source=source(read, name))


def scale(**changes: object) -> Scale:
    rules = {"targets": {"often": Counts(8, 8), "seldom": Counts(2, 0)}}
    traits = {"by-inherited": Trait(50, 25, -1.0)}
    made = Table(plans=2, prior=2.0, review=0.7, floor=0.5, rules=rules, traits=traits)
    return Scale(replace(made, **changes))


# All: (8 + 1) / (10 + 2) = 0.75. Section: (8 + 2 · 0.75) / (10 + 2) = 0.79.
@pytest.mark.parametrize(
    ("section", "rule", "expected"),
    [
        ("targets", "often", 0.96),  # (8 + 2 · 0.79) / (8 + 2)
        ("targets", "seldom", 0.4),  # (0 + 2 · 0.79) / (2 + 2)
        ("targets", "never seen", 0.79),
        ("citations", "never seen", 0.75),
    ],
)
def test_a_rule_leans_on_its_section_and_that_on_all(
    section: str, rule: str, expected: float
) -> None:
    assert scale().confidence(section, rule) == expected


def test_a_rule_never_seen_has_the_share_of_its_family() -> None:
    rules = {"targets": {"targets.table": Counts(90, 90), "targets.sentence/bare": Counts(90, 45)}}
    known = scale(rules=rules)
    assert known.confidence("targets", "targets.sentence/range") < 0.55
    assert known.confidence("targets", "targets.table") > 0.95
    assert path_of("targets", "targets.sentence/range")[:3] == ("targets", "targets", "sentence")


def test_without_any_counts_the_odds_are_even() -> None:
    assert scale(rules={}).confidence("targets", "often") == 0.5


def test_a_trait_moves_the_odds() -> None:
    # Odds of 0.9583 are 23 to 1; e^-1 of them are 8.46 to 1.
    assert scale().confidence("targets", "often", ("by-inherited",)) == 0.89
    assert scale().confidence("targets", "often", ("without-counts",)) == 0.96


def test_all_odds_make_an_allowance_for_plans_that_the_rules_do_not_know() -> None:
    # Odds of 23 to 1 and of 0.66 to 1, each times e^-1.
    allowed = scale(unseen=Trait(100, 90, -1.0))
    assert allowed.confidence("targets", "often") == 0.89
    assert allowed.confidence("targets", "seldom") == 0.19


def test_nothing_is_certain() -> None:
    sure = scale(rules={"targets": {"often": Counts(100_000, 100_000)}})
    assert sure.confidence("targets", "often") == 0.99


def test_facts_below_the_floor_become_warnings_at_their_place(read: Reading) -> None:
    before = Warning(code="missing_number", message="Văn bản không có số, ký hiệu.")
    doubtful = target(read, TEXT[1], rule="seldom")
    plan = weigh(read, Plan(targets=(target(read), doubtful), warnings=(before,)), scale())
    assert [(fact.rule, fact.confidence) for fact in plan.targets] == [("often", 0.96)]
    assert [one.code for one in plan.warnings] == ["missing_number", "withheld"]
    assert plan.warnings[1].source == doubtful.source
    assert "40%" in plan.warnings[1].message
    assert "Mỗi thôn có ít nhất hai" in plan.warnings[1].message


def test_doubtful_facts_of_a_section_have_one_warning_together(read: Reading) -> None:
    facts = (target(read, rule="seldom"), target(read, rule="seldom"), target(read))
    plan = weigh(read, Plan(targets=facts), scale(floor=0.1))
    assert len(plan.targets) == 3
    assert [(one.code, one.source) for one in plan.warnings] == [("review", None)]
    assert plan.warnings[0].message.startswith("2 chỉ tiêu")


def test_each_list_is_weighed_and_awards_too(read: Reading) -> None:
    quota = Quota(
        recipient="collective", operator="eq", value=5, unit="sáng kiến",
        source=source(read, "05 sáng kiến"), rule="seldom",
    )  # fmt: skip
    counts = {"quotas": {"seldom": Counts(20, 0)}}
    plan = weigh(read, Plan(awards=Awards(quotas=(quota,))), scale(rules=counts))
    assert plan.awards.quotas == ()
    assert [one.code for one in plan.warnings] == ["withheld"]


def test_evidence_is_weighed_and_never_withheld(read: Reading) -> None:
    one = Evidence(source=source(read, "Công an xã"), rule="document.recipients", confidence=1.0)
    facts = DocumentFacts(recipients=("Công an xã",), evidence={"recipients.0": one})
    counts = {"recipients": {"document.recipients": Counts(20, 0)}}
    plan = weigh(read, Plan(document=facts), scale(rules=counts))
    assert plan.document.recipients == ("Công an xã",)
    assert plan.document.evidence["recipients.0"].confidence < 0.1


@pytest.mark.parametrize(
    ("quote", "value", "expected"),
    [
        ("Tỷ lệ hồ sơ được số hóa đạt từ 90% trở lên", 90, ()),
        ("có ít nhất hai sáng kiến", 2, ("in-words",)),
        ("sáng kiến (khoảng 05 sáng kiến", 5, ("approximate", "in-brackets")),
        ("sáng kiến (khoảng 05 sáng kiến", 7, ()),  # no number of its source is the fact's
    ],
)
def test_traits_of_a_number(
    read: Reading, quote: str, value: int, expected: tuple[str, ...]
) -> None:
    fact = target(read, quote, value=value)
    assert Traits(read, Plan(targets=(fact,))).of(fact) == expected


def test_traits_of_a_target(read: Reading) -> None:
    fact = target(
        read, context="task", indicator=" ".join(["hồ sơ"] * 20), basis={"by": "inherited"}
    )
    traits = Traits(read, Plan(targets=(fact,))).of(fact)
    assert traits == ("by-inherited", "context-task", "long-indicator")


def test_traits_of_a_unit(read: Reading) -> None:
    names = ("Công an xã Phú Lạc", "Công an xã", "Ban Quản lý đình làng Phú Lạc", "phối hợp")
    units = tuple(unit(read, name) for name in names)
    traits = Traits(read, Plan(responsible_units=units))
    assert "name-in-name" in traits.of(units[0])
    assert "name-in-name" in traits.of(units[1])
    assert "name-in-name" not in traits.of(units[2])
    assert traits.of(units[3]) == ("name-unknown",)


def test_a_fact_on_a_scanned_page_has_a_trait_of_its_own(read: Reading) -> None:
    pages = (Page(1, 595, 842), Page(2, 595, 842, method="ocr"))
    scanned = dataclasses.replace(read, document=dataclasses.replace(read.document, pages=pages))
    printed, pictured = (
        target(read, source=replace(source(read, TEXT[0]), page=page)) for page in (1, 2)
    )
    traits = Traits(scanned, Plan(targets=(printed, pictured)))
    assert (traits.of(printed), traits.of(pictured)) == ((), ("scanned",))


def test_the_table_of_the_package_knows_each_list() -> None:
    table = measured().table
    assert {*LISTS, *AWARD_LISTS, "document", "recipients"} <= table.rules.keys()
    assert table.floor < table.review
    for rules in table.rules.values():
        assert all(0 <= one.right <= one.found for one in rules.values())
        assert all(re.fullmatch(r"[\w./-]+", rule) for rule in rules)


def test_the_facts_of_a_plan_are_weighed_by_it() -> None:
    plan = read_fields(small_plan("I. CHỈ TIÊU\n- 100% hồ sơ được giải quyết đúng hạn."))
    (fact,) = plan.targets
    assert fact.confidence == measured().confidence("targets", fact.rule)
    kept = [one for name in (*LISTS, *AWARD_LISTS) for one in facts_of(plan, name)]
    assert all(one.confidence >= measured().table.floor for one in kept)
