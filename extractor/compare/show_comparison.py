"""A comparison as tables for a person: findings first, then targets, times, bases, units, awards.

Goes in: the comparison and the two plans it was made of. Comes out: tables; in that of the targets
a row for each pair, then for what stands in one plan alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.compare.model import Comparison, Finding, Place, Run, TargetPair
from extractor.compare.phrases import demand
from extractor.compare.tables import Cell, Table, Tone, row
from extractor.plan.model import Plan, Target
from extractor.plan.words import day

VERDICTS = {
    "same": "như nhau", "stricter": "chặt hơn", "weaker": "nhẹ hơn",
    "incomparable": "không so được",
}  # fmt: skip
ORDERS = {"same": "cùng hạn", "earlier": "sớm hơn", "later": "lùi hạn", None: ""}
SEVERITIES = {"high": "nặng", "medium": "vừa", "low": "nhẹ"}
KINDS = {
    "target_dropped": "Bỏ chỉ tiêu",
    "target_weaker": "Hạ chỉ tiêu",
    "target_later": "Lùi hạn",
    "target_incomparable": "Không so được",
    "duty_dropped": "Bỏ việc được giao",
    "parent_miscited": "Dẫn sai kế hoạch cấp trên",
    "base_differs": "Căn cứ ghi khác nhau",
    "issued_before": "Ban hành trước",
    "run_leaves": "Ra ngoài thời gian",
}
SEVERITY_TONES: dict[str, Tone] = {"high": "bad", "medium": "warn", "low": "mute"}
_VERDICT_TONES: dict[str, Tone] = {
    "same": "", "stricter": "good", "weaker": "bad", "incomparable": "mute",
}  # fmt: skip
_RUNS = {"same": "trùng nhau", "inside": "nằm trong", "leaves": "ra ngoài", None: "không so được"}


def tables(comparison: Comparison, a: Plan, b: Plan) -> list[Table]:
    """All tables of one comparison."""
    return [
        findings_table(comparison),
        targets_table(comparison, a, b),
        _tasks_table(comparison, a, b),
        _time_table(comparison),
        _bases_table(comparison, a, b),
        _units_table(comparison, a, b),
        _awards_table(comparison),
    ]


def findings_table(comparison: Comparison) -> Table:
    """The findings with both quotes."""
    return Table(
        "Phát hiện",
        ("Mức", "Loại", "Nội dung", comparison.a.name, comparison.b.name),
        tuple(_finding(finding) for finding in comparison.findings),
        empty="Không thấy chỗ nào bỏ, hạ, lùi hay dẫn sai.",
        shares=(1, 2, 5, 4, 4),
    )


def _finding(finding: Finding) -> tuple[Cell, ...]:
    return row(
        Cell(SEVERITIES[finding.severity], SEVERITY_TONES[finding.severity]),
        KINDS[finding.kind],
        finding.message,
        quoted(finding.a),
        quoted(finding.b),
    )


def quoted(place: Place | None) -> str:
    """A quote with where it stands: `“đạt 90%” (trang 3)`."""
    if place is None:
        return ""
    page = f" (trang {place.page})" if place.page else ""
    return f"“{place.quote}”{page}"


def targets_table(comparison: Comparison, a: Plan, b: Plan) -> Table:
    """Pairs, then what only a, then what only b has."""
    of_a, of_b = _by_id(a), _by_id(b)
    targets = comparison.targets
    apart = set(targets.not_for_b)
    rows = [_pair(pair, of_a[pair.a], of_b[pair.b]) for pair in targets.pairs]
    for ident in targets.only_a:
        target = of_a[ident]
        told = Cell("giao cấp khác", "mute") if ident in apart else Cell("B không có", "bad")
        rows.append(row(told, target.indicator, demand(target), "", "", target.source.text, "", ""))
    for ident in targets.only_b:
        target = of_b[ident]
        told = Cell("chỉ B có", "mute")
        rows.append(row(told, target.indicator, "", demand(target), "", "", target.source.text, ""))
    return Table(
        "Chỉ tiêu",
        ("Kết luận", "Chỉ tiêu", "A đặt", "B đặt", "Thời hạn", "Câu của A", "Câu của B", "Lý do"),
        tuple(rows),
        intro=f"A là {comparison.a.name}; B là {comparison.b.name}." + _repeated(comparison),
        shares=(2, 5, 3, 3, 2, 5, 5, 5),
    )


def _repeated(comparison: Comparison) -> str:
    count = len(comparison.targets.repeated_a), len(comparison.targets.repeated_b)
    if not any(count):
        return ""
    return f" Chỉ tiêu nhắc lại không so lần nữa: A {count[0]}, B {count[1]}."


def _pair(pair: TargetPair, a: Target, b: Target) -> tuple[Cell, ...]:
    later: Tone = "warn" if pair.by == "later" else ""
    return row(
        Cell(VERDICTS[pair.verdict], _VERDICT_TONES[pair.verdict]),
        a.indicator,
        demand(a),
        Cell(demand(b), "bad" if pair.verdict == "weaker" else ""),
        Cell(ORDERS[pair.by], later),
        a.source.text,
        b.source.text,
        pair.reason,
    )


def _tasks_table(comparison: Comparison, a: Plan, b: Plan) -> Table:
    of_a, of_b = _by_id(a), _by_id(b)
    rows = (_pair(pair, of_a[pair.a], of_b[pair.b]) for pair in comparison.targets.tasks.pairs)
    return Table(
        "Số đo trong nhiệm vụ",
        ("Kết luận", "Việc", "A đặt", "B đặt", "Thời hạn", "Câu của A", "Câu của B", "Lý do"),
        tuple(rows),
        empty="Không có số đo chung nào trong nhiệm vụ.",
        shares=(2, 5, 3, 3, 2, 5, 5, 5),
    )


def _time_table(comparison: Comparison) -> Table:
    time = comparison.time
    tone: Tone = "warn" if time.verdict == "leaves" else ""
    issued: Tone = "bad" if time.issued == "earlier" else ""
    return Table(
        "Thời gian",
        ("Việc", comparison.a.name, comparison.b.name, "Kết luận"),
        (
            row("Ngày ban hành", day(comparison.a.date), day(comparison.b.date),
                Cell({"earlier": "B trước A", "later": "B sau A", "same": "cùng ngày", None: ""}[
                    time.issued], issued)),
            row("Thời gian thực hiện", _run(time.a), _run(time.b), Cell(_RUNS[time.verdict], tone)),
        ),
        shares=(2, 4, 4, 2),
    )  # fmt: skip


def _run(run: Run | None) -> str:
    if run is None:
        return "không nêu"
    return f"{day(run.start) or '…'} – {day(run.end) or '…'}"


def _bases_table(comparison: Comparison, a: Plan, b: Plan) -> Table:
    of_a, of_b = ({base.id: base for base in plan.legal_bases} for plan in (a, b))
    bases = comparison.legal_bases
    rows = []
    for pair in bases.shared:
        told = Cell("ghi khác nhau", "warn") if pair.differs else Cell("cả hai dẫn")
        rows.append(row(told, of_a[pair.a].source.text, of_b[pair.b].source.text))
    rows += [row(Cell("chỉ A dẫn", "mute"), of_a[i].source.text, "") for i in bases.only_a]
    for ident in bases.only_b:
        told = Cell("chính là A") if ident == bases.parent else Cell("chỉ B dẫn", "mute")
        rows.append(row(told, "", of_b[ident].source.text))
    return Table(
        "Căn cứ",
        ("Kết luận", comparison.a.name, comparison.b.name),
        tuple(rows),
        shares=(2, 6, 6),
    )


def _units_table(comparison: Comparison, a: Plan, b: Plan) -> Table:
    of_a, of_b = ({unit.id: unit.name for unit in plan.responsible_units} for plan in (a, b))
    units = comparison.units
    rows = [row("cả hai giao việc", of_a[p.a], of_b[p.b]) for p in units.shared]
    rows += [row(Cell("chỉ A", "mute"), of_a[i], "") for i in units.only_a]
    rows += [row(Cell("chỉ B", "mute"), "", of_b[i]) for i in units.only_b]
    return Table(
        "Đơn vị", ("Kết luận", comparison.a.name, comparison.b.name), tuple(rows), shares=(2, 6, 6)
    )


def _awards_table(comparison: Comparison) -> Table:
    return Table(
        "Khen thưởng",
        ("Mục", comparison.a.name, comparison.b.name),
        tuple(_award_rows(comparison)),
        shares=(2, 6, 6),
    )


def _award_rows(comparison: Comparison) -> Iterator[tuple[Cell, ...]]:
    a, b = comparison.awards.a, comparison.awards.b
    for name, left, right in (
        ("Hình thức", ", ".join(a.forms), ", ".join(b.forms)),
        ("Số lượng", "; ".join(a.quotas), "; ".join(b.quotas)),
        ("Kinh phí", a.funding, b.funding),
    ):
        if left or right:
            yield row(name, left or "không nêu", right or "không nêu")


def _by_id(plan: Plan) -> dict[str, Target]:
    return {target.id: target for target in plan.targets}
