"""Tasks with labelled lines under them: "Đơn vị chủ trì: …", "Phối hợp: …", "Thời gian: …".

A run of such lines is read like a row of a table, wherever it stands. What the task is depends on
the layout: the "Nội dung:" of the run, the lines just above it, or the numbered line over them.
Behind "Cơ quan thực hiện:" there may also be sentences on who does what; they are tasks, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.fields.assignments_duties import duties_of
from extractor.fields.assignments_label_inline import inline_runs
from extractor.fields.assignments_label_runs import Label, Run, label_runs
from extractor.fields.assignments_label_tasks import tasks_above, with_title
from extractor.fields.assignments_leads import Handed
from extractor.fields.assignments_products import product_in
from extractor.fields.assignments_times import due_of, every_of
from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.fields.tables_rows import lead_party, listed_bodies
from extractor.fields.units_clause import clause_of
from extractor.fields.units_model import Duty
from extractor.fields.units_party import Party, bodies_of, party_at
from extractor.plan.model import Period, Role
from extractor.span import Span

_LEADS = ("lead", "implement")
_LONGEST_VALUE = 320  # a longer value is prose, to be read as sentences

Tasks = tuple[tuple[tuple[Span, ...], ...], frozenset[int]]


@dataclass(frozen=True, slots=True)
class _Lead:
    """Who leads by a label: the bodies, and the places at which the label prints them."""

    role: Role
    party: Party
    printed: tuple[Span, ...]


def read_labels(reading: Reading) -> tuple[tuple[Duty, ...], frozenset[int]]:
    """The duties of labelled lines, and the indices of the nodes that they used."""
    duties: list[Duty] = []
    taken: set[int] = set()
    runs = list(label_runs(reading))
    labelled = {index for run in runs for index in run.nodes()}
    for run in runs:
        label = run.label(*_LEADS)
        if label is None:
            continue
        clauses = _clauses(reading, label)
        if clauses:
            duties += _said(reading, label.values)
        lead = _lead(reading, label, clauses)
        if lead is None or (clauses and not _has_content(run)):
            continue
        tasks, nodes = _tasks(reading, run, labelled)
        taken.update(nodes, run.nodes())
        duties += [_duty(reading, run, lead, task) for task in tasks]
        duties += _said(reading, _timed_lines(reading, run))
    for run, spans in inline_runs(reading, labelled | taken):
        label = run.label(*_LEADS)
        lead = _lead(reading, label, ()) if label is not None else None
        if lead is not None:
            taken.update(run.nodes())
            duties += [_duty(reading, run, lead, (span,)) for span in spans]
    return tuple(duties), frozenset(taken)


def _said(reading: Reading, values: tuple[Span, ...]) -> Iterator[Duty]:
    for value in values:
        yield from duties_of(reading, list(sentences(reading.text, value)), Handed())


def _clauses(reading: Reading, label: Label) -> tuple[Span, ...]:
    """The bodies with a verb of their own in a value that is prose, no list of bodies.

    "Sở Nội vụ rà soát …; các sở, ngành báo cáo …" says who does what; a short value with one body
    and its verb ("Sở Nội vụ theo dõi, báo cáo") still only names the body.
    """
    value = label.value
    if value is None or label.below:
        return ()
    first = next(iter(sentences(reading.text, value)), value)
    parts = _parts(reading, first)
    subjects = [
        clause.subject.span for part in parts if (clause := clause_of(reading, part)).subject
    ]
    prose = len(value) > _LONGEST_VALUE or ". " in value.of(reading.text)
    return tuple(subjects) if prose or len(subjects) == len(parts) > 1 else ()


def _parts(reading: Reading, sentence: Span) -> list[Span]:
    """The parts of a sentence between semicolons."""
    at, parts = sentence.start, []
    for piece in sentence.of(reading.text).split(";"):
        parts.append(Span(at, at + len(piece)).trimmed(reading.text))
        at += len(piece) + 1
    return [part for part in parts if len(part)]


def _has_content(run: Run) -> bool:
    content = run.label("content")
    return content is not None and content.value is not None


def _lead(reading: Reading, label: Label, clauses: tuple[Span, ...]) -> _Lead | None:
    role: Role = "lead" if label.role == "lead" else "implement"
    if clauses:
        bodies = [body for span in clauses for body in bodies_of(reading, span, listed=True)]
        printed = clauses
    else:
        parties = [_listed_party(reading, label, value) for value in label.values]
        found = [party for party in parties if party is not None]
        bodies = [body for party in found for body in party.bodies]
        printed = tuple(party.span for party in found)
    if not printed:
        return None
    whole = Span(printed[0].start, printed[-1].end)
    return _Lead(role, Party(whole, tuple(bodies)), printed)


def _listed_party(reading: Reading, label: Label, value: Span) -> Party | None:
    """The bodies of one value; a line below a label is one by its place, known or not."""
    party = lead_party(reading, value)
    if party is None and label.below and value.of(reading.text)[0].isupper():
        return Party(value, bodies_of(reading, value, listed=True))
    return party


def _tasks(reading: Reading, run: Run, labelled: set[int]) -> Tasks:
    content = run.label("content")
    if content is not None and content.value is not None:
        return with_title(reading, content.node, content.value, labelled)
    spans, nodes = tasks_above(reading, run.first, labelled)
    return tuple((span,) for span in spans), nodes


def _timed_lines(reading: Reading, run: Run) -> tuple[Span, ...]:
    """The lines under an empty "Thời gian thực hiện:" that say who does what by when."""
    time = run.label("time")
    lines = time.values if time is not None and time.below else ()
    return tuple(line for line in lines if clause_of(reading, line).subject is not None)


def _duty(reading: Reading, run: Run, lead: _Lead, task: tuple[Span, ...]) -> Duty:
    product = run.label("product")
    time = None if _timed_lines(reading, run) else _value(run, "time")
    due, every = _when(reading, task[-1], time)
    named = product.value if product is not None else None
    return Duty(
        party=lead.party,
        role=lead.role,
        task=task,
        source=Span(task[0].start, task[-1].end),
        rule="labels",
        confidence=0.9,
        partners=_partners(reading, run.label("partner")),
        due=due,
        every=every,
        deliverable=named or _product(reading, task),
        basis={"unit": "inherited"},
        printed=lead.printed,
    )


def _when(reading: Reading, task: Span, time: Span | None) -> tuple[str | None, Period | None]:
    """The time that is labelled for all tasks; where that is no date, a task's own comes first."""
    due = due_of(reading, time, timed=True) if time else None
    own = due_of(reading, task) if due is None else None
    if time is None or own is not None:
        return own, every_of(reading, task)
    return due, every_of(reading, time)


def _product(reading: Reading, task: tuple[Span, ...]) -> Span | None:
    return next((found for span in task if (found := product_in(reading, span))), None)


def _value(run: Run, role: str) -> Span | None:
    label = run.label(role)
    return label.value if label is not None else None


def _partners(reading: Reading, label: Label | None) -> tuple[Span, ...]:
    """The bodies that a label lists; what cannot be parted stays as printed, never unsaid."""
    found: list[Span] = []
    for value in label.values if label is not None else ():
        bodies = listed_bodies(reading, value)
        if not bodies and party_at(reading, value.start, value.end) is not None:
            bodies = (value,)
        found += bodies
    return tuple(found)
