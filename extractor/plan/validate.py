"""The check that every record passes before it leaves, and that any record can be held to.

Goes in: a record as dictionaries (`codec.to_record`, `codec.decode`). Comes out: a list of
faults, empty for a sound record; `ensure` raises instead. Both the schema and the proofs
(quotes, digest) are checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractor.errors import InvalidRecord
from extractor.plan.fault import Fault
from extractor.plan.form import form_faults
from extractor.plan.proof import proof_faults

__all__ = ["Fault", "check", "ensure"]


def check(record: Mapping[str, Any]) -> list[Fault]:
    """Every fault of `record`: its form first, then its proofs."""
    return [*form_faults(record), *proof_faults(record)]


def ensure(record: Mapping[str, Any]) -> None:
    """Raise InvalidRecord, with the path of the first fault, unless `record` is sound."""
    faults = check(record)
    if faults:
        more = (
            f" (và {len(faults) - 1} lỗi khác / and {len(faults) - 1} more)" if faults[1:] else ""
        )
        raise InvalidRecord(faults[0].message + more, faults[0].path)
