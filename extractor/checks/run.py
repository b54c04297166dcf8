"""All rules over one plan.

In: a plan. Out: findings in the order of the page, what has no place first. A plan of 2018 is not
held against a decree of 2020: rules that rest on a law wait until it is in force.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from extractor.checks import (
    annexes,
    awards,
    bases,
    citations,
    cited_twice,
    deadlines,
    districts,
    foot,
    head,
    identity,
    idle,
    instruments,
    numbering,
    party,
    shares,
    signing,
    sums,
    targets,
    tasks,
    titles,
    windows,
    words,
    written,
)
from extractor.checks.days import surely_before
from extractor.checks.model import SEVERITIES, Finding, Rule
from extractor.checks.paper import Paper
from extractor.lexicon.instruments import registry
from extractor.plan.model import Plan

_GROUPS = (
    head, identity, foot, signing, party, districts, bases, citations, cited_twice, instruments,
    titles, targets, sums, shares, windows, deadlines, tasks, idle, awards, numbering, annexes,
    written, words,
)  # fmt: skip
RULES: tuple[Rule, ...] = tuple(chain.from_iterable(group.RULES for group in _GROUPS))
_NUMBER = re.compile(r"\d+/\d{4}/[\w-]+")


def check_plan(plan: Plan) -> tuple[Finding, ...]:
    """Every finding in `plan`, once."""
    paper = Paper(plan)
    found = {
        (rule.id, hit.message, hit.source): Finding(rule, hit.message, hit.source)
        for rule in RULES
        if not _is_older(paper, rule)
        for hit in rule.find(paper)
    }
    return tuple(sorted(found.values(), key=_order))


def _is_older(paper: Paper, rule: Rule) -> bool:
    """Whether the plan was issued before the law that the rule rests on was in force."""
    since, day = _since(rule.rests_on), paper.plan.document.date
    return bool(day and since and surely_before(day, since))


@cache
def _since(rests_on: str) -> str | None:
    first = rests_on.partition(";")[0]  # what follows only bears out a reason
    laws = (registry().find(number) for number in _NUMBER.findall(first))
    return max((law.in_force for law in laws if law and law.in_force), default=None)


def _order(finding: Finding) -> tuple[int, int, str]:
    start = finding.source.start if finding.source else -1
    return start, SEVERITIES.index(finding.severity), finding.rule.id
