"""Every record of a folder proved against its own text, without any answer.

`python -m evaluation.spans_check FOLDER` reads each file and says for each: `sound`, `unsound`
(schema, a source that is not the slice it claims, a wrong digest), `crash`, or the code with which
the extractor refused it. Exit code 1 when a record is unsound or a file crashed the program.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from evaluation.predict import CRASH, READ, Read, attempt, read_record
from extractor.plan.validate import check

SOUND, UNSOUND = "sound", "unsound"


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of one file: the outcome, how many sources it holds, what is wrong with them."""

    name: str
    outcome: str
    sources: int
    faults: tuple[str, ...]
    seconds: float

    @property
    def failed(self) -> bool:
        return self.outcome in (UNSOUND, CRASH)


def prove_file(path: Path, read: Read = read_record) -> Proof:
    """Read one file and prove its record."""
    outcome, data = attempt(path, read)
    if outcome.outcome != READ or data is None:
        return Proof(path.name, outcome.outcome, 0, (outcome.message,), outcome.seconds)
    record = json.loads(data)
    faults = tuple(faults_of(record))
    number = sum(1 for _ in sources(record))
    return Proof(path.name, UNSOUND if faults else SOUND, number, faults, outcome.seconds)


def faults_of(record: Mapping[str, Any]) -> Iterator[str]:
    """All that is wrong with a record: by the product's own check, then by ours, apart from it."""
    yield from (f"check: {fault}" for fault in check(record))
    text = record.get("text")
    if not isinstance(text, str):
        yield "no text to prove the sources by"
        return
    if sha256(text.encode()).hexdigest() != record.get("text_sha256"):
        yield "text_sha256 is not the digest of the text"
    for path, source in sources(record):
        if text[source["start"] : source["end"]] != source["text"] or not source["text"]:
            yield f"{path}: not the slice {source['start']}:{source['end']}"


def sources(node: Any, path: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every `source` in a record, with its path, facts and evidence alike."""
    entries = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in entries:
        here = f"{path}.{key}"
        if key == "source" and isinstance(value, dict):
            yield here, value
        elif isinstance(value, dict | list):
            yield from sources(value, here)


def lines(proofs: Sequence[Proof]) -> Iterator[str]:
    """A line for each file with its faults, then how many files had which outcome."""
    for proof in proofs:
        yield f"{proof.outcome:20} {proof.sources:5} {proof.seconds:7.2f} s  {proof.name}"
        yield from (f"    {fault}" for fault in proof.faults)
    yield ""
    for outcome, number in sorted(Counter(proof.outcome for proof in proofs).items()):
        yield f"{outcome:20} {number:5}"


def main(argv: Sequence[str] | None = None) -> int:
    """Prove every file of a folder and print the table."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.spans_check")
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(argv).folder
    proofs = [prove_file(path) for path in sorted(folder.iterdir()) if path.is_file()]
    print(*lines(proofs), sep="\n")
    return int(any(proof.failed for proof in proofs) or not proofs)


if __name__ == "__main__":
    sys.exit(main())
