"""All recognisers over one text: `recognise(document.text)` gives its `Mentions`."""

from __future__ import annotations

from extractor.recognise.citations import find_citations
from extractor.recognise.dates import find_dates
from extractor.recognise.model import Mentions
from extractor.recognise.organisations import find_organisations
from extractor.recognise.quantities import find_quantities

__all__ = ["Mentions", "recognise"]


def recognise(text: str) -> Mentions:
    """The mentions of a canonical text (NFC, one block a line); none crosses a newline."""
    citations = find_citations(text)
    dates = find_dates(text)
    taken = [c.head for c in citations] + [d.core for d in dates]
    return Mentions(text, citations, dates, find_quantities(text, taken), find_organisations(text))
