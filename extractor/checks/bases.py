"""The documents on which the plan rests: whether each is named so that it can be found.

"Căn cứ Kế hoạch của UBND tỉnh về …" gives `base-without-number`; "Kế hoạch số 12/KH-UBND của UBND
tỉnh" without a date gives `base-without-date`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.model import Found, Rule
from extractor.checks.paper import Line, Paper
from extractor.lexicon.load import load
from extractor.plan.model import LegalBase
from extractor.view import view

_WHOLE = "Nghị định 30/2020/NĐ-CP, Phụ lục I (căn cứ ban hành, viện dẫn lần đầu)"
# "Căn cứ Kế hoạch của UBND tỉnh", "Thực hiện Chỉ thị ngày …": a type, then neither number nor name.
_UNNUMBERED = re.compile(
    r"^\W*(?:căn cứ|thực hiện|thi hành|theo) (?P<named>(?:chỉ thị|nghị quyết|nghị định|quyết định"
    r"|thông tư|kế hoạch|công văn|hướng dẫn|kết luận|thông báo|tờ trình) (?:ngày|của) )"
)
_OF_NOBODY = re.compile(
    r"\d[^\s,;]{3,30} ngày [\d/]+(?: tháng \d+ năm \d+)? của (?:về|ban hành|quy định|phê duyệt)\b"
)
_HAS_NUMBER = re.compile(r"\d+\s*[-/]\s*[^\W\d]|số\s*:?\s*\d|\d/(?:19|20)\d\d/")
_NAMED = 160  # characters of a base in which its number stands
_SECTION = re.compile(r"^\s*(?:[IVX]{1,4}|1)\s?[.)/-]")
_ANY_DATE = re.compile(r"ngày|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|năm \d{4}")
_BEHIND = 60  # characters behind a number in which its date stands


def is_law(kind: str | None) -> bool:
    """Whether a type is cited by its title: Hiến pháp, luật, bộ luật, pháp lệnh."""
    entry = load("document_types").entry_of(kind or "")
    return entry is not None and entry.flag("law")


def _others(paper: Paper) -> Iterator[LegalBase]:
    return (base for base in paper.plan.legal_bases if base.doc_type and not is_law(base.doc_type))


def _without_number(paper: Paper) -> Iterator[Found]:
    if paper.is_scan or not (paper.is_state or paper.is_party):
        return
    for line in _preamble(paper):
        for found in _UNNUMBERED.finditer(view(line.text)):
            named = line.text[found.start("named") :].split(";")[0][:_NAMED]
            if not _HAS_NUMBER.search(named):
                start = line.start + found.start("named")
                said = " ".join(named.split()[:10])
                source = paper.source(start, start + len(named.rstrip(" ,.")))
                yield Found(f"Căn cứ không ghi số, ký hiệu: “{said}”.", source)


def _without_issuer(paper: Paper) -> Iterator[Found]:
    for line in _preamble(paper):
        for found in _OF_NOBODY.finditer(view(line.text)):
            source = paper.source(line.start + found.start(), line.start + found.end())
            yield Found("Sau chữ “của” không có tên cơ quan ban hành.", source)


def _preamble(paper: Paper) -> Iterator[Line]:
    """The lines from the type of document to the first section."""
    for line in paper.lines:
        if line.start > paper.title_start and _SECTION.match(line.text):
            return
        if line.start > paper.title_start:
            yield line


def _without_date(paper: Paper) -> Iterator[Found]:
    if paper.is_scan or not (paper.is_state or paper.is_party):
        return
    seen: set[str] = set()
    for base in _others(paper):
        if base.number is None or base.date or base.number in seen:
            continue
        if not re.search(r"[/-]", base.number) or _comes_with(paper, base):
            continue  # "Đề án số 08 ban hành kèm theo": dated by what it came with
        seen.add(base.number)
        if not _dated_elsewhere(paper, base.number) and not _date_follows(paper, base):
            message = f"{base.doc_type} số {base.number} không ghi ngày ban hành."
            yield Found(message, base.source)


def _comes_with(paper: Paper, base: LegalBase) -> bool:
    return "kèm theo" in paper.viewed[base.source.start : base.source.end + _BEHIND]


def _dated_elsewhere(paper: Paper, number: str) -> bool:
    return any(one.number == number and one.date for one in paper.plan.citations)


def _date_follows(paper: Paper, base: LegalBase) -> bool:
    """Whether a date stands behind the number after all, read as something else or not at all."""
    head = view(base.source.text)
    digits = (base.number or "").split("/")[0].split("-")[0]
    at = head.find(digits)
    behind = head[max(0, at) : max(0, at) + _BEHIND]
    return bool(_ANY_DATE.search(behind))


def _law_with_number(paper: Paper) -> Iterator[Found]:
    if not paper.is_state:
        return
    numbered = [b for b in paper.plan.legal_bases if is_law(b.doc_type) and b.number and b.title]
    if numbered:
        more = f" (và {len(numbered) - 1} luật khác)" if numbered[1:] else ""
        message = (
            f"Luật, pháp lệnh làm căn cứ không cần ghi số, ký hiệu: {numbered[0].number}{more}."
        )
        yield Found(message, numbered[0].source)


RULES = (
    Rule(
        "base-without-number", "warning", "Căn cứ không có số, ký hiệu", _WHOLE,
        "Ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu.", _without_number,
    ),
    Rule(
        "base-without-date", "warning", "Căn cứ không có ngày ban hành", _WHOLE,
        "Ghi ngày ban hành: số văn bản đánh lại mỗi năm nên thiếu ngày là chưa xác định.",
        _without_date,
    ),
    Rule(
        "base-without-issuer", "warning", "Căn cứ không có cơ quan ban hành", _WHOLE,
        "Ghi tên cơ quan ban hành sau chữ “của”.", _without_issuer,
    ),
    Rule(
        "law-with-number", "note", "Luật làm căn cứ ghi cả số, ký hiệu", _WHOLE,
        "Với luật và pháp lệnh chỉ ghi tên loại, tên luật và ngày ban hành.", _law_with_number,
    ),
)  # fmt: skip
