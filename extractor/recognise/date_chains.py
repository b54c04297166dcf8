"""Date words that belong together: ranges, lists, and the year they share.

`chains(view("ngày 05 - 07/8/2026"))` gives one chain of two atoms joined as a range, the first one
completed to 5 August 2026. In "trước ngày 01/6 và 15/11" the join is a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractor.recognise.date_atoms import Atom, atoms

_RANGE = re.compile(
    r" *- *|,? *(?:cho +)?(?:đến|tới)(?: +(?:hết|cuối|trước|khoảng|vào|nay))* +"
    r"|[,;]? +kết +thúc +(?:vào +|trước +)?"
)
_LIST = re.compile(r" *[,;] *(?:(?:và|hoặc) +)?| +(?:và|hoặc|hay) +")


@dataclass(frozen=True, slots=True)
class Chain:
    """Atoms in a row; `joins[i]` ("range" or "list") stands between atom i and atom i + 1."""

    atoms: tuple[Atom, ...]
    joins: tuple[str, ...]


def chains(viewed: str) -> list[Chain]:
    """The chains of `viewed`, left to right; a lone atom is a chain of one."""
    found: list[tuple[list[Atom], list[str]]] = []
    for atom in atoms(viewed):
        join = _join(viewed, found[-1][0][-1], atom) if found else None
        if join is None:
            found.append(([atom], []))
        else:
            found[-1][0].append(atom)
            found[-1][1].append(join)
    return [Chain(tuple(_completed(run, joins)), tuple(joins)) for run, joins in found]


def _join(viewed: str, left: Atom, right: Atom) -> str | None:
    between = viewed[left.span.end : right.span.start]
    ranged = _RANGE.fullmatch(between)
    if ranged and _are_ends(left, right, between):
        return "range"
    return "list" if _alike(left, right) and _LIST.fullmatch(between) else None


def _are_ends(left: Atom, right: Atom, between: str) -> bool:
    # "từ tháng 12/2025 đến quý I/2026": unlike ends are joined in words, and with both years.
    dated = left.year is not None and right.year is not None and "-" not in between
    return _alike(left, right) or dated


def _alike(left: Atom, right: Atom) -> bool:
    # "năm 2026, ngày 5/3" is no list: only dates of one fineness are joined, and "nay" with any.
    return left.shape == "now" or _fineness(left) == _fineness(right)


def _fineness(atom: Atom) -> str:
    if atom.day is not None:
        return "day"
    if atom.month is not None:
        return "month"
    if atom.quarter is not None:
        return "quarter"
    return "half" if atom.half is not None else "year"


def _completed(run: list[Atom], joins: list[str]) -> list[Atom]:
    done = list(run)
    for i in range(len(done) - 2, -1, -1):
        done[i] = _from_right(done[i], done[i + 1])
    for i, join in enumerate(joins):
        if join == "range":
            done[i + 1] = _from_left(done[i], done[i + 1])
    return done


def _from_right(atom: Atom, right: Atom) -> Atom:
    if atom.shape == "now" or atom.year is not None:
        return atom
    month = right.month if atom.day is not None and atom.month is None else atom.month
    year = right.year
    if year is not None and _order(replace(atom, month=month, year=year)) > _order(right):
        year = None  # "tháng 10 đến tháng 3/2026": the left year is not stated
    return replace(atom, month=month, year=year)


def _from_left(left: Atom, atom: Atom) -> Atom:
    if atom.year is not None or left.year is None:
        return atom
    filled = replace(atom, year=left.year)
    return filled if _order(left) <= _order(filled) else atom


def _order(atom: Atom) -> tuple[int, int, int]:
    month = atom.month or 3 * (atom.quarter or 0) or 6 * (atom.half or 0)
    return atom.year or 0, month, atom.day or 0
