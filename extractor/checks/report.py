"""Findings as data: what `schemas/findings.schema.json` describes.

In: `Checked(name, digest, findings with their places)` for each plan. Out: a dictionary with the
rules, and for each plan its findings, errors first in the counts, in the order of the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extractor.checks.model import SEVERITIES, Finding, Rule, Severity

SCHEMA_VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with its place: in words, the line of a text file, the characters of that file."""

    finding: Finding
    place: str = ""
    line: int | None = None
    in_file: tuple[int, int] | None = None  # offset and length, code points of the decoded file


@dataclass(frozen=True, slots=True)
class Checked:
    """One plan that was checked."""

    name: str
    digest: str
    findings: tuple[Placed, ...]

    def counts(self) -> dict[Severity, int]:
        """How many findings of each severity."""
        counted = Counter(placed.finding.severity for placed in self.findings)
        return {severity: counted[severity] for severity in SEVERITIES}


def report(plans: Sequence[Checked], rules: Sequence[Rule], version: str) -> dict[str, Any]:
    """The report on `plans` as dictionaries and lists."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "kehoach", "version": version},
        "rules": [_rule(rule) for rule in rules],
        "plans": [
            {
                "name": plan.name,
                "text_sha256": plan.digest,
                "counts": plan.counts(),
                "findings": [_finding(placed) for placed in plan.findings],
            }
            for plan in plans
        ],
    }


def _rule(rule: Rule) -> dict[str, str]:
    return {
        "id": rule.id,
        "severity": rule.severity,
        "title": rule.title,
        "rests_on": rule.rests_on,
        "help": rule.help,
    }


def _finding(placed: Placed) -> dict[str, Any]:
    finding, source = placed.finding, placed.finding.source
    return {
        "rule": finding.rule.id,
        "severity": finding.severity,
        "message": finding.message,
        "rests_on": finding.rule.rests_on,
        "quote": source.text if source else None,
        "start": source.start if source else None,
        "end": source.end if source else None,
        "page": source.page if source else None,
        "line": placed.line,
        "place": placed.place or None,
    }
