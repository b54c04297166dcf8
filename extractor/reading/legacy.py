"""Word 97 (.doc), .rtf and .odt: made .docx by LibreOffice, then read as Word files.

In: the bytes and the kind that `sniff` saw. Out: a Document whose id is that of the file as it
came, with a notice that it was converted. Without LibreOffice a .doc is read by antiword or catdoc
where one is there, with a notice of what that loses; anything else is MissingComponent.
`with together(files):` converts several in one run, for those who read them one after the other.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from extractor.document.model import Document, Notice
from extractor.errors import KehoachError, UnreadableFile
from extractor.reading.limits import current
from extractor.reading.office import TOGETHER, to_docx
from extractor.reading.programs import Failed, office, private_folder, run
from extractor.reading.sniff import sniff
from extractor.reading.zip_guard import Refused, Why, check_xml, opened

KINDS = ("doc", "rtf", "odt")

NOT_CONVERTED = (
    "LibreOffice không mở được tệp .{kind} này (tệp hỏng, có mật khẩu, hoặc quá {seconds} giây). "
    "Hãy mở bằng Word, bỏ mật khẩu nếu có, lưu lại dạng .docx rồi thử lại."
)
UNSAFE = "Tệp .odt bị hỏng hoặc không an toàn nên không đọc. Hãy lưu lại dạng .docx rồi thử lại."
_ODT_LOCKED = "Tệp .odt có mật khẩu. Hãy bỏ mật khẩu, lưu lại dạng .docx rồi thử lại."
_CONVERTED = Notice(
    "converted",
    "Tệp được chuyển sang .docx bằng LibreOffice trước khi đọc;"
    " xin đối chiếu số thứ tự, bảng biểu.",
)
_TEXT_ONLY = (
    "Không có LibreOffice nên tệp .doc được đọc bằng {program}: mất số thứ tự tự động, có thể hiện"
    " cả chữ đã xóa. Hãy cài LibreOffice, hoặc lưu lại dạng .docx rồi đọc lại."
)
_FALLBACKS = (
    ("antiword", ("-m", "UTF-8.txt", "-w", "0")),
    ("catdoc", ("-d", "utf-8", "-w")),
)
_DIGEST = bytes
_made: ContextVar[dict[_DIGEST, bytes | None] | None] = ContextVar("made", default=None)


def read_legacy(data: bytes, kind: str, *, name: str | None = None) -> Document:
    """Read a file of one of KINDS. Raises UnreadableFile or MissingComponent."""
    _check(data, kind)
    if kind == "doc" and office() is None:
        found = _by_text_program(data, name)
        if found is not None:
            return found
    docx = _converted(data, kind)
    if docx is None:
        seconds = current().office_seconds
        raise UnreadableFile(NOT_CONVERTED.format(kind=kind, seconds=seconds))
    from extractor.reading.docx import read_docx

    document = read_docx(docx, name=name)
    return replace(
        document,
        id=hashlib.sha256(data).hexdigest(),
        format=kind,
        notices=(*document.notices, _CONVERTED),
    )


@contextmanager
def together(files: Sequence[bytes]) -> Iterator[None]:
    """Convert those of `files` that need it in as few runs as may be, for the readings inside."""
    made: dict[_DIGEST, bytes | None] = {}
    token = _made.set(made)
    try:
        wanted = [(kind, data) for data in files if (kind := _kind(data))]
        if office() is not None and len(wanted) > 1:
            for start in range(0, len(wanted), TOGETHER):
                run_of = wanted[start : start + TOGETHER]
                for (_, data), docx in zip(run_of, to_docx(run_of), strict=True):
                    made[_digest(data)] = docx
        yield
    finally:
        _made.reset(token)


def _kind(data: bytes) -> str | None:
    """The kind of a file that LibreOffice is to convert; None for any other, and for bad ones."""
    try:
        kind = sniff(data) if len(data) <= current().file_bytes else ""
        if kind not in KINDS:
            return None
        _check(data, kind)
    except KehoachError:
        return None
    return kind


def _converted(data: bytes, kind: str) -> bytes | None:
    made = _made.get()
    if made is not None and _digest(data) in made:
        return made[_digest(data)]
    return to_docx([(kind, data)])[0]


def _digest(data: bytes) -> _DIGEST:
    return hashlib.sha256(data).digest()


def _check(data: bytes, kind: str) -> None:
    """Refuse an .odt that unpacks to too much; the other two are not packed."""
    if kind != "odt":
        return
    try:
        with opened(data) as package:
            check_xml(package)
    except Refused as refused:
        locked = refused.why is Why.LOCKED
        raise UnreadableFile(_ODT_LOCKED if locked else UNSAFE) from refused


def _by_text_program(data: bytes, name: str | None) -> Document | None:
    """The plain text of a .doc; None where no program for it is installed."""
    for program, words in _FALLBACKS:
        if shutil.which(program) is None:
            continue
        with private_folder() as folder:
            (folder / "0.doc").write_bytes(data)
            try:
                text = run([program, *words, "0.doc"], folder)
            except Failed:
                continue
        if text.strip():
            return _from_text(text, data, program, name)
    return None


def _from_text(text: bytes, data: bytes, program: str, name: str | None) -> Document:
    from extractor.reading.text import read_text

    document = read_text(text, name=name)
    notice = Notice("doc_text_only", _TEXT_ONLY.format(program=program))
    return replace(
        document,
        id=hashlib.sha256(data).hexdigest(),
        format="doc",
        notices=(*document.notices, notice),
    )
