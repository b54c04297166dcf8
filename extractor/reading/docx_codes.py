"""Old Vietnamese codes in Word files: runs in .VnTime or VNI-Times fonts become Unicode.

In: the pieces of a paragraph, each with the code of its font. Out: pieces in Unicode, and what
stood there before, word by word, so that a block can tell the characters of the file. Runs in
other fonts, and runs whose words are Vietnamese as they are, are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from unicodedata import normalize

from extractor.document.model import Recoded
from extractor.reading.docx_inline import Piece, Words
from extractor.reading.docx_xml import Element, P, T
from extractor.reading.old_codes import decode
from extractor.reading.old_codes_judge import verdict

_SOFT = "\u00ad"


@dataclass(slots=True)
class Judge:
    """Says whether a run is in its font's code; where it does not tell, what is around it does."""

    body: Element = None
    votes: dict[str, int] = field(default_factory=dict)
    recoded: int = 0  # runs so far

    def believed(self, pieces: Sequence[Piece]) -> list[bool]:
        """For each piece whether it is to be decoded."""
        found = [verdict(piece.text, piece.code) if piece.code else -1 for piece in pieces]
        return [
            (own or _vote(pieces, found, piece.code) or self._vote(piece.code)) >= 0
            for piece, own in zip(pieces, found, strict=True)
        ]

    def _vote(self, code: str) -> int:
        """What the whole document speaks for."""
        if self.body is None:
            return 0
        if code not in self.votes:
            texts = ("".join(part.text or "" for part in one.iter(T)) for one in self.body.iter(P))
            self.votes[code] = sum(verdict(text, code) for text in texts)
        return self.votes[code]


def _vote(pieces: Sequence[Piece], verdicts: Sequence[int], code: str) -> int:
    """What the rest of the paragraph speaks for."""
    undecided = (
        piece.text
        for piece, found in zip(pieces, verdicts, strict=True)
        if piece.code == code and found >= 0
    )
    return verdict("".join(undecided), code)


def recoded(pieces: Sequence[Piece], judge: Judge) -> tuple[list[Piece], list[Words]]:
    """The pieces in Unicode, neighbours of one look joined, and all words with what they were."""
    made: list[Piece] = []
    words: list[Words] = []
    pairs = zip(pieces, judge.believed(pieces), strict=True)
    for (old, believed), group in groupby(pairs, key=_likeness):
        before = "".join(piece.text for piece, _ in group)
        after = decode(before, old.code) if believed else before
        judge.recoded += after != before
        after = normalize("NFC", after.replace(_SOFT, ""))
        after = after.upper() if old.capitals else after
        words.extend(_words(before, after, old.code if believed else ""))
        if made and (made[-1].bold, made[-1].italic) == (old.bold, old.italic):
            after = made.pop().text + after
        made.append(Piece(after, old.bold, old.italic))
    return made, words


def _likeness(pair: tuple[Piece, bool]) -> tuple[Piece, bool]:
    # A letter of VNI may be cut between two runs: those that are alike are decoded together.
    return pair[0]._replace(text=""), pair[1]


def _words(before: str, after: str, code: str) -> Iterator[Words]:
    # No code touches white space, so that both texts fall into the same words.
    for old, new in zip(before.split(), after.split(), strict=False):
        yield code, old, new


def places(text: str, words: list[Words], shift: int = 0) -> tuple[Recoded, ...]:
    """Where the words that were changed stand in the line `text`; its words are taken off `words`.

    `shift` is the offset of the line in its block.
    """
    found: list[Recoded] = []
    at = 0
    while words:
        code, old, new = words[0]
        start = text.find(new, at)
        if start < 0:
            break  # the first word of the next line
        words.pop(0)
        end = start + len(new)
        last = found[-1] if found else None
        if last and code == last.code and text[last.end - shift : start] == " ":
            whole = f"{last.original} {old}"
            found[-1] = Recoded(last.start, end + shift, whole, code)
        elif code:
            found.append(Recoded(start + shift, end + shift, old, code))
        at = end
    return tuple(found)
