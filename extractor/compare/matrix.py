"""Indicators by plans: who has which target at which threshold, what is missing, what stands out.

Goes in: plans. Comes out: a `Matrix`: a row for each thing measured, in it a cell for each plan
that has a target for it (milestones of one indicator share a cell), the plans without one where
at least half have one, and cells far from the rest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Literal

from msgspec import Struct, structs

from extractor.compare.align import measures, said_once
from extractor.compare.assign import best_pairs
from extractor.compare.compare import document_of
from extractor.compare.measure import Measure, measure_name
from extractor.compare.model import Document
from extractor.compare.names import distinct_names
from extractor.compare.phrases import demand
from extractor.compare.score import FLOOR, Rarity, likeness
from extractor.lexicon.load import load
from extractor.plan.model import Plan

Mark = Literal["weak", "strong"]
_SERIES = 0.8  # as like as this are milestones of one indicator
_WORDINGS = 4  # how many wordings of a row a new target is held against
_ENOUGH = 4  # plans with a number, before one of them can stand out
_FAR = 3.0  # times the usual distance from the middle
_LEAST: dict[str, float] = {"share": 10.0, "change": 10.0}  # percentage points that are never far
_PART = 0.5  # of the middle, for other kinds of number


class MatrixCell(Struct, frozen=True, kw_only=True):
    """One plan's targets for one row; `value` of the last milestone; `mark` where it stands out."""

    plan: int
    targets: tuple[str, ...]
    demand: str
    value: float
    mark: Mark | None = None


class Row(Struct, frozen=True, kw_only=True):
    """One thing measured; `gaps` are the plans without it, where at least half have it."""

    id: str
    name: str
    topic: str
    unit: str
    measures: tuple[str, ...]
    have: int
    cells: tuple[MatrixCell, ...]
    gaps: tuple[int, ...] = ()


class Matrix(Struct, frozen=True, kw_only=True):
    """Rows by plans; `plan` counts from 0 in the order of `plans`."""

    schema_version: str = "1.0"
    plans: tuple[Document, ...]
    rows: tuple[Row, ...]


@dataclass(slots=True)
class _Open:
    """A row that is still growing: its wordings, and each plan's targets."""

    wordings: list[Measure]
    cells: dict[int, list[Measure]] = field(default_factory=dict)


def matrix(plans: Sequence[Plan]) -> Matrix:
    """All targets of `plans`, a row for each thing measured."""
    names = distinct_names([plan.document for plan in plans])
    listed = [measures(plan, ["target"]) for plan in plans]
    rarity = Rarity(m for measured in listed for m in measured)
    rows: list[_Open] = []
    for place, measured in enumerate(listed):
        once, _ = said_once(measured, rarity)
        _place(place, _series(once, rarity), rows, rarity)
    made = _told_apart(rows, [_row(number, row, len(plans)) for number, row in enumerate(rows)])
    return Matrix(
        plans=tuple(document_of(p.document, n) for p, n in zip(plans, names, strict=True)),
        rows=tuple(sorted(made, key=_rank)),
    )


def _series(listed: Iterable[Measure], rarity: Rarity) -> list[list[Measure]]:
    """Milestones of one indicator together, in the order of their dates."""
    series: list[list[Measure]] = []
    for m in listed:
        for one in series:
            same = m.unit.comparable(one[0].unit) and m.target.subject == one[0].target.subject
            if same and likeness(m, one[0], rarity).score >= _SERIES:
                one.append(m)
                break
        else:
            series.append([m])
    return [sorted(one, key=lambda m: m.target.by or "") for one in series]


def _place(place: int, series: list[list[Measure]], rows: list[_Open], rarity: Rarity) -> None:
    """Put each series of one plan into its row, by the best pairing, or open a row for it."""
    near = _near(rows)
    gains: dict[tuple[int, int], float] = {}
    for number, one in enumerate(series):
        notions = one[0].wording.weights
        for at in {at for notion in notions for at in near.get(notion, ())}:
            score = max(likeness(known, one[0], rarity).score for known in rows[at].wordings)
            if score >= FLOOR:
                gains[number, at] = score - FLOOR + 1e-6
    chosen = dict(best_pairs(gains))
    for number, one in enumerate(series):
        if number in chosen:
            row = rows[chosen[number]]
            texts = {known.wording.text for known in row.wordings}
            if len(row.wordings) < _WORDINGS and one[0].wording.text not in texts:
                row.wordings.append(one[0])
        else:
            row = _Open([one[0]])
            rows.append(row)
        row.cells[place] = one


