"""All sections of a record from one reading: the fields side by side, then coverage and
warnings over them.

`read_fields(reading)` is the `Plan` without ids and without the text itself.
"""

from __future__ import annotations

from msgspec.structs import replace

from extractor.fields.awards import read_awards
from extractor.fields.citations import read_citations
from extractor.fields.confidence import weigh
from extractor.fields.context import Reading
from extractor.fields.coverage import read_coverage
from extractor.fields.document import read_document
from extractor.fields.legal_bases import read_legal_bases
from extractor.fields.stamps import read_stamps
from extractor.fields.targets import read_targets
from extractor.fields.units import read_units
from extractor.fields.warnings import read_warnings
from extractor.fields.windows import read_windows
from extractor.plan.model import Plan


def read_fields(reading: Reading) -> Plan:
    """The plan's facts, without ids and without the text itself."""
    units, assignments = read_units(reading)
    plan = Plan(
        document=read_document(reading),
        legal_bases=read_legal_bases(reading),
        citations=read_citations(reading),
        targets=read_targets(reading),
        time_windows=read_windows(reading),
        responsible_units=units,
        assignments=assignments,
        awards=read_awards(reading),
        signatures=read_stamps(reading),
    )
    plan = replace(plan, coverage=read_coverage(reading, plan))
    return weigh(reading, read_warnings(reading, plan))
