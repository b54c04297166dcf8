"""What is drawn on a PDF page besides text: how much images cover, whether lines may make a table.

Only a look at the bounds of each object, cheap enough for every page; the table itself is found
by pdfplumber, and only on the pages that this look lets through.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extractor.reading.pdf_page import Drawn

MAX_STROKES = 30_000  # a page with more is a drawing, and finding a table in it would take minutes
_THIN = 4.0  # points: a stroke is no thicker
_LONG = 10.0
_DEPTH = 3


def drawn_on(page: pdfium.PdfPage) -> Drawn:
    """What the objects of `page` cover."""
    width, height = page.get_size()
    area = max(1.0, width * height)
    images = 0.0
    across = down = boxes = strokes = 0
    for kind, w, h in _objects(page):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            images += w * h
            continue
        strokes += 1
        down += w <= _THIN and h >= _LONG
        across += h <= _THIN and w >= _LONG
        # A background is as large as its page; what is smaller and drawn as one may be a grid.
        boxes += w > _LONG and h > _LONG and w * h < 0.9 * area
    ruled = boxes > 0 or (down >= 2 and across >= 2)
    return Drawn(min(1.0, images / area), strokes, ruled and strokes <= MAX_STROKES)


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[int, float, float]]:
    handle = page.raw
    get_object, get_type = raw.FPDFPage_GetObject, raw.FPDFPageObj_GetType
    for index in range(raw.FPDFPage_CountObjects(handle)):
        item = get_object(handle, index)
        kind = get_type(item)
        if kind != raw.FPDF_PAGEOBJ_TEXT:
            yield from _sizes(item, kind, _DEPTH)


def _sizes(item: raw.FPDF_PAGEOBJECT, kind: int, depth: int) -> Iterator[tuple[int, float, float]]:
    """Kind, width and height of each image and path in `item`; forms are opened."""
    if kind == raw.FPDF_PAGEOBJ_FORM and depth:
        for index in range(raw.FPDFFormObj_CountObjects(item)):
            inner = raw.FPDFFormObj_GetObject(item, index)
            yield from _sizes(inner, raw.FPDFPageObj_GetType(inner), depth - 1)
    elif kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH):
        edges = [ctypes.c_float() for _ in range(4)]
        if raw.FPDFPageObj_GetBounds(item, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            yield kind, right - left, top - bottom
