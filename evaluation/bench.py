"""How long a plan takes: `python -m evaluation.bench`, milliseconds a stage for one long plan.

In: the sample plans, joined to one Word file of 14,000 characters. Out: a table of medians, from
the document already read to its JSON, and each as a share of the time that python-docx takes to
open the same file: a machine's speed and load fall out of that ratio, measured turn by turn in
one run.
"""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from typing import Any

import docx

from corpus.layout import Numbering
from corpus.render import HERE, names
from corpus.render_docx import render_docx
from corpus.source import Source, load, sheet
from extractor import pipeline
from extractor.document.model import Document
from extractor.fields.assemble import read_fields
from extractor.fields.context import Reading
from extractor.outline.tree import build
from extractor.plan.codec import to_json, to_record
from extractor.plan.ids import with_ids
from extractor.plan.validate import ensure
from extractor.recognise.mentions import recognise

BODY = 13_000  # with letterhead and foot about 14,000
ROUNDS = 15
OPEN = "python-docx opens it"
WHOLE = "document → record"

Stage = tuple[str, Callable[[], object]]


def long_plan(body: int = BODY) -> bytes:
    """A Word file with `body` characters of text: a sample plan and the bodies of others."""
    sources = [load(HERE / name / "source.yml") for name in names()]
    first, others = sources[0], [*sources[1:], *sources]
    lines = [*first.body.splitlines(), *(line for other in others for line in _plain_lines(other))]
    totals = accumulate(len(line) + 1 for line in lines)
    kept = [line for line, total in zip(lines, totals, strict=True) if total <= body]
    # Lists of several plans do not count on, so their numbers are printed, not Word's.
    whole = replace(first, body="\n".join(kept), numbering=Numbering.PRINTED)
    return render_docx(sheet(whole))


def _plain_lines(source: Source) -> list[str]:
    # A table belongs to the source that names it.
    return [line for line in source.body.splitlines() if not line.strip().startswith("[[")]


def stages(data: bytes, document: Document) -> list[Stage]:
    """What is timed: each stage alone on the result of the one before, then the whole."""
    outline, mentions = build(document), recognise(document.text)
    reading = Reading(document, outline, mentions)
    facts = read_fields(reading)
    plan = pipeline.extract(document)
    record = to_record(plan)
    return [
        (OPEN, lambda: docx.Document(io.BytesIO(data))),
        ("(read .docx)", lambda: pipeline.read(data)),
        ("outline", lambda: build(document)),
        ("recognise", lambda: recognise(document.text)),
        ("fields", lambda: read_fields(reading)),
        ("ids", lambda: with_ids(facts)),
        ("check", lambda: ensure(record)),
        ("JSON", lambda: to_json(plan)),
        (WHOLE, lambda: to_json(pipeline.extract(document))),
    ]


def medians(timed: list[Stage], rounds: int = ROUNDS) -> dict[str, float]:
    """Milliseconds of each stage, the median of `rounds` turns in which every stage ran once."""
    taken: dict[str, list[float]] = {name: [] for name, _ in timed}
    for _ in range(rounds):
        for name, run in timed:
            begun = time.perf_counter()
            run()
            taken[name].append((time.perf_counter() - begun) * 1000)
    return {name: statistics.median(times) for name, times in taken.items()}


def main() -> None:
    """Print the table."""
    data = long_plan()
    document = pipeline.read(data)
    plan = pipeline.extract(document)
    facts: Any = (plan.legal_bases, plan.citations, plan.targets, plan.time_windows,
                  plan.responsible_units, plan.assignments)  # fmt: skip
    print(f"{len(document.text):,} characters, {sum(map(len, facts))} facts, {ROUNDS} rounds\n")
    figures = medians(stages(data, document))
    for name, value in figures.items():
        print(f"{name:<22}{value:9.1f} ms{value / figures[OPEN]:9.2f} ×")


if __name__ == "__main__":
    main()
