"""A document as its own word list: what it says many times is what it says once with a slip.

In: the pages of a document that were read from pictures. Out: the same pages, with those words put
right that the document itself spells otherwise in the same company: "theo đòi tình hình" among
twenty "theo dõi tình hình", "VHCT" that nobody was sure of beside "YHCT", and "phương." at the end
of a line before "tiện". Words that were read surely stay; what changes keeps a doubt.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractor.reading.pdf_page import Word
from extractor.reading.pdf_pages import ReadPage
from extractor.reading.pdf_quality import plausible
from extractor.reading.scan.spelling import cased, core_of, is_word
from extractor.text import LOWER, UPPER, without_marks

_SURE = 0.95  # of words that were read with more trust hardly one is wrong
_SHORT_SURE = 0.5  # a short form is changed only where nobody trusted it
_OTHER_SURE = 0.8  # and where the other was read well
_OFTEN = 2  # times that the other word stands beside each of the two neighbours
_MORE = 3  # times as often as the one in doubt
_SHORT_FORM = re.compile(rf"[{UPPER}]{{3,8}}")
_ROMAN = re.compile(r"[IVXLC]+")
_STOPPED = re.compile(rf"([{LOWER}]{{2,7}})\.")

Beside = dict[str, Counter[str]]


@dataclass(slots=True)
class _Company:
    """How often each word of the document stands behind, and before, each other."""

    behind: Beside = field(default_factory=lambda: defaultdict(Counter))
    before: Beside = field(default_factory=lambda: defaultdict(Counter))

    def count(self, words: Sequence[str]) -> None:
        for first, second in pairwise(words):
            if first and second:
                self.behind[first][second] += 1
                self.before[second][first] += 1

    def better(self, left: str, word: str, right: str) -> str | None:
        """The word that differs by its marks only and stands here much oftener."""
        bare = without_marks(word)
        near, far = self.behind.get(left, Counter()), self.before.get(right, Counter())
        found = [
            other
            for other in near.keys() & far.keys()
            if other != word
            and without_marks(other) == bare
            and all(side[other] >= max(_OFTEN, _MORE * side[word]) for side in (near, far))
        ]
        return found[0] if len(found) == 1 else None


def settled_by_itself(pages: Sequence[ReadPage]) -> list[ReadPage]:
    """The pages, their doubtful words as the rest of the document spells them."""
    company, forms = _Company(), _short_forms(pages)
    for run in _runs(pages):
        company.count(run)
    return [replace(page, words=_settled(page.words, company, forms)) for page in pages]


def _runs(pages: Sequence[ReadPage]) -> Iterator[list[str]]:
    for page in pages:
        yield [core_of(word.text).lower() for word in page.words]
        for table in page.tables:
            for cell in table.cells:
                yield [core_of(text).lower() for text in cell.text.split()]


def _settled(
    words: Sequence[Word], company: _Company, forms: Mapping[str, str]
) -> tuple[Word, ...]:
    cores = ["", *(core_of(word.text).lower() for word in words), ""]
    found = []
    for at, word in enumerate(words):
        text = _with_marks(word, company, *cores[at : at + 3])
        text = text.replace(core_of(text), forms.get(core_of(text), core_of(text)), 1)
        text = _without_stop(text, words[at + 1].text if at + 1 < len(words) else "")
        found.append(word if text == word.text else _changed(word, text))
    return tuple(found)


def _changed(word: Word, text: str) -> Word:
    return word._replace(text=text, doubt=word.doubt or "repaired")


def _with_marks(word: Word, company: _Company, left: str, own: str, right: str) -> str:
    if word.sure >= _SURE or not (left and own and right):
        return word.text
    better, read = company.better(left, own, right), core_of(word.text)
    return word.text.replace(read, cased(better, read), 1) if better else word.text


def _without_stop(text: str, after: str) -> str:
    """The word without the full stop that parts a word of two syllables, over lines too."""
    stopped = _STOPPED.fullmatch(text)
    if stopped and core_of(after).islower() and is_word(f"{stopped[1]} {core_of(after)}"):
        return stopped[1]
    return text


def _short_forms(pages: Sequence[ReadPage]) -> dict[str, str]:
    """Short forms that nobody read surely, and the one of the document that each must be."""
    trust: dict[str, float] = defaultdict(float)
    for page in pages:
        for word in page.words:
            form = core_of(word.text)
            if _is_short_form(form):
                trust[form] = max(trust[form], word.sure)
    good = [form for form, sure in trust.items() if sure >= _OTHER_SURE]
    found: dict[str, str] = {}
    for form, sure in trust.items():
        if sure < _SHORT_SURE:
            near = [other for other in good if _differ_in_one(form, other)]
            found |= {form: near[0]} if len(near) == 1 else {}
    return found


def _is_short_form(text: str) -> bool:
    """Whether capitals are neither a number ("VII") nor a word ("HỎA")."""
    return bool(
        _SHORT_FORM.fullmatch(text) and not _ROMAN.fullmatch(text) and plausible(text.lower()) < 1
    )


def _differ_in_one(one: str, other: str) -> bool:
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and sum(a != b for a, b in pairs) == 1
