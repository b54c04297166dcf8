"""Files of pictures (.png, .jpg, .tif with one or many pages) to a `Document`.

In: the bytes of a picture. Out: a document of one page a picture, read like the scanned pages of a
PDF. Pictures say seldom how large the paper was: without a credible resolution it is taken for A4.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PIL import Image, ImageOps

from extractor.document.model import Document
from extractor.errors import KehoachError, UnreadableFile
from extractor.reading.limits import current
from extractor.reading.pdf_pages import document_of
from extractor.reading.scan import messages
from extractor.reading.scan.engine import DPI
from extractor.reading.scan.sheets import Sheet, recognised

KINDS = ("png", "jpg", "tif")

_FORMATS = ("PNG", "JPEG", "TIFF")
_A4 = (8.27, 11.69)  # inches
_CREDIBLE = (5.0, 17.0)  # inches: from A5 to the long side of A3
_MOST_PAGES = 200


def read_pictures(data: bytes, kind: str, *, name: str | None = None) -> Document:
    """Read a picture of a page, or several in one .tif.

    Raises UnreadableFile (broken, too large, no words in it) or MissingComponent (no tesseract).
    """
    with _opened(data) as picture:
        pages = recognised(_sheets(picture))
    if not any(page.words or page.tables for page in pages):
        raise UnreadableFile(messages.NO_WORDS)
    return document_of(hashlib.sha256(data).hexdigest(), kind, pages, name)


@contextmanager
def _decoding() -> Iterator[None]:
    """Whatever Pillow raises of a spoilt file (TypeError, KeyError …) is one error."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of sizes that the limits here refuse
            yield
    except (KehoachError, MemoryError):
        raise
    except Image.DecompressionBombError as error:
        raise UnreadableFile(messages.TOO_LARGE) from error
    except Exception as error:
        raise UnreadableFile(messages.BROKEN) from error


@_decoding()
def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data), formats=_FORMATS)


@_decoding()
def _sheets(picture: Image.Image) -> list[Sheet]:
    count = getattr(picture, "n_frames", 1)
    if count > _MOST_PAGES:
        raise UnreadableFile(messages.TOO_LARGE)
    return [_sheet(picture, number) for number in range(count)]


def _sheet(picture: Image.Image, number: int) -> Sheet:
    picture.seek(number)
    if picture.width * picture.height > current().pixels:
        raise UnreadableFile(messages.TOO_LARGE)
    upright = picture.getexif().get(_TURNED, 1) < _SIDEWAYS
    width, height = picture.size if upright else picture.size[::-1]
    dots = _dots(picture, width, height)
    size = round(width / dots * DPI), round(height / dots * DPI)
    points = width / dots * 72, height / dots * 72
    return Sheet(number + 1, *points, partial(_drawn, picture, number, size))


_TURNED, _SIDEWAYS = 0x0112, 5  # the tag of how a camera was held; from five on on its side


def _dots(picture: Image.Image, width: int, height: int) -> float:
    """Pixels an inch: as stated where that makes a sheet of paper, else as if it were A4."""
    stated = picture.info.get("dpi", (0, 0))[0] or 0
    least, most = _CREDIBLE
    if stated and all(least <= side / float(stated) <= most for side in (width, height)):
        return float(stated)
    return max(width / _A4[width > height], height / _A4[height >= width])


@_decoding()
def _drawn(picture: Image.Image, number: int, size: tuple[int, int]) -> Image.Image:
    picture.seek(number)
    flat = ImageOps.exif_transpose(picture)
    if flat.mode in ("RGBA", "LA", "P", "PA"):
        white = Image.new("RGBA", flat.size, "white")
        flat = Image.alpha_composite(white, flat.convert("RGBA")).convert("RGB")
    elif flat.mode != "L":
        flat = flat.convert("RGB" if flat.mode not in ("1", "I;16", "I", "F") else "L")
    return flat if flat.size == size else flat.resize(size, Image.Resampling.LANCZOS)


__all__ = ["KINDS", "read_pictures"]
