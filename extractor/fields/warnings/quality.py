"""Signs of a poor copy, `low_text_quality` for the most part: what was lost or spoilt on the way.

A web copy without its letterhead, sections renumbered by the page ("1. I TỔ CHỨC …", "4. a) …"),
words torn apart ("ph ù hợp"), letters of no Vietnamese alphabet from a broken font ("cǜng").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extractor.fields.context import Reading, source_of
from extractor.outline.model import Node
from extractor.plan.model import DocumentFacts, Warning
from extractor.span import Span
from extractor.text import LOWER

_CODE = "low_text_quality"
_HEADLESS = (
    "Bản sao thiếu phần đầu văn bản (cơ quan ban hành, số, ngày): hãy đối chiếu với bản gốc."
)
_FEWEST_RENUMBERED = 2
_FEWEST_TORN = 3  # one or two are slips of the typist, more are the copy's
_WEB_NUMBER = re.compile(r"\s*\d{1,2}\.\s+")
_LETTERS = frozenset("ăĂđĐĩĨũŨơƠưƯ")
_EXTENDED = re.compile(r"[\u0100-\u024f]")
_CONSONANTS = "bcdđghklmnpqrstvx"
_VOWELS = "".join(char for char in LOWER[3:] if char != "đ")
# A syllable without its vowel, the vowel on its own, then small letters: "ph ù hợp", "t ỉ nh".
_TORN = re.compile(rf"(?<!\w)(?i:[{_CONSONANTS}]{{1,3}}) [{_VOWELS}]{{1,2}} [{LOWER}]+")


def low_quality(reading: Reading, document: DocumentFacts) -> Iterator[Warning]:
    """Warnings about the copy as a whole, with one example each."""
    if _is_headless(document):
        yield Warning(code=_CODE, message=_HEADLESS)
    yield from _renumbered(reading)
    yield from _foreign(reading)
    yield from _torn(reading)


def _is_headless(document: DocumentFacts) -> bool:
    issuer = document.evidence.get("issuer.name")
    stated = issuer is not None and issuer.rule == "issuer.letterhead"
    return not stated and document.number is None and document.date is None


def renumbered(reading: Reading) -> tuple[Node, ...]:
    """The sections that a web page numbered anew, where there are enough to be no accident."""
    nodes = tuple(node for node in reading.outline.nodes if _has_web_number(node))
    return nodes if len(nodes) >= _FEWEST_RENUMBERED else ()


def _renumbered(reading: Reading) -> Iterator[Warning]:
    nodes = renumbered(reading)
    if nodes:
        yield Warning(
            code=_CODE,
            message=f"Số thứ tự của {len(nodes)} mục bị trang đăng lại đánh thêm số khác:"
            " hãy đối chiếu với bản gốc.",
            source=source_of(reading, nodes[0].block.span),
        )


def _has_web_number(node: Node) -> bool:
    """Whether a page's own number stands before the printed one ("4. a) Thi đua …")."""
    lead = _WEB_NUMBER.match(node.block.text)
    return lead is not None and node.marker is not None and node.marker.length > lead.end()


def _foreign(reading: Reading) -> Iterator[Warning]:
    found = [m for m in _EXTENDED.finditer(reading.text) if m.group() not in _LETTERS]
    if found:
        letters = ", ".join(f"“{letter}”" for letter in Counter(m.group() for m in found))
        yield Warning(
            code=_CODE,
            message=f"Có {len(found)} chữ không thuộc bảng chữ cái tiếng Việt ({letters}),"
            " thường do lỗi phông: hãy đối chiếu với bản gốc.",
            source=source_of(reading, Span(*found[0].span())),
        )


def _torn(reading: Reading) -> Iterator[Warning]:
    found = list(_TORN.finditer(reading.text))
    if found:
        yield Warning(
            code=_CODE if len(found) >= _FEWEST_TORN else "possible_typo",
            message=f"Có {len(found)} chữ bị tách rời, như “{found[0].group()}”:"
            " hãy đối chiếu với bản gốc.",
            source=source_of(reading, Span(*found[0].span())),
        )
