"""Footnotes of web copies: collected at the end, "[1] Nghị quyết …", with "[1]" somewhere above.

In: drafts in order. Out: the same, with FOOTNOTE for the notes at the end of the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.document.model import BlockKind, Draft
from extractor.reading.text_marks import mark_of

_NOTE = re.compile(r"\[(\d{1,3})\]")
_PARTED = ("I.", "A.", "Điều")


def mark_footnotes(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the footnotes at the end marked as such."""
    start = _start(drafts)
    return [
        replace(draft, kind=BlockKind.FOOTNOTE) if at >= start and _is_free(draft) else draft
        for at, draft in enumerate(drafts)
    ]


def _is_free(draft: Draft) -> bool:
    return draft.kind is BlockKind.PARAGRAPH and draft.cell is None


def _start(drafts: Sequence[Draft]) -> int:
    """Where the notes begin: behind the last thing that is none, at a note that is called above."""
    first = len(drafts)
    for at in range(len(drafts) - 1, -1, -1):
        draft = drafts[at]
        if not _is_free(draft):
            if draft.kind is not BlockKind.FURNITURE:
                break
        elif _NOTE.match(draft.text):
            first = at
        elif mark_of(draft.text) in _PARTED or draft.text.rstrip().endswith("/."):
            break
    return (
        first if first < len(drafts) and _is_called(drafts[:first], drafts[first]) else len(drafts)
    )


def _is_called(above: Sequence[Draft], note: Draft) -> bool:
    found = _NOTE.match(note.text)
    return found is not None and any(found[0] in draft.text[1:] for draft in above)
