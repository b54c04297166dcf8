"""Where a quote stands in a record's text, and the paragraph around it.

In: `Located(text).find("Đạt  90% trở lên")`. Out: a `Span`, found after folding case and white
space; where the words of a table row stand in another order, the longest run of words that is
there; None when nothing is. `passage(text, spans)` is the paragraph cut into plain and highlighted
pieces.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from extractor.span import Span
from extractor.text import Folded, fold, folded

# A part of a quote that is shorter stands in too many places for us to be sure of the place.
FEWEST_WORDS = 4
LEAST_SHARE = 1 / 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph and whose it is: `answer`, `found`, `both` or nothing."""

    text: str
    owner: str = ""


class Located:
    """A text folded once, to find many quotes in."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._view: Folded = fold(text)

    def find(self, quote: str) -> Span | None:
        """The place of `quote`, or of the longest run of its words that is there."""
        words = folded(quote).split()
        start, end = self._longest_run(words)
        part = " ".join(words[start:end])
        at = self._view.text.find(part)
        if not part or not _enough(end - start, len(words)):
            return None
        return self._view.back(Span(at, at + len(part)))

    def _longest_run(self, words: list[str]) -> tuple[int, int]:
        """The first longest run, as positions in `words`; both ends only ever move on."""
        best, end = (0, 0), 0
        for start in range(len(words)):
            end = max(end, start)
            while end < len(words) and " ".join(words[start : end + 1]) in self._view.text:
                end += 1
            if end - start > best[1] - best[0]:
                best = start, end
        return best


def _enough(run: int, words: int) -> bool:
    return run == words or (run >= FEWEST_WORDS and run >= words * LEAST_SHARE)


def passage(text: str, spans: Mapping[str, Span]) -> list[Piece]:
    """The paragraphs from the first span's to the last span's, cut at the spans' ends."""
    if not spans:
        return []
    start = text.rfind("\n", 0, min(span.start for span in spans.values())) + 1
    end = text.find("\n", max(span.end for span in spans.values()))
    end = len(text) if end < 0 else end
    cuts = sorted({start, end, *(at for span in spans.values() for at in (span.start, span.end))})
    return [Piece(text[a:b], _owner(Span(a, b), spans)) for a, b in pairwise(cuts)]


def _owner(piece: Span, spans: Mapping[str, Span]) -> str:
    owners = [name for name, span in spans.items() if span.covers(piece) and len(span)]
    return "both" if len(owners) > 1 else "".join(owners)


def passages(text: str, spans: Mapping[str, Span]) -> list[list[Piece]]:
    """One passage when the spans lie in one paragraph or overlap, else one for each."""
    if len(spans) < 2 or _near(text, list(spans.values())):
        return [passage(text, spans)] if spans else []
    return [passage(text, {name: span}) for name, span in spans.items()]


def _near(text: str, spans: list[Span]) -> bool:
    first, second = sorted(spans)[:2]
    return first.overlaps(second) or "\n" not in text[first.end : second.start]
