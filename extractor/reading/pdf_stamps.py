"""The stamps of electronic signatures, taken out of the words of a page before rows are made.

A stamp lies over the letterhead or the signature: its lines share their height with those of the
document, and would be read as one row with them ("TM. ỦY BAN NHÂN DÂN Ký bởi: …"). But a signing
program writes all of a stamp at once, so that its words follow each other in the file. In: the
words of a page in the order of the file. Out: those of the document, and the lines of each stamp.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from extractor.document.stamps import first_words, label_of, read_stamp
from extractor.reading.pdf_page import Word

Row = list[Word]

_SIGNED = frozenset({"signer", "time"})  # the lines that only a stamp has; it may name an office
_LABEL_WORDS = 4
_MOST_ROWS = 10
_SMALL = 0.85  # of the text's height
_ALIKE = 0.4  # of the height: how far the words of one stamp differ
_SAME_ROW = 0.4  # heights between the baselines of one row
_NEXT_ROW = 2.5  # heights between those of two rows
_GAP = 3.0  # heights between two words of a row
_INDENT = (-1.5, 9.0)  # heights from the first word's left edge to that of a later row


def take_stamps(words: Sequence[Word]) -> tuple[list[Word], list[list[Row]]]:
    """The words without those of stamps, and each stamp as its rows."""
    rest: list[Word] = []
    stamps: list[list[Row]] = []
    at, height = 0, 0.0
    while at < len(words):
        found: list[Row] = []
        if _begins(words, at):
            height = height or median(word.height for word in words)
            found = _stamp(words, at, height)
        if found:
            stamps.append(found)
            at += sum(len(row) for row in found)
        else:
            rest.append(words[at])
            at += 1
    return rest, stamps


def _begins(words: Sequence[Word], at: int) -> bool:
    """Whether a line of a stamp begins at a word: the words up to its colon are a label."""
    if words[at].turn or words[at].text.lower().rstrip(":") not in first_words():
        return False
    head = words[at : at + _LABEL_WORDS]
    return label_of(" ".join(word.text for word in head)) in {*_SIGNED, "state"}


def _stamp(words: Sequence[Word], at: int, height: float) -> list[Row]:
    """The rows of the stamp that begins at `at`; empty where it is none."""
    rows = list(_rows(words, at))
    labels = [label_of(_text(row)) for row in rows]
    last = max(at for at, label in enumerate(labels) if label) + 1
    small = words[at].height < _SMALL * height
    if small and last < len(rows) and labels[last - 1] != "time":
        last += 1  # the last line, if it is no time, may run on in one more
    said = _SIGNED.intersection(filter(None, labels))
    dated = read_stamp(" ".join(map(_text, rows[:last]))).time is not None
    sure = bool(said) if small else said == _SIGNED and dated
    return rows[:last] if sure and last <= _MOST_ROWS else []


def _rows(words: Sequence[Word], at: int) -> Iterator[Row]:
    """The rows of words that follow each other in the file, in one size, one below the other."""
    first = words[at]
    row = [first]
    for word in words[at + 1 :]:
        if word.turn or abs(word.height - first.height) > _ALIKE * first.height:
            break
        if _on_row(row[-1], word):
            row.append(word)
        elif _below(first, row[0], word):
            yield row
            row = [word]
        else:
            break
    yield row


def _on_row(last: Word, word: Word) -> bool:
    level = abs(word.base - last.base) <= _SAME_ROW * last.height
    return level and -_SAME_ROW <= (word.x0 - last.x1) / last.height <= _GAP


def _below(first: Word, above: Word, word: Word) -> bool:
    down = (word.base - above.base) / first.height
    across = (word.x0 - first.x0) / first.height
    return _SAME_ROW < down <= _NEXT_ROW and _INDENT[0] <= across <= _INDENT[1]


def _text(row: Row) -> str:
    return " ".join(word.text for word in row)
