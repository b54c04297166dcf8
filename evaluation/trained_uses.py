"""What the shares of a trained model are good for: withholding facts, and telling of missed ones.

In: `Asked` plans (a reread plan, its record, its passages with their shares). Out: the mission with
facts withheld whose passage is unlikely (`filtered`), and counts of passages that look like a fact
where the rules have none (`alarms`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evaluation.entries import source_span
from evaluation.judge import Judged, judge
from evaluation.match import Record
from evaluation.reread import Reread
from evaluation.score import Mission, mission_of
from evaluation.tally import Tally
from evaluation.trained_folds import Plan
from evaluation.trained_roles import ROLE_OF, ROLES, belongs

FILTERED = ("targets", "assignments")
THRESHOLDS = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5)
_PLACE = {role: place for place, role in enumerate(ROLES)}
Chosen = Mapping[str, float]  # threshold by section


@dataclass(frozen=True, slots=True)
class Asked:
    """One plan: its reading, the record that the rules give, its passages and their shares."""

    one: Reread
    record: Record
    plan: Plan
    shares: Sequence[tuple[float, ...]]

    def share(self, section: str, row: Record) -> float | None:
        """The largest share that a passage of a fact has for the fact's role; None: no passage."""
        source = source_span(section, row, self.record)
        if source is None:
            return None
        role = _PLACE[ROLE_OF[section]]
        pairs = zip(self.plan.passages, self.shares, strict=True)
        return max((share[role] for one, share in pairs if belongs(one.span, source)), default=None)


@dataclass(frozen=True, slots=True)
class Withholding:
    """A plan judged with each threshold, section by section, and how many facts each leaves out."""

    name: str
    base: Mapping[str, Judged]
    judged: Mapping[tuple[str, float], Judged]
    withheld: Mapping[tuple[str, float], int]

    def sections(self, chosen: Chosen) -> dict[str, Judged]:
        """What becomes of the plan under some thresholds."""
        return {**self.base, **{name: self.judged[name, at] for name, at in chosen.items()}}

    def count(self, chosen: Chosen) -> int:
        return sum(self.withheld[name, at] for name, at in chosen.items())


def withholding(asked: Asked) -> Withholding:
    """Judge a plan with every section filtered at every threshold."""
    judged, withheld = {}, {}
    for section in FILTERED:
        rows: list[Record] = asked.record[section]
        shares = [asked.share(section, row) for row in rows]
        for at in THRESHOLDS:
            kept = [row for row, share in zip(rows, shares, strict=True) if _stays(share, at)]
            judged[section, at] = judge(asked.one.gold, {section: kept})[section]
            withheld[section, at] = len(rows) - len(kept)
    return Withholding(asked.plan.name, judge(asked.one.gold, asked.record), judged, withheld)


def _stays(share: float | None, at: float) -> bool:
    return share is None or share >= at


@dataclass(frozen=True, slots=True)
class Effect:
    """The mission of some plans without and with the filter, and the facts withheld."""

    before: Mission
    after: Mission
    withheld: int
    chosen: tuple[Chosen, ...]


def filtered(tested: Sequence[Withholding], others: Iterable[Withholding] | None = None) -> Effect:
    """The filter on `tested`; each plan's thresholds are chosen on `others`, or all but itself."""
    known = list(others) if others is not None else None
    chosen = [
        best([one for one in tested if one is not plan] if known is None else known)
        for plan in tested
    ]
    return Effect(
        mission_of([plan.base for plan in tested]),
        mission_of([plan.sections(at) for plan, at in zip(tested, chosen, strict=True)]),
        sum(plan.count(at) for plan, at in zip(tested, chosen, strict=True)),
        tuple(chosen),
    )


def best(plans: Sequence[Withholding]) -> Chosen:
    """For each section the threshold with the best mission, of equals the lowest."""

    def rank(section: str, at: float) -> tuple[float, float]:
        return mission_of([one.sections({section: at}) for one in plans]).f1 or 0.0, -at

    return {name: max(THRESHOLDS, key=lambda at: rank(name, at)) for name in FILTERED}


@dataclass(frozen=True, slots=True)
class Alarms:
    """Passages without a fact of a role: how many should have one, how many look as if."""

    missed: int
    raised: int
    right: int


def alarms(asked: Iterable[Asked], role: str, at: float) -> Alarms:
    """Passages that have a share of `at` and more for a role that the rules do not give them."""
    open_ones = list(_open(asked, role))
    raised = [missed for missed, share in open_ones if share >= at]
    return Alarms(sum(missed for missed, _ in open_ones), len(raised), sum(raised))


def _open(asked: Iterable[Asked], role: str) -> Iterator[tuple[bool, float]]:
    """Whether the answer has a fact, and its share, for each passage without a found one."""
    for one in asked:
        for passage, share in zip(one.plan.passages, one.shares, strict=True):
            if role not in passage.found:
                yield role in passage.gold, share[_PLACE[role]]


def tallies(asked: Iterable[Asked], role: str, at: float) -> tuple[Tally, Tally]:
    """Right, false and missed passages of a role: by the model, by the rules."""
    model, rules = Tally(), Tally()
    for one in asked:
        for passage, share in zip(one.plan.passages, one.shares, strict=True):
            _count(model, role in passage.gold, share[_PLACE[role]] >= at)
            _count(rules, role in passage.gold, role in passage.found)
    return model, rules


def _count(tally: Tally, gold: bool, found: bool) -> None:
    tally.tp += gold and found
    tally.fp += found and not gold
    tally.fn += gold and not found
