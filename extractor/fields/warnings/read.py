"""All warnings over a finished record, in the order in which a clerk would go through the document.

"Số:     /KH-UBND" gives `missing_number` with the message "Văn bản để trống số: …" and that line as
its place. Codes: the contract, section warnings; those beyond it are told in the modules that yield
them.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from extractor.fields.context import Reading, source_of
from extractor.fields.warnings.citations import doubtful_citations
from extractor.fields.warnings.document import incomplete_document
from extractor.fields.warnings.kind import no_plan
from extractor.fields.warnings.misread import misread
from extractor.fields.warnings.order import misnumbered
from extractor.fields.warnings.quality import low_quality
from extractor.fields.warnings.signed import signed
from extractor.fields.warnings.targets import doubtful_targets
from extractor.fields.warnings.typos import typos
from extractor.fields.warnings.unused import unused_mentions
from extractor.plan.model import Plan, Warning


def read_warnings(reading: Reading, plan: Plan) -> Plan:
    """The plan with its warnings."""
    found = (
        *no_plan(reading, plan),
        *incomplete_document(reading, plan.document),
        *low_quality(reading, plan.document),
        *misread(reading),
        *doubtful_citations(reading, plan),
        *doubtful_targets(reading, plan),
        *unused_mentions(reading, plan),
        *typos(reading),
        *misnumbered(reading),
        *signed(plan),
        *_notices(reading),
    )
    return replace(plan, warnings=found)


def _notices(reading: Reading) -> Iterator[Warning]:
    for notice in reading.document.notices:
        placed = notice.span is not None and len(notice.span.trimmed(reading.text)) > 0
        place = source_of(reading, notice.span) if notice.span and placed else None
        yield Warning(code=notice.code, message=notice.message, source=place)
