"""A sheet as plain text: one paragraph a line, a blank line between; a table row is one line.

The cells of a row stand between tabs, as a word processor saves them: `1⇥Tỷ lệ hồ sơ …⇥%⇥90`. The
grid places that a merged cell covers are left empty.
"""

from __future__ import annotations

import unicodedata

from corpus.layout import Columns, Grid, NewPage, Para, Piece, Sheet


def render_txt(sheet: Sheet) -> str:
    """The text of the sheet, NFC, with a final newline."""
    parts = [part for piece in sheet.pieces if (part := _part(piece))]
    return unicodedata.normalize("NFC", "\n\n".join(parts) + "\n")


def _part(piece: Piece) -> str:
    match piece:
        case Para():
            return piece.text
        case Columns():
            lines = [line.text for row in piece.rows for line in (*row.left, *row.right)]
            return "\n\n".join(lines)
        case Grid():
            return _table(piece)
        case NewPage():
            return ""


def _table(table: Grid) -> str:
    rows = [[""] * len(table.widths) for _ in range(table.height)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text
    return "\n".join("\t".join(row).rstrip("\t") for row in rows)
