"""Number and date of a scanned letterhead: right, or said to be unreadable.

In: the words of a page and its picture. Out: the words with the number's line and the dateline read
anew, at several sizes and by two readers. Both are often filled in by hand: digits on which the
readers do not agree become "…" ("Số: …/KH-UBND", "ngày … tháng 3 năm 2026") with the doubt
"unread", so that no wrong number gets any further.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.reading.scan.crops import Crop, looked
from extractor.reading.scan.digits import agreed_digits, digits_in
from extractor.reading.scan.engine import DIGITS, LANGUAGE, Grey, Seen, reads_digits
from extractor.reading.scan.looks import Line, lines_of
from extractor.text import without_marks

UNREAD = "…"

_ALONE = 7  # tesseract's layout for a picture of one line
_SIZES = (1.0, 1.5, 2.0, 3.0)
_TOP = 0.4  # of the page's height: the letterhead
_NARROW = 0.62  # of its width
_BELOW = 3.5  # heights: how far the number may stand below the dateline
_LEFT = 0.06  # of the page's width: the margin
_GAP = 4.0  # heights: a word that nobody read leaves a gap, two columns a wider one
_ROOM = 6  # pixels
# Matched without marks, in small letters; labels are read wrong now and then, and pens reach them.
_DATELINE = re.compile(r"[^\d,]{2,40}[,.]?\s?\bng\w{1,2}\b.{0,24}\bn[\w’'`]{1,4}\s\W?\d{3}")
_DAY = re.compile(r"\bng\w{1,2}\b(?P<digits>.{0,8}?)t?h\w{1,3}ng\b")
_MONTH = re.compile(r"h\w{1,3}ng\b(?P<digits>.{0,5}?)\bn[\w’'`]{1,4}\b")
_YEAR = re.compile(r"\bn[\w’'`]{1,4}\s(?P<digits>.{1,9})$")
_CODE = re.compile(
    r"\s{0,3}[/-]?\s{0,2}(?P<code>[A-ZĐ][\wĐđ&]{0,9}(?:\s?[-–/]\s?[A-ZĐ][\wĐđ&.]{0,14}){1,3})\W*$"
)
_LABEL = re.compile(r"^\W{0,3}[S$58s]\w{0,3}\s?[:.;]\s*|^\W{0,3}(?:Số|SỐ|Só|Sô)\s+")
_PARTS = (("ngày", _DAY), ("tháng", _MONTH), ("năm", _YEAR))


@dataclass(frozen=True, slots=True)
class Looks:
    """What two readers saw of one line, at several sizes."""

    first: tuple[str, ...]
    second: tuple[str, ...]

    @property
    def readers(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self.first, self.second


def letterhead_again(grey: Grey, seen: Sequence[Seen]) -> list[Seen]:
    """The words of a page, number and date of its letterhead settled; else as they are."""
    lines = list(lines_of(seen, _GAP))
    whole = next((line for line in lines if _is_dateline(_from_place(line), grey)), None)
    if whole is None:
        return list(seen)
    date = _from_place(whole)
    number = _number_line(lines, date) or _beside(grey, date)
    wanted = [line for line in (date, number) if line is not None]
    looks = _looks(grey, [_crop(line, date) for line in wanted])
    settled = [_dated(date, looks[0])]
    if number is not None:
        settled.append(_numbered(number, looks[1]))
    gone = {id(word) for line in (whole, *wanted) for word in line}
    return [*(w for w in seen if id(w) not in gone), *(w for line in settled for w in line)]


def _from_place(line: Line) -> Line:
    """The line from its first word with a letter on: dirt in front of a dateline is no dash."""
    start = next((at for at, word in enumerate(line) if any(map(str.isalnum, word.text))), 0)
    return line[start:]


def _is_dateline(line: Line, grey: Grey) -> bool:
    height, width = grey.shape
    short = line[-1].x1 - line[0].x0 < _NARROW * width
    if line[0].top > _TOP * height or not short or not line[0].text[:1].isupper():
        return False
    return _day_word(line) is not None and _DATELINE.match(without_marks(_text(line))) is not None


def _day_word(line: Line) -> int | None:
    """Where "ngày" stands as a word; None where it is one with what stands before it."""
    words = (without_marks(word.text) for word in line)
    return next((at for at, word in enumerate(words) if word.startswith("ng")), None)


def _number_line(lines: Sequence[Line], date: Line) -> Line | None:
    """The line left of the dateline, or a little below, that ends in a code.

    One with a colon behind its label, if any: a body's name may end in "THEO QUYẾT ĐỊNH SỐ 12/…".
    """
    height = date[0].bottom - date[0].top
    near = [
        line
        for line in lines
        if line[-1].x1 <= date[0].x0
        and -height <= line[0].top - date[0].top <= _BELOW * height
        and _CODE.search(_text(line))
    ]
    return min(near, key=lambda line: (not _has_colon(line), _off(line, date)), default=None)


def _has_colon(line: Line) -> bool:
    found = _LABEL.match(_text(line))
    return found is not None and any(mark in found.group() for mark in ":;.")


def _off(line: Line, date: Line) -> int:
    return abs(line[0].top - date[0].top)


def _beside(grey: Grey, date: Line) -> Line | None:
    """The number's line where a pen made the first look miss it: what stands left of the date."""
    height = date[0].bottom - date[0].top
    crop = Crop(
        round(_LEFT * grey.shape[1]),
        date[0].top - height // 2,
        date[0].x0 - height,
        date[0].bottom + height // 2,
    )
    for size in _SIZES:
        line = looked(grey, [crop], _ALONE, scale=size)[0]
        if line and _CODE.search(_text(line)):
            return [replace(word, top=date[0].top, bottom=date[0].bottom) for word in line]
    return None


