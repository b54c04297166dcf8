"""Where the facts of each section of a record are looked for, as its reader does it.

`searched(reading, "legal_bases")` is the preamble and the sections on bases; of `awards.criteria`
the part on awards, and nothing in a plan without one. The readers' own choices are asked
(`places_of`, `promising_nodes`, `foot_blocks`), so that the answer changes when they do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from extractor.fields.awards.elsewhere import promising_nodes
from extractor.fields.awards.scope import places_of
from extractor.fields.context import Reading
from extractor.fields.coverage.regions import of_blocks, of_nodes, of_parts
from extractor.fields.document import foot_blocks
from extractor.fields.tables_grid import grids
from extractor.outline.model import Node, Part, Topic
from extractor.plan.model import Searched

_TEXT = (Part.BODY, Part.ANNEX)
Look = Callable[[Reading], Iterator[Searched]]


def searched(reading: Reading, section: str) -> tuple[Searched, ...]:
    """The parts and sections that the reader of `section` looks at, in the order of the text."""
    return tuple(sorted(_LOOKS[section](reading), key=lambda region: region.start))


def _parts(*parts: Part) -> Look:
    return lambda reading: of_parts(reading, *parts)


def _date(reading: Reading) -> Iterator[Searched]:
    return chain(of_parts(reading, Part.LETTERHEAD), _foot(reading))


def _foot(reading: Reading) -> Iterator[Searched]:
    return of_blocks(reading, foot_blocks(reading))


def _bases(reading: Reading) -> Iterator[Searched]:
    listed = of_nodes(reading, reading.nodes(Topic.BASES))
    return chain(of_parts(reading, Part.PREAMBLE), listed)


def _citations(reading: Reading) -> Iterator[Searched]:
    around = (Part.TITLE, Part.PREAMBLE, Part.ENCLOSURE, Part.FOOTNOTE)
    return chain(
        of_parts(reading, *around),
        of_nodes(reading, reading.nodes(parts=(*_TEXT, Part.CLOSING))),
    )


def _targets(reading: Reading) -> Iterator[Searched]:
    return of_nodes(reading, reading.nodes(parts=_TEXT))


def _windows(reading: Reading) -> Iterator[Searched]:
    names = of_parts(reading, Part.TITLE, Part.ENCLOSURE, Part.PREAMBLE)
    annexed = _over_tables(reading, Part.ANNEX)
    return chain(names, of_nodes(reading, chain(reading.nodes(), annexed)))


def _duties(reading: Reading) -> Iterator[Searched]:
    """Sentences count in the part on organisation only, labelled lines and tables everywhere."""
    return of_nodes(reading, reading.nodes(parts=(*_TEXT, Part.CLOSING)))


def _over_tables(reading: Reading, *parts: Part) -> Iterator[Node]:
    """The line right above each table, behind which the table stands."""
    for grid in grids(reading.blocks(*parts)):
        node = reading.outline.node_before(grid.first)
        if node is not None and node.part in parts:
            yield node


def _awards(reading: Reading) -> Iterator[Searched]:
    places = places_of(reading)
    nodes = [place.node for place in places] if places else promising_nodes(reading)
    return of_nodes(reading, nodes)


def _awards_part(reading: Reading) -> Iterator[Searched]:
    return of_nodes(reading, (place.node for place in places_of(reading)))


def _awards_promised(reading: Reading) -> Iterator[Searched]:
    """The part on awards without what is policy among a plan's solutions."""
    return of_nodes(reading, (place.node for place in places_of(reading) if not place.policy))


_LOOKS: dict[str, Look] = {
    "document.number": _parts(Part.LETTERHEAD),
    "document.date": _date,
    "document.place": _date,
    "document.title": _parts(Part.TITLE),
    "document.issuer": _parts(Part.LETTERHEAD, Part.TITLE, Part.PREAMBLE),
    "document.signer": _foot,
    "document.recipients": _foot,
    "legal_bases": _bases,
    "citations": _citations,
    "targets": _targets,
    "time_windows": _windows,
    "responsible_units": _duties,
    "assignments": _duties,
    "awards.quotas": _awards,
    "awards.forms": _awards,
    "awards.criteria": _awards_part,
    "awards.funding": _awards_promised,
    "awards.dossier": _awards_promised,
}
SECTIONS = tuple(_LOOKS)
