"""Type, title and theme from the lines under the letterhead."""

import pytest

from extractor.fields.read import Read
from extractor.fields.title import (
    read_inline_type,
    read_issued_type,
    read_theme,
    read_title,
    read_type,
    type_of_number,
)
from extractor.span import Span
from tests.fields.making import blocks


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("KẾ HOẠCH", "Kế hoạch"),
        ("KẾ HOẠCH HÀNH ĐỘNG", "Kế hoạch"),
        ("KẾ HOẠCH LIÊN TỊCH", "Kế hoạch"),
        ("QUYẾT ĐỊNH", "Quyết định"),
        ("HƯỚNG DẪN", "Hướng dẫn"),
    ],
)
def test_the_official_name_of_a_type(line: str, kind: str) -> None:
    read = read_type(blocks(line))
    assert read is not None
    assert read.value == kind


def test_a_type_on_the_titles_line_is_not_part_of_the_title() -> None:
    made = blocks("KẾ HOẠCH Chuyển đổi số", "xã Phú Lạc năm 2026")
    kind, title = read_inline_type(made), read_title(made)
    assert kind is not None
    assert title is not None
    assert (kind.value, title.value) == ("Kế hoạch", "Chuyển đổi số xã Phú Lạc năm 2026")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("108/KH-UBND", "Kế hoạch"),
        ("05/KHLT-SNV-CAT", "Kế hoạch"),
        ("12/QĐ-UBND", "Quyết định"),
        ("66-QĐ/TW", "Quy định"),
        ("24-CTr/ĐU", "Chương trình"),
        ("8609/SNNMT-VPĐK", None),
    ],
)
def test_the_type_that_a_number_stands_for(number: str, kind: str | None) -> None:
    read = type_of_number(Read(number, Span(0, len(number))))
    assert (read.value if read else None) == kind


def test_the_type_that_the_sentence_issues() -> None:
    read = read_issued_type(blocks("UBND xã Phú Lạc xây dựng Phương án như sau:"))
    assert read is not None
    assert read.value == "Phương án"
    assert read_issued_type(blocks("UBND xã Phú Lạc phát động phong trào thi đua.")) is None


def test_a_title_is_whole_and_without_rule_addressee_or_note() -> None:
    made = blocks(
        "Phát động phong trào thi đua “Xã số”",
        "năm 2026",
        "-------",
        "Kính gửi: Hội đồng nhân dân xã",
        "(Ban hành kèm theo Quyết định số 12/QĐ-UBND)",
    )
    title = read_title(made)
    assert title is not None
    assert title.value == "Phát động phong trào thi đua “Xã số” năm 2026"


def test_a_note_on_the_titles_line_is_cut() -> None:
    title = read_title(blocks("Chuyển đổi số năm 2026 (Kèm theo Quyết định số 12/QĐ-UBND)"))
    assert title is not None
    assert title.value == "Chuyển đổi số năm 2026"


def test_the_theme_is_what_is_quoted_in_the_title() -> None:
    text = "Phát động phong trào “Xã số” năm 2026"
    title = read_title(blocks(text))
    theme = read_theme(title, text)
    assert theme is not None
    assert theme.value == "Xã số"
    assert theme.span.of(text) == "Xã số"


def test_no_quotes_no_theme_and_no_lines_no_title() -> None:
    assert read_theme(read_title(blocks("Chuyển đổi số")), "Chuyển đổi số") is None
    assert read_title(()) is None
