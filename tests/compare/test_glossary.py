"""Short forms that a plan explains are opened in its targets; what explains nothing is left."""

from __future__ import annotations

import pytest

from extractor.compare.align import align, measures
from extractor.compare.glossary import glossary
from tests.compare.making import plan


@pytest.mark.parametrize(
    ("said", "longs"),
    [
        ("thu gom chất thải rắn xây dựng (CTRXD) đạt 90%", {"CTRXD": "chất thải rắn xây dựng"}),
        ("trường mầm non (sau đây gọi tắt là TMN)", {"TMN": "trường mầm non"}),
        ("vệ sinh và an toàn lao động (VSATLĐ)", {"VSATLĐ": "vệ sinh và an toàn lao động"}),
        ("hộ sản xuất và chế biến (viết tắt là “HSXCB”)", {"HSXCB": "hộ sản xuất và chế biến"}),
        ("đạt chuẩn (OCOP) từ 3 sao", {}),
        ("người dân (VNeID)", {}),
        ("chất thải rắn đô thị (CTRXD)", {}),
        ("(ABC) đứng đầu câu", {}),
    ],
)
def test_what_a_plan_explains(said: str, longs: dict[str, str]) -> None:
    assert glossary(plan(targets=[{"indicator": "x", "quote": said}])).longs == longs


def test_the_first_explanation_counts() -> None:
    said = "bảo vệ rừng (BVR); ban vận động rộng (BVR)"
    assert glossary(plan(targets=[{"indicator": "x", "quote": said}])).longs["BVR"] == "bảo vệ rừng"


def test_a_target_in_short_is_a_pair_of_the_one_in_full() -> None:
    quote = "Tỷ lệ vật liệu xây dựng thừa (VLXDT) được thu hồi"
    first = plan(targets=[{"indicator": "VLXDT được thu hồi", "quote": quote}])
    second = plan(targets=[{"indicator": "vật liệu xây dựng thừa được thu hồi"}])
    found = align(measures(first, ["target"]), measures(second, ["target"]))
    assert len(found.pairs) == 1


def test_words_that_only_hold_a_short_form_stay() -> None:
    own = glossary(plan(targets=[{"indicator": "x", "quote": "bảo vệ rừng (BVR)"}]))
    assert own.opened("BVRA và BVR") == "BVRA và bảo vệ rừng"
