"""The foot: closing mark, recipients, the copy that is kept, the signer's name.

A plan whose recipients are all named one by one and leave out a body that it gives work gives
`unit-not-recipient`; "Các phòng, ban" or "Như mục IV" among them covers everybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.head import FORM
from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.text import folded
from extractor.view import view

_CLOSED = re.compile(r"\. ?/ ?\.|\. ?/ *$|/\.", re.MULTILINE)
_BEHIND = 500  # characters before the foot in which the mark stands
_KEPT = re.compile(r"\blưu\b")
_KEPT_PLAIN = re.compile(r"\blưu *:")
_EVERYBODY = re.compile(
    r"^(?:các|những|như|mục|toàn|thành viên)\b|\b(?:các|như trên|kính gửi|mục [ivx\d]+|đơn vị"
    r"|phòng,|ban,|ngành|thôn|ấp|tổ dân phố|xã, phường|lưu)\b"
)
_COMMITTEE = re.compile(r"\b(?:ubnd|ủy ban nhân dân)\b")
_OFFICE = re.compile(r"^(?:phòng|văn phòng|trung tâm|ban|công an|trạm|chánh)\b")
_ORGAN = re.compile(r"^(?:ban (?:thường vụ|thường trực|chấp hành)|thường trực|văn phòng)\b")
# Persons stand among the recipients by the body they lead, or sign themselves.
_PERSON = re.compile(
    r"^(?:phó )?(?:chánh|giám đốc|(?:cục |chi cục |tổ )?trưởng|thủ trưởng|chủ tịch|chủ nhiệm"
    r"|hiệu trưởng|bí thư|đồng chí|ông|bà)\b"
)
_FEWEST = 3  # recipients besides the kept copy; shorter lists are cut more often than complete


def _no_foot(paper: Paper) -> Iterator[Found]:
    signer = paper.plan.document.signer
    if paper.is_scan or not paper.text:
        return
    if not (signer.name or signer.position or paper.recipients_at):
        yield Found("Bản này không có phần cuối văn bản: chưa kiểm được nơi nhận, người ký.")


def _signer(paper: Paper) -> Iterator[Found]:
    signer = paper.plan.document.signer
    if signer.name is not None or paper.is_scan:
        return
    post = paper.place("signer.position") or paper.place("signer.capacity")
    if post is not None:
        yield Found(f"Dưới chức vụ “{post.text.strip()}” không có họ tên người ký.", post)
    elif paper.recipients_at is not None:
        yield Found("Cuối văn bản có nơi nhận nhưng không có người ký.")


def _recipients(paper: Paper) -> Iterator[Found]:
    document = paper.plan.document
    if document.recipients or paper.recipients_at or paper.is_scan:
        return
    if document.signer.name:
        yield Found("Cuối văn bản không có “Nơi nhận”.", paper.place("signer.name"))


def _kept(paper: Paper) -> Iterator[Found]:
    recipients = paper.plan.document.recipients
    if not recipients or paper.is_scan or not (paper.is_state or paper.is_party):
        return
    listed = paper.viewed[paper.recipients_at.start if paper.recipients_at else paper.foot :]
    if not _KEPT.search(listed) and not any(_KEPT.search(view(one)) for one in recipients):
        line = paper.recipients_at
        yield Found(
            "Nơi nhận không có dòng “Lưu”.", paper.source(line.start, line.end) if line else None
        )


def _closing(paper: Paper) -> Iterator[Found]:
    if not (paper.is_state and paper.recipients_at) or paper.is_scan or paper.is_poor_copy:
        return
    before = [line for line in paper.lines if line.end <= paper.foot and line.text.strip()]
    if not before or _CLOSED.search(paper.text[max(0, paper.foot - _BEHIND) :]):
        return
    last = before[-1]
    start = max(last.start, last.end - 80)
    yield Found("Nội dung văn bản không kết thúc bằng “./.”.", paper.source(start, last.end))


def _left_out(paper: Paper) -> Iterator[Found]:
    named = [view(one) for one in paper.plan.document.recipients]
    if len(named) < _FEWEST or any(_EVERYBODY.search(one.lstrip("-+ ")) for one in named[:-1]):
        return
    if not _KEPT.search(named[-1]):  # a list cut short proves nothing
        return
    words = " ".join(folded(one) for one in named)
    issuer = folded(paper.plan.document.issuer.name or "")
    has_committee = bool(_COMMITTEE.search(words))
    for unit in paper.plan.responsible_units:
        name = folded(unit.name)
        if _EVERYBODY.search(name) or "," in name or " và " in name or name in words:
            continue
        if (has_committee and _OFFICE.match(name)) or name in issuer:
            continue  # part of a recipient, or of the issuer itself
        if _ORGAN.match(name) or _PERSON.match(name):
            continue
        yield Found(f"“{unit.name}” được giao việc nhưng không có trong nơi nhận.", unit.source)


RULES = (
    Rule(
        "no-foot", "note", "Bản sao không có phần cuối văn bản",
        "Không đủ dữ liệu để kiểm thể thức",
        "Kiểm bản gốc: bản đăng lại trên trang mạng thường bỏ phần cuối.", _no_foot,
    ),
    Rule(
        "missing-signer", "error", "Thiếu họ tên người ký", f"{FORM} điểm g; Điều 13",
        "Bổ sung họ tên người có thẩm quyền ký.", _signer,
    ),
    Rule(
        "missing-recipients", "warning", "Thiếu nơi nhận", f"{FORM} điểm i",
        "Ghi “Nơi nhận:” và từng nơi nhận ở góc dưới bên trái.", _recipients,
    ),
    Rule(
        "missing-kept-copy", "note", "Nơi nhận thiếu dòng lưu",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I; Điều 19 (lưu văn bản đi)",
        "Thêm dòng cuối “- Lưu: VT, …”; văn bản của Đảng ghi “- Lưu …”.", _kept,
    ),
    Rule(
        "closing-mark", "note", "Thiếu dấu kết thúc",
        "Mẫu trình bày kèm theo Nghị định 30/2020/NĐ-CP",
        "Kết thúc nội dung bằng “./.” để không ai chép thêm vào sau.", _closing,
    ),
    Rule(
        "unit-not-recipient", "note", "Đơn vị được giao việc không có trong nơi nhận",
        "Đơn vị không nhận văn bản thì không biết việc được giao",
        "Thêm đơn vị vào nơi nhận, hoặc ghi nhóm đơn vị bao gồm nó.", _left_out,
    ),
)  # fmt: skip
