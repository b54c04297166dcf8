"""One document that the plan cites twice, otherwise: two dates for a number, two numbers for a day.

"Quyết định số 158/QĐ-UBND ngày 08/8/2025 của UBND tỉnh" and "… ngày 18/8/2025" give
`cited-two-dates`; the same type, day, body and words behind with other digits `cited-two-numbers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from extractor.checks.citations import LOOK, YEAR, cited
from extractor.checks.days import WHOLE, printed
from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.plan.model import CitationFact, Source
from extractor.text import folded
from extractor.view import view

_RUN = re.compile(r"^(?P<digits>\d+)(?P<rest>\D.*)$")
# Numbers that only one body in the country gives: central bodies, ministries.
_ONE_BODY = re.compile(r"(?:TTg|-CP|/TW|QH\d\d|-B[A-ZĐ]{1,8}|-VPCP)$")
_OF = re.compile(r" của (?P<issuer>[^,;()]{3,80})$")
_WORD = re.compile(r"\w+")
_SAME_WORDS = 8  # words behind two citations that make them one document, and nothing else behind
_BEHIND = 400
_HIGH = 100  # numbers that few bodies reach: two of them in one plan are hardly two documents


def _two_dates(paper: Paper) -> Iterator[Found]:
    """Numbers without a year start anew each year: only dates of one year contradict."""
    dated: dict[str, list[CitationFact]] = {}
    told: set[str] = set()
    for citation in cited(paper):
        number, date = citation.number or "", citation.date or ""
        if not WHOLE.fullmatch(date):
            continue
        others = dated.setdefault(f"{folded(number)}@{date[:4]}", [])
        other = next((x for x in others if x.date != date and _is_one(x, citation)), None)
        if other and f"{number}@{date}" not in told:
            told.add(f"{number}@{date}")
            yield Found(
                f"“{number}” ghi hai ngày khác nhau: {printed(other.date or '')}"
                f" và {printed(date)}.",
                citation.source,
            )
        others.append(citation)
    yield from _another_year(paper)


def _is_one(one: CitationFact, other: CitationFact) -> bool:
    """Whether equal numbers are of one document: one body, or a number too high for a chance."""
    bodies = _issuer_in(one), _issuer_in(other)
    if "?" not in bodies:
        return bodies[0] == bodies[1]
    run = _RUN.match(one.number or "")
    return run is not None and int(run["digits"]) >= _HIGH


def _another_year(paper: Paper) -> Iterator[Found]:
    """One number with one day and month in two years: the year of one of them is a slip."""
    first: dict[str, CitationFact] = {}
    told: set[str] = set()
    for citation in cited(paper):
        number, date = citation.number or "", citation.date or ""
        if not WHOLE.fullmatch(date) or YEAR.search(number):
            continue  # a number with its year is held against that
        key = f"{folded(number)}@{date[5:]}"
        earlier = first.setdefault(key, citation)
        if earlier.date != date and key not in told:
            told.add(key)
            yield Found(
                f"“{number}” ghi hai năm khác nhau: {printed(earlier.date or '')}"
                f" và {printed(date)}.",
                citation.source,
            )


def _issuer_in(citation: CitationFact) -> str:
    """What keeps equal numbers of several bodies apart ("15/KH-UBND"); `?` where nothing tells."""
    if YEAR.search(citation.number or "") or _ONE_BODY.search(citation.number or ""):
        return ""
    named = _OF.search(view(citation.source.text))
    return folded(named["issuer"]).replace("ủy ban nhân dân", "ubnd") if named else "?"


def _two_numbers(paper: Paper) -> Iterator[Found]:
    """Same type, day and issuing body, same words behind, digits that differ: one of them errs."""
    whole = [c for c in cited(paper) if WHOLE.fullmatch(c.date or "")]
    for one, other in combinations(whole, 2):
        a, b = _RUN.match(one.number or ""), _RUN.match(other.number or "")
        if (
            not (a and b)
            or a["rest"] != b["rest"]
            or a["digits"].lstrip("0") == b["digits"].lstrip("0")
        ):
            continue
        if one.date == other.date and _same_words(paper, one.source, other.source):
            message = f"Một văn bản ghi hai số khác nhau: “{one.number}” và “{other.number}”."
            yield Found(message, other.source)


def _same_words(paper: Paper, one: Source, other: Source) -> bool:
    a, b = (_behind(paper, source) for source in (one, other))
    short = min(len(a), len(b))
    return short >= _SAME_WORDS and a[:short] == b[:short]


def _behind(paper: Paper, source: Source) -> list[str]:
    text = paper.viewed[source.end : source.end + _BEHIND].partition("\n")[0]
    return _WORD.findall(re.split(r"[;.]", text, maxsplit=1)[0])


RULES = (
    Rule(
        "cited-two-dates", "error", "Một văn bản ghi hai ngày",
        "Nghị định 30/2020/NĐ-CP, Điều 15 khoản 1: số, ký hiệu là duy nhất trong một năm", LOOK,
        _two_dates,
    ),
    Rule(
        "cited-two-numbers", "warning", "Một văn bản ghi hai số",
        "Cùng loại, ngày, cơ quan và trích yếu thì chỉ có một số", LOOK, _two_numbers,
    ),
)  # fmt: skip