def _text(line: Line) -> str:
    return " ".join(word.text for word in line)


def _crop(line: Line, date: Line) -> Crop:
    # A pen is not bound to the height of the print.
    height = date[0].bottom - date[0].top
    return Crop(
        max(0, line[0].x0 - _ROOM),
        max(0, min(word.top for word in line) - height // 3),
        line[-1].x1 + _ROOM,
        max(word.bottom for word in line) + height // 3,
    )


def _looks(grey: Grey, crops: Sequence[Crop]) -> list[Looks]:
    readers = [LANGUAGE, DIGITS] if reads_digits() else [LANGUAGE]
    seen = {
        reader: [looked(grey, crops, _ALONE, scale=size, language=reader) for size in _SIZES]
        for reader in readers
    }
    return [
        Looks(*(tuple(_text(look[i]) for look in seen.get(r, ())) for r in (LANGUAGE, DIGITS)))
        for i in range(len(crops))
    ]


def _dated(line: Line, looks: Looks) -> Line:
    """Place, then "ngày", "tháng", "năm", each with its digits."""
    start = _day_word(line) or 0
    parts = list(line[:start])
    for label, pattern in _PARTS:
        first, second = ([_part(text, pattern) for text in reader] for reader in looks.readers)
        found = agreed_digits(first, second)
        parts += [replace(line[start], text=label, doubt=""), _said(line[start], found)]
    return _spread(parts, line, start)


def _part(text: str, pattern: re.Pattern[str]) -> str | None:
    found = pattern.search(without_marks(text))
    return digits_in(found["digits"]) if found else None


def _numbered(line: Line, looks: Looks) -> Line:
    """ "Số:" and the number with its code."""
    first, second = ([_split(text) for text in reader] for reader in looks.readers)
    found = agreed_digits([part[0] for part in first], [part[0] for part in second])
    codes = Counter(code for _, code in first if code)
    code = codes.most_common(1)[0][0] if codes else _split(_text(line))[1] or ""
    number = _said(line[0], found)
    return _spread(
        [replace(line[0], text="Số:", doubt=""), replace(number, text=number.text + code)], line, 0
    )


def _split(text: str) -> tuple[str | None, str | None]:
    """Digits and code of a number's line: "Số: 12 /KH-UBND" is "12" and "/KH-UBND"."""
    code = _CODE.search(text)
    if code is None:
        return None, None
    label = _LABEL.match(text)
    digits = digits_in(text[label.end() : code.start()]) if label else None
    mark = "-" if code.group().lstrip().startswith("-") else "/"
    return digits, mark + code["code"].replace(" ", "").replace("–", "-")


def _said(word: Seen, digits: str | None) -> Seen:
    if digits is None:
        return replace(word, text=UNREAD, sure=0.0, doubt="unread")
    return replace(word, text=digits, sure=1.0, doubt="")


def _spread(parts: Sequence[Seen], line: Line, start: int) -> Line:
    """The words from `start` on spread over the place of the line; blanks fall out."""
    fixed, rest = list(parts[:start]), [word for word in parts[start:] if word.text]
    letters = sum(len(word.text) + 1 for word in rest)
    step, x = (line[-1].x1 - line[start].x0) / max(1, letters), float(line[start].x0)
    for word in rest:
        end = x + step * len(word.text)
        fixed.append(replace(word, x0=round(x), x1=round(end), line=line[0].line))
        x = end + step
    return fixed
