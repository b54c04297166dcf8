"""What a PDF document says of itself: id, pages, boxes; and what cannot be read says what to do."""

from __future__ import annotations

import hashlib
import io
import random

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from extractor.document.locate import boxes_of, page_of
from extractor.errors import UnreadableFile
from extractor.reading import pdf as reader
from extractor.reading.pdf import read_pdf
from extractor.reading.pdf_messages import pages
from extractor.span import Span
from tests.reading.pdf_files import FACE, body, centre, drawn, grid, page, pdf, register, text_at

BODY = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025; thực hiện Kế hoạch số"
    " 7/KH-UBND của Ủy ban nhân dân tỉnh Hòa Giang, Ủy ban nhân dân xã Phú Lạc ban hành Kế hoạch."
)
FILE = pdf(
    centre("<b>KẾ HOẠCH</b>"), body(BODY), *page(), body(BODY), grid([["TT", "A"]], [0.5, 0.5])
)


def test_the_document_knows_its_bytes_its_name_and_its_pages() -> None:
    document = read_pdf(FILE, name="ke-hoach.pdf")
    assert document.id == hashlib.sha256(FILE).hexdigest()
    assert document.format == "pdf"
    assert document.name == "ke-hoach.pdf"
    assert [(sheet.number, sheet.method) for sheet in document.pages] == [(1, "text"), (2, "text")]
    assert round(document.pages[0].width) == 595
    assert round(document.pages[0].height) == 842
    assert document.notices == ()


def test_reading_twice_gives_the_same() -> None:
    assert read_pdf(FILE) == read_pdf(FILE)


def test_a_span_leads_to_the_boxes_of_its_own_lines() -> None:
    document = read_pdf(FILE)
    start = document.text.index("7/KH-UBND")
    (box,) = boxes_of(document, Span(start, start + 9))
    whole = document.blocks[1].origin
    assert box in whole.boxes
    assert len(whole.boxes) == len(whole.chars) == 3
    assert page_of(document, Span(start, start + 9)) == 1
    assert box.x0 >= 85
    assert whole.boxes[0].bottom <= whole.boxes[1].top + 3
    assert 57 < whole.boxes[0].top < 110  # points from the top of the page


def test_boxes_count_from_the_corner_of_the_page_as_it_is_shown() -> None:
    whole, cropped = (read_pdf(pdf(body(BODY), crop=crop)) for crop in (False, True))
    assert cropped.text == whole.text
    first, moved = (document.blocks[0].origin.boxes[0] for document in (whole, cropped))
    assert moved.x0 == pytest.approx(first.x0 - 20, abs=0.2)
    assert moved.top == pytest.approx(first.top, abs=0.2)
    assert cropped.pages[0].height == pytest.approx(whole.pages[0].height - 30, abs=0.2)


def test_every_word_of_a_block_lies_in_its_boxes_offsets() -> None:
    for block in read_pdf(FILE).blocks:
        assert list(block.origin.chars) == sorted(set(block.origin.chars))
        assert all(0 <= at < max(1, len(block.text)) for at in block.origin.chars)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "không phải PDF"),
        (b"PK\x03\x04 xin chao", "không phải PDF"),
        (b"%PDF-1.7\nrac", "bị hỏng"),
        (FILE[:400], "bị hỏng"),
    ],
)
def test_what_is_no_pdf_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFile, match=message):
        read_pdf(data)


def test_a_locked_file_is_refused() -> None:
    register()
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("mat-khau", canPrint=0))
    canvas.setFont(FACE, 12)
    canvas.drawString(85, 700, BODY[:60])
    canvas.save()
    with pytest.raises(UnreadableFile, match="mật khẩu"):
        read_pdf(out.getvalue())


def test_a_file_locked_against_changes_only_is_read() -> None:
    register()
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("", ownerPassword="chu", canModify=0))
    canvas.setFont(FACE, 12)
    canvas.drawString(85, 700, BODY[:60])
    canvas.save()
    assert read_pdf(out.getvalue()).text == BODY[:60].strip()


def test_a_file_without_any_text_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="không có chữ nào"):
        read_pdf(drawn(text_at()))


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PAGES", 1)
    with pytest.raises(UnreadableFile, match="2 trang, quá giới hạn 1 trang"):
        read_pdf(FILE)


def test_a_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_SECONDS", -1.0)
    with pytest.raises(UnreadableFile, match="quá phức tạp"):
        read_pdf(FILE)


@pytest.mark.parametrize("seed", range(24))
def test_damaged_files_are_read_or_refused_never_worse(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(FILE)
    if seed % 2:
        data = data[: chance.randrange(len(data))]
    else:
        for _ in range(40):
            data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        document = read_pdf(bytes(data))
    except UnreadableFile as error:
        assert error.message.endswith(".")
    else:
        assert document.pages


@pytest.mark.parametrize(
    ("numbers", "text"), [([1], "1"), ([1, 2, 3, 7], "1–3, 7"), ([2, 4, 5], "2, 4–5")]
)
def test_pages_are_named_in_runs(numbers: list[int], text: str) -> None:
    assert pages(numbers) == text
