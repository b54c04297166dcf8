"""Personal names on a line of their own, as they stand under a signature.

`is_person("Lò Thị Hạnh")` is true, `is_person("Sở Nội Vụ")` is not: a body's name written with
capitals looks like a person's.
"""

from __future__ import annotations

import re

from extractor.lexicon.load import load
from extractor.text import LOWER, UPPER
from extractor.view import view

_WORD = rf"[{UPPER}][{LOWER}]*(?:['’][{UPPER}]?[{LOWER}]*)?"
# Two to six words with one capital each: "Lò Thị Hạnh", "Y Thanh Hà Niê Kdăm".
PERSON = re.compile(rf"(?<!\w)(?:{_WORD}\s+){{1,5}}[{UPPER}](?:['’][{UPPER}])?[{LOWER}]+")


def is_person(text: str) -> bool:
    """Whether `text` is a personal name and nothing else."""
    return PERSON.fullmatch(text.strip()) is not None and not _names_office(text.strip())


def _names_office(text: str) -> bool:
    viewed = view(text)
    return any(load(name).at(viewed, 0) is not None for name in ("agencies", "posts"))
