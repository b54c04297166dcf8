"""The stamp of an electronic signature that was copied with the text of a document."""

from __future__ import annotations

import pytest

from extractor.document.model import BlockKind, Cell, Document, Draft
from extractor.reading.docx import read_docx
from extractor.reading.stamp_lines import without_stamps
from extractor.reading.text import read_text
from extractor.reading.web import read_web
from tests.reading.word_files import par, run, word

STAMP = (
    "Ký bởi: ỦY BAN NHÂN DÂN XÃ PHÚ LẠC",
    "Cơ quan: TỈNH HÒA GIANG",
    "Thời gian ký: 05.03.2026 10:12:45 +07:00",
)
HEAD = ("ỦY BAN NHÂN DÂN", "XÃ PHÚ LẠC", "Số: 12/KH-UBND")
REST = ("KẾ HOẠCH", "Chuyển đổi số xã Phú Lạc", "I. MỤC ĐÍCH", "Phục vụ người dân.")


def aside(drafts: list[Draft]) -> list[str]:
    return [draft.text for draft in drafts if draft.kind is BlockKind.FURNITURE]


def marked(*texts: str, cell: Cell | None = None) -> list[str]:
    return aside(without_stamps([Draft(text, cell=cell) for text in texts]))


def test_the_lines_of_a_stamp_stand_aside() -> None:
    assert marked(*HEAD, *STAMP, *REST) == list(STAMP)


def test_a_stamp_that_became_one_paragraph_stands_aside() -> None:
    assert marked(*HEAD, " ".join(STAMP), *REST) == [" ".join(STAMP)]


def test_a_name_that_runs_on_in_a_line_of_its_own_belongs_to_the_stamp() -> None:
    lines = ("Người ký: ỦY BAN NHÂN DÂN", "XÃ PHÚ LẠC", "Ngày ký: 05/03/2026 10:12")
    assert marked(*HEAD, *lines, *REST) == list(lines)


def test_a_stamp_in_a_layout_table_stands_aside() -> None:
    assert marked(*STAMP, cell=Cell(0, 0, 0, borderless=True)) == list(STAMP)


@pytest.mark.parametrize(
    "texts",
    [
        ("Người ký: Chủ tịch Ủy ban nhân dân xã",),
        ("Người ký: Chủ tịch Ủy ban nhân dân xã", "Ngày ký: do văn thư điền"),
        ("Cơ quan: Ủy ban nhân dân xã", "Email: phulac@hoagiang.gov.vn"),
        ("Thời gian ký: 05/03/2026",),
        ("Cơ quan: Ủy ban nhân dân xã", "Ký bởi: Chủ tịch", "Ngày ký: 05/03/2026"),
    ],
)
def test_less_than_who_and_when_is_no_stamp(texts: tuple[str, ...]) -> None:
    assert marked(*HEAD, *texts, *REST) == []


def test_rows_of_a_form_are_no_stamp() -> None:
    assert marked(*STAMP, cell=Cell(0, 0, 0)) == []


def _body(document: Document) -> list[str]:
    return [block.text for block in document.body]


def test_every_reader_of_copies_sets_stamps_aside() -> None:
    lines = (*HEAD, *STAMP, *REST)
    text = "\n\n".join(lines)
    page = "".join(f"<p>{line}</p>" for line in lines)
    for document in (
        read_text(text.encode()),
        read_docx(word("".join(par(run(line)) for line in lines))),
        read_web(f"<body>{page}</body>".encode(), "html"),
    ):
        said = " ".join(_body(document))
        assert "Ký bởi" not in said and "Thời gian ký" not in said and "TỈNH" not in said
        assert "Số: 12/KH-UBND" in said
        assert "Ký bởi: ỦY BAN NHÂN DÂN XÃ PHÚ LẠC" in document.text


def test_lines_of_a_text_that_were_not_parted_by_blanks_stand_aside() -> None:
    said = _body(read_text("\n".join((*HEAD, *STAMP, *REST)).encode()))
    assert not any("Ký bởi" in line for line in said)
    assert "Số: 12/KH-UBND" in said
