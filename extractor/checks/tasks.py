"""Who does what: a lead who is the partner too, a task with two leads or none.

"Sở Nội vụ chủ trì, phối hợp với Sở Nội vụ …" gives `lead-as-partner`; the same sentence under two
leads `task-two-leads`; "Cơ quan chủ trì: ……" `lead-blank`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from extractor.checks.model import Found, Rule
from extractor.checks.paper import Line, Paper
from extractor.plan.model import Assignment
from extractor.text import folded
from extractor.view import view

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 7  # shorter tasks ("thực hiện nhiệm vụ được giao") are anybody's
_EACH_HIS_OWN = re.compile(
    r"được (?:phân công|giao)|phân công tại|lĩnh vực|chức năng|thẩm quyền|phạm vi|phụ trách"
    r"|ngành mình|đơn vị mình|địa phương mình|địa bàn quản lý|kế hoạch này"
    r"|(?:thực hiện|triển khai)(?: có hiệu quả| tốt| nghiêm túc)? (?:các (?:nội dung|nhiệm vụ|giải"
    r" pháp|chỉ tiêu)|kế hoạch)"
)
_LEAD_LABEL = re.compile(
    r"^\W*(?:đơn vị|cơ quan|bộ phận)?\s*(?:chủ trì|đầu mối)(?: thực hiện)?\s*:[\s.…_;-]*$"
)
_LEAD_WITH = re.compile(r"^(?P<name>.{4,80}?) (?:chủ trì|là (?:cơ quan )?đầu mối)\b")
_DOTS = re.compile(r"…|\.{3,}|_{3,}")
_NEXT_LABEL = re.compile(
    r"^\W*(?:đơn vị |cơ quan )?(?:phối hợp|thời gian|sản phẩm|kinh phí|hoàn thành)[^:]{0,20}:"
)
_GIVEN = re.compile(r"giao\s*[.…_]{3,}\s*chủ trì")
_HEADED = re.compile(r"^\W*(?:\d{1,2}[.)]|[ivx]{1,5}[.)]|[a-zđ]\))")


def _lead_as_partner(paper: Paper) -> Iterator[Found]:
    for task in paper.plan.assignments:
        if task.role == "lead" and folded(task.unit) in {folded(one) for one in task.partners}:
            message = f"“{task.unit}” vừa chủ trì vừa phối hợp trong một việc."
            yield Found(message, task.source)


def _two_leads(paper: Paper) -> Iterator[Found]:
    first: dict[str, Assignment] = {}
    for task in paper.plan.assignments:
        if task.role != "lead":
            continue
        for words in _led(task):
            earlier = first.setdefault(" ".join(words), task)
            if folded(earlier.unit) != folded(task.unit):
                message = f"Một việc giao hai nơi chủ trì: “{earlier.unit}” và “{task.unit}”."
                yield Found(message, task.source)
                break


def _led(task: Assignment) -> Iterator[list[str]]:
    """What the unit leads, in words: the whole sentence, and its first clause."""
    if _EACH_HIS_OWN.search(view(task.task)):
        return
    text = _without(folded(task.task), folded(task.unit))
    for part in dict.fromkeys((text, text.partition(";")[0])):
        words = _WORD.findall(part)
        if len(words) >= _FEWEST_WORDS:
            yield words


def _without(text: str, name: str) -> str:
    """A task without its subject, whoever that is."""
    text = text.replace(name, " ", 1)
    found = _LEAD_WITH.match(text)
    return text[found.end("name") :] if found else text


def _lead_blank(paper: Paper) -> Iterator[Found]:
    if paper.is_scan:
        return
    for line, behind in zip_longest(paper.lines, paper.lines[1:]):
        label = _LEAD_LABEL.match(view(line.text)) if len(line.text) < 80 else None
        blank = label and (_DOTS.search(line.text) or behind is None or _is_next_part(behind))
        if blank or _GIVEN.search(view(line.text)):
            yield Found("Việc chưa có cơ quan chủ trì.", paper.source(line.start, line.end))


def _is_next_part(line: Line) -> bool:
    """Whether a line is the next label of the same task, or the next task."""
    text = view(line.text)
    return bool(_HEADED.match(text) or _NEXT_LABEL.match(text))


RULES = (
    Rule(
        "lead-as-partner", "warning", "Đơn vị vừa chủ trì vừa phối hợp một việc",
        "Chủ trì và phối hợp là hai vai của hai đơn vị",
        "Bỏ tên đơn vị chủ trì khỏi danh sách phối hợp.", _lead_as_partner,
    ),
    Rule(
        "task-two-leads", "warning", "Một việc hai nơi chủ trì",
        "Mỗi việc một cơ quan chủ trì, chịu trách nhiệm chính",
        "Chọn một cơ quan chủ trì, cơ quan kia phối hợp.", _two_leads,
    ),
    Rule(
        "lead-blank", "error", "Việc chưa có cơ quan chủ trì", "Mỗi việc phải có người làm",
        "Điền cơ quan chủ trì.", _lead_blank,
    ),
)  # fmt: skip
