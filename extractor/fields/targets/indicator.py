"""The indicator: what is measured, composed of the words around the number.

From a clause to the indicator's text, the change, the period, the date, the subject: "Mỗi phòng có ít
nhất 01 sáng kiến" is measured by "sáng kiến", its subject "Mỗi phòng"; in "rút ngắn tối thiểu 20% thời
gian giải quyết" the change is `decrease`. Source: the contract, section targets (`indicator`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.fields.context import Reading
from extractor.fields.targets.clause import Clause
from extractor.fields.targets.scope import due_date
from extractor.lexicon.load import load
from extractor.plan.model import Change, Period
from extractor.recognise.model import DateMention
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_PER = (
    (re.compile(r"(?:mỗi|hằng|hàng|một|/|trong một|/1|trên) ?năm(?! \d)|năm một lần"), "year"),
    (re.compile(r"(?:mỗi|hằng|hàng|/|trong một) ?quý"), "quarter"),
    (re.compile(r"(?:mỗi|hằng|hàng|/|trong một) ?tháng(?! \d)"), "month"),
    (re.compile(r"(?:mỗi|hằng|hàng|/|trong một) ?tuần"), "week"),
    (re.compile(r"(?:mỗi|hằng|hàng|/|trong một) ?ngày(?! \d)"), "day"),
    (re.compile(r"(?:mỗi|định kỳ) 6 tháng|06 tháng/lần"), "half_year"),
)
_PER_PHRASE = re.compile(
    r"(?:,\s*)?(?:^|(?<=[\s,(/])|(?=/))(?:bình quân\s+)?(?:mỗi|hằng|hàng|trong một|trong 01|/1|/|một|01)\s?(?:năm|quý|tháng|tuần|ngày)(?:/lần)?(?!\w)(?!\s\d)\s*,?"
)
_SUBJECT = re.compile(r"^(?P<subject>(?:mỗi|từng)\s[^,;:]{2,80}?)\s+(?:phấn đấu\s+|đều\s+|phải\s+)?(?:có|đạt|xây dựng|thực hiện|tổ chức|đảm bảo|bảo đảm|gồm|được phân công|được giao|được bố trí|được cấp|bố trí|duy trì|tham gia|dự|cử|đăng ký)(?!\w)")
_HAS = re.compile(r"(?<!\w)có\W*$")
_RATE_OPENS = re.compile(r"^\W*(?:tỷ lệ|tỉ lệ|tỷ trọng|số|mức|chỉ số|thời gian|tổng)(?!\w)")
_NO_NOUN = re.compile(r"^(?:so với|mỗi|hằng|hàng|trong|vào|trên|đối với|đến|trở lên|một năm|từ)(?!\w)")
_RATE = re.compile(r"(?<!\w)(?:tốc độ|mức|nhịp độ|đà)\W*$")
_LEVEL = re.compile(r"(?:xuống|lên|còn)(?!\w)")
_ASSIGNED = re.compile(r"^(?:đều |phải )?(?:được (?:phân công|giao|bố trí|cấp)|bố trí|duy trì)\s*")
_OCCASIONS = re.compile(r"^\s*lần(?!\w)(?:/\w+)?\s*")
_ACTS = re.compile(r"(?<!\w)(?:tổ chức|tiến hành|thực hiện)\s+(?=\w)")
_LAST_CUT = re.compile(r"(?<!\w)(?:phải|hoặc)(?!\w)\s*|[,;]\s+(?=trực tiếp|(?:mỗi|từng|tỷ lệ|tỉ lệ|tỷ trọng|chỉ số|diện tích|tổng|sản lượng|giá trị|kim ngạch|thu nhập|doanh thu|quy mô)(?!\w))")


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
        per=_per(reading.slice(own) + " " + reading.slice(clause.quantity.span) + " " + reading.slice(clause.after)) or clause.quantity.per,  # type: ignore[arg-type]
        by=_by(reading, clause, own),
        subject=subject or body,
    )


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
    text = _without_dates(reading, span)
    text = _PER_PHRASE.sub(" ", text)
    aimed = _after_aim(text)
    if not noun_follows and not _reach_off(aimed)[0].strip(" ,"):
        aimed = _aim_off(text)
    text = _last_subject(_leads_off(aimed))
    text, change = _reach_off(text)
    text, again = _reach_off(_leads_off(text))
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


@cache
def _alternation(lexicon: str) -> str:
    return load(lexicon).source


@cache
def _lead_pattern() -> re.Pattern[str]:
    return re.compile(rf"^[\s,;:.\-–+*(]*(?:{_alternation('target_leads')})(?!\w)")


@cache
def _aim_pattern() -> re.Pattern[str]:
    aims = sorted(load("target_leads").by_id["aim"].aliases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, aims))})(?!\w)")


@cache
def _reach_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({_alternation('target_reaches')})[\s,:]*$")


def _leads_off(text: str) -> str:
    while found := _lead_pattern().match(view(text)):
        text = text[found.end() :]
    return text.lstrip(" ,;:.-–+*")


def _after_aim(text: str) -> str:
    """What follows the last word of aiming that opens a part of the clause or ends it."""
    seen = view(text)
    for found in reversed(list(_aim_pattern().finditer(seen))):
        opens = not seen[: found.start()].rstrip(" -+").strip() or seen[: found.start()].rstrip()[-1] in ",;:"
        always = found.group().startswith(("phấn đấu", "phần đấu")) or found.group().endswith("mục tiêu")
        if opens or always or not seen[found.end() :].strip():
            return text[found.end() :]
    return text


def _reach_off(text: str) -> tuple[str, Change | None]:
    change: Change | None = None
    while found := _reach_pattern().search(view(text)):
        entry = load("target_reaches").entry_of(found[1])
        if entry and entry.word("change"):
            if _RATE.search(view(text[: found.start()])):
                break
            change = entry.word("change")  # type: ignore[assignment]
        text = text[: found.start()].rstrip(" ,:")
    return text, change


def _aim_off(text: str) -> str:
    """The words before an aim that ends the clause ("… tham gia xuất khẩu phấn đấu đạt")."""
    text = _reach_off(text)[0]
    for found in reversed(list(_aim_pattern().finditer(view(text)))):
        if found.start() and not text[found.end() :].strip(" ,"):
            return text[: found.start()]
    return text


def _subject(before: str) -> tuple[str | None, str]:
    found = _SUBJECT.match(view(before) + " có")
    if not found:
        return None, before
    end = found.end("subject")
    rest = _ASSIGNED.sub("", before[end:].lstrip())
    return clean(before[:end]), _leads_off(rest)


def _after(reading: Reading, clause: Clause, named: bool) -> str:
    """The words behind the number; where what is measured stands before it, an aside is left out."""
    if named and reading.slice(clause.after).lstrip()[:1] in (",", ";"):
        return ""
    text = _without_dates(reading, clause.after)
    if named:
        text = _without_unit(_OCCASIONS.sub("", text), clause)
    text = _PER_PHRASE.sub(" ", text)
    text = _tail_off(text)
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


@cache
def _tail_pattern() -> re.Pattern[str]:
    return re.compile(rf"[\s,]+(?:{_alternation('target_tails')})(?!\w)")


def _tail_off(text: str) -> str:
    found = _tail_pattern().search(" " + view(text))
    if found and found.start() > 0:
        return text[: found.start() - 1] if found.start() > 1 else text
    return text


def _without_dates(reading: Reading, span: Span) -> str:
    """The span's text with the date phrases that `by` carries cut out."""
    text, at, parts = reading.text, span.start, []
    for date in _dates(reading, span):
        if due_date(reading, date) is None or _compares(text, date):
            continue
        parts.append(text[at : max(at, _phrase_start(text, date, span.start))])
        at = max(at, date.core.end)
    parts.append(text[at : span.end])
    return " ".join(part.strip() for part in parts if part.strip(" ,;"))


