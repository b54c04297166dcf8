"""Every fact as a W3C Web Annotation of the plan's text.

In: a subject whose record carries its text. Out: an `AnnotationCollection` with one page; each
annotation names its place by offsets (code points, `TextPositionSelector`) and by words
(`TextQuoteSelector` with what stands before and behind), so that it is found again in a text that
has moved. Source: https://www.w3.org/TR/annotation-model/.
"""

from __future__ import annotations

import json
from typing import Any

from extractor.export.facts import Mark, marks_of, text_of
from extractor.export.model import Export, Subject
from extractor.export.words import FAMILIES
from extractor.inert import shown

FILE = "chu-giai.jsonld"
_AROUND = 32  # characters of prefix and suffix
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def export(subject: Subject) -> Export:
    """The annotations of a plan. Raises InvalidRecord for a record without its text."""
    text = shown(text_of(subject.plan))
    base = f"urn:kehoach:{subject.campaign.id}"
    source = f"urn:sha256:{subject.plan.text_sha256}"
    items = [
        _annotation(mark, number, text, base, source)
        for number, mark in enumerate(marks_of(subject.plan), 1)
    ]
    collection = {
        "@context": _CONTEXT,
        "id": f"{base}:annotations",
        "type": "AnnotationCollection",
        "label": shown(subject.campaign.name or "Kế hoạch"),
        "total": len(items),
        "first": {
            "id": f"{base}:annotations:1",
            "type": "AnnotationPage",
            "partOf": f"{base}:annotations",
            "startIndex": 0,
            "items": items,
        },
    }
    return Export({FILE: _bytes(collection)})


def _annotation(mark: Mark, number: int, text: str, base: str, source: str) -> dict[str, Any]:
    return {
        "id": f"{base}:annotation:{number}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": mark.section},
            {"type": "TextualBody", "purpose": "tagging", "value": FAMILIES[mark.family],
             "language": "vi"},
            {"type": "TextualBody", "purpose": "describing", "value": shown(mark.label),
             "language": "vi"},
            {"type": "TextualBody", "purpose": "identifying", "value": shown(mark.id)},
        ],
        "target": {"source": source, "selector": _selectors(mark, text)},
    }  # fmt: skip


def _selectors(mark: Mark, text: str) -> list[dict[str, Any]]:
    return [
        {"type": "TextPositionSelector", "start": mark.start, "end": mark.end},
        {
            "type": "TextQuoteSelector",
            "exact": text[mark.start : mark.end],
            "prefix": text[max(0, mark.start - _AROUND) : mark.start],
            "suffix": text[mark.end : mark.end + _AROUND],
        },
    ]


def _bytes(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
