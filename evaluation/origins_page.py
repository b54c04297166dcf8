"""The page that says where each line comes from: `docs/origins.md`.

In: what was found (`origins`, `origins_code`) and the stated rules (`origins_rules`). Out: the
lines of the page and the counts that are kept. Documents go by the names of their files, samples
by number; words are those of the lexicons. No sentence of a plan stands here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evaluation.markdown import made_by, table
from evaluation.origins import ENOUGH, EntryOrigin, Origin, Paper, short_name
from evaluation.origins_code import Code, Function
from evaluation.origins_rules import Count, Counts, EntryCount, Rules, says, source_of

_NAMED = 3  # documents named in a row
_TEXTS = ("names", "else by the rule", "says", "source", "what it reads")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, and the documents it was looked for in."""

    lexicons: dict[str, tuple[EntryOrigin, ...]]
    code: Code
    papers: tuple[Paper, ...]


def counts_of(found: Found) -> Counts:
    """The counts alone."""
    return Counts(
        documents=sum(not paper.ours for paper in found.papers),
        samples=sum(paper.ours for paper in found.papers),
        lexicons={
            name: {one.entry: _entry_count(one) for one in entries}
            for name, entries in found.lexicons.items()
        },
        modules={name: _count(origin) for name, origin in found.code.modules.items()},
        rules={rule: _count(origin) for rule, origin in found.code.rules.items()},
        functions={f"{one.module}:{one.name}": _count(o) for one, o in _rare(found.code)},
    )


def _count(origin: Origin) -> Count:
    return Count(origin.count, origin.samples)


def _entry_count(one: EntryOrigin) -> EntryCount:
    return EntryCount(one.shown.count, one.shown.samples, one.forms, one.guards)


def _rare(code: Code) -> list[tuple[Function, Origin]]:
    """The functions that too few documents show."""
    return [(one, origin) for one, origin in code.functions.items() if origin.count < ENOUGH]


def page(found: Found, rules: Rules) -> Iterator[str]:
    """The whole page."""
    yield from _head(found, rules)
    yield from _summary(found)
    for name, entries in found.lexicons.items():
        yield from _lexicon(name, entries, rules)
    yield from _rules(found.code, rules)
    yield from _modules(found.code, rules)
    yield from _functions(found.code, rules)


_HEAD = """
Looked for in {documents} real documents (labelled or not, scans left out) and {samples} samples of
ours. No line of `extractor/` is to serve one document only: an entry of a lexicon, a rule or a
module stands in two real documents, or comes from the rule of writing that is stated here
(`evaluation/origins.yml`). `tests/evaluation/test_evaluation_origins.py` holds new lines to it.

An entry is found where `Lexicon.find` finds it: the longest form at each place, guards obeyed. A
**form** is one wording of an entry. A **guard** is a word that takes its meaning away. Forms of
fewer than two documents are further wordings of what is shown (they share a word with a form that
two documents show), or belong to the class that the rule names. Counts of every form and guard:
`evaluation/origins.json`.

{guards}
"""


def _head(found: Found, rules: Rules) -> Iterator[str]:
    ours = sum(paper.ours for paper in found.papers)
    yield "# Where each line comes from\n"
    yield made_by("origins")
    documents = len(found.papers) - ours
    yield _HEAD.strip("\n").format(documents=documents, samples=ours, guards=rules.guards)


def _summary(found: Found) -> Iterator[str]:
    entries = [one for lexicon in found.lexicons.values() for one in lexicon]
    forms = [papers for one in entries for papers in one.forms.values()]
    guards = [papers for one in entries for papers in one.guards.values()]
    code = found.code
    yield "\n## In numbers\n"
    heads = ["what", "all", "in two documents or more", "in one", "in none"]
    yield from table(
        heads,
        [
            _spread("entries", [one.shown.count for one in entries]),
            _spread("forms", forms),
            _spread("guards", guards),
            _spread("rules that facts name", [one.count for one in code.rules.values()]),
            _spread("modules", [one.count for one in code.modules.values()]),
            _spread("functions", [one.count for one in code.functions.values()]),
        ],
    )


