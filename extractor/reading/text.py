"""Reads .txt, .md and copies of web pages: from bytes to a Document.

In: the bytes of a text file. Out: blocks in reading order: whole paragraphs (wrapped lines
rejoined, marks taken out, style kept), cells of tables, footnotes, and what the site put around
the plan, set aside as furniture. `read_text("**I. MỤC\\nĐÍCH**\\n\\n1. Nâng cao …".encode())` has
the blocks "I. MỤC ĐÍCH" (bold) and "1. Nâng cao …". .txt and .md are read alike: what marks mean
is seen from the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from extractor.document.model import BlockKind, Document, Draft, Gap, assemble
from extractor.reading.encoding import decode
from extractor.reading.stamp_lines import without_stamps
from extractor.reading.text_columns import side_by_side
from extractor.reading.text_furniture import page_numbers, set_aside
from extractor.reading.text_lines import Group, GroupKind, groups, part_numbers, split_lines
from extractor.reading.text_markup import StyledLine, styled
from extractor.reading.text_notes import mark_footnotes
from extractor.reading.text_paragraphs import draft, paragraphs
from extractor.reading.text_printed import letterhead_lines
from extractor.reading.text_tables import layout_drafts, table_drafts
from extractor.reading.text_wrap import Shape, resumes, shape_of

_Part = list[StyledLine] | Draft  # a paragraph that may still go on, or a finished block


def read_text(data: bytes, *, name: str | None = None, format: str = "txt") -> Document:
    """Read a text file; `format` is "txt" or "md". UnreadableFile when it is empty or no text."""
    decoded = decode(data)
    runs = list(groups(split_lines(decoded.text)))
    shape = shape_of(runs)
    if shape.wrapped and not shape.parted:
        runs = list(part_numbers(runs))
    parts = _rejoined(list(_parts(runs, shape)), shape)
    drafts = [part if isinstance(part, Draft) else draft(part) for part in parts]
    drafts = mark_footnotes(without_stamps(set_aside(drafts)))
    return assemble(
        sha256(data).hexdigest(),
        format,
        drafts,
        notices=decoded.notices,
        name=name,
        gaps=[Gap("letters")] if decoded.foreign else (),
    )


def _parts(runs: Sequence[Group], shape: Shape) -> Iterator[_Part]:
    numbers = page_numbers(runs)
    table = 0
    for at, group in enumerate(runs):
        if at in numbers:
            yield draft(styled(group.lines), BlockKind.FURNITURE)
        elif columns := side_by_side(group):
            yield from layout_drafts([columns], table)
            table += 1
        elif group.kind is GroupKind.PROSE:
            yield from paragraphs(list(letterhead_lines(styled(group.lines))), shape)
        elif group.kind in (GroupKind.CELLS, GroupKind.PIPES, GroupKind.TABS):
            drafts = table_drafts(group, table)
            table += bool(drafts)
            yield from drafts


def _rejoined(parts: Sequence[_Part], shape: Shape) -> list[_Part]:
    """Paragraphs cut by a page break are one again; a page number in between stays behind them."""
    done: list[_Part] = []
    last: list[StyledLine] | None = None
    for part in parts:
        if isinstance(part, list) and last is not None and resumes(last, part, shape):
            last.extend(part)
            continue
        done.append(part)
        if isinstance(part, list):
            last = part
        elif part.kind is not BlockKind.FURNITURE:
            last = None
    return done
