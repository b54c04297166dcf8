"""What beside its rule makes a fact more or less sure: traits that any fact of a kind may have.

In: a reading and the plan it gave. Out: `Traits(reading, plan).of(fact)` is `("by-inherited",
"context-task")`; how much each weighs is measured (`confidence.yml`), and a trait without counts
weighs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from extractor.fields.context import Reading
from extractor.plan.model import Fact, Plan, Quota, ResponsibleUnit, Target
from extractor.recognise.model import Quantity
from extractor.span import Span
from extractor.view import view

# Pages recognised by ourselves, and by a scanner that put its letters under the picture.
_RECOGNISED = {"ocr": "scanned", "layer": "foreign-letters"}
_LONG_INDICATOR, _LONG_NAME = 25, 10  # words; those with more often hold too much


@dataclass(frozen=True)
class Traits:
    """The facts of one plan, to be looked at one by one."""

    reading: Reading
    plan: Plan

    def of(self, fact: Fact) -> tuple[str, ...]:
        """How a fact's values came about, then what is seen of it."""
        traits = [f"{name}-{basis}" for name, basis in fact.basis.items()]
        traits += self._of_page(fact)
        if isinstance(fact, Target):
            traits += _of_target(fact)
        if isinstance(fact, Target | Quota):
            traits += _of_number(self.reading, fact)
        if isinstance(fact, ResponsibleUnit):
            traits += self._of_unit(fact)
        return tuple(traits)

    def _of_unit(self, unit: ResponsibleUnit) -> Iterator[str]:
        if unit.name.count(" ") >= _LONG_NAME:
            yield "long-name"
        if unit.name in self._nested:
            yield "name-in-name"
        place = _place(unit)
        if not any(body.span == place for body in self.reading.mentions.organisations_in(place)):
            yield "name-unknown"

    def _of_page(self, fact: Fact) -> Iterator[str]:
        """How the letters were got, and whether the reader doubts any of them."""
        method = self._methods.get(fact.source.page or 0, "text")
        if method in _RECOGNISED:
            yield _RECOGNISED[method]
        place = _place(fact)
        if any(doubt.span.overlaps(place) for doubt in self.reading.document.doubts):
            yield "doubtful-letters"

    @cached_property
    def _methods(self) -> dict[int, str]:
        return {page.number: page.method for page in self.reading.document.pages}

    @cached_property
    def _nested(self) -> frozenset[str]:
        """The names that another unit's name holds, and those that hold another's."""
        views = {unit.name: view(unit.name) for unit in self.plan.responsible_units}
        return frozenset(
            name
            for one, other in combinations(views, 2)
            if views[one] in views[other] or views[other] in views[one]
            for name in (one, other)
        )


def _of_target(target: Target) -> Iterator[str]:
    if target.context != "target":
        yield f"context-{target.context}"
    if target.indicator.count(" ") >= _LONG_INDICATOR:
        yield "long-indicator"


def _of_number(reading: Reading, fact: Target | Quota) -> Iterator[str]:
    """How the number is printed; nothing where the fact's own is not found in its source."""
    place = _place(fact)
    found = reading.mentions.quantities_in(place)
    own = next((quantity for quantity in found if quantity.value == fact.value), None)
    return iter(()) if own is None else _printed(reading.text, place, own)


def _printed(text: str, place: Span, number: Quantity) -> Iterator[str]:
    before = text[place.start : number.core.start]
    if number.approximate:
        yield "approximate"
    if not any(map(str.isdigit, number.core.of(text))):
        yield "in-words"
    if before.count("(") > before.count(")"):
        yield "in-brackets"


def _place(fact: Fact) -> Span:
    return Span(fact.source.start, fact.source.end)
