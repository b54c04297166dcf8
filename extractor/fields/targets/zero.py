"""Zero tolerance: "không có hồ sơ nào chậm", "không để xảy ra …" as a target of 0.

Only in sections of targets (the contract). "Không có hồ sơ nào chậm trả kết quả" measures "hồ sơ chậm trả
kết quả", unit "hồ sơ", value 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.context import Reading, source_of
from extractor.fields.targets.due import stated_by
from extractor.fields.targets.scope import Scope
from extractor.plan.model import Target
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_ZERO = re.compile(
    r"(?<!\w)không (?:để (?:xảy ra|phát sinh|tồn đọng|có|lọt)|có|phát sinh|còn|xảy ra)(?!\w) +(?P<what>[^.;]{3,})"
)
_UNIT = re.compile(
    r"(?P<unit>[^.;]+?)(?= (?:nào|xếp|có|bỏ|mắc|của|về|do|bị|chậm|trong|đối với|tại|vi phạm|quá hạn|trễ hạn|được|phải|gây|liên quan|trên|thuộc|theo|ở)(?!\w)|$)"
)
_NEGATED_STATE = re.compile(r"(?:mức|khả năng|điều kiện|đủ|giấy tờ|dùng|ma tú)")
_OPENS = re.compile(r"(?:^|[,;:.]|(?<!\w)(?:và|đồng thời|phấn đấu|bảo đảm|đảm bảo|quyết tâm))\W*$")
_LONGEST_UNIT = 60


def read_zero(reading: Reading, sentence: Span, scope: Scope) -> Iterator[Target]:
    """The zero-tolerance targets of one sentence."""
    seen = view(reading.slice(sentence))
    for found in _ZERO.finditer(seen):
        if not _OPENS.search(seen[: found.start()]) or _NEGATED_STATE.match(found["what"]):
            continue
        start, end = found.start("what"), _end(seen, found)
        what = reading.slice(sentence)[start:end]
        unit = _unit(what)
        indicator = clean(re.sub(r"(?<!\w)nào(?!\w)\s*", "", what, count=1))
        if len(indicator) < 3 or not unit:
            continue
        yield Target(
            indicator=indicator,
            operator="eq",
            value=0,
            unit=unit,
            by=stated_by(reading, sentence) or scope.by,
            group=scope.group,
            context="target",
            source=source_of(reading, Span(found.start(), end).shift(sentence.start)),
            rule="targets.zero",
            confidence=0.85,
            basis={"value": "inferred", **({"by": "inherited"} if scope.by else {})},
        )


def _end(seen: str, found: re.Match[str]) -> int:
    purpose = re.compile(r",? (?:nhằm|góp phần|qua đó)(?!\w)").search(
        seen, found.start("what"), found.end()
    )
    return purpose.start() if purpose else found.end()


def _unit(what: str) -> str:
    found = _UNIT.match(view(what))
    unit = what[: found.end("unit")] if found else what
    return clean(unit if len(unit) <= _LONGEST_UNIT else unit.split(",")[0])
