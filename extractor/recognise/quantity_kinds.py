"""What a number is: a percentage, a count, money, a measure, or no amount at all.

`kind_of(page, core)` reads the words behind the number ("%", "triệu USD", "ha", "sáng kiến"),
`not_an_amount` those around it ("Điều 5", "lần thứ 2", "08 giờ 00", "13/13 ấp", “mô hình 5 không”).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.lexicon.load import load
from extractor.recognise.page import Page
from extractor.span import Span

_BLANKS = re.compile(r" *")
_NOUN = re.compile(r"[^\W\d_][\w-]*(?: +[^\W\d_][\w-]*)?")
_CLOCK = re.compile(
    r" *(?:giờ|h|g)(?: *\d{1,2}(?: *(?:phút|'))?|(?= *,? *(?:ngày|sáng|chiều|00)))|h\d\d|:\d\d(?!\d)"
)
_RATIO = re.compile(r"\d *[/:] *\d")
_MARKER = re.compile(r"(?:^|\n) *(?:\d{1,2}\.)*$")
_MARKED = re.compile(r"[.)](?: |$|\n)|(?:\.\d+)*\.? ")
_PHONE = re.compile(r"0\d{2,3}[. ]?\d{3}[. ]?\d{3,4}")
_QUOTE = re.compile(r'"[^"\n]{1,80}"')
_STOP = frozenset(
    [
        "và",
        "hoặc",
        "để",
        "theo",
        "trong",
        "tại",
        "về",
        "của",
        "là",
        "được",
        "có",
        "khi",
        "cho",
        "với",
        "từ",
        "đến",
        "nếu",
        "nhằm",
        "do",
        "thì",
        "trên",
        "dưới",
        "trở",
        "so",
    ]
)


@dataclass(frozen=True, slots=True)
class Kind:
    """Name of the kind, the number with its sign, and the unit."""

    name: str
    core: Span
    unit: str | None = None
    unit_span: Span | None = None


def kind_of(page: Page, core: Span) -> Kind:
    """The kind that the words right behind the number give it."""
    blanks = _BLANKS.match(page.viewed, core.end)
    start = blanks.end() if blanks else core.end
    hit = load("units").at(page.viewed, start)
    if hit is None:
        return _noun(page, core, start)
    name = hit.entry.word("kind")
    if name == "percent":
        unit = "‰" if "‰" in hit.span.of(page.viewed) else "percent"
        return Kind(name, Span(core.start, hit.span.end), unit)
    return Kind(name, core, _plain(page, hit.span), hit.span)


def _noun(page: Page, core: Span, start: int) -> Kind:
    """A noun that the lexicon does not know: its first two syllables, for the targets to extend."""
    match = _NOUN.match(page.viewed, start)
    if match is None or start == core.end or match.group().split()[0] in _STOP:
        return Kind("count", core)
    end = match.end()
    second = match.group().split()[1:]
    if second and second[0] in _STOP:
        end = start + len(match.group().split()[0])
    span = Span(start, end)
    return Kind("count", core, _plain(page, span), span)


def _plain(page: Page, span: Span) -> str:
    return " ".join(span.of(page.text).split())


def not_an_amount(page: Page, core: Span, kind: Kind) -> str | None:
    """reference, ordinal, time, ratio or name, if the number is no amount; else None."""
    if kind.name == "percent":
        return None
    if _is_marker(page, core) or _PHONE.match(page.viewed, core.start):
        return "reference"
    if (
        _CLOCK.match(page.viewed, core.end)
        and page.viewed[core.end - 2 : core.end].strip().isdigit()
    ):
        return "time"
    context = _context(page, core.start)
    if context:
        return context
    if _quoted(page, core):
        return "name"
    return None


def _is_marker(page: Page, core: Span) -> bool:
    low = max(0, core.start - 12)
    return bool(_MARKER.search(page.viewed, low, core.start)) and bool(
        re.compile(r"(?:\.\d+)*[.)]").match(page.viewed, core.end)
    )


def _context(page: Page, start: int) -> str | None:
    low = max(page.viewed.rfind("\n", 0, start) + 1, start - 32)
    before = page.viewed[low:start].rstrip(" :.")
    hits = [hit for hit in load("number_contexts").find(before) if hit.span.end == len(before)]
    return hits[0].entry.word("kind") if hits else None


def _quoted(page: Page, core: Span) -> bool:
    line = page.viewed.rfind("\n", 0, core.start) + 1
    end = page.viewed.find("\n", core.end)
    stop = len(page.viewed) if end < 0 else end
    return any(m.start() < core.start < m.end() for m in _QUOTE.finditer(page.viewed, line, stop))
