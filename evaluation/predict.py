"""The first step: every case is read by the extractor, its record and its outcome are kept.

In: cases and a function from a file to the bytes of its record. Out: `OUT/SET/NAME.FORMAT.json`,
and `OUT/outcomes.json` with `{"corpus/tan-my.docx": {"outcome": "read", "message": "", "seconds":
0.21}}`. A file that the extractor refuses has the code of its error as outcome, any other exception
is `crash`.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from evaluation.cases import Case
from extractor.errors import KehoachError

Read = Callable[[Path], bytes]
READ, CRASH = "read", "crash"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the reading of one file ended."""

    outcome: str
    message: str = ""
    seconds: float = 0.0


def read_record(path: Path) -> bytes:
    """The record of one file as the product writes it."""
    # Imported here: scoring kept predictions must not load the reading wing.
    from extractor import extract
    from extractor.plan.codec import to_json

    return to_json(extract(path))


def attempt(path: Path, read: Read) -> tuple[Outcome, bytes | None]:
    """Read one file; what goes wrong becomes an outcome, so that one file never stops a run."""
    start = time.perf_counter()
    try:
        record = read(path)
    except KehoachError as error:
        return Outcome(error.code, error.message, _since(start)), None
    except Exception as error:  # a crash is a finding here, named and counted
        return Outcome(CRASH, f"{type(error).__name__}: {error}", _since(start)), None
    return Outcome(READ, "", _since(start)), record


def _since(start: float) -> float:
    return round(time.perf_counter() - start, 3)


def predict(
    cases: Iterable[Case], out: Path, read: Read = read_record
) -> Iterator[tuple[Case, Outcome]]:
    """Read each case, keep its record under `out`, and tell how it went as it goes."""
    outcomes = load_outcomes(out)
    for case in cases:
        outcome, record = attempt(case.source, read)
        _keep(case.prediction(out), record)
        outcomes[case.id] = outcome
        yield case, outcome
    out.mkdir(parents=True, exist_ok=True)
    rows = {name: asdict(one) for name, one in sorted(outcomes.items())}
    _outcomes_path(out).write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")


def _keep(path: Path, record: bytes | None) -> None:
    if record is None:
        path.unlink(missing_ok=True)  # an older record would be scored as if it were read now
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(record)


def load_outcomes(out: Path) -> dict[str, Outcome]:
    """The outcomes kept under `out`, by case id; none where nothing was read yet."""
    path = _outcomes_path(out)
    if not path.is_file():
        return {}
    rows = json.loads(path.read_text(encoding="utf-8"))
    return {name: Outcome(**row) for name, row in rows.items()}


def _outcomes_path(out: Path) -> Path:
    return out / "outcomes.json"
