"""Ids: the same fact keeps its id, two facts never share one."""

from __future__ import annotations

import re

from msgspec import structs

from extractor.plan.ids import with_ids
from extractor.plan.model import Plan, Source, Target


def target(quote: str, start: int = 0, value: float = 90) -> Target:
    return Target(
        source=Source(start=start, end=start + len(quote), text=quote),
        indicator="hồ sơ",
        operator="ge",
        value=value,
        unit="percent",
        context="target",
    )


def ids(*targets: Target) -> list[str]:
    return [found.id for found in with_ids(Plan(targets=targets)).targets]


def test_an_id_is_a_letter_and_eight_hexadecimal_digits(plan: Plan) -> None:
    assert re.fullmatch(r"T[0-9a-f]{8}", plan.targets[0].id)
    assert re.fullmatch(r"B[0-9a-f]{8}", plan.legal_bases[0].id)
    assert re.fullmatch(r"Q[0-9a-f]{8}", plan.awards.quotas[0].id)


def test_ids_are_the_same_on_every_run(plan: Plan) -> None:
    assert with_ids(plan) == plan


def test_an_id_is_this_one_for_good() -> None:
    # Worked out from the rule with sha256sum: ("targets␟đạt90␟hồsơ␟90.0␟percent␟␟1"), ␟ = U+001F.
    assert ids(target("đạt 90%")) == ["T46993cdb"]


def test_layout_and_place_do_not_count() -> None:
    printed = target("- Hoà giải đạt 90 %;", start=3)
    read_elsewhere = target("Hòa  giải đạt 90%", start=812)
    assert ids(printed) == ids(read_elsewhere)


def test_two_equal_facts_have_two_ids() -> None:
    first, second = ids(target("đạt 90%"), target("đạt 90%", start=50))
    assert first != second
    assert first == ids(target("đạt 90%"))[0]


def test_two_numbers_of_one_quote_have_two_ids() -> None:
    assert len(set(ids(target("90% và 95%", value=90), target("90% và 95%", value=95)))) == 2


def test_a_new_fact_moves_no_other_id() -> None:
    alone = ids(target("đạt 90%"))
    assert ids(target("đạt 80%", value=80), target("đạt 90%"))[1:] == alone


def test_whole_numbers_and_floats_give_the_same_id() -> None:
    assert ids(target("đạt 90%", value=90)) == ids(target("đạt 90%", value=90.0))


def test_old_ids_are_replaced() -> None:
    assert ids(structs.replace(target("đạt 90%"), id="T1")) == ids(target("đạt 90%"))
