"""The stamp of an electronic signature in a copy without pages: text, Word, web.

Who copies a document out of its PDF copies the stamp with it, as lines among the letterhead or the
signature. In: drafts in order. Out: the same, with FURNITURE for the lines of a stamp: neighbours
that begin with its words, with who signed and when among them. Less is not taken for a stamp: a
form too may have a line "Người ký: …".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.document.model import BlockKind, Draft
from extractor.document.stamps import label_of, read_stamp

_SIGNED = frozenset({"signer", "time"})
_MOST_LINES = 8
_LONGEST = 300  # characters of one line, or of a stamp that was made one paragraph


def without_stamps(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the lines of stamps marked as furniture."""
    found = {at for run in _runs(drafts) if _is_stamp(drafts, run) for at in run}
    if not found:
        return list(drafts)
    return [
        replace(draft, kind=BlockKind.FURNITURE, cell=None) if at in found else draft
        for at, draft in enumerate(drafts)
    ]


def _runs(drafts: Sequence[Draft]) -> Iterator[list[int]]:
    """Neighbours that all begin like lines of a stamp, one line between two of them too."""
    run: list[int] = []
    for at, draft in enumerate(drafts):
        if not draft.text.strip():
            continue
        if _may_be(draft) and label_of(draft.text):
            if run and at > run[-1] + 2:
                yield run
                run = []
            run.extend(range(run[-1] + 1 if run else at, at + 1))
        elif run and not _may_be(draft):
            yield run
            run = []
    if run:
        yield run


def _may_be(draft: Draft) -> bool:
    layout = draft.cell is None or draft.cell.borderless
    return layout and len(draft.text) <= _LONGEST and draft.kind is not BlockKind.FURNITURE


def _is_stamp(drafts: Sequence[Draft], run: Sequence[int]) -> bool:
    text = " ".join(drafts[at].text for at in run)
    stamp = read_stamp(text)
    first = label_of(drafts[run[0]].text)
    opens = first in _SIGNED or first == "state"
    return len(run) <= _MOST_LINES and opens and bool(stamp.signer) and stamp.time is not None


__all__ = ["without_stamps"]
