"""The source of a sample plan: in comes `source.yml`, out comes the `Sheet` of its three printings.

The body is one paragraph a line. A sign at the start says how it is set: `# ` heading, `~ ` legal
basis in italics, `^ ` centred and bold, `[[name]]` the table of that name; anything else is body
text, its list marker printed as it stands. `**bold**` marks words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from corpus.grid import grid
from corpus.layout import (
    Columns,
    ColumnsRow,
    Grid,
    Look,
    NewPage,
    Numbering,
    Para,
    Piece,
    Sheet,
    para,
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the first page: lines top left, the motto top right, number, place and date."""

    issuer: tuple[str, ...]
    motto: tuple[str, ...]
    number: str
    place_date: str
    parent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """What follows the signature on a page of its own: an enclosed plan, an annex."""

    heading: tuple[str, ...]
    body: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One `source.yml`, its keys checked."""

    day: date
    letterhead: Letterhead
    type: str
    title: tuple[str, ...]
    body: str
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    signer: str | None
    numbering: Numbering = Numbering.PRINTED
    tables: Mapping[str, Grid] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()


def load(path: Path) -> Source:
    """Read `source.yml`; an unknown or missing key is a TypeError that names it."""
    raw: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    raw["letterhead"] = Letterhead(**_tuples(raw["letterhead"]))
    raw["tables"] = {
        name: grid(table["rows"], table["widths"], table.get("header", 1))
        for name, table in raw.get("tables", {}).items()
    }
    raw["attachments"] = tuple(Attachment(**_tuples(item)) for item in raw.get("attachments", ()))
    raw["numbering"] = Numbering(raw.get("numbering", "printed"))
    return Source(**_tuples(raw))


def _tuples(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}


def sheet(source: Source) -> Sheet:
    """The source laid out."""
    pieces = [
        _head(source.letterhead),
        para(Look.CENTRED, source.type, bold=True, space=12),
        *(para(Look.CENTRED, line, bold=True) for line in source.title),
        *_body(source.body, source.tables),
        _foot(source),
    ]
    for attachment in source.attachments:
        pieces.extend(_attachment(attachment, source.tables))
    return Sheet(" ".join(source.title), tuple(pieces), source.numbering, source.day)


def _head(head: Letterhead) -> Columns:
    left = (
        *(para(Look.CENTRED, line, size=13) for line in head.parent),
        *(para(Look.CENTRED, line, bold=True, size=13) for line in head.issuer),
    )
    right = tuple(para(Look.CENTRED, line, bold=True, size=13) for line in head.motto)
    number = para(Look.CENTRED, head.number, size=13)
    place = para(Look.CENTRED, head.place_date, italic=True)
    return Columns((ColumnsRow(left, right), ColumnsRow((number,), (place,))))


def _body(body: str, tables: Mapping[str, Grid]) -> Iterator[Piece]:
    for line in filter(None, map(str.strip, body.splitlines())):
        yield _piece(line, tables)


def _piece(line: str, tables: Mapping[str, Grid]) -> Piece:
    if line.startswith("[["):
        return tables[line[2:-2]]
    sign, _, rest = line.partition(" ")
    look = {"#": Look.HEADING, "~": Look.BASIS, "^": Look.CENTRED}.get(sign)
    if look is None:
        return para(Look.BODY, line)
    return para(look, rest, bold=look is Look.CENTRED)


def _foot(source: Source) -> Columns:
    left = (
        para(Look.LEFT, "Nơi nhận:", bold=True, italic=True, size=12),
        *_left(source.recipients),
    )
    right = [para(Look.CENTRED, line, bold=True) for line in source.signature]
    if source.signer:
        right.append(para(Look.CENTRED, source.signer, bold=True, space=60))
    return Columns((ColumnsRow(left, tuple(right)),), left_share=0.5)


def _left(lines: Iterable[str]) -> Iterator[Para]:
    return (para(Look.LEFT, line, size=11) for line in lines)


def _attachment(attachment: Attachment, tables: Mapping[str, Grid]) -> Iterator[Piece]:
    yield NewPage()
    yield from (para(Look.CENTRED, line, bold=True) for line in attachment.heading)
    if attachment.note:
        yield para(Look.CENTRED, attachment.note, italic=True)
    yield from _body(attachment.body, tables)
