"""Automatic numbers counted as Word counts them: `label("7", 1)` gives `"1.2."`, the next `"1.3."`.

Lists of one abstract list count on together unless a list overrides its start; a deeper level
begins anew after a higher one, unless `w:lvlRestart` says otherwise (ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

import re

from extractor.reading.docx_formats import bullet, written
from extractor.reading.docx_numbering import Level, ListDefinition, Lists

_PLACE = re.compile(r"%([1-9])")


class Counters:
    """The running counts of one document, in reading order."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def label(self, list_id: str, level: int) -> str:
        """Count one paragraph of a list and give its label, without the space after it.

        Empty where the list is not defined or its level prints nothing.
        """
        found = self._lists.get(list_id)
        if found is None or level not in found.levels:
            return ""
        counts = self._counts.setdefault(found.abstract, {})
        if list_id not in self._begun:
            self._begun.add(list_id)
            for overridden in found.starts:
                counts.pop(overridden, None)
        _advance(counts, found, level)
        return _label(counts, found, level)


def _advance(counts: dict[int, int], found: ListDefinition, level: int) -> None:
    counts[level] = counts[level] + 1 if level in counts else _start(found, level)
    for deeper in [at for at in counts if at > level]:
        if _restarts(found.levels.get(deeper), level):
            del counts[deeper]


def _restarts(deeper: Level | None, level: int) -> bool:
    # w:lvlRestart counts levels from 1; 0 means that the level never begins anew.
    return deeper is None or deeper.restart is None or level < deeper.restart


def _start(found: ListDefinition, level: int) -> int:
    stated = found.levels.get(level)
    return found.starts.get(level, stated.start if stated else 1)


def _label(counts: dict[int, int], found: ListDefinition, level: int) -> str:
    own = found.levels[level]
    if own.format == "bullet":
        return bullet(own.text)

    def count(match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        shown = found.levels.get(at, Level())
        plain = own.legal and shown.format != "none"
        return written(counts.get(at, _start(found, at)), "decimal" if plain else shown.format)

    return _PLACE.sub(count, own.text).strip()
