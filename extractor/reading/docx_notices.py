"""What a person should know of a Word file that was read: unapproved changes, text out of reach.

`notices(reading, parts, drafts)` yields nothing for an ordinary file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.document.model import Draft, Notice
from extractor.reading.docx_package import Parts
from extractor.reading.docx_paragraphs import Reading
from extractor.reading.docx_xml import W

# Letters with a tone mark or two: one in six of a Vietnamese text, nearly none in text that is
# written in the old codes TCVN3 and VNI, which Word shows right only in fonts of that code.
_TONED = re.compile("[\u1ea0-\u1ef9]")
_OLD_FONT = re.compile(r"\.Vn|VNI-", re.IGNORECASE)
_MIN_TEXT, _MIN_SHARE = 200, 0.005


def notices(reading: Reading, parts: Parts, drafts: Sequence[Draft]) -> Iterator[Notice]:
    """The notices about one file, with codes for programs and messages for clerks."""
    yield from parts.notices
    if reading.revised:
        yield Notice(
            "tracked_changes",
            "Tệp còn sửa đổi chưa duyệt (Track Changes): đã đọc phần thêm vào, bỏ phần xóa đi.",
        )
    if reading.unread:
        yield Notice(
            "embedded_content",
            f"Có {reading.unread} đối tượng nhúng (biểu đồ, bảng tính, công thức, tệp khác)"
            " không đọc được chữ bên trong; xin xem bản gốc.",
        )
    text = "".join(draft.text for draft in drafts)
    if not text.strip():
        yield Notice(
            "no_text",
            "Tệp Word không có chữ nào đọc được; có thể nội dung là ảnh chụp hoặc ảnh quét.",
        )
    elif _in_old_code(text, parts):
        yield Notice(
            "old_font_code",
            "Tệp dùng phông chữ cũ (.VnTime hoặc VNI), chữ đọc ra có thể sai."
            " Hãy chuyển sang Unicode rồi thử lại.",
        )


def _in_old_code(text: str, parts: Parts) -> bool:
    if len(text) < _MIN_TEXT or len(_TONED.findall(text)) >= _MIN_SHARE * len(text):
        return False
    fonts = (font.get(W + "ascii", "") for font in parts.body.iter(W + "rFonts"))
    return any(_OLD_FONT.match(font) for font in fonts)
