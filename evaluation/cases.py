"""The files to read and their answers: `corpus/NAME/plan.*` and labelled plans beside the checkout.

`find_cases(root)` gives one `Case` for each file: a plan kept in three formats is three cases with
one answer. Folders that are not there give no cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SETS = ("corpus", "shared")
FORMATS = ("txt", "md", "docx", "pdf")


@dataclass(frozen=True, slots=True, order=True)
class Case:
    """One file of one plan, and where its answer is."""

    set: str
    name: str
    format: str
    source: Path
    gold: Path

    @property
    def id(self) -> str:
        """What a person calls it: `corpus/tan-my.docx`."""
        return f"{self.set}/{self.name}.{self.format}"

    @property
    def public_id(self) -> str:
        """What may stand in the repository: a plan that is not ours goes by a hash of its name."""
        if self.set == "corpus":
            return self.id
        return f"{self.set}/{sha256(self.name.encode()).hexdigest()[:10]}.{self.format}"

    def prediction(self, out: Path) -> Path:
        """Where the record read from this file is kept under `out`."""
        return out / self.set / f"{self.name}.{self.format}.json"


def find_cases(
    root: Path = ROOT, sets: Iterable[str] = SETS, formats: Iterable[str] = FORMATS
) -> list[Case]:
    """Every case of the named sets and formats, in order; files without an answer are left out."""
    finders = {"corpus": _corpus, "shared": _shared}
    wanted = set(formats)
    return sorted(
        case
        for name in sets
        for case in finders[name](root)
        if case.format in wanted and case.gold.is_file()
    )


def shared_folder(root: Path = ROOT) -> Path:
    """Where labelled plans that are not part of the project may lie."""
    return root.parent / "shared" / "plans"


def _corpus(root: Path) -> Iterator[Case]:
    for path in (root / "corpus").glob("*/plan.*"):
        folder = path.parent
        yield Case("corpus", folder.name, path.suffix[1:], path, folder / "gold.json")


def _shared(root: Path) -> Iterator[Case]:
    folder = shared_folder(root)
    for path in (folder / "files").glob("*"):
        yield Case(
            "shared", path.stem, path.suffix[1:], path, folder / "gold" / f"{path.stem}.json"
        )
