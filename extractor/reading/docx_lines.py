"""From the pieces of a paragraph to its lines: which soft breaks part text, which only wrap it.

`["Nơi nhận:", "\\n", "- Như trên;"]` gives two lines; `["vốn chủ", "\\n", "sở hữu"]` gives one. A
line knows whether all of it is bold, and how much of its beginning is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from extractor.reading.docx_inline import Piece
from extractor.text import squeeze

_BREAK = re.compile(r"([\n\f])")
# What may stand before bold text at the start of a paragraph and is no text itself.
_MARKER = re.compile(
    r"\s*(?:[-–—+*•]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[IVX]{1,5})[.)/]?)?\s*"
)
# A soft line that begins like a new item of a list …
_NUMBERED = re.compile(
    r"(?:\d{1,2}[.)]\s+|[a-zđ]\)\s*|[IVX]{1,5}[.)]\s+|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+)(?=[^\W\d_])"
)
_DASHED = re.compile(r"[-–—+*•]\s*(?=\w)")
# … and one after which a capital begins something new.
_CLOSED = (".", ";", ":", "!", "?", "”", '"')
_OPENED = re.compile(r"[\"“(]?[^\W\d_]")
# Letterheads and signatures set with tabs: the right column begins after the gap.
_GAP = re.compile(
    r"(?<=\S)(?:[ \u00a0]*\t[\t \u00a0]*|[ \u00a0]{4,})"
    r"(?=(?P<motto>CỘNG H[OÒ][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập|(?:TM|KT|TL|TUQ)\.)"
    r"|(?P<dateline>[^\W\d_][^,\t\n]{1,40}, ngày))"
)
_NUMBER_LINE = re.compile(r"\s*Số\b")
_MAX_LETTERHEAD_LINE = 400


class Breaks(Enum):
    """What soft line breaks mean in a paragraph."""

    WRAP = "wrap"  # nothing: a cell of a data table
    PART = "part"  # each parts lines: letterhead, signature, centred title
    SENSE = "sense"  # the text decides: body paragraphs


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, white space squeezed, in NFC; `lead_bold` counts the bold at its start."""

    text: str
    bold: bool = False
    italic: bool = False
    lead_bold: int = 0


def lines(pieces: Sequence[Piece], breaks: Breaks, label: str = "") -> tuple[Line, ...]:
    """The lines that hold text; `label`, the automatic number, stands before the first."""
    groups = [group for group in _grouped(pieces, breaks) if _said(group).strip()]
    return tuple(_line(group, "" if at else label) for at, group in enumerate(groups))


def _said(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _grouped(pieces: Sequence[Piece], breaks: Breaks) -> Iterator[list[Piece]]:
    if breaks is Breaks.WRAP:
        yield list(pieces)
        return
    group: list[Piece] = []
    above: list[Piece] = []  # the last soft line of the group
    parted = False
    for raw, hard in _raw_lines(pieces):
        if not _said(raw).strip():
            parted = True
        elif group and not parted and breaks is Breaks.SENSE and not _parts(above, raw):
            group.extend((Piece(" "), *raw))
            above = raw
        else:
            yield group
            group, above, parted = [*raw], raw, False
        parted = parted or hard
    yield group


def _raw_lines(pieces: Sequence[Piece]) -> Iterator[tuple[list[Piece], bool]]:
    """The text between breaks, with whether a page or column break ends it."""
    raw: list[Piece] = []
    for piece in _with_gaps(pieces):
        if "\n" not in piece.text and "\f" not in piece.text:
            raw.append(piece)
            continue
        for part in _BREAK.split(piece.text):
            if part in ("\n", "\f"):
                yield raw, part == "\f"
                raw = []
            elif part:
                raw.append(Piece(part, piece.bold, piece.italic))
    yield raw, True


def _with_gaps(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces with a hard break where a second column begins behind a wide gap."""
    said = _said(pieces)
    if len(said) > _MAX_LETTERHEAD_LINE:
        return pieces
    gaps = [gap.span() for gap in _GAP.finditer(said) if _columns(said[: gap.start()], gap)]
    return _cut(pieces, gaps) if gaps else pieces


def _columns(left: str, gap: re.Match[str]) -> bool:
    """Whether what stands before the gap is a left column, not the marker of an item."""
    if _MARKER.fullmatch(left):
        return False
    return gap["dateline"] is None or left.isupper() or _NUMBER_LINE.match(left) is not None


def _cut(pieces: Sequence[Piece], gaps: list[tuple[int, int]]) -> list[Piece]:
    parted: list[Piece] = []
    start = 0
    for piece in pieces:
        letters = list(piece.text)
        for first, last in gaps:
            for at in range(max(first, start), min(last, start + len(letters))):
                letters[at - start] = "\f" if at == first else " "
        parted.append(Piece("".join(letters), piece.bold, piece.italic))
        start += len(letters)
    return parted


def _parts(before: Sequence[Piece], after: Sequence[Piece]) -> bool:
    """Whether the soft break between two lines begins something new."""
    above, below = _said(before).rstrip(), _said(after).lstrip()
    closed = above.endswith(_CLOSED)
    if _NUMBERED.match(below):
        return True
    dash = _DASHED.match(below)
    if dash:
        return closed or below[dash.end()].isupper()
    opened = _OPENED.match(below)
    return closed and opened is not None and opened.group()[-1].isupper()


def _line(pieces: Sequence[Piece], label: str) -> Line:
    text = squeeze(f"{label} {_said(pieces)}")
    spoken = [piece for piece in pieces if any(char.isalnum() for char in piece.text)]
    dressed = spoken or [piece for piece in pieces if piece.text.strip()]
    bold = all(piece.bold for piece in dressed)
    return Line(
        text=text,
        bold=bold,
        italic=all(piece.italic for piece in dressed),
        lead_bold=len(text) if bold else _lead(pieces, label),
    )


def _lead(pieces: Sequence[Piece], label: str) -> int:
    """How many characters at the start are bold; a marker before them may be plain."""
    first = next((at for at, piece in enumerate(pieces) if piece.bold and piece.text.strip()), None)
    if first is None or not _MARKER.fullmatch(_said(pieces[:first])):
        return 0
    last = first
    for at in range(first, len(pieces)):
        if pieces[at].bold:
            last = at
        elif any(char.isalnum() for char in pieces[at].text):
            break
    return len(squeeze(f"{label} {_said(pieces[: last + 1])}"))
