"""Pages that are pictures give the record of the printed file, or say what they could not read."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path

import pytest
from PIL import Image

from extractor import pipeline
from extractor.document.model import Document
from extractor.errors import MissingComponent, UnreadableFile
from extractor.plan.model import Plan
from extractor.reading.dispatch import read_bytes
from extractor.reading.scan import engine as tesseract
from tests.reading.pdf_files import body, page, pdf
from tests.reading.scan_files import (
    as_pdf,
    as_picture,
    needed_tesseract,
    rendered,
    scanned,
    sealed,
)

WIDTH = b"\x00\x01\x04\x00\x01\x00\x00\x00"  # of a page of a TIFF: its tag, its type, one of them
# Its second page has a tag of another name instead.
WITHOUT_WIDTH = b"\x99\x99\x04\x00\x01\x00\x00\x00".join(
    as_picture([Image.new("L", (99, 99))] * 2, "TIFF").rsplit(WIDTH, 1)
)
PLAN = Path(__file__).parents[2] / "corpus" / "phu-lac-ho-so-thong-suot" / "plan.pdf"
SENTENCE = (
    "Giao Văn phòng Sở chủ trì, phối hợp với các phòng chuyên môn theo dõi, đôn đốc, báo cáo"
    " kết quả thực hiện Kế hoạch trước ngày 25 tháng 11 năm 2026."
)


@pytest.fixture(scope="module")
def plans() -> tuple[Plan, Plan]:
    """The plan as printed, and as scanned: a degree askew, dirty, a red seal at the signature."""
    needed_tesseract()
    printed = PLAN.read_bytes()
    pages = [
        scanned(sealed(one, 0.62, 0.42) if at == 2 else one)
        for at, one in enumerate(rendered(printed))
    ]
    return pipeline.extract(printed, name="plan.pdf"), pipeline.extract(
        as_pdf(pages), name="scan.pdf"
    )


def test_head_and_foot_of_a_scan_are_those_of_the_print(plans: tuple[Plan, Plan]) -> None:
    printed, scan = (plan.document for plan in plans)
    assert (scan.number, scan.date, scan.place) == (printed.number, printed.date, printed.place)
    assert (scan.title, scan.issuer, scan.signer) == (printed.title, printed.issuer, printed.signer)


def test_the_words_of_a_scan_are_those_of_the_print(plans: tuple[Plan, Plan]) -> None:
    printed, scan = ((plan.text or "").split() for plan in plans)
    assert SequenceMatcher(None, printed, scan, autojunk=False).ratio() > 0.98


def test_the_facts_of_a_scan_are_those_of_the_print(plans: tuple[Plan, Plan]) -> None:
    printed, scan = ({(t.operator, t.value, t.unit) for t in plan.targets} for plan in plans)
    assert scan <= printed
    assert len(scan) >= 0.8 * len(printed)
    assert [base.number for base in plans[1].legal_bases] == [
        base.number for base in plans[0].legal_bases
    ]


def test_a_scan_is_said_to_be_one(plans: tuple[Plan, Plan]) -> None:
    assert "low_text_quality" in {warning.code for warning in plans[1].warnings}
    assert "low_text_quality" not in {warning.code for warning in plans[0].warnings}


def picture(text: str = SENTENCE, turned: float = 0.0) -> Image.Image:
    needed_tesseract()
    (one,) = rendered(pdf(body(text)))
    return scanned(one, turned, specks=0)


def words(document: Document) -> str:
    return " ".join(document.text.split())


@pytest.mark.parametrize(("kind", "name"), [("PNG", "png"), ("JPEG", "jpg"), ("TIFF", "tif")])
def test_a_file_of_a_picture_is_read(kind: str, name: str) -> None:
    document = read_bytes(as_picture([picture()], kind))
    assert document.format == name
    assert words(document) == SENTENCE
    assert [page.method for page in document.pages] == ["ocr"]


def test_each_page_of_a_tif_is_read() -> None:
    document = read_bytes(as_picture([picture(), picture("Nơi nhận: Lưu VT.")], "TIFF"))
    assert [page.number for page in document.pages] == [1, 2]
    assert "Lưu VT." in document.text


def test_a_place_on_a_page_askew_lies_where_the_page_shows_it() -> None:
    straight, askew = (read_bytes(as_picture([picture(turned=turn)])) for turn in (0.0, 3.0))
    assert words(askew) == words(straight) == SENTENCE
    a, b = (document.blocks[0].origin.boxes[0] for document in (straight, askew))
    assert abs(a.x0 - b.x0) < 25 and 0 < b.bottom - b.top - (a.bottom - a.top) < 40


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_on_its_side_or_head_is_read(degrees: int) -> None:
    upright = picture(" ".join([SENTENCE] * 3))
    laid = upright.rotate(degrees, expand=True)
    a, b = (read_bytes(as_picture([page])) for page in (upright, laid))
    assert words(a) == words(b)
    page, box = b.pages[0], b.blocks[0].origin.boxes[0]
    assert (box.x1 - box.x0 > box.bottom - box.top) == (degrees == 180)
    assert 0 <= box.x0 < box.x1 <= page.width and 0 <= box.top < box.bottom <= page.height


def test_a_page_with_broken_letters_is_read_from_its_picture() -> None:
    needed_tesseract()
    good, (hidden,) = body(SENTENCE), rendered(pdf(body(SENTENCE)))
    document = read_bytes(as_pdf([hidden]))
    assert words(document) == words(read_bytes(pdf(good, *page(), good))).partition(" Giao")[0]


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"II*\x00" + b"\0" * 40,
        WITHOUT_WIDTH,
    ],
)
def test_a_broken_picture_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="hỏng"):
        read_bytes(data)


def test_a_picture_without_words_is_refused() -> None:
    needed_tesseract()
    with pytest.raises(UnreadableFile, match="Không nhận ra chữ nào"):
        read_bytes(as_picture([Image.new("RGB", (800, 1100), "white")]))


@pytest.mark.parametrize("languages", [None, frozenset({"eng", "osd"})])
def test_without_tesseract_one_line_says_what_to_install(
    languages: frozenset[str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    tesseract.engine.cache_clear()
    monkeypatch.setattr(tesseract, "_program", lambda: languages and "tesseract")
    monkeypatch.setattr(tesseract, "languages", lambda _: languages)
    with pytest.raises(MissingComponent, match=r"cài tesseract-ocr và tesseract-ocr-vie") as caught:
        read_bytes(as_picture([Image.new("L", (80, 110), 255)]))
    assert "\n" not in caught.value.message
