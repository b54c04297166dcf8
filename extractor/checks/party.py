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
_HEAD = 1500


def _heading(paper: Paper) -> Iterator[Found]:
    if not (paper.is_party and paper.has_letterhead) or paper.is_scan:
        return
    head = paper.viewed[:_HEAD]
    if _HEADING.search(head):
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
