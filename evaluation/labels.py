"""What a plan is called where its name may not stand.

In: a case. Out: for a plan of ours its name, for any other what sort of plan it is and a short
hash: `province md 3fa9c1`.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from evaluation.cases import ROOT, Case, shared_folder

_DIGITS = 6


def label_of(case: Case, root: Path = ROOT) -> str:
    """The public name of the plan that a file holds."""
    if case.set == "corpus":
        return case.name
    digits = case.public_id.partition("/")[2][:_DIGITS]
    level = _levels(shared_folder(root) / "manifest.jsonl").get(case.name) or "unknown"
    return f"{level} {case.format} {digits}"


@cache
def _levels(manifest: Path) -> dict[str, str | None]:
    """The level of each plan of a manifest; none where there is no manifest."""
    if not manifest.is_file():
        return {}
    rows = map(json.loads, manifest.read_text(encoding="utf-8").splitlines())
    return {row["name"]: row.get("level") for row in rows}
