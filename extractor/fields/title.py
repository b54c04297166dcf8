"""Type, title and theme: from the lines under the letterhead to the contract's `type`, `title`, `theme`.

"KẾ HOẠCH" / "Phát động phong trào thi đua “Xã số” năm 2026" gives type `Kế hoạch`, the title whole and
the theme `Xã số`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.document.model import Block
from extractor.fields.letterhead import Read
from extractor.outline.cues import bare, starts
from extractor.span import Span
from extractor.text import clean

_RULE = re.compile(r"^[\s\-–—_=*.]*$")
_QUOTED = re.compile(r"[“\"«](?P<inside>[^”\"»]{4,})[”\"»]")
_ISSUED = re.compile(
    r"(?:ban hành|xây dựng|phát động)\s+(?P<type>[Kk]ế hoạch|[Cc]hương trình|[Hh]ướng dẫn|[Pp]hương án)"
)
_CODES = {
    "KH": "Kế hoạch",
    "QĐ": "Quyết định",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "PA": "Phương án",
}
_INLINE_TYPE = re.compile(
    r"^\W*(?P<type>KẾ HOẠCH|QUYẾT ĐỊNH|HƯỚNG DẪN|CHƯƠNG TRÌNH|PHƯƠNG ÁN)\s+(?=\w)"
)


def read_type(blocks: Sequence[Block]) -> Read | None:
    """The official name of the document's type from its type line."""
    for block in blocks:
        name = bare(block.text)
        if name:
            name = "kế hoạch" if name.startswith("kế hoạch") else name
            return Read(name[:1].upper() + name[1:], block.span)
    return None


def read_inline_type(blocks: Sequence[Block]) -> Read | None:
    """The type where it stands on one line with the title ("KẾ HOẠCH Triển khai …")."""
    for block in blocks:
        found = _INLINE_TYPE.match(block.text)
        if found:
            return Read(
                found["type"].capitalize(),
                Span(block.start + found.start("type"), block.start + found.end("type")),
            )
    return None


def type_of_number(number: str | None) -> str | None:
    """The type that a document number's code stands for ("108/KH-UBND" is a Kế hoạch)."""
    parts = re.split(r"[/-]", number or "")
    return next((_CODES[part] for part in parts if part in _CODES), None)


def read_issued_type(blocks: Sequence[Block]) -> Read | None:
    """The type from the sentence that issues the document ("… ban hành Kế hoạch …")."""
    for block in blocks:
        found = _ISSUED.search(block.text)
        if found:
            return Read(
                found["type"].capitalize(),
                Span(block.start + found.start("type"), block.start + found.end("type")),
            )
    return None


def read_title(blocks: Sequence[Block]) -> Read | None:
    """The title whole, its lines joined by a space; enclosure notes and rules left out."""
    lines = [block for block in blocks if _is_title_line(block)]
    if not lines:
        return None
    texts = [block.text for block in lines]
    inline = _INLINE_TYPE.match(texts[0])
    start = lines[0].start + (inline.end() if inline else 0)
    texts[0] = texts[0][inline.end() if inline else 0 :]
    value = clean(_cut_enclosure(" ".join(texts)))
    return Read(value, Span(start, lines[-1].end)) if value else None


def _is_title_line(block: Block) -> bool:
    if _RULE.match(block.text) or starts("recipients", block.text):
        return False
    return not (starts("enclosed", block.text) and block.text.lstrip(" *_").startswith("("))


def _cut_enclosure(text: str) -> str:
    return re.split(r"\s*\((?:[Bb]an hành k|[Kk])èm theo", text)[0]


def read_theme(title: Read | None, text: str) -> Read | None:
    """What stands in quotation marks in the title; None without quotes."""
    if title is None:
        return None
    found = _QUOTED.search(text, title.span.start, title.span.end)
    if found is None:
        return None
    start, end = found.span("inside")
    return Read(clean(text[start:end]), Span(start, end))
