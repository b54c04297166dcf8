"""Which found fact answers which gold fact, and in which of its fields the two agree.

In: two JSON facts of one section (`{"value": 90, "unit": "percent", "indicator": "…"}`). Out: pairs
of list positions (`align`), and for one field a yes or no at a level (`agrees`) or for the mission
(`meets_mission`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from evaluation.policy import LEVELS, POLICY, Field, Level, Pairing, Section, Term
from evaluation.wording import document_code, fold_words, token_f1, unit_class

Record = Mapping[str, Any]


def text_of(value: object) -> str:
    """A value as a text to compare: nothing is the empty text, a list its entries in a row."""
    if isinstance(value, list | tuple):
        return " ".join(str(entry) for entry in value)
    return str(value or "")


def agrees(field: Field, level: Level, gold: object, found: object) -> bool:
    """Whether two values of one field agree at `level`; texts always agree at `value`."""
    if level == "exact" and field.kind != "set":
        return gold == found
    if field.kind == "text" or field.kind == "words":
        return _texts_agree(field, level, gold, found)
    if field.kind == "unit" and level == "folded":
        return fold_words(text_of(gold)) == fold_words(text_of(found))
    return same_value(field, gold, found)


def _texts_agree(field: Field, level: Level, gold: object, found: object) -> bool:
    if level == "value":
        return True
    if level == "overlap":
        return token_f1(text_of(gold), text_of(found)) >= POLICY.overlap_floor
    if field.kind == "words":
        return _folded_entries(gold) == _folded_entries(found)
    return fold_words(text_of(gold)) == fold_words(text_of(found))


def _folded_entries(value: object) -> list[str]:
    return sorted(fold_words(str(entry)) for entry in _entries(value))


def same_value(field: Field, gold: object, found: object) -> bool:
    """Whether two values are the same once normalised by the field's kind."""
    if field.kind == "code":
        return document_code(text_of(gold)) == document_code(text_of(found))
    if field.kind == "unit":
        return unit_class(text_of(gold), text_of(found))
    if field.kind == "set":
        return set(_entries(gold)) == set(_entries(found))
    return gold == found


def _entries(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()


def meets_mission(field: Field, gold: object, found: object) -> bool:
    """Whether the mission figure takes `found` for `gold`."""
    if field.mission is None:
        return True
    if field.mission == "equal":
        return same_value(field, gold, found)
    if field.mission == "folded":
        return fold_words(text_of(gold)) == fold_words(text_of(found))
    return token_f1(text_of(gold), text_of(found)) >= field.mission


def levels_right(fields: Mapping[str, Field], gold: Record, found: Record) -> frozenset[Level]:
    """The levels at which every field that counts there agrees."""
    return frozenset(
        level
        for level in LEVELS
        if all(
            agrees(field, level, gold.get(name), found.get(name))
            for name, field in fields.items()
            if level in field.levels
        )
    )


def likeness(section: Section, gold: Record, found: Record) -> float:
    """How well `found` answers `gold`: the sum of the section's pairing terms."""
    pairing = section.pairing
    if pairing.identity and (gold.get(pairing.identity) or found.get(pairing.identity)):
        return float(same_value(section.fields[pairing.identity], *_both(pairing, gold, found)))
    gate = pairing.gate
    if gate and _term(section, gate, gold, found) < gate.floor:
        return 0.0
    return sum(term.weight * _term(section, term, gold, found) for term in pairing.terms)


def _both(pairing: Pairing, gold: Record, found: Record) -> tuple[object, object]:
    key = pairing.identity or ""
    return gold.get(key), found.get(key)


def _term(section: Section, term: Term, gold: Record, found: Record) -> float:
    names = term.fields
    if term.how == "overlap":
        return token_f1(text_of(gold.get(names[0])), text_of(found.get(names[0])))
    if term.how == "joined":
        # A field that both lack is something they share, so its absence counts as a word ("None").
        return token_f1(*(" ".join(str(row.get(name)) for name in names) for row in (gold, found)))
    same = [same_value(section.fields[name], gold.get(name), found.get(name)) for name in names]
    return float(all(same)) if term.how == "all" else sum(same) / len(same)


def align(
    section: Section, gold: Sequence[Record], found: Sequence[Record]
) -> list[tuple[int, int]]:
    """One-to-one pairs of positions, likest first; of equals the nearest, then the later."""
    ranked = sorted(
        (
            (score, -abs(i - j), i, j)
            for i, one in enumerate(gold)
            for j, other in enumerate(found)
            if (score := likeness(section, one, other)) >= section.pairing.floor
        ),
        reverse=True,
    )
    return _first_come(ranked)


def _first_come(ranked: Sequence[tuple[float, int, int, int]]) -> list[tuple[int, int]]:
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for _, _, i, j in ranked:
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((i, j))
    return sorted(pairs)
