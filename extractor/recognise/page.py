"""A text beside its view: what the recognisers of names and documents read together."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.lexicon.load import Lexicon, load
from extractor.view import view


@dataclass(frozen=True, slots=True)
class Page:
    """`text` as it stands and `viewed`, its view; offsets are the same in both."""

    text: str
    viewed: str

    @classmethod
    def of(cls, text: str) -> Page:
        """The page of an NFC text."""
        return cls(text, view(text))

    def capital(self, position: int) -> bool:
        """Whether the character at `position` is a capital letter."""
        return position < len(self.text) and self.text[position].isupper()

    @property
    def agencies(self) -> Lexicon:
        return load("agencies")

    @property
    def groups(self) -> Lexicon:
        return load("groups")

    @property
    def domains(self) -> Lexicon:
        return load("domains")

    @property
    def verbs(self) -> Lexicon:
        return load("verbs")

    @property
    def types(self) -> Lexicon:
        return load("document_types")
