"""Tasks in the rows of tables: one duty for each row that names who leads.

`1 | Rà soát quy hoạch | Sở Xây dựng | Các sở, ngành | Quý II/2026 | Báo cáo` is one duty of Sở Xây
dựng, due 2026-06, with the product "Báo cáo"; group rows ("II | Phát triển hạ tầng") and rows whose
lead cell names no body ("theo phân công tại Quyết định …") are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from extractor.document.model import Block
from extractor.fields.assignments_products import product_in
from extractor.fields.assignments_times import due_of, every_ahead, every_of, period_of
from extractor.fields.context import Reading
from extractor.fields.tables_columns import Columns, columns_of, header_roles
from extractor.fields.tables_grid import Grid, Row, grids
from extractor.fields.tables_persons import persons_in
from extractor.fields.units_address import is_one_person, past_address
from extractor.fields.units_clause import clause_of
from extractor.fields.units_cues import is_verb
from extractor.fields.units_gloss import past_gloss
from extractor.fields.units_model import Duty
from extractor.fields.units_party import Party, bodies_of, party_at
from extractor.outline.model import Part
from extractor.span import Span
from extractor.view import view

_PARTS = (Part.BODY, Part.ANNEX)
_NO_BODY = re.compile(r"\W*(?:theo|như|xem|căn +cứ|tự|nt\b|-)")
_DITTO = re.compile(r"\W*(?:như trên|nt)\W*|\s*[\"”〃]{1,2}\s*")
_LONGEST_NAME = 25  # words
_EDGES = " \t\u00a0.,;:-–+*"
# "Sở Nội vụ trong phạm vi nhiệm vụ của mình | và các cơ quan khác": the list goes on behind it.
_GOES_ON = re.compile(r"trong +phạm +vi +[^;.()]{0,60} +và +các ")


def read_tables(reading: Reading) -> Iterator[Duty]:
    """The duties of the rows of all tables of tasks, in order."""
    last: tuple[Grid, Columns] | None = None
    for grid in grids(reading.blocks(*_PARTS)):
        columns = columns_of(grid) or _continued(reading, grid, last)
        if columns is None:
            last = None
            continue
        last = grid, columns
        above: Row | None = None
        for row in grid.rows[columns.body :]:
            row = _with_dittos(row, above)
            duty = None if header_roles(row) else _duty(reading, row, columns)
            if duty is not None:
                yield duty
            above = row


def _with_dittos(row: Row, above: Row | None) -> Row:
    """The row with the cells above where it says no more than "như trên" or "nt"."""
    if above is None or not any(_is_ditto(cell) for cell in row.own):
        return row
    cells = tuple(
        over if over is not None and _is_ditto(cell) else cell
        for cell, over in zip_longest(row.cells, above.cells[: len(row.cells)])
    )
    return replace(row, cells=cells)


def _is_ditto(cell: Block | None) -> bool:
    return cell is not None and _DITTO.fullmatch(view(cell.text)) is not None


def _continued(reading: Reading, grid: Grid, last: tuple[Grid, Columns] | None) -> Columns | None:
    """A table that a page break cut off goes on without a header right behind its first part."""
    if last is None or last[0].width != grid.width:
        return None
    end = max(cell.index for row in last[0].rows for cell in row.own)
    if grid.first.index != end + 1:
        return None
    return replace(last[1], body=0)


def _duty(reading: Reading, row: Row, columns: Columns) -> Duty | None:
    lead = _cell(row, columns.lead)
    tasks = tuple(cell for column in columns.tasks if (cell := _cell(row, column)))
    if lead is None or not tasks or lead in tasks:
        return None
    party = lead_party(reading, lead.span)
    if party is None:
        return None
    # Beside a column of partners, who "thực hiện" is who leads them.
    leads = columns.lead_role == "lead" or columns.partner is not None
    role = "lead" if leads else "implement"
    partner, time = _cell(row, columns.partner), _cell(row, columns.time)
    product, period = _cell(row, columns.product), _cell(row, columns.period)
    return Duty(
        party=party,
        role=role,  # type: ignore[arg-type]
        task=tuple(dict.fromkeys(cell.span for cell in tasks)),
        source=_source(row),
        rule="table-row",
        confidence=0.95,
        partners=listed_bodies(reading, partner.span) if partner else (),
        due=due_of(reading, time.span, timed=True) if time else None,
        every=(every_of(reading, time.span) if time else None)
        or (period_of(reading, period.span) if period else None)
        or every_ahead(reading, tasks[0].span),
        deliverable=product.span if product else product_in(reading, tasks[-1].span),
        basis={"unit": "inherited"} if lead not in row.own else {},
    )


def _cell(row: Row, column: int | None) -> Block | None:
    cell = row.cells[column] if column is not None and column < len(row.cells) else None
    return cell if cell is not None and cell.text.strip(_EDGES) else None


def _source(row: Row) -> Span:
    own = row.filled
    return Span(own[0].start, own[-1].end)


def lead_party(reading: Reading, span: Span) -> Party | None:
    """Who leads by a cell or label: the one body it names, or the whole where it names several.

    "Sở KH&CN theo dõi, báo cáo" is Sở KH&CN; "theo phân công tại …" is nobody.
    """
    whole = span.trimmed(reading.text, _EDGES)
    if not len(whole) or _NO_BODY.match(view(whole.of(reading.text))):
        return None
    start = past_address(reading, whole.start)
    persons = persons_in(reading, whole)
    if persons:
        return Party(Span(persons[0].start, whole.end), persons)
    party = party_at(reading, whole.start, whole.end)
    if party is None:
        return _short_name(reading, Span(start, whole.end))
    if is_one_person(reading, Span(whole.start, start)):
        return Party(Span(start, whole.end), (Span(start, whole.end),))
    rest = view(reading.text[party.span.end : whole.end]).strip()
    said = _is_remark(rest) or (";" not in rest and _is_predicate(rest))
    glossed = past_gloss(reading, party.span.end, whole.end) > party.span.end
    if not rest or glossed or (said and not _GOES_ON.match(rest)):
        return Party(party.span, bodies_of(reading, party.span, listed=True))
    whole = Span(party.span.start, whole.end)
    return Party(whole, _named(reading, whole))


def listed_bodies(reading: Reading, span: Span) -> tuple[Span, ...]:
    """The bodies that a cell or label lists, one by one, groups too."""
    whole = span.trimmed(reading.text, _EDGES)
    if not len(whole) or _NO_BODY.match(view(whole.of(reading.text))):
        return ()
    start = past_address(reading, whole.start)
    bodies = bodies_of(reading, Span(start, whole.end), listed=True)
    return tuple(body for body in bodies if len(body.of(reading.text).split()) <= _LONGEST_NAME)


def _is_remark(rest: str) -> bool:
    return rest.startswith(("(", "theo ", "trong ", "tại "))


def _is_predicate(rest: str) -> bool:
    return is_verb(rest, 0)


def _named(reading: Reading, whole: Span) -> tuple[Span, ...]:
    """The bodies of a cell that says more than names: each one cut where its verb begins."""
    found = []
    for piece in bodies_of(reading, whole, listed=True):
        party = party_at(reading, piece.start, piece.end)
        rest = view(reading.text[party.span.end : piece.end]).strip() if party else ""
        cut = party is not None and (_is_remark(rest) or _is_predicate(rest))
        found.append(party.span if party and cut else piece)
    return tuple(found)


def _short_name(reading: Reading, span: Span) -> Party | None:
    """A few words with a capital that no lexicon knows may still name a body of the plan's own."""
    text = span.of(reading.text)
    words = text.split()
    clause = clause_of(reading, span)
    small = [word for word in words if word[:1].islower()]
    if len(words) > 8 or not small or not words[0][:1].isupper() or not clause.foreign:
        return None
    return Party(span, (span,))
