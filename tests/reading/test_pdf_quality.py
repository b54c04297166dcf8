"""Letters that cannot be right are never handed out as text."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from extractor.errors import UnreadableFile
from extractor.reading.pdf import read_pdf
from extractor.reading.pdf_characters import lookalikes, repair
from extractor.reading.pdf_quality import CLEAN, SOUND, score
from tests.reading.pdf_files import FACE, OTHER, body, drawn, page, pdf, register, width_of
from tests.reading.scan_files import needed_tesseract

GOOD = (
    "Căn cứ Luật Tổ chức chính quyền địa phương; Ủy ban nhân dân xã Phú Lạc ban hành Kế hoạch phát"
    " động chiến dịch trên địa bàn xã năm 2026 như sau:"
)
# What a PDF gives whose map from codes to letters is shifted, lost, or of an old encoding.
SHIFTED = "&ăQ FӭX /XұW 7ә FKӭF FKtQK TX\\ӅQ ÿӏD SKѭѫQJ Yj .Ӄ KRҥFK Vӕ FӫD Ӫ\\ EDQ QKkQ GkQ [m"
TCVN3 = "C¨n cø LuËt Tæ chøc chÝnh quyÒn ®Þa ph­¬ng vµ KÕ ho¹ch sè cña ñy ban nh©n d©n x·"
VNI = "Caên cöù Luaät Toå chöùc chính quyeàn ñòa phöông vaø Keá hoaïch soá cuûa UÛy ban nhaân daân"
DROPPED = "Cn c Lut T chc chnh quyn a phng v K hoch s ca y ban nhn dn x ban hnh"
UNMAPPED = "C(cid:259)n c(cid:7913) Lu(cid:7853)t T(cid:7893) ch(cid:7913)c ch\ufffdnh quy\ufffdn"
SPACED = "K Ế H O Ạ C H P H Á T Đ Ộ N G C H I Ế N D Ị C H"


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "Số: 12/KH-UBND ngày 05/3/2026 của UBND tỉnh Hòa Giang (qua Sở Nội vụ);",
        "TT | Nhiệm vụ | 85% | 1.250,5 triệu đồng | ≥ 98,5 | ĐVT",
        "website dichvucong.hoagiang.gov.vn, email ubnd@phulac.gov.vn, https://phulac.vn/a",
        "Krông Búk, Đắk Lắk, TTgCP, CNTT, Zalo, 5G, a) b) – • “ngoặc kép”…",
        "A B",
        "",
    ],
)
def test_vietnamese_office_prose_is_clean(text: str) -> None:
    assert score(text.split()) >= CLEAN


@pytest.mark.parametrize("text", [SHIFTED, TCVN3, VNI, DROPPED, UNMAPPED, SPACED])
def test_broken_letters_are_not_sound(text: str) -> None:
    assert score(text.split()) < SOUND


def test_a_file_of_broken_letters_is_refused_like_a_scan() -> None:
    needed_tesseract()
    with pytest.raises(UnreadableFile, match=r"không có lớp chữ đọc được.*\.docx"):
        read_pdf(pdf(body(SHIFTED.replace("&", "&amp;"))))


def test_a_broken_page_is_an_image_and_none_of_its_letters_come_out() -> None:
    document = read_pdf(
        pdf(body(GOOD), *page(), body(SHIFTED.replace("&", "&amp;")), *page(), body(GOOD))
    )
    assert [page.method for page in document.pages] == ["text", "image", "text"]
    assert [block.text for block in document.blocks] == [GOOD, GOOD]
    (notice,) = document.notices
    assert notice.code == "low_text_quality"
    assert notice.message.startswith("Trang 2 ")


def test_some_wrong_words_on_a_sound_page_are_said() -> None:
    document = read_pdf(pdf(body(GOOD + " 7ӵ GR +ҥQK Yj")))
    assert document.pages[0].method == "text"
    assert [notice.code for notice in document.notices] == ["low_text_quality"]


def test_glyphs_drawn_font_by_font_are_read_the_slow_way() -> None:
    # A face without Vietnamese letters: the program draws the plain letters first, then the others.
    def scattered(canvas: Canvas) -> None:
        for plain in (True, False):
            for row, line in enumerate((GOOD[:66], GOOD[66:])):
                x = 85.0
                for char in line:
                    face = FACE if char.isascii() else OTHER
                    if char != " " and char.isascii() is plain:
                        canvas.setFont(face, 10)
                        canvas.drawString(x, 700 - 15 * row, char)
                    x += width_of(char, face, 10)

    register()
    document = read_pdf(drawn(scattered))
    assert " ".join(block.text for block in document.blocks) == GOOD
    assert document.notices == ()


def test_a_picture_of_a_page_is_an_image_page() -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]

    def scan(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (60, 84), 240)), 0, 0, 595, 842)

    needed_tesseract()
    with pytest.raises(UnreadableFile, match="bản quét"):
        read_pdf(drawn(scan))


def test_letters_drawn_as_curves_are_an_image_page() -> None:
    def curves(canvas: Canvas) -> None:
        for at in range(300):
            canvas.circle(85 + at % 30 * 12, 700 - at // 30 * 14, 4)

    needed_tesseract()
    with pytest.raises(UnreadableFile, match="bản quét"):
        read_pdf(drawn(curves))


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ("Ðiều", "Điều"),
        ("ðội ngǜ", "đội ngũ"),
        ("Ca\u0306n cu\u031b\u0301", "Căn cứ"),
        ("ﬁle", "file"),
        ("nghiệp\u00ad", "nghiệp"),
        ("\u200bSở\ufeff", "Sở"),
        ("\uf0b7", "•"),
        ("\x01Số\x1f", "Số"),
        ("12/KH-UBND", "12/KH-UBND"),
    ],
)
def test_characters_are_made_what_they_look_like(found: str, right: str) -> None:
    assert repair(found) == right


def test_repaired_letters_are_counted_and_said() -> None:
    assert lookalikes("Ðiều ðội") == 2
    document = read_pdf(pdf(body(GOOD.replace("đ", "ð").replace("Đ", "Ð"))))
    assert document.text == GOOD
    assert [notice.code for notice in document.notices] == ["repaired_letters"]
