"""Small files of the formats that LibreOffice reads, made by hand or by LibreOffice itself.

`odt("<text:p>Căn cứ</text:p>")` and `rtf("Căn cứ")` are the bytes of a file with one paragraph.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from extractor.reading.programs import office

_NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)
_HEAD = "<?xml version='1.0' encoding='UTF-8'?>"
_MANIFEST = (
    f"{_HEAD}<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0' "
    "m:version='1.2'><m:file-entry m:full-path='/' "
    "m:media-type='application/vnd.oasis.opendocument.text'/><m:file-entry "
    "m:full-path='content.xml' m:media-type='text/xml'/></m:manifest>"
)


def odt(body: str, declaration: str = "") -> bytes:
    """An OpenDocument text with this body."""
    content = (
        f"{_HEAD}{declaration}<office:document-content {_NAMES} office:version='1.2'>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", _MANIFEST)
    return buffer.getvalue()


def rtf(*paragraphs: str) -> bytes:
    """An RTF file with these paragraphs."""
    said = "\\par ".join("".join(map(_rtf_letter, text)) for text in paragraphs)
    return f"{{\\rtf1\\ansi {said}\\par}}".encode("ascii")


def _rtf_letter(letter: str) -> str:
    return letter if ord(letter) < 128 else f"\\u{ord(letter)}?"


def saved_as(docx: bytes, kind: str, folder: Path) -> bytes:
    """A Word file saved by LibreOffice in another format ("doc")."""
    (folder / "a.docx").write_bytes(docx)
    profile = (folder / "profile").as_uri()
    words = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "a.docx"]
    subprocess.run([needed_office(), *words], cwd=folder, capture_output=True, check=True)
    return (folder / f"a.{kind}").read_bytes()


def needed_office() -> str:
    """The path of LibreOffice; the test fails with a clear line where there is none."""
    found = office()
    if found is None:
        pytest.fail("LibreOffice is not installed: run .ci/libreoffice")
    return found


def needed_program(name: str) -> str:
    """The path of antiword or catdoc; the test fails with a clear line where there is none."""
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"{name} is not installed: run .ci/libreoffice")
    return found
