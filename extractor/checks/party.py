"""The form of the Party's documents: its heading, and nothing of the state's.

"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" over a plan of a Đảng ủy gives `party-heading`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper

_HEADING = re.compile(r"đảng cộng sản việt nam")
_STATE = re.compile(r"cộng hòa xã hội chủ nghĩa việt nam")
# The mass organisations have headings of their own, whatever their kind was read as.
_ORGANISATION = re.compile(r"đoàn tncs|đoàn thanh niên|công đoàn|mặt trận tổ quốc|hội liên hiệp")
_HEAD = 1500


def _heading(paper: Paper) -> Iterator[Found]:
    if not (paper.is_party and paper.has_letterhead) or paper.is_scan:
        return
    head = paper.viewed[:_HEAD]
    if _HEADING.search(head) or _ORGANISATION.search(head[: paper.title_start]):
        return
    state = _STATE.search(head)
    if state:
        source = paper.source(*state.span())
        yield Found("Văn bản của Đảng mang Quốc hiệu thay cho tiêu đề của Đảng.", source)
    else:
        yield Found("Văn bản của Đảng thiếu tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”.")


RULES = (
    Rule(
        "party-heading", "warning", "Thiếu tiêu đề của Đảng",
        "Hướng dẫn 36-HD/VPTW, từ ngày 27/5/2026 là Hướng dẫn 05-HD/VPTW của Văn phòng"
        " Trung ương Đảng",
        "Ghi “ĐẢNG CỘNG SẢN VIỆT NAM” ở góc trên bên phải.", _heading,
    ),
)  # fmt: skip
