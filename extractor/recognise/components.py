"""The recognisers as spaCy components, declared as factories in the package's entry points.

Each puts its mentions as spans under its own name: `doc.spans["kehoach_dates"][0]._.kehoach` is the
`DateMention` whose offsets are those of `doc.text`. Spans grow to whole tokens where they must.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar, cast

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from extractor.language.tokenizer import TEXT
from extractor.recognise.citations import find_citations
from extractor.recognise.dates import find_dates
from extractor.recognise.organisations import find_organisations
from extractor.recognise.overlap import Spanned
from extractor.recognise.quantities import find_quantities

CITATIONS = "kehoach_citations"
DATES = "kehoach_dates"
QUANTITIES = "kehoach_quantities"
ORGANISATIONS = "kehoach_organisations"

_Mention = TypeVar("_Mention", bound=Spanned)
_Component = Callable[[Doc], Doc]

if not Span.has_extension("kehoach"):
    Span.set_extension("kehoach", default=None)


def text_of(doc: Doc) -> str:
    """The text of a Doc, as our tokenizer kept it; spaCy would join its tokens anew each time."""
    return str(doc.user_data.get(TEXT) or doc.text)


def _component(name: str, find: Callable[[str], Sequence[_Mention]]) -> _Component:
    def run(doc: Doc) -> Doc:
        doc.spans[name] = SpanGroup(
            doc, name=name, spans=[_span(doc, name, found) for found in find(text_of(doc))]
        )
        return doc

    return run


def _span(doc: Doc, label: str, mention: _Mention) -> Span:
    start, end = mention.span.start, mention.span.end
    span = cast(Span, doc.char_span(start, end, label=label, alignment_mode="expand"))
    span._.kehoach = mention
    return span


@Language.factory(CITATIONS)
def make_citations(nlp: Language, name: str) -> _Component:
    """Documents named in the text."""
    return _component(CITATIONS, find_citations)


@Language.factory(DATES)
def make_dates(nlp: Language, name: str) -> _Component:
    """Dates, windows and recurrences."""
    return _component(DATES, find_dates)


@Language.factory(QUANTITIES)
def make_quantities(nlp: Language, name: str) -> _Component:
    """Numbers with what they count; those of citations and dates found before are none."""

    def run(doc: Doc) -> Doc:
        taken = [span._.kehoach.head for span in doc.spans.get(CITATIONS, ())]
        taken += [span._.kehoach.core for span in doc.spans.get(DATES, ())]
        return _component(QUANTITIES, lambda text: find_quantities(text, taken))(doc)

    return run


@Language.factory(ORGANISATIONS)
def make_organisations(nlp: Language, name: str) -> _Component:
    """Organisations, posts and groups of bodies."""
    return _component(ORGANISATIONS, find_organisations)
