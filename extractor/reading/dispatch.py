"""From a file or its bytes to a Document: within the size limit, by the reader its content asks
for.

In: a path or bytes, and a name to show. Out: the Document, or a typed error with a Vietnamese
message. `read_source("ke-hoach.docx")` reads a PDF that was misnamed .docx as the PDF it is. A
reader, and the library under it, is loaded only when a file needs it.
"""

from __future__ import annotations

from pathlib import Path, PurePath

from extractor.document.model import Document
from extractor.errors import UnreadableFile, UnsupportedFormat
from extractor.reading.limits import MB, current
from extractor.reading.sniff import sniff

FORMATS = ("docx", "pdf", "txt", "md", "html")

_MARKDOWN = (".md", ".markdown")


def read_source(
    source: str | Path | bytes, *, name: str | None = None, format: str | None = None
) -> Document:
    """Read a path or bytes. `format` (one of FORMATS) overrides what the content says."""
    if isinstance(source, bytes):
        return read_bytes(source, name=name, format=format)
    path = Path(source)
    return read_bytes(load(path), name=name or path.name, format=format)


def load(path: Path) -> bytes:
    """The bytes of a file. Raises UnreadableFile when it is missing, closed to us, or too large."""
    try:
        with path.open("rb") as handle:
            data = handle.read(current().file_bytes + 1)
    except FileNotFoundError as error:
        raise UnreadableFile("Không tìm thấy tệp. Hãy kiểm tra lại đường dẫn.") from error
    except IsADirectoryError as error:
        raise UnreadableFile("Đây là thư mục, không phải tệp. Hãy chọn một tệp.") from error
    except PermissionError as error:
        raise UnreadableFile(
            "Không có quyền mở tệp. Hãy đóng chương trình đang giữ tệp hoặc xin quyền đọc."
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            f"Không mở được tệp ({error}). Hãy sao chép tệp sang ổ khác."
        ) from error
    return data


def read_bytes(data: bytes, *, name: str | None = None, format: str | None = None) -> Document:
    """Read a file's bytes; `name` is shown in messages and kept in the record."""
    _check_size(data, current().file_bytes)
    if name is not None:  # a file's name may hold bytes that are no UTF-8; a record may not
        name = name.encode("utf-8", "replace").decode("utf-8")
    kind = _asked(format) if format else sniff(data)
    if kind == "docx":
        from extractor.reading.docx import read_docx

        return read_docx(data, name=name)
    if kind == "pdf":
        from extractor.reading.pdf import read_pdf

        return read_pdf(data, name=name)
    if kind in ("doc", "rtf", "odt"):
        from extractor.reading.legacy import read_legacy

        return read_legacy(data, kind, name=name)
    if kind in ("png", "jpg", "tif"):
        from extractor.reading.scan.files import read_pictures

        return read_pictures(data, kind, name=name)
    if kind in ("html", "mht"):
        from extractor.reading.web import read_web

        return read_web(data, kind, name=name)
    from extractor.reading.text import read_text

    _check_size(data, current().text_bytes)
    return read_text(data, name=name, format=_flavour(name, format))


def _check_size(data: bytes, most: int) -> None:
    if len(data) > most:
        raise UnreadableFile(
            f"Tệp lớn hơn {max(1, most // MB)} MB nên không đọc. "
            "Hãy bỏ bớt ảnh, hoặc tách phụ lục ra tệp riêng."
        )


def _asked(format: str) -> str:
    if format not in FORMATS:
        raise UnsupportedFormat(
            f"Không có định dạng «{format}». Hãy dùng một trong: {', '.join(FORMATS)}."
        )
    return format


def _flavour(name: str | None, format: str | None) -> str:
    # Whether marks of Markdown are marks or characters is all that a name decides.
    if format:
        return format
    return "md" if name and PurePath(name).suffix.lower() in _MARKDOWN else "txt"
