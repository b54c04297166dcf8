"""Clauses: a sentence with several numbers cut so that each number has its own words.

"100% hồ sơ được trả đúng hạn, trong đó 90% được trả sớm" gives two clauses; "đạt 70% vào năm 2028 và 80%
vào năm 2030" gives two that share what stands before the first number (`shares_before`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.recognise.model import Quantity
from extractor.span import Span

_SEPARATOR = re.compile(
    r"\s*[,;]?\s+(?:trong đó|đồng thời|riêng|còn)(?!\w)\s*,?|\s*[;,](?!\d)\s*(?:và(?!\w)\s*)?|\s+và\s+|\s+hoặc\s+"
)
_HEAD = re.compile(
    r"\s*(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|số|mức|chỉ số|diện tích|tổng|quy mô|giá trị|kim ngạch|doanh thu|sản lượng|thu nhập|"
    r"năng suất|tốc độ|thời gian|độ che phủ|phấn đấu|bảo đảm|đảm bảo|duy trì|hình thành|xây dựng|thành lập|nâng|đưa|giảm|tăng|có|"
    r"mỗi|hằng năm|hàng năm|phát triển|tổ chức)(?!\w)",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"(?<!\w)(?:được|đủ điều kiện|đủ|đạt|bảo đảm|đảm bảo|tham gia|thực hiện|sử dụng|ứng dụng|hoàn thành|triển khai|biết|áp dụng|bố trí|chấp hành|đáp ứng|ký cam kết|đăng ký)(?!\w)"
)
_PREDICATE_OPENS = re.compile(r"\s*(?:có|được|đạt|bị|tham gia|sử dụng|hoàn thành)(?!\w)")
_NO_NOUN = re.compile(r"\s*(?:vào|đến|trong|năm|trở lên|[,.;)]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """One number with the words around it; `before`/`after` may be borrowed from a neighbour."""

    quantity: Quantity
    whole: Span
    before: Span
    after: Span
    borrowed_before: Span | None = None
    borrowed_after: Span | None = None
    borrowed_noun: Span | None = None


def clauses(text: str, sentence: Span, quantities: Sequence[Quantity]) -> tuple[Clause, ...]:
    """The clauses of a sentence, one for each of `quantities` (all inside it, in order)."""
    cuts = [
        _cut(text, left, right) for left, right in zip(quantities, quantities[1:], strict=False)
    ]
    starts = [sentence.start, *(cut[1] for cut in cuts)]
    ends = [*(cut[0] for cut in cuts), sentence.end]
    made = [
        Clause(
            quantity,
            Span(start, max(end, quantity.span.end)),
            Span(start, max(start, quantity.span.start)),
            Span(quantity.span.end, max(end, quantity.span.end)),
        )
        for quantity, start, end in zip(quantities, starts, ends, strict=True)
    ]
    borrowed = [
        _noun(text, [_borrow(text, made, i) for i in range(len(made))], index)
        for index in range(len(made))
    ]
    lent = [_predicate(text, borrowed, index) for index in range(len(borrowed))]
    return tuple(_governed(text, lent, index) for index in range(len(lent)))


def _noun(text: str, made: list[Clause], index: int) -> Clause:
    """Lend the noun of the number before to one that has only a predicate ("trong đó 50% có …")."""
    clause = made[index]
    opens = _PREDICATE_OPENS.match(text, clause.after.start, clause.after.end)
    if index == 0 or not opens or clause.quantity.kind != "percent":
        return clause
    first = made[index - 1]
    if (
        text[first.before.start : first.before.end].strip(" -+–").strip()
        or first.quantity.kind != "percent"
    ):
        return clause
    end = _PREDICATE.search(text, first.after.start, first.after.end)
    return replace(
        clause, borrowed_noun=Span(first.after.start, end.start() if end else first.after.end)
    )


def _governed(text: str, made: list[Clause], index: int) -> Clause:
    """A comparator governs a bare list under it ("ít nhất 10 A, 05 B"), never a whole ("và 100% B")."""
    clause = made[index]
    if index == 0 or clause.quantity.operator != "eq" or clause.quantity.value == 100:
        return clause
    first = made[index - 1]
    between = text[first.whole.end : clause.quantity.span.start].strip()
    plain = (
        first.quantity.operator in ("ge", "gt", "le", "lt")
        and first.quantity.kind == clause.quantity.kind
    )
    listed = between == "," or (between == "và" and clause.quantity.kind == "count")
    if plain and listed and not text[first.before.start : first.before.end].strip().endswith(":"):
        return replace(clause, quantity=replace(clause.quantity, operator=first.quantity.operator))
    return clause


def _predicate(text: str, made: list[Clause], index: int) -> Clause:
    """Lend the predicate of the next number to one that has a noun and none ("80% A và 100% B được …")."""
    clause = made[index]
    if index + 1 >= len(made) or text[clause.before.end : clause.before.start].strip():
        return clause
    following = made[index + 1]
    joined = text[clause.after.end : following.whole.start].strip() in ("và", ",", "")
    bare = text[following.before.start : following.before.end].strip() in ("", "và")
    own = _PREDICATE.search(text, clause.after.start, clause.after.end)
    lent = _PREDICATE.search(text, following.after.start, following.after.end)
    if (
        own
        or lent is None
        or not joined
        or not bare
        or not text[clause.after.start : clause.after.end].strip()
    ):
        return clause
    return replace(clause, borrowed_after=Span(lent.start(), following.after.end))


def _cut(text: str, left: Quantity, right: Quantity) -> tuple[int, int]:
    """Where the clause of `left` ends and that of `right` begins."""
    between = [found for found in _SEPARATOR.finditer(text, left.span.end, right.span.start)]
    if not between:
        middle = right.span.start
        return middle, middle
    for found in reversed(between):
        if (
            _HEAD.match(text, found.end(), right.span.start)
            or not text[found.end() : right.span.start].strip()
        ):
            return found.start(), _content_start(found)
    last = between[-1]
    return last.start(), _content_start(last)


def _content_start(found: re.Match[str]) -> int:
    # "trong đó" stays with the clause it opens: it falls off as a lead later.
    words = found.group().strip(" ,;")
    return found.start() + found.group().index(words) if words and words != "và" else found.end()


def _borrow(text: str, made: list[Clause], index: int) -> Clause:
    clause = made[index]
    if index == 0 or text[clause.before.start : clause.before.end].strip():
        return clause
    if not _NO_NOUN.match(text[clause.after.start : clause.after.end]) and not _is_second_measure(
        text, clause
    ):
        return clause
    first = made[index - 1]
    while (
        first.borrowed_before is None
        and index > 1
        and not text[first.before.start : first.before.end].strip()
    ):
        index -= 1
        first = made[index - 1]
    return replace(clause, borrowed_before=first.borrowed_before or first.before)


def _is_second_measure(text: str, clause: Clause) -> bool:
    return text[clause.after.start : clause.after.end].lstrip().startswith("đối với")
