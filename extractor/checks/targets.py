"""Targets that cannot both hold, or that cannot hold at all.

"Tỷ lệ hồ sơ trực tuyến đạt 80%" under III and "… đạt 90%" under V, for one time and the same
people, gives `targets-disagree`; "từ 95% đến 90%" `range-reversed`; "Tỷ lệ … đạt 120%"
`share-over-hundred`; a target by 2024 in a plan of 2026 `target-past`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from extractor.checks.days import printed, surely_before
from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.plan.model import Target
from extractor.text import folded
from extractor.view import view

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 6  # shorter indicators say only with their heading what is measured
_SHARE_OF = (("tỷ", "lệ"), ("tỉ", "lệ"))
_ROMAN = re.compile(r"^[\W_]*(?:phần )?[IVX]{1,5}[.\-):]", re.MULTILINE)
_MAY_EXCEED = re.compile(r"so với|dự toán|kế hoạch|chỉ tiêu|cùng kỳ|\b(?:tăng|vượt)\b|được giao")
_REVERSED = re.compile(
    r"từ (?P<low>\d{1,3}(?:,\d+)?) *%? *(?:đến|-) *(?P<high>\d{1,3}(?:,\d+)?) *%"
)
_COUNTS_REVERSED = re.compile(
    r"\btừ (?P<low>\d{1,5}) (?:đến|tới) (?P<high>\d{1,5})(?= [^\W\d_])"
    r"(?! (?:giờ|h|ngày|tháng|năm|quý|hằng|hàng|của|phút|sáng|chiều)\b)"
)
_DONE = re.compile(r"\b(?:đã|đạt được)\b")
_TWICE = re.compile(
    r"\b(?:trên|hơn|vượt) \d[\d.,]*%?(?: [^\W\d_]+){0,4} trở lên\b"
    r"|\bdưới \d[\d.,]*%?(?: [^\W\d_]+){0,4} trở xuống\b"
)
_FALLS = re.compile(r"giảm|hạ|rút|xuống|còn")
_AROUND = 60
_Words = tuple[str, ...]


def _disagree(paper: Paper) -> Iterator[Found]:
    seen: set[int] = set()
    named = [(t, _words(t)) for t in paper.plan.targets]
    for (one, words), (other, others) in combinations(named, 2):
        if not _comparable(one, other):
            continue
        if one.source.start in seen or other.source.start in seen or one.source == other.source:
            continue
        if _same_thing(paper, one, other, words, others) and not _can_both_hold(one, other):
            seen.update((one.source.start, other.source.start))
            yield Found(
                f"Chỉ tiêu “{one.indicator}” ghi hai mức khác nhau: “{_short(one.source.text)}”"
                f" và “{_short(other.source.text)}”.",
                other.source,
            )


def _words(target: Target) -> _Words:
    """The words of an indicator; "tỷ lệ hộ dùng nước sạch" is "hộ dùng nước sạch" in percent."""
    words = tuple(_WORD.findall(folded(target.indicator)))
    rest = words[2:] if target.unit == "percent" and words[:2] in _SHARE_OF else words
    return rest if len(rest) >= _FEWEST_WORDS else words  # short ones are known by each word


def _comparable(one: Target, other: Target) -> bool:
    """Whether both are of one unit, for one time (or an unstated one) and the same people."""
    frames = [(t.unit, t.per, t.change, folded(t.subject or "")) for t in (one, other)]
    return frames[0] == frames[1] and (one.by == other.by or not (one.by and other.by))


def _can_both_hold(one: Target, other: Target) -> bool:
    return (one.operator, one.value, one.value_max) == (
        other.operator, other.value, other.value_max,
    )  # fmt: skip


def _same_thing(paper: Paper, one: Target, other: Target, words: _Words, others: _Words) -> bool:
    """Whether both measure one thing: the same words, or elsewhere one said in short."""
    short = min(len(words), len(others))
    if short < _FEWEST_WORDS or words[:short] != others[:short]:
        return False
    if one.context == "award" or other.context == "award":
        return False
    if one.group == other.group:
        return words == others and one.by == other.by and _are_sentences(paper, one, other)
    # Groups of one section ("Cấp tỉnh", "Cấp xã") may well ask for different things.
    return _section(paper, one) != _section(paper, other)


def _are_sentences(paper: Paper, one: Target, other: Target) -> bool:
    """Whether both stand in sentences of their own: rows of a table are told apart by columns."""
    if one.by is not None or "\n" not in paper.text:
        return True
    return len(one.source.text) > len(one.indicator) and len(other.source.text) > len(
        other.indicator
    )


def _section(paper: Paper, target: Target) -> int:
    """Where the Roman section that holds `target` begins; -1 before the first."""
    heads = [found.start() for found in _ROMAN.finditer(paper.text, 0, target.source.start)]
    return heads[-1] if heads else -1


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


def _over_hundred(paper: Paper) -> Iterator[Found]:
    for target in paper.plan.targets:
        most = target.value_max if target.value_max is not None else target.value
        is_share = view(target.indicator).startswith("tỷ lệ") and target.unit == "percent"
        if not is_share or most <= 100 or target.change is not None:
            continue
        if not _MAY_EXCEED.search(view(target.source.text)):
            yield Found("Tỷ lệ vượt quá 100%.", target.source)


def _reversed(paper: Paper) -> Iterator[Found]:
    for found in _REVERSED.finditer(paper.viewed):
        low, high = (float(found[name].replace(",", ".")) for name in ("low", "high"))
        before = paper.viewed[max(0, found.start() - _AROUND) : found.start()]
        if low > high and not _FALLS.search(before.rpartition("\n")[2]):
            message = f"Khoảng viết ngược: từ {found['low']}% đến {found['high']}%."
            yield Found(message, paper.source(*found.span()))
    yield from _counts_reversed(paper)


def _counts_reversed(paper: Paper) -> Iterator[Found]:
    """Two counts of one noun: "từ 20 đến 15 đảng viên"; hours and days run on past their end."""
    for found in _COUNTS_REVERSED.finditer(paper.viewed):
        low, high = int(found["low"]), int(found["high"])
        before = paper.viewed[max(0, found.start() - _AROUND) : found.start()]
        if low > high and not _FALLS.search(before.rpartition("\n")[2]):
            message = f"Khoảng viết ngược: từ {found['low']} đến {found['high']}."
            yield Found(message, paper.source(*found.span()))


def _unclear(paper: Paper) -> Iterator[Found]:
    for found in _TWICE.finditer(paper.viewed):
        quote = paper.text[slice(*found.span())]
        yield Found(
            f"“{quote}”: không rõ có tính chính số ấy hay không.", paper.source(*found.span())
        )


def _past(paper: Paper) -> Iterator[Found]:
    for target in paper.plan.targets:
        if target.basis.get("by") == "inferred" or _DONE.search(view(target.source.text)):
            continue
        if target.by and paper.issued and surely_before(target.by, paper.issued):
            message = (
                f"Hạn của chỉ tiêu ({printed(target.by)}) đã qua khi ban hành kế hoạch"
                f" ({printed(paper.issued)})."
            )
            yield Found(message, target.source)


RULES = (
    Rule(
        "targets-disagree", "error", "Hai mức cho một chỉ tiêu",
        "Một chỉ tiêu, một thời hạn, một đối tượng chỉ có một mức",
        "Thống nhất một mức, hoặc ghi rõ thời hạn, đối tượng của từng mức.", _disagree,
    ),
    Rule(
        "share-over-hundred", "warning", "Tỷ lệ quá 100%", "Phần của một tổng không quá 100%",
        "Kiểm lại số; nếu là so với dự toán, cùng kỳ thì ghi rõ.", _over_hundred,
    ),
    Rule(
        "range-reversed", "warning", "Khoảng viết ngược", "Mức thấp đứng trước mức cao",
        "Kiểm lại hai số của khoảng.", _reversed,
    ),
    Rule(
        "threshold-unclear", "note", "Mức viết hai cách so sánh",
        "“trên 365” không tính 365, “365 trở lên” có tính",
        "Chọn một cách: “từ … trở lên” hoặc “trên …”.", _unclear,
    ),
    Rule(
        "target-past", "warning", "Hạn của chỉ tiêu đã qua",
        "Chỉ tiêu phải còn thời gian để đạt khi kế hoạch ban hành",
        "Sửa thời hạn của chỉ tiêu.", _past,
    ),
)  # fmt: skip
