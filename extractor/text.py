"""Folded views of a text for matching, with a map back to the text as it stands.

`fold("Hoà  BÌNH")` reads `"hòa bình"`: lower case, tone mark on its modern place, dashes and quotes
alike, runs of white space as one space. The source text is never rewritten: a span found in the
view comes back through `Folded.back`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from extractor.span import Span
from extractor.view import view

_DROPPED = "\u00ad\u200b\ufeff"  # soft hyphen, zero width space, byte order mark
_WITHOUT = str.maketrans("", "", _DROPPED)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded view: `text`, and for each of its characters the source offset it came from."""

    text: str
    offsets: tuple[int, ...]
    source_length: int

    def back(self, span: Span) -> Span:
        """The span of the source text that `span` of the view stands for."""
        start = self.offsets[span.start] if span.start < len(self.offsets) else self.source_length
        if span.end == span.start:
            return Span(start, start)
        return Span(start, self.offsets[span.end - 1] + 1)


def fold(text: str) -> Folded:
    """The folded view of an NFC `text`; it may be shorter than the source, never longer."""
    chars: list[str] = []
    offsets: list[int] = []
    for index, seen in enumerate(view(text)):
        char = " " if seen.isspace() else seen
        if text[index] in _DROPPED or (char == " " and chars and chars[-1] == " "):
            continue
        chars.append(char)
        offsets.append(index)
    return Folded("".join(chars), tuple(offsets), len(text))


def _without_dropped(text: str) -> str:
    # Looking is ten times cheaper than translating, and nearly every text has none.
    return text.translate(_WITHOUT) if any(char in text for char in _DROPPED) else text


def folded(text: str) -> str:
    """The folded view as a plain string, trimmed: for keys and comparisons."""
    seen = view(unicodedata.normalize("NFC", _without_dropped(text)))
    return " ".join(seen.split())


def without_marks(text: str) -> str:
    """Vietnamese letters as plain Latin ones (`"Quý"` is `"quy"`); same length for NFC text."""
    plain = (unicodedata.normalize("NFD", char)[0] for char in text.lower())
    return "".join("d" if char == "đ" else char for char in plain)


_SPACES = re.compile(r"\s+")
_EDGES = " \t\n\r\u00a0.,;:-–—+*•_"


def clean(text: str) -> str:
    """A value as the contract prints it: NFC, single spaces, no punctuation at the ends."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(_EDGES)


def squeeze(text: str) -> str:
    """NFC with runs of white space as one space, ends trimmed of white space only."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


# Character classes for patterns: Unicode interleaves Vietnamese capitals and small letters, so that
# no range such as À-Ỹ tells them apart.
UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
