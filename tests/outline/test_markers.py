"""Markers: what counts as a printed number or bullet, and how high it stands."""

import pytest

from extractor.outline.markers import parse_marker


@pytest.mark.parametrize(
    ("line", "kind", "printed"),
    [
        ("I. MỤC ĐÍCH, YÊU CẦU", "roman", "I."),
        ("IV - TỔ CHỨC THỰC HIỆN", "roman", "IV -"),
        ("IV.1. Phòng Kinh tế", "roman2", "IV.1."),
        ("II.3 Trạm Y tế", "roman2", "II.3"),
        ("B.2. Các thôn", "roman2", "B.2."),
        ("IV.1.2. Công an xã", "roman3", "IV.1.2."),
        ("1. Mục đích", "decimal", "1."),
        ("1.1. Công tác tuyên truyền", "decimal2", "1.1."),
        ("2.3.1. Đào tạo", "decimal3", "2.3.1."),
        ("đ) Các thôn", "letter", "đ)"),
        ("2- Chỉ tiêu", "decimal", "2-"),
        ("2.1- Chỉ tiêu hằng năm", "decimal2", "2.1-"),
        ("- Chủ trì tham mưu", "dash", "-"),
        ("– 100% hồ sơ", "dash", "–"),
        ("+ Tổ chức tập huấn", "plus", "+"),
        ("Điều 2. Giao Giám đốc Sở", "article", "Điều 2."),
        ("1. 100% hồ sơ được số hóa", "decimal", "1."),
    ],
)
def test_marks_at_the_start_of_a_line(line: str, kind: str, printed: str) -> None:
    marker = parse_marker(line)
    assert marker is not None
    assert (marker.kind, marker.text) == (kind, printed)


@pytest.mark.parametrize(
    "line",
    [
        "100% hồ sơ",
        "12/2026 là hạn",
        "3- 5 buổi mỗi tháng",
        "02 - 03 lớp tập huấn",
        "30.000 lượt người",
        "XIII của Đảng",
        "2026 là năm bản lề",
        "V/v triển khai",
    ],
)
def test_numbers_that_belong_to_the_sentence_are_no_marks(line: str) -> None:
    assert parse_marker(line) is None


def test_a_web_number_before_the_real_mark_gives_way() -> None:
    marker = parse_marker("4. a) Thi đua hướng dẫn người dân")
    assert marker is not None
    assert (marker.kind, marker.length) == ("letter", 6)


def test_a_web_number_before_a_bare_roman_numeral_gives_way() -> None:
    marker = parse_marker("1. I TỔ CHỨC THỰC HIỆN")
    assert marker is not None
    assert marker.kind == "roman"


def test_higher_sections_have_the_smaller_rank() -> None:
    lines = ["Phần I", "I. A", "1. A", "1.1. A", "a) A", "- A", "+ A"]
    ranks = [marker.rank for line in lines if (marker := parse_marker(line))]
    assert ranks == sorted(ranks)
    assert len(ranks) == len(lines)
