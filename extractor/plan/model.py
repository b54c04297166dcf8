"""The typed plan record: what the fields make, what JSON holds, what every user reads.

Names and values are those of the contract (`schemas/plan.schema.json`). Beyond it every fact
carries `id`, `rule` (which rule read it), `confidence` (0..1) and `basis`: for each value that is
not simply stated in the fact's own slice, how it was come by (`normalised`, `inherited`,
`inferred`).
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

Period = Literal["day", "week", "month", "quarter", "half_year", "year"]
Operator = Literal["eq", "ge", "gt", "le", "lt", "between"]
Change = Literal["increase", "decrease"]
Context = Literal["target", "task", "award"]
Relation = Literal["pursuant_to", "implements", "at_request_of", "other"]
Where = Literal["preamble", "title", "body"]
WindowKind = Literal["campaign", "phase", "milestone", "report", "submission"]
Role = Literal["lead", "coordinate", "implement"]
Recipient = Literal["collective", "individual", "household", "other"]
IssuerKind = Literal[
    "government", "ministry", "department", "party", "mass_organisation", "public_unit", "other"
]
Level = Literal["central", "province", "district", "commune", "unit"]
Capacity = Literal["TM", "KT", "TL", "TUQ", "Q"]
Basis = Literal["normalised", "inherited", "inferred"]
State = Literal["found", "absent", "unreadable"]
SignatureKind = Literal["stamp", "pdf_signature"]
PartName = Literal[
    "letterhead", "type", "title", "preamble", "body", "closing", "foot", "enclosure", "annex",
    "footnote",
]  # fmt: skip


class Source(Struct, frozen=True, kw_only=True):
    """A slice of the canonical text: code points, half open; page and box where there are any."""

    start: int
    end: int
    text: str
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None


class Evidence(Struct, frozen=True, kw_only=True):
    """Where and how one value of the document section was read."""

    source: Source
    rule: str
    confidence: float


class Issuer(Struct, frozen=True, kw_only=True):
    """Who issues the plan."""

    name: str | None = None
    kind: IssuerKind | None = None
    level: Level | None = None


class Signer(Struct, frozen=True, kw_only=True):
    """Who signs the plan, in which post and capacity."""

    name: str | None = None
    position: str | None = None
    capacity: Capacity | None = None


class DocumentFacts(Struct, frozen=True, kw_only=True):
    """What the document is; `evidence` maps a field's name ("issuer.name") to where it was read."""

    type: str | None = None
    number: str | None = None
    date: str | None = None
    place: str | None = None
    title: str | None = None
    theme: str | None = None
    issuer: Issuer = field(default_factory=Issuer)
    signer: Signer = field(default_factory=Signer)
    recipients: tuple[str, ...] = ()
    evidence: dict[str, Evidence] = field(default_factory=dict)


class Fact(Struct, frozen=True, kw_only=True):
    """What every listed fact has: its id, its place, the rule that read it, how sure it is."""

    source: Source
    id: str = ""
    rule: str = ""
    confidence: float = 1.0
    basis: dict[str, Basis] = field(default_factory=dict)


class LegalBase(Fact, frozen=True, kw_only=True):
    """A document on which the plan says it rests."""

    relation: Relation
    doc_type: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None


class CitationFact(Fact, frozen=True, kw_only=True):
    """One mention of a document with a number."""

    doc_type: str | None = None
    number: str | None = None
    date: str | None = None
    where: Where


class Target(Fact, frozen=True, kw_only=True):
    """One number that must be reached, kept or stayed under."""

    indicator: str
    operator: Operator
    value: float
    value_max: float | None = None
    unit: str
    change: Change | None = None
    per: Period | None = None
    by: str | None = None
    group: str | None = None
    subject: str | None = None
    context: Context


