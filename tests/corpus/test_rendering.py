"""The printings: the same every time, the same as committed, and with what Word itself numbers."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

import docx
import pypdfium2
import pytest

from corpus import fonts
from corpus.docx_numbering import Numberer
from corpus.grid import grid
from corpus.layout import Grid, GridCell, Look, Numbering, Sheet, para
from corpus.render import HERE, names, printings, sheet_of
from corpus.render_docx import render_docx
from corpus.render_pdf import render_pdf
from corpus.render_txt import render_txt

NAMES = names()


def words(text: str) -> list[str]:
    return re.findall(r"\w+|[%≥≤/]", text)


def header_words(name: str) -> set[str]:
    tables = [piece for piece in sheet_of(name).pieces if isinstance(piece, Grid)]
    return {w for t in tables for c in t.cells if c.row < t.header for w in words(c.text)}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_text_and_word_file_are_what_the_source_prints(name: str) -> None:
    sheet = sheet_of(name)
    assert render_txt(sheet) == (HERE / name / "plan.txt").read_text("utf-8")
    # Part by part: the packing of a zip may differ from one zlib to the next, its contents may not.
    assert parts(render_docx(sheet)) == parts((HERE / name / "plan.docx").read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_pdf_says_the_words_of_the_text(name: str) -> None:
    pdf = pypdfium2.PdfDocument(HERE / name / "plan.pdf")
    pages = [page.get_textpage().get_text_range() for page in pdf]
    # Page numbers stand at the top from page 2 on.
    read = [re.sub(rf"\A\s*{n}\s", "", page) if n > 1 else page for n, page in enumerate(pages, 1)]
    expected = Counter(words((HERE / name / "plan.txt").read_text("utf-8")))
    found = Counter(words(" ".join(read)))
    assert expected - found == Counter()
    # A table over a page break says its header again.
    assert set(found - expected) <= header_words(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_pdf_is_what_the_source_prints(name: str) -> None:
    try:
        face = fonts.serif()
    except fonts.MissingFont as missing:
        pytest.skip(f"the PDF cannot be printed again here: {missing}")
    if face.regular.name != "DejaVuSerif.ttf":
        pytest.skip(f"the committed PDFs are set in DejaVu Serif, here is only {face.regular.name}")
    assert render_pdf(sheet_of(name)) == (HERE / name / "plan.pdf").read_bytes()


def test_two_printings_are_the_same_bytes() -> None:
    assert list(printings(NAMES[0])) == list(printings(NAMES[0]))


def test_a_missing_font_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_installed", dict)
    with pytest.raises(fonts.MissingFont, match="fonts-dejavu"):
        fonts.serif()


def body(*lines: str, numbering: Numbering) -> bytes:
    pieces = tuple(para(Look.BODY, line) for line in lines)
    return render_docx(Sheet("Kế hoạch", pieces, numbering))


LINES = (
    "I. MỤC ĐÍCH",
    "1. Mục đích",
    "- Nâng cao chất lượng",
    "2. Yêu cầu",
    "II. NỘI DUNG",
    "1. Nội dung",
)


@pytest.mark.parametrize("numbering", [Numbering.DIRECT, Numbering.STYLES])
def test_automatic_numbers_leave_the_text_to_word(numbering: Numbering) -> None:
    word = docx.Document(io.BytesIO(body(*LINES, numbering=numbering)))
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert texts == [line.partition(" ")[2] for line in LINES]


def test_printed_numbers_stay_in_the_text() -> None:
    word = docx.Document(io.BytesIO(body(*LINES, numbering=Numbering.PRINTED)))
    assert [paragraph.text for paragraph in word.paragraphs] == list(LINES)


@pytest.mark.parametrize("linked", [True, False])
def test_a_number_that_word_would_not_print_is_refused(linked: bool) -> None:
    numberer = Numberer(linked=linked)
    numberer.place("1. Mục đích")
    with pytest.raises(ValueError, match="Word would print 2"):
        numberer.place("3. Yêu cầu")


def test_a_lower_list_starts_again_under_the_next_heading() -> None:
    numberer = Numberer(linked=False)
    first = [numberer.place(line) for line in ("I. A", "1. B", "2. C")]
    second = [numberer.place(line) for line in ("II. D", "1. E")]
    assert first[0] and second[0] and first[0].num_id == second[0].num_id
    assert first[1] and second[1] and first[1].num_id != second[1].num_id


def test_a_drawn_table_knows_its_merged_cells() -> None:
    table = grid(
        "TT | Kết quả | <\n^ | 2026 | 2027\n== I. HỒ SƠ\n1 | 90% | 95%", [1, 2, 2], header=2
    )
    assert table.cells[:4] == (
        GridCell(0, 0, "TT", row_span=2),
        GridCell(0, 1, "Kết quả", column_span=2),
        GridCell(1, 1, "2026"),
        GridCell(1, 2, "2027"),
    )
    assert GridCell(2, 0, "I. HỒ SƠ", column_span=3) in table.cells


def test_a_drawn_table_with_a_short_row_is_refused() -> None:
    with pytest.raises(ValueError, match="a row of 1 cells"):
        grid("TT | Nhiệm vụ\n1", [1, 2], header=1)
