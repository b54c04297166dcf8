"""The comparison record: what `compare` says of two plans, as JSON holds it.

Names and values are those of the contract (`schemas/comparison.schema.json`); beyond it a pair
says its score and canonical measures, and `targets` what is said again and what is not for b.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from extractor.plan.model import Issuer, Signer

Verdict = Literal["same", "stricter", "weaker", "incomparable"]
Order = Literal["same", "earlier", "later"]
Severity = Literal["high", "medium", "low"]
FindingKind = Literal[
    "target_dropped",
    "target_weaker",
    "target_later",
    "target_incomparable",
    "duty_dropped",
    "parent_miscited",
    "base_differs",
    "issued_before",
    "run_leaves",
]
RunVerdict = Literal["same", "inside", "leaves"]


class Document(Struct, frozen=True, kw_only=True):
    """One of the plans: the document section of its record, and a name to call it by."""

    name: str
    type: str | None = None
    number: str | None = None
    date: str | None = None
    place: str | None = None
    title: str | None = None
    theme: str | None = None
    issuer: Issuer
    signer: Signer
    recipients: tuple[str, ...] = ()


class Place(Struct, frozen=True, kw_only=True):
    """A fact by its id, its quote, and where that stands; no offsets for a record of quotes."""

    id: str
    quote: str
    start: int | None = None
    end: int | None = None
    page: int | None = None


class TargetPair(Struct, frozen=True, kw_only=True):
    """Two targets that measure the same thing."""

    id: str
    a: str
    b: str
    verdict: Verdict
    by: Order | None
    reason: str
    score: float
    measures: tuple[str, ...] = ()


class Repeat(Struct, frozen=True, kw_only=True):
    """A target that says again what `first` says in the same plan."""

    id: str
    first: str


class Tasks(Struct, frozen=True, kw_only=True):
    """Numbers inside tasks, aligned among themselves."""

    pairs: tuple[TargetPair, ...] = ()
    only_a: tuple[str, ...] = ()
    only_b: tuple[str, ...] = ()


class Near(Struct, frozen=True, kw_only=True):
    """A target of a that b does not have, and the one of b that is nearest to it, but no pair."""

    a: str
    b: str


class Targets(Struct, frozen=True, kw_only=True):
    """The alignment; `not_for_b` are those of `only_a` that are for another tier than b's."""

    pairs: tuple[TargetPair, ...] = ()
    only_a: tuple[str, ...] = ()
    only_b: tuple[str, ...] = ()
    not_for_b: tuple[str, ...] = ()
    near: tuple[Near, ...] = ()
    repeated_a: tuple[Repeat, ...] = ()
    repeated_b: tuple[Repeat, ...] = ()
    tasks: Tasks = Tasks()


class Run(Struct, frozen=True, kw_only=True):
    """The whole run of a plan as it states it."""

    start: str | None
    end: str | None
    places: tuple[Place, ...] = ()


class Time(Struct, frozen=True, kw_only=True):
    """The two runs and the two dates of issue; null where a plan states none."""

    a: Run | None = None
    b: Run | None = None
    verdict: RunVerdict | None = None
    issued: Order | None = None


class SharedBase(Struct, frozen=True, kw_only=True):
    """One document on which both plans rest; `differs` names what they cite differently."""

    a: str
    b: str
    differs: tuple[Literal["number", "date"], ...] = ()


class LegalBases(Struct, frozen=True, kw_only=True):
    """Bases of both and of one; `parent` is b's base that is plan a itself."""

    shared: tuple[SharedBase, ...] = ()
    only_a: tuple[str, ...] = ()
    only_b: tuple[str, ...] = ()
    parent: str | None = None


class SharedUnit(Struct, frozen=True, kw_only=True):
    """One body that both plans give work to."""

    a: str
    b: str
    name: str


class Units(Struct, frozen=True, kw_only=True):
    """Bodies of both and of one."""

    shared: tuple[SharedUnit, ...] = ()
    only_a: tuple[str, ...] = ()
    only_b: tuple[str, ...] = ()


class Side(Struct, frozen=True, kw_only=True):
    """What one plan says of awards: forms, quotas in words, where the money comes from."""

    forms: tuple[str, ...] = ()
    quotas: tuple[str, ...] = ()
    funding: str | None = None


class Awards(Struct, frozen=True, kw_only=True):
    """Awards of the two plans, and the forms that both promise."""

    a: Side = Side()
    b: Side = Side()
    shared_forms: tuple[str, ...] = ()


class Finding(Struct, frozen=True, kw_only=True):
    """What an auditor should see: what b does to a, with both quotes where there are two."""

    id: str
    severity: Severity
    kind: FindingKind
    message: str
    a: Place | None = None
    b: Place | None = None


class Comparison(Struct, frozen=True, kw_only=True):
    """Plan b held against plan a."""

    schema_version: str = "1.0"
    a: Document
    b: Document
    targets: Targets
    time: Time
    legal_bases: LegalBases
    units: Units
    awards: Awards
    findings: tuple[Finding, ...] = ()
