"""Site furniture and footnotes: set aside around the document, never inside it."""

from __future__ import annotations

from extractor.document.model import BlockKind
from extractor.lexicon.load import load
from extractor.reading.text import read_text
from extractor.view import view

BODY = (
    "KẾ HOẠCH\n\nCăn cứ Luật Thi đua, khen thưởng năm 2022;\n\nI. MỤC ĐÍCH\n\n"
    "Nâng cao nhận thức.\n\nII. TỔ CHỨC THỰC HIỆN\n\nVăn phòng chủ trì thực hiện./.\n\n"
)
LETTERHEAD = "UBND XÃ PHÚ LẠC\n\nSố: 12/KH-UBND\n\nPhú Lạc, ngày 02 tháng 3 năm 2026\n\n"


def of_kind(source: str, kind: BlockKind) -> list[str]:
    return [block.text for block in read_text(source.encode()).blocks if block.kind is kind]


def furniture(source: str) -> list[str]:
    return of_kind(source, BlockKind.FURNITURE)


def test_what_stands_above_the_letterhead_is_furniture() -> None:
    page = "*Source: https://hoagiang.example/ke-hoach*\n\n# Kế hoạch của xã khác\n\nĐăng nhập\n\n"
    assert furniture(page + LETTERHEAD + BODY) == [
        "Source: https://hoagiang.example/ke-hoach",
        "Kế hoạch của xã khác",
        "Đăng nhập",
    ]


def test_the_name_of_the_body_above_the_number_belongs_to_the_letterhead() -> None:
    for name in ("UBND XÃ PHÚ LẠC", "Ủy ban nhân dân xã Phú Lạc"):
        assert furniture(f"Trang chủ\n\n{name}\n\nSố: 12/KH-UBND\n\n{BODY}") == ["Trang chủ"]


def test_without_a_letterhead_only_known_wordings_are_furniture() -> None:
    page = "Trang chủ\n\nThi đua cải cách hành chính tại xã Phú Lạc\n\n12/3/2026 08:30\n\n"
    assert furniture(page + BODY.removeprefix("KẾ HOẠCH\n\n")) == ["Trang chủ", "12/3/2026 08:30"]


def test_the_page_goes_on_below_the_last_line() -> None:
    tail = "Tác giả: Lê Thị Bình\n\nBài trướcĐại hội thôn\nBài tiếp theoHọp giao ban\n\nXã bên"
    assert furniture(LETTERHEAD + BODY + tail) == [
        "Tác giả: Lê Thị Bình",
        "Bài trướcĐại hội thôn",
        "Bài tiếp theoHọp giao ban",
        "Xã bên",
    ]


def test_the_same_wordings_inside_the_document_are_its_own() -> None:
    body = BODY.replace("Nâng cao nhận thức.", "Chia sẻ bài viết trên mạng xã hội.\n\nTải về")
    assert furniture(LETTERHEAD + body) == []


def test_a_wording_of_the_site_never_takes_the_greater_part_of_a_text() -> None:
    source = "Tuyên truyền tại xã.\n\nXem thêm\n\n" + "Các thôn tổ chức thực hiện.\n\n" * 5
    assert furniture(source) == ["Xem thêm"]


def test_the_foot_and_annexes_are_not_furniture() -> None:
    foot = "Nơi nhận:\n\n- Như trên.\n\nCHỦ TỊCH\n\nTrần Văn An\n\nPHỤ LỤC\n\nDanh mục nhiệm vụ"
    assert furniture(LETTERHEAD + BODY + foot) == []


def test_notes_at_the_end_that_are_called_above_are_footnotes() -> None:
    source = BODY.replace("nhận thức.", "nhận thức[1].") + "[1]\nTheo Nghị quyết\ncủa xã.\n\n[2] X."
    assert of_kind(source, BlockKind.FOOTNOTE) == ["[1] Theo Nghị quyết của xã.", "[2] X."]


def test_a_bracket_that_nothing_calls_is_no_footnote() -> None:
    assert of_kind(BODY + "[1] Theo Nghị quyết của xã.", BlockKind.FOOTNOTE) == []


def test_a_note_in_the_middle_is_no_footnote() -> None:
    source = "Theo quy định[1].\n\n[1] là mẫu số 1.\n\n" + BODY
    assert of_kind(source, BlockKind.FOOTNOTE) == []


def test_a_number_of_a_list_is_no_page_number() -> None:
    assert furniture("KẾ HOẠCH\n\nSố thôn\n\n12\n\nSố hộ\n\n30\n\nSố khẩu\n\n9") == []


def test_wordings_claim_their_examples_and_none_of_their_counterexamples() -> None:
    for entry in load("furniture").entries + load("printed_lines").entries:
        name = "furniture" if entry in load("furniture").entries else "printed_lines"
        for text in entry.examples:
            assert any(hit.entry is entry for hit in load(name).find(view(text))), text
        for text in entry.counterexamples:
            assert all(hit.entry is not entry for hit in load(name).find(view(text))), text
