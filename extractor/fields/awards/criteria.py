"""Criteria: each condition, ground, priority or exclusion that decides who is awarded.

Under a heading of standards every bullet is one; elsewhere in the part on awards only a sentence that sets
a ground ("Căn cứ kết quả …"), a priority ("Ưu tiên …") or an exclusion ("Chưa khen thưởng …").
"""

from __future__ import annotations

import re

from extractor.fields.awards.recipients import from_headings, recipients_in
from extractor.fields.context import Reading, source_of
from extractor.outline.model import Node
from extractor.plan.model import Criterion, Recipient
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_STANDARDS = re.compile(r"(?<!\w)(?:tiêu chuẩn|tiêu chí|điều kiện|đối với (?:tập thể|cá nhân|các|cơ quan|ủy ban|hộ)|các điều kiện|tập thể|cá nhân)(?!\w)")
_GROUND = re.compile(
    r"^\W*(?:căn cứ(?: vào)? (?:kết quả|thành tích|tình hình|tiêu chuẩn|mức độ)|ưu tiên|chú trọng|không (?:xét|khen|đề nghị|tặng)|chưa (?:xét|khen|đề nghị)|khuyến khích|"
    r"việc (?:xem xét|xét|bình xét|khen thưởng)|lưu ý|đối với hồ sơ)(?!\w)"
)
_INNER_GROUND = re.compile(r"(?<!\w)(?:là căn cứ|là cơ sở|gắn với kết quả|không (?:xét|được) (?:khen|tặng|đề nghị))(?!\w)")
_PROMISE = re.compile(r"(?<!\w)(?:được xem xét|xem xét, (?:tặng|khen)|xét, khen thưởng|khen thưởng theo quy định)(?!\w)")
_OTHER_HEADS = re.compile(r"(?<!\w)(?:hình thức|số lượng|hồ sơ|thủ tục|thời gian|kinh phí|mức chi|mức khen|nguồn|trình tự|quy trình|cơ cấu)(?!\w)")


def read_criterion(reading: Reading, node: Node, titles: list[str]) -> Criterion | None:
    """The criterion that a block of the part on awards states, if it states one."""
    span = node.text
    text = reading.slice(span)
    if len(text.strip()) < 15 or not _sets_condition(view(text), node, titles):
        return None
    value = clean(text)
    return Criterion(
        text=value,
        recipient=_recipient(text, titles),
        source=source_of(reading, _tight(reading, span)),
        rule="awards.criterion",
        confidence=0.85,
    )


def _tight(reading: Reading, span: Span) -> Span:
    return span.trimmed(reading.text, " \t\u00a0-–+*")


def _sets_condition(seen: str, node: Node, titles: list[str]) -> bool:
    if _GROUND.match(seen) or _INNER_GROUND.search(seen):
        return True
    heads = [view(title) for title in titles]
    standards = next((head for head in heads if _STANDARDS.search(head)), None)
    closed = next((head for head in heads if _OTHER_HEADS.search(head)), None)
    if standards is None or (closed and heads.index(closed) < heads.index(standards)):
        return False
    return node.marker is not None and not _PROMISE.search(seen)


def _recipient(text: str, titles: list[str]) -> Recipient | None:
    addressed = re.match(r"^\W*(?:đối với|các|là|ưu tiên|mọi)(?!\w)[^,;.]{0,80}", view(text))
    if addressed:
        own = recipients_in(addressed.group())
        if own:
            return own[0] if len(own) == 1 else None
    return from_headings(titles)
