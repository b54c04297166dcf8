"""The electronic signatures of a PDF: its form fields of type /Sig that hold a signature.

From an open file to `SignatureField("Lò Thị Hạnh", "2026-03-05T10:12:45+07:00", "ỦY BAN NHÂN DÂN XÃ
PHÚ LẠC", 3)`: who and which body by the certificate, the time by the signing program, the page
where the field lies. Their look on the page is no text of it. No signature is checked.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from functools import partial

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extractor.document.model import SignatureField
from extractor.reading.pdf_certificate import Subject, signer_of

_MOST = 50  # signatures of one file
_MOST_BYTES = 1 << 20  # of one signature
_MOST_FIELDS = 500  # fields of a page that are looked at
_MOMENT = re.compile(
    r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(?:(\d\d)(?:([+-])(\d\d)'?(\d\d)?'?|(Z))?)?)?"
)

_Fill = Callable[[object, int], int]


def signatures_of(document: pdfium.PdfDocument) -> Iterator[SignatureField]:
    """The signatures in the order of the file; empty fields are none."""
    count = min(max(0, raw.FPDF_GetSignatureCount(document.raw)), _MOST)
    page = _page_of_fields(document) if count else None
    for index in range(count):
        handle = raw.FPDF_GetSignatureObject(document.raw, index)
        contents = _filled(partial(raw.FPDFSignatureObj_GetContents, handle))
        if contents.strip(b"\x00"):
            subject = signer_of(contents) or Subject(None, None)
            stamp = _filled(partial(raw.FPDFSignatureObj_GetTime, handle))
            yield SignatureField(subject.name, _moment(stamp), subject.organisation, page)


def _filled(call: _Fill) -> bytes:
    """What a function of pdfium writes: asked first for its length, then for the bytes."""
    length = call(None, 0)
    if not 0 < length <= _MOST_BYTES:
        return b""
    buffer = ctypes.create_string_buffer(length)
    call(buffer, length)
    return buffer.raw


def _moment(stamp: bytes) -> str | None:
    """ "D:20260305101245+07'00'" in the form of ISO 8601."""
    found = _MOMENT.match(stamp.decode("latin-1"))
    if found is None:
        return None
    year, month, day, hour, minute, second, sign, zone, rest, utc = found.groups()
    clock = f"T{hour}:{minute}" + (f":{second}" if second else "") if hour else ""
    offset = f"{sign}{zone}:{rest or '00'}" if sign else "+00:00" if utc else ""
    return f"{year}-{month}-{day}{clock}{offset}"


def _page_of_fields(document: pdfium.PdfDocument) -> int | None:
    """The page on which all signature fields lie; None where they lie on several, or nowhere."""
    found = {number for number in range(1, len(document) + 1) if _has_field(document, number)}
    return found.pop() if len(found) == 1 else None


def _has_field(document: pdfium.PdfDocument, number: int) -> bool:
    page = document[number - 1]
    try:
        fields = min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST_FIELDS)
        return any(_is_signature(page, index) for index in range(fields))
    finally:
        page.close()


def _is_signature(page: pdfium.PdfPage, index: int) -> bool:
    note = raw.FPDFPage_GetAnnot(page.raw, index)
    if not note:
        return False
    try:
        buffer = (ctypes.c_ushort * 8)()
        raw.FPDFAnnot_GetStringValue(note, b"FT", buffer, ctypes.sizeof(buffer))
        return bytes(buffer).decode("utf-16-le").rstrip("\x00") == "Sig"
    finally:
        raw.FPDFPage_CloseAnnot(note)
