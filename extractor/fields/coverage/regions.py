"""Stretches of a document as sections that a person can turn to: heading, start, end.

In: the nodes that a reader of fields looks at, or a part of the layout. Out: `Searched(part="body",
heading="II. MỤC TIÊU", start=812, end=1533)` for each heading that stands over some of them; lines
without a heading are one region without a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.document.model import Block
from extractor.fields.context import Reading
from extractor.outline.model import Node, Part
from extractor.plan.model import PartName, Searched
from extractor.span import Span

_HEAD_RANK = 5.6  # sections and headings stand above; lead-ins, bullets and plain lines below
_PARTS: dict[Part, PartName] = {
    Part.LETTERHEAD: "letterhead",
    Part.TYPE: "type",
    Part.TITLE: "title",
    Part.PREAMBLE: "preamble",
    Part.BODY: "body",
    Part.CLOSING: "closing",
    Part.FOOT: "foot",
    Part.ENCLOSURE: "enclosure",
    Part.ANNEX: "annex",
    Part.FOOTNOTE: "footnote",
}


def of_parts(reading: Reading, *parts: Part) -> Iterator[Searched]:
    """Each run of blocks of one of `parts`."""
    return of_blocks(reading, reading.blocks(*parts))


def of_blocks(reading: Reading, blocks: Iterable[Block]) -> Iterator[Searched]:
    """Each run of neighbours among `blocks` that belong to one part; empty ones are no region."""
    run: list[Block] = []
    for block in blocks:
        if run and (block.index != run[-1].index + 1 or not _same_part(reading, run[-1], block)):
            yield from _run(reading, run)
            run = []
        run.append(block)
    yield from _run(reading, run)


def of_nodes(reading: Reading, nodes: Iterable[Node]) -> Iterator[Searched]:
    """The sections that hold `nodes`, each under the highest heading among them."""
    inside = {node.index: node for node in nodes}
    region: Searched | None = None
    for index in sorted(inside):
        node = inside[index]
        if region is not None and (node.parent in inside or _goes_on(reading, region, node)):
            region = _region(node, region.heading, region.start, _end(reading, node))
            continue
        if region is not None:
            yield region
        region = _region(node, _heading(reading, node), node.block.start, _end(reading, node))
    if region is not None:
        yield region


def _run(reading: Reading, run: list[Block]) -> Iterator[Searched]:
    name = _PARTS.get(reading.outline.part_at(run[0])) if run else None
    if name is not None and run[-1].end > run[0].start:
        yield Searched(part=name, start=run[0].start, end=run[-1].end)


def _same_part(reading: Reading, one: Block, other: Block) -> bool:
    return reading.outline.part_at(one) is reading.outline.part_at(other)


def _goes_on(reading: Reading, region: Searched, node: Node) -> bool:
    """Whether a line without a heading follows others without one."""
    unnamed = region.heading is None and _heading(reading, node) is None
    return unnamed and region.part == _PARTS.get(node.part)


def _region(node: Node, heading: str | None, start: int, end: int) -> Searched:
    return Searched(part=_PARTS.get(node.part, "body"), heading=heading, start=start, end=end)


def _heading(reading: Reading, node: Node) -> str | None:
    if node.title is None or node.rank > _HEAD_RANK:
        return None
    return reading.value(Span(node.block.start, node.title.end)) or None


def _end(reading: Reading, node: Node) -> int:
    """Where a line ends, with the table that stands behind it."""
    blocks, last = reading.document.blocks, node.block
    for at in range(node.block.index + 1, len(blocks)):
        if blocks[at].cell is None or not _same_part(reading, node.block, blocks[at]):
            break
        last = blocks[at]
    return last.end
