"""The registry of legal instruments: what a number is, when it was in force, what replaced it.

`registry().find("61/2018/NĐ-CP")` gives `Instrument(type="Nghị định", to="2025-07-01",
replaced_by="118/2025/NĐ-CP", …)`. A number without a year of its own ("06/QĐ-TTg") starts anew each
year and is found only with one. Loading fails with LexiconError on unknown keys, text that is not
NFC, dates out of order, keys that come twice and replacements that the registry does not hold.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

import msgspec
import yaml

from extractor.errors import LexiconError
from extractor.text import folded

_OWN_YEAR = re.compile(r"/(?:19|20)\d\d/")
_DATE = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?")
_WHOLE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")


class Instrument(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One instrument; `to` is the first day on which it is no longer in force. None: not known."""

    number: str
    type: str
    date: str | None
    issuer: str | None
    title: str
    in_force: str | None = msgspec.field(name="from")
    to: str | None
    replaced_by: str | None
    amended_by: tuple[str, ...]
    found: str

    @property
    def key(self) -> str:
        """`61/2018/NĐ-CP`, or `06/QĐ-TTg@2022` where the number has no year of its own."""
        return key_of(self.number, self.date) or self.number

    @property
    def name(self) -> str:
        """`Nghị định 61/2018/NĐ-CP`, a law with its title: `Luật Dữ liệu (60/2024/QH15)`."""
        is_law = self.type in ("Luật", "Bộ luật", "Pháp lệnh")
        return (
            f"{self.type} {self.title} ({self.number})" if is_law else f"{self.type} {self.number}"
        )


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    registry: str
    title: str
    entries: tuple[Instrument, ...]


@dataclass(frozen=True)
class Registry:
    """The instruments, by number and by title."""

    entries: tuple[Instrument, ...]

    def find(self, number: str, date: str | None = None) -> Instrument | None:
        """The instrument of that number; `date` (its year suffices) where the number has none."""
        key = key_of(number, date)
        return self._by_key.get(_plain(key)) if key else None

    def named(self, kind: str, title: str) -> tuple[Instrument, ...]:
        """The instruments of that type (`Luật`) and title, in the order of their dates."""
        found = self._by_title.get((folded(kind), folded(title)), [])
        return tuple(sorted(found, key=lambda entry: entry.date or ""))

    def successor(self, entry: Instrument) -> Instrument | None:
        """What replaced `entry`."""
        return self._by_key.get(_plain(entry.replaced_by)) if entry.replaced_by else None

    @cached_property
    def _by_key(self) -> dict[str, Instrument]:
        return {_plain(entry.key): entry for entry in self.entries}

    @cached_property
    def _by_title(self) -> dict[tuple[str, str], list[Instrument]]:
        titles: dict[tuple[str, str], list[Instrument]] = {}
        for entry in self.entries:
            titles.setdefault((folded(entry.type), folded(entry.title)), []).append(entry)
        return titles


def key_of(number: str, date: str | None) -> str | None:
    """The key of a cited number; None where it needs a year and has none."""
    if _OWN_YEAR.search(number):
        return number
    return f"{number}@{date[:4]}" if date else None


@cache
def registry() -> Registry:
    """The registry of this package (`extractor/lexicon/vi/instruments.yml`), read once."""
    place = resources.files("extractor.lexicon").joinpath("vi").joinpath("instruments.yml")
    return parse_registry(place.read_text(encoding="utf-8"))


def parse_registry(source: str) -> Registry:
    """The registry written in the YAML text `source`; LexiconError says what is wrong and where."""
    if not unicodedata.is_normalized("NFC", source):
        raise LexiconError("Danh mục văn bản chưa chuẩn hóa Unicode NFC: hãy lưu lại dạng NFC.")
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        file = msgspec.convert(yaml.load(source, Loader=loader), _File)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise LexiconError(f"Danh mục văn bản sai khuôn dạng: {error}") from error
    found = Registry(file.entries)
    for fault in _faults(found):
        raise LexiconError(f"Danh mục văn bản: {fault}.")
    return found


def _plain(key: str) -> str:
    return "".join(folded(key).split())


def _faults(registry: Registry) -> Iterator[str]:
    seen: set[str] = set()
    for entry in registry.entries:
        yield from (f"“{entry.number}” {fault}" for fault in _own_faults(entry))
        if _plain(entry.key) in seen:
            yield f"“{entry.key}” bị lặp"
        seen.add(_plain(entry.key))
        after = registry.successor(entry)
        if after and (after.date or "9") < (entry.date or ""):
            yield f"“{entry.number}” được thay bằng văn bản ban hành trước nó"
        if entry.replaced_by and after is None:
            yield f"“{entry.number}” được thay bằng “{entry.replaced_by}” không có trong danh mục"


def _own_faults(entry: Instrument) -> Iterator[str]:
    if not entry.found.strip():
        yield "không ghi tìm thấy ở đâu"
    if entry.date is None and not _OWN_YEAR.search(entry.number):
        yield "không mang năm nên phải có ngày"
    if entry.date and not _DATE.fullmatch(entry.date):
        yield f"ghi ngày “{entry.date}” không đúng dạng"
    for day in (entry.in_force, entry.to):
        if day and not _WHOLE.fullmatch(day):
            yield f"ghi ngày “{day}” không đủ ngày, tháng, năm"
    days = [day for day in (entry.date, entry.in_force, entry.to) if day]
    if days != sorted(days):
        yield "có các ngày ban hành, hiệu lực, hết hiệu lực không theo thứ tự"
