"""Marks of Markdown and HTML read as structure and taken out of the text.

In: the lines of one paragraph or cell. Out: one `StyledLine` a printed line: the bare text, which
ranges of it are bold or italic, its heading level, and whether emphasis runs on from the line
before: `["**I. MỤC", "ĐÍCH, YÊU CẦU**"]` gives "I. MỤC" and "ĐÍCH, YÊU CẦU", both bold, the second
`runs_on`.

Copies of web pages do not keep Markdown's rules on where emphasis may begin ("*(nếu có) *theo"), so
each run of stars just turns its style on or off; where the turns do not come out even, the style
is not believed, but no mark stays in the text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.reading.text_lines import Line

Range = tuple[int, int]
Turn = tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class StyledLine:
    """One printed line without marks; ranges are offsets in `text`, `number` counts from 1."""

    number: int
    text: str
    bold: tuple[Range, ...] = ()
    italic: tuple[Range, ...] = ()
    heading: int | None = None
    hard: bool = False  # the break behind this line was written on purpose
    runs_on: bool = False  # emphasis opened above is still open where this line begins
    length: int = 0  # characters of the line as it stands in the file


_SPECIAL = re.compile(r"[\\*_~`<&#\]>]|  ")
_HEADING = re.compile(r"[ \t]*(#{1,6})(?:[ \t]+|$)")
_HEADING_END = re.compile(r"[ \t]+#+$")
_QUOTE = re.compile(r"(?m)^[ \t]*>[ \t]?(?=[^\d\s=])")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)")
_LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]{0,100}\]){1,600})\]"
    r"\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)"
)
_NOTE = re.compile(r"\[\^(\d{1,3})\](?::(?=[ \t]))?")
_TOKEN = re.compile(
    r"(?P<break>\\?\n)|\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<stars>\*+)|(?P<lows>_+)"
    r"|(?P<void>~~|`+|<!--.{0,500}?-->)"
    r"|<(?P<tag>/?[A-Za-z][A-Za-z0-9]{0,9})(?:\s[^<>\n]{0,300})?/?>"
    r"|<(?P<link>https?://[^<>\s]{1,2000})>"
    r"|(?P<entity>&(?:#\d{1,6}|#x[0-9A-Fa-f]{1,5}|[A-Za-z]{2,8});)"
)
_BREAK_TAGS = frozenset(("br", "p", "/p", "div", "/div", "li", "/li", "/tr", "hr"))
_TAGS = frozenset(
    ("b", "strong", "i", "em", "u", "s", "sup", "sub", "span", "font", "center", "a", "small",
     "big", "tt", "ul", "ol", "td", "tr", "th", "table", "tbody", "h1", "h2", "h3", "h4")
)  # fmt: skip
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_PRODUCT = re.compile(r"\d[ ]?\*[ ]?\d")


@dataclass(slots=True)
class _Pen:
    """Writes lines while styles go on and off."""

    lines: list[StyledLine] = field(default_factory=list)
    text: str = ""
    ranges: tuple[list[Range], list[Range]] = field(default_factory=lambda: ([], []))
    on: list[bool] = field(default_factory=lambda: [False, False])
    runs_on: bool = False

    def write(self, piece: str) -> None:
        piece = _SPACES.sub(" ", piece)
        if piece.startswith(" ") and (not self.text or self.text.endswith(" ")):
            piece = piece[1:]
        start, self.text = len(self.text), self.text + piece
        for ranges, on in zip(self.ranges, self.on, strict=True):
            if on and piece:
                begins = ranges.pop()[0] if ranges and ranges[-1][1] == start else start
                ranges.append((begins, len(self.text)))

    def end_line(self, source: Line, heading: int | None, hard: bool) -> None:
        text = self.text.rstrip()
        bold, italic = (_clipped(ranges, len(text)) for ranges in self.ranges)
        if text:
            self.lines.append(
                StyledLine(
                    source.number, text, bold, italic, heading, hard, self.runs_on, len(source.text)
                )
            )
        self.text, self.ranges, self.runs_on = "", ([], []), any(self.on)


def _clipped(ranges: list[Range], end: int) -> tuple[Range, ...]:
    return tuple((start, min(stop, end)) for start, stop in ranges if start < end)


def styled(lines: Sequence[Line]) -> list[StyledLine]:
    """The printed lines of one paragraph; lines without any text are left out."""
    if not any(_SPECIAL.search(line.text) for line in lines):
        return [_plain(line) for line in lines]
    levels, raw = _without_line_marks(lines)
    raw = _without_links(raw)
    tokens = list(_TOKEN.finditer(raw))
    turns = _turns(raw, tokens)
    return _walk(lines, levels, raw, tokens, turns)


def _plain(line: Line) -> StyledLine:
    text = _SPACES.sub(" ", line.text).strip()
    return StyledLine(line.number, text, hard=line.hard, length=len(line.text))


def _without_line_marks(lines: Sequence[Line]) -> tuple[list[int | None], str]:
    levels: list[int | None] = []
    texts: list[str] = []
    for line in lines:
        found = _HEADING.match(line.text)
        levels.append(len(found.group(1)) if found else None)
        texts.append(_HEADING_END.sub("", line.text[found.end() :]) if found else line.text)
    raw = "\n".join(texts)
    quoted = all(_QUOTE.match(text) for text in texts)
    return levels, _QUOTE.sub("", raw) if quoted else raw


def _without_links(raw: str) -> str:
    if "](" in raw:
        raw = _LINK.sub(r"\1", _IMAGE.sub("", raw))
    return _NOTE.sub(r"[\1]", raw) if "[^" in raw else raw


def _turns(raw: str, tokens: Sequence[re.Match[str]]) -> list[Turn | None]:
    """For each token which styles it turns (bold, italic); None for one that is no emphasis."""
    turns = [_turn(raw, token) for token in tokens]
    bullets = [_is_bullet(raw, token) for token in tokens]
    others = sum(
        bool(turn and turn[1]) for turn, one in zip(turns, bullets, strict=True) if not one
    )
    if others % 2 == 0:
        turns = [None if one else turn for turn, one in zip(turns, bullets, strict=True)]
    italic = False
    for index, (token, turn) in enumerate(zip(tokens, turns, strict=True)):
        if turn and not italic and _is_rating(raw, token):
            turns[index] = None
        elif turn:
            italic ^= turn[1]
    return turns


def _turn(raw: str, token: re.Match[str]) -> Turn | None:
    if token["tag"]:
        name = token["tag"].lower().lstrip("/")
        return (name in ("b", "strong"), name in ("i", "em"))
    run = token["stars"] or token["lows"]
    if not run or _is_literal(raw, token):
        return None
    return (bool(len(run) & 2), bool(len(run) & 1))


def _is_literal(raw: str, token: re.Match[str]) -> bool:
    before, after = (
        raw[max(0, token.start() - 1) : token.start()],
        raw[token.end() : token.end() + 1],
    )
    if token["lows"]:
        return (before.isalnum() and after.isalnum()) or len(token["lows"]) > 3
    if before == "(" and after == ")":
        return True
    return _PRODUCT.search(raw, max(0, token.start() - 2), token.end() + 2) is not None


def _is_bullet(raw: str, token: re.Match[str]) -> bool:
    if token["stars"] != "*":
        return False
    before = raw[raw.rfind("\n", 0, token.start()) + 1 : token.start()]
    after = raw[token.end() : token.end() + 2]
    return not before.strip() and after[:1] in (" ", "\t") and after[1:].strip() not in ("", "*")


def _is_rating(raw: str, token: re.Match[str]) -> bool:
    # "khách sạn 3* trở lên": a star behind a digit that could only close what is not open.
    after = raw[token.end() : token.end() + 1]
    return (
        token["stars"] == "*"
        and raw[max(0, token.start() - 1) : token.start()].isdigit()
        and after in (*" ,.;)\n", "")
    )


def _walk(
    lines: Sequence[Line],
    levels: Sequence[int | None],
    raw: str,
    tokens: Sequence[re.Match[str]],
    turns: Sequence[Turn | None],
) -> list[StyledLine]:
    pen = _Pen()
    believed = [sum(bool(turn and turn[style]) for turn in turns) % 2 == 0 for style in (0, 1)]
    row = at = 0
    for token, turn in zip(tokens, turns, strict=True):
        pen.write(raw[at : token.start()])
        at = token.end()
        if token["break"]:
            pen.end_line(lines[row], levels[row], lines[row].hard or token["break"] != "\n")
            row += 1
        elif turn is not None:
            for style in (0, 1):
                pen.on[style] ^= turn[style] and believed[style]
        for piece in _printed(token, turn):
            pen.write(piece)
        if token["tag"] and token["tag"].lower() in _BREAK_TAGS:
            pen.end_line(lines[row], levels[row], True)
    pen.write(raw[at:])
    pen.end_line(lines[row], levels[row], lines[row].hard)
    return pen.lines


def _printed(token: re.Match[str], turn: Turn | None) -> Iterator[str]:
    """What a token leaves in the text."""
    if token["escaped"]:
        yield token["escaped"]
    elif token["entity"]:
        yield html.unescape(token["entity"])
    elif token["link"]:
        yield token["link"]
    elif token["tag"]:
        name = token["tag"].lower()
        if name.lstrip("/") not in _TAGS and name not in _BREAK_TAGS:
            yield token.group()
    elif turn is None and (token["stars"] or token["lows"]):
        yield token.group()
