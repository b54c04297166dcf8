"""Pages as an office's scanner makes them: askew, grainy, a little soft, a red seal on the name.

In comes a PDF that was printed (`render_pdf`), out comes a PDF of nothing but pictures, 200 dots an
inch: `scan_of(pdf, "Đinh Văn Khuê")` lays a seal over the left of that name where it stands last.
The same PDF gives the same pictures every time.
"""

from __future__ import annotations

import io
import math
import time
from collections.abc import Sequence
from random import Random

import numpy as np
import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

DPI = 200
RED = (205, 30, 40)
_POINT = DPI / 72
_SEED = 7
_GRAIN = 9.0  # the spread of the noise in shades of 256
_SOFT = 0.6  # pixels
_QUALITY = 70  # of the JPEG that a scanner keeps
_ABOVE = 30.0  # points from a signer's name up to the middle of the seal


def scan_of(pdf: bytes, signer: str = "", degrees: float = 1.0) -> bytes:
    """The scan of a printed PDF, sealed at the last place of `signer`, if it has one."""
    pages = rendered(pdf)
    place = _last_place(pdf, signer) if signer else None
    if place:
        number, x, y = place
        pages[number] = sealed(pages[number], x, y)
    return as_pdf([grainy(scanned(page, degrees)) for page in pages], _QUALITY)


def rendered(data: bytes) -> list[Image.Image]:
    """The pages of a PDF at `DPI` dots an inch."""
    with pypdfium2.PdfDocument(data) as document:
        return [page.render(scale=_POINT).to_pil().convert("RGB") for page in document]


def scanned(page: Image.Image, degrees: float = 1.0, specks: int = 400) -> Image.Image:
    """The page turned a little, with specks of dirt and the grey of a lamp."""
    turned = page.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    random, draw = Random(_SEED), ImageDraw.Draw(turned)
    for _ in range(specks):
        x, y = random.randrange(turned.width), random.randrange(turned.height)
        draw.ellipse((x, y, x + random.randrange(1, 3), y + 1), fill=(120, 120, 120))
    lamp = Image.linear_gradient("L").resize(turned.size).point(lambda shade: 225 + shade // 9)
    return Image.composite(turned, Image.new("RGB", turned.size, (214, 214, 210)), lamp)


def grainy(page: Image.Image) -> Image.Image:
    """The page slightly out of focus and with the noise of a sensor."""
    soft = np.asarray(page.filter(ImageFilter.GaussianBlur(_SOFT)), dtype=np.float32)
    noise = np.random.default_rng(_SEED).normal(0.0, _GRAIN, soft.shape[:2])
    return Image.fromarray((soft + noise[:, :, None]).clip(0, 255).astype(np.uint8))


def sealed(page: Image.Image, x: float, y: float, millimetres: float = 36) -> Image.Image:
    """The page with a red seal whose middle lies at x, y (parts of the page).

    Its ink is a glaze: print below it stays dark.
    """
    pixels = millimetres / 25.4 * DPI
    middle, glaze = (x * page.width, y * page.height), Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(glaze)
    for radius, width in ((pixels / 2, 5), (pixels / 2.2, 3), (pixels / 3.4, 3)):
        box = [middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius]
        draw.ellipse(box, outline=RED, width=width)
    for at in range(0, 360, 15):  # letters along the rim
        dx, dy = (pixels / 2.6 * turn(math.radians(at)) for turn in (math.cos, math.sin))
        draw.rectangle(
            (middle[0] + dx - 4, middle[1] + dy - 7, middle[0] + dx + 4, middle[1] + dy + 7),
            fill=RED,
        )
    return ImageChops.multiply(page, glaze)


def as_pdf(pages: Sequence[Image.Image], quality: int = 75) -> bytes:
    """A PDF of nothing but pictures, packed as JPEG."""
    buffer = io.BytesIO()
    more = {"save_all": True, "append_images": list(pages[1:]), "quality": quality}
    day = {"creationDate": time.gmtime(0), "modDate": time.gmtime(0)}
    pages[0].save(buffer, "PDF", resolution=DPI, **more, **day)
    return buffer.getvalue()


def as_picture(pages: Sequence[Image.Image], kind: str = "PNG") -> bytes:
    """A file of one picture, or of several (TIFF)."""
    buffer = io.BytesIO()
    more = {"save_all": True, "append_images": list(pages[1:])} if len(pages) > 1 else {}
    pages[0].save(buffer, kind, dpi=(DPI, DPI), **more)
    return buffer.getvalue()


def _last_place(pdf: bytes, words: str) -> tuple[int, float, float] | None:
    """Page (from 0) and parts of the page of a seal for the last place of `words`."""
    found = None
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            search = text.search(words, match_case=True)
            width, height = page.get_size()
            while place := search.get_next():
                left, _, _, top = text.get_charbox(place[0])
                found = number, left / width, (height - top - _ABOVE) / height
    return found
