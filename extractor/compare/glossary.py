"""The short forms that a plan makes for itself: "chất thải rắn xây dựng (CTRXD)" opens CTRXD.

Goes in: a plan. Comes out: a `Glossary`; `glossary.opened("thu gom CTRXD")` is `thu gom chất thải
rắn xây dựng`. A short form is one that stands in brackets behind the words whose first letters it
has; the plan's text is read, or, in a record without text, its quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from extractor.plan.model import Plan
from extractor.text import without_marks

_SHORT = re.compile(
    r"\((?:(?:sau đây |dưới đây )?(?:gọi|viết) (?:chung |tắt )?là:? )?[“\"]?"
    r"([A-ZĐƯ][A-ZĐƯ&-]{2,11})[”\"]?\)"
)
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = 120  # characters in which the words of a short form stand
_SILENT = frozenset({"và", "của", "các", "về", "cho", "theo"})  # words without a letter of theirs


@dataclass(frozen=True, slots=True)
class Glossary:
    """The short forms of one plan and what each stands for."""

    longs: Mapping[str, str] = field(default_factory=dict)

    def opened(self, text: str) -> str:
        """`text` with the plan's short forms written out."""
        if not self.longs:
            return text
        shorts = "|".join(re.escape(short) for short in sorted(self.longs, key=len, reverse=True))
        return re.sub(rf"(?<!\w)(?:{shorts})(?!\w)", lambda found: self.longs[found[0]], text)


def glossary(plan: Plan) -> Glossary:
    """The short forms that `plan` explains; the first explanation counts."""
    longs: dict[str, str] = {}
    for text in _texts(plan):
        for found in _SHORT.finditer(text):
            before = text[max(0, found.start() - _BEFORE) : found.start()]
            long = _long(found[1], before)
            if long:
                longs.setdefault(found[1], long)
    return Glossary(longs)


def _texts(plan: Plan) -> Iterator[str]:
    if plan.text is not None:
        yield plan.text
        return
    for target in plan.targets:
        yield target.source.text
    for task in plan.assignments:
        yield task.source.text


def _long(short: str, before: str) -> str | None:
    """The last words of `before` whose first letters are those of `short`."""
    letters = [letter for letter in _letters(short) if letter.isalpha()]
    words = list(_WORD.finditer(before))
    while letters and words:
        word = words.pop()
        if _letters(word[0])[0] == letters[-1]:
            letters.pop()
            start = word.start()
        elif word[0].lower() not in _SILENT:
            return None
    return None if letters else before[start:].strip()


def _letters(text: str) -> str:
    # The marks of a letter are often left out of a short form, the bar of đ seldom is.
    return "".join(c if c in "đĐ" else without_marks(c) for c in text).lower()
