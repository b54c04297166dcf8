"""Cited numbers and dates that cannot both be right, whatever the documents are.

"Nghị định số 12/2024/NĐ-CP ngày 05/3/2025" gives `cited-year`; a document dated after the plan
gives `cited-after-plan`; "Quyết định số 152/2025/NĐ-CP" gives `cited-type`; "số 749/QĐ-TTg … của
Chính phủ" gives `cited-issuer`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from extractor.checks.days import WHOLE, printed
from extractor.checks.head import types_of
from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.lexicon.load import load
from extractor.plan.model import CitationFact
from extractor.text import folded
from extractor.view import view

YEAR = re.compile(r"/(?P<year>(?:19|20)\d\d)/")
_CODE = re.compile(r"^\d+\w{0,2}(?:\.\d+)?(?:/(?:19|20)\d\d)?[/-](?P<code>[^\W\d_]+)(?:[-/]|$)")
# "57- NQ/TW", "152/2025/NĐ CP": a blank within a number of a cited document.
_SPACED = re.compile(
    r"(?<![\w/.-])\d{1,5}(?:/(?:19|20)\d\d)?(?:- [A-ZĐ]{2,4}[a-z]?/[A-ZĐ]{2,8}"
    r"|/[A-ZĐ]{2,4}(?: -|- | - )[A-ZĐ]{2,12}|/(?:NĐ|QĐ|NQ|CT) (?:CP|TTg|UBND|HĐND))(?!\w)"
)
_MISPRINT = 0.85


def cited(paper: Paper) -> tuple[CitationFact, ...]:
    """Citations of other documents that have a number, not of the plan itself."""
    own = folded(paper.plan.document.number or "")
    return tuple(c for c in paper.plan.citations if c.number and folded(c.number) != own)


def _other_year(paper: Paper) -> Iterator[Found]:
    for citation in cited(paper):
        year = YEAR.search(citation.number or "")
        if year and citation.date and citation.date[:4] != year["year"]:
            yield Found(
                f"Số “{citation.number}” mang năm {year['year']}"
                f" nhưng ghi ngày {printed(citation.date)}.",
                citation.source,
            )


def _after_plan(paper: Paper) -> Iterator[Found]:
    for citation in cited(paper):
        date, year = citation.date or "", YEAR.search(citation.number or "")
        if year and year["year"] != date[:4]:
            continue  # told as such
        if paper.issued and WHOLE.fullmatch(date) and date > paper.issued:
            yield Found(
                f"“{citation.number}” ghi ngày {printed(date)}, sau ngày ban hành kế hoạch"
                f" {printed(paper.issued)}.",
                citation.source,
            )


def _other_type(paper: Paper) -> Iterator[Found]:
    for citation in cited(paper):
        code = _CODE.match(citation.number or "")
        kinds = types_of(code["code"]) if code and len(code["code"]) > 1 else ()
        kind = citation.doc_type
        if not kinds or kind is None or kind.startswith(kinds) or _is_generic(kind):
            continue  # "Chương trình hành động" has the code of a Chương trình
        # Only a type that stands right before its number: a type read from afar proves nothing.
        if re.match(rf"{re.escape(view(kind))} (?:số )?\W*\d", view(citation.source.text)):
            yield Found(
                f"“{citation.number}” là ký hiệu của {' hoặc '.join(kinds)}, lại ghi là {kind}.",
                citation.source,
            )


def _is_generic(kind: str) -> bool:
    entry = load("document_types").entry_of(kind)
    return entry is None or entry.flag("generic")


def _spaced(paper: Paper) -> Iterator[Found]:
    told: set[str] = set()
    for found in _SPACED.finditer(paper.text):
        if paper.is_scan or found.group() in told:
            continue
        told.add(found.group())
        message = f"Số, ký hiệu “{found.group()}” có khoảng trắng."
        yield Found(message, paper.source(*found.span()))


def _other_issuer(paper: Paper) -> Iterator[Found]:
    for base in paper.plan.legal_bases:
        rule = next(
            (
                entry
                for entry in load("number_issuers").entries
                if any((base.number or "").endswith(ending) for ending in entry.words("endings"))
            ),
            None,
        )
        if rule and base.issuer and not _is_named(rule.aliases, base.issuer):
            message = f"“{base.number}” do {rule.canonical} ban hành, lại ghi của “{base.issuer}”."
            yield Found(message, base.source)


def _is_named(names: tuple[str, ...], issuer: str) -> bool:
    """Whether `issuer` is one of `names`, a misprint of one too."""
    said = folded(issuer)
    return any(
        said.startswith(name) or SequenceMatcher(None, said[: len(name)], name).ratio() >= _MISPRINT
        for name in map(folded, names)
    )


LOOK = "Xem lại bản gốc của văn bản được dẫn và sửa cho khớp."
RULES = (
    Rule(
        "cited-year", "error", "Số và ngày văn bản dẫn khác năm",
        "Số của văn bản quy phạm pháp luật mang năm ban hành", LOOK, _other_year,
    ),
    Rule(
        "cited-after-plan", "error", "Văn bản dẫn ban hành sau kế hoạch",
        "Không thể căn cứ, viện dẫn văn bản chưa ban hành", LOOK, _after_plan,
    ),
    Rule(
        "cited-type", "warning", "Tên loại không hợp ký hiệu của văn bản dẫn",
        "Nghị định 30/2020/NĐ-CP, Phụ lục III (chữ viết tắt tên loại)", LOOK, _other_type,
    ),
    Rule(
        "number-spaced", "note", "Khoảng trắng trong số, ký hiệu",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I (số, ký hiệu viết liền)",
        "Bỏ khoảng trắng để tra cứu được.", _spaced,
    ),
    Rule(
        "cited-issuer", "warning", "Cơ quan ban hành không hợp ký hiệu của văn bản dẫn",
        "Ký hiệu cho biết cơ quan ban hành (TTg: Thủ tướng Chính phủ)", LOOK, _other_issuer,
    ),
)  # fmt: skip
