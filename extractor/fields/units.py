"""The bodies that a plan gives work to, and their tasks: sentences, labelled lines and tables.

`read_units(reading)` gives the responsible units, each once with all its roles, and the assignments
in the order of the text. Ids are given later.
"""

from __future__ import annotations

import re

from extractor.fields.assignments import read_sentences
from extractor.fields.assignments_item_ends import read_item_ends
from extractor.fields.assignments_labels import read_labels
from extractor.fields.context import Reading, source_of
from extractor.fields.tables_rows import read_tables
from extractor.fields.units_model import Duty
from extractor.fields.units_names import key_of, spells_out
from extractor.fields.units_roster import Roster, roster
from extractor.fields.units_scope import scoped_nodes
from extractor.plan.model import Assignment, ResponsibleUnit
from extractor.text import clean

# A plan's last mark "./." and the dots that leave a list open are no part of its last task.
_CLOSING = re.compile(r"[\s.,;:…/]+$")


def read_units(reading: Reading) -> tuple[tuple[ResponsibleUnit, ...], tuple[Assignment, ...]]:
    """The responsible units and the assignments of a plan."""
    duties = sorted(_duties(reading), key=lambda duty: duty.source)
    listed = roster(reading, duties)
    return listed.units, tuple(_assignment(reading, duty, listed) for duty in duties)


def _duties(reading: Reading) -> list[Duty]:
    labelled, taken = read_labels(reading)
    ends = read_item_ends(reading, taken | scoped_nodes(reading))
    return [*read_sentences(reading, taken), *labelled, *ends, *read_tables(reading)]


def _assignment(reading: Reading, duty: Duty, listed: Roster) -> Assignment:
    printed = "; ".join(map(reading.value, duty.printed or (duty.party.span,)))
    unit = _full_name(printed, duty, listed)
    return Assignment(
        source=source_of(reading, duty.source),
        rule=duty.rule,
        confidence=duty.confidence,
        basis={**duty.basis, "unit": "normalised"} if unit != printed else duty.basis,
        unit=unit,
        role=duty.role,
        task=_task(reading, duty),
        partners=tuple(reading.value(span) for span in duty.partners),
        due=duty.due,
        every=duty.every,
        deliverable=reading.value(duty.deliverable) if duty.deliverable else None,
    )


def _task(reading: Reading, duty: Duty) -> str:
    parts = (_CLOSING.sub("", reading.value(span)) for span in duty.task)
    return clean("; ".join(part for part in parts if part))


def _full_name(printed: str, duty: Duty, listed: Roster) -> str:
    """The unit as printed; for an abbreviation the full name, where the plan spells it out."""
    full = listed.names.get(key_of(printed), printed)
    single = duty.party.bodies == (duty.party.span,)
    return full if single and spells_out(full, printed) else printed
