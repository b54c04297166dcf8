"""A comparison as a page: the findings as cards with both sentences, then the tables.

Goes in: comparisons of one plan a with one or more plans b. Comes out: HTML, UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.compare.model import Comparison, Finding, Place
from extractor.compare.page import contents, document, section, text
from extractor.compare.show_comparison import KINDS, SEVERITIES, quoted, tables
from extractor.compare.tables import Table
from extractor.plan.model import Plan

Compared = tuple[Comparison, Plan, Plan]


def comparison_page(compared: Sequence[Compared]) -> bytes:
    """The page of one comparison, or of several one after the other."""
    title = f"So sánh với {compared[0][0].a.name}"
    body: list[str] = []
    number = 0
    for comparison, a, b in compared:
        parts = tables(comparison, a, b)[1:]
        body.append(_head(comparison))
        body.append(contents(parts, number))
        body.extend(_findings(comparison))
        for table in parts:
            number += 1
            body.extend(section(number, table))
    return document(title, "\n".join(body))


def _head(comparison: Comparison) -> str:
    a, b = comparison.a, comparison.b
    lines = [f"<h1>{text(b.name)} so với {text(a.name)}</h1>"]
    for mark, plan in (("A", a), ("B", b)):
        named = " ".join(filter(None, (plan.type, plan.number and f"số {plan.number}")))
        lines.append(
            f"<p><b>{mark}</b>: {text(plan.name)} – {text(named)} {text(plan.title or '')}</p>"
        )
    lines.append(f"<p>{text(summary(comparison))}</p>")
    return "\n".join(lines)


def summary(comparison: Comparison) -> str:
    """One line: how many targets are shared, weaker, later, dropped."""
    targets = comparison.targets
    weaker = sum(pair.verdict == "weaker" for pair in targets.pairs)
    later = sum(pair.by == "later" for pair in targets.pairs)
    dropped = len(targets.only_a) - len(targets.not_for_b)
    return (
        f"{len(targets.pairs)} chỉ tiêu chung, trong đó {weaker} bị hạ, {later} bị lùi hạn; "
        f"B bỏ {dropped} chỉ tiêu của A; B có thêm {len(targets.only_b)} chỉ tiêu."
    )


def _findings(comparison: Comparison) -> Iterator[str]:
    found = comparison.findings
    yield f"<section><h2>Phát hiện <small>{len(found)}</small></h2>"
    if not found:
        yield '<p class="empty">Không thấy chỗ nào bỏ, hạ, lùi hay dẫn sai.</p>'
    for finding in found:
        yield _card(finding, comparison)
    yield "</section>"


def _card(finding: Finding, comparison: Comparison) -> str:
    kind = f"{KINDS[finding.kind]} <span>({SEVERITIES[finding.severity]})</span>"
    sides = _side(comparison.a.name, finding.a) + _side(comparison.b.name, finding.b)
    return (
        f'<article class="finding {finding.severity}" id="{text(finding.id)}"><h3>{kind}</h3>'
        f"<p>{text(finding.message)}</p>"
        + (f'<div class="sides">{sides}</div>' if finding.a or finding.b else "")
        + "</article>"
    )


def _side(name: str, place: Place | None) -> str:
    said = text(quoted(place)) if place else '<span class="empty">không có</span>'
    return f"<blockquote><b>{text(name)}</b>{said}</blockquote>"


def summary_line(comparison: Comparison) -> str:
    """The summary with the names of the two plans."""
    return f"{comparison.b.name} so với {comparison.a.name}: {summary(comparison)}"


def sheets(compared: Sequence[Compared]) -> list[Table]:
    """The tables of a workbook: of several comparisons each with its own sheets."""
    return [table for comparison, a, b in compared for table in tables(comparison, a, b)]
