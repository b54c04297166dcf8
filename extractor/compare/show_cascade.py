"""A cascade for a person: targets by children, duties by children, citations, findings.

Goes in: a cascade, the parent and the children. Comes out: tables that page, workbook and terminal
draw; the first one is wide, with a column for each child.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.compare.cascade import Cascade, DutyReach, Taken, TargetReach
from extractor.compare.phrases import demand
from extractor.compare.show_comparison import KINDS, SEVERITIES, SEVERITY_TONES, quoted
from extractor.compare.tables import Cell, Table, Tone, row
from extractor.plan.model import Plan, Target
from extractor.plan.words import day

_STATES = {
    "taken": "giữ", "stricter": "nâng", "weaker": "hạ", "incomparable": "không so được",
    "dropped": "bỏ", "not_for": "–",
}  # fmt: skip
_TONES: dict[str, Tone] = {
    "taken": "", "stricter": "good", "weaker": "bad", "incomparable": "mute", "dropped": "bad",
    "not_for": "mute",
}  # fmt: skip
REACHES = {
    "all": "mọi nơi nhận", "some": "một số nơi nhận", "none": "không nơi nào nhận",
    "nobody": "không giao cho cấp này",
}  # fmt: skip
_REACH_TONES: dict[str, Tone] = {"all": "", "some": "warn", "none": "bad", "nobody": "mute"}
_CITED = {"right": "dẫn đúng", "wrong": "dẫn sai", "missing": "không dẫn"}
_CITED_TONES: dict[str, Tone] = {"right": "good", "wrong": "bad", "missing": "warn"}
_WRONG = {"number": "số", "date": "ngày"}


def tables(made: Cascade, parent: Plan, children: Sequence[Plan]) -> list[Table]:
    """Findings, targets, duties, citations."""
    return [
        findings_table(made),
        targets_table(made, parent, children),
        duties_table(made, parent),
        citations_table(made, parent, children),
    ]


def summary(made: Cascade) -> str:
    """One line for all: how many targets reach everybody, and what is wrong."""
    whole = sum(one.reach == "all" for one in made.targets)
    asked = sum(one.reach != "nobody" for one in made.targets)
    wrong = sum(one.state == "wrong" for one in made.citations)
    nobody = sum(one.reach == "none" for one in made.duties)
    return (
        f"{len(made.children)} kế hoạch cấp dưới. {whole}/{asked} chỉ tiêu được mọi nơi nhận; "
        f"{len(made.findings)} phát hiện; {wrong} kế hoạch dẫn sai kế hoạch cấp trên; "
        f"{nobody} việc giao xuống không nơi nào nhận."
    )


def findings_table(made: Cascade) -> Table:
    """All findings with their child and both quotes, the worst first."""
    rows = []
    for one in made.findings:
        finding = one.finding
        rows.append(
            row(
                Cell(SEVERITIES[finding.severity], SEVERITY_TONES[finding.severity]),
                made.children[one.child].name,
                KINDS[finding.kind],
                finding.message,
                quoted(finding.a),
                quoted(finding.b),
            )
        )
    return Table(
        "Phát hiện",
        ("Mức", "Kế hoạch", "Loại", "Nội dung", "Câu của cấp trên", "Câu của cấp dưới"),
        tuple(rows),
        empty="Không thấy chỗ nào bỏ, hạ, lùi hay dẫn sai.",
        shares=(1, 2, 2, 5, 4, 4),
    )


def targets_table(made: Cascade, parent: Plan, children: Sequence[Plan]) -> Table:
    """Targets of the parent by children: what each makes of it."""
    of_parent = _by_id(parent)
    of_children = [_by_id(child) for child in children]
    return Table(
        "Chỉ tiêu đến từng nơi",
        ("Nhóm", "Chỉ tiêu của cấp trên", "Mức cấp trên đặt", "Đến", *_names(made)),
        tuple(_target(one, of_parent[one.target], of_children) for one in made.targets),
        empty="Kế hoạch cấp trên không có chỉ tiêu.",
        shares=(2, 5, 2, 2, *(2 for _ in made.children)),
    )


def _target(
    one: TargetReach, target: Target, of_children: Sequence[dict[str, Target]]
) -> tuple[Cell, ...]:
    return row(
        target.group or "",
        target.indicator,
        demand(target),
        _reach(one),
        *(_taken(taken, of_children[taken.child]) for taken in one.children),
    )


def _reach(one: TargetReach) -> Cell:
    asked = [taken for taken in one.children if taken.state != "not_for"]
    held = sum(taken.state != "dropped" for taken in asked)
    count = f" ({held}/{len(asked)})" if asked else ""
    return Cell(REACHES[one.reach] + count, _REACH_TONES[one.reach])


def _taken(taken: Taken, targets: dict[str, Target]) -> Cell:
    if taken.target is None:
        return Cell(_STATES[taken.state], _TONES[taken.state])
    target = targets[taken.target]
    late = taken.by == "later"
    said = f"{_STATES[taken.state]}: {demand(target)}" + (", lùi hạn" if late else "")
    tone = _TONES[taken.state]
    return Cell(said, "warn" if late and tone != "bad" else tone, note=target.source.text)


def duties_table(made: Cascade, parent: Plan) -> Table:
    """Duties that the parent gives to the children's tier, and who takes each up."""
    tasks = {task.id: task for task in parent.assignments}
    rows = []
    for one in made.duties:
        task = tasks[one.assignment]
        told = Cell(REACHES[one.reach], _REACH_TONES[one.reach])
        rows.append(row(told, task.unit, task.task, *_who(made, one)))
    return Table(
        "Việc giao xuống",
        ("Đến", "Giao cho", "Việc", "Nơi nhận", "Nơi không giao ai"),
        tuple(rows),
        empty="Kế hoạch cấp trên không giao việc cho cấp này.",
        shares=(2, 3, 6, 3, 3),
    )


def _who(made: Cascade, one: DutyReach) -> tuple[Cell, Cell]:
    held, dropped = (
        ", ".join(made.children[place].name for place in places)
        for places in (one.taken_by, one.dropped_by)
    )
    return Cell(held), Cell(dropped, "bad" if dropped else "")


def citations_table(made: Cascade, parent: Plan, children: Sequence[Plan]) -> Table:
    """How each child cites the parent among its bases."""
    rows = []
    for one in made.citations:
        bases = {base.id: base for base in children[one.child].legal_bases}
        base = bases.get(one.base or "")
        wrong = ", ".join(_WRONG[name] for name in one.wrong)
        told = _CITED[one.state] + (f" ({wrong})" if wrong else "")
        said = base.source.text if base else ""
        name = made.children[one.child].name
        rows.append(row(Cell(told, _CITED_TONES[one.state]), name, said))
    right = " ngày ".join(filter(None, (parent.document.number, day(parent.document.date))))
    return Table(
        "Dẫn kế hoạch cấp trên",
        ("Kết luận", "Kế hoạch", "Câu dẫn"),
        tuple(rows),
        intro=f"Đúng là: {right}." if right else "",
        shares=(2, 4, 8),
    )


def _names(made: Cascade) -> tuple[str, ...]:
    return tuple(child.name for child in made.children)


def _by_id(plan: Plan) -> dict[str, Target]:
    return {target.id: target for target in plan.targets}
