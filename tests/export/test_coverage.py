"""What was searched and not found, what nobody could read, and who signed go into the exports."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import load_workbook

from extractor.export import csv_package, html, xlsx
from extractor.plan.model import Coverage, DigitalSignature, Searched
from tests.export.made import subject

COVERAGE = {
    "targets": Coverage(state="found", count=1, pages=(3,)),
    "awards.quotas": Coverage(
        state="absent",
        count=0,
        searched=(Searched(start=0, end=9, part="body", heading="V. KHEN THƯỞNG"),),
    ),
    "citations": Coverage(state="unreadable", count=0, pages=(2, 4)),
}
SIGNED = (
    DigitalSignature(
        kind="stamp", signer="Đinh Văn Khuê", organisation="UBND xã Phú Lạc",
        time="2026-01-06T08:00:00+07:00", page=4,
    ),
)  # fmt: skip
BARE: dict[str, Any] = {"citations": (), "coverage": COVERAGE, "signatures": SIGNED}


def rows(title: str) -> list[tuple[object, ...]]:
    book = load_workbook(io.BytesIO(xlsx.export(subject(**BARE)).main))
    return list(book[title].iter_rows(min_row=2, values_only=True))


def test_the_workbook_says_of_each_section_what_the_search_came_to() -> None:
    assert rows("Đã tìm") == [
        ("targets", "Chỉ tiêu", "có", 1, "trang 3 không đọc được hết"),
        ("awards.quotas", "KT - Số lượng", "không có", 0, "không tìm thấy (đã tìm ở: V)"),
        (
            "citations", "Viện dẫn", "không đọc được", 0,
            "không tìm thấy ở phần đọc được; trang 2, 4 không đọc được hết",
        ),
    ]  # fmt: skip


def test_the_workbook_names_who_signed() -> None:
    assert rows("Chữ ký số") == [
        ("stamp", "Đinh Văn Khuê", "UBND xã Phú Lạc", "2026-01-06T08:00:00+07:00", 4)
    ]


def test_the_tables_hold_both() -> None:
    files = csv_package.export(subject(**BARE)).files
    assert files["coverage.csv"].decode().splitlines()[2].startswith("awards.quotas,")
    assert "Đinh Văn Khuê" in files["signatures.csv"].decode()


def test_the_page_says_why_a_list_is_empty_or_short() -> None:
    page = html.export(subject(**BARE)).main.decode()
    assert "Không tìm thấy ở phần đọc được; trang 2, 4 không đọc được hết" in page
    assert "Trang 3 không đọc được hết" in page
    assert "Chữ ký số: Đinh Văn Khuê" in page
