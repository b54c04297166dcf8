"""Which numbers are targets: a commitment, and no figure already reached, no budget, no description.

Source: the contract, section targets ("What counts"). Outside sections of targets a number counts only
with a sign of commitment: a comparator, a share of a whole, a word of aiming.
"""

from __future__ import annotations

import re

from extractor.fields.context import Reading
from extractor.fields.targets.clause import Clause
from extractor.fields.targets.scope import Scope
from extractor.outline.model import Topic
from extractor.span import Span
from extractor.view import view

_REPORTED = re.compile(
    r"(?<!\w)(?:đã (?:đạt|có|được|hoàn thành|thực hiện|tổ chức|giải quyết|tiếp nhận)|so với (?:cùng kỳ|năm trước)|tính đến (?:nay|ngày|tháng)|"
    r"hiện nay|hiện có|trong những năm qua|thời gian qua|ước (?:đạt|thực hiện))(?!\w)"
)
_AIM = re.compile(
    r"(?<!\w)(?:phấn đấu|phần đấu|bảo đảm|đảm bảo|mục tiêu|chỉ tiêu|tối thiểu|ít nhất|mỗi|đạt|rút ngắn|cắt giảm|số hóa|nâng|giảm|tăng|duy trì|hoàn thành|hình thành|từng)(?!\w)"
)
_MONEY_RESULT = re.compile(r"(?<!\w)(?:kim ngạch|doanh thu|thu ngân sách|giá trị|thu nhập|vốn thu hút|thu hút|tổng sản phẩm|grdp|doanh số|thu)(?!\w)")
_DESCRIBES = re.compile(r"(?:(?<!\w)(?:có|từ|đủ|trên|dưới|gồm|thuộc|với)\s*$)")
_QUOTA_UNITS = re.compile(r"^(?:tập thể|cá nhân|giấy khen|bằng khen|cờ|hộ|phần quà|giải|suất)", re.IGNORECASE)
_IDLE_UNITS = re.compile(
    r"^(?:bộ(?! dữ liệu| chỉ số| tiêu chí| tài liệu)|bản|người(?! dân)|đồng chí|nội dung|nhóm|mục|phần|cấp|bước|điểm|đồng|năm|tháng|tuần|tuổi|loại|thành viên|phụ lục|giờ|phút|lĩnh vực|"
    r"đại biểu|trang|khoản|điều|đầu|nhiệm vụ|chỉ tiêu|tiêu chí|giai đoạn|văn bản|ủy viên)(?!\w)",
    re.IGNORECASE,
)
_CLOSED_TOPICS = (Topic.FUNDING, Topic.BASES, Topic.SUBJECTS)


def reported(sentence: str, scope: Scope) -> bool:
    """Whether a sentence tells of what has been reached, not of what is to be."""
    return scope.past or _REPORTED.search(view(sentence)) is not None


def acceptable(reading: Reading, clause: Clause, sentence: Span, scope: Scope) -> bool:
    """Whether the number of a clause is a commitment in its scope."""
    kind = clause.quantity.kind
    if scope.topic in _CLOSED_TOPICS:
        return False
    if kind == "percent":
        return _percent(reading, clause, sentence, scope)
    if kind == "money":
        return scope.context == "target" and _MONEY_RESULT.search(view(reading.slice(clause.before))) is not None
    return _count(reading, clause, scope)


def _percent(reading: Reading, clause: Clause, sentence: Span, scope: Scope) -> bool:
    if scope.context == "target" or scope.context == "award":
        return True
    if scope.topic is Topic.PURPOSE:
        return _AIM.search(view(reading.slice(sentence))) is not None
    return True


def _count(reading: Reading, clause: Clause, scope: Scope) -> bool:
    quantity = clause.quantity
    unit = quantity.unit or ""
    if not unit or _QUOTA_UNITS.match(unit):
        return False
    bounded = quantity.operator != "eq"
    if _IDLE_UNITS.match(unit) and not bounded:
        return False
    before = view(reading.slice(clause.before))
    if scope.context == "target":
        return bounded or _AIM.search(before) is not None or not before.strip(" ,-+")
    return bounded and (_AIM.search(before + " " + view(reading.slice(quantity.span))) is not None)