def _near(rows: Sequence[_Open]) -> dict[str, set[int]]:
    """The rows in which each notion is named."""
    found: dict[str, set[int]] = defaultdict(set)
    for at, row in enumerate(rows):
        for known in row.wordings:
            for notion in known.wording.weights:
                found[notion].add(at)
    return found


def _row(number: int, row: _Open, plans: int) -> Row:
    first = row.wordings[0]
    ids = sorted(frozenset.intersection(*(m.ids for m in row.wordings)))
    marks = _marks(row)
    gaps = [place for place in range(plans) if place not in row.cells]
    return Row(
        id=f"R{number + 1}",
        name=" · ".join(measure_name(ident) for ident in ids) or first.target.indicator,
        topic=_topic(ids, len(row.cells)),
        unit="%" if first.target.unit == "percent" else first.target.unit,
        measures=tuple(ids),
        have=len(row.cells),
        cells=tuple(
            _cell(place, one, marks.get(place)) for place, one in sorted(row.cells.items())
        ),
        gaps=tuple(gaps) if len(row.cells) > 1 and 2 * len(row.cells) >= plans else (),
    )


def _told_apart(rows: Sequence[_Open], made: Sequence[Row]) -> list[Row]:
    """Rows of one name say what sets them apart: of each whom, in other words, in which unit."""
    told = list(made)
    for tell in (_subject, _wording, _unit, _number):
        shared = {name for name, count in Counter(row.name for row in told).items() if count > 1}
        told = [
            structs.replace(row, name=f"{row.name} ({mark})")
            if row.name in shared and (mark := tell(of, row))
            else row
            for of, row in zip(rows, told, strict=True)
        ]
    return told


def _subject(of: _Open, _: Row) -> str:
    return of.wordings[0].target.subject or ""


def _wording(of: _Open, row: Row) -> str:
    written = of.wordings[0].target.indicator
    return "" if written == row.name else written


def _unit(_: _Open, row: Row) -> str:
    return row.unit


def _number(_: _Open, row: Row) -> str:
    return row.id


def _cell(place: int, series: Sequence[Measure], mark: Mark | None) -> MatrixCell:
    return MatrixCell(
        plan=place,
        targets=tuple(m.target.id for m in series),
        demand="; ".join(demand(m.target) for m in series),
        value=series[-1].target.value,
        mark=mark,
    )


def _marks(row: _Open) -> dict[int, Mark]:
    """The plans whose number is far from the middle of the row, and to which side."""
    first = row.wordings[0]
    lasts = {
        place: one[-1]
        for place, one in row.cells.items()
        if one[-1].unit.comparable(first.unit) and not one[-1].zero
    }
    if len(lasts) < _ENOUGH:
        return {}
    values = {place: m.target.value * m.unit.scale for place, m in lasts.items()}
    middle = median(values.values())
    usual = median(abs(value - middle) for value in values.values())
    least = _LEAST.get(first.unit.kind, _PART * abs(middle))
    far = max(_FAR * usual, least)
    return {
        place: _side(value > middle, lasts[place])
        for place, value in values.items()
        if abs(value - middle) > far
    }


def _side(above: bool, m: Measure) -> Mark:
    return "strong" if above == (m.better == "more") else "weak"


TOPICS = {
    "index": "Chỉ số đánh giá",
    "files": "Giải quyết thủ tục hành chính",
    "online": "Dịch vụ công trực tuyến",
    "data": "Số hóa, dữ liệu, văn bản điện tử",
    "society": "Kinh tế số, xã hội số",
    "economy": "Kinh tế, xã hội, xây dựng Đảng",
    "other": "Chỉ tiêu khác của nhiều kế hoạch",
    "single": "Chỉ tiêu chỉ có ở một kế hoạch",
}


def _topic(ids: Sequence[str], have: int) -> str:
    if ids:
        return load("measures").by_id[ids[0]].word("topic")
    return "other" if have > 1 else "single"


def _rank(row: Row) -> tuple[int, int, str]:
    return list(TOPICS).index(row.topic), -row.have, row.name