_DATE_LEAD = re.compile(r"(?:,\s*)?(?:(?:ngay\s+)?(?<!\w)(?:vào|đến|trong|tới|trước|kể từ|từ|hết|cuối|giai đoạn|năm|tháng|ngày|kết thúc)\s+)+$", re.IGNORECASE)


def _compares(text: str, date: DateMention) -> bool:
    """"so với năm 2025": the year that a change is measured from is no date by which."""
    return view(text[max(0, date.core.start - 30) : date.core.start]).rstrip().endswith(("so với", "so với năm", "so với cuối", "so với cùng kỳ"))


def _phrase_start(text: str, date: DateMention, floor: int) -> int:
    lead = _DATE_LEAD.search(text, max(floor, date.core.start - 40), date.core.start)
    return lead.start() if lead else date.core.start


def _dates(reading: Reading, span: Span) -> list[DateMention]:
    return [date for date in reading.mentions.free_dates if span.covers(date.core)]


def _by(reading: Reading, clause: Clause, own: Span) -> str | None:
    """The date stated in the clause: behind the number first, then before it."""
    for span in (clause.after, clause.before, own):
        for date in _dates(reading, span):
            value = due_date(reading, date)
            if value and not _compares(reading.text, date):
                return value
    return None


def _per(text: str) -> Period | None:
    seen = view(text)
    return next((period for pattern, period in _PER if pattern.search(seen)), None)  # type: ignore[misc]


_LEADING = re.compile(r"^\W*(?:phấn đấu,?\s+|bình quân\s+)?(?:mỗi|hằng|hàng)\s(?:năm|quý|tháng|tuần)(?!\w)")


def leading_period(sentence: str) -> Period | None:
    """The period that opens a sentence and governs all its clauses ("Hằng năm, …; …")."""
    found = _LEADING.match(view(sentence))
    return _per(found.group()) if found else None
