"""The stamp of an electronic signature stands aside, wherever on the page it was printed."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from extractor.document.model import BlockKind, Document
from extractor.reading.pdf import read_pdf
from tests.reading.pdf_files import drawn, text_at

HEAD = ((85.0, 780.0, "ỦY BAN NHÂN DÂN"), (330.0, 780.0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
BODY = tuple(
    (85.0, 700.0 - 16 * row, f"Các thôn thực hiện nội dung thứ {row} của kế hoạch chuyển đổi số")
    for row in range(12)
)
FOOT = (
    (85.0, 420.0, "Nơi nhận:"),
    (360.0, 420.0, "TM. ỦY BAN NHÂN DÂN"),
    (85.0, 404.0, "- Các thôn;"),
    (360.0, 404.0, "CHỦ TỊCH"),
    (85.0, 388.0, "- Lưu: VT."),
    (360.0, 340.0, "Lò Thị Hạnh"),
)
LINES = (
    "Ký bởi: ỦY BAN NHÂN DÂN XÃ PHÚ LẠC",
    "Cơ quan: TỈNH HÒA GIANG",
    "Ngày ký: 05/03/2026 10:12:45",
)


def stamped(x: float, y: float, *lines: str, size: float = 7) -> Callable[[Canvas], None]:
    """A page with a stamp written over it, its first line at (x, y)."""

    def draw(canvas: Canvas) -> None:
        canvas.setFontSize(11.5)
        text_at(*HEAD, *BODY, *FOOT)(canvas)
        canvas.setFontSize(size)
        text_at(*((x, y - 1.3 * size * row, line) for row, line in enumerate(lines)))(canvas)

    return draw


def aside(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.kind is BlockKind.FURNITURE]


def own(document: Document) -> str:
    return "\n".join(block.text for block in document.body)


PLAIN = own(read_pdf(drawn(stamped(0, 0))))


def test_a_stamp_beside_the_letterhead_is_no_line_of_it() -> None:
    document = read_pdf(drawn(stamped(420, 782, *LINES)))
    assert aside(document) == [" ".join(LINES)]
    assert own(document) == PLAIN


def test_a_stamp_across_the_signature_is_no_line_of_it() -> None:
    document = read_pdf(drawn(stamped(350, 405, *LINES)))
    assert aside(document) == [" ".join(LINES)]
    assert own(document) == PLAIN


def test_a_stamp_in_the_size_of_the_text_needs_signer_and_time() -> None:
    assert aside(read_pdf(drawn(stamped(300, 300, *LINES, size=11.5)))) == [" ".join(LINES)]
    lone = "Người ký: Chủ tịch Ủy ban nhân dân xã"
    document = read_pdf(drawn(stamped(85, 300, lone, size=11.5)))
    assert aside(document) == []
    assert lone in own(document)


def test_an_english_stamp_and_its_state_stand_aside() -> None:
    lines = (
        "Signature Not Verified",
        "Digitally signed by: LÒ THỊ HẠNH",
        "Date: 2026.03.05 10:12:45 +07'00'",
    )
    document = read_pdf(drawn(stamped(420, 782, *lines)))
    assert aside(document) == [" ".join(lines)]
    assert own(document) == PLAIN


def test_a_name_that_runs_over_two_lines_belongs_to_the_stamp() -> None:
    lines = ("Người ký: VĂN PHÒNG ỦY BAN", "NHÂN DÂN XÃ PHÚ LẠC", "Email: phulac@hoagiang.gov.vn")
    document = read_pdf(drawn(stamped(420, 800, *lines)))
    assert aside(document) == [" ".join(lines)]


def test_two_stamps_on_a_page_are_two() -> None:
    def twice(canvas: Canvas) -> None:
        stamped(420, 800, *LINES)(canvas)
        canvas.setFontSize(7)
        text_at((350.0, 380.0, "Ký bởi: Lò Thị Hạnh"), (350.0, 371.0, LINES[2]))(canvas)

    document = read_pdf(drawn(twice))
    assert aside(document) == [" ".join(LINES), f"Ký bởi: Lò Thị Hạnh {LINES[2]}"]
    assert own(document) == PLAIN
