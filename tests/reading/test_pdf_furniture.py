"""Page numbers, running heads, stamps and footnotes stand aside from the text of the document."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from extractor.document.model import BlockKind
from extractor.reading.pdf import read_pdf
from tests.reading.pdf_files import body, centre, drawn, page, pdf, text_at

SENTENCE = "Ủy ban nhân dân xã yêu cầu các thôn, các đơn vị triển khai thực hiện"
LINES = [(85.0, 700.0 - 17 * at, f"{SENTENCE} {at}.") for at in range(8)]
BODY = "Căn cứ Luật Tổ chức chính quyền địa phương, Ủy ban nhân dân xã ban hành Kế hoạch này."


@pytest.mark.parametrize("number", ["2", "- 2 -", "Trang 2", "trang 2/5", "Trang 2 trên 5", "2/5"])
@pytest.mark.parametrize("y", [810.0, 30.0])
def test_page_numbers_are_dropped(number: str, y: float) -> None:
    document = read_pdf(drawn(text_at((290.0, y, number), *LINES)))
    assert document.text == " ".join(text for _, _, text in LINES)


def test_a_number_inside_the_page_is_text() -> None:
    document = read_pdf(drawn(text_at(*LINES, (290.0, 400.0, "2026"))))
    assert document.text.endswith("2026")


def test_a_running_head_stands_aside_once() -> None:
    pieces = [piece for at in range(4) for piece in (body(f"{BODY[:-1]} {at}."), *page())]
    document = read_pdf(pdf(*pieces, body(BODY), head="Kế hoạch chiến dịch xã Phú Lạc"))
    kinds = [block.kind for block in document.blocks]
    assert kinds == [BlockKind.PARAGRAPH] * 5 + [BlockKind.FURNITURE]
    assert document.blocks[-1].text == "Kế hoạch chiến dịch xã Phú Lạc"


def test_annexes_that_begin_alike_keep_their_heads() -> None:
    annex = [
        centre("<b>PHỤ LỤC</b>"),
        centre("<i>(Kèm theo Kế hoạch số 12/KH-UBND)</i>"),
        body(BODY),
    ]
    document = read_pdf(pdf(*annex, *page(), *annex, *page(), *annex))
    assert [block.text for block in document.blocks].count("PHỤ LỤC") == 3


def test_the_stamp_of_an_electronic_signature_stands_aside() -> None:
    def stamped(canvas: Canvas) -> None:
        canvas.setFontSize(7)
        text_at(
            (400.0, 815.0, "Người ký: ỦY BAN NHÂN DÂN XÃ PHÚ LẠC"),
            (400.0, 806.0, "Cơ quan: TỈNH HÒA GIANG"),
            (400.0, 797.0, "Thời gian ký: 05.03.2026 10:12:45 +07:00"),
        )(canvas)
        canvas.setFontSize(11.5)
        text_at(*LINES)(canvas)

    document = read_pdf(drawn(stamped))
    aside = [block.text for block in document.blocks if block.kind is BlockKind.FURNITURE]
    assert len(aside) == 1
    assert aside[0].endswith("10:12:45 +07:00")
    assert next(document.body).text.startswith(LINES[0][2])


def test_small_print_about_an_office_is_no_stamp() -> None:
    def form(canvas: Canvas) -> None:
        text_at(*LINES)(canvas)
        canvas.setFontSize(8)
        text_at((85.0, 520.0, "Cơ quan: Ủy ban nhân dân xã Phú Lạc"))(canvas)

    document = read_pdf(drawn(form))
    assert all(block.kind is BlockKind.PARAGRAPH for block in document.blocks)
    assert document.text.endswith("Cơ quan: Ủy ban nhân dân xã Phú Lạc")


def test_footnotes_stand_at_the_end() -> None:
    def noted(canvas: Canvas) -> None:
        text_at(*LINES)(canvas)
        canvas.setFontSize(8)
        text_at(
            (85.0, 90.0, "1 Báo cáo số 12/BC-UBND ngày 05/01/2026 của Ủy ban nhân dân xã,"),
            (85.0, 79.0, "phần kết quả thực hiện."),
            (85.0, 68.0, "2 Tính đến ngày 31/12/2025."),
        )(canvas)

    document = read_pdf(drawn(noted, text_at((85.0, 700.0, "Nơi nhận: các thôn."))))
    notes = [block.text for block in document.blocks if block.kind is BlockKind.FOOTNOTE]
    assert notes == [
        "1 Báo cáo số 12/BC-UBND ngày 05/01/2026 của Ủy ban nhân dân xã, phần kết quả thực hiện.",
        "2 Tính đến ngày 31/12/2025.",
    ]
    assert document.blocks[-1].kind is BlockKind.FOOTNOTE


def test_a_watermark_stands_aside() -> None:
    def marked(canvas: Canvas) -> None:
        text_at(*LINES)(canvas)
        canvas.saveState()
        canvas.translate(150, 500)
        canvas.rotate(50)
        canvas.drawString(0, 0, "BẢN SAO")
        canvas.restoreState()

    document = read_pdf(drawn(marked))
    assert [block.text for block in document.blocks] == [
        " ".join(text for _, _, text in LINES),
        "BẢN SAO",
    ]
    assert document.blocks[1].kind is BlockKind.FURNITURE
