"""Parts of unusual documents: type on the title's line, addressee, foot without mark, annexes."""

import pytest

from extractor.document.model import Draft, assemble
from extractor.outline.model import Outline, Part
from extractor.outline.tree import build

BODY = ["I. MỤC ĐÍCH", "Nâng cao nhận thức của Nhân dân.", "II. TỔ CHỨC THỰC HIỆN"]


def _outline(*lines: str) -> Outline:
    return build(assemble("0", "txt", [Draft(line) for line in lines]))


def _texts(outline: Outline, part: Part) -> list[str]:
    return [block.text for block in outline.blocks(part)]


def test_a_type_on_one_line_with_the_title_ends_the_letterhead() -> None:
    outline = _outline(
        "UBND XÃ PHÚ LẠC",
        "Số: 12/KH-UBND",
        "Phú Lạc, ngày 05 tháng 01 năm 2026",
        "KẾ HOẠCH Chuyển đổi số xã Phú Lạc năm 2026",
        *BODY,
    )
    assert len(_texts(outline, Part.LETTERHEAD)) == 3
    assert _texts(outline, Part.TITLE) == ["KẾ HOẠCH Chuyển đổi số xã Phú Lạc năm 2026"]


def test_an_addressee_ends_the_title_and_opens_no_foot() -> None:
    outline = _outline(
        "KẾ HOẠCH", "Chuyển đổi số năm 2026", "Kính gửi: Ủy ban nhân dân tỉnh", *BODY
    )
    assert _texts(outline, Part.TITLE) == ["Chuyển đổi số năm 2026"]
    assert _texts(outline, Part.PREAMBLE) == ["Kính gửi: Ủy ban nhân dân tỉnh"]
    assert _texts(outline, Part.BODY) == BODY


def test_a_numbered_list_of_bases_belongs_to_the_preamble() -> None:
    bases = [
        "Kế hoạch này được xây dựng trên cơ sở các văn bản sau đây:",
        "1. Căn cứ Luật Thi đua, khen thưởng năm 2022;",
        "2. Căn cứ Kế hoạch số 24/KH-UBND ngày 29/01/2026.",
    ]
    outline = _outline("KẾ HOẠCH", "Thi đua năm 2026", *bases, *BODY)
    assert _texts(outline, Part.PREAMBLE) == bases


@pytest.mark.parametrize("name", ["Mạc Thị Vân Anh", "Thượng tá, ThS. Mạc Thị Vân Anh"])
def test_a_post_above_a_name_opens_the_foot_without_a_mark(name: str) -> None:
    outline = _outline("KẾ HOẠCH", "Thi đua năm 2026", *BODY, "HIỆU TRƯỞNG", name)
    assert _texts(outline, Part.FOOT) == ["HIỆU TRƯỞNG", name]


def test_a_post_that_heads_tasks_opens_no_foot() -> None:
    outline = _outline(
        "KẾ HOẠCH", "Thi đua năm 2026", *BODY, "HIỆU TRƯỞNG", "- Chỉ đạo chung.", "- Báo cáo."
    )
    assert _texts(outline, Part.FOOT) == []


def test_headings_above_an_enclosure_note_belong_to_the_annex() -> None:
    outline = _outline(
        "KẾ HOẠCH",
        "Thi đua năm 2026",
        *BODY,
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Lò Thị Hạnh",
        "PHÂN CÔNG NHIỆM VỤ CỦA TỔ CÔNG TÁC",
        "(Kèm theo Kế hoạch số 12/KH-UBND)",
    )
    assert _texts(outline, Part.FOOT) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Thị Hạnh"]
    assert _texts(outline, Part.ANNEX)[0] == "PHÂN CÔNG NHIỆM VỤ CỦA TỔ CÔNG TÁC"


@pytest.mark.parametrize("name", ["CHỦ TỊCH", "LÒ THỊ HẠNH"])
def test_what_is_signed_in_capitals_stays_in_the_foot(name: str) -> None:
    outline = _outline(
        "KẾ HOẠCH", "Thi đua năm 2026", *BODY, "TM. ỦY BAN NHÂN DÂN", name, "(Kèm theo Kế hoạch)"
    )
    assert name in _texts(outline, Part.FOOT)


def test_the_words_of_an_annex_in_a_sentence_open_none() -> None:
    sentence = "Phụ lục kèm theo Kế hoạch này nêu rõ nhiệm vụ của từng cơ quan, đơn vị."
    assert sentence in _texts(_outline("KẾ HOẠCH", "Thi đua", *BODY, sentence), Part.BODY)
