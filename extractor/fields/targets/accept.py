"""Which numbers are targets: a commitment, and no figure already reached, no budget, no description.

Source: the contract, section targets ("What counts"). Outside sections of targets a number counts only
with a sign of commitment: a comparator, a share of a whole, a word of aiming or of making.
"""

from __future__ import annotations

import re

from extractor.document.locate import block_at
from extractor.fields.context import Reading
from extractor.fields.targets.clause import Clause
from extractor.fields.targets.scope import Scope
from extractor.outline.model import Topic
from extractor.recognise.model import Quantity
from extractor.span import Span
from extractor.view import view

_KINDS = ("percent", "count", "measure", "money")
_REPORTED = re.compile(
    r"(?<!\w)(?:đã (?:đạt|hoàn thành|thực hiện|tổ chức|giải quyết|tiếp nhận|triển khai|có)(?= (?:được |trên |hơn |khoảng )?\d)|"
    r"so với (?:cùng kỳ|năm trước)|tính đến (?:nay|ngày|tháng)|hiện nay|hiện có|trong những năm qua|thời gian qua|ước (?:đạt|thực hiện)|^\W*dự báo)(?!\w)|×"
)
_AIM = re.compile(
    r"(?<!\w)(?:phấn đấu|phần đấu|bảo đảm|đảm bảo|mục tiêu|chỉ tiêu|tối thiểu|ít nhất|mỗi|từng|rút ngắn|cắt giảm|số hóa|nâng|giảm|tăng|duy trì)(?!\w)"
)
_REACHES = re.compile(
    r"(?<!\w)(?:đạt|chiếm|lên|còn|xuống|tăng|giảm|bình quân|là|có|đạt tỷ lệ|đạt mức|dưới|trên)\W*$"
)
_MAKES = re.compile(
    r"(?<!\w)(?:tổ chức|thành lập|hình thành|xây dựng|mở|thực hiện|phát triển|đào tạo|tập huấn|kết nạp|trồng|xây mới|đạt|làm mới|trồng mới|bố trí|cử|duy trì|lắp đặt|hướng dẫn|vận động|giới thiệu)(?: (?:được|mới|thêm|ít nhất))?\W*$"
)
_MONEY_RESULT = re.compile(
    r"(?<!\w)(?:kim ngạch|doanh thu|thu ngân sách|giá trị|thu nhập|vốn thu hút|thu hút|tổng sản phẩm|grdp|doanh số|tổng thu|thu nội địa)(?!\w)"
)
_GIVES = re.compile(r"(?<!\w)(?:tặng|khen|thưởng|giấy khen|bằng khen|số lượng)(?!\w)")
_QUOTA_UNITS = re.compile(
    r"^(?:tập thể|cá nhân|giấy khen|bằng khen|cờ|phần quà|giải|suất|trường hợp)(?!\w)",
    re.IGNORECASE,
)
_NEVER_UNITS = re.compile(
    r"^(?:tuổi|điểm$|đồng chí|năm|tháng|trang|khoản|điều(?! dưỡng)|ủy viên|nhiệm kỳ|khóa|sao)(?!\w)",
    re.IGNORECASE,
)
_TIME_UNITS = re.compile(r"^(?:ngày|giờ|phút|tuần)(?!\w)", re.IGNORECASE)
_NO_UNIT = re.compile(
    r"^(?:vào|trong|đến|và|của|tại|cho|với|trên|để|là|theo|về)(?!\w)", re.IGNORECASE
)
_DESCRIBES = re.compile(r"(?<!\w)(?:có|nhóm|từ|quy mô|gồm|những nơi)\W*$")
_IDLE_UNITS = re.compile(
    r"^(?:bộ(?! dữ liệu| chỉ số| tiêu chí| tài liệu)|bản|người|nội dung|nhóm|mục|phần|cấp|bước|loại|phụ lục|lĩnh vực|"
    r"đại biểu|đầu|nhiệm vụ|chỉ tiêu|tiêu chí|giai đoạn|văn bản|thành viên|cán bộ|công chức|dự án|tỉnh|huyện|xã|phường)(?!\w)",
    re.IGNORECASE,
)
_BUDGET = re.compile(
    r"(?<!\w)(?:tổng vốn|vốn đầu tư|vốn ngân sách|vốn ngoài ngân sách|kinh phí|thuế suất|dự toán|định mức|mức chi|lãi suất|chi đầu tư)(?!\w)"
)
_CLOSED_TOPICS = (Topic.FUNDING, Topic.BASES)
_TITLE_WORDS = 5
_WHOLE_CONTENT = 12  # characters besides number and unit in a content that says nothing else


def reported(sentence: str, scope: Scope) -> bool:
    """Whether a sentence tells of what has been reached, not of what is to be."""
    return scope.past or _REPORTED.search(view(sentence)) is not None


