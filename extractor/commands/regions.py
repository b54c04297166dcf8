"""Where a finding stands in the file itself: page or line in words, and for text files characters.

In: a loaded plan and its file. Out: findings with their places. The canonical text rejoins wrapped
lines, so that a quote is looked for in the file word by word, from the line it begins on.
"""

from __future__ import annotations

import re
from functools import cached_property

from extractor.checks.model import Finding
from extractor.checks.report import Placed
from extractor.commands.inputs import Input
from extractor.commands.loading import Loaded
from extractor.commands.places import place
from extractor.document.locate import block_at
from extractor.plan.model import Source

_TEXTS = ("txt", "md")
_WORD = re.compile(r"\w+")
_GAP = r"[\W_]{1,80}"
_FAR = 4000  # characters from the line on which a paragraph begins to a quote at its end


class Regions:
    """The places of findings in one file."""

    def __init__(self, loaded: Loaded, item: Input) -> None:
        self._loaded, self._item = loaded, item

    def placed(self, finding: Finding) -> Placed:
        """The finding with its place."""
        source, document = finding.source, self._loaded.document
        if source is None:
            return Placed(finding)
        words = place(source, self._loaded.plan.text, document)
        if document is None or document.format not in _TEXTS or not self._text:
            return Placed(finding, words)
        lines = block_at(document, source.start).origin.lines
        if not lines:
            return Placed(finding, words)
        found = self._find(source, lines[0])
        line = self._text.count("\n", 0, found[0]) + 1 if found else lines[0]
        return Placed(finding, f"dòng {line}" if found else words, line, found)

    def _find(self, source: Source, line: int) -> tuple[int, int] | None:
        """Offset and length of the quote in the file; None where its words are not found."""
        words = _WORD.findall(source.text)
        if not words or not self._is_plain:
            return None
        # Between words a file has marks of its own: a wrapped line's margin, `**`, bars of a table.
        quote = re.compile(_GAP.join(map(re.escape, words)))
        start = self._starts[min(line, len(self._starts)) - 1]
        found = quote.search(self._text, start, start + _FAR + 2 * len(source.text))
        return (found.start(), found.end() - found.start()) if found else None

    @cached_property
    def _text(self) -> str:
        from extractor.reading.encoding import decode

        return decode(self._data).text if self._data else ""

    @cached_property
    def _data(self) -> bytes:
        return self._item.load() if self._item.path else b""

    @cached_property
    def _is_plain(self) -> bool:
        """Whether the text was read as it lies in the file, so that offsets count the same."""
        return self._data == self._text.encode()

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self._text))]
