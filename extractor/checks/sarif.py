"""Findings as SARIF 2.1.0, the form that code-review tools and editors show.

In: the same as `report`. Out: a log with one run. A region of a text file counts the characters of
that file (Unicode code points); of any other file, and of a record, those of the canonical text,
for such files have no characters of their own to count.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from extractor.checks.model import Rule
from extractor.checks.report import Checked, Placed

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(plans: Sequence[Checked], rules: Sequence[Rule], version: str) -> dict[str, Any]:
    """The SARIF log on `plans`."""
    order = {rule.id: index for index, rule in enumerate(rules)}
    uris = [_uri(plan.name) for plan in plans]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(rules, version)},
                "columnKind": "unicodeCodePoints",
                "language": "vi",
                "artifacts": [{"location": {"uri": uri}} for uri in uris],
                "results": [
                    _result(placed, order[placed.finding.rule.id], uris[index], index)
                    for index, plan in enumerate(plans)
                    for placed in plan.findings
                ],
            }
        ],
    }


def _driver(rules: Sequence[Rule], version: str) -> dict[str, Any]:
    return {
        "name": "kehoach",
        "semanticVersion": version,
        "rules": [_descriptor(rule) for rule in rules],
    }


def _descriptor(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.title}. Cơ sở: {rule.rests_on}."},
        "help": {"text": f"{rule.help} Cơ sở: {rule.rests_on}."},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(placed: Placed, rule: int, uri: str, artifact: int) -> dict[str, Any]:
    finding = placed.finding
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri, "index": artifact}}
    if region := _region(placed):
        physical["region"] = region
    location: dict[str, Any] = {"physicalLocation": physical}
    if placed.place:
        location["message"] = {"text": placed.place}
    return {
        "ruleId": finding.rule.id,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": finding.message},
        "locations": [location],
    }


def _region(placed: Placed) -> dict[str, Any] | None:
    source = placed.finding.source
    if source is None:
        return None
    region: dict[str, Any] = {"snippet": {"text": source.text}}
    if placed.line is not None:
        region["startLine"] = placed.line
    if placed.in_file is not None:
        region["charOffset"], region["charLength"] = placed.in_file
    elif placed.line is None:
        region["charOffset"], region["charLength"] = source.start, source.end - source.start
    return region


def _uri(name: str) -> str:
    """A path as a relative reference, percent-encoded, with forward slashes on every system."""
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
