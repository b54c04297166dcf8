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


def behind_honorific(text: str) -> int:
    """The offset behind ranks and degrees: "Thượng tá, ThS. Trần Văn Mẫu" has its name at 16."""
    viewed, at = view(text), 0
    while hit := load("honorifics").at(viewed, at):
        at = hit.span.end + len(text[hit.span.end :]) - len(text[hit.span.end :].lstrip(" .,"))
    return at


def is_person(text: str) -> bool:
    """Whether `text` is a personal name and nothing else."""
    return PERSON.fullmatch(text.strip()) is not None and not _names_office(text.strip())


def _names_office(text: str) -> bool:
    viewed = view(text)
    return any(load(name).at(viewed, 0) is not None for name in ("agencies", "posts"))
