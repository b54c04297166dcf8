"""Where the award money comes from, and the papers that a file holds.

"Kinh phí khen thưởng lấy từ Quỹ thi đua, khen thưởng của xã" gives the fund; the lines under
"Hồ sơ đề nghị khen thưởng gồm:" one paper each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.awards.scope import Place
from extractor.fields.awards.words import words
from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.lexicon.load import load
from extractor.span import Span
from extractor.view import view

_MONEY = re.compile(words("money"))
_FROM = re.compile(
    rf"{words('draw')} +(?:{words('source')} +)?(?P<where>(?!{words('not_money')})[^.;]{{5,200}})"
)
_COUNT = re.compile(r"^\W*(?:\d{1,2} +)?")
_COMMA = re.compile(r" *, *(?:và +)?(?![^()]*\))")
_HOLDS = re.compile(rf"{words('holds')} *:? *")


def funding_in(reading: Reading, place: Place) -> Span | None:
    """The words that say where a block of the part on awards takes its money from."""
    for sentence in sentences(reading.text, place.node.text):
        seen = view(reading.slice(sentence))
        about = "funding" in place.kinds or _MONEY.search(seen)
        found = _FROM.search(seen) if about else None
        if found:
            return Span(sentence.start + found.start("where"), sentence.start + found.end("where"))
    return None


def papers_in(reading: Reading, place: Place) -> Iterator[Span]:
    """The papers that a block of the part on awards asks for."""
    if "dossier" not in place.kinds or place.node.is_heading:
        return
    node = place.node
    seen = view(reading.slice(node.text))
    if node.marker is not None and _is_paper(seen):
        yield node.text
        return
    held = _HOLDS.search(seen)
    if held:
        for part in sentences(
            reading.text, Span(node.text.start + held.end(), node.text.end), semicolons=True
        ):
            if _is_paper(view(reading.slice(part))):
                yield from _each_paper(reading, part)


def _each_paper(reading: Reading, part: Span) -> Iterator[Span]:
    """A paper begins behind each comma that the word for one follows ("Tờ trình, biên bản …")."""
    seen, start = view(reading.slice(part)), 0
    for comma in _COMMA.finditer(seen):
        if _is_paper(seen[comma.end() :]):
            yield Span(part.start + start, part.start + comma.start())
            start = comma.end()
    yield Span(part.start + start, part.end)


def _is_paper(seen: str) -> bool:
    """Whether a line begins with a paper of an award file: "02 bản sao …", "Tờ trình …"."""
    start = _COUNT.match(seen)
    return load("award_papers").at(seen, start.end() if start else 0) is not None
