"""Words typed in fonts from before Unicode, as the standards of their codes have it."""

from __future__ import annotations

import pytest

from corpus.old_fonts import CAPITALS, SMALL, TCVN3, UNICODE, VNI, VNI_TIMES, Typed, typed


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Kế hoạch", [Typed("KÕ ho¹ch", SMALL)]),
        ("Đẩy mạnh", [Typed("§Èy m¹nh", SMALL)]),
        ("Ủy ban", [Typed("ñ", CAPITALS), Typed("y ban", SMALL)]),
        ("XÃ", [Typed("x·", CAPITALS)]),
        ("đạt ≥ 90%", [Typed("®¹t ", SMALL), Typed("≥", UNICODE), Typed(" 90%", SMALL)]),
    ],
)
def test_tcvn3(text: str, parts: list[Typed]) -> None:
    assert typed(text, TCVN3) == parts


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Kế hoạch của xã", "Keá hoaïch cuûa xaõ"),
        ("ĐẨY MẠNH", "ÑAÅY MAÏNH"),
        ("nước, đường, nghỉ, kỵ", "nöôùc, ñöôøng, nghæ, kî"),
        ("“Ấp” – 2026", "“AÁp” – 2026"),
    ],
)
def test_vni(text: str, written: str) -> None:
    assert typed(text, VNI) == [Typed(written, VNI_TIMES)]
