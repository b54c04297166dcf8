"""Every regular expression of the program, and lines made to choke it.

`gathered()` are the expressions that modules of the program compiled while all of them were
loaded and sample plans were read, lexicon-built ones among them. `lines(Expression("a+b"), 9)` are
`"aaaaaaaaa"`, `"aaaaaaaaa\\0"` …: each repeat of the expression pumped, after what leads to it.
`python -m tests.robustness.patterns` prints the slowest.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

parser: Any = importlib.import_module("re._parser")
constants: Any = importlib.import_module("re._constants")

ROOT = Path(__file__).parents[2]
LENGTH = 20_000  # characters of a pumped line
_BLANKS = re.compile(r"[ \t]{2,}")
_LEAST = 12  # a repeat that may be shorter only is no danger
_REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT)
TRIES = 3  # examples of one repeat
_ENDS = ("", "\0", " .\n")
_LETTERS = " ađ1.,;:-/(%N\n\tĐ—“_*|<x"  # what a set is tried with, in this order


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression; `of_bytes` where it is one over bytes, written in Latin-1."""

    pattern: str
    flags: int = 0
    of_bytes: bool = False
    place: str = ""

    def compiled(self) -> re.Pattern[Any]:
        return re.compile(
            self.pattern.encode("latin-1") if self.of_bytes else self.pattern, self.flags
        )

    def slowest(self, length: int = LENGTH, tries: int = TRIES) -> tuple[float, str]:
        """Seconds that the slowest pumped line takes, and how that line begins."""
        compiled, found = self.compiled(), (0.0, "")
        for line in lines(self, length, tries):
            if not self.place.startswith("extractor.reading"):
                line = _BLANKS.sub(" ", line)  # no text that was read has two on end
            data = line.encode("latin-1", "replace") if self.of_bytes else line
            begun = time.perf_counter()
            for _ in zip(range(length), compiled.finditer(data), strict=False):
                pass
            found = max(found, (time.perf_counter() - begun, line[:80]))
        return found


