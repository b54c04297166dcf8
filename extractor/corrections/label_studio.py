"""An export of Label Studio that a person corrected, onto the record it was made from.

In: a record and the JSON of an export (tasks with annotations). Out: a `Corrected`. A region that
is gone takes its fact with it; one that was drawn anew moves its fact's place. A region that is
new, or has another label, states no values: it is told, and left for a person to add in a workbook.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from typing import Any

from extractor.corrections.model import Change, Corrected, Refused, fact_path
from extractor.errors import InvalidRecord, UnreadableFile
from extractor.export.facts import SECTIONS, Mark, marks_of
from extractor.plan.facts import facts_from_record


def apply_annotations(record: Mapping[str, Any], data: bytes) -> Corrected:
    """The record as the annotations correct it. Raises UnreadableFile, InvalidRecord."""
    text = record.get("text")
    if not isinstance(text, str):
        raise InvalidRecord("bản ghi không kèm văn bản nên không đối chiếu được", "$.text")
    annotation = _annotation(data, record)
    regions = {str(item.get("id")): item for item in _regions(annotation)}
    new = copy.deepcopy(dict(record))
    changes: list[Change] = []
    refused: list[Refused] = []
    for mark in marks_of(facts_from_record(record)):
        region = regions.pop(mark.id, None)
        if mark.section in SECTIONS:
            _fact(new, mark, region, text, changes, refused)
        elif region is None or _bounds(region) != (mark.start, mark.end):
            refused.append(Refused(mark.id, "hãy sửa phần thể thức trong sổ tính"))
    for name, region in regions.items():
        start, end = _bounds(region)
        quote = text[start:end]
        refused.append(Refused(name, f"vùng mới «{quote[:60]}» chưa có giá trị: thêm bằng sổ tính"))
    return Corrected(new, tuple(changes), tuple(refused), _by(annotation))


def _annotation(data: bytes, record: Mapping[str, Any]) -> Mapping[str, Any]:
    """The last annotation of the task of this record's text."""
    try:
        tasks = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"Không phải JSON của Label Studio: {error}") from error
    for task in tasks if isinstance(tasks, list) else [tasks]:
        known = task.get("data") if isinstance(task, dict) else None
        if isinstance(known, dict) and known.get("text_sha256") == record.get("text_sha256"):
            annotations = [
                one
                for one in task.get("annotations") or []
                if isinstance(one, dict) and not one.get("was_cancelled")
            ]
            if annotations:
                last: Mapping[str, Any] = annotations[-1]
                return last
            raise UnreadableFile("Nhiệm vụ này chưa có ai chú giải trong Label Studio.")
    raise UnreadableFile("Tệp không có nhiệm vụ nào của văn bản trong bản ghi.")


def _regions(annotation: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for item in annotation.get("result") or []:
        if isinstance(item, dict) and item.get("type") == "labels":
            if not isinstance(item.get("value"), dict) or _bounds(item) == (-1, -1):
                raise UnreadableFile("Vùng chú giải không có vị trí (start, end).")
            yield item


def _bounds(region: Mapping[str, Any]) -> tuple[int, int]:
    value = region["value"]
    start, end = value.get("start"), value.get("end")
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end:
        return start, end
    return -1, -1


def _fact(
    record: dict[str, Any],
    mark: Mark,
    region: Mapping[str, Any] | None,
    text: str,
    changes: list[Change],
    refused: list[Refused],
) -> None:
    holder = record["awards"] if SECTIONS[mark.section] == "awards" else record
    facts = holder[mark.section]
    fact = next(item for item in facts if item.get("id") == mark.id)
    path = fact_path(mark.section, mark.id)
    if region is None:
        facts.remove(fact)
        changes.append(Change(path, fact, None))
        return
    if region["value"].get("labels") != [mark.section]:
        refused.append(Refused(mark.id, "đổi nhãn cần giá trị khác: hãy sửa bằng sổ tính"))
        return
    start, end = _bounds(region)
    if (start, end) == (mark.start, mark.end):
        return
    if end > len(text):
        refused.append(Refused(mark.id, "vùng vượt ra ngoài văn bản"))
        return
    before = fact["source"]
    fact["source"] = {
        "start": start, "end": end, "text": text[start:end], "page": mark.page, "bbox": None,
    }  # fmt: skip
    fact["rule"], fact["confidence"] = "person", 1.0
    changes.append(Change(f"{path}.source", before, fact["source"]))


def _by(annotation: Mapping[str, Any]) -> str | None:
    by = annotation.get("completed_by")
    if isinstance(by, dict):
        by = by.get("email") or by.get("id")
    return None if by is None else str(by)
