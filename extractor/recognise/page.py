"""A text beside its view: what the recognisers of names and documents read together."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache

from extractor.lexicon.load import Hit, Lexicon, load
from extractor.view import view


@dataclass(frozen=True, slots=True)
class Page:
    """`text` as it stands and `viewed`, its view; offsets are the same in both."""

    text: str
    viewed: str
    agencies: Lexicon
    groups: Lexicon
    domains: Lexicon
    verbs: Lexicon
    particles: Lexicon
    types: Lexicon
    inside: int = 0  # how many bodies the one that is being read is a part of
    # Where the body that begins here, so deep inside others, ends: each is read once, or a run of
    # bodies ("Sở Sở Sở …") would be read anew for every one before it.
    ends: dict[tuple[int, int], int] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, text: str) -> Page:
        """The page of an NFC text; all recognisers of one text share it."""
        return _page(text)

    def documents(self, start: int = 0, end: int | None = None) -> tuple[Hit, ...]:
        """The words for types of documents between two offsets, left to right."""
        hits = _type_hits(self.text)
        stop = len(self.text) if end is None else end
        first = bisect_left(hits, start, key=lambda hit: hit.span.start)
        last = bisect_left(hits, stop, key=lambda hit: hit.span.start)
        return tuple(hit for hit in hits[first:last] if hit.span.end <= stop)

    def capital(self, position: int) -> bool:
        """Whether the character at `position` is a capital letter."""
        return position < len(self.text) and self.text[position].isupper()

    def proper(self, position: int) -> bool:
        """Whether a word with one capital begins at `position`: "Cần", not "CẦN" or "cần"."""
        return self.capital(position) and self.text[position + 1 : position + 2].islower()

    def after_blanks(self, position: int) -> int | None:
        """Where the next word begins, if at least one blank stands at `position`."""
        end = position
        while self.viewed.startswith(" ", end):
            end += 1
        return end if end > position else None


@lru_cache(maxsize=8)
def _page(text: str) -> Page:
    names = ("agencies", "groups", "domains", "verbs", "particles", "document_types")
    agencies, groups, domains, verbs, particles, types = map(load, names)
    return Page(text, view(text), agencies, groups, domains, verbs, particles, types)


@lru_cache(maxsize=8)
def _type_hits(text: str) -> tuple[Hit, ...]:
    page = _page(text)
    return tuple(page.types.find(page.viewed))
