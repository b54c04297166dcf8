"""A crew of processes that read inputs and may die, run out of memory or out of time.

In: batches of inputs and what to do with one. Out: an outcome for every input, in their order. A
process that is lost costs the input it was at; the rest of its batch goes to another. Processes
start clean (never as a copy of this one in the middle of its work), keep to the limits, and write
into one private folder. They and it are gone afterwards, also when this process is killed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from extractor.commands.guardian import Guard, end_family, end_those_in, guarding
from extractor.reading.limits import Limits, confine, using

T = TypeVar("T")
D = TypeVar("D")
# What a process does with one batch: yields one outcome for each task of it, in order.
Job = Callable[[Sequence[T]], Iterator[D]]
_AHEAD = 64  # batches that may be done before one that hangs: their outcomes wait in memory


@dataclass(frozen=True, slots=True)
class Lost:
    """What becomes of a task whose process died (`seconds` None) or was ended after so long."""

    seconds: int | None = None


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    tasks: deque[int] = field(default_factory=deque)  # of its batch, those not yet done
    deadline: float = 0.0


class Crew(Generic[T, D]):
    """At most `size` processes over `tasks`, cut into `batches` of indexes."""

    def __init__(
        self,
        tasks: Sequence[T],
        batches: Sequence[Sequence[int]],
        job: Job[T, D],
        size: int,
        limits: Limits,
    ) -> None:
        self._tasks = tasks
        self._waiting = deque(tuple(batch) for batch in batches)
        self._job = job
        self._size = size
        self._limits = limits
        self._workers: list[_Worker] = []
        self._done: dict[int, D | Lost] = {}
        self._told = 0
        self._guard = Guard(None)

    def outcomes(self) -> Generator[D | Lost, None, None]:
        """The outcome of each task, in their order."""
        with _folder() as folder, guarding(folder) as self._guard:
            try:
                while self._told < len(self._tasks):
                    if self._told in self._done:
                        yield self._done.pop(self._told)
                        self._told += 1
                        continue
                    self._hand_out(folder)
                    self._collect()
            finally:
                for worker in list(self._workers):
                    self._dismiss(worker)
                end_those_in(folder)

    def _hand_out(self, folder: str) -> None:
        idle = [worker for worker in self._workers if not worker.tasks]
        while self._waiting and self._waiting[0][0] < self._told + _AHEAD:
            if not idle:
                if len(self._workers) >= self._size:
                    return
                idle.append(self._hire(folder))
            worker = idle.pop()
            batch = self._waiting.popleft()
            worker.tasks.extend(batch)
            # A batch is one run of LibreOffice first: the first of it may take longer.
            worker.deadline = time.monotonic() + self._limits.seconds * len(batch)
            with suppress(OSError):  # already dead: told when its outcome is awaited
                worker.pipe.send([self._tasks[at] for at in batch])

    def _hire(self, folder: str) -> _Worker:
        # Spawned, not forked: nothing of this process, in the middle of its work, goes along.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        arguments = (theirs, self._job, self._limits, folder)
        process = context.Process(target=_serve, args=arguments, daemon=True)
        process.start()
        self._guard.hired(process.pid)
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _collect(self) -> None:
        busy = [worker for worker in self._workers if worker.tasks]
        pause = max(0.0, min(worker.deadline for worker in busy) - time.monotonic())
        ready = wait([worker.pipe for worker in busy], pause)
        for worker in busy:
            if worker.pipe in ready:
                self._hear(worker)
            elif time.monotonic() >= worker.deadline:
                self._lose(worker, Lost(self._limits.seconds))

    def _hear(self, worker: _Worker) -> None:
        try:
            outcome: D = worker.pipe.recv()
        except Exception:  # the end of the pipe, or half of an outcome
            self._lose(worker, Lost())
            return
        self._done[worker.tasks.popleft()] = outcome
        worker.deadline = time.monotonic() + self._limits.seconds

    def _lose(self, worker: _Worker, lost: Lost) -> None:
        self._dismiss(worker)
        self._done[worker.tasks.popleft()] = lost
        self._waiting.extendleft((at,) for at in reversed(worker.tasks))

    def _dismiss(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.pipe.close()
        _end(worker.process)
        self._guard.gone(worker.process.pid)


def _end(process: BaseProcess) -> None:
    """End a process and the programs it started."""
    if process.pid is not None and os.name == "posix":
        end_family(process.pid)
    process.kill()
    process.join()


@contextmanager
def _folder() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as folder:
        yield folder


def _serve(pipe: Connection, job: Job[Any, Any], limits: Limits, folder: str) -> None:
    """Do batches until the pipe closes: then whoever asked is done, or dead."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to answer
    if sys.platform != "win32":
        os.setsid()  # a group of its own, to be ended with all it started
    tempfile.tempdir = folder
    confine(limits)
    with suppress(EOFError, OSError), using(limits):
        while True:
            for outcome in job(pipe.recv()):
                pipe.send(outcome)
