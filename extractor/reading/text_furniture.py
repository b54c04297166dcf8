"""What is not the document's own: page numbers, and what a web page printed before and after it.

In: runs of lines (page numbers) or drafts in order. Out: the same, with FURNITURE for what stands
outside the document: "Source: …" and "# …" above a letterhead, "Bài tiếp theo …" below the last
line. Nothing between the document's first and last recognisable part is touched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extractor.document.model import BlockKind, Draft
from extractor.lexicon.load import key_of, load
from extractor.lexicon.trie import alternation
from extractor.reading import text_marks as marks
from extractor.reading.text_lines import Group, GroupKind
from extractor.view import view

_PAGE_NUMBER = re.compile(
    r"\s*(?:[-–—]\s*)?(?:[Tt]rang\s*)?(\d{1,3})(?:\s*/\s*\d{1,3})?(?:\s*[-–—])?\s*"
)
_PAGE_LINES = 8  # pages hold more lines than this on average
_HEAD_CHARS = 6000  # a page's menu above a document is no longer than this
_LETTERHEAD_LINES = 4
_SHORT = 160
_POSTED = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:[\s,|-]{1,3}\d{1,2}[:hg]\d{2}.{0,12})?|https?://\S+"
)
_CLOSED = re.compile(r"\./\.|\.\s?/\.")


def page_numbers(runs: Sequence[Group]) -> frozenset[int]:
    """Which runs are page numbers: alone, growing, pages apart or beside a form feed."""
    found = [(at, int(number)) for at, group in enumerate(runs) if (number := _page_number(group))]
    near = {at for at, _ in found if _at_page_break(runs, at)}
    values = [value for _, value in found]
    growing = all(a < b for a, b in pairwise(values))
    lines = sum(len(group.lines) for group in runs)
    if found and growing and values[0] <= 3 and lines >= _PAGE_LINES * values[-1]:
        return frozenset(at for at, _ in found)
    return frozenset(near)


def _page_number(group: Group) -> str | None:
    if group.kind is not GroupKind.PROSE or len(group.lines) > 1:
        return None
    found = _PAGE_NUMBER.fullmatch(group.lines[0].text)
    return found[1] if found else None


def _at_page_break(runs: Sequence[Group], at: int) -> bool:
    return any(group.kind is GroupKind.PAGE for group in runs[max(0, at - 1) : at + 2])


def set_aside(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with what a web page printed around the document marked as furniture."""
    return _marked(drafts, _before(drafts) | _after(drafts))


def set_aside_behind(drafts: Sequence[Draft]) -> list[Draft]:
    """The same only below the last line: a copy in Word or PDF may keep the foot of a web page."""
    return _marked(drafts, _after(drafts))


def _marked(drafts: Sequence[Draft], outside: set[int]) -> list[Draft]:
    return [
        replace(draft, kind=BlockKind.FURNITURE) if at in outside else draft
        for at, draft in enumerate(drafts)
    ]


def _before(drafts: Sequence[Draft]) -> set[int]:
    start = next((at for at, draft in enumerate(drafts) if _opens(draft)), 0)
    if _length(drafts[:start]) > _HEAD_CHARS:
        return set()
    if _is_letterhead(drafts[start]) if drafts else False:
        return set(range(_letterhead_start(drafts, start)))
    return {at for at in range(start) if _is_furniture(drafts[at], "before")}


def _opens(draft: Draft) -> bool:
    """Whether a document can begin here: letterhead, its kind, a legal basis, a heading."""
    if _is_letterhead(draft) or marks.is_type_line(draft.text) or marks.begins_preamble(draft.text):
        return True
    return marks.mark_of(draft.text) in ("I.", "1.", "A.", "Điều") and draft.cell is None


def _is_letterhead(draft: Draft) -> bool:
    return marks.is_letterhead(draft.text) or (draft.cell is not None and draft.cell.borderless)


def _letterhead_start(drafts: Sequence[Draft], start: int) -> int:
    """The first of the lines right above the motto that name the issuing body."""
    first = start
    while first and start - first < _LETTERHEAD_LINES and marks.names_body(drafts[first - 1].text):
        first -= 1
    return first


def _after(drafts: Sequence[Draft]) -> set[int]:
    last = max((at for at, draft in enumerate(drafts) if _belongs(draft)), default=-1)
    tail = range(last + 1, len(drafts))
    ends = next((at for at in tail if _ends_document(drafts[at])), len(drafts))
    if _length(drafts[ends:]) > _length(drafts[:ends]):
        ends = len(drafts)  # more would go than stay: rather keep what may be the document's
    lines = {at for at in tail if at < ends and _is_furniture(drafts[at], "after")}
    return lines | set(range(ends, len(drafts)))


def _length(drafts: Sequence[Draft]) -> int:
    return sum(len(draft.text) for draft in drafts)


def _belongs(draft: Draft) -> bool:
    """Whether a block can only be the document's: table, heading, closing mark, foot."""
    if draft.cell is not None or marks.is_type_line(draft.text) or _CLOSED.search(draft.text[-6:]):
        return True
    if marks.is_recipients(draft.text[:9]) or marks.heads_annex(draft.text):
        return True
    return marks.mark_of(draft.text) in ("I.", "A.", "Điều") or (
        marks.is_capital(draft.text) and marks.begins_post(draft.text)
    )


def _is_furniture(draft: Draft, place: str) -> bool:
    if len(draft.text) > _SHORT:
        return False
    return _POSTED.fullmatch(draft.text) is not None or _cue(draft.text, place, False)


def _ends_document(draft: Draft) -> bool:
    return len(draft.text) <= _SHORT and draft.cell is None and _cue(draft.text, "after", True)


def _cue(text: str, place: str, ends: bool) -> bool:
    """Whether a line begins with a wording of the site; the next word may be glued to it."""
    found = _cues(place, ends).match(view(text[:80]))
    if not found:
        return False
    after = text[found.end() : found.end() + 1]
    return not after.isalnum() or after.isupper() or after.isdigit()


@cache
def _cues(place: str, ends: bool) -> re.Pattern[str]:
    words = {
        key_of(alias)
        for entry in load("furniture").entries
        if entry.word("place") in (place, "both") and entry.flag("ends") >= ends
        for alias in entry.aliases
    }
    return re.compile(alternation(words))