def gathered() -> list[Expression]:
    """The expressions of the program, from a process that has compiled nothing else yet."""
    command = [sys.executable, "-m", "tests.robustness.patterns", "--gather"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return [Expression(**json.loads(row)) for row in done.stdout.splitlines()]


def _gather() -> Iterator[Expression]:
    compiler: Any = importlib.import_module("re._compiler")
    compile_, found = compiler.compile, {}

    def noted(pattern: Any, flags: int = 0) -> Any:
        made = compile_(pattern, flags)
        place = _place()
        if place and isinstance(pattern, str | bytes):
            is_bytes = isinstance(pattern, bytes)
            text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
            one = Expression(text, made.flags & ~re.DEBUG.value, is_bytes, place)
            found[one.pattern, one.flags, is_bytes] = one
        return made

    compiler.compile = noted
    import extractor

    for module in pkgutil.walk_packages(extractor.__path__, "extractor."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    _read_samples()
    return iter(found.values())


def _place() -> str:
    """The module of the program that asks for an expression; empty for a library's own."""
    frame: Any = sys._getframe(2)
    while frame is not None and frame.f_globals.get("__name__", "").split(".")[0] in (
        "re",
        "functools",
    ):
        frame = frame.f_back
    name: str = frame.f_globals.get("__name__", "") if frame else ""
    return name if name.startswith("extractor") else ""


def _read_samples() -> None:
    from extractor.errors import KehoachError
    from extractor.pipeline import extract
    from tests.robustness.samples import quick

    plans = quick()
    plans[".pdf"] = [next((ROOT / "corpus").glob("*/plan.pdf")).read_bytes()]
    for kind, found in plans.items():
        for data in found:
            try:
                extract(data, name=f"a{kind}")
            except KehoachError:
                continue


def lines(expression: Expression, length: int = LENGTH, tries: int = TRIES) -> Iterator[str]:
    """Lines of about `length` characters, each with one repeat of the expression pumped."""
    source = expression.pattern.encode("latin-1") if expression.of_bytes else expression.pattern
    tree, seen = parser.parse(source, expression.flags), set()
    for attempt in range(tries):
        random = Random(attempt)
        for before, piece in _pumps(tree, random):
            if piece and (before, piece) not in seen:
                seen.add((before, piece))
                for end in _ENDS:
                    yield before + piece * (length // len(piece)) + end
        whole = _example(tree, random)
        if whole and ("", whole) not in seen:
            seen.add(("", whole))
            yield whole * (length // len(whole))


def _pumps(tree: Sequence[Any], random: Random) -> Iterator[tuple[str, str]]:
    """What leads to each repeat, and what it repeats."""
    before = ""
    for code, value in tree:
        for inner in _inner(code, value):
            for lead, piece in _pumps(inner, random):
                yield before + lead, piece
        if code in _REPEATS and value[1] >= _LEAST:
            one = _example(value[2], random)
            yield before, one
            yield before, one + _example(value[2], random)
        before += _example([(code, value)], random)


def _inner(code: Any, value: Any) -> list[Any]:
    if code in _REPEATS:
        return [value[2]]
    if code is constants.SUBPATTERN:
        return [value[-1]]
    if code is constants.ATOMIC_GROUP:
        return [value]
    if code in (constants.ASSERT, constants.ASSERT_NOT):
        return [value[1]]
    return list(value[1]) if code is constants.BRANCH else []


def _example(tree: Sequence[Any], random: Random) -> str:
    """A short string that the tree would match, its looks around left aside."""
    return "".join(_one(code, value, random) for code, value in tree)


def _one(code: Any, value: Any, random: Random) -> str:
    if code is constants.LITERAL:
        return chr(value)
    if code in (constants.ANY, constants.NOT_LITERAL):
        return "a" if value != ord("a") else "b"
    if code is constants.IN:
        return _member(value, random)
    if code is constants.BRANCH:
        return _example(random.choice(value[1]), random)
    if code in _REPEATS:
        least = max(value[0], min(value[1], random.choice((0, 1))))
        return "".join(_example(value[2], random) for _ in range(min(least, 50)))
    if code in (constants.SUBPATTERN, constants.ATOMIC_GROUP):
        return _example(value[-1] if code is constants.SUBPATTERN else value, random)
    return ""


def _member(items: Sequence[Any], random: Random) -> str:
    """A character of a set, letters of plans first."""
    tried = list(_LETTERS)
    tried.extend(chr(value) for code, value in items if code is constants.LITERAL)
    tried.extend(chr(value[0]) for code, value in items if code is constants.RANGE)
    fits = [letter for letter in tried if _holds(items, letter)]
    return random.choice(fits) if fits else "a"


_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    constants.CATEGORY_DIGIT: str.isdigit,
    constants.CATEGORY_SPACE: str.isspace,
    constants.CATEGORY_WORD: lambda letter: letter.isalnum() or letter == "_",
}
_OTHERS = {
    constants.CATEGORY_NOT_DIGIT: constants.CATEGORY_DIGIT,
    constants.CATEGORY_NOT_SPACE: constants.CATEGORY_SPACE,
    constants.CATEGORY_NOT_WORD: constants.CATEGORY_WORD,
}


def _holds(items: Sequence[Any], letter: str) -> bool:
    negated = bool(items) and items[0][0] is constants.NEGATE
    return any(_is_in(code, value, letter) for code, value in items) is not negated


def _is_in(code: Any, value: Any, letter: str) -> bool:
    if code is constants.LITERAL:
        return ord(letter) == int(value)
    if code is constants.RANGE:
        return int(value[0]) <= ord(letter) <= int(value[1])
    if code is constants.CATEGORY:
        if value in _OTHERS:
            return not _CATEGORIES[_OTHERS[value]](letter)
        return bool(_CATEGORIES[value](letter))
    return False


def growth(expression: Expression, lengths: Sequence[int]) -> list[float]:
    """Seconds of the slowest line of each length; stops where one takes more than 4."""
    found: list[float] = []
    for length in lengths:
        found.append(expression.slowest(length)[0])
        if found[-1] > 4:
            break
    return found


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--gather", action="store_true", help="print every expression")
    words.add_argument("--length", type=int, default=2000)
    asked = words.parse_args()
    if asked.gather:
        for one in _gather():
            print(json.dumps(asdict(one)))
        return
    lengths = (asked.length, 2 * asked.length)
    rows = [(growth(one, lengths), one) for one in gathered()]
    for times, one in sorted(rows, key=lambda row: -row[0][-1])[:40]:
        ratios = [f"{b / a:.1f}" for a, b in pairwise(times) if a]
        print(f"{times[-1]:8.3f} s ×{','.join(ratios):5} {one.place}: {one.pattern[:150]!r}")


if __name__ == "__main__":
    main()
