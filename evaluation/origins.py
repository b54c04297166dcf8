"""Where the vocabulary comes from: in which plans each entry, form and guard of a lexicon stands.

In: texts of plans. Out: for each entry of each lexicon, as the program loads it, an `Origin`: the
real plans and our samples in which it was found ("agencies", "so": 44 plans, 12 samples), and the
number of real plans for each of its forms and guards. Found means what `Lexicon.find` finds: in the
view that the recognisers match in, the longest form at each place, guards obeyed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.cases import Case, shared_folder
from evaluation.reread import one_a_plan
from extractor import pipeline
from extractor.errors import KehoachError
from extractor.lexicon.load import Entry, Lexicon, key_of, load, names
from extractor.lexicon.trie import alternation
from extractor.reading.encoding import decode
from extractor.view import view

ENOUGH = 2  # documents that show a line to be more than one document's
_NAME = 24  # characters of a document's name on the page
_PRINTED = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class Paper:
    """One document: its name, whether it is a sample of ours, its views, its files."""

    name: str
    ours: bool
    paths: tuple[Path, ...]
    views: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """The documents that show one line (an entry, a rule, a module)."""

    papers: tuple[str, ...]
    samples: int

    @property
    def count(self) -> int:
        """How many real documents."""
        return len(self.papers)


@dataclass(frozen=True, slots=True)
class EntryOrigin:
    """An entry with the real documents of it, of each of its forms and of each of its guards."""

    entry: str
    shown: Origin
    forms: dict[str, int]
    guards: dict[str, int]


def papers_of(cases: Iterable[Case], root: Path) -> list[Paper]:
    """All real plans beside the checkout, labelled or not, and our samples, one text each."""
    ours = [(case.name, True, case.source) for case in one_a_plan(cases) if case.set == "corpus"]
    files = [path for folder in ("files", "unlabelled") for path in _files(root, folder)]
    grouped: dict[tuple[str, bool], list[Path]] = defaultdict(list)
    for name, own, path in [*((path.stem, False, path) for path in files), *ours]:
        grouped[name, own].append(path)
    return [Paper(name, own, tuple(paths)) for (name, own), paths in sorted(grouped.items())]


def _files(root: Path, folder: str) -> list[Path]:
    return sorted((shared_folder(root) / folder).glob("*"))


def read_papers(papers: Iterable[Paper]) -> Iterator[Paper]:
    """The papers that can be read, each with its views; scans fall out."""
    for paper in papers:
        views = tuple(text for path in paper.paths for text in _views(path))
        if views:
            yield Paper(paper.name, paper.ours, paper.paths, views)


def _views(path: Path) -> Iterator[str]:
    """The canonical text, and for text copies what is printed, page furniture and all."""
    try:
        yield view(pipeline.read(path).text)
    except KehoachError:
        return
    if path.suffix in _PRINTED:
        yield view(decode(path.read_bytes()).text)


def vocabulary(papers: Sequence[Paper]) -> dict[str, tuple[EntryOrigin, ...]]:
    """Every entry of every lexicon with the papers that show it."""
    return {name: _lexicon(load(name), papers) for name in names()}


def _lexicon(lexicon: Lexicon, papers: Sequence[Paper]) -> tuple[EntryOrigin, ...]:
    seen: dict[tuple[str, str], set[Paper]] = defaultdict(set)
    for paper in papers:
        for text in paper.views:
            for hit in lexicon.find(text):
                seen[hit.entry.id, key_of(hit.span.of(text))].add(paper)
    return tuple(_entry(entry, seen, papers) for entry in lexicon.entries)


def _entry(
    entry: Entry, seen: dict[tuple[str, str], set[Paper]], papers: Sequence[Paper]
) -> EntryOrigin:
    found = {form: seen[entry.id, form] for form in map(key_of, entry.aliases)}
    every = {paper for shown in found.values() for paper in shown}
    forms = {form: sum(not paper.ours for paper in shown) for form, shown in found.items()}
    return EntryOrigin(entry.id, origin_of(every), forms, _guards(entry, papers))


def origin_of(papers: Iterable[Paper]) -> Origin:
    """Real papers by name, samples by number."""
    found = list(papers)
    return Origin(
        tuple(sorted(paper.name for paper in found if not paper.ours)),
        sum(paper.ours for paper in found),
    )


def _guards(entry: Entry, papers: Sequence[Paper]) -> dict[str, int]:
    """In how many real papers each guard stands beside a form of the entry."""
    forms = alternation(map(key_of, entry.aliases))
    found: dict[str, int] = {}
    for word in map(key_of, entry.unless_after):
        found[f"{word} …"] = _papers_with(rf"(?<!\w){re.escape(word)} *(?:{forms})(?!\w)", papers)
    for word in map(key_of, entry.unless_before):
        found[f"… {word}"] = _papers_with(rf"(?<!\w)(?:{forms}) *{re.escape(word)}(?!\w)", papers)
    return found


def _papers_with(source: str, papers: Sequence[Paper]) -> int:
    pattern = re.compile(source)
    return sum(any(map(pattern.search, paper.views)) for paper in papers if not paper.ours)


def short_name(name: str) -> str:
    """A document's name cut at a hyphen: `u006-1026-kh-ubnd`."""
    if len(name) <= _NAME:
        return name
    return name[: _NAME + 1].rpartition("-")[0] or name[:_NAME]
