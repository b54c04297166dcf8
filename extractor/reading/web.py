"""Reads saved web pages (.html, .htm, .mht): from bytes to a Document.

In: the bytes of a page. Out: blocks in reading order, as the Word reader gives them: paragraphs
with their printed numbers, cells of tables, lines of letterhead and foot; what the site put around
the document is furniture. Nothing is fetched, no script is run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from typing import Any

from lxml import etree, html

from extractor.document.model import BlockKind, Document, Draft, Gap, Notice, assemble
from extractor.errors import UnreadableFile
from extractor.reading import text_marks as marks
from extractor.reading.stamp_lines import without_stamps
from extractor.reading.text_furniture import set_aside
from extractor.reading.text_notes import mark_footnotes
from extractor.reading.web_bytes import page
from extractor.reading.web_main import main_of
from extractor.reading.web_model import Around, Found
from extractor.reading.web_walk import Walk
from extractor.text import clean, folded

EMPTY = (
    "Trang web không có chữ nào đọc được (có thể nội dung là ảnh hoặc tệp nhúng). "
    "Hãy tải tệp gốc của văn bản về rồi thử lại."
)
BROKEN = "Trang web bị hỏng, không mở được. Hãy lưu lại trang, hoặc sao chép văn bản sang Word."
TOO_MUCH = (
    "Trang web lồng nhau quá sâu hoặc có đoạn quá dài nên không đọc. "
    "Hãy sao chép phần văn bản sang Word (.docx)."
)
_EMBEDDED = Notice(
    "embedded_content",
    "Trang web nhúng tệp hoặc khung bên ngoài không đọc được; có thể văn bản nằm trong đó,"
    " hãy tải tệp gốc về.",
)
_OPENING = 3  # paragraphs in which a copy says its title
_LITTLE = 1500  # letters: a page with fewer may only announce the document


def read_web(data: bytes, kind: str, *, name: str | None = None) -> Document:
    """Read a saved page of kind `html` or `mht`. UnreadableFile when nothing can be read."""
    body = _body(page(data, kind))
    walk = Walk(main_of(body))
    found = list(walk.block(body, Around()))
    drafts = list(_drafts(found))
    if not any(draft.text and draft.kind is not BlockKind.FURNITURE for draft in drafts):
        raise UnreadableFile(EMPTY)
    notices = [*_notices(walk, drafts)]
    gaps = [Gap("embedded") for _ in notices]
    return assemble(sha256(data).hexdigest(), kind, drafts, notices=notices, name=name, gaps=gaps)


def _body(text: str) -> Any:
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableFile(BROKEN) from error
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise UnreadableFile(TOO_MUCH)  # what follows the place would be missing without a word
    body = root.find("body")
    return root if body is None else body


def _drafts(found: Sequence[Found]) -> Iterator[Draft]:
    """All blocks in order: what is outside the document, or only links at its edges, set aside."""
    inside = [at for at, one in enumerate(found) if one.inside and not _is_aside(one)]
    first, last = _without_links(found, inside)
    chosen = [at for at in inside if first <= at <= last]
    own = dict(zip(chosen, set_aside([found[at].draft for at in chosen]), strict=True))
    title = _title(found, own, first)
    kept = [
        own[at] if at in own else one.draft if at == title else _furniture(one.draft)
        for at, one in enumerate(found)
    ]
    yield from mark_footnotes(without_stamps(kept))


def _is_aside(one: Found) -> bool:
    return one.draft.kind is BlockKind.FURNITURE


def _without_links(found: Sequence[Found], inside: Sequence[int]) -> tuple[int, int]:
    said = [at for at in inside if not found[at].linked]
    return (said[0], said[-1]) if said else (0, -1)


def _title(found: Sequence[Found], own: dict[int, Draft], first: int) -> int | None:
    """The page's own headline, where the copy of the document has lost its head."""
    headed = any(
        marks.is_type_line(draft.text) or marks.is_letterhead(draft.text)
        for draft in own.values()
        if draft.kind is not BlockKind.FURNITURE
    )
    if headed:
        return None
    above = (at for at in range(first - 1, -1, -1) if found[at].draft.style.heading)
    title = next(above, None)
    return None if title is None or _says_again(found[title].draft, own.values()) else title


def _says_again(title: Draft, own: Iterable[Draft]) -> bool:
    """Whether the copy opens with the headline, or with it less its "Kế hoạch"."""
    opening = (draft for draft in own if draft.text and draft.kind is not BlockKind.FURNITURE)
    headline = folded(clean(title.text))
    said = [folded(clean(draft.text)) for draft in islice(opening, _OPENING)]
    return any(headline.endswith(text) and 2 * len(text) >= len(headline) for text in said)


def _furniture(draft: Draft) -> Draft:
    return replace(draft, kind=BlockKind.FURNITURE)


def _notices(walk: Walk, drafts: Sequence[Draft]) -> Iterator[Notice]:
    letters = sum(len(draft.text) for draft in drafts if draft.kind is not BlockKind.FURNITURE)
    if walk.frames or (walk.pictures and letters < _LITTLE):
        yield _EMBEDDED