def _spread(name: str, counts: Sequence[int]) -> list[str]:
    many, one = sum(count >= ENOUGH for count in counts), sum(count == 1 for count in counts)
    return [name, *map(str, (len(counts), many, one, len(counts) - many - one))]


def _lexicon(name: str, entries: Sequence[EntryOrigin], rules: Rules) -> Iterator[str]:
    rule = rules.lexicons.get(name)
    yield f"\n## Lexicon {name}\n"
    yield (rule.rule if rule else "No rule is stated.") + "\n"
    heads = ["entry", "documents", "samples", "forms", "in two", "names", "else by the rule"]
    yield from table(heads, (_entry(one, name, rules) for one in entries), _TEXTS)
    for kind, counted in (("Forms", "forms"), ("Guards", "guards")):
        single = [word for one in entries for word, n in getattr(one, counted).items() if n == 1]
        if single:
            yield f"\n{kind} seen in one document: {'; '.join(map(_safe, single))}."


def _entry(one: EntryOrigin, name: str, rules: Rules) -> list[str]:
    many = sum(papers >= ENOUGH for papers in one.forms.values())
    numbers = (one.shown.count, one.shown.samples, len(one.forms), many)
    return [one.entry, *map(str, numbers), _names(one.shown), _class(one, name, rules)]


def _class(one: EntryOrigin, name: str, rules: Rules) -> str:
    """The class of an entry whose own documents are too few, or that has one of its own."""
    rule = rules.lexicons.get(name)
    if rule is None:
        return ""
    closed = "the class above" if rule.closed and one.shown.count < ENOUGH else ""
    return _safe(rule.entries.get(one.entry, closed))


def _names(origin: Origin) -> str:
    return ", ".join(short_name(name) for name in origin.papers[:_NAMED])


def _safe(words: str) -> str:
    """Words without what a table or an emphasis is made of."""
    return words.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")


def _rules(code: Code, rules: Rules) -> Iterator[str]:
    yield "\n## Rules that facts name\n"
    heads = ["rule", "documents", "samples", "names", "else by the rule"]
    rows = (
        [rule, str(one.count), str(one.samples), _names(one), _safe(rules.rules.get(rule, ""))]
        for rule, one in code.rules.items()
    )
    yield from table(heads, rows, _TEXTS)


def _modules(code: Code, rules: Rules) -> Iterator[str]:
    yield "\n## Modules\n"
    yield "Documents: those in which a function of the module gave something. What was made once"
    yield "for all documents, or holds types and patterns only, shows none.\n"
    heads = ["module", "documents", "names", "what it reads", "source"]
    rows = (
        [name, str(one.count), _names(one), _safe(_first(says(name))), source_of(name, rules)]
        for name, one in code.modules.items()
    )
    yield from table(heads, rows, _TEXTS)


def _first(text: str) -> str:
    """The first paragraph of a docstring on one line."""
    return " ".join(text.partition("\n\n")[0].split())


def _functions(code: Code, rules: Rules) -> Iterator[str]:
    yield "\n## Functions at work in fewer than two documents\n"
    yield "All other functions of these rooms gave something in two documents or more. What these"
    yield "say of themselves is the rule they follow; where that is blank, it is their module's.\n"
    heads = ["function", "documents", "samples", "says", "source"]
    yield from table(heads, _function_rows(_rare(code), rules), _TEXTS)


def _function_rows(rare: Iterable[tuple[Function, Origin]], rules: Rules) -> Iterator[list[str]]:
    for one, origin in rare:
        source = source_of(one.module, rules)
        numbers = [str(origin.count), str(origin.samples)]
        yield [f"{one.module}: {one.name}", *numbers, _safe(one.says), source]
