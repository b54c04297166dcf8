"""Clauses: a sentence with several numbers cut so that each number has its own words.

"100% hồ sơ được trả đúng hạn, trong đó 90% được trả sớm" gives two clauses, cut before "trong
đó". What a clause takes from its neighbours is said in `lending`: here its `lent` fields are
empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.fields.targets.vocabulary import holds
from extractor.lexicon.load import load
from extractor.plan.model import Change
from extractor.recognise.model import Quantity
from extractor.recognise.page import Page
from extractor.span import Span

# Blanks are bounded: runs of them, as between empty cells, would be tried from every blank anew.
_SEPARATOR = re.compile(
    r"\s{0,9}[,;]?\s{1,9}(?:trong đó|đồng thời|riêng|còn(?! lại))(?!\w)\s{0,9},?"
    r"|\s{1,9}với(?= (?:mức|tổng|công suất|diện tích|quy mô|dung tích|chiều dài)(?!\w))"
    r"|\s{0,9}[;,×](?!\d)\s{0,9}(?:và(?!\w)\s{0,9})?|\s{1,9}và\s{1,9}|\s{1,9}hoặc\s{1,9}"
)
_FOR_HOW_MANY = re.compile(r" (?:cho|với)\s*\Z")
_GOVERNS = re.compile(r"(?<!\w)(?:cho|tại|của|ở|đối với|thuộc)\s*\Z")


@dataclass(frozen=True, slots=True)
class Clause:
    """One number with the words around it.

    `lent_head` stands in for the words before it, `lent_noun` and `lent_predicate` go before and
    behind the words that follow it; all three are places of the same sentence. `growth` is the
    change that its own words state where they state nothing else ("…, tăng 5%"). Of `whom` come
    `stem`, which goes before its own head, `group`, for whom it holds, `lent_times`, where its
    times stand too, and `attends`: it counts those for whom the number before is held.
    """

    quantity: Quantity
    before: Span
    after: Span
    lent_head: Span | None = None
    lent_noun: Span | None = None
    lent_predicate: Span | None = None
    growth: Change | None = None
    stem: Span | None = None
    group: Span | None = None
    lent_times: Span | None = None
    attends: bool = False

    @property
    def whole(self) -> Span:
        """From the first to the last of its own words."""
        return Span(self.before.start, self.after.end)

    @property
    def head(self) -> Span:
        """The words that say before the number what is measured, its own or lent."""
        return self.before if self.lent_head is None else self.lent_head


def cut(text: str, sentence: Span, quantities: Sequence[Quantity]) -> tuple[Clause, ...]:
    """The clauses of a sentence, one for each of `quantities` (all inside it, in order)."""
    if not quantities:
        return ()
    cuts = [_cut(text, left, right) for left, right in pairwise(quantities)]
    first = _start(text, sentence, quantities[0])
    starts = [
        _in_bracket(text, start, quantity.span.start)
        for quantity, start in zip(quantities, [first, *(s for _, s in cuts)], strict=True)
    ]
    ends = _ends(text, quantities, [*(end for end, _ in cuts), sentence.end])
    return tuple(
        Clause(
            quantity,
            Span(start, max(start, quantity.span.start)),
            Span(quantity.span.end, _closed(text, quantity.span.end, max(end, quantity.span.end))),
        )
        for quantity, start, end in zip(quantities, starts, ends, strict=True)
    )


def _ends(text: str, quantities: Sequence[Quantity], ends: Sequence[int]) -> list[int]:
    """Clause ends; "02 trạm dùng chung cho | 03 thôn" goes on: a preposition ends no phrase."""
    seen, done = Page.of(text).viewed, list(ends)
    for at in range(len(done) - 2, -1, -1):
        if _GOVERNS.search(seen, quantities[at].span.end, done[at]):
            done[at] = done[at + 1]
    return done


def _in_bracket(text: str, start: int, end: int) -> int:
    """Where a clause begins whose number stands in brackets that opened within it."""
    opened = text.rfind("(", start, end)
    return opened + 1 if opened > text.rfind(")", start, end) else start


def _closed(text: str, start: int, end: int) -> int:
    """Where words behind a number end: before a bracket that closes what opened before it."""
    depth = 0
    for at in range(start, end):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth < 0:
            return at
    return end


def _start(text: str, sentence: Span, first: Quantity) -> int:
    """Where the first clause begins: behind zero tolerance ("không có hồ sơ chậm và 100% …")."""
    seen = Page.of(text).viewed
    between = list(_SEPARATOR.finditer(seen, sentence.start, first.span.start))
    if not between or seen[between[-1].end() : first.span.start].strip():
        return sentence.start
    none = holds("target_zero", "none").search(seen, sentence.start, between[-1].start())
    return between[-1].end() if none else sentence.start


def _cut(text: str, left: Quantity, right: Quantity) -> tuple[int, int]:
    """Where the clause of `left` ends and that of `right` begins."""
    seen = Page.of(text).viewed
    attending = _attending(seen, left, right)
    if attending:
        return attending, right.span.start
    between = list(_SEPARATOR.finditer(seen, left.span.end, right.span.start))
    if not between:
        return right.span.start, right.span.start
    opening = (found for found in reversed(between) if _opens_clause(seen, found, right))
    last = between[0] if _says_all(seen, left, between[0]) else between[-1]
    found = next(opening, last)
    return found.start(), _content_start(found)


def _attending(seen: str, left: Quantity, right: Quantity) -> int | None:
    """Where "cho" stands in "02 lớp tập huấn cho 80 cán bộ": what is held, and for how many."""
    found = _FOR_HOW_MANY.search(seen, left.span.end, right.span.start)
    held = load("units").at(seen, left.unit_span.start) if left.unit_span else None
    if (
        found is None
        or held is None
        or held.entry.id != "times"
        or ";" in seen[left.span.end : found.start()]
    ):
        return None
    people = load("units").at(seen, right.unit_span.start) if right.unit_span else None
    counted = people is not None and (
        people.entry.id == "people" or people.span.of(seen).startswith("lượt")
    )
    return found.start() if counted or right.kind == "percent" else None


def _says_all(seen: str, left: Quantity, mark: re.Match[str]) -> bool:
    """Whether a share ends its clause ("A đạt 80%, B, C đạt 95%"): what follows is the next's."""
    return left.kind == "percent" and not seen[left.span.end : mark.start()].strip()


def _opens_clause(seen: str, found: re.Match[str], right: Quantity) -> bool:
    """Whether a head ("tỷ lệ", "phấn đấu") or the number itself follows a separator."""
    start = found.end()
    while start < right.span.start and seen[start] == " ":
        start += 1
    if start >= right.span.start:
        return True
    hit = load("target_heads").at(seen, start)
    return hit is not None and hit.span.end <= right.span.start


def _content_start(found: re.Match[str]) -> int:
    # "trong đó" stays with the clause it opens: it falls off as a lead later.
    words = found.group().strip(" ,;")
    return found.start() + found.group().index(words) if words and words != "và" else found.end()
