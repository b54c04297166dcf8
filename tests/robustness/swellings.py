"""What swells: pieces repeated until a careless pattern chokes, lists and tables without measure.

From a text and a random source to a text of the same form: `pumped` for any, `MARKUP` for lines of
a plain or Markdown text, `WEB` for a web page, `WORD` for the main part of a Word file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Change = Callable[[str, Random], str]

_TURNS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
_UNSEEN = "\u0000\u200b\u00ad\ufeff\u2028\u0085\x0b\x0c\x1c"
_LENGTHS = (50, 500, 2000, 2000, 5000, 20_000)  # characters that a piece is repeated to
_MARKS = ("1.", "a)", "-", "+", "I.", "•", "*", "(1)", "Điều 1.", "1.1.")
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
_BODY = re.compile(r"<w:body>|<body>")


def pumped(text: str, random: Random) -> str:
    """A piece of the text, of 1 to 40 characters, many times; now and then another after it."""
    at = random.randint(0, len(text))
    piece = text[at : at + random.randint(1, 40)] or "1."
    if "<" in piece or ">" in piece:  # markup is swollen by others
        piece = re.sub(r"[<>]", " ", piece)
    end = random.choice(("", "", "!", "đ", "%", "\n"))
    return text[:at] + piece * (random.choice(_LENGTHS) // len(piece)) + end + text[at:]


def turned(text: str, random: Random) -> str:
    """Marks that turn the direction of the line, or that nobody sees, all over the text."""
    marks, every = random.choice((_TURNS, _TURNS, _UNSEEN)), random.choice((1, 3, 20, 100))
    return "".join(
        letter + random.choice(marks) if random.randrange(every) == 0 else letter for letter in text
    )


def deep_list(text: str, random: Random) -> str:
    """A list within a list within a list, by its numbers, its marks or its indents."""
    depth, way = random.choice((9, 40, 200)), random.randrange(3)
    mark = random.choice(_MARKS)
    if way == 0:
        rows = [".".join("1" * at) + ". Rà soát" for at in range(1, depth)]
    elif way == 1:
        rows = [" " * (2 * at) + mark + " Rà soát" for at in range(depth)]
    else:
        rows = [random.choice(_MARKS) + " Rà soát" for _ in range(depth)]
    return _put(text, "\n" + "\n".join(rows) + "\n", random)


def great_table(text: str, random: Random) -> str:
    """A table of bars with many rows, many columns, or rows that do not agree."""
    rows, columns = random.choice(((300, 2), (4, 300), (40, 20), (1, 2000)))
    cells = random.choice(("x", "90%", "Sở Nội vụ", "", "---", "a\\|b"))
    found = ["|" + f" {cells} |" * max(1, columns - at % 3) for at in range(rows)]
    if random.randrange(2):
        found.insert(1, "|" + "---|" * columns)
    return _put(text, "\n" + "\n".join(found) + "\n", random)


def web_lists(text: str, random: Random) -> str:
    depth = random.choice((9, 90, 400, 3000))
    name = random.choice(("ul", "ol", "div", "blockquote", "span", "b", "table", "font"))
    start = f"<{name}><li>" if name in ("ul", "ol") else f"<{name}>"
    end = "" if random.randrange(2) else f"</{name}>" * depth
    return _put(text, start * depth + "Rà soát" + end, random)


def web_table(text: str, random: Random) -> str:
    rows, columns = random.choice(((300, 2), (4, 300), (40, 20)))
    spans = random.choice(
        ("", ' rowspan="99999999"', ' colspan="99999999"', ' rowspan="0" colspan="-1"')
    )
    row = f"<tr>{f'<td{spans}>90%' * columns}</tr>"
    return _put(text, f"<table>{row * rows}</table>", random)


def web_laughs(text: str, random: Random) -> str:
    words = random.choice(
        (f"<!DOCTYPE html [{_LAUGHS}]>", f"<?xml version='1.0'?><!DOCTYPE h [{_LAUGHS}]>")
    )
    return words + _put(text, "&l9;&#0;&#x110000;&nosuch;", random)


def word_lists(text: str, random: Random) -> str:
    """Paragraphs of automatic lists, level within level, of lists that may not be there."""
    rows = "".join(
        "<w:p><w:pPr><w:numPr>"
        f'<w:ilvl w:val="{random.choice((at % 9, 8, 9, -1))}"/>'
        f'<w:numId w:val="{random.choice((1, 2, 99))}"/>'
        "</w:numPr></w:pPr><w:r><w:t>Rà soát</w:t></w:r></w:p>"
        for at in range(random.choice((9, 90, 400)))
    )
    return _put_in_body(text, rows)


def word_table(text: str, random: Random) -> str:
    rows, columns = random.choice(((300, 2), (4, 60), (40, 20)))
    spans = random.choice(
        ("", '<w:gridSpan w:val="99999"/>', "<w:vMerge/>", '<w:gridSpan w:val="-3"/><w:vMerge/>')
    )
    cell = f"<w:tc><w:tcPr>{spans}</w:tcPr><w:p><w:r><w:t>90%</w:t></w:r></w:p></w:tc>"
    return _put_in_body(text, f"<w:tbl>{f'<w:tr>{cell * columns}</w:tr>' * rows}</w:tbl>")


def word_laughs(text: str, random: Random) -> str:
    start = text.find("?>") + 2
    uses = _put_in_body(text[start:], "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>")
    return f"{text[:start]}<!DOCTYPE w [{_LAUGHS}]>{uses}"


def _put(text: str, piece: str, random: Random) -> str:
    at = random.randint(0, len(text))
    return text[:at] + piece + text[at:]


def _put_in_body(text: str, piece: str) -> str:
    found = _BODY.search(text)
    return text[: found.end()] + piece + text[found.end() :] if found else text


MARKUP: tuple[Change, ...] = (pumped, pumped, turned, deep_list, great_table)
WEB: tuple[Change, ...] = (pumped, turned, web_lists, web_table, web_laughs)
WORD: tuple[Change, ...] = (word_lists, word_table, word_table, word_laughs)
