"""Plans answered blind: real plans without a label, read by the rules only after they were written.

In: a folder of answers, each named as its plan. Out: cases of a set `blind`. Answers and plans stay
where they are; what is kept of them is how many facts were found and how many were right.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evaluation.cases import FORMATS, ROOT, Case, shared_folder

SET = "blind"


def blind_cases(answers: Path, root: Path = ROOT) -> list[Case]:
    """A case for each answer whose plan is among the unlabelled ones."""
    return sorted(answered(answers, shared_folder(root) / "unlabelled"))


def answered(answers: Path, plans: Path) -> Iterator[Case]:
    """A case for each answer of one folder whose plan is in the other."""
    for gold in answers.glob("*.json"):
        for file_format in FORMATS:
            source = plans / f"{gold.stem}.{file_format}"
            if source.is_file():
                yield Case(SET, gold.stem, file_format, source, gold)
