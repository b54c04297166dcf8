"""A plan for those who only read facts: from a product record, or from one that a person wrote.

Goes in: a record whose facts carry `source`, or `quote` in its place, and may lack `id`, `rule`,
`confidence`, `basis` and the text. Comes out: a `Plan`. `{"quote": "đạt 90%", "indicator": …}`
becomes a target with `source.text` `"đạt 90%"` and an id of its own; an id that stands is kept.

A quote alone says what is written, not where. Its source begins at 0, and `placed(plan)` is false:
who shows places asks that first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from msgspec import structs

from extractor.plan.codec import decode, from_record
from extractor.plan.ids import AWARD_SECTIONS, SECTIONS, with_ids
from extractor.plan.model import Awards, Fact, Plan

F = TypeVar("F", bound=Fact)


def facts_from_json(data: bytes | str) -> Plan:
    """The plan in the JSON text `data`. Raises InvalidRecord for no JSON or no record."""
    return facts_from_record(decode(data))


def facts_from_record(record: Mapping[str, Any]) -> Plan:
    """The plan that `record` states. Unknown keys are passed over. Raises InvalidRecord."""
    sourced = {name: _sourced_list(value) for name, value in record.items()}
    if isinstance(awards := record.get("awards"), Mapping):
        sourced["awards"] = {name: _sourced_list(value) for name, value in awards.items()}
    return _named(from_record(sourced, unknown="drop"))


def placed(plan: Plan) -> bool:
    """Whether the plan's sources are places in a text, and not quotes alone."""
    return bool(plan.text_sha256)


def _sourced_list(value: Any) -> Any:
    if isinstance(value, list):
        return [_sourced(item) if isinstance(item, Mapping) else item for item in value]
    return value


def _sourced(item: Mapping[str, Any]) -> Mapping[str, Any]:
    if "source" in item:
        return item
    quote = item.get("quote")
    text = quote if isinstance(quote, str) else ""
    return {**item, "source": {"start": 0, "end": len(text), "text": text}}


def _named(plan: Plan) -> Plan:
    # The facts that a person left without an id get the one that the program would give them.
    given = with_ids(plan)
    changes: dict[str, Any] = {
        name: _kept(getattr(plan, name), getattr(given, name)) for name in SECTIONS
    }
    return structs.replace(plan, awards=_named_awards(plan.awards, given.awards), **changes)


def _named_awards(awards: Awards, given: Awards) -> Awards:
    changes: dict[str, Any] = {
        name: _kept(getattr(awards, name), getattr(given, name)) for name in AWARD_SECTIONS
    }
    return structs.replace(awards, **changes)


def _kept(facts: tuple[F, ...], given: tuple[F, ...]) -> tuple[F, ...]:
    return tuple(
        fact if fact.id else structs.replace(fact, id=other.id)
        for fact, other in zip(facts, given, strict=True)
    )
