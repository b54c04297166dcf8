"""Issuers: bodies of the letterhead, their kinds and levels, and the sentence that issues."""

from collections.abc import Sequence

import pytest

from extractor.document.model import Draft
from extractor.fields.bodies import body_of, opens_body, place_in
from extractor.fields.issuer import IssuerRead, read_issuer
from extractor.fields.read import Read
from extractor.span import Span
from tests.fields.making import MOTTO, blocks, columns

NAME_KIND_LEVEL = tuple[str, str | None, str | None]


def _issuer(*drafts: Draft | str) -> IssuerRead | None:
    letterhead = blocks(*drafts)
    return read_issuer(letterhead, None, (), "\n".join(block.text for block in letterhead))


def _said(read: IssuerRead | None) -> NAME_KIND_LEVEL | None:
    return (read.name, read.body.kind, read.body.level) if read else None


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ["ỦY BAN NHÂN DÂN", "XÃ PHÚ LẠC"],
            ("ỦY BAN NHÂN DÂN XÃ PHÚ LẠC", "government", "commune"),
        ),
        (
            ["UBND TỈNH HÒA GIANG", "SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"],
            ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH HÒA GIANG", "department", "province"),
        ),
        (
            ["BỘ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"],
            ("BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "ministry", "central"),
        ),
        (
            ["SỞ Y TẾ HÒA GIANG", "THANH TRA"],
            ("THANH TRA SỞ Y TẾ HÒA GIANG", "department", "province"),
        ),
        (
            ["UBND TỈNH HÒA GIANG", "THANH TRA"],
            ("THANH TRA TỈNH HÒA GIANG", "department", "province"),
        ),
        (
            ["ỦY BAN MTTQ VIỆT NAM", "XÃ PHÚ LẠC", "BAN THƯỜNG TRỰC"],
            (
                "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ PHÚ LẠC",
                "mass_organisation",
                "commune",
            ),
        ),
        (
            ["ỦY BAN MTTQ VIỆT NAM", "XÃ PHÚ LẠC", "HỘI LIÊN HIỆP PHỤ NỮ"],
            ("HỘI LIÊN HIỆP PHỤ NỮ XÃ PHÚ LẠC", "mass_organisation", "commune"),
        ),
        (
            ["HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM", "XÃ PHÚ LẠC"],
            ("HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM XÃ PHÚ LẠC", "mass_organisation", "commune"),
        ),
        (
            ["UBND TỈNH HÒA GIANG", "HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"],
            ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG TỈNH HÒA GIANG", "other", "province"),
        ),
        (
            ["UBND XÃ PHÚ LẠC", "BAN CHỈ ĐẠO", "PHÒNG, CHỐNG TỘI PHẠM"],
            ("BAN CHỈ ĐẠO PHÒNG, CHỐNG TỘI PHẠM XÃ PHÚ LẠC", "other", "commune"),
        ),
        (
            ["UBND XÃ PHÚ LẠC", "TỔ CÔNG TÁC ĐỀ ÁN 06"],
            ("TỔ CÔNG TÁC ĐỀ ÁN 06 XÃ PHÚ LẠC", "other", "commune"),
        ),
        (
            ["UBND XÃ PHÚ LẠC", "BAN CHỈ HUY", "QUÂN SỰ"],
            ("BAN CHỈ HUY QUÂN SỰ XÃ PHÚ LẠC", "government", "commune"),
        ),
        (
            ["SỞ GIÁO DỤC VÀ ĐÀO TẠO HÒA GIANG", "TRƯỜNG THPT SUỐI NGÀN"],
            ("TRƯỜNG THPT SUỐI NGÀN", "public_unit", "unit"),
        ),
        (
            ["UBND TỈNH HÒA GIANG", "VĂN PHÒNG"],
            ("VĂN PHÒNG UBND TỈNH HÒA GIANG", "department", "province"),
        ),
        (
            ["ỦY BAN NHÂN DÂN XÃ PHÚ LẠC", "VĂN PHÒNG", "HĐND VÀ UBND"],
            ("VĂN PHÒNG HĐND VÀ UBND XÃ PHÚ LẠC", "department", "commune"),
        ),
        (
            ["BẢO HIỂM XÃ HỘI VIỆT NAM", "BẢO HIỂM XÃ HỘI", "TỈNH HÒA GIANG"],
            ("BẢO HIỂM XÃ HỘI TỈNH HÒA GIANG", "department", "province"),
        ),
        (
            ["UBND PHƯỜNG TÂN MỸ", "PHÒNG VĂN HÓA - XÃ HỘI"],
            ("PHÒNG VĂN HÓA - XÃ HỘI PHƯỜNG TÂN MỸ", "department", "commune"),
        ),
        (
            ["SỞ NỘI VỤ", "- CÔNG AN TỈNH HÒA GIANG"],
            ("SỞ NỘI VỤ - CÔNG AN TỈNH HÒA GIANG", "department", "province"),
        ),
    ],
)
def test_bodies_of_a_letterhead(lines: Sequence[str], said: NAME_KIND_LEVEL) -> None:
    assert _said(_issuer(*lines)) == said


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (
            ["ĐẢNG BỘ TỈNH HÒA GIANG", "ĐẢNG ỦY XÃ PHÚ LẠC", "*", "Số 24-CTr/ĐU"],
            ("ĐẢNG ỦY XÃ PHÚ LẠC", "party", "commune"),
        ),
        (
            ["TỈNH ỦY HÒA GIANG", "BAN TUYÊN GIÁO VÀ DÂN VẬN", "*"],
            ("BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY HÒA GIANG", "party", "province"),
        ),
        (
            ["BAN CHẤP HÀNH TRUNG ƯƠNG", "BAN TỔ CHỨC", "*"],
            ("BAN TỔ CHỨC TRUNG ƯƠNG", "party", "central"),
        ),
        (
            ["BAN CHẤP HÀNH", "ĐẢNG BỘ XÃ PHÚ LẠC", "***"],
            ("BAN CHẤP HÀNH ĐẢNG BỘ XÃ PHÚ LẠC", "party", "commune"),
        ),
    ],
)
def test_letterheads_of_the_party(left: Sequence[str], said: NAME_KIND_LEVEL) -> None:
    right = ["ĐẢNG CỘNG SẢN VIỆT NAM", "Phú Lạc, ngày 05 tháng 01 năm 2026"]
    assert _said(_issuer(*columns(left, right))) == said


