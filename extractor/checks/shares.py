"""Shares said twice, as a fraction and in percent: "22/25 tổ dân phố (đạt 92%)" is 88%.

Only where nothing stands between them but the noun, and no comparator makes the percent a bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper

_FRACTION = r"(?<![\d/.,])(?P<part>\d{1,5})/(?P<all>\d{1,5})(?![\d/])"
_PERCENT = r"(?P<percent>\d{1,3}(?:,\d{1,2})?) ?%"
_NOUN = r"(?: [^\W\d_]+){1,6}"
_FIRST = re.compile(
    rf"{_FRACTION}{_NOUN}(?: ?\((?:đạt |chiếm |bằng )?(?:tỷ lệ )?|,? (?:chiếm|đạt)(?: tỷ lệ)? )"
    rf"{_PERCENT}(?= ?(?:[),.;]|$))",
    re.MULTILINE,
)
_BEHIND = re.compile(rf"{_PERCENT}(?P<noun>{_NOUN}|) \({_FRACTION}(?P<of>{_NOUN}|)\)")
_BOUND = re.compile(r"trên|ít nhất|tối thiểu|trở lên|dưới|không quá|hơn|khoảng|gần|tăng|giảm|từ")
_DAYS = 12  # a smaller denominator without a noun may be a month
_ROUNDED = 1.0  # percent points that rounding may take; a tenth of that with decimals
_AROUND = 20


def _miscounted(paper: Paper) -> Iterator[Found]:
    for pattern in (_FIRST, _BEHIND):
        for found in pattern.finditer(paper.viewed):
            part, whole = int(found["part"]), int(found["all"])
            if not 0 < part < whole or _may_be_other(paper, found):
                continue
            said, real = float(found["percent"].replace(",", ".")), 100 * part / whole
            allowed = _ROUNDED / 10 if "," in found["percent"] else _ROUNDED
            if abs(said - real) > allowed:
                real_said = f"{real:.1f}".replace(".", ",")
                message = f"{part}/{whole} là {real_said}%, ghi {found['percent']}%."
                yield Found(message, paper.source(*found.span()))


def _may_be_other(paper: Paper, found: re.Match[str]) -> bool:
    """Whether the percent is a bound, or the fraction a day of a month."""
    before = paper.viewed[max(0, found.start() - _AROUND) : found.start()].rpartition("\n")[2]
    if _BOUND.search(before) or _BOUND.search(found.group()):
        return True
    parts = found.groupdict()
    return int(found["all"]) <= _DAYS and parts.get("of") == ""


RULES = (
    Rule(
        "share-miscounted", "warning", "Tỷ lệ không khớp phân số",
        "Phân số và tỷ lệ nói về một phần phải bằng nhau",
        "Tính lại tỷ lệ, hoặc sửa hai số của phân số.", _miscounted,
    ),
)  # fmt: skip
