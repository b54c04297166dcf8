"""Pictures of pages as an office's scanner makes them: askew, dirty, with a seal over the name."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from random import Random

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from extractor.reading.scan.engine import found

DPI = 200
RED = (205, 30, 40)


def needed_tesseract() -> None:
    """Fail with one clear line where tesseract, or its Vietnamese, is missing."""
    if found() is None:
        pytest.fail("tesseract with Vietnamese is missing: `make ocr` installs it", pytrace=False)


def rendered(data: bytes) -> list[Image.Image]:
    """The pages of a PDF at 200 dots an inch."""
    with pypdfium2.PdfDocument(data) as document:
        return [page.render(scale=DPI / 72).to_pil().convert("RGB") for page in document]


def scanned(page: Image.Image, degrees: float = 1.0, specks: int = 400) -> Image.Image:
    """The page turned a little, with specks of dirt and the grey of a lamp."""
    turned = page.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    random, draw = Random(7), ImageDraw.Draw(turned)
    for _ in range(specks):
        x, y = random.randrange(turned.width), random.randrange(turned.height)
        draw.ellipse((x, y, x + random.randrange(1, 3), y + 1), fill=(120, 120, 120))
    lamp = Image.linear_gradient("L").resize(turned.size).point(lambda shade: 225 + shade // 9)
    return Image.composite(turned, Image.new("RGB", turned.size, (214, 214, 210)), lamp)


def sealed(page: Image.Image, x: float, y: float, millimetres: float = 36) -> Image.Image:
    """The page with a red seal whose middle lies at x, y (parts of the page)."""
    pixels = millimetres / 25.4 * DPI
    middle, found = (x * page.width, y * page.height), page.copy()
    draw = ImageDraw.Draw(found)
    for radius, width in ((pixels / 2, 5), (pixels / 2.2, 3), (pixels / 3.4, 3)):
        box = [middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius]
        draw.ellipse(box, outline=RED, width=width)
    for at in range(0, 360, 15):  # letters along the rim
        dx, dy = (pixels / 2.6 * turn(math.radians(at)) for turn in (math.cos, math.sin))
        draw.rectangle(
            (middle[0] + dx - 4, middle[1] + dy - 7, middle[0] + dx + 4, middle[1] + dy + 7),
            fill=RED,
        )
    return found


def as_pdf(pages: Sequence[Image.Image]) -> bytes:
    """A PDF of nothing but pictures."""
    buffer = io.BytesIO()
    pages[0].save(buffer, "PDF", save_all=True, append_images=list(pages[1:]), resolution=DPI)
    return buffer.getvalue()


def as_picture(pages: Sequence[Image.Image], kind: str = "PNG") -> bytes:
    """A file of one picture, or of several (TIFF)."""
    buffer = io.BytesIO()
    more = {"save_all": True, "append_images": list(pages[1:])} if len(pages) > 1 else {}
    pages[0].save(buffer, kind, dpi=(DPI, DPI), **more)
    return buffer.getvalue()
