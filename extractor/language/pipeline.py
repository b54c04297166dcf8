"""The spaCy pipeline of this package: our tokenizer and the four recognisers as components.

`make_nlp()(text).spans["kehoach_citations"]` are the citations of a text, each with its value in
`span._.kehoach`. The recognisers are also plain functions (`extractor.recognise`); this is the door
for those who already work with spaCy.
"""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language

from extractor.language.tokenizer import Tokenizer

COMPONENTS = (
    "kehoach_citations",
    "kehoach_dates",
    "kehoach_quantities",
    "kehoach_organisations",
)

LONGEST = 20_000_000  # characters of one text


@cache
def make_nlp() -> Language:
    """The pipeline, made once. The components are found by name, as spaCy finds every factory."""
    nlp = spacy.blank("xx")
    nlp.tokenizer = Tokenizer(nlp.vocab)
    nlp.max_length = LONGEST  # spaCy's own limit is for parsers, which this pipeline has none of
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp
