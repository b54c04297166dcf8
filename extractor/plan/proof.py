"""What a schema cannot say: that each quote stands in the text, that the text is the one named.

Goes in: a record as dictionaries, of any shape. Comes out: faults, for example
`$.targets[0].source: trích đoạn không khớp văn bản tại 10–25 / …`. A record without its text can
still be checked in part: a quote must be as long as its offsets say.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from extractor.plan.fault import Fault, json_path

Steps = tuple[str | int, ...]


def proof_faults(record: Mapping[str, Any]) -> list[Fault]:
    """Every broken proof in `record`: digest, quotes, bounds, repeated ids."""
    text = record.get("text")
    text = text if isinstance(text, str) else None
    faults = list(_digest(text, record.get("text_sha256")))
    seen: set[str] = set()
    for steps, node in _objects(record, ()):
        faults.extend(_bounds(steps, node))
        if isinstance(source := node.get("source"), Mapping):
            faults.extend(_quote((*steps, "source"), source, text))
            faults.extend(_repeated(steps, node.get("id"), seen))
    faults.extend(_coverage(record.get("coverage"), text))
    return faults


def _coverage(told: object, text: str | None) -> Iterator[Fault]:
    """A section is found if it counts facts, and only then; what was searched lies in the text."""
    for section, one in told.items() if isinstance(told, Mapping) else ():
        if not isinstance(one, Mapping):
            continue
        steps = ("coverage", str(section))
        if (one.get("state") == "found") != bool(one.get("count")):
            vi, en = "found khi và chỉ khi số lượng khác 0", "is found if and only if it counts any"
            yield Fault(json_path((*steps, "state")), vi, en)
        for key in ("searched", "places"):
            places = one.get(key)
            for at, place in enumerate(places if isinstance(places, list) else ()):
                yield from _within((*steps, key, at), place, text)


def _within(steps: Steps, place: object, text: str | None) -> Iterator[Fault]:
    start, end = (place.get(k) for k in ("start", "end")) if isinstance(place, Mapping) else (0, 1)
    if not (isinstance(start, int) and isinstance(end, int)):
        return  # the schema has said so already
    if end <= start or (text is not None and end > len(text)):
        vi, en = f"không có đoạn {start}–{end} trong văn bản", f"the text has no {start}–{end}"
        yield Fault(json_path(steps), vi, en)


def _digest(text: str | None, stated: object) -> Iterator[Fault]:
    if not isinstance(stated, str) or not stated:
        yield Fault("$.text_sha256", "thiếu dấu kiểm văn bản", "the text's digest is missing")
    elif text is not None and digest(text) != stated:
        yield Fault("$.text_sha256", "không khớp với «text»", 'does not match "text"')


def digest(text: str) -> str:
    """SHA-256 of the UTF-8 form of `text`, 64 hexadecimal digits."""
    # A JSON string may hold half a surrogate pair: such a text too has a digest to be wrong.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _objects(node: Any, steps: Steps) -> Iterator[tuple[Steps, Mapping[str, Any]]]:
    if isinstance(node, dict):
        yield steps, node
        children: Iterable[tuple[str | int, Any]] = node.items()
    else:
        children = enumerate(node)
    for step, child in children:
        if isinstance(child, dict | list):
            yield from _objects(child, (*steps, step))


def _bounds(steps: Steps, node: Mapping[str, Any]) -> Iterator[Fault]:
    if "operator" not in node:
        return
    if (node["operator"] == "between") != (node.get("value_max") is not None):
        yield Fault(
            json_path((*steps, "value_max")),
            "có giá trị khi và chỉ khi phép so sánh là between",
            "is set if and only if the operator is between",
        )


def _quote(steps: Steps, source: Mapping[str, Any], text: str | None) -> Iterator[Fault]:
    start, end, quote = source.get("start"), source.get("end"), source.get("text")
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(quote, str)):
        return  # the schema has said so already
    place, path = f"{start}–{end}", json_path(steps)
    if end <= start or end - start != len(quote):
        vi, en = f"độ dài trích đoạn không khớp {place}", f"the quote is not as long as {place}"
        yield Fault(path, vi, en)
    elif text is not None and text[start:end] != quote:
        vi = f"trích đoạn không khớp văn bản tại {place}"
        yield Fault(path, vi, f"the quote is not what the text says at {place}")


def _repeated(steps: Steps, name: object, seen: set[str]) -> Iterator[Fault]:
    if not isinstance(name, str) or not name:
        return
    if name in seen:
        path = json_path((*steps, "id"))
        yield Fault(path, f"mã «{name}» bị lặp", f'id "{name}" is repeated')
    seen.add(name)