def test_the_youth_unions_name_beside_the_issuer_is_a_motto() -> None:
    lines = ["TỈNH ĐOÀN HÒA GIANG", "BCH ĐOÀN XÃ PHÚ LẠC", "***", "Số: 05-KH/ĐTN"]
    read = _issuer(*lines, "ĐOÀN TNCS HỒ CHÍ MINH", "Phú Lạc, ngày 05 tháng 3 năm 2026")
    assert _said(read) == ("BCH ĐOÀN XÃ PHÚ LẠC", "mass_organisation", "commune")
    own = _issuer("ĐOÀN TNCS HỒ CHÍ MINH", "XÃ PHÚ LẠC", "Số: 05-KH/ĐTN")
    assert _said(own) == ("ĐOÀN TNCS HỒ CHÍ MINH XÃ PHÚ LẠC", "mass_organisation", "commune")


def test_motto_number_date_stamp_and_draft_are_no_issuer() -> None:
    lines = ["DỰ THẢO", "HỎA TỐC", "ỦY BAN NHÂN DÂN", "XÃ PHÚ LẠC", "-------", *MOTTO]
    read = _issuer(*lines, "Số: 12/KH-UBND", "Phú Lạc, ngày 05 tháng 01 năm 2026")
    assert _said(read) == ("ỦY BAN NHÂN DÂN XÃ PHÚ LẠC", "government", "commune")


def test_a_motto_on_the_issuers_line_is_cut_off() -> None:
    read = _issuer(f"UBND XÃ PHÚ LẠC   {MOTTO[0]}")
    assert _said(read) == ("UBND XÃ PHÚ LẠC", "government", "commune")
    assert read is not None
    assert len(read.span) == len("UBND XÃ PHÚ LẠC   ")


