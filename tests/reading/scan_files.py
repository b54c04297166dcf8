"""Pictures of pages as an office's scanner makes them, and the program that reads them."""

from __future__ import annotations

import pytest

from corpus.scanner import as_pdf, as_picture, rendered, scanned, sealed
from extractor.reading.scan.engine import found

__all__ = ["as_pdf", "as_picture", "needed_tesseract", "rendered", "scanned", "sealed"]


def needed_tesseract() -> None:
    """Fail with one clear line where tesseract, or its Vietnamese, is missing."""
    if found() is None:
        pytest.fail("tesseract with Vietnamese is missing: `make ocr` installs it", pytrace=False)
