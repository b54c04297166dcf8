"""Digits as several readers see them: whether they agree, and on what.

`agreed_digits(["1236", "1236", "I236", "1236"], ["1236", "1236"])` is "1236"; a handwritten number
that one reader takes for "259" and the other for "2?2" is None. The first reader is tesseract's
Vietnamese, the second its English: trained apart, they seldom make the same mistake.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_MOST = 0.75  # of all looks must see the same
_LIKE = str.maketrans({**dict.fromkeys("Iil|]!", "1"), **dict.fromkeys("Oo", "0")})
_DIGITS = re.compile(r"\d{0,6}")
_AROUND = " .,:;·'`"


def digits_in(text: str) -> str | None:
    """The digits that `text` is, "" for a blank; None where it is anything else."""
    bare = text.strip(_AROUND).replace(" ", "").translate(_LIKE)
    return bare if _DIGITS.fullmatch(bare) else None


def agreed_digits(first: Sequence[str | None], second: Sequence[str | None]) -> str | None:
    """What most looks of both readers saw; None where they do not agree or saw no digits."""
    tops = {_top(reader) for reader in (first, second) if reader}
    if len(tops) != 1:
        return None
    (found,) = tops
    share = [*first, *second].count(found) / (len(first) + len(second))
    return found if share >= _MOST else None


def _top(seen: Sequence[str | None]) -> str | None:
    return Counter(seen).most_common(1)[0][0]