class TimeWindow(Fact, frozen=True, kw_only=True):
    """A run, phase, milestone, report or submission with its time."""

    kind: WindowKind
    label: str | None = None
    start: str | None = None
    end: str | None = None
    every: Period | None = None
    due_day: int | None = None
    due_month: int | Literal["last_of_quarter"] | None = None


class ResponsibleUnit(Fact, frozen=True, kw_only=True):
    """A body, post or group that the plan gives work to."""

    name: str
    roles: tuple[Role, ...]


class Assignment(Fact, frozen=True, kw_only=True):
    """One task of one unit."""

    unit: str
    role: Role
    task: str
    partners: tuple[str, ...] = field(default=(), name="with")
    due: str | None = None
    every: Period | None = None
    deliverable: str | None = None


class Quota(Fact, frozen=True, kw_only=True):
    """A stated number of awards."""

    recipient: Recipient
    operator: Operator
    value: float
    value_max: float | None = None
    unit: str
    form: str | None = None
    per: Period | None = None


class AwardForm(Fact, frozen=True, kw_only=True):
    """A kind of award that is promised."""

    name: str
    authority: str | None = None
    occasion: str | None = None


class Criterion(Fact, frozen=True, kw_only=True):
    """A condition, ground, priority or exclusion that decides who is awarded."""

    text: str
    recipient: Recipient | None = None


class Awards(Struct, frozen=True, kw_only=True):
    """All that concerns awards; `evidence` places `funding` and each entry of `dossier`."""

    quotas: tuple[Quota, ...] = ()
    forms: tuple[AwardForm, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    funding: str | None = None
    dossier: tuple[str, ...] = ()
    evidence: dict[str, Evidence] = field(default_factory=dict)


class Warning(Struct, frozen=True, kw_only=True):
    """What a person should look at: a code, a Vietnamese message, a place if there is one."""

    code: str
    message: str
    source: Source | None = None


class Place(Struct, frozen=True, kw_only=True):
    """A stretch of the canonical text: code points, half open."""

    start: int
    end: int


class Searched(Place, frozen=True, kw_only=True):
    """A section in which facts were looked for: its heading as printed, None where it has none."""

    part: PartName
    heading: str | None = None


class Coverage(Struct, frozen=True, kw_only=True):
    """What the search for one section of the record came to.

    `absent` rests on `searched`, given where nothing was found; empty, the document has no part in
    which such facts are looked for. What could not be read stands in `pages`, or in `places` where
    the format has no pages; a section may be `found` and yet lack what stood there.
    """

    state: State
    count: int
    searched: tuple[Searched, ...] = ()
    pages: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()


class DigitalSignature(Struct, frozen=True, kw_only=True):
    """An electronic signature as it names itself; `source` where its stamp stands in the text."""

    kind: SignatureKind
    signer: str | None = None
    time: str | None = None
    organisation: str | None = None
    page: int | None = None
    source: Source | None = None


class Tool(Struct, frozen=True, kw_only=True):
    """Which program made the record."""

    name: str
    version: str


class Origin(Struct, frozen=True, kw_only=True):
    """The file that was read: SHA-256 of its bytes, format, name, number of pages."""

    id: str
    format: str
    name: str | None = None
    pages: int | None = None


class Plan(Struct, frozen=True, kw_only=True):
    """The record of one plan document."""

    schema_version: str = "1.0"
    document: DocumentFacts = field(default_factory=DocumentFacts)
    legal_bases: tuple[LegalBase, ...] = ()
    citations: tuple[CitationFact, ...] = ()
    targets: tuple[Target, ...] = ()
    time_windows: tuple[TimeWindow, ...] = ()
    responsible_units: tuple[ResponsibleUnit, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    awards: Awards = field(default_factory=Awards)
    warnings: tuple[Warning, ...] = ()
    coverage: dict[str, Coverage] = field(default_factory=dict)
    signatures: tuple[DigitalSignature, ...] = ()
    text: str | None = None
    text_sha256: str = ""
    tool: Tool | None = None
    origin: Origin | None = None