def eligible(quantity: Quantity) -> bool:
    """Whether a number can be a target at all, by its kind and unit: ages and marks never are."""
    if quantity.kind not in _KINDS:
        return False
    unit = quantity.unit or ""
    if quantity.kind == "percent":
        return True
    if _TIME_UNITS.match(unit) and quantity.operator == "eq":
        return False
    return not (_NEVER_UNITS.match(unit) or _NO_UNIT.match(unit))


def spelled_out(text: str, quantity: Quantity) -> bool:
    """Whether a number stands in words alone ("một hồ sơ"): no commitment unless each has it."""
    return not any(map(str.isdigit, quantity.core.of(text)))


def acceptable(reading: Reading, clause: Clause, sentence: Span, scope: Scope) -> bool:
    """Whether the number of a clause is a commitment in its scope."""
    kind = clause.quantity.kind
    if scope.topic in _CLOSED_TOPICS:
        return False
    if kind == "percent":
        return _percent(reading, clause, sentence, scope)
    if kind == "money":
        return (
            scope.context == "target"
            and _MONEY_RESULT.search(view(reading.slice(clause.before))) is not None
        )
    return _count(reading, clause, scope)


def _percent(reading: Reading, clause: Clause, sentence: Span, scope: Scope) -> bool:
    if scope.context == "target":
        return True
    before, after = view(reading.slice(clause.before)), reading.slice(clause.after)
    if _BUDGET.search(f"{before} {view(after)}"):
        return False
    named = after[:1].isspace() and after.strip()[:1].isalpha()
    if not named and clause.quantity.operator == "eq" and not _REACHES.search(before):
        return False
    if scope.topic in (Topic.PURPOSE, Topic.SUBJECTS):
        return (
            _AIM.search(view(reading.slice(sentence))) is not None
            or _REACHES.search(before) is not None
        )
    return True


def _count(reading: Reading, clause: Clause, scope: Scope) -> bool:
    quantity = clause.quantity
    unit = quantity.unit or ""
    if not unit or _QUOTA_UNITS.match(unit):
        return False
    bounded = quantity.operator != "eq"
    before = view(reading.slice(clause.before))
    if spelled_out(reading.text, quantity) and quantity.operator not in ("ge", "le"):
        return not bounded and _each_has(before) and scope.context != "award"
    if scope.context == "award" and (
        not before.strip(" -+–,") or _GIVES.search(f"{before} {view(scope.group or '')}")
    ):
        return False
    if scope.topic is Topic.SUBJECTS and not (
        bounded and _AIM.search(before + view(reading.slice(quantity.span)))
    ):
        return _each_has(before)
    if scope.context == "target":
        return _aimed_count(quantity, unit, before, bounded)
    if (bounded and quantity.operator in ("gt", "lt")) or quantity.rule == "and-up":
        return _AIM.search(before) is not None and not _DESCRIBES.search(before)
    if bounded:
        return True
    if _IDLE_UNITS.match(unit):
        return False
    if quantity.kind == "measure":
        return _AIM.search(before) is not None or before.rstrip().endswith("đạt")
    return _says_only(reading, clause) or _each_has(before) or _MAKES.search(before) is not None


def _aimed_count(quantity: Quantity, unit: str, before: str, bounded: bool) -> bool:
    """In a section of targets a count needs no sign of its own, a measure and an idle noun do."""
    if bounded:
        return not (
            quantity.operator in ("gt", "lt")
            and _DESCRIBES.search(before)
            and not _AIM.search(before)
        )
    if quantity.kind == "measure":
        return bool(_REACHES.search(before) or _MAKES.search(before) or not before.strip(" -+–"))
    return not _IDLE_UNITS.match(unit) or _MAKES.search(before) is not None


def _each_has(before: str) -> bool:
    """ "Mỗi người dân có một …": a number for each of a population."""
    return (
        re.search(
            r"(?<!\w)(?:mỗi|từng) [^,;]{2,60} (?:có|đạt|xây dựng|thực hiện|được bố trí|bố trí|duy trì|cử|đăng ký|giới thiệu|được cấp)$",
            before.strip(),
        )
        is not None
    )


def _says_only(reading: Reading, clause: Clause) -> bool:
    """Whether number and unit are all that a clause behind its title says ("Cụm thi đua các xã: 01 cụm")."""
    block = block_at(reading.document, clause.whole.start)
    title = reading.text[block.start : clause.whole.start]
    if len(title.split()) < _TITLE_WORDS:
        return False
    rest = len(clause.whole) - len(clause.quantity.span) - len(clause.quantity.unit or "")
    return not reading.slice(clause.before).strip() and rest <= _WHOLE_CONTENT
