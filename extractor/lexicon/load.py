"""Reads a lexicon: closed vocabulary as data, with examples that prove each entry.

`load("comparators")` reads `extractor/lexicon/vi/comparators.yml`. A file names its entries; an
entry has `id`, `canonical`, `aliases` (surface forms, matched in the view of `extractor.view`),
optional `values` (only keys that the file's own `values` list declares), `unless_after` and
`unless_before` (words that take the meaning away), `examples` it must claim and `counterexamples`
it must not.
Loading fails with LexiconError on unknown keys, text that is not NFC, and aliases that collide.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from typing import Any

import msgspec
import yaml

from extractor.errors import LexiconError
from extractor.lexicon.trie import alternation
from extractor.span import Span
from extractor.view import view

_WORD = re.compile(r"\w+")
_REGISTRIES = {"instruments"}  # read by extractor.lexicon.instruments

Value = str | int | float | bool | list[str]


class _EntryFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: str
    canonical: str
    aliases: list[str] = []
    values: dict[str, Value] = {}
    unless_after: list[str] = []
    unless_before: list[str] = []
    examples: list[str] = []
    counterexamples: list[str] = []
    note: str = ""


class _LexiconFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    lexicon: str
    title: str
    entries: list[_EntryFile]
    values: list[str] = []
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what it is called, how it is written, what it is worth."""

    id: str
    canonical: str
    aliases: tuple[str, ...]
    values: dict[str, Value]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    unless_after: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()

    def word(self, key: str, default: str = "") -> str:
        """The text value under `key`."""
        return str(self.values.get(key, default))

    def flag(self, key: str) -> bool:
        """Whether the value under `key` is set and true."""
        return bool(self.values.get(key, False))

    def words(self, key: str) -> tuple[str, ...]:
        """The list under `key`; a single value counts as a list of one."""
        value = self.values.get(key, [])
        return tuple(value) if isinstance(value, list) else (str(value),)


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found at a place."""

    span: Span
    entry: Entry


@dataclass(frozen=True)
class Lexicon:
    """A loaded lexicon; `source` is its aliases as one regular expression, for larger patterns."""

    name: str
    entries: tuple[Entry, ...]
    by_alias: dict[str, Entry]

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Entries by their id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def source(self) -> str:
        """All aliases as one alternation without boundaries, the longest first."""
        return alternation(self.by_alias) or r"(?!)"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All aliases as whole words."""
        if all(alias[0].isalnum() for alias in self.by_alias):  # the cheaper way to say the same
            return re.compile(rf"\b(?:{self.source})(?:(?!\w)|(?<!\w))")
        return re.compile(bounded(self.source))

    def some(self, **wanted: Value) -> str:
        """The alternation of those entries only whose values hold every pair of `wanted`."""
        chosen = [
            alias
            for alias, entry in self.by_alias.items()
            if all(entry.values.get(key) == value for key, value in wanted.items())
        ]
        return alternation(chosen) or r"(?!)"

    def entry_of(self, surface: str) -> Entry | None:
        """The entry that `surface` (text as printed, or its view) is an alias of."""
        return self.by_alias.get(key_of(surface))

    def find(self, viewed: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Every hit in `viewed` (a view), from left to right, the longest alias at each place."""
        whole = start == 0 and end is None and self._firsts
        stop = len(viewed) if end is None else end
        found = self._walk(viewed) if whole else self.pattern.finditer(viewed, start, stop)
        for match in found:
            hit = self._hit(viewed, match)
            if hit is not None:
                yield hit

    def _walk(self, viewed: str) -> Iterator[re.Match[str]]:
        """The matches of a whole text, tried only at words that some alias begins with."""
        end = 0
        for start, word in _words(viewed):
            if word in self._firsts and start >= end:
                match = self.pattern.match(viewed, start)
                if match:
                    end = match.end()
                    yield match

    @cached_property
    def _firsts(self) -> frozenset[str]:
        """The first word of each alias; empty if an alias begins with a sign."""
        firsts = [_WORD.match(alias) for alias in self.by_alias]
        return frozenset(first.group() for first in firsts if first) if all(firsts) else frozenset()

    def at(self, viewed: str, position: int) -> Hit | None:
        """The hit that begins exactly at `position`."""
        match = self.pattern.match(viewed, position)
        return self._hit(viewed, match) if match else None

    def _hit(self, viewed: str, match: re.Match[str]) -> Hit | None:
        words = match.group()
        entry = self.by_alias.get(words) or self.by_alias[" ".join(words.split())]
        guard = self._guards.get(entry.id)
        if guard is not None and guard.refuses(viewed, match.start(), match.end()):
            return None
        return Hit(Span(match.start(), match.end()), entry)

    @cached_property
    def _guards(self) -> dict[str, _Guard]:
        return {
            entry.id: _Guard.of(entry)
            for entry in self.entries
            if entry.unless_after or entry.unless_before
        }


@lru_cache(maxsize=4)
def _words(viewed: str) -> tuple[tuple[int, str], ...]:
    """The words of a view with their places: one list for all lexicons that read the same text."""
    return tuple((match.start(), match.group()) for match in _WORD.finditer(viewed))


@dataclass(frozen=True, slots=True)
class _Guard:
    """The neighbours that take an entry's meaning away."""

    ends: tuple[str, ...]
    after: re.Pattern[str] | None
    before: re.Pattern[str] | None

    @classmethod
    def of(cls, entry: Entry) -> _Guard:
        after = [key_of(word) for word in entry.unless_after]
        before = [key_of(word) for word in entry.unless_before]
        return cls(
            tuple(after),
            re.compile(rf"(?<!\w)(?:{alternation(after)})$") if after else None,
            re.compile(rf" *(?:{alternation(before)})(?!\w)") if before else None,
        )

    def refuses(self, viewed: str, start: int, end: int) -> bool:
        """Whether a guarding word stands right before `start` or right behind `end`."""
        if self.before is not None and self.before.match(viewed, end):
            return True
        head = viewed[max(0, start - 40) : start].rstrip(" ")
        return self.after is not None and head.endswith(self.ends) and bool(self.after.search(head))


def bounded(source: str) -> str:
    """`source` as whole words: where it begins or ends with a letter, no other may touch it."""
    return rf"(?:(?<!\w)|(?!\w))(?:{source})(?:(?!\w)|(?<!\w))"


def key_of(surface: str) -> str:
    """The form under which an alias is kept: viewed, one blank between words."""
    return " ".join(view(surface).split())


@cache
def load(name: str) -> Lexicon:
    """The lexicon `name` of this package (`extractor/lexicon/vi/NAME.yml`), read once."""
    place = resources.files("extractor.lexicon").joinpath("vi").joinpath(f"{name}.yml")
    if not place.is_file():
        raise LexiconError(f"Không có bộ từ vựng “{name}”: hãy kiểm tra tên trong lexicon/vi.")
    return parse(name, place.read_text(encoding="utf-8"))


def names() -> tuple[str, ...]:
    """The names of all lexicons of this package, sorted; registries have a form of their own."""
    folder = resources.files("extractor.lexicon").joinpath("vi")
    files = {p.name[:-4] for p in folder.iterdir() if p.name.endswith(".yml")}
    return tuple(sorted(files - _REGISTRIES))


def parse(name: str, source: str) -> Lexicon:
    """The lexicon written in the YAML text `source`; LexiconError says what is wrong and where."""
    if not unicodedata.is_normalized("NFC", source):
        raise LexiconError(f"Bộ từ vựng “{name}” chưa chuẩn hóa Unicode NFC: hãy lưu lại dạng NFC.")
    try:
        file = msgspec.convert(_yaml(source), _LexiconFile)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise LexiconError(f"Bộ từ vựng “{name}” sai khuôn dạng: {error}") from error
    entries = tuple(_entry(name, entry, file.values) for entry in file.entries)
    return Lexicon(name, entries, _aliases(name, entries))


def _yaml(source: str) -> Any:
    return yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _entry(name: str, entry: _EntryFile, allowed: list[str]) -> Entry:
    unknown = sorted(set(entry.values) - set(allowed))
    if unknown:
        raise LexiconError(f"Mục “{entry.id}” của “{name}” có khóa lạ: {', '.join(unknown)}.")
    return Entry(
        entry.id,
        entry.canonical,
        tuple(entry.aliases),
        entry.values,
        tuple(entry.examples),
        tuple(entry.counterexamples),
        tuple(entry.unless_after),
        tuple(entry.unless_before),
    )


def _aliases(name: str, entries: tuple[Entry, ...]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise LexiconError(f"Mục “{entry.id}” của “{name}” bị lặp mã.")
        seen.add(entry.id)
        for alias in entry.aliases:
            key = key_of(alias)
            if key in found:
                first = found[key].id
                raise LexiconError(f"“{alias}” của “{name}” thuộc cả “{first}” và “{entry.id}”.")
            found[key] = entry
    return found
