"""Links from the campaign back to the facts of the record.

In: a fact, or a bare source. Out: `Link(fact="T5d41402a", start=10, end=25, page=1, quote=…)`; in a
record of quotes alone there are no places, so `start`, `end` and `page` are null.
"""

from __future__ import annotations

from extractor.campaign.model import Link
from extractor.plan.facts import placed
from extractor.plan.model import Evidence, Fact, Plan, Source


class Linker:
    """Makes links for one plan: it alone knows whether its sources are places."""

    def __init__(self, plan: Plan) -> None:
        self.placed = placed(plan)

    def to(self, *facts: Fact) -> tuple[Link, ...]:
        """A link to each fact."""
        return tuple(self._link(fact.id or None, fact.source) for fact in facts)

    def of(self, evidence: Evidence | None) -> tuple[Link, ...]:
        """The link of one value that is no fact of its own."""
        return (self._link(None, evidence.source),) if evidence else ()

    def _link(self, name: str | None, source: Source) -> Link:
        if not self.placed:
            return Link(fact=name, start=None, end=None, page=None, quote=source.text)
        return Link(
            fact=name, start=source.start, end=source.end, page=source.page, quote=source.text
        )
