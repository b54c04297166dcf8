"""Recipients: one a line, wrapped lines joined, with and without dashes, in a cell or beside it."""

from collections.abc import Sequence

import pytest

from extractor.document.model import Draft
from extractor.fields.foot import foot_of
from extractor.fields.recipients import read_recipients
from tests.fields.making import blocks, columns


def _recipients(*drafts: Draft | str) -> list[str | None]:
    return [read.value for read in read_recipients(foot_of(blocks(*drafts)).recipients)]


@pytest.mark.parametrize(
    ("lines", "recipients"),
    [
        (["Nơi nhận:", "- UBND tỉnh (b/c);", "- Lưu: VT."], ["UBND tỉnh (b/c)", "Lưu: VT"]),
        (
            ["Nơi nhận:", "- Ban Xây dựng Đảng,", "Văn phòng Đảng ủy;", "- Lưu: VT."],
            ["Ban Xây dựng Đảng, Văn phòng Đảng ủy", "Lưu: VT"],
        ),
        (
            ["Nơi nhận:", "- Trưởng thôn, Ban công", "tác Mặt trận thôn;", "- Lưu: VT."],
            ["Trưởng thôn, Ban công tác Mặt trận thôn", "Lưu: VT"],
        ),
        (
            ["Nơi nhận:", "- UBND tỉnh;", "Các thôn;", "- Lưu: VT."],
            ["UBND tỉnh", "Các thôn", "Lưu: VT"],
        ),
        (["Nơi nhận: - Như trên; - Lưu: VT."], ["Như trên", "Lưu: VT"]),
        (["Nơi nhận:", "Thường trực Đảng ủy;", "Lưu VT."], ["Thường trực Đảng ủy", "Lưu VT"]),
        (["Nơi nhận:", "- VP: + CVP, các PCVP;", "- Lưu: VT."], ["VP: + CVP, các PCVP", "Lưu: VT"]),
        (
            ["Nơi nhận:", "- TT. Đảng ủy - HĐND - UBND xã;", "- Lưu: VT."],
            ["TT. Đảng ủy - HĐND - UBND xã", "Lưu: VT"],
        ),
        (["Nơi nhận:"], []),
    ],
)
def test_the_lines_of_noi_nhan(lines: Sequence[str], recipients: list[str]) -> None:
    assert _recipients(*lines) == recipients


def test_the_list_ends_where_the_signature_begins() -> None:
    lines = ["Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Thị Hạnh"]
    assert _recipients(*lines) == ["Lưu: VT"]


def test_the_signature_beside_the_list_is_none_of_it() -> None:
    drafts = columns(["Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT."], ["CHỦ TỊCH", "Lò Thị Hạnh"])
    assert _recipients(*drafts) == ["UBND tỉnh", "Lưu: VT"]


def test_without_the_word_there_are_none() -> None:
    assert _recipients("CHỦ TỊCH", "Lò Thị Hạnh") == []
