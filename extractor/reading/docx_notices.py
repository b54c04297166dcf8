"""What a person should know of a Word file that was read: unapproved changes, text out of reach.

`notices(reading, parts, drafts)` yields nothing for an ordinary file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.document.model import Draft, Gap, Notice
from extractor.reading.docx_package import Parts
from extractor.reading.docx_paragraphs import Reading

# Letters with a tone mark or two: one in six of a Vietnamese text, nearly none in one of another
# language, or in an old code whose fonts are not known by name.
_TONED = re.compile("[\u1ea0-\u1ef9]")
_MIN_TEXT, _MIN_SHARE = 200, 0.005
_UNREADABLE = ("no_text", "low_text_quality")


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
    if reading.pictures:
        yield Notice(
            "embedded_content",
            f"Có {reading.pictures} hình lớn; chữ trong hình không đọc được, xin xem bản gốc.",
        )
    if reading.judge.recoded:
        yield Notice(
            "recoded",
            f"Có {reading.judge.recoded} đoạn chữ phông cũ (TCVN3 hoặc VNI) đã chuyển sang Unicode;"
            " xin đối chiếu bản gốc.",
        )
    text = "".join(draft.text for draft in drafts)
    if not text.strip():
        yield Notice(
            "no_text",
            "Tệp Word không có chữ nào đọc được; có thể nội dung là ảnh chụp hoặc ảnh quét.",
        )
    elif len(text) >= _MIN_TEXT and len(_TONED.findall(text)) < _MIN_SHARE * len(text):
        yield Notice(
            "low_text_quality",
            "Phần lớn chữ trong tệp không phải tiếng Việt có dấu (có thể do phông chữ cũ):"
            " hãy đối chiếu với bản gốc, hoặc chuyển sang Unicode rồi thử lại.",
        )


def gaps(told: Sequence[Notice]) -> Iterator[Gap]:
    """What the notices say of the file as a whole; objects and pictures are the drafts' own."""
    if any(notice.code in _UNREADABLE for notice in told):
        yield Gap("letters")
