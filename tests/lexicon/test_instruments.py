"""The registry of legal instruments: what it holds, how it is asked, what its loader refuses."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from extractor.errors import LexiconError
from extractor.lexicon.instruments import Instrument, parse_registry, registry

HEAD = "registry: x\ntitle: Văn bản\nentries:\n"


def entry(**changes: str) -> str:
    fields = {
        "number": "01/2020/NĐ-CP",
        "type": "Nghị định",
        "date": '"2020-01-05"',
        "issuer": "Chính phủ",
        "title": "về việc gì đó",
        "from": '"2020-03-01"',
        "to": "null",
        "replaced_by": "null",
        "amended_by": "[]",
        "found": "Công báo",
    } | changes
    lines = [f"    {key}: {value}" for key, value in fields.items()]
    return "  -" + "\n".join(lines)[3:] + "\n"


@pytest.mark.parametrize("one", registry().entries, ids=lambda one: one.key)
def test_each_entry_says_where_and_when_it_was_found(one: Instrument) -> None:
    assert "22/11/2026" in one.found


@pytest.mark.parametrize("one", registry().entries, ids=lambda one: one.key)
def test_each_date_exists(one: Instrument) -> None:
    for day in filter(None, (one.date, one.in_force, one.to)):
        if len(day) == len("2026-01-05"):
            date.fromisoformat(day)


def test_the_registry_is_large_enough_to_be_of_use() -> None:
    assert len(registry().entries) >= 60


@pytest.mark.parametrize(
    ("old", "new", "day"),
    [
        ("110/2004/NĐ-CP", "30/2020/NĐ-CP", "2020-03-05"),
        ("61/2018/NĐ-CP", "118/2025/NĐ-CP", "2025-07-01"),
        ("98/2023/NĐ-CP", "152/2025/NĐ-CP", "2025-07-01"),
        ("77/2015/QH13", "65/2025/QH15", "2025-03-01"),
        ("65/2025/QH15", "72/2025/QH15", "2025-06-16"),
        ("15/2003/QH11", "06/2022/QH15", "2024-01-01"),
        ("13/2023/NĐ-CP", "356/2025/NĐ-CP", "2026-01-01"),
    ],
)
def test_what_was_replaced_names_its_successor_and_its_last_day(
    old: str, new: str, day: str
) -> None:
    found = registry().find(old)
    assert found is not None
    after = registry().successor(found)
    assert after is not None
    assert (after.number, found.to) == (new, day)


def test_a_number_without_a_year_is_found_only_with_one() -> None:
    assert registry().find("06/QĐ-TTg") is None
    early, late = registry().find("06/QĐ-TTg", "2022"), registry().find("06/QĐ-TTg", "2025-01-02")
    assert early is not None
    assert late is not None
    assert (early.date, late.date) == ("2022-01-06", "2025-01-02")


def test_a_number_is_found_whatever_its_case_and_blanks() -> None:
    assert registry().find("118 /2025/NĐ-cp") is registry().find("118/2025/NĐ-CP") is not None


def test_laws_of_one_title_come_in_the_order_of_their_dates() -> None:
    found = registry().named("Luật", "Tổ chức chính quyền  địa phương")
    assert [one.number for one in found] == ["77/2015/QH13", "65/2025/QH15", "72/2025/QH15"]


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (entry() + entry(), "bị lặp"),
        (entry(to='"2020-02-01"'), "không theo thứ tự"),
        (entry(date='"05/01/2020"'), "không đúng dạng"),
        (entry(to='"2021"'), "không đủ ngày"),
        (entry(replaced_by="02/2021/NĐ-CP"), "không có trong danh mục"),
        (entry(number="01/QĐ-TTg", date="null"), "phải có ngày"),
        (entry(found='" "'), "tìm thấy ở đâu"),
        (entry(colour="đỏ"), "sai khuôn dạng"),
        (entry(title=unicodedata.normalize("NFD", "về việc gì đó")), "NFC"),
    ],
)
def test_the_loader_refuses(source: str, fault: str) -> None:
    with pytest.raises(LexiconError, match=fault):
        parse_registry(HEAD + source)


def test_the_loader_takes_what_is_sound() -> None:
    assert parse_registry(HEAD + entry()).find("01/2020/NĐ-CP") is not None
