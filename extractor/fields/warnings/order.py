"""Numbers of sections that come twice or leave one out: `possible_typo` at the second of two.

"IV. PHÂN CÔNG NHIỆM VỤ" / "IV. TỔ CHỨC THỰC HIỆN" gives one warning. Roman and Arabic numbers below
one heading are compared, at least one of the two a heading itself; a page that renumbers what it
copies (`quality.renumbered`) has no order to break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.context import Reading, source_of
from extractor.fields.warnings.quality import renumbered
from extractor.outline.model import Node, Part
from extractor.plan.model import Warning

_KINDS = ("roman", "decimal")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_DIGITS = re.compile(r"\d+")
_LONGEST_QUOTE = 60
_MISSING_FIRST = "Mục đầu tiên không mang số I: hãy xem văn bản có thiếu mục nào không."


def misnumbered(reading: Reading) -> Iterator[Warning]:
    """Warnings about headings whose number repeats or skips one."""
    last: dict[tuple[int | None, str], tuple[int, Node]] = {}
    if renumbered(reading):
        return
    for node in reading.outline.nodes:
        number = _number(node)
        if number is None or node.marker is None:
            continue
        key = (node.parent, node.marker.kind)
        before = last.get(key)
        last[key] = (number, node)
        message = _fault(number, node, before)
        if message:
            place = source_of(reading, node.block.span)
            yield Warning(code="possible_typo", message=message, source=place)


def _fault(number: int, node: Node, before: tuple[int, Node] | None) -> str | None:
    if before is None:
        return _MISSING_FIRST if number > 1 and _opens_body(node) else None
    if not (node.is_heading or before[1].is_heading):
        return None
    earlier = before[1].block.text.strip()[:_LONGEST_QUOTE]
    if number == before[0]:
        return f"Số thứ tự mục trùng với mục trước (“{earlier}”)."
    if number > before[0] + 1:
        return f"Số thứ tự mục nhảy cách sau mục “{earlier}”."
    return None


def _opens_body(node: Node) -> bool:
    """Whether a Roman number heads a section of the whole plan: the first should be I."""
    roman = node.marker is not None and node.marker.kind == "roman"
    return roman and node.parent is None and node.is_heading


def _number(node: Node) -> int | None:
    """The number of a line in the body; None for what has no place in an order."""
    if node.part is not Part.BODY or node.marker is None or node.marker.kind not in _KINDS:
        return None
    if node.marker.kind == "roman":
        return _roman(node.marker.text)
    digits = _DIGITS.search(node.marker.text)
    return int(digits.group()) if digits else None


def _roman(text: str) -> int:
    values = [_ROMAN[char] for char in text if char in _ROMAN]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
