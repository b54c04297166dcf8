"""Tables as one inert page: nothing is loaded, nothing runs, every word from a plan is escaped.

Goes in: a title and sections made of tables. Comes out: HTML that stands alone. On a narrow screen
each row becomes a card, each cell with its column's name; printed, headers repeat and rows stay
whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from importlib import resources

from extractor.compare.tables import Cell, Table
from extractor.inert import shown

_SIGN = re.compile(r"(≥|≤|&gt;|&lt;) (?=\d)")


def document(title: str, body: str) -> bytes:
    """A whole page around a body that is HTML already."""
    style = resources.files("extractor.compare").joinpath("page.css").read_text(encoding="utf-8")
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}\n"
        "</body>\n</html>\n"
    ).encode()


def text(value: str) -> str:
    """A word of a plan as HTML text: escaped, without characters that no page may hold."""
    plain = escape(shown(value), quote=True)
    return _SIGN.sub(r"\1&nbsp;", plain)  # a sign stays with its number


def contents(tables: Sequence[Table], before: int = 0) -> str:
    """Links to the sections of tables; `before` is how many sections came earlier."""
    links = (
        f'<li><a href="#s{number}">{text(table.title)}</a> <small>{len(table.rows)}</small></li>'
        for number, table in enumerate(tables, before + 1)
    )
    return f"<nav><ul>{''.join(links)}</ul></nav>"


def section(number: int, table: Table) -> Iterator[str]:
    """One table under its title."""
    yield f'<section id="s{number}"><h2>{text(table.title)} <small>{len(table.rows)}</small></h2>'
    if table.intro:
        yield f"<p>{text(table.intro)}</p>"
    if not table.rows:
        yield f'<p class="empty">{text(table.empty)}</p></section>'
        return
    yield f'<div class="wide"><table class="cards">{_widths(table)}<thead><tr>'
    yield from (f'<th scope="col">{text(column)}</th>' for column in table.columns)
    yield "</tr></thead><tbody>"
    for cells in table.rows:
        yield f"<tr>{''.join(_cell(c, t) for c, t in zip(table.columns, cells, strict=True))}</tr>"
    yield "</tbody></table></div></section>"


def _widths(table: Table) -> str:
    whole = sum(table.shares)
    columns = (f'<col style="width:{100 * share / whole:.1f}%">' for share in table.shares)
    return f"<colgroup>{''.join(columns)}</colgroup>" if whole else ""


def _cell(column: str, cell: Cell) -> str:
    tone = f' class="{cell.tone}"' if cell.tone else ""
    empty = "" if cell.text else " data-empty"
    note = f' title="{text(cell.note)}"' if cell.note else ""
    return f'<td data-label="{text(column)}"{tone}{empty}{note}>{text(cell.text)}</td>'
