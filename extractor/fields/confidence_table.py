"""Counts of right facts by section and rule, and the confidence that follows from them.

In: `Table`, the content of `confidence.yml`. Out: `Scale(table).confidence("targets",
"targets.sentence/bare", ("by-inherited",))`, a share between 0.01 and 0.99.

Each rule is a Beta estimate whose prior is what stands above it: the rule leans on its family
(`targets.sentence`), that on its section, that on all facts, so that two lucky facts make no sure
rule and a rule never seen has its family's share. Traits (an inherited date, a name within another)
move the log odds, each by its own weight.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from msgspec import Struct, field

Path = tuple[str, ...]  # section, then the levels of the rule's name

LOWEST, HIGHEST = 0.01, 0.99  # nothing measured on some dozen plans is certain
_LEVELS = re.compile(r"[./]")


class Counts(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """How many facts a rule found, and how many of them were right."""

    found: int
    right: int


class Trait(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Facts with a trait, how many of them were right, and how far it moves the log odds."""

    found: int
    right: int
    move: float


class Table(Struct, frozen=True, forbid_unknown_fields=True):
    """What was measured: `plans` read, `rules` by section, `traits`; and the two thresholds.

    `prior` says how many facts the level above weighs. Below `review` a fact is to be looked at,
    below `floor` it is left out. `unseen` is the allowance for plans that the rules were not
    written with: facts of such plans, found and right, and how far all odds move for them.
    """

    plans: int
    prior: float
    review: float
    floor: float
    rules: dict[str, dict[str, Counts]] = field(default_factory=dict)
    traits: dict[str, Trait] = field(default_factory=dict)
    unseen: Trait = Trait(0, 0, 0.0)


def path_of(section: str, rule: str) -> Path:
    """`("targets", "targets", "sentence", "bare")` for the rule `targets.sentence/bare`."""
    return (section, *filter(None, _LEVELS.split(rule)))


@dataclass(frozen=True)
class Scale:
    """A table ready to be asked."""

    table: Table

    def confidence(self, section: str, rule: str, traits: tuple[str, ...] = ()) -> float:
        """The share of facts like this one that were right, with two decimals."""
        key = section, rule, traits
        if key not in self._answered:
            self._answered[key] = self._confidence(section, rule, traits)
        return self._answered[key]

    @cached_property
    def _answered(self) -> dict[tuple[str, str, tuple[str, ...]], float]:
        return {}  # the facts of a plan have few rules, and are asked for one by one

    def _confidence(self, section: str, rule: str, traits: tuple[str, ...]) -> float:
        odds = self.odds(section, rule, traits) + self.table.unseen.move
        return round(min(max(odds_to_share(odds), LOWEST), HIGHEST), 2)

    def odds(self, section: str, rule: str, traits: tuple[str, ...] = ()) -> float:
        """The log odds of a fact on the plans measured, without the allowance for others."""
        known = self.table.traits
        moves = (known[trait].move for trait in traits if trait in known)
        return log_odds(self.share(path_of(section, rule))) + sum(moves)

    def share(self, path: Path) -> float:
        """The estimate of the longest known beginning of `path`."""
        while path not in self._shares:
            path = path[:-1]
        return self._shares[path]

    @cached_property
    def _shares(self) -> dict[Path, float]:
        counts = self._counts()
        shares: dict[Path, float] = {}
        for path in sorted(counts, key=len):
            found, right = counts[path]
            prior = self.table.prior if path else 2  # Laplace: one right and one wrong seen before
            above = shares[path[:-1]] if path else 0.5
            shares[path] = (right + prior * above) / (found + prior)
        return shares

    def _counts(self) -> dict[Path, tuple[int, int]]:
        """Found and right of every rule, family and section, and of all under `()`."""
        sums: defaultdict[Path, list[int]] = defaultdict(lambda: [0, 0])
        sums[()] = [0, 0]
        for section, rules in self.table.rules.items():
            for rule, counts in rules.items():
                path = path_of(section, rule)
                for length in range(len(path) + 1):
                    sums[path[:length]][0] += counts.found
                    sums[path[:length]][1] += counts.right
        return {path: (found, right) for path, (found, right) in sums.items()}


def log_odds(share: float) -> float:
    """`log_odds(0.5)` is 0; the ends are 0.005 and 0.995."""
    held = min(max(share, LOWEST / 2), 1 - LOWEST / 2)  # what is never wrong is nearly certain
    return math.log(held / (1 - held))


def odds_to_share(odds: float) -> float:
    """The share of some log odds: the way back."""
    return 1 / (1 + math.exp(-odds))
