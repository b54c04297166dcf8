"""Folded views of a text for matching, with a map back to the text as it stands.

`fold("Hoà  BÌNH")` reads `"hòa bình"`: lower case, tone mark on its modern place, dashes and quotes
alike, runs of white space as one space. The source text is never rewritten: a span found in the view
comes back through `Folded.back`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from extractor.span import Span

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_QUOTES = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"}
_SAME = {**_DASHES, **_QUOTES, "ð": "đ", "\u00ad": "", "\u200b": "", "\ufeff": ""}
_OLD_TONE = re.compile(r"(?:o[àáảãạ]|o[èéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)|^$", re.UNICODE)
_WORD_GLYPHS = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
                "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
                "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}  # fmt: skip


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
    for index, char in enumerate(text):
        folded = " " if char.isspace() else _SAME.get(char, _lower(char))
        if not folded or (folded == " " and chars and chars[-1] == " "):
            continue
        chars.append(folded)
        offsets.append(index)
    return Folded(_modern_tones("".join(chars)), tuple(offsets), len(text))


def folded(text: str) -> str:
    """The folded view as a plain string, trimmed: for keys and comparisons."""
    return fold(unicodedata.normalize("NFC", text)).text.strip()


@lru_cache(maxsize=4096)
def _lower(char: str) -> str:
    lower = char.lower()
    return lower if len(lower) == 1 else char


def _modern_tones(text: str) -> str:
    return _OLD_TONE.sub(lambda match: _modern(text, match), text)


def _modern(text: str, match: re.Match[str]) -> str:
    # "quý" and "quỳ" keep the tone on y: there the u belongs to the consonant q.
    pair = match.group()
    after_q = match.start() > 0 and text[match.start() - 1] == "q"
    return pair if after_q else _WORD_GLYPHS.get(pair, pair)


def without_marks(text: str) -> str:
    """Vietnamese letters as plain Latin ones (`"Quý"` is `"quy"`); same length for NFC text."""
    plain = (unicodedata.normalize("NFD", char)[0] for char in text.lower())
    return "".join("d" if char == "đ" else char for char in plain)


_SPACES = re.compile(r"\s+")
_EDGES = " \t\n\r\u00a0.,;:-–—+*•_"


def clean(text: str) -> str:
    """A value as the contract prints it: NFC, one space between words, no punctuation at the ends."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(_EDGES)


def squeeze(text: str) -> str:
    """NFC with runs of white space as one space, ends trimmed of white space only."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()

# Character classes for patterns: Unicode interleaves Vietnamese capitals and small letters, so that no
# range such as À-Ỹ tells them apart.
UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
