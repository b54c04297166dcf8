"""Legal bases of two plans: one document in two spellings, cited differently, or two documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from extractor.compare.bases import compared_bases, parent_cited
from extractor.plan.model import Plan
from tests.compare.making import plan

CASES = yaml.safe_load(Path(__file__).with_name("bases.yml").read_text(encoding="utf-8"))
TITLE = "Phát động phong trào thi đua “Hồ sơ thông suốt” tỉnh Hòa Giang"
PARENT = plan(
    document={
        "type": "Kế hoạch",
        "number": "15/KH-UBND",
        "date": "2026-01-12",
        "title": TITLE,
        "issuer": {"name": "UBND tỉnh Hòa Giang"},
    }
).document


def based(**base: Any) -> Plan:
    usual = {"relation": "pursuant_to", "doc_type": "Nghị định", "quote": "Căn cứ"}
    return plan(legal_bases=[{**usual, **base}])


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_case(case: dict[str, Any]) -> None:
    shared = compared_bases(based(**case["a"]), based(**case["b"])).shared

    expected = [] if case["shared"] is None else [tuple(case["shared"])]
    assert [pair.differs for pair in shared] == expected


@pytest.mark.parametrize(
    ("base", "wrong"),
    [
        ({"number": "15/KH-UBND", "date": "2026-01-12"}, ()),
        ({"number": "15/KH-UBND", "date": "2026-01"}, ()),
        ({"number": "15/KH-UBND", "date": "2026-01-21", "title": f"về {TITLE}"}, ("date",)),
        ({"number": "51/KH-UBND", "date": "2026-01-12", "title": f"về {TITLE}"}, ("number",)),
        ({"number": "51/KH-UBND", "date": "2026-01-12", "title": "về trồng rừng"}, None),
        ({"number": "15/KH-UBND", "date": "2025-03-03", "title": "về trồng rừng"}, None),
        ({"number": "15/KH-UBND", "date": "2026-01-12", "issuer": "UBND xã Phú Lạc"}, None),
    ],
)
def test_the_parent_is_known_and_what_is_cited_wrong(
    base: dict[str, Any], wrong: tuple[str, ...] | None
) -> None:
    cited = parent_cited(PARENT, based(doc_type="Kế hoạch", **base).legal_bases)

    assert (cited.wrong if cited else None) == wrong
