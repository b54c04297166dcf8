"""Subjects to export: the sample plan, one with a run and reports, and a hostile one."""

from __future__ import annotations

import hashlib
from typing import Any

from msgspec import structs

from extractor.campaign.build import campaign_of
from extractor.export.model import Subject
from extractor.plan.ids import with_ids
from extractor.plan.model import Plan, Source
from tests.campaign.made import window
from tests.sample_plan import make_plan, source

HOSTILE = [
    '=HYPERLINK("http://a.invalid";"x")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "-2+3",
    "\t=1+1",
    "#REF!",
    "</p><script>alert(1)</script>",
    '\' onmouseover="x"',
    "BEGIN:VEVENT\r\nUID:evil",
    "rung\x07chuông\x00",
    "😀 cười",
]


def subject(plan: Plan | None = None, **changes: Any) -> Subject:
    made = with_ids(structs.replace(plan or make_plan(), **changes))
    return Subject(made, campaign_of(made))


def with_run(**changes: Any) -> Subject:
    """The sample plan with a run of the year, a quarterly report and a task that is due."""
    facts = make_plan()
    report = source("tổng hợp báo cáo trước ngày 15 tháng 12")
    task = structs.replace(
        facts.assignments[0], source=source("Văn phòng UBND xã chủ trì, phối hợp với Công an xã "
                                            "tổng hợp báo cáo trước ngày 15 tháng 12"),
        due="2026-12-15",
    )  # fmt: skip
    windows = (
        window("campaign", start="2026", end="2026", source=source("năm 2026")),
        window("report", label="báo cáo", every="quarter", due_day=5,
               due_month="last_of_quarter", source=report),
        window("milestone", label="Sơ kết", end="2026-07", source=source("Phú Lạc, ngày 06")),
    )  # fmt: skip
    return subject(facts, **{"assignments": (task,), "time_windows": windows, **changes})


def hostile() -> Subject:
    """A plan whose text is all that a document could try."""
    text = "\n".join(HOSTILE)
    facts = make_plan()
    targets = []
    for line in HOSTILE:
        start = text.index(line)
        place = Source(start=start, end=start + len(line), text=line)
        targets.append(
            structs.replace(facts.targets[0], source=place, indicator=line, group=line, unit=line)
        )
    task = structs.replace(
        facts.assignments[0], task=HOSTILE[0], unit=HOSTILE[6], partners=(), due="2026-05-01",
        source=targets[0].source, deliverable=HOSTILE[8],
    )  # fmt: skip
    document = structs.replace(facts.document, title=HOSTILE[6], theme=HOSTILE[0], evidence={})
    return subject(
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        document=document,
        targets=tuple(targets),
        assignments=(task,),
        legal_bases=(),
        citations=(),
        time_windows=(),
        responsible_units=(),
        awards=structs.replace(facts.awards, quotas=(), forms=(), criteria=()),
        warnings=(structs.replace(facts.warnings[0], message=HOSTILE[6], source=None),),
    )
