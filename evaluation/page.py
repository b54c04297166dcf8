"""Pieces of the report's HTML: tables, options and errors; what a plan says is escaped.

`table(["set", "F1"], [["corpus", "0.950"]])` gives one `<table>`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from evaluation.entries import Entry
from evaluation.facts import scored, shown
from evaluation.place import Piece


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of plain texts."""
    head = "".join(f"<th>{escape(cell)}</th>" for cell in heads)
    body = "".join(f"<tr>{_cells(row)}</tr>\n" for row in rows)
    inner = f"<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody>"
    return f'<div class="wide"><table>{inner}</table></div>'


def _cells(row: Sequence[str]) -> str:
    return "".join(f"<td>{escape(cell)}</td>" for cell in row)


def options(values: Iterable[str]) -> str:
    """The choices of a filter."""
    return "".join(f"<option>{escape(value)}</option>" for value in values)


def folded_away(title: str, inner: str) -> str:
    """Something that opens on a click."""
    return f"<details><summary>{escape(title)}</summary>{inner}</details>"


def document_part(document: str, entries: Iterable[Entry]) -> str:
    """The errors of one document under its name."""
    articles = "\n".join(article(document, entry) for entry in entries)
    return f'<section class="document"><h3>{escape(document)}</h3>\n{articles}</section>'


def article(document: str, entry: Entry) -> str:
    """One error: what was to be found, what was found, and the sentence."""
    keys = {"section": entry.section, "kind": entry.kind, "document": document}
    data = "".join(f' data-{key}="{escape(value)}"' for key, value in keys.items())
    sentences = "".join(_sentence(pieces) for pieces in entry.passages)
    return (
        f'<article class="{entry.kind}"{data}><header>{entry.section}: {entry.kind}</header>'
        f"{_details(entry)}{sentences}{_unplaced(entry)}</article>"
    )


def _details(entry: Entry) -> str:
    gold = scored(entry.section, entry.gold or {})
    found = scored(entry.section, entry.found or {})
    rows = "".join(_detail(entry, name, gold, found) for name in {**gold, **found})
    return f"<table><tr><th></th><th>answer</th><th>found</th></tr>{rows}</table>"


def _detail(entry: Entry, name: str, gold: dict[str, object], found: dict[str, object]) -> str:
    differs = ' class="differs"' if name in entry.differs else ""
    return f"<tr{differs}>{_cells([name, shown(gold.get(name)), shown(found.get(name))])}</tr>"


def _sentence(pieces: Iterable[Piece]) -> str:
    return f"<blockquote>{''.join(_piece(piece) for piece in pieces)}</blockquote>"


def _piece(piece: Piece) -> str:
    text = escape(piece.text)
    return f'<mark class="{piece.owner}">{text}</mark>' if piece.owner else text


def _unplaced(entry: Entry) -> str:
    if not entry.quote:
        return ""
    return f'<p class="unplaced">not located in the text: {escape(entry.quote)}</p>'
