"""Cited instruments held against the dated registry (`extractor.lexicon.instruments`).

"Căn cứ Nghị định số 61/2018/NĐ-CP" in a plan of 2026 gives `base-superseded`: it is out of force
since 01/07/2025, replaced by Nghị định 118/2025/NĐ-CP. A plan without a whole date of its own is
held against nothing that depends on the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.bases import is_law
from extractor.checks.days import WHOLE, printed
from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.lexicon.instruments import Instrument, registry
from extractor.plan.model import CitationFact, LegalBase, Source
from extractor.text import folded
from extractor.view import view

_SOURCE = "Danh mục văn bản (lexicon/vi/instruments.yml)"
# Whoever speaks of an end, a change or the past does not rest on the document.
_OF_THE_PAST = re.compile(
    r"thay thế|thay cho|bãi bỏ|hết hiệu lực|sửa đổi|bổ sung|trước đây|tổng kết|sơ kết"
)
_RESTS = re.compile(r"(?:theo (?:quy định (?:tại|của) )?|căn cứ |quy định tại )$")
_BEFORE = 80


def _entry(base: LegalBase) -> Instrument | None:
    """The instrument that a legal base names, by its number or as the law of its title and date."""
    if base.number:
        return registry().find(base.number, base.date)
    if not (is_law(base.doc_type) and base.title and base.date):
        return None
    dated = [x for x in registry().named(base.doc_type or "", base.title) if x.date]
    exact = [x for x in dated if (x.date or "").startswith(base.date)]
    return exact[0] if len(exact) == 1 else None


def _superseded(paper: Paper) -> Iterator[Found]:
    for base in paper.plan.legal_bases:
        entry = _entry(base)
        if entry and _is_out(entry, paper.issued) and not _is_past(base.source.text):
            yield Found(_out(entry, paper.issued), base.source)


def _superseded_in_body(paper: Paper) -> Iterator[Found]:
    told: set[str] = set()
    for citation in paper.plan.citations:
        entry = registry().find(citation.number or "", citation.date) if citation.number else None
        if entry is None or citation.where != "body" or not _is_out(entry, paper.issued):
            continue
        if entry.key not in told and _is_rested_on(paper, citation):
            told.add(entry.key)
            yield Found(_out(entry, paper.issued), citation.source)


def _is_out(entry: Instrument, issued: str | None) -> bool:
    return bool(issued and entry.to and entry.to <= issued)


def _is_past(text: str) -> bool:
    return bool(_OF_THE_PAST.search(view(text)))


def _is_rested_on(paper: Paper, citation: CitationFact) -> bool:
    """Whether the text does something by this document now: "theo quy định tại Nghị định …"."""
    start = citation.source.start
    line_start = paper.viewed.rfind("\n", 0, start) + 1
    line_end = paper.viewed.find("\n", start)
    line = paper.viewed[line_start : line_end if line_end >= 0 else None]
    before = paper.viewed[max(line_start, start - _BEFORE) : start]
    return bool(_RESTS.search(before)) and not _OF_THE_PAST.search(line)


def _out(entry: Instrument, issued: str | None) -> str:
    names, after = [], registry().successor(entry)
    while after is not None:  # what replaced it may itself have been replaced by then
        names.append(after.name)
        after = registry().successor(after) if _is_out(after, issued) else None
    by = f", thay bằng {', rồi '.join(names)}" if names else ""
    return f"{entry.name} hết hiệu lực từ ngày {printed(entry.to or '')}{by}."


def _not_yet(paper: Paper) -> Iterator[Found]:
    for base in paper.plan.legal_bases:
        entry = _entry(base)
        if not (entry and entry.in_force and paper.issued and entry.in_force > paper.issued):
            continue
        if base.relation == "pursuant_to" and not _is_about(paper, entry):
            message = (
                f"{entry.name} có hiệu lực từ ngày {printed(entry.in_force)}, sau kế hoạch này."
            )
            yield Found(message, base.source)


def _is_about(paper: Paper, entry: Instrument) -> bool:
    """Whether the plan prepares the instrument: its title names it by number or by title."""
    title = folded(paper.plan.document.title or "")
    return folded(entry.number) in title or folded(entry.title) in title


def _other_date(paper: Paper) -> Iterator[Found]:
    told: set[tuple[str, str]] = set()
    for number, date, source in _dated(paper):
        entry = registry().find(number, date)
        known = entry.date if entry else None
        if entry is None or known is None or not WHOLE.fullmatch(known):
            continue
        if date[:4] == known[:4] and date != known and (entry.key, date) not in told:
            told.add((entry.key, date))
            message = f"{entry.name} ban hành ngày {printed(known)}, lại ghi ngày {printed(date)}."
            yield Found(message, source)
    yield from _law_of_another_day(paper)


def _dated(paper: Paper) -> Iterator[tuple[str, str, Source]]:
    for citation in paper.plan.citations:
        if citation.number and WHOLE.fullmatch(citation.date or ""):
            yield citation.number, citation.date or "", citation.source


def _law_of_another_day(paper: Paper) -> Iterator[Found]:
    """A law named by title and day, where no law of that title has that day."""
    for base in paper.plan.legal_bases:
        if base.number or not (is_law(base.doc_type) and base.title and base.date):
            continue
        laws = [x for x in registry().named(base.doc_type or "", base.title) if x.date]
        same_year = [x for x in laws if (x.date or "")[:4] == base.date[:4]]
        if not WHOLE.fullmatch(base.date) or len(same_year) != 1:
            continue
        known = same_year[0].date or ""
        if WHOLE.fullmatch(known) and known != base.date:
            message = (
                f"{same_year[0].name} ban hành ngày {printed(known)},"
                f" lại ghi ngày {printed(base.date)}."
            )
            yield Found(message, base.source)


def _other_type(paper: Paper) -> Iterator[Found]:
    for base in paper.plan.legal_bases:
        entry = registry().find(base.number, base.date) if base.number else None
        if entry and base.doc_type and folded(base.doc_type) != folded(entry.type):
            message = f"“{entry.number}” là {entry.type}, lại ghi là {base.doc_type}."
            yield Found(message, base.source)


_CHECK = "Đối chiếu với cơ sở dữ liệu văn bản pháp luật rồi sửa căn cứ."
RULES = (
    Rule(
        "base-superseded", "error", "Căn cứ văn bản đã hết hiệu lực",
        f"{_SOURCE}; văn bản hết hiệu lực không còn làm căn cứ", _CHECK, _superseded,
    ),
    Rule(
        "cited-superseded", "warning", "Làm theo văn bản đã hết hiệu lực", _SOURCE, _CHECK,
        _superseded_in_body,
    ),
    Rule(
        "base-not-in-force", "note", "Căn cứ văn bản chưa có hiệu lực", _SOURCE,
        "Kiểm ngày có hiệu lực; kế hoạch chuẩn bị thi hành thì nêu rõ như vậy.", _not_yet,
    ),
    Rule(
        "cited-wrong-date", "error", "Ngày của văn bản dẫn khác danh mục", _SOURCE, _CHECK,
        _other_date,
    ),
    Rule(
        "cited-wrong-type", "warning", "Tên loại của văn bản dẫn khác danh mục", _SOURCE, _CHECK,
        _other_type,
    ),
)  # fmt: skip
