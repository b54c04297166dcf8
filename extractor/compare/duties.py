"""Duties that a parent gives to bodies of a child's tier, and whether the child takes them up.

Goes in: the parent and a child. Comes out: the duties dropped. "Báo cáo kết quả về Sở Nội vụ trước
ngày 20 của tháng cuối quý", given to `UBND các xã, phường`, is taken up by a child that reports
each quarter or to Sở Nội vụ. "Xây dựng kế hoạch" is taken up by the child's being there. Any other
duty is taken up by a task, a target or any paragraph that says at least half of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.compare.addressees import own_tier, tiers_named
from extractor.compare.verdict import PER_YEAR
from extractor.compare.wording import Wording, opened_text, wording
from extractor.lexicon.load import load
from extractor.plan.model import Assignment, Period, Plan

_BODY = r"(?:ủy ban|ban|sở|bộ|văn phòng|phòng|công an|trung tâm|hội đồng)"
_TO = re.compile(
    rf"(?<!\w)(?:về|gửi|cho)(?: về)? ({_BODY}[^,.;()]{{2,60}}?)"
    r"(?= (?:trước|để|theo|qua|vào|trong|chậm)(?!\w)|[,.;(]|$)"
)
_TAKEN = 0.5  # so much of a duty's words, said in one task, take it up
_TOLD = 3.0  # less weight than this says nothing that could be missed


@dataclass(frozen=True, slots=True)
class _Report:
    """A report that a child owes somebody."""

    text: str
    every: Period | None


def duties_for(parent: Plan, tier: str) -> tuple[Assignment, ...]:
    """The parent's tasks whose unit is, or includes, the bodies of `tier`."""
    return tuple(task for task in parent.assignments if tier in tiers_named(task.unit))


def dropped_duties(parent: Plan, child: Plan) -> tuple[Assignment, ...]:
    """The duties for the child's tier that nothing in the child takes up."""
    tier = own_tier(child.document)
    if tier is None:
        return ()
    return tuple(duty for duty in duties_for(parent, tier) if not taken_up(duty, child))


def taken_up(duty: Assignment, child: Plan) -> bool:
    """Whether something in the child answers the duty."""
    ways = {hit.entry.word("way") for hit in load("duty_words").find(opened_text(duty.task))}
    if "plan" in ways:
        return True
    if "report" in ways:
        return _reported(duty, child)
    words = wording(duty.task)
    whole = sum(words.weights.values())
    if whole < _TOLD or ("general" in ways and whole < 4 * _TOLD):
        return True
    return any(_said(words, other) >= _TAKEN * whole for other in _child_words(child))


def _child_words(child: Plan) -> Iterator[Wording]:
    for task in child.assignments:
        yield wording(task.task)
    for target in child.targets:
        yield wording(target.source.text)
    # What a section of tasks says is no assignment, but it takes a duty up all the same.
    for line in (child.text or "").splitlines():
        yield wording(line)


def _said(duty: Wording, other: Wording) -> float:
    return sum(min(w, other.weights[n]) for n, w in duty.weights.items() if n in other.weights)


def _reported(duty: Assignment, child: Plan) -> bool:
    to = _recipient(duty.task)
    return any(_answers(duty, to, report) for report in _reports(child))


def _recipient(task: str) -> str:
    found = _TO.search(opened_text(task))
    return found.group(1) if found else ""


def _answers(duty: Assignment, to: str, report: _Report) -> bool:
    if duty.every and report.every and PER_YEAR[report.every] < PER_YEAR[duty.every]:
        return False
    if to and to in opened_text(report.text):
        return True
    if to and _recipient(report.text):  # that one goes to somebody else
        return False
    return report.every == duty.every


def _reports(child: Plan) -> Iterator[_Report]:
    for window in child.time_windows:
        if window.kind == "report":
            yield _Report(window.source.text, window.every)
    for task in child.assignments:
        if "báo cáo" in opened_text(f"{task.task} {task.deliverable or ''}"):
            yield _Report(task.task, task.every)
