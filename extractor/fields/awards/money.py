"""Where the award money comes from, and the papers that a file holds.

"Kinh phí khen thưởng lấy từ Quỹ thi đua, khen thưởng của xã" gives the fund; the lines under "Hồ sơ đề
nghị khen thưởng gồm:" one paper each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.awards.scope import Place
from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.span import Span
from extractor.view import view

_MONEY = re.compile(r"(?<!\w)(?:kinh phí|tiền thưởng|nguồn chi|mức chi|mức khen|quỹ)(?!\w)")
_FROM = re.compile(
    r"(?<!\w)(?:trích từ|lấy từ|chi từ|sử dụng từ|bố trí từ|được lấy từ|được trích từ|từ|do)(?!\w) +"
    r"(?:nguồn +)?(?P<where>(?!ngày|năm)[^.;]{5,200})"
)
_PAPER = re.compile(
    r"^\W*(?:\d{1,2} +)?(?:tờ trình|biên bản|báo cáo|danh sách|bản (?:sao|tóm tắt|thành tích|photo)|các văn bản|"
    r"văn bản|quyết định|giấy|bảng|công văn|tài liệu|minh chứng|ảnh|phiếu)(?!\w)"
)
_HOLDS = re.compile(r"(?<!\w)(?:gồm|bao gồm|gồm có) *:? *")


def funding_in(reading: Reading, place: Place) -> Span | None:
    """The words that say where a block of the part on awards takes its money from."""
    for sentence in sentences(reading.text, place.node.text):
        seen = view(reading.slice(sentence))
        about = "funding" in place.kinds or _MONEY.search(seen)
        found = _FROM.search(seen) if about else None
        if found:
            return Span(sentence.start + found.start("where"), sentence.start + found.end("where"))
    return None


def papers_in(reading: Reading, place: Place) -> Iterator[Span]:
    """The papers that a block of the part on awards asks for."""
    if "dossier" not in place.kinds or place.node.is_heading:
        return
    node = place.node
    seen = view(reading.slice(node.text))
    if node.marker is not None and _PAPER.match(seen):
        yield node.text
        return
    held = _HOLDS.search(seen)
    if held:
        for part in sentences(
            reading.text, Span(node.text.start + held.end(), node.text.end), semicolons=True
        ):
            if _PAPER.match(view(reading.slice(part))):
                yield part
