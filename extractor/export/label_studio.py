"""A plan as a task of Label Studio with predictions, and the labelling interface it needs.

In: a subject whose record carries its text. Out: `nhiem-vu.json` (a list of one task) and
`giao-dien.xml`. Offsets are code points: so Label Studio has counted since version 1.5
(label-studio-frontend, pull request 308), and so do records. A region's id is its fact's id, by
which a corrected export finds back.
"""

from __future__ import annotations

import json
from typing import Any
from xml.sax.saxutils import quoteattr

from extractor.export.facts import SECTIONS, Mark, marks_of, text_of
from extractor.export.model import Export, Subject
from extractor.export.words import FAMILIES
from extractor.inert import shown
from extractor.plan.model import Plan

TASKS, INTERFACE = "nhiem-vu.json", "giao-dien.xml"
FROM, TO = "label", "text"
LABELS = ("document", *SECTIONS, "awards")
_COLOURS = {
    "document": "#6b7280",
    "legal_bases": "#1d4ed8",
    "citations": "#0e7490",
    "targets": "#15803d",
    "time_windows": "#b45309",
    "responsible_units": "#7c3aed",
    "assignments": "#be185d",
    "awards": "#b91c1c",
}


def export(subject: Subject) -> Export:
    """The task and its interface. Raises InvalidRecord for a record without its text."""
    plan = subject.plan
    text, marks = shown(text_of(plan)), marks_of(plan)
    scores = [mark.confidence for mark in marks]
    task = {
        "data": {
            "text": text,
            "plan": subject.campaign.id,
            "title": shown(subject.campaign.name or ""),
            "text_sha256": plan.text_sha256,
        },
        "predictions": [
            {
                "model_version": model_version(plan),
                "score": round(sum(scores) / len(scores), 4) if scores else 0,
                "result": [_region(mark, text) for mark in marks],
            }
        ],
    }
    tasks = (json.dumps([task], ensure_ascii=False, indent=1) + "\n").encode()
    return Export({TASKS: tasks, INTERFACE: _interface().encode()})


def model_version(plan: Plan) -> str:
    """Which program made the predictions."""
    return f"{plan.tool.name} {plan.tool.version}" if plan.tool else "kehoach"


def _region(mark: Mark, text: str) -> dict[str, Any]:
    return {
        "id": shown(mark.id),
        "from_name": FROM,
        "to_name": TO,
        "type": "labels",
        "score": mark.confidence,
        "value": {
            "start": mark.start,
            "end": mark.end,
            "text": text[mark.start : mark.end],
            "labels": [mark.section],
        },
        "meta": {"text": [shown(mark.label)]},
    }


def _interface() -> str:
    labels = "\n".join(
        f"    <Label value={quoteattr(name)} background={quoteattr(_COLOURS[family])} "
        f"hint={quoteattr(FAMILIES[family])}/>"
        for name, family in (("document", "document"), *SECTIONS.items(), ("awards", "awards"))
    )
    return (
        "<View>\n"
        "  <Style>.htx-text { white-space: pre-wrap; }</Style>\n"
        f'  <Labels name="{FROM}" toName="{TO}">\n{labels}\n  </Labels>\n'
        f'  <Text name="{TO}" value="$text" saveTextResult="yes"/>\n'
        "</View>\n"
    )
