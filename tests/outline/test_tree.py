"""The outline of small plans: parts by the layout, sections by their marks, topics by headings."""

from extractor.document.model import Cell, Document, Draft, Style, assemble
from extractor.outline.model import Node, Outline, Part, Topic
from extractor.outline.tree import build

PLAN = """Số: 12/KH-UBND
Phú Lạc, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Phát động phong trào thi đua “Xã số” năm 2026
Căn cứ Luật Thi đua, khen thưởng năm 2022;
UBND xã Phú Lạc ban hành Kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao nhận thức của cán bộ, công chức.
II. MỤC TIÊU, ĐỐI TƯỢNG
1. Chỉ tiêu cụ thể đến năm 2026
- 100% hồ sơ được số hóa.
2. Đối tượng áp dụng
Các thôn trên địa bàn xã.
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng HĐND và UBND xã: Chủ trì theo dõi.
Trên đây là Kế hoạch của UBND xã./.
Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Mẫu
PHỤ LỤC
DANH MỤC NHIỆM VỤ"""


def _document(text: str) -> Document:
    return assemble("0", "txt", [Draft(line) for line in text.split("\n")])


def _outline(text: str = PLAN) -> Outline:
    return build(_document(text))


def _node(outline: Outline, words: str) -> Node:
    return next(node for node in outline.nodes if words in node.block.text)


def test_every_part_of_the_layout_is_found() -> None:
    outline = _outline()
    seen = {part: [block.text for block in outline.blocks(part)] for part in Part}
    assert seen[Part.LETTERHEAD] == ["Số: 12/KH-UBND", "Phú Lạc, ngày 05 tháng 01 năm 2026"]
    assert seen[Part.TYPE] == ["KẾ HOẠCH"]
    assert seen[Part.TITLE] == ["Phát động phong trào thi đua “Xã số” năm 2026"]
    assert len(seen[Part.PREAMBLE]) == 2
    assert seen[Part.CLOSING] == ["Trên đây là Kế hoạch của UBND xã./."]
    assert seen[Part.FOOT][0] == "Nơi nhận:"
    assert seen[Part.FOOT][-1] == "Trần Văn Mẫu"
    assert seen[Part.ANNEX] == ["PHỤ LỤC", "DANH MỤC NHIỆM VỤ"]


def test_sections_hang_under_their_headings() -> None:
    outline = _outline()
    above = [
        node.marker.text for node in outline.ancestors(_node(outline, "100% hồ sơ")) if node.marker
    ]
    assert above == ["1.", "II."]


def test_a_joined_heading_names_several_topics_and_children_name_their_own() -> None:
    outline = _outline()
    assert _node(outline, "MỤC TIÊU, ĐỐI TƯỢNG").topics == (Topic.TARGETS, Topic.SUBJECTS)
    assert _node(outline, "100% hồ sơ").topic is Topic.TARGETS
    assert _node(outline, "Các thôn").topic is Topic.SUBJECTS


def test_a_lead_and_what_it_says_stand_apart() -> None:
    outline = _outline()
    node = _node(outline, "Văn phòng HĐND")
    assert node.title is not None
    assert node.content is not None
    assert node.title.of(outline.document.text) == "Văn phòng HĐND và UBND xã"
    assert node.content.of(outline.document.text) == "Chủ trì theo dõi."


def test_a_lead_in_heads_the_plain_lines_below_it() -> None:
    outline = _outline(
        "I. NỘI DUNG\nChỉ tiêu định lượng gồm:\nTỷ lệ A đạt 90%.\nTỷ lệ B đạt 80%.\n1. Việc khác"
    )
    for words in ("Tỷ lệ A", "Tỷ lệ B"):
        assert _node(outline, words).topic is Topic.TARGETS
    assert _node(outline, "Việc khác").topic is Topic.CONTENT


def test_a_lead_in_over_bullets_ends_at_the_next_plain_paragraph() -> None:
    outline = _outline(
        "I. NỘI DUNG\nChỉ tiêu gồm:\n- Tỷ lệ A đạt 90%.\nCác thôn tổ chức thực hiện."
    )
    assert _node(outline, "Tỷ lệ A").topic is Topic.TARGETS
    assert _node(outline, "Các thôn").topic is Topic.CONTENT


def test_a_repeated_number_does_not_break_the_tree() -> None:
    outline = _outline(
        "I. MỤC ĐÍCH\nIV. PHÂN CÔNG NHIỆM VỤ\n1. Sở A\nIV. TỔ CHỨC THỰC HIỆN\n1. Sở B"
    )
    assert [node.topic for node in outline.nodes][1:] == [Topic.ORGANISATION] * 4


def test_a_plan_enclosed_in_a_decision_has_a_body_of_its_own() -> None:
    decision = """QUYẾT ĐỊNH
BAN HÀNH KẾ HOẠCH CHUYỂN ĐỔI SỐ
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÒA GIANG
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số.
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Văn Mẫu
KẾ HOẠCH
CHUYỂN ĐỔI SỐ
(Kèm theo Quyết định số 12/QĐ-UBND)
I. MỤC TIÊU
- 100% xã có tổ công nghệ số."""
    outline = _outline(decision)
    assert [block.text for block in outline.blocks(Part.TITLE)] == [
        "BAN HÀNH KẾ HOẠCH CHUYỂN ĐỔI SỐ"
    ]
    assert _node(outline, "100% xã").part is Part.BODY
    assert _node(outline, "100% xã").topic is Topic.TARGETS
    assert [b.text for b in outline.blocks(Part.ENCLOSURE)][:2] == ["KẾ HOẠCH", "CHUYỂN ĐỔI SỐ"]


def test_cells_of_tables_are_no_nodes() -> None:
    drafts = [
        Draft("I. NHIỆM VỤ", style=Style(bold=True)),
        Draft("TT", cell=Cell(0, 0, 0)),
        Draft("Nội dung", cell=Cell(0, 0, 1)),
    ]
    outline = build(assemble("0", "docx", drafts))
    assert [node.block.text for node in outline.nodes] == ["I. NHIỆM VỤ"]


def test_an_empty_document_has_an_empty_outline() -> None:
    assert build(assemble("0", "txt", [])).nodes == ()


def _above(outline: Outline, words: str) -> str:
    parent = _node(outline, words).parent
    return "" if parent is None else outline.nodes[parent].block.text


def test_bracketed_numbers_stand_below_numbers_and_letters() -> None:
    below = "a) Kinh tế số\n(1) Doanh nghiệp\n- 50 doanh nghiệp mới.\n(2) Mạng lưới\nb) Xã hội số"
    outline = _outline(PLAN.replace("- 100% hồ sơ được số hóa.", below))
    assert _above(outline, "(1)") == _above(outline, "(2)") == "a) Kinh tế số"
    assert _above(outline, "- 50") == "(1) Doanh nghiệp"
    assert _above(outline, "a)") == _above(outline, "b)") == "1. Chỉ tiêu cụ thể đến năm 2026"


def test_letters_may_stand_below_a_bracketed_number() -> None:
    below = "(1) Doanh nghiệp\na) Số lượng\n(2) Mạng lưới"
    outline = _outline(PLAN.replace("- 100% hồ sơ được số hóa.", below))
    assert _above(outline, "a)") == "(1) Doanh nghiệp"
    assert _above(outline, "(1)") == _above(outline, "(2)") == "1. Chỉ tiêu cụ thể đến năm 2026"
