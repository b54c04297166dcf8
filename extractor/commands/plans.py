"""Several plans for a command that holds them against each other: records, documents, folders.

In: the words of the command line. Out: `Named(label, plan)` in their order, and an exit code for
what could not be read. A record file of many lines gives a plan a line; a folder gives its
records, or its documents where it has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from extractor.commands.ending import Exit, exit_code, line_for, say
from extractor.commands.inputs import DOCUMENTS, RECORDS, STDIN
from extractor.errors import KehoachError, UnreadableFile
from extractor.plan.model import Plan


@dataclass(frozen=True, slots=True)
class Named:
    """A plan and the file it came from."""

    label: str
    plan: Plan


def load_plans(words: Sequence[str]) -> tuple[list[Named], Exit]:
    """Every plan that `words` name; what cannot be read is told and costs its own file only."""
    plans: list[Named] = []
    worst = Exit.OK
    for label in _labels(words):
        try:
            plans.extend(_plans(label))
        except KehoachError as error:
            say(line_for(label, error))
            worst = max(worst, exit_code(error))
    return plans, worst


def load_one(word: str) -> Named:
    """The one plan that `word` names. Raises one of `extractor.errors`."""
    found = list(_plans(word))
    if len(found) != 1:
        raise UnreadableFile(f"Cần đúng một kế hoạch, ở đây có {len(found)}. Hãy chọn một tệp.")
    return found[0]


def _labels(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        if word == STDIN or not Path(word).is_dir():
            yield word
            continue
        from extractor.commands.search import expand

        kept = expand([word], RECORDS)
        found = kept if kept.files else expand([word], DOCUMENTS)
        for problem in found.problems:
            say(problem)
        yield from (item.word for item in found.files)


def _plans(word: str) -> Iterator[Named]:
    from extractor.commands.loading import is_record, load_bytes, load_plan

    if not word.casefold().endswith(RECORDS[1]):
        yield Named(word, load_plan(word).plan)
        return
    from extractor.plan.facts import facts_from_json

    for number, line in enumerate(load_bytes(word).splitlines(), 1):
        if is_record(line):
            yield Named(f"{word}:{number}", facts_from_json(line))


def need(count: int, plans: Sequence[Named]) -> None:
    """Stop with a usage error where fewer than `count` plans were read."""
    if len(plans) < count:
        raise click.UsageError(f"Cần ít nhất {count} kế hoạch đọc được, ở đây có {len(plans)}.")
