"""Which plans set the code to work: functions that gave something, and rules that facts name.

In: papers. Out: for each function of the recognisers, the outline and the fields the documents in
which it gave something (any value but None, False and an empty collection; a function that gives
nothing back counts where it ran), and for each rule that a fact names the documents with such a
fact. What is made once for all documents (behind a cache) belongs to none and is left out.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import msgspec

from evaluation.cases import ROOT
from evaluation.origins import Origin, Paper, origin_of
from evaluation.reread import reading_of
from extractor.fields.assemble import read_fields
from extractor.fields.unused import unused
from extractor.plan.model import Plan

ROOMS = ("recognise", "outline", "fields")
PACKAGE = ROOT / "extractor"

Place = tuple[str, str]  # module and name of a function


@dataclass(frozen=True, slots=True)
class Function:
    """A function by its module (`fields/units`), its name, and what its docstring says first."""

    module: str
    name: str
    says: str
    gives: bool


@dataclass(frozen=True, slots=True)
class Code:
    """Modules, functions and rules, each with the documents that show it."""

    modules: dict[str, Origin]
    functions: dict[Function, Origin]
    rules: dict[str, Origin]


def modules() -> list[str]:
    """The modules of the rooms that hold rules: `recognise/dates`, `fields/targets/head`."""
    found = (path for room in ROOMS for path in (PACKAGE / room).rglob("*.py"))
    names = (path.relative_to(PACKAGE).with_suffix("").as_posix() for path in found)
    return sorted(name for name in names if not name.endswith("__init__"))


def tree_of(module: str) -> ast.Module:
    """A module's source, parsed."""
    return ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))


def functions() -> list[Function]:
    """Every function and method of those modules that is asked anew for each document."""
    return [
        one for module in modules() for one in _functions(module) if not _kept(module, one.name)
    ]


def _functions(module: str) -> Iterator[Function]:
    for node in tree_of(module).body:
        if isinstance(node, ast.FunctionDef):
            yield _function(module, "", node)
        elif isinstance(node, ast.ClassDef):
            methods = (below for below in node.body if isinstance(below, ast.FunctionDef))
            yield from (_function(module, f"{node.name}.", method) for method in methods)


def _function(module: str, scope: str, node: ast.FunctionDef) -> Function:
    says = (ast.get_docstring(node) or "").partition("\n")[0].strip()
    nothing = isinstance(node.returns, ast.Constant) and node.returns.value is None
    return Function(module, scope + node.name, says, not nothing)


def _kept(module: str, name: str) -> bool:
    """Whether a function is answered once for all documents."""
    found: Any = importlib.import_module(f"extractor.{module.replace('/', '.')}")
    for part in name.split("."):
        found = vars(found)[part]
    return hasattr(found, "cache_info") or isinstance(found, cached_property)


def code_at_work(papers: Sequence[Paper]) -> Code:
    """Read every paper anew and see what worked."""
    seen: dict[Function, set[Paper]] = {one: set() for one in functions()}
    named: dict[str, set[Paper]] = defaultdict(set)
    once = _once(papers[0]) if papers else set()
    for paper in papers:
        ran, gave, rules = _watched(paper)
        for one in seen:
            if _place_of(one) in (gave if one.gives else ran):
                seen[one].add(paper)
        for rule in rules:
            named[rule].add(paper)
    asked = {one: shown for one, shown in seen.items() if _place_of(one) not in once}
    return Code(
        {module: origin_of(_of_module(module, seen)) for module in modules()},
        {one: origin_of(shown) for one, shown in asked.items()},
        {rule: origin_of(shown) for rule, shown in sorted(named.items())},
    )


def _of_module(module: str, seen: dict[Function, set[Paper]]) -> set[Paper]:
    return set[Paper]().union(*(shown for one, shown in seen.items() if one.module == module))


def _place_of(one: Function) -> Place:
    return one.module, one.name


def _once(paper: Paper) -> set[Place]:
    """What runs for the first document only: it fills the caches that serve all of them."""
    first, again = _watched(paper)[0], _watched(paper)[0]
    return first - again


def _watched(paper: Paper) -> tuple[set[Place], set[Place], set[str]]:
    """The functions that ran over a paper, those that gave something, the rules of its facts."""
    watch = _Watch()
    rules = {rule for path in paper.paths for rule in _rules(watch.plan(path))}
    return *watch.places(), rules


class _Watch:
    """Sees which functions run while a file is read, and which of them give something."""

    def __init__(self) -> None:
        self._codes: dict[CodeType, bool] = {}

    def plan(self, path: Path) -> Plan | None:
        """The plan of a file; None where it cannot be read."""
        sys.setprofile(self._see)
        try:
            reading = reading_of(path)
            plan = read_fields(reading) if reading else None
            if reading and plan:
                unused(reading, plan)  # what a person asks for beside the record
            return plan
        finally:
            sys.setprofile(None)

    def _see(self, frame: FrameType, event: str, value: Any) -> None:
        if event == "return" and not self._codes.get(frame.f_code):
            self._codes[frame.f_code] = not _is_nothing(value)

    def places(self) -> tuple[set[Place], set[Place]]:
        """The functions that ran, and those of them that gave something."""
        ran = {code: place for code in self._codes if (place := _place(code))}
        return set(ran.values()), {place for code, place in ran.items() if self._codes[code]}


def _is_nothing(value: Any) -> bool:
    if isinstance(value, str | tuple | list | dict | set | frozenset):
        return not value
    return value is None or value is False


def _place(code: CodeType) -> Place | None:
    path = Path(code.co_filename)
    if not path.is_relative_to(PACKAGE):
        return None
    module = path.relative_to(PACKAGE).with_suffix("").as_posix()
    return (module, code.co_qualname) if module.startswith(ROOMS) else None


def _rules(plan: Plan | None) -> set[str]:
    """The rules that the facts of a plan name."""
    return set(_named(msgspec.to_builtins(plan))) if plan else set()


def _named(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("rule"), str) and value["rule"]:
            yield value["rule"]
        value = list(value.values())
    if isinstance(value, list | tuple):
        for one in value:
            yield from _named(one)
