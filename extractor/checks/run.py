"""All rules over one plan.

In: a plan. Out: findings in the order of the page, what has no place first.
"""

from __future__ import annotations

from itertools import chain

from extractor.checks import (
    annexes,
    awards,
    bases,
    citations,
    deadlines,
    districts,
    foot,
    head,
    instruments,
    numbering,
    party,
    signing,
    sums,
    targets,
    tasks,
    titles,
    windows,
    words,
    written,
)
from extractor.checks.model import SEVERITIES, Finding, Rule
from extractor.checks.paper import Paper
from extractor.plan.model import Plan

_GROUPS = (
    head, foot, signing, party, districts, bases, citations, instruments, titles, targets, sums,
    windows, deadlines, tasks, awards, numbering, annexes, written, words,
)  # fmt: skip
RULES: tuple[Rule, ...] = tuple(chain.from_iterable(group.RULES for group in _GROUPS))


def check_plan(plan: Plan) -> tuple[Finding, ...]:
    """Every finding in `plan`, once."""
    paper = Paper(plan)
    found = {
        (rule.id, hit.message, hit.source): Finding(rule, hit.message, hit.source)
        for rule in RULES
        for hit in rule.find(paper)
    }
    return tuple(sorted(found.values(), key=_order))


def _order(finding: Finding) -> tuple[int, int, str]:
    start = finding.source.start if finding.source else -1
    return start, SEVERITIES.index(finding.severity), finding.rule.id
