"""The Word reader: the bytes of a .docx file in, a `Document` of paragraphs and cells out.

A list paragraph "Văn phòng Sở" that Word prints with an automatic number becomes the block
`"1. Văn phòng Sở"`; footnotes stand at the end; headers and footers (page numbers) are left out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from extractor.document.model import BlockKind, Document, Draft, assemble
from extractor.reading.docx_codes import Judge
from extractor.reading.docx_counters import Counters
from extractor.reading.docx_notices import gaps, notices
from extractor.reading.docx_numbering import Lists
from extractor.reading.docx_package import Parts, open_parts
from extractor.reading.docx_paragraphs import Reading
from extractor.reading.docx_styles import Styles
from extractor.reading.docx_walk import drafts
from extractor.reading.docx_xml import Element, W
from extractor.reading.stamp_lines import without_stamps
from extractor.reading.text_furniture import set_aside_behind

FORMAT = "docx"


def read_docx(data: bytes, *, name: str | None = None) -> Document:
    """Read the bytes of a .docx file.

    Raises `UnreadableFile` (empty, broken, locked by a password, unsafe) or `UnsupportedFormat` (no
    Word file); both carry a Vietnamese message. `name` is the file's name, kept for display.
    """
    parts = open_parts(data)
    styles = Styles(parts.styles)
    lists = Lists(parts.numbering, styles)
    reading = Reading(parts.name, styles, lists, Counters(lists), judge=Judge(parts.body))
    found = without_stamps(set_aside_behind([*drafts(parts.body, "body", reading)]))
    found.extend(_notes(parts, reading))
    document_id = hashlib.sha256(data).hexdigest()
    told = [*notices(reading, parts, found)]
    return assemble(document_id, FORMAT, found, notices=told, name=name, gaps=gaps(told))


def _notes(parts: Parts, reading: Reading) -> Iterator[Draft]:
    """The foot- and endnotes that the text refers to, in the order of the references."""
    roots = {"footnote": parts.footnotes, "endnote": parts.endnotes}
    known = {kind: _by_id(root, kind) for kind, root in roots.items()}
    for kind, note_id in dict.fromkeys(reading.notes):
        note = known[kind].get(note_id)
        if note is None:
            continue
        reading.part = f"word/{kind}s.xml"
        for draft in drafts(note, f"{kind}s/{kind}[@id={note_id}]", reading):
            yield replace(draft, kind=BlockKind.FOOTNOTE)


def _by_id(root: Element | None, kind: str) -> dict[str, Element]:
    notes = () if root is None else root.iterchildren(W + kind)
    return {note.get(W + "id", ""): note for note in notes}
