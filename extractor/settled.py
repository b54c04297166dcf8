"""A workbook without the time of its making: the same tables give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")  # openpyxl writes the time of saving


def settled(workbook: bytes, stamp: datetime) -> bytes:
    """The .xlsx file as if it had been saved at `stamp` (UTC), whenever that was."""
    told = rb"\g<1>" + stamp.replace(tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    handle = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as made, zipfile.ZipFile(handle, "w") as out:
        for name in made.namelist():
            part = made.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(told, part)
            out.writestr(zipfile.ZipInfo(name, _ZIP_TIME), part, zipfile.ZIP_DEFLATED)
    return handle.getvalue()
