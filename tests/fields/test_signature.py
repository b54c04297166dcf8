"""Signatures: capacity, post and name, alone, in columns, several, with stamps and notes around."""

from collections.abc import Sequence

import pytest

from extractor.document.model import Draft
from extractor.fields.foot import foot_of
from extractor.fields.signature import Signature, read_signatures
from tests.fields.making import blocks, columns

SIGNED = tuple[str | None, str | None, str | None]


def _signatures(*drafts: Draft | str) -> tuple[Signature, ...]:
    return read_signatures(foot_of(blocks(*drafts)).signature)


def _said(signature: Signature) -> SIGNED:
    position = signature.position.value if signature.position else None
    name = signature.name.value if signature.name else None
    return (signature.capacity, position, name)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Mẫu"],
            ("KT", "PHÓ CHỦ TỊCH", "Trần Văn Mẫu"),
        ),
        (["TM. BAN CHẤP HÀNH", "BÍ THƯ", "Lò Thị Hạnh"], ("TM", "BÍ THƯ", "Lò Thị Hạnh")),
        (["GIÁM ĐỐC", "Lò Thị Hạnh"], (None, "GIÁM ĐỐC", "Lò Thị Hạnh")),
        (["Hiệu trưởng", "Lò Thị Hạnh"], (None, "Hiệu trưởng", "Lò Thị Hạnh")),
        (["Q. GIÁM ĐỐC", "Lò Thị Hạnh"], ("Q", "GIÁM ĐỐC", "Lò Thị Hạnh")),
        (
            ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Lò Thị Hạnh"],
            ("TL", "CHÁNH VĂN PHÒNG", "Lò Thị Hạnh"),
        ),
        (["KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Trần Văn Mẫu"], ("KT", "PHÓ GIÁM ĐỐC", "Trần Văn Mẫu")),
        (["CHỦ TỊCH", "(Đã ký)", "Lò Thị Hạnh"], (None, "CHỦ TỊCH", "Lò Thị Hạnh")),
        (["GIÁM ĐỐC", "BS.CKII Lò Thị Hạnh"], (None, "GIÁM ĐỐC", "Lò Thị Hạnh")),
        (["TRƯỞNG CÔNG AN", "Thượng tá Trần Văn Mẫu"], (None, "TRƯỞNG CÔNG AN", "Trần Văn Mẫu")),
        (["CHỦ TỊCH", "TRẦN VĂN MẪU"], (None, "CHỦ TỊCH", "TRẦN VĂN MẪU")),
        (
            ["TRƯỞNG BAN", "PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN", "Trần Văn Mẫu"],
            (None, "TRƯỞNG BAN", "Trần Văn Mẫu"),
        ),
        (
            ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ", "Trần Văn Mẫu"],
            ("TM", "TRƯỞNG BAN", "Trần Văn Mẫu"),
        ),
        (
            ["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "GIÁM ĐỐC SỞ NỘI VỤ", "Trần Văn Mẫu"],
            ("KT", "PHÓ TRƯỞNG BAN", "Trần Văn Mẫu"),
        ),
        (
            ["CHÁNH THANH TRA", "Lò Thị Hạnh", "PHÊ DUYỆT CỦA GIÁM ĐỐC SỞ"],
            (None, "CHÁNH THANH TRA", "Lò Thị Hạnh"),
        ),
        (
            ["PHÊ DUYỆT GIÁM ĐỐC SỞ", "Trần Văn Mẫu", "CHÁNH THANH TRA", "Lò Thị Hạnh"],
            (None, "CHÁNH THANH TRA", "Lò Thị Hạnh"),
        ),
        (["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lò Thị Hạnh"], (None, "PHÓ GIÁM ĐỐC", "Lò Thị Hạnh")),
        (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], ("TM", "CHỦ TỊCH", None)),
        (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Dự thảo)"], ("TM", "CHỦ TỊCH", None)),
    ],
)
def test_one_signature(lines: Sequence[str], said: SIGNED) -> None:
    assert [_said(signature) for signature in _signatures(*lines)] == [said]


def test_the_stamp_of_an_electronic_signature_is_no_name() -> None:
    lines = [
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Người ký: Trần Văn Khác",
        "Cơ quan: ỦY BAN NHÂN DÂN XÃ PHÚ LẠC",
        "Thời gian ký: 05.03.2026 10:12:45 +07:00",
        "Lò Thị Hạnh",
    ]
    assert [_said(s) for s in _signatures(*lines)] == [("TM", "CHỦ TỊCH", "Lò Thị Hạnh")]


def test_a_bodys_name_under_the_post_is_no_persons() -> None:
    assert [_said(s) for s in _signatures("CHỦ TỊCH", "Ủy Ban Nhân Dân")] == [
        (None, "CHỦ TỊCH", None)
    ]


def test_signers_side_by_side_keep_their_posts() -> None:
    drafts = [
        *columns(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], ["GIÁM ĐỐC"], row=0),
        *columns(["Trần Văn Mẫu"], ["Lò Thị Hạnh"], row=1),
    ]
    assert [_said(signature) for signature in _signatures(*drafts)] == [
        ("KT", "PHÓ GIÁM ĐỐC", "Trần Văn Mẫu"),
        (None, "GIÁM ĐỐC", "Lò Thị Hạnh"),
    ]


def test_signers_one_under_the_other_are_two() -> None:
    lines = ["GIÁM ĐỐC", "Trần Văn Mẫu", "TRƯỞNG BAN", "Lò Thị Hạnh"]
    assert [_said(signature) for signature in _signatures(*lines)] == [
        (None, "GIÁM ĐỐC", "Trần Văn Mẫu"),
        (None, "TRƯỞNG BAN", "Lò Thị Hạnh"),
    ]


def test_post_and_name_in_different_columns_are_one_signature() -> None:
    drafts = [
        *columns(["Nơi nhận:", "- Lưu: VT."], ["CHỦ TỊCH"]),
        *columns([], [], ["Lò Thị Hạnh"], row=1),
    ]
    assert [_said(s) for s in _signatures(*drafts)] == [(None, "CHỦ TỊCH", "Lò Thị Hạnh")]


def test_a_list_of_recipients_signs_nothing() -> None:
    assert _signatures("Nơi nhận:", "- Chủ tịch UBND xã;", "- Lưu: VT.") == ()


def test_every_value_stands_where_its_place_says() -> None:
    lines = ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "ThS. Trần Văn Mẫu"]
    text = "\n".join(lines)
    signature = _signatures(*lines)[0]
    assert signature.name is not None
    assert signature.position is not None
    assert signature.capacity_span is not None
    assert signature.name.span.of(text) == "Trần Văn Mẫu"
    assert signature.position.span.of(text) == "PHÓ CHỦ TỊCH"
    assert signature.capacity_span.of(text) == "KT. "
