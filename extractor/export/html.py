"""One page that needs nothing else: the plan's text with every fact highlighted in its place.

In: a subject whose record carries its text. Out: HTML in Vietnamese. Each fact has a number that
leads to what was read there, and back; families are shown and hidden by ticks that need no script.
Facts that overlap are nested: each keeps its own line under the words. Whatever the text holds is
escaped, and the page's policy lets nothing run or load.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib import resources

from extractor.export.facts import Mark, marks_of, text_of
from extractor.export.highlight import pieces
from extractor.export.model import Export, Subject
from extractor.export.words import FAMILIES
from extractor.inert import shown
from extractor.plan.absence import absence, unread
from extractor.plan.model import Plan
from extractor.plan.words import day, signed

FILE = "ke-hoach.html"
# Tint, line and manner of the line: nobody needs to tell colours apart.
_LOOKS = {
    "document": ("#e7e5e4", "#57534e", "solid"),
    "legal_bases": ("#dbeafe", "#1d4ed8", "solid"),
    "citations": ("#cffafe", "#0e7490", "dotted"),
    "targets": ("#dcfce7", "#15803d", "double"),
    "time_windows": ("#fef3c7", "#b45309", "dashed"),
    "responsible_units": ("#ede9fe", "#6d28d9", "dotted"),
    "assignments": ("#fce7f3", "#be185d", "solid"),
    "awards": ("#fee2e2", "#b91c1c", "dashed"),
}
_NUMBERS = {family: number for number, family in enumerate(FAMILIES, 1)}


def export(subject: Subject) -> Export:
    """The page. Raises InvalidRecord for a record without its text."""
    text, marks = text_of(subject.plan), marks_of(subject.plan)
    page = "".join(_page(subject, text, marks))
    return Export({FILE: page.encode("utf-8")})


def _page(subject: Subject, text: str, marks: tuple[Mark, ...]) -> Iterator[str]:
    title = _safe(subject.campaign.name or "Kế hoạch")
    yield '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{title}</title>\n<style>{_style()}</style>\n</head>\n<body>\n"
    for family in FAMILIES:
        number = _NUMBERS[family]
        yield f'<input class="k" type="checkbox" id="k{number}" checked aria-label="Hiện '
        yield f'{FAMILIES[family]}">\n'
    yield f"<header>\n<h1>{title}</h1>\n{_about(subject)}</header>\n"
    yield from _legend(marks)
    yield "<main>\n"
    yield from _warnings(subject)
    yield "<article>\n"
    yield from _text(text, marks)
    yield "</article>\n<aside>\n"
    yield from _lists(subject.plan, marks)
    yield "</aside>\n</main>\n</body>\n</html>\n"


def _about(subject: Subject) -> str:
    facts, signatures = subject.plan.document, subject.plan.signatures
    parts = (facts.type, facts.number and f"số {facts.number}", day(facts.date), facts.issuer.name)
    told = " · ".join(_safe(part) for part in parts if part)
    about = f'<p class="about">{told}</p>\n' if told else ""
    by = (f'<p class="about">Chữ ký số: {_safe(signed(one))}</p>\n' for one in signatures)
    return about + "".join(by)


def _legend(marks: tuple[Mark, ...]) -> Iterator[str]:
    yield '<nav aria-label="Chọn loại dữ kiện để hiện">\n<div>\n'
    for family, name in FAMILIES.items():
        count = sum(mark.family == family for mark in marks)
        number = _NUMBERS[family]
        yield f'<label for="k{number}" class="c{number}">{name} <b>{count}</b></label>\n'
    yield "</div>\n</nav>\n"


def _warnings(subject: Subject) -> Iterator[str]:
    told = [warning.message for warning in subject.plan.warnings]
    if told:
        yield f'<section class="note"><h2>Cần xem lại ({len(told)})</h2>\n<ul>\n'
        yield "".join(f"<li>{_safe(message)}</li>\n" for message in told)
        yield "</ul></section>\n"


def _text(text: str, marks: tuple[Mark, ...]) -> Iterator[str]:
    started: set[int] = set()
    at = 0
    cut = iter([*pieces(len(text), marks, _breaks(text)), None])
    piece = next(cut)
    for line in text.split("\n"):
        end = at + len(line)
        yield "<p>"
        while piece and piece.start < end:
            yield _piece(shown(text[piece.start : piece.end]), piece.marks, marks, started)
            yield "".join(_link(number, marks[number]) for number in piece.ending)
            piece = next(cut)
        yield "</p>\n"
        at = end + 1
        if piece and piece.start == end:  # the line's end itself
            yield "".join(_link(number, marks[number]) for number in piece.ending)
            piece = next(cut)


def _breaks(text: str) -> list[int]:
    return [place for at, char in enumerate(text) if char == "\n" for place in (at, at + 1)]


def _piece(words: str, over: tuple[int, ...], marks: tuple[Mark, ...], started: set[int]) -> str:
    """Words inside the marks over them, the outermost first."""
    opening = []
    for depth, number in enumerate(over):
        mark = marks[number]
        name = "" if number in started else f' id="m{number + 1}"'
        started.add(number)
        level = min(len(over) - depth - 1, 3)
        opening.append(
            f'<mark{name} class="f{_NUMBERS[mark.family]} d{level}" title="{_safe(_hint(mark))}">'
        )
    return "".join(opening) + escape(words) + "</mark>" * len(over)


def _hint(mark: Mark) -> str:
    return f"{FAMILIES[mark.family]} – {mark.label}"


def _link(number: int, mark: Mark) -> str:
    shown_number = number + 1
    return (
        f'<a class="n f{_NUMBERS[mark.family]}" href="#l{shown_number}" '
        f'aria-label="Dữ kiện {shown_number}">{shown_number}</a>'
    )


def _lists(plan: Plan, marks: tuple[Mark, ...]) -> Iterator[str]:
    for family, name in FAMILIES.items():
        own = [(number, mark) for number, mark in enumerate(marks, 1) if mark.family == family]
        yield f'<section class="f{_NUMBERS[family]}"><h2>{name} ({len(own)})</h2>\n<ul>\n'
        for number, mark in own:
            page = f" <small>trang {mark.page}</small>" if mark.page else ""
            yield f'<li id="l{number}"><a href="#m{number}">{number}</a>{_safe(mark.label)}'
            yield f"{page}</li>\n"
        yield f"</ul>{_searched(plan, family, bool(own))}</section>\n"


def _searched(plan: Plan, family: str, found: bool) -> str:
    """Why a list is empty, or may be short."""
    coverage = plan.coverage.get(family)
    told = unread(coverage) if found else absence(coverage) if coverage else ""
    return f'<p class="absent">{_safe(told[:1].upper() + told[1:])}.</p>' if told else ""


@cache
def _style() -> str:
    base = resources.files("extractor.export").joinpath("page.css").read_text("utf-8")
    return "\n" + base + "".join(_look(family) for family in FAMILIES)


def _look(family: str) -> str:
    number, (tint, line, manner) = _NUMBERS[family], _LOOKS[family]
    width = "3px" if manner == "double" else "2px"
    return (
        f"mark.f{number} {{ background: {tint}; border-bottom: {width} {manner} {line}; }}\n"
        f"a.n.f{number} {{ color: {line}; }}\n"
        f"nav .c{number} {{ background: {tint}; border-bottom: {width} {manner} {line}; }}\n"
        f"#k{number}:not(:checked) ~ main mark.f{number} "
        "{ background: none; border-color: transparent; }\n"
        f"#k{number}:not(:checked) ~ main a.n.f{number}, "
        f"#k{number}:not(:checked) ~ main section.f{number} {{ display: none; }}\n"
        f"#k{number}:not(:checked) ~ nav .c{number} {{ background: none; opacity: .6; }}\n"
        f"#k{number}:focus-visible ~ nav .c{number} {{ outline: 3px solid #1d4ed8; }}\n"
    )


def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _safe(text: str) -> str:
    return escape(shown(text), quote=True)
