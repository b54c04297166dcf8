"""What a target measures: its canonical measures, kind of number, direction, and whom it is for.

Goes in: a target. Comes out: a `Measure`. `Tỷ lệ hồ sơ trả đúng hạn` `≥ 90 percent` has the id
`files-on-time`, the kind `share` and is stricter the more it is; `không có hồ sơ nào chậm` has
`files-late`, the kind `count`, is zero, and is stricter the less it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractor.compare.glossary import Glossary
from extractor.compare.units import Unit, unit_of
from extractor.compare.wording import Wording, wording
from extractor.lexicon.load import Entry, load
from extractor.plan.model import Target

Better = Literal["more", "less"]
_NO_SHORT_FORMS = Glossary()
_BARE = 1.9  # weight of a wording such as "Cấp xã", "Diện tích"
_ASIDE = 2.0  # weight of unknown words beside a measure that is named alone
_REACHED = 50  # a bare share from here on is to be reached, of faults too (found, settled)


@dataclass(frozen=True, slots=True)
class Measure:
    """A target as the alignment sees it."""

    target: Target
    wording: Wording
    group: Wording
    subject: Wording
    ids: frozenset[str]
    unit: Unit
    better: Better

    @property
    def zero(self) -> bool:
        """Whether nothing at all is allowed: no file late, no case of a kind."""
        return self.target.value == 0 and self.target.operator in ("eq", "le")


def measure(target: Target, own: Glossary = _NO_SHORT_FORMS) -> Measure:
    """What `target` measures; `own` are the short forms of its plan."""
    words = _words(target, own)
    ids = measure_ids(words)
    return Measure(
        target,
        words,
        wording(own.opened(target.group or "")),
        wording(own.opened(target.subject or "")),
        ids,
        unit_of(target.unit, target.change),
        _better(target, words, ids),
    )


def _words(target: Target, own: Glossary) -> Wording:
    """The indicator's wording; with its heading where it says next to nothing by itself."""
    words = wording(own.opened(target.indicator))
    if target.group and sum(words.weights.values()) <= _BARE and not measure_ids(words):
        return wording(own.opened(f"{target.indicator} ({target.group})"))
    return words


def measure_ids(words: Wording) -> frozenset[str]:
    """The canonical measures that a wording names (`measures.yml`)."""
    return frozenset(rule.id for rule in _rules() if rule.claims(words))


def measure_name(ident: str) -> str:
    """What a canonical measure is called: `Mức độ hài lòng của người dân, doanh nghiệp`."""
    return load("measures").by_id[ident].canonical


@dataclass(frozen=True, slots=True)
class _Rule:
    id: str
    all: tuple[frozenset[str], ...]
    none: frozenset[str]
    head: frozenset[str]
    alone: bool

    @classmethod
    def of(cls, entry: Entry) -> _Rule:
        return cls(
            entry.id,
            tuple(frozenset(either.split("|")) for either in entry.words("all")),
            frozenset(entry.words("none")),
            frozenset(entry.words("head")),
            entry.flag("alone"),
        )

    def claims(self, words: Wording) -> bool:
        """Whether a wording names what this measure asks for and nothing that takes it away."""
        named = words.weights.keys()
        for either in self.all:
            if named.isdisjoint(either):
                return False
        if self.alone and not self._says_all(words):
            return False
        return self.none.isdisjoint(named) and self._heads(words)

    def _says_all(self, words: Wording) -> bool:
        known = load("measure_terms").by_id
        unknown = sum(weight for name, weight in words.weights.items() if name not in known)
        return unknown <= _ASIDE and words.telling <= frozenset[str]().union(*self.all)

    def _heads(self, words: Wording) -> bool:
        # "thanh toán trực tuyến" names no head and may be anyone's; unknown words are another's.
        if not self.head or not (words.head or words.plain_head):
            return True
        return not self.head.isdisjoint(words.head)


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(_Rule.of(entry) for entry in load("measures").entries)


def _better(target: Target, words: Wording, ids: frozenset[str]) -> Better:
    # A change is always the better the larger: "giảm ít nhất 20% thời gian" asks for more of it.
    if target.change is not None or target.operator in ("ge", "gt"):
        return "more"
    if target.operator in ("le", "lt") or target.value == 0:
        return "less"
    if target.unit == "percent" and target.value >= _REACHED:
        return "more"
    entries = load("measures").by_id
    if any(entries[ident].word("better") == "less" for ident in ids):
        return "less"
    return "less" if words.faults else "more"
