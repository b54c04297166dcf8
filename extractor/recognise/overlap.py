"""One policy for mentions that share text: the earlier start wins, then the longer span.

`settle(mentions)` keeps the first of each overlapping run; `free(dates, citations)` leaves out what
lies inside something taken; `within(mentions, span)` cuts a sorted run down to one place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from extractor.span import Span


class Spanned(Protocol):
    """Anything with a place."""

    @property
    def span(self) -> Span: ...


Mention = TypeVar("Mention", bound=Spanned)


def settle(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """`mentions` in the order of the text, none sharing a code point with one kept before."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return tuple(kept)


def free(mentions: Iterable[Mention], taken: Iterable[Span]) -> tuple[Mention, ...]:
    """Those of `mentions` that share no code point with any span of `taken`."""
    blocked = Blocked(taken)
    return tuple(mention for mention in mentions if not blocked.touches(mention.span))


def within(mentions: Sequence[Mention], span: Span) -> tuple[Mention, ...]:
    """Those of `mentions` (sorted by start) that begin inside `span`."""
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    last = bisect_left(mentions, span.end, key=lambda mention: mention.span.start)
    return tuple(mentions[first:last])


class Blocked:
    """Taken places, asked often: are these code points free?"""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._runs: list[Span] = []
        for span in sorted(spans):
            if self._runs and span.start <= self._runs[-1].end:
                last = self._runs[-1]
                self._runs[-1] = Span(last.start, max(last.end, span.end))
            else:
                self._runs.append(span)

    def touches(self, span: Span) -> bool:
        """Whether any taken place shares a code point with `span`."""
        at = bisect_left(self._runs, span.start, key=lambda run: run.end)
        # a run that ends exactly where `span` begins shares nothing with it
        return any(run.overlaps(span) for run in self._runs[at : at + 2])
