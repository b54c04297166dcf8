"""Where a quote that a person wrote stands in the plan's text.

In: the text, the quote, and about where it should be. Out: a source with offsets, or ValueError
with a Vietnamese reason: a quote that does not stand there, or stands in several places and none is
meant more than another, is not guessed.
"""

from __future__ import annotations

from typing import Any


def source_of(text: str | None, quote: str, near: int | None = None) -> dict[str, Any]:
    """The place of `quote` in `text`, the one nearest to `near` where it stands more than once."""
    if text is None:
        raise ValueError("bản ghi không kèm văn bản nên không tìm được trích đoạn")
    if not quote:
        raise ValueError("thiếu trích đoạn")
    places = _places(text, quote)
    if not places:
        raise ValueError("trích đoạn không có trong văn bản")
    if len(places) > 1 and near is None:
        raise ValueError(f"trích đoạn có ở {len(places)} chỗ: hãy điền vị trí đầu")
    start = min(places, key=lambda place: abs(place - (near or 0)))
    return {"start": start, "end": start + len(quote), "text": quote, "page": None, "bbox": None}


def _places(text: str, quote: str) -> list[int]:
    found, at = [], text.find(quote)
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + 1)
    return found
