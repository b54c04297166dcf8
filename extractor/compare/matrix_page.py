"""A wide table as a page: headers and first column stay, groups part the rows.

Goes in: a table whose first column is the group, and a title. Comes out: HTML, UTF-8. The table
scrolls in its own frame, on a narrow screen too; printed, it is whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from extractor.compare.page import document, section, text
from extractor.compare.tables import Cell, Table

_MANY = 7  # columns of plans, from which their names stand upright


def wide_page(title: str, lead: Sequence[str], table: Table, more: Sequence[Table] = ()) -> bytes:
    """The page of a wide table, with further tables under it."""
    body = [f"<h1>{text(title)}</h1>", *(f"<p>{text(line)}</p>" for line in lead)]
    body += _grid(table) if table.rows else [f'<p class="empty">{text(table.empty)}</p>']
    for number, other in enumerate(more, 1):
        body.extend(section(number, other))
    return document(title, "\n".join(body))


def _grid(table: Table) -> list[str]:
    columns = table.columns[1:]  # the group has rows of its own
    upright = ' class="grid upright"' if len(columns) > _MANY + 2 else ' class="grid"'
    head = "".join(f'<th scope="col"><span>{text(name)}</span></th>' for name in columns)
    lines = [f'<div class="frame" tabindex="0"><table{upright}><thead><tr>{head}</tr></thead>']
    for name, rows in groupby(table.rows, key=lambda cells: cells[0].text):
        lines.append(
            f'<tbody><tr class="topic"><th colspan="{len(columns)}">{text(name)}</th></tr>'
        )
        lines.extend(_rows(cells[1:] for cells in rows))
        lines.append("</tbody>")
    return [*lines, "</table></div>"]


def _rows(rows: Iterator[tuple[Cell, ...]]) -> Iterator[str]:
    for first, *rest in rows:
        note = f' title="{text(first.note)}"' if first.note else ""
        cells = "".join(_cell(cell) for cell in rest)
        yield f'<tr><th scope="row"{note}>{text(first.text)}</th>{cells}</tr>'


def _cell(cell: Cell) -> str:
    tone = f' class="{cell.tone}"' if cell.tone else ""
    note = f' title="{text(cell.note)}"' if cell.note else ""
    return f"<td{tone}{note}>{text(cell.text)}</td>"
