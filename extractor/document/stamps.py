"""The stamp that a signing program prints on a page: its lines told from text, and what they say.

"Ký bởi: ỦY BAN NHÂN DÂN XÃ PHÚ LẠC" / "Cơ quan: TỈNH HÒA GIANG" / "Thời gian ký: 05.03.2026
10:12:45 +07:00" is `Stamp("ỦY BAN NHÂN DÂN XÃ PHÚ LẠC", "2026-03-05T10:12:45+07:00", "TỈNH HÒA
GIANG")`. The wordings are the lexicon's (`stamps.yml`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.load import load
from extractor.lexicon.trie import alternation
from extractor.text import clean
from extractor.view import view

_TIMES = ("time", "date")
_NAMELESS = ("state",)  # lines that say all by themselves, without a colon
_DAY = (
    r"(?:(?P<year>20\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"
    r"|(?P<day2>\d{1,2})[-/.](?P<month2>\d{1,2})[-/.](?P<year2>20\d\d))"
)
_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?: ?(?P<half>AM|PM|SA|CH))?"
_ZONE = r"(?: ?(?P<sign>[+-])(?P<zone>\d\d)[:']?(?P<zone2>\d\d)?'?)?"
_DAY_FIRST = re.compile(rf"{_DAY}(?:[ ,T]{{1,3}}{_CLOCK}{_ZONE})?", re.IGNORECASE)
_CLOCK_FIRST = re.compile(rf"{_CLOCK}[ ,]{{1,3}}{_DAY}{_ZONE}", re.IGNORECASE)
_AFTERNOON = ("PM", "CH")
_NOON = 12


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a stamp says: who signed, when (ISO 8601, cut to what is stated), of which body."""

    signer: str | None = None
    time: str | None = None
    organisation: str | None = None


def label_of(text: str) -> str | None:
    """Which line of a stamp `text` begins like ("signer", "time", …); None for any other text."""
    found = _labels().match(view(text.lstrip(" *_")))
    return _entry(found) if found else None


@cache
def first_words() -> frozenset[str]:
    """The first word of each label, in small letters: what is cheap to ask before `label_of`."""
    return frozenset(alias.split()[0] for alias in load("stamps").by_alias)


def read_stamp(text: str) -> Stamp:
    """What the lines of one stamp say, given one behind the other."""
    said: dict[str, str] = {}
    found = list(_labels().finditer(view(text)))
    ends = [*(one.start() for one in found[1:]), len(text)]
    for one, end in zip(found, ends, strict=True):
        said.setdefault(_entry(one), clean(text[one.end() : end]))
    times = (time_of(said[name]) for name in _TIMES if name in said)
    return Stamp(
        said.get("signer") or None, next(filter(None, times), None), said.get("holder") or None
    )


def time_of(text: str) -> str | None:
    """The date, and the time where there is one, that `text` states, in the form of ISO 8601."""
    found = _CLOCK_FIRST.search(text) or _DAY_FIRST.search(text)
    if found is None:
        return None
    year, month, day = (int(found[n] or found[f"{n}2"]) for n in ("year", "month", "day"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{year}-{month:02}-{day:02}{_clock(found)}"


def _clock(found: re.Match[str]) -> str:
    if found["hour"] is None:
        return ""
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % _NOON + _NOON * (found["half"].upper() in _AFTERNOON)
    if hour > 23 or int(found["minute"]) > 59:
        return ""
    second = f":{found['second']}" if found["second"] else ""
    zone = f"{found['sign']}{found['zone']}:{found['zone2'] or '00'}" if found["sign"] else ""
    return f"T{hour:02}:{found['minute']}{second}{zone}"


def _entry(found: re.Match[str]) -> str:
    return load("stamps").by_alias[" ".join((found["named"] or found["whole"]).split())].id


@cache
def _labels() -> re.Pattern[str]:
    """In a view of the text: the words of a line with their colon, or those that need none."""
    named: list[str] = []
    whole: list[str] = []
    for alias, entry in load("stamps").by_alias.items():
        (whole if entry.id in _NAMELESS else named).append(alias)
    return re.compile(
        rf"(?<!\w)(?:(?P<named>{alternation(named)}) *:|(?P<whole>{alternation(whole)})(?!\w))"
    )
