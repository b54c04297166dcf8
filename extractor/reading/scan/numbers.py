"""Numbers looked at by a second reader: right, or doubted.

In: the words of a page and its picture. Out: the words, each that holds digits compared with what
tesseract's English reader sees there. Where both see the same digits they stand; else more looks
decide ("2681/QĐ-BYT" and "5681/QD-BYT" become 5681), and what stays open has the doubt "number".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractor.reading.scan.crops import around, looked
from extractor.reading.scan.engine import DIGITS, LANGUAGE, Grey, Seen, reads_digits
from extractor.reading.scan.looks import Line, lines_of
from extractor.reading.scan.vote import groups

_ALONE = 7  # tesseract's layout for a picture of one line
_SECOND = ((1.5, DIGITS),)
_MORE = ((2.0, DIGITS), (1.5, LANGUAGE), (3.0, LANGUAGE))
_MOST = 0.6  # of all looks must see the same
_TRUSTED = 2  # looks that the word as it was read stands for
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class Number:
    """A word with digits, and what other looks saw in its place."""

    word: Seen
    seen: list[str] = field(default_factory=list)

    @property
    def digits(self) -> tuple[str, ...]:
        return digits_of(self.word.text)

    @property
    def confirmed(self) -> bool:
        """Whether every look saw the same digits."""
        return all(digits_of(text) == self.digits for text in self.seen)


def digits_of(text: str) -> tuple[str, ...]:
    """The runs of digits in a word: "12/10/2017." is ("12", "10", "2017")."""
    return tuple(_DIGITS.findall(text))


def numbers_again(grey: Grey, seen: Sequence[Seen]) -> list[Seen]:
    """The words of a page, those with digits looked at again."""
    if not reads_digits():
        return list(seen)
    lines = [line for line in lines_of(seen) if any(map(_is_number, line))]
    numbers = {id(word): Number(word) for line in lines for word in line if _is_number(word)}
    _look(grey, lines, numbers, _SECOND)
    open_ = [line for line in lines if any(_is_open(word, numbers) for word in line)]
    _look(grey, open_, numbers, _MORE)
    return [_settled(numbers[id(word)]) if id(word) in numbers else word for word in seen]


def _is_number(word: Seen) -> bool:
    return _DIGITS.search(word.text) is not None and word.doubt != "unread"


def _is_open(word: Seen, numbers: dict[int, Number]) -> bool:
    return id(word) in numbers and not numbers[id(word)].confirmed


def _look(
    grey: Grey,
    lines: Sequence[Line],
    numbers: dict[int, Number],
    looks: Sequence[tuple[float, str]],
) -> None:
    crops = [around(line) for line in lines]
    for scale, reader in looks:
        found = looked(grey, crops, _ALONE, scale=scale, language=reader)
        for line, again in zip(lines, found, strict=True):
            for group in groups([line, again]):
                own = group.looks.get(0, [])
                if len(own) == 1 and id(own[0]) in numbers and 1 in group.looks:
                    text = "".join(word.text for word in group.looks[1])
                    numbers[id(own[0])].seen.append(text)


def _settled(number: Number) -> Seen:
    word = number.word
    if number.confirmed:
        return word
    votes = Counter(digits_of(text) for text in number.seen)
    votes[number.digits] += _TRUSTED
    best, count = votes.most_common(1)[0]
    sure = count / votes.total()
    if len(best) == len(number.digits):
        word = replace(word, text=_with(word.text, best))
    if sure >= _MOST and len(best) == len(number.digits):
        return replace(word, sure=sure)
    return replace(word, doubt="number", sure=min(sure, word.sure))


def _with(text: str, digits: Sequence[str]) -> str:
    """The word with other digits in the places of its own."""
    new = iter(digits)
    return _DIGITS.sub(lambda _: next(new), text)
