"""The measured table as `extractor/fields/confidence.yml`: counts, weights and names of rules.

In: a `Table`. Out: the file, a line for each rule: `targets.zero: [11, 11]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extractor.fields.confidence_table import Table, Trait

HEAD = """\
# How often the facts of each rule were right, on {plans} plans with answers (one format of each).
# Made by `python -m evaluation calibrate`; read by extractor/fields/confidence.py.
#   rules    section: rule: [found, right]
#   traits   [found, right, move of the log odds]
#   unseen   the same for plans answered blind, which the rules were not written with
#   prior    how many facts of the level above a rule leans on; review and floor: thresholds"""


def write(table: Table, path: Path) -> None:
    """Write the table, a line for each rule, so that a diff can be read."""
    path.write_text("\n".join(_lines(table)) + "\n", encoding="utf-8")


def _lines(table: Table) -> Iterator[str]:
    yield HEAD.format(plans=table.plans)
    for name in ("plans", "prior", "review", "floor"):
        yield f"{name}: {getattr(table, name)}"
    yield f"unseen: {_row(table.unseen)}"
    yield "rules:" if table.rules else "rules: {}"
    for section, rules in table.rules.items():
        yield f"  {section}:"
        yield from (f"    {rule}: [{one.found}, {one.right}]" for rule, one in rules.items())
    yield "traits:" if table.traits else "traits: {}"
    for trait, one in table.traits.items():
        yield f"  {trait}: {_row(one)}"


def _row(one: Trait) -> str:
    return f"[{one.found}, {one.right}, {one.move}]"
