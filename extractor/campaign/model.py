"""What a tracker begins a campaign with; the names are those of `schemas/campaign.schema.json`.

A value that the plan does not state is null and stands in `to_decide`. A day that is worked out
from a coarser date says so: `Day(stated="2026-03", day="2026-03-31", basis="widened")`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from extractor.plan.model import (
    Capacity,
    Change,
    Context,
    IssuerKind,
    Level,
    Operator,
    Period,
    Recipient,
    Relation,
    Role,
)

SCHEMA_VERSION = "1.0"
DayBasis = Literal["stated", "widened"]
Direction = Literal["increase", "decrease"]
EventKind = Literal["milestone", "report", "submission"]
OfficeRole = Literal["issuer", "lead", "coordinate", "implement", "recipient", "award_authority"]
Place = Literal["legal_base", "preamble", "title", "body"]
Number = int | float


class Link(Struct, frozen=True, kw_only=True):
    """Back to the plan: the fact, and where it stands; no place for a record of quotes alone."""

    fact: str | None
    start: int | None
    end: int | None
    page: int | None
    quote: str


class Day(Struct, frozen=True, kw_only=True):
    """A date as stated, and the real day that a calendar needs."""

    stated: str
    day: str
    basis: DayBasis


class Recurrence(Struct, frozen=True, kw_only=True):
    """What comes again: `rule` is an RFC 5545 RRULE, null where the day cannot be known."""

    every: Period
    rule: str | None
    basis: DayBasis | None
    start: str | None  # the first day that the rule falls on
    next: tuple[str, ...]


class PlanRef(Struct, frozen=True, kw_only=True):
    """The plan that the campaign begins from."""

    type: str | None
    number: str | None
    date: str | None
    place: str | None
    title: str | None
    uri: str | None
    text_sha256: str | None
    file_sha256: str | None
    file_name: str | None


class Run(Struct, frozen=True, kw_only=True):
    """The whole campaign's first and last day."""

    start: Day | None
    end: Day | None
    evidence: tuple[Link, ...]


class Phase(Struct, frozen=True, kw_only=True):
    """A part of the run with its own days."""

    id: str
    name: str | None
    start: Day | None
    end: Day | None
    evidence: tuple[Link, ...]


class Threshold(Struct, frozen=True, kw_only=True):
    """What must be reached: `ge` 90; `value_max` only with `between`."""

    operator: Operator
    value: Number
    value_max: Number | None
    per: Period | None


class Milestone(Struct, frozen=True, kw_only=True):
    """A threshold and the day by which it is due."""

    id: str
    threshold: Threshold
    due: Day | None
    evidence: tuple[Link, ...]


class Indicator(Struct, frozen=True, kw_only=True):
    """What is measured; one indicator has a milestone for each date that the plan sets."""

    id: str
    measure: str | None
    name: str
    unit: str
    direction: Direction | None
    change: Change | None
    baseline: Number | None
    group: str | None
    subject: str | None
    context: Context
    milestones: tuple[Milestone, ...]


class Party(Struct, frozen=True, kw_only=True):
    """A body as this place names it, and its entry among the offices."""

    name: str
    office: str


class Task(Struct, frozen=True, kw_only=True):
    """One piece of work with who does it and by when."""

    id: str
    name: str
    role: Role
    owner: Party | None
    partners: tuple[Party, ...]
    due: Day | None
    recurrence: Recurrence | None
    deliverable: str | None
    events: tuple[str, ...]  # entries of the calendar that this task's sentence states
    evidence: tuple[Link, ...]


class Event(Struct, frozen=True, kw_only=True):
    """An entry of the calendar: one day or range, or a recurrence."""

    id: str
    kind: EventKind
    name: str | None
    owner: Party | None
    task: str | None
    start: Day | None
    end: Day | None
    recurrence: Recurrence | None
    evidence: tuple[Link, ...]


class Form(Struct, frozen=True, kw_only=True):
    """A kind of award and who gives it."""

    id: str
    name: str
    authority: Party | None
    occasion: str | None
    evidence: tuple[Link, ...]


class AwardQuota(Struct, frozen=True, kw_only=True):
    """How many awards there may be."""

    id: str
    recipient: Recipient
    threshold: Threshold
    unit: str
    form: str | None
    evidence: tuple[Link, ...]


class AwardCriterion(Struct, frozen=True, kw_only=True):
    """A condition that decides who is awarded."""

    id: str
    text: str
    recipient: Recipient | None
    evidence: tuple[Link, ...]


class Paper(Struct, frozen=True, kw_only=True):
    """A paper of the award file, or the source of the money."""

    text: str
    evidence: tuple[Link, ...]


class AwardRules(Struct, frozen=True, kw_only=True):
    """All that the plan says of awards."""

    forms: tuple[Form, ...]
    quotas: tuple[AwardQuota, ...]
    criteria: tuple[AwardCriterion, ...]
    funding: Paper | None
    dossier: tuple[Paper, ...]


class Person(Struct, frozen=True, kw_only=True):
    """Who signed."""

    id: str
    name: str | None
    position: str | None
    capacity: Capacity | None
    office: str | None
    evidence: tuple[Link, ...]


class Office(Struct, frozen=True, kw_only=True):
    """A body or post that the plan names, once, with all it is there for."""

    id: str
    name: str
    kind: IssuerKind | None
    level: Level | None
    roles: tuple[OfficeRole, ...]
    evidence: tuple[Link, ...]


class Recipiency(Struct, frozen=True, kw_only=True):
    """A line under Nơi nhận; `office` is null for a line that names nobody ("Lưu: VT")."""

    line: str
    office: str | None


class Reference(Struct, frozen=True, kw_only=True):
    """A document that the plan rests on or names, once."""

    id: str
    uri: str | None
    doc_type: str | None
    number: str | None
    date: str | None
    issuer: str | None
    title: str | None
    relation: Relation | None
    where: tuple[Place, ...]
    evidence: tuple[Link, ...]


class Open(Struct, frozen=True, kw_only=True):
    """What the plan leaves open; `path` is a JSONPath (RFC 9535) to every place concerned."""

    code: str
    message: str
    path: str


class Campaign(Struct, frozen=True, kw_only=True):
    """The whole start of a campaign."""

    schema_version: str = SCHEMA_VERSION
    id: str
    slug: str
    name: str | None
    theme: str | None
    as_of: str | None
    plan: PlanRef
    run: Run | None
    phases: tuple[Phase, ...]
    indicators: tuple[Indicator, ...]
    tasks: tuple[Task, ...]
    calendar: tuple[Event, ...]
    awards: AwardRules
    people: tuple[Person, ...]
    offices: tuple[Office, ...]
    recipients: tuple[Recipiency, ...]
    references: tuple[Reference, ...]
    to_decide: tuple[Open, ...] = field(default=())
