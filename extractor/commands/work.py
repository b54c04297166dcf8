"""The work of `extract`: one input to one outcome, in processes of their own.

In: inputs and how to write them. Out: outcomes in the order of the inputs, each with the record's
bytes or the one line that says why not. A process that dies or takes too long costs its own file
only.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext, suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from pathlib import PurePath

from extractor.commands.crew import Crew, Lost
from extractor.commands.ending import Exit, exit_code, line_for
from extractor.commands.inputs import Input
from extractor.errors import KehoachError
from extractor.reading.limits import DEFAULT, Limits

_DIED = (
    "Không đọc được «{label}»: tiến trình đọc tệp bị dừng đột ngột (có thể do thiếu bộ nhớ). "
    "Hãy đóng bớt chương trình, hoặc chạy lại riêng tệp này."
)
_TOO_SLOW = (
    "Không đọc được «{label}»: đọc quá {seconds} giây nên đã dừng. "
    "Hãy xin bản khác, hoặc chạy riêng tệp này với --limit seconds={more}."
)
# By name only, to share one run of LibreOffice; what a file is, its content decides.
_CONVERTED = (".doc", ".rtf", ".odt")
_TOGETHER = 8


@dataclass(frozen=True, slots=True)
class Manner:
    """How records are written: with text or not, indented or one a line; a forced format."""

    text: bool = True
    indent: int = 2
    format: str | None = None
    limits: Limits = DEFAULT


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: `record` (JSON), or `line` with the reason and an exit code."""

    item: Input
    record: bytes = b""
    line: str = ""
    code: Exit = Exit.OK
    trace: str = ""


Attempt = Callable[[Input, Manner], Outcome]


def attempt(item: Input, manner: Manner) -> Outcome:
    """Extract one input; whatever goes wrong with it is an outcome."""
    try:
        data = item.load()  # first, so that a missing file is told at once
        from extractor import pipeline
        from extractor.plan.codec import to_json

        plan = pipeline.extract(data, name=item.name, format=manner.format)
        return Outcome(item, to_json(plan, manner.text, indent=manner.indent))
    except Exception as error:
        trace = traceback.format_exc()
        return Outcome(item, line=line_for(item.label, error), code=exit_code(error), trace=trace)


def attempts(
    items: Sequence[Input], manner: Manner, workers: int, do: Attempt = attempt
) -> Iterator[Outcome]:
    """The outcome of every input, in their order; at most `workers` processes at a time."""
    ready = [_with_data(item) for item in items]
    job = partial(_each, manner=manner, do=do)
    crew = Crew(ready, _batches(items), job, min(workers, len(items)), manner.limits)
    with closing(crew.outcomes()) as outcomes:
        for item, outcome in zip(items, outcomes, strict=True):
            if isinstance(outcome, Lost):
                yield Outcome(item, line=_lost(item.label, outcome), code=Exit.UNREADABLE)
            else:
                yield replace(outcome, item=item)


def attempts_here(
    items: Sequence[Input], manner: Manner, workers: int, do: Attempt = attempt
) -> Iterator[Outcome]:
    """The same in this very process, where nothing holds what it reads to any limit."""
    yield from (do(item, manner) for item in items)


def _lost(label: str, lost: Lost) -> str:
    if lost.seconds is None:
        return _DIED.format(label=label)
    return _TOO_SLOW.format(label=label, seconds=lost.seconds, more=4 * lost.seconds)


def _with_data(item: Input) -> Input:
    """Standard input is ours alone: what it holds goes along to the process that reads it."""
    if item.path is not None:
        return item
    from extractor.reading.limits import current

    return replace(item, data=sys.stdin.buffer.read(current().file_bytes + 1))


def _batches(items: Sequence[Input]) -> list[list[int]]:
    """Indexes of inputs, each alone, but neighbours that LibreOffice converts together."""
    batches: list[list[int]] = []
    for converted, run in groupby(range(len(items)), key=lambda at: _is_converted(items[at])):
        indexes = list(run)
        size = _TOGETHER if converted else 1
        batches.extend(indexes[at : at + size] for at in range(0, len(indexes), size))
    return batches


def _is_converted(item: Input) -> bool:
    return PurePath(item.name).suffix.lower() in _CONVERTED


def _each(items: Sequence[Input], manner: Manner, do: Attempt) -> Iterator[Outcome]:
    with _together(items):
        for item in items:
            yield do(item, manner)


def _together(items: Sequence[Input]) -> AbstractContextManager[None]:
    if len(items) < 2:
        return nullcontext()
    files = []
    for item in items:
        with suppress(KehoachError):
            files.append(item.load())
    from extractor.reading.legacy import together

    return together(files)
