"""Signatures under seals and pens: each line looked at again, also without the strokes through it.

In: a page and the words of its signature, `["Văn", "Phúc"]` where a rim hides the surname. Out:
the words, `["Hà", "Văn", "Phúc"]` where looks at the line by itself show more of them, all of that
line with the doubt "seal". A line of which nothing more is seen stays as it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import fmean

from extractor.reading.pdf_quality import plausible
from extractor.reading.scan.crops import Crop, looked_at
from extractor.reading.scan.engine import Grey, Seen
from extractor.reading.scan.looks import Line
from extractor.reading.scan.strays import strip_of, without_strays
from extractor.reading.scan.vote import groups

_BESIDE = 5  # heights to the left and right in which a hidden word is looked for
_SIZES = (1.0, 1.5)
_PLAIN_SIZES = (1.0, 2.0)  # the line as it is: where strays took letters with them
_CLEAR = 0.9  # trust in a word that nothing runs through
_SURE = 0.7  # of each word of the line that is taken
_TWICE = 2  # looks that see the same


def freed(grey: Grey, words: Sequence[Seen]) -> list[Seen]:
    """The words of a signature, those that strokes hid among them, without lone letters."""
    rows = (row for row in rows_of(words) if sum(len(word.text) for word in row) > 1)
    found = enumerate(_freed(grey, row) for row in rows)
    return [replace(word, line=(-2, number, row[0].top)) for number, row in found for word in row]


def rows_of(words: Sequence[Seen]) -> Iterator[Line]:
    """The words by printed line, whichever look they are from."""
    row: Line = []
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        if row and (word.top + word.bottom) / 2 > row[-1].bottom:
            yield sorted(row, key=lambda word: word.x0)
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda word: word.x0)


def _freed(grey: Grey, row: Line) -> Line:
    line = _crop(row, grey.shape[1])
    clean, plain = without_strays(grey, line), strip_of(grey, line)
    seen: list[Line] = []
    for size in _SIZES:
        seen.append(looked_at(clean, line, size))
        if _shows_more(seen[-1], row):
            return _doubted(seen[-1])
    seen += [looked_at(plain, line, size) for size in _PLAIN_SIZES]
    best = _seen_twice([row, *seen])
    return _doubted(best) if _shows_more(best, row) else row


def _seen_twice(looks: Sequence[Line]) -> Line:
    """The longest run of words that at least two looks saw alike and sound."""
    runs: list[Line] = [[]]
    for group in groups(looks):
        word = _agreed(list(group.looks.values()))
        if word is None:
            runs.append([])
        else:
            runs[-1].append(word)
    return max(runs, key=len)


def _agreed(words: Sequence[Line]) -> Seen | None:
    """What most looks saw at one place, if two of them did."""
    seen: dict[str, Line] = defaultdict(list)
    for look in words:
        if len(look) == 1:
            seen[look[0].text].append(look[0])
    best = max(seen.values(), key=lambda alike: sum(word.sure for word in alike), default=[])
    if len(best) < _TWICE:
        return None
    word = replace(best[0], sure=fmean(word.sure for word in best))
    return word if _is_sound(word) else None


def _doubted(found: Line) -> Line:
    return [replace(word, doubt="seal") for word in found]


def _crop(row: Line, width: int) -> Crop:
    print_ = [word for word in row if word.sure >= _SURE] or row
    top, bottom = min(word.top for word in print_), max(word.bottom for word in print_)
    beside = _BESIDE * (bottom - top)
    return Crop(max(0, row[0].x0 - beside), top, min(width, row[-1].x1 + beside), bottom)


def _shows_more(found: Line, row: Line) -> bool:
    """Whether the words are those of the row and more, or surer, every one to be trusted."""
    if not found:
        return False
    new, old = [word.text for word in found], [word.text for word in row if word.sure >= _SURE]
    whole = len(new) >= len(row) and bool(old) and _in_order(old, new) and _reaches(found, row)
    more = len(new) > len(old) or min(word.sure for word in row) < _CLEAR
    return whole and more and all(_is_sound(word) for word in found)


def _reaches(found: Line, row: Line) -> bool:
    """Whether the words reach as far to both sides as those of the row."""
    room = row[-1].bottom - row[-1].top
    return found[0].x0 <= row[0].x0 + room and found[-1].x1 >= row[-1].x1 - room


def _in_order(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether all of the old words stand in the new ones, in their order."""
    rest = iter(new)
    return all(word in rest for word in old)


def _is_sound(word: Seen) -> bool:
    return word.sure >= _SURE and plausible(word.text) > 0 and word.text[:1].isupper()
