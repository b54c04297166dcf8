"""What the reader of scans may have misread, for a clerk to hold against the paper.

A document with a doubt of reason "sign" over "≥" gives `doubtful_reading` with the message "Dấu so
sánh đọc từ bản quét có thể sai: “≥ 90%”; hãy đối chiếu với bản gốc." and its place. Numbers and
words of which the reader was unsure are told together, with the first few as examples.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.document.model import Doubt
from extractor.fields.context import Reading, source_of
from extractor.plan.model import Warning

_CODE = "doubtful_reading"
_SINGLY = {
    "unread": "Chỗ viết tay hoặc mờ, máy không đọc được",
    "sign": "Dấu so sánh đọc từ bản quét có thể sai",
    "roman": "Số La Mã đọc từ bản quét có thể sai",
    "seal": "Chữ bị con dấu hoặc chữ ký đè lên, có thể đọc sai",
    "repaired": "Chữ đóng dấu hoặc viết tay, đọc theo cách ký thông thường",
}
_TOGETHER = {"number": "con số", "unsure": "chữ"}
_CHECK = "hãy đối chiếu với bản gốc"
_EXAMPLES = 5
_AROUND = 12  # characters behind a sign, to see what it compares


def misread(reading: Reading) -> Iterator[Warning]:
    """Warnings about what a scan leaves in doubt; none for other documents."""
    doubts = reading.document.doubts
    for doubt in doubts:
        if doubt.reason in _SINGLY:
            yield _single(reading, doubt)
    for reason, noun in _TOGETHER.items():
        found = [doubt for doubt in doubts if doubt.reason == reason]
        if found:
            yield _several(reading, found, noun)


def _single(reading: Reading, doubt: Doubt) -> Warning:
    end = doubt.span.end + (_AROUND if doubt.reason == "sign" else 0)
    printed = reading.text[doubt.span.start : end].partition("\n")[0]
    return Warning(
        code=_CODE,
        message=f"{_SINGLY[doubt.reason]}: “{printed}”; {_CHECK}.",
        source=source_of(reading, doubt.span),
    )


def _several(reading: Reading, doubts: Sequence[Doubt], noun: str) -> Warning:
    words = dict.fromkeys(reading.slice(doubt.span) for doubt in doubts)
    shown = ", ".join(f"“{word}”" for word in list(words)[:_EXAMPLES])
    more = " …" if len(words) > _EXAMPLES else ""
    return Warning(
        code=_CODE,
        message=f"{len(doubts)} {noun} đọc từ bản quét không chắc: {shown}{more}; {_CHECK}.",
        source=source_of(reading, doubts[0].span),
    )
