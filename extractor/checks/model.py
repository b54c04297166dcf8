"""Rule and Finding: what is looked for, and what was found where.

`Rule("base-after-plan", "error", "Căn cứ ban hành sau kế hoạch", …)` finds
`Finding(rule, "“12/KH-UBND” ghi ngày 05/3/2026, sau ngày ban hành kế hoạch …", source)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from extractor.plan.model import Source

if TYPE_CHECKING:
    from extractor.checks.paper import Paper

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


class Found(NamedTuple):
    """One place that a rule flags: the Vietnamese message, and the quote where there is one."""

    message: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is looked for.

    `rests_on` names the article, or the reason where no article says it; `help` says in a sentence
    or two what to do. Both, and the title, are Vietnamese.
    """

    id: str
    severity: Severity
    title: str
    rests_on: str
    help: str
    find: Callable[[Paper], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found in one plan; `source` is None for what is missing as a whole."""

    rule: Rule
    message: str
    source: Source | None

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    @property
    def quote(self) -> str:
        """The words that are flagged; empty where there are none."""
        return self.source.text if self.source else ""