def test_another_column_typed_on_the_issuers_line_is_cut_off() -> None:
    read = _issuer(
        "ỦY BAN NHÂN DÂN | CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM |", "XÃ PHÚ LẠC | Độc lập |"
    )
    assert _said(read) == ("ỦY BAN NHÂN DÂN XÃ PHÚ LẠC", "government", "commune")


def test_a_letterhead_without_its_place_is_completed_by_the_sentence() -> None:
    made = blocks(
        "ỦY BAN NHÂN DÂN", "Phú Lạc, ngày 05 tháng 01 năm 2026", "UBND xã ban hành Kế hoạch:"
    )
    read = read_issuer(made[:2], None, made[2:], "\n".join(block.text for block in made))
    assert _said(read) == ("UBND xã Phú Lạc", "government", "commune")


def test_a_completed_name_says_so() -> None:
    read = _issuer("UBND TỈNH HÒA GIANG", "SỞ NỘI VỤ")
    assert read is not None
    assert read.completed
    assert read.span == Span(20, 29)


def _from_sentence(sentence: str, title: str = "", dateline: str = "") -> str | None:
    made = blocks(dateline or "Số: 12/KH-UBND", sentence)
    text = "\n".join(block.text for block in made)
    heading = Read(title, Span(0, 0)) if title else None
    read = read_issuer(made[:1], heading, made[1:], text)
    return read.name if read else None


def test_the_sentence_that_issues_names_the_issuer() -> None:
    sentence = "Căn cứ tình hình thực tế, UBND xã Phú Lạc ban hành Kế hoạch như sau:"
    assert _from_sentence(sentence) == "UBND xã Phú Lạc"


def test_a_post_is_left_out_and_the_place_taken_from_the_title() -> None:
    sentence = "Chủ tịch UBND phường phát động phong trào thi đua như sau:"
    title = "Thi đua trên địa bàn phường Tân Mỹ năm 2026"
    assert _from_sentence(sentence, title) == "UBND phường Tân Mỹ"


def test_the_place_comes_from_the_dateline_where_the_title_is_in_capitals() -> None:
    sentence = "UBND xã xây dựng Kế hoạch như sau:"
    dateline = "Phú Lạc, ngày 05 tháng 01 năm 2026"
    title = "CHUYỂN ĐỔI SỐ XÃ PHÚ LẠC NĂM 2026"
    assert _from_sentence(sentence, title, dateline) == "UBND xã Phú Lạc"


def test_a_sentence_that_issues_nothing_names_no_issuer() -> None:
    assert _from_sentence("Thực hiện Kế hoạch số 24/KH-UBND của UBND tỉnh.") is None
    assert _from_sentence("Nhằm phát động phong trào thi đua sâu rộng.") is None


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("ỦY BAN NHÂN DÂN ĐẶC KHU HÒN NHÃN", "government", "commune"),
        ("BAN CHỈ ĐẠO QUỐC GIA VỀ CHUYỂN ĐỔI SỐ", "other", "central"),
        ("BAN DÂN TỘC TỈNH HÒA GIANG", "department", "province"),
        ("CÔNG AN TỈNH HÒA GIANG", "government", "province"),
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH HÒA GIANG", "mass_organisation", "province"),
        ("BỆNH VIỆN ĐA KHOA SUỐI NGÀN", "public_unit", "unit"),
        ("HỌ TỘC SUỐI NGÀN", None, None),
    ],
)
def test_kind_and_level(name: str, kind: str | None, level: str | None) -> None:
    assert (body_of(name).kind, body_of(name).level) == (kind, level)


def test_places_and_posts_open_no_body() -> None:
    assert [line for line in ("XÃ PHÚ LẠC", "CHỦ TỊCH", "VÀ MÔI TRƯỜNG") if opens_body(line)] == []


def test_the_local_place_goes_before_the_country() -> None:
    assert place_in("ỦY BAN MTTQ VIỆT NAM XÃ PHÚ LẠC") == "XÃ PHÚ LẠC"
    assert place_in("BẢO HIỂM XÃ HỘI") is None
