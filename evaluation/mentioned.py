"""Whether the recognisers saw what an answer is made of: its numbers, dates and documents.

In: a scene, an answer and its place. Out: `mentioned(...)` True, False, or None where the answer
has nothing that a recogniser would have to see. `value_seen` asks for one field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from evaluation.match import Record
from evaluation.scene import Scene
from evaluation.wording import document_code, token_f1, unit_class
from extractor.recognise.model import Citation, DateMention, Quantity
from extractor.span import Span

DATE_FIELDS = ("start", "end", "due", "by", "date", "every", "due_day", "due_month", "per")
NUMBER_FIELDS = ("value", "value_max", "operator", "unit")
_LIKE = 0.5  # token F1 of two titles of one document


def mentioned(scene: Scene, section: str, gold: Record, place: Span) -> bool | None:
    """Whether the mentions at `place` hold the numbers, dates or documents of an answer."""
    test = _TESTS.get(section)
    return test(scene, gold, place) if test else None


def value_seen(scene: Scene, field: str, gold: Record, place: Span) -> bool:
    """Whether a mention at `place` has the value that the answer has in `field`."""
    wanted = gold.get(field)
    if field in NUMBER_FIELDS:
        return any(_number_agrees(one, field, wanted) for one in _numbers(scene, place))
    if field == "date":
        return any(wanted == one.date for one in _documents(scene, place))
    return any(wanted in _values(one) for one in _dates(scene, place))


def _numbers(scene: Scene, place: Span) -> Iterator[Quantity]:
    return (one for one in scene.reading.mentions.quantities if one.span.overlaps(place))


def _dates(scene: Scene, place: Span) -> Iterator[DateMention]:
    return (one for one in scene.reading.mentions.dates if one.span.overlaps(place))


def _documents(scene: Scene, place: Span) -> Iterator[Citation]:
    return (one for one in scene.reading.mentions.citations if one.span.overlaps(place))


def _number_agrees(one: Quantity, field: str, wanted: object) -> bool:
    if field == "unit":
        return unit_class(str(wanted), one.unit or "")
    return bool(getattr(one, field) == wanted)


def _values(one: DateMention) -> tuple[object, ...]:
    return (one.start, one.end, one.date, one.every, one.due_day, one.due_month)


def _number(scene: Scene, gold: Record, place: Span) -> bool | None:
    if not gold.get("value"):
        return None  # zero tolerance states no number
    return any(
        one.value == gold["value"]
        and one.value_max == gold.get("value_max")
        and unit_class(str(gold.get("unit")), one.unit or "")
        for one in _numbers(scene, place)
    )


def _window(scene: Scene, gold: Record, place: Span) -> bool | None:
    wanted = {gold.get(key) for key in ("start", "end", "every", "due_day")} - {None}
    seen = {value for one in _dates(scene, place) for value in _values(one)}
    return wanted <= seen if wanted else None


def _document(scene: Scene, gold: Record, place: Span) -> bool | None:
    code = document_code(gold.get("number") or "")
    return any(
        document_code(one.number or "") == code
        if code
        else token_f1(str(gold.get("title")), one.title or "") >= _LIKE
        for one in _documents(scene, place)
    )


_TESTS: dict[str, Callable[[Scene, Record, Span], bool | None]] = {
    "targets": _number,
    "quotas": _number,
    "time_windows": _window,
    "legal_bases": _document,
    "citations": _document,
}
