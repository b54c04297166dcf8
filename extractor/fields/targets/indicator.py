"""The indicator: what is measured, composed of the words around the number.

From a clause to the indicator's text, the change, the period, the date, the subject: "Mỗi phòng có ít
nhất 01 sáng kiến" is measured by "sáng kiến", its subject "Mỗi phòng"; in "rút ngắn tối thiểu 20% thời
gian giải quyết" the change is `decrease`. Source: the contract, section targets (`indicator`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.fields.context import Reading
from extractor.fields.targets.clause import Clause
from extractor.fields.targets.due import stated_by, without_dates
from extractor.fields.targets.period import period_in, without_period
from extractor.fields.targets.words import after_aim, aim_off, leads_off, reach_off, tail_off
from extractor.plan.model import Change, Period
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_SUBJECT = re.compile(
    r"^(?P<subject>(?:mỗi|từng)\s[^,;:]{2,80}?)\s+(?:phấn đấu\s+|đều\s+|phải\s+)?(?:có|đạt|xây dựng|thực hiện|tổ chức|đảm bảo|bảo đảm|gồm|được phân công|được giao|được bố trí|được cấp|bố trí|duy trì|tham gia|dự|cử|đăng ký)(?!\w)"
)
_HAS = re.compile(r"(?<!\w)có\W*$")
_RATE_OPENS = re.compile(r"^\W*(?:tỷ lệ|tỉ lệ|tỷ trọng|số|mức|chỉ số|thời gian|tổng)(?!\w)")
_NO_NOUN = re.compile(
    r"^(?:so với|mỗi|hằng|hàng|trong|vào|trên|đối với|đến|trở lên|một năm|từ)(?!\w)"
)
_LEVEL = re.compile(r"(?:xuống|lên|còn)(?!\w)")
_ASSIGNED = re.compile(r"^(?:đều |phải )?(?:được (?:phân công|giao|bố trí|cấp)|bố trí|duy trì)\s*")
_OCCASIONS = re.compile(r"^\s*lần(?!\w)(?:/\w+)?\s*")
_ACTS = re.compile(r"(?<!\w)(?:tổ chức|tiến hành|thực hiện)\s+(?=\w)")
_LAST_CUT = re.compile(
    r"(?<!\w)(?:phải|hoặc)(?!\w)\s*|[,;]\s+(?=trực tiếp|(?:mỗi|từng|tỷ lệ|tỉ lệ|tỷ trọng|chỉ số|diện tích|tổng|sản lượng|giá trị|kim ngạch|thu nhập|doanh thu|quy mô)(?!\w))"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What the words of a clause say besides its number."""

    indicator: str
    change: Change | None
    per: Period | None
    by: str | None
    subject: str | None


def measured(reading: Reading, clause: Clause, sentence: Span) -> Measured:
    """Compose the indicator of a clause; its text may be empty where nothing is named."""
    own = clause.borrowed_before or clause.before
    follows = _noun_follows(reading, clause)
    before, change = _before(reading, own, follows)
    if follows and (change or _HAS.search(view(reading.slice(own)))):
        before = _own_words(before, clause, change)
    if _LEVEL.match(view(reading.slice(clause.quantity.span))):
        change = None
    subject, before = _subject(before)
    body, before = _acting_body(reading, own, before)
    if view(clause.quantity.unit or "") == "lần":
        before = _last_act(before)
    after = _after(reading, clause, bool(before))
    indicator = clean(f"{before} {after}")
    return Measured(
        indicator=indicator,
        change=change,
        per=_period(reading, clause, own),
        by=stated_by(reading, clause.after, clause.before, own),
        subject=subject or body,
    )


def _period(reading: Reading, clause: Clause, own: Span) -> Period | None:
    words = (reading.slice(span) for span in (own, clause.quantity.span, clause.after))
    return period_in(" ".join(words)) or clause.quantity.per  # type: ignore[return-value]


def _own_words(before: str, clause: Clause, change: Change | None) -> str:
    """What stands before "có 95% hộ …" or "rút ngắn 20% thời gian …" names who, not what."""
    if clause.quantity.kind == "percent":
        return "" if not change or "," in before or before[:1].isupper() else before
    return before


def _noun_follows(reading: Reading, clause: Clause) -> bool:
    """Whether what is measured follows the number ("90% hồ sơ …"), not only its unit."""
    text = reading.slice(clause.after)
    if _NO_NOUN.match(view(text).strip()):
        return False
    unit = clause.quantity.unit or ""
    if clause.quantity.kind in ("measure", "money") and text.lstrip().startswith(unit):
        text = text.lstrip()[len(unit) :]
    return clause.quantity.kind == "count" or text.strip()[:1].isalpha()


def _before(reading: Reading, span: Span, noun_follows: bool) -> tuple[str, Change | None]:
    """The words before the number without leads, dates and the verb of reaching."""
    text = without_dates(reading, span)
    text = without_period(text)
    aimed = after_aim(text)
    if not noun_follows and not reach_off(aimed)[0].strip(" ,"):
        aimed = aim_off(text)
    text = _last_subject(leads_off(aimed))
    text, change = reach_off(text)
    text, again = reach_off(leads_off(text))
    return text.strip(" ,:;-–"), change or again


def _last_subject(text: str) -> str:
    """Only what follows the last comma that opens a population or a rate of its own."""
    seen, last = view(text), None
    for found in _LAST_CUT.finditer(seen):
        if found.group()[0] in ",;" or not _RATE_OPENS.match(seen):
            last = found
    return text[last.end() :] if last else text


def _last_act(before: str) -> str:
    """What is done so many times: the words behind the last verb of holding or carrying out."""
    last = None
    for last in _ACTS.finditer(view(before)):
        pass
    return before[last.end() :] if last and before[last.end() :].strip() else before


def _acting_body(reading: Reading, span: Span, before: str) -> tuple[str | None, str]:
    """The body that opens a clause as the one who must act, and what is left without it."""
    for body in reading.mentions.organisations_in(span):
        name = body.name
        if before.startswith(name) and (act := _ACTS.search(view(before), len(name))):
            if act.start() - len(name) <= 60:
                return clean(before[: act.start()]), before[act.end() :]
    return None, before


def _subject(before: str) -> tuple[str | None, str]:
    found = _SUBJECT.match(view(before) + " có")
    if not found:
        return None, before
    end = found.end("subject")
    rest = _ASSIGNED.sub("", before[end:].lstrip())
    return clean(before[:end]), leads_off(rest)


def _after(reading: Reading, clause: Clause, named: bool) -> str:
    """The words behind the number; where what is measured stands before it, an aside is left out."""
    if named and reading.slice(clause.after).lstrip()[:1] in (",", ";"):
        return ""
    text = without_dates(reading, clause.after)
    if named:
        text = _without_unit(_OCCASIONS.sub("", text), clause)
    text = without_period(text)
    text = tail_off(text)
    if clause.borrowed_noun:
        text = f"{reading.slice(clause.borrowed_noun)} {text}"
    if clause.borrowed_after:
        text = f"{text} {reading.slice(clause.borrowed_after)}"
    return text


def _without_unit(text: str, clause: Clause) -> str:
    """Where what is measured is named before, a measure's unit and a remark in brackets say no more."""
    if clause.quantity.kind not in ("measure", "money", "percent"):
        return text
    unit = clause.quantity.unit or ""
    rest = text.lstrip()
    if unit and rest.startswith(unit):
        rest = rest[len(unit) :].lstrip()
    return "" if rest.startswith(("(", ",", ";")) else rest
