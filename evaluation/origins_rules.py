"""The stated rules of writing (`origins.yml`), the kept counts (`origins.json`), what lacks both.

In: the lexicons as the program loads them, the modules as they stand. Out: `faults()`, a line for
each entry, form, rule and module that neither two documents nor a stated rule stands for. The
counts are made by `python -m evaluation origins`; what came later counts as seen in no document.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import yaml

from evaluation.cases import ROOT
from evaluation.origins import ENOUGH
from evaluation.origins_code import modules, tree_of
from extractor.lexicon.load import Entry, key_of, load, names

RULES = ROOT / "evaluation" / "origins.yml"
COUNTS = ROOT / "evaluation" / "origins.json"

_WORD = re.compile(r"\w+")
_EMPTY = frozenset(re.findall(r"\w+", "các những một và của có là cho về để được theo đã"))
_SOURCE = re.compile(
    r"(?:Source|Layout|Source of the layout)[^:]{0,20}: +([^.]+(?:\.(?=\S)[^.]*)*)"
)


class LexiconRule(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Why the words of a lexicon are there; `entries` names the class of single entries."""

    rule: str
    closed: bool = False
    entries: dict[str, str] = {}


class Rules(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """All stated rules."""

    guards: str
    lexicons: dict[str, LexiconRule]
    modules: dict[str, str]
    rules: dict[str, str]


class Count(msgspec.Struct, frozen=True):
    """Real documents and samples of ours that show something."""

    documents: int
    samples: int


class EntryCount(msgspec.Struct, frozen=True):
    """The same for an entry; real documents for each form and guard."""

    documents: int
    samples: int
    forms: dict[str, int]
    guards: dict[str, int] = {}


class Counts(msgspec.Struct, frozen=True):
    """Everything that was counted; of the functions those alone that too few documents show."""

    documents: int
    samples: int
    lexicons: dict[str, dict[str, EntryCount]]
    modules: dict[str, Count]
    rules: dict[str, Count]
    functions: dict[str, Count]


def load_rules(path: Path = RULES) -> Rules:
    """The stated rules."""
    return yaml.decode(path.read_bytes(), type=Rules)


def load_counts(path: Path = COUNTS) -> Counts:
    """The kept counts."""
    return msgspec.json.decode(path.read_bytes(), type=Counts)


def write_counts(counts: Counts, path: Path = COUNTS) -> None:
    """Keep the counts, an entry a line."""
    path.write_text("\n".join(_json(msgspec.to_builtins(counts), 3)) + "\n", encoding="utf-8")
    print(f"written: {path}")


def _json(value: Any, depth: int) -> Iterator[str]:
    """The lines of a JSON value, broken down to a depth."""
    if not isinstance(value, dict) or not depth or not value:
        yield json.dumps(value, ensure_ascii=False)
        return
    yield "{"
    for place, (key, below) in enumerate(value.items(), 1):
        first, *more = _json(below, depth - 1 if _is_deep(below) else 0)
        lines = [f"{json.dumps(key, ensure_ascii=False)}: {first}", *more]
        lines[-1] += "," if place < len(value) else ""
        yield from (f" {line}" for line in lines)
    yield "}"


def _is_deep(value: Any) -> bool:
    return isinstance(value, dict) and any(isinstance(one, dict) for one in value.values())


def faults(rules: Rules, counts: Counts) -> list[str]:
    """What has neither two documents nor a stated rule; empty when all is well."""
    return [*_of_lexicons(rules, counts), *_of_code(rules, counts)]


def _of_lexicons(rules: Rules, counts: Counts) -> Iterator[str]:
    for name in names():
        if name not in rules.lexicons:
            yield f"{name}: no rule of writing is stated"
            continue
        known = counts.lexicons.get(name, {})
        for entry in load(name).entries:
            yield from _of_entry(f"{name}:{entry.id}", entry, rules.lexicons[name], known)


def _of_entry(
    place: str, entry: Entry, rule: LexiconRule, known: dict[str, EntryCount]
) -> Iterator[str]:
    """The faults of one entry; what was not counted yet stands in no document."""
    if rule.closed or entry.id in rule.entries:
        return
    count = known.get(entry.id, EntryCount(0, 0, {}))
    if count.documents < ENOUGH:
        yield f"{place}: {count.documents} documents and no stated rule"
    for form in strangers({form: count.forms.get(form, 0) for form in map(key_of, entry.aliases)}):
        yield f"{place}: “{form}” has neither two documents nor a stated class"


def strangers(forms: Mapping[str, int]) -> list[str]:
    """Forms of too few documents that share no word with a form of enough: no mere wordings."""
    shown = [form for form, papers in forms.items() if papers >= ENOUGH]
    known = {word for form in shown for word in _words(form)}
    rare = (form for form, papers in forms.items() if papers < ENOUGH)
    return [form for form in rare if not _words(form) & known]


def _words(form: str) -> frozenset[str]:
    return frozenset(_WORD.findall(form)) - _EMPTY


def _of_code(rules: Rules, counts: Counts) -> Iterator[str]:
    for module in modules():
        if not source_of(module, rules):
            yield f"{module}: no source of its rule is stated"
    for rule, count in counts.rules.items():
        if count.documents < ENOUGH and rule not in rules.rules:
            yield f"{rule}: {count.documents} documents and no stated rule"


def source_of(module: str, rules: Rules) -> str:
    """The source that a module's docstring names, else the stated one; "" where neither is."""
    named = _SOURCE.search(" ".join(says(module).split()))
    if named:
        return named.group(1)
    starts = [start for start in rules.modules if module.startswith(start)]
    return rules.modules[max(starts, key=len)] if starts else ""


def says(module: str) -> str:
    """A module's docstring."""
    return ast.get_docstring(tree_of(module)) or ""
