"""When two printed names mean one body, and what the columns of a table are for."""

from __future__ import annotations

import pytest

from extractor.fields.tables_columns import column_role
from extractor.fields.units_names import is_variant, key_of, spells_out


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Khoa học và Công nghệ", "Sở KH&CN"),
        ("Ủy ban nhân dân các xã, phường", "UBND các phường, xã"),
        ("Uỷ ban nhân dân xã", "Ủy ban nhân dân xã"),
        ("Các phòng, đơn vị", "các đơn vị, phòng"),
        ("Sở Nội vụ tỉnh", "Sở Nội vụ"),
    ],
)
def test_spellings_of_one_body_meet(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Công an tỉnh", "Công an xã"),
        ("Ủy ban nhân dân xã", "Ủy ban nhân dân tỉnh"),
        ("Sở Nội vụ", "Sở Ngoại vụ"),
        ("Phòng Kinh tế", "Trưởng phòng Kinh tế"),
    ],
)
def test_other_bodies_stay_apart(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


def test_a_short_name_stands_for_the_only_body_that_it_fits() -> None:
    keys = [key_of("Công an tỉnh"), key_of("Hội Nông dân tỉnh")]
    assert is_variant(key_of("Công an"), keys)
    assert not is_variant(key_of("Công an"), [*keys, key_of("Công an xã")])
    assert not is_variant(key_of("Sở Y tế"), keys)


def test_the_name_that_is_written_out_is_the_fuller_one() -> None:
    assert spells_out("Sở Khoa học và Công nghệ", "Sở KH&CN")
    assert not spells_out("Sở KH&CN", "Sở Khoa học và Công nghệ")


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Cơ quan chủ trì", "lead"),
        ("ĐƠN VỊ CHỦ TRÌ THỰC HIỆN", "lead"),
        ("Phân công thực hiện", "implement"),
        ("Các đơn vị thực hiện", "implement"),
        ("Đơn vị, cá nhân thực hiện", "implement"),
        ("Đơn vị phối hợp", "partner"),
        ("Thời gian hoàn thành", "time"),
        ("Sản phẩm dự kiến", "product"),
        ("Nội dung công việc", "task"),
        ("STT", "skip"),
        ("Cơ quan ban hành", "skip"),
        ("Năm 2026", None),
        ("Xã Phú Lạc", None),
    ],
)
def test_columns_by_their_names(header: str, role: str | None) -> None:
    assert column_role(header) == role
