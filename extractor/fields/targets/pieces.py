"""The pieces of a sentence between semicolons, each with numbers of its own.

"100% các sở bố trí công chức làm công tác pháp chế; bố trí người đủ điều kiện" stays one piece:
what follows the semicolon adds a predicate to the share and no number.
"""

from __future__ import annotations

import re

from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.fields.targets.numbers import candidates
from extractor.fields.targets.vocabulary import opens
from extractor.fields.targets.whom import excepted
from extractor.fields.targets.words import leads_off
from extractor.span import Span
from extractor.view import view

_MARKS = " -+–"
_NOUNS = re.compile(r"(?:các|những|số) ")


def pieces_of(reading: Reading, sentence: Span) -> list[Span]:
    """The clauses between semicolons; a share goes on over one that adds only a predicate."""
    pieces: list[Span] = []
    for piece in sentences(reading.text, sentence, semicolons=True):
        if pieces and (
            _continues(reading, pieces[-1], piece) or _excepts(reading, pieces[-1], piece)
        ):
            pieces[-1] = Span(pieces[-1].start, piece.end)
        else:
            pieces.append(piece)
    return pieces


def _excepts(reading: Reading, piece: Span, following: Span) -> bool:
    """Whether what follows leaves out a group of what the piece measures ("…; riêng cấp xã …")."""
    left_out = excepted(view(reading.slice(following))) is not None
    return left_out and bool(candidates(reading, piece)) and bool(candidates(reading, following))


def _continues(reading: Reading, piece: Span, following: Span) -> bool:
    numbers = candidates(reading, piece)
    if len(numbers) != 1 or numbers[0].kind != "percent" or candidates(reading, following):
        return False
    said = reading.slice(following)
    before = reading.slice(Span(piece.start, numbers[0].span.start)).strip(_MARKS)
    if leads_off(before) or (before and not _NOUNS.match(said)):
        return False
    aims = opens("target_leads", "strive", "ensure").match(view(said))
    return said[:1].islower() and "không" not in said and aims is None
