"""The form of a record: the JSON Schema run over it, each breach as a Fault.

Goes in: a record as dictionaries. Comes out: faults in the order of the schema, for example
`$.targets[0].operator: Phép so sánh: phải là một trong eq, ge, …; đang là "over" / Operator: …`.

The validator is jsonschema's own; only its two container keywords are replaced by ones that keep
the validator of each sub-schema, instead of making one anew for every value (half the time of a
record).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, ValidationError, validators

from extractor.plan.fault import Fault, json_path
from extractor.plan.schema import compact_schema

_TYPES = {
    "string": ("chuỗi", "a string"),
    "number": ("số", "a number"),
    "integer": ("số nguyên", "a whole number"),
    "array": ("danh sách", "a list"),
    "object": ("đối tượng", "an object"),
    "boolean": ("đúng/sai", "true or false"),
    "null": ("null", "null"),
}
_LIMITS = {
    "minimum": ("không được nhỏ hơn", "must not be under"),
    "maximum": ("không được lớn hơn", "must not be over"),
    "minItems": ("số phần tử ít nhất", "fewest items"),
    "maxItems": ("số phần tử nhiều nhất", "most items"),
    "minLength": ("số ký tự ít nhất", "fewest characters"),
}
_SHOWN = 60  # characters of a wrong value that a message repeats


def form_faults(record: Mapping[str, Any]) -> list[Fault]:
    """Every breach of the schema in `record`."""
    return [_fault(error) for error in _validator().iter_errors(record)]


@cache
def _validator() -> Any:
    children: dict[int, Any] = {}

    def child(validator: Any, schema: Mapping[str, Any]) -> Any:
        # Keyed by identity: the schema's parts live as long as the validator that holds them.
        known = children.get(id(schema))
        if known is None:
            known = children[id(schema)] = validator.evolve(schema=schema)
        return known

    extended: Any = validators.extend(  # type: ignore[no-untyped-call]
        Draft202012Validator, {"properties": _properties(child), "items": _items(child)}
    )
    return extended(compact_schema())


Child = Callable[[Any, Mapping[str, Any]], Any]
Keyword = Callable[[Any, Any, Any, Any], Iterator[ValidationError]]


def _properties(child: Child) -> Keyword:
    def properties(validator: Any, value: Any, instance: Any, _: Any) -> Iterator[ValidationError]:
        if isinstance(instance, dict):
            for name, schema in value.items():
                if name in instance:
                    yield from _under(name, child(validator, schema), instance[name])

    return properties


def _items(child: Child) -> Keyword:
    def items(validator: Any, value: Any, instance: Any, _: Any) -> Iterator[ValidationError]:
        if isinstance(instance, list):
            for index, item in enumerate(instance):
                yield from _under(index, child(validator, value), item)

    return items


def _under(step: str | int, validator: Any, instance: Any) -> Iterator[ValidationError]:
    for error in validator.iter_errors(instance):
        error.path.appendleft(step)
        yield error


def _fault(error: ValidationError) -> Fault:
    vi, en = _said(error)
    schema = error.schema if isinstance(error.schema, Mapping) else {}
    title_vi, _, title_en = str(schema.get("title", "")).partition(" / ")
    path = json_path(error.absolute_path)
    return Fault(path, _with_title(title_vi, vi), _with_title(title_en, en))


def _with_title(title: str, said: str) -> str:
    return f"{title}: {said}" if title else said


def _said(error: ValidationError) -> tuple[str, str]:
    rule: Any = error.validator_value
    shown = _short(error.instance)
    match error.validator:
        case "required":
            missing = error.message.split("'")[1]
            return f"thiếu khóa «{missing}»", f'key "{missing}" is missing'
        case "type":
            vi, en = _kinds(rule)
        case "enum":
            listed = ", ".join("null" if item is None else str(item) for item in rule)
            vi, en = f"phải là một trong {listed}", f"must be one of {listed}"
        case "pattern":
            vi, en = _pattern(rule, error.schema)
        case str(keyword) if keyword in _LIMITS:
            vi, en = (f"{said} {rule}" for said in _LIMITS[keyword])
        case keyword:
            vi, en = f"sai quy định «{keyword}»", error.message
    return f"{vi}; đang là {shown}", f"{en}; is {shown}"


def _kinds(rule: Any) -> tuple[str, str]:
    names = [rule] if isinstance(rule, str) else list(rule)
    vi = " hoặc ".join(_TYPES[name][0] for name in names)
    en = " or ".join(_TYPES[name][1] for name in names)
    return f"phải là {vi}", f"must be {en}"


def _pattern(rule: str, schema: Any) -> tuple[str, str]:
    examples = schema.get("examples") if isinstance(schema, Mapping) else None
    if not examples:
        return f"không đúng mẫu {rule}", f"does not fit {rule}"
    listed = ", ".join(examples)
    return f"phải viết như {listed}", f"must be written like {listed}"


def _short(value: Any) -> str:
    shown = json.dumps(value, ensure_ascii=False, default=str)
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
