"""Words of a PDF page through pypdfium2, the fast path: a few calls a word, not one a character.

From an open page to a `RawPage`: `Word("Căn", 127.6, 268.1, …)` for every run without a space,
the share of the page that images cover, and whether drawn lines may make a table.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extractor.errors import UnreadableFile
from extractor.reading.pdf_messages import TOO_SLOW
from extractor.reading.pdf_page import RawPage, Word
from extractor.reading.pdf_place import Place, place_of
from extractor.reading.pdf_quality import score
from extractor.reading.pdf_strokes import drawn_on

MAX_CHARACTERS = 60_000  # on one page; a page of small print has six thousand
_LINE_END_HYPHEN = "\ufffe"  # pdfium's mark for a hyphen that ends a line
_BLANK = r" \t\r\n\f\v\u00a0\u2000-\u200a\u202f\u3000"  # \s would take in control characters
_RUN = re.compile(rf"[^{_BLANK}\ufffe]+\ufffe?|\ufffe")
_SYLLABLE = re.compile(r"[(“\"]?[^\W\d_]{1,7}[.,;:)”\"]{0,2}|\d{1,4}[.,;:]?|[-–+]")
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile(rb"italic|oblique", re.IGNORECASE)
_FORCE_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6
_WORD_GAP = 0.13  # of the height: a blank that the file leaves out between two words
_TURNED = 0.6  # of the height: the last letter of a word that runs level stands no further off
_HEAVY = 600  # font weights from here on are bold
_Style = tuple[bool, bool]
_Level = tuple[float, float, float]  # top, bottom, base


def read_page(page: pdfium.PdfPage, number: int) -> RawPage:
    """The words of `page`; the page stays open, closing it is the caller's."""
    width, height = page.get_size()
    drawn = drawn_on(page)
    textpage = page.get_textpage()
    try:
        words = tuple(_words(textpage, place_of(page)))
    finally:
        textpage.close()
    quality = score(word.text for word in words)
    return RawPage(number, width, height, words, quality, drawn)


def _words(textpage: pdfium.PdfTextPage, place: Place) -> Iterator[Word]:
    text = _text_of(textpage)
    reader = _Reader(textpage, place)
    for run in _RUN.finditer(text):
        content, start = run.group(), run.start()
        if content[-1] == _LINE_END_HYPHEN:
            content = content[:-1] + "-"
        if len(content) < 3 or _SYLLABLE.fullmatch(content):
            yield reader.word(content, start, run.end() - 1)
            continue
        for first, end in reader.pieces(start, run.end()):
            yield reader.word(content[first - start : end - start], first, end - 1)


def _text_of(textpage: pdfium.PdfTextPage) -> str:
    """One character for each character of the page, so that offsets are pdfium's own."""
    count = textpage.count_chars()
    if count > MAX_CHARACTERS:
        raise UnreadableFile(TOO_SLOW)
    text: str = textpage.get_text_range(0, count) if count > 0 else ""
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)


class _Reader:
    """The calls to pdfium for one text page, with their buffers."""

    def __init__(self, textpage: pdfium.PdfTextPage, place: Place) -> None:
        self.page = textpage.raw
        self.place = place
        self.rect = raw.FS_RECTF()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.name = ctypes.create_string_buffer(128)
        self.flags = ctypes.c_int()
        self.styles: dict[tuple[bytes, int], _Style] = {}
        self.level = (0.0, 0.0, 0.0)

    def word(self, text: str, first: int, last: int) -> Word:
        x0, top, x1, bottom = self.box(first)
        raw.FPDFText_GetCharOrigin(self.page, first, self.x, self.y)
        x, y = self.x.value, self.y.value
        base = self.place(x, y, x, y)[1]
        if last > first:
            end = self.box(last)
            if abs(end[1] - top) > _TURNED * (bottom - top):
                box = (min(x0, end[0]), min(top, end[1]), max(x1, end[2]), max(bottom, end[3]))
                return Word(text, *box, base, *self.style(first), 1 if end[1] < top else -1)
            x1 = max(x1, end[2])
        top, bottom, base = self.level = _same(self.level, (top, bottom, base))
        return Word(_kept(text), x0, top, x1, bottom, base, *self.style(first))

    def box(self, index: int) -> tuple[float, float, float, float]:
        raw.FPDFText_GetLooseCharBox(self.page, index, self.rect)
        rect = self.rect
        return self.place(rect.left, rect.bottom, rect.right, rect.top)

    def style(self, index: int) -> _Style:
        raw.FPDFText_GetFontInfo(self.page, index, self.name, 128, self.flags)
        key = (self.name.value, self.flags.value)
        if key not in self.styles:
            heavy = raw.FPDFText_GetFontWeight(self.page, index) >= _HEAVY
            self.styles[key] = _style(*key, heavy)
        return self.styles[key]

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """A run cut where the file leaves a gap but no blank ("KH-UBND" set close to "ngày")."""
        boxes = [self.box(index) for index in range(start, end)]
        gaps = [b[0] - a[2] for a, b in pairwise(boxes)]
        limit = max(0.0, median(gaps)) + _WORD_GAP * (boxes[0][3] - boxes[0][1])
        cuts = [start, *(start + i + 1 for i, gap in enumerate(gaps) if gap > limit), end]
        return list(pairwise(cuts))


def _same(known: _Level, level: _Level) -> _Level:
    """The numbers of the word before where they are equal: words of a line share theirs."""
    return known if level == known else level


@lru_cache(maxsize=20_000)
def _kept(text: str) -> str:
    """The one string of all words that are alike: a plan has few syllables and many words."""
    return text


def _style(font: bytes, flags: int, heavy: bool) -> _Style:
    bold = heavy or bool(_BOLD.search(font)) or bool(flags & _FORCE_BOLD)
    return bold, bool(_ITALIC.search(font)) or bool(flags & _ITALIC_FLAG)
