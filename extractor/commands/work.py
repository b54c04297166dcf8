"""The work of `extract`: one input to one outcome, in this process or in several.

In: inputs and how to write them. Out: outcomes in the order of the inputs, each with the
record's bytes or the one line that says why not. A worker that dies (memory) costs its own file
only: what the broken pool had not done is done again, a process a file.
"""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from extractor.commands.ending import Exit, exit_code, line_for
from extractor.commands.inputs import Input
from extractor.commands.loading import load_bytes

_DIED = (
    "Không đọc được «{label}»: tiến trình đọc tệp bị dừng đột ngột (có thể do thiếu bộ nhớ). "
    "Hãy đóng bớt chương trình, hoặc chạy lại riêng tệp này."
)


@dataclass(frozen=True, slots=True)
class Manner:
    """How records are written: with text or not, indented or one a line; a forced format."""

    text: bool = True
    indent: int = 2
    format: str | None = None


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
        data = load_bytes(item.word)  # first, so that a missing file is told at once
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
    """The outcome of every input, in their order."""
    workers = min(workers, len(items))
    if workers < 2 or any(item.path is None for item in items):
        yield from (do(item, manner) for item in items)
        return
    with _pool(workers) as pool:
        try:
            futures = [pool.submit(do, item, manner) for item in items]
            for item, future in zip(items, futures, strict=True):
                try:
                    yield future.result()
                except BrokenProcessPool:
                    yield _alone(item, manner, do)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _alone(item: Input, manner: Manner, do: Attempt) -> Outcome:
    with _pool(1) as pool:
        try:
            return pool.submit(do, item, manner).result()
        except BrokenProcessPool:
            return Outcome(item, line=_DIED.format(label=item.label), code=Exit.UNREADABLE)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: a progress bar's thread must not be copied in the middle of its work.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_ignore_interrupt)


def _ignore_interrupt() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to answer
