"""All recognisers over one text: `recognise(document.text)` gives its `Mentions`.

The text goes through the spaCy pipeline of `extractor.language`; what its components put into
`doc.spans` is taken out again with its value, so that a component added or exchanged there counts
here.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from extractor.language.pipeline import make_nlp
from extractor.recognise import components  # registers the factories where no entry point does
from extractor.recognise.model import Mentions

__all__ = ["Mentions", "mentions_of", "recognise"]


def recognise(text: str) -> Mentions:
    """The mentions of a canonical text (NFC, one block a line); none crosses a newline."""
    return mentions_of(make_nlp()(text))


def mentions_of(doc: Doc) -> Mentions:
    """The mentions that the recognisers left in a spaCy Doc."""
    return Mentions(
        components.text_of(doc),
        _values(doc, components.CITATIONS),
        _values(doc, components.DATES),
        _values(doc, components.QUANTITIES),
        _values(doc, components.ORGANISATIONS),
    )


def _values(doc: Doc, name: str) -> tuple[Any, ...]:
    return tuple(span._.kehoach for span in doc.spans[name]) if name in doc.spans else ()
