"""The bodies that a plan gives work to, and their tasks: sentences, labelled lines and tables.

`read_units(reading)` gives the responsible units, each once with all its roles, and the assignments
in the order of the text. Ids are given later.
"""

from __future__ import annotations

from extractor.fields.assignments import read_sentences
from extractor.fields.assignments_labels import read_labels
from extractor.fields.context import Reading, source_of
from extractor.fields.tables_rows import read_tables
from extractor.fields.units_model import Duty
from extractor.fields.units_roster import roster
from extractor.plan.model import Assignment, ResponsibleUnit
from extractor.text import clean


def read_units(reading: Reading) -> tuple[tuple[ResponsibleUnit, ...], tuple[Assignment, ...]]:
    """The responsible units and the assignments of a plan."""
    duties = sorted(_duties(reading), key=lambda duty: duty.source)
    units = roster(reading, duties)
    return units, tuple(_assignment(reading, duty) for duty in duties)


def _duties(reading: Reading) -> list[Duty]:
    labelled, taken = read_labels(reading)
    return [*read_sentences(reading, taken), *labelled, *read_tables(reading)]


def _assignment(reading: Reading, duty: Duty) -> Assignment:
    return Assignment(
        source=source_of(reading, duty.source),
        rule=duty.rule,
        confidence=duty.confidence,
        basis=duty.basis,
        unit=reading.value(duty.party.span),
        role=duty.role,
        task=clean("; ".join(reading.value(span) for span in duty.task)),
        partners=tuple(reading.value(span) for span in duty.partners),
        due=duty.due,
        every=duty.every,
        deliverable=reading.value(duty.deliverable) if duty.deliverable else None,
    )
