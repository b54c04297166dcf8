"""Number, place and date of the letterhead: as printed, blank, on one line, of the Party."""

import pytest

from extractor.fields.letterhead import iso, read_dateline, read_number
from tests.fields.making import blocks


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 108/KH-UBND", "108/KH-UBND"),
        ("Số 45-HD/BTCTW", "45-HD/BTCTW"),
        ("Số: 24 - CTr/ĐU", "24-CTr/ĐU"),
        ("SỐ: 773 /QĐ-TTg", "773/QĐ-TTg"),
        ("Sô: 12/KH–UBND", "12/KH-UBND"),
        ("Số: 1 2/KH-SNNMT", "12/KH-SNNMT"),
        ("Số: 05/KHLT-SNV-SGDĐT", "05/KHLT-SNV-SGDĐT"),
        ("Số: 252/KH-BCĐQG1237", "252/KH-BCĐQG1237"),
        ("Số: 12/KH-UBND Phú Lạc, ngày 05 tháng 01 năm 2026", "12/KH-UBND"),
        ("Số: 35/2026/QĐ-UBND", "35/2026/QĐ-UBND"),
        ("Số: 05 /2026/NQ-HĐND", "05/2026/NQ-HĐND"),
    ],
)
def test_a_number_as_the_contract_prints_it(line: str, number: str) -> None:
    read = read_number(blocks(line))
    assert read is not None
    assert read.value == number


@pytest.mark.parametrize("line", ["Số:     /KH-UBND", "Số: …../KH-UBND", "Số ___ -KH/ĐU"])
def test_a_blank_number_is_none_and_keeps_its_place(line: str) -> None:
    read = read_number(blocks(line))
    assert read is not None
    assert read.value is None
    assert read.span.of(line).startswith("Số")


@pytest.mark.parametrize("line", ["Kế hoạch số 12/KH-UBND", "SỞ NỘI VỤ", "Số lượng: 12"])
def test_no_number_of_the_document_itself(line: str) -> None:
    assert read_number(blocks(line)) is None


def test_a_stated_number_goes_before_a_blank_one() -> None:
    read = read_number(blocks("Số: /KH-UBND", "Số: 7/KH-UBND"))
    assert read is not None
    assert read.value == "7/KH-UBND"


@pytest.mark.parametrize(
    ("line", "place", "date", "blank"),
    [
        ("Phú Lạc, ngày 05 tháng 01 năm 2026", "Phú Lạc", "2026-01-05", False),
        ("Phú Lạc ngày 5 tháng 1 năm 2026", "Phú Lạc", "2026-01-05", False),
        ("Phú Lạc, ngày      tháng 01 năm 2026", "Phú Lạc", "2026-01", True),
        ("Phú Lạc, ngày … tháng … năm 2026", "Phú Lạc", "2026", True),
        ("Phú Lạc, ngày    tháng    năm", "Phú Lạc", None, True),
        ("Hà Nội, ngày 26 tháng 0 6 năm 2018", "Hà Nội", "2018-06-26", False),
        ("Phú Lạc, ngày 05/01/2026", "Phú Lạc", "2026-01-05", False),
        ("ngày 05 tháng 01 năm 2026", None, "2026-01-05", False),
        ("Số: 12/KH-UBND   Phú Lạc, ngày 05 tháng 01 năm 2026", "Phú Lạc", "2026-01-05", False),
        ("Số: 9/QĐ-TTg Hà Nội, ngày 05 tháng 01 năm 2026", "Hà Nội", "2026-01-05", False),
        ("Số 24-CTr/ĐU Phú Lạc, ngày 05 tháng 01 năm 2026", "Phú Lạc", "2026-01-05", False),
        ("Số:    /KH-UBND Phú Lạc, ngày    tháng 01 năm 2026", "Phú Lạc", "2026-01", True),
    ],
)
def test_place_and_date(line: str, place: str | None, date: str | None, blank: bool) -> None:
    read = read_dateline(blocks(line))
    assert read is not None
    assert (read.place.value if read.place else None, read.date.value) == (place, date)
    assert read.blank is blank


def test_the_places_of_place_and_date_are_slices_of_the_line() -> None:
    line = "Số: 12/KH-UBND   Phú Lạc, ngày 05 tháng 01 năm 2026"
    read = read_dateline(blocks(line))
    assert read is not None
    assert read.place is not None
    assert read.place.span.of(line) == "Phú Lạc"
    assert "05 tháng 01 năm 2026" in read.date.span.of(line)


def test_lines_without_a_date_have_none() -> None:
    assert read_dateline(blocks("ỦY BAN NHÂN DÂN", "Số: 12/KH-UBND")) is None


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        (("2026", "6", "4"), "2026-06-04"),
        (("2026", "13", "4"), "2026"),
        (("2026", "6", "32"), "2026-06"),
        (("", "6", "4"), None),
    ],
)
def test_a_date_is_cut_to_what_is_stated(parts: tuple[str, str, str], date: str | None) -> None:
    assert iso(*parts) == date
