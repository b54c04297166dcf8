"""What the best pairing leaves: pairs in other words, and neighbours that an auditor should see."""

from __future__ import annotations

from typing import Any

from extractor.compare.align import Alignment, align, measures
from extractor.compare.compare import compare
from extractor.compare.measure import Measure
from tests.compare.making import plan

OTHERS = ("trẻ em được tiêm chủng", "đường thôn được bê tông hóa", "học sinh biết bơi")
MINE = "chợ có điểm thu hồi túi ni lông, chất thải tái chế"
THEIRS = "chợ đặt điểm nhận lại túi nilon, vỏ chai, bìa giấy"


def aligned(a: list[Any], b: list[Any]) -> Alignment:
    return align(_measures(a, "a"), _measures(b, "b"))


def _measures(written: list[Any], side: str) -> list[Measure]:
    items = [one if isinstance(one, dict) else {"indicator": one} for one in written]
    named = [{**one, "id": f"{side}{at}"} for at, one in enumerate(items)]
    return measures(plan(targets=named), ["target"])


def test_half_the_words_and_nothing_else_like_it_is_a_pair() -> None:
    found = aligned([MINE, *OTHERS], [*OTHERS, THEIRS])
    assert ("a0", "b3") in {(p.a.target.id, p.b.target.id) for p in found.pairs}
    # Among few targets that nothing else is like it says nothing.
    assert aligned([MINE], [THEIRS]).pairs == ()


def test_what_is_like_several_is_no_pair() -> None:
    two = ["chợ đặt điểm nhận lại túi nilon, vỏ chai", "chợ có điểm thu đổi túi nilon lấy túi giấy"]
    found = aligned([MINE, *OTHERS], [*OTHERS, *two])
    assert "a0" not in {p.a.target.id for p in found.pairs}


def test_a_neighbour_is_named_and_the_finding_is_less_sure() -> None:
    mine = {"indicator": "hộ gia đình phân loại rác thải tại nguồn", "value": 70}
    theirs = {"indicator": "hộ dân để riêng rau, vỏ quả", "value": 70}
    others = [{"indicator": one} for one in OTHERS]
    a, b = plan(targets=[*others, mine]), plan(targets=[*others, theirs])
    made = compare(a, b, ("A", "B"))
    assert [(x.a, x.b) for x in made.targets.near] == [(a.targets[3].id, b.targets[3].id)]
    (finding,) = [one for one in made.findings if one.kind == "target_dropped"]
    assert finding.severity == "medium"
    assert finding.message.endswith("Gần nhất là “hộ dân để riêng rau, vỏ quả”: ≥ 70%.")
    assert finding.b is not None and finding.b.id == b.targets[3].id


def test_all_of_something_is_no_number_in_common() -> None:
    mine = {"indicator": "hộ gia đình phân loại rác thải tại nguồn", "value": 100}
    theirs = {"indicator": "hộ dân để riêng rau quả, bã chè, lá cây cho lợn", "value": 100}
    assert aligned([mine], [theirs]).near == ()
