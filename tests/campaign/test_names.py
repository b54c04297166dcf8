"""Names for computers: slugs, keys of bodies, names of documents."""

from __future__ import annotations

import pytest

from extractor.campaign.names import name_key, slug
from extractor.campaign.uris import uri


def test_a_slug_is_plain_and_is_cut_between_words() -> None:
    assert slug("Sở Nội vụ – tỉnh “Hòa Giang”") == "so-noi-vu-tinh-hoa-giang"
    assert slug("Đường sắt Đông Tây", 12) == "duong-sat"
    assert slug("152/2025/NĐ-CP") == "152-2025-nd-cp"
    assert slug(None) == slug("…") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND xã Phú Lạc", "ỦY BAN NHÂN DÂN XÃ PHÚ LẠC"),
        ("Uỷ ban MTTQ xã", "UBMTTQ xã"),
        ("Phòng Văn hoá - Xã hội", "Phòng Văn hóa – Xã hội"),
    ],
)
def test_two_ways_of_writing_a_body_are_one(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_a_short_name_is_not_the_long_one() -> None:
    assert name_key("UBND xã") != name_key("UBND xã Phú Lạc")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (("Nghị định", "Chính phủ", "2025-06-14", "152/2025/NĐ-CP", None),
         "/akn/vn/act/nghi-dinh/chinh-phu/2025-06-14/152-2025-nd-cp"),
        (("Nghị định", None, None, "152/2025/NĐ-CP", None),
         "/akn/vn/act/nghi-dinh/2025/152-2025-nd-cp"),
        (("Kế hoạch", "UBND tỉnh Hòa Giang", "2026-01", "15/KH-UBND", None),
         "/akn/vn/act/ke-hoach/uy-ban-nhan-dan-tinh-hoa-giang/2026-01/15-kh-ubnd"),
        (("Luật", None, "2022", None, "Thi đua, khen thưởng"),
         "/akn/vn/act/luat/2022/thi-dua-khen-thuong"),
        (("Luật", None, None, None, "Thi đua, khen thưởng"), None),
        (("Kế hoạch", "UBND xã", None, "15/KH-UBND", None), None),
        ((None, None, "2025", "15/KH-UBND", None), None),
        (("Nghị định", "Chính phủ", "2025", None, None), None),
    ],
)  # fmt: skip
def test_a_document_has_a_name_where_its_parts_are_stated(
    facts: tuple[str | None, ...], expected: str | None
) -> None:
    assert uri(*facts) == expected
