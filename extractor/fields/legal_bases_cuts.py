"""Where the sentences of a preamble part, each with a relation of its own.

"Thực hiện Nghị quyết số …; căn cứ Nghị quyết số …; theo đề nghị của …" is three, for behind a
semicolon a word of relation begins anew where a document or who asks follows it. Inside a title
("về rà soát đất công; thực hiện chỉnh lý …") nothing is cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.context import Reading
from extractor.lexicon.load import load
from extractor.span import Span
from extractor.text import UPPER
from extractor.view import view

_SENTENCE = re.compile(rf"(?<=[.;])\s+(?=[{UPPER}])")
_CLAUSE = re.compile(rf"(?<=;)\s+(?![{UPPER}])")


def sentences_of(reading: Reading, block: Span) -> Iterator[Span]:
    """The sentences of a block, in order: cut at capitals, and where a relation begins anew."""
    cuts = [found.span() for found in _SENTENCE.finditer(reading.text, block.start, block.end)]
    for found in _CLAUSE.finditer(reading.text, block.start, block.end):
        if _begins_anew(reading, Span(found.end(), block.end)):
            cuts.append(found.span())
    start = block.start
    for end, following in sorted(cuts):
        yield Span(start, end)
        start = following
    yield Span(start, block.end)


def _begins_anew(reading: Reading, rest: Span) -> bool:
    """Whether a clause opens with a relation and goes on with a document, or with who asks."""
    said = reading.slice(rest)
    hit = load("relations").at(view(said), 0)
    if hit is None or _is_in_title(reading, rest.start):
        return False
    document = load("document_types").at(view(said), hit.span.end + 1)
    cited = document is not None and said[hit.span.end + 1 :][:1].isupper()
    return cited or hit.entry.id == "at_request_of"


def _is_in_title(reading: Reading, place: int) -> bool:
    return any(c.span.start < place < c.span.end for c in reading.mentions.citations)
