"""Warnings: each code from a small document that deserves it, and none where all is well."""

from collections.abc import Sequence

import pytest

from extractor.document.model import Draft, Notice
from extractor.fields.assemble import read_fields
from extractor.fields.context import Reading
from extractor.outline.tree import build
from extractor.plan.model import Warning
from extractor.recognise.mentions import recognise
from extractor.span import Span
from tests.fields.making import MOTTO, columns, document, reading

HEAD = (
    "ỦY BAN NHÂN DÂN",
    "XÃ PHÚ LẠC",
    *MOTTO,
    "Số: 12/KH-UBND",
    "Phú Lạc, ngày 05 tháng 3 năm 2026",
    "KẾ HOẠCH",
    "Chuyển đổi số xã Phú Lạc năm 2026",
)
PREAMBLE = (
    "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ;",
    "Ủy ban nhân dân xã Phú Lạc ban hành Kế hoạch như sau:",
)
BODY = (
    "I. MỤC TIÊU",
    "- Tỷ lệ hồ sơ trực tuyến đạt từ 80% trở lên.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Văn phòng HĐND và UBND xã: Chủ trì theo dõi, đôn đốc.",
)
FOOT = ("Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Thị Hạnh")
WHOLE = (*HEAD, *PREAMBLE, *BODY, *FOOT)
ENGLISH = (
    "SERVICE CONTRACT",
    "This contract is made between the parties named below.",
    "1. Scope of work",
    "The supplier shall deliver the goods within 30 days.",
)
INVOICE = (
    "HÓA ĐƠN GIÁ TRỊ GIA TĂNG",
    "Đơn vị bán hàng: Cửa hàng Suối Ngàn",
    "Tổng cộng: 120.000 đồng",
)


def warnings(*drafts: Draft | str) -> tuple[Warning, ...]:
    return read_fields(reading(*drafts)).warnings


def codes(*drafts: Draft | str) -> list[str]:
    return [warning.code for warning in warnings(*drafts)]


def only(code: str, *drafts: Draft | str) -> Warning:
    """The one warning of that code."""
    (found,) = (warning for warning in warnings(*drafts) if warning.code == code)
    return found


def without(*lines: str) -> list[str]:
    return [line for line in WHOLE if line not in lines]


def swapped(old: str, new: str) -> list[str]:
    return [new if line == old else line for line in WHOLE]


def test_a_whole_plan_has_nothing_to_warn_of() -> None:
    assert codes(*WHOLE) == []


@pytest.mark.parametrize(
    ("lines", "code", "quote"),
    [
        (swapped("Số: 12/KH-UBND", "Số:      /KH-UBND"), "missing_number", "Số:      /KH-UBND"),
        (without("Số: 12/KH-UBND"), "missing_number", None),
        (
            swapped("Phú Lạc, ngày 05 tháng 3 năm 2026", "Phú Lạc, ngày     tháng 3 năm 2026"),
            "incomplete_date",
            "ngày     tháng 3 năm 2026",
        ),
        (without("Lò Thị Hạnh"), "missing_signer", "CHỦ TỊCH"),
        (without("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Thị Hạnh"), "missing_signer", None),
        (without("Chuyển đổi số xã Phú Lạc năm 2026", *PREAMBLE), "missing_title", None),
        (["DỰ THẢO", *WHOLE], "draft", "DỰ THẢO"),
    ],
)
def test_what_head_and_foot_leave_out(lines: Sequence[str], code: str, quote: str | None) -> None:
    found = only(code, *lines)
    assert (found.source.text if found.source else None) == quote


def test_no_issuer_anywhere() -> None:
    assert "missing_issuer" in codes("KẾ HOẠCH", "Chuyển đổi số năm 2026", *BODY)


def test_several_signers_are_named() -> None:
    found = only(
        "several_signers",
        *HEAD,
        *PREAMBLE,
        *BODY,
        *columns(["GIÁM ĐỐC", "Trần Văn Mẫu"], ["TRƯỞNG CÔNG AN", "Lò Thị Hạnh"]),
    )
    assert "Lò Thị Hạnh" in found.message
    assert found.source is not None
    assert found.source.text == "Lò Thị Hạnh"


@pytest.mark.parametrize("lines", [ENGLISH, INVOICE, ["Trang trống"]])
def test_other_papers_never_look_like_a_success(lines: Sequence[str]) -> None:
    found = codes(*lines)
    assert "not_a_plan" in found
    assert "empty_record" in found


@pytest.mark.parametrize(
    ("kind", "title", "warned"),
    [
        ("KẾ HOẠCH", "Chuyển đổi số năm 2026", False),
        ("KẾ HOẠCH PHỐI HỢP", "Chuyển đổi số năm 2026", False),
        ("QUYẾT ĐỊNH", "Ban hành Kế hoạch chuyển đổi số năm 2026", False),
        ("QUYẾT ĐỊNH", "Thành lập Tổ công tác", True),
        ("BÁO CÁO", "Kết quả thực hiện Kế hoạch chuyển đổi số năm 2026", True),
        ("HƯỚNG DẪN", "Tổ chức phong trào thi đua", True),
    ],
)
def test_which_documents_are_plans(kind: str, title: str, warned: bool) -> None:
    lines = [{"KẾ HOẠCH": kind, HEAD[-1]: title}.get(line, line) for line in WHOLE]
    assert ("not_a_plan" in codes(*lines)) is warned


def test_a_decision_that_encloses_a_plan_is_one() -> None:
    lines = [{"KẾ HOẠCH": "QUYẾT ĐỊNH", HEAD[-1]: "Về chuyển đổi số"}.get(x, x) for x in WHOLE]
    assert "not_a_plan" not in codes(*lines, "KẾ HOẠCH", "CHUYỂN ĐỔI SỐ", "I. MỤC TIÊU")


def test_no_targets_and_no_run() -> None:
    lines = [line.replace(" năm 2026", "") if line == HEAD[-1] else line for line in WHOLE]
    found = codes(*(line for line in lines if "80%" not in line))
    assert "no_targets" in found
    assert "no_time_window" in found


def test_a_number_with_restored_hyphen_or_dropped_blank() -> None:
    lines = swapped(PREAMBLE[0], PREAMBLE[0].replace("NĐ-CP", "NĐ CP"))
    found = only("normalized_number", *lines)
    assert "152/2025/NĐ-CP" in found.message
    assert found.source is not None
    assert found.source.text == "152/2025/NĐ CP"


def test_the_documents_own_number_printed_with_blanks() -> None:
    found = only("normalized_number", *swapped("Số: 12/KH-UBND", "Số: 12 / KH - UBND"))
    assert "12/KH-UBND" in found.message


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        ("Nghị định số 152/2025/NĐ-CP ngày 14/6/2024 của Chính phủ;", "năm 2025"),
        ("Kế hoạch số 24/KH-UBND ngày 15/4/2026 của UBND tỉnh;", "sau ngày ban hành"),
    ],
)
def test_dates_that_cannot_be_right(citation: str, words: str) -> None:
    found = only("possible_typo", *swapped(PREAMBLE[0], f"Căn cứ {citation}"))
    assert words in found.message


def test_one_number_with_two_dates_of_one_year() -> None:
    again = "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 15/6/2025 của Chính phủ;"
    found = only("possible_typo", *HEAD, PREAMBLE[0], again, PREAMBLE[1], *BODY, *FOOT)
    assert "14/06/2025" in found.message
    assert "15/06/2025" in found.message


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Phần đấu mỗi thôn có tổ công nghệ số.", "Phần đấu"),
        ("Lập các các mẫu biểu.", "các các"),
        ("Ban bầu cử đại biểu đại biểu Quốc hội.", "đại biểu đại biểu"),
        ("Báo cáo Bộ trưởngBộ Nội vụ.", "trưởngBộ"),
    ],
)
def test_misprints(sentence: str, quote: str) -> None:
    found = only("possible_typo", *swapped(BODY[3], f"1. Văn phòng: {sentence}"))
    assert found.source is not None
    assert found.source.text == quote


@pytest.mark.parametrize(
    "sentence",
    [
        "Cán bộ bộ phận Một cửa tiếp nhận.",
        "Trong năm năm tới, dần dần mở rộng.",
        "Phát triển xã hội xã hội chủ nghĩa.",
        "Dùng phần mềm VietGap trên nền tảng số số hóa.",
        "Khắc phục các áp lực của thị trường.",
    ],
)
def test_what_only_looks_like_a_misprint(sentence: str) -> None:
    assert "possible_typo" not in codes(*swapped(BODY[3], f"1. Văn phòng: {sentence}"))


def test_a_misprint_is_told_once_with_its_count() -> None:
    lines = swapped(BODY[3], "1. Văn phòng: Hướng dẫn các áp; kiểm tra các áp; giúp các áp.")
    assert "3 chỗ" in only("possible_typo", *lines).message


def test_two_sections_of_one_number() -> None:
    found = only("possible_typo", *swapped("II. TỔ CHỨC THỰC HIỆN", "I. TỔ CHỨC THỰC HIỆN"))
    assert found.source is not None
    assert found.source.text == "I. TỔ CHỨC THỰC HIỆN"


def test_a_number_left_out() -> None:
    found = only("possible_typo", *swapped("II. TỔ CHỨC THỰC HIỆN", "III. TỔ CHỨC THỰC HIỆN"))
    assert "nhảy cách" in found.message


def test_a_first_section_that_is_not_the_first() -> None:
    lines = [line.replace("II. T", "III. T").replace("I. M", "II. M") for line in WHOLE]
    assert "không mang số I" in only("possible_typo", *lines).message


def test_numbers_that_start_anew_below_another_heading_are_right() -> None:
    more = ("III. KINH PHÍ", "1. Ngân sách xã", "2. Nguồn khác", "IV. BÁO CÁO", "1. Hằng quý")
    assert "possible_typo" not in codes(*HEAD, *PREAMBLE, *BODY, *more, *FOOT)


def test_a_copy_without_its_head() -> None:
    found = only("low_text_quality", "KẾ HOẠCH", HEAD[-1], *PREAMBLE, *BODY)
    assert "phần đầu" in found.message


def test_a_page_that_renumbers_is_told_once_and_has_no_order_to_break() -> None:
    lines = ["1. I MỤC TIÊU", "2. a) Hồ sơ được số hóa", "3. b) Hồ sơ đúng hạn", "1. I KINH PHÍ"]
    found = codes(*HEAD, *PREAMBLE, *lines, *FOOT)
    assert found.count("low_text_quality") == 1
    assert "possible_typo" not in found


@pytest.mark.parametrize(
    ("words", "code", "quote"),
    [
        ("Định kǶ kiểm tra cǜng như đôn đốc.", "low_text_quality", "Ƕ"),
        ("Làm việc ph ù hợp.", "possible_typo", "ph ù hợp"),
        ("Gửi t ỉ nh, Đ ả ng ủy, ph ù hợp.", "low_text_quality", "t ỉ nh"),
    ],
)
def test_spoilt_letters(words: str, code: str, quote: str) -> None:
    found = only(code, *swapped(BODY[3], f"1. Văn phòng: {words}"))
    assert found.source is not None
    assert found.source.text == quote


def test_one_indicator_with_two_thresholds() -> None:
    body = (
        "I. MỤC TIÊU",
        "- Tỷ lệ hồ sơ trực tuyến toàn trình đạt từ 80% trở lên.",
        "II. CHỈ TIÊU THI ĐUA",
        "- Tỷ lệ hồ sơ trực tuyến toàn trình đạt từ 90% trở lên.",
    )
    found = only("inconsistent_targets", *HEAD, *PREAMBLE, *body, *FOOT)
    assert "80%" in found.message
    assert "90%" in found.message


def test_groups_of_one_section_may_ask_different_things() -> None:
    body = (
        "I. MỤC TIÊU",
        "1. Cấp xã",
        "- Tỷ lệ hồ sơ trực tuyến toàn trình đạt từ 80% trở lên.",
        "2. Cấp thôn",
        "- Tỷ lệ hồ sơ trực tuyến toàn trình đạt từ 90% trở lên.",
    )
    assert "inconsistent_targets" not in codes(*HEAD, *PREAMBLE, *body, *FOOT)


def test_a_readers_notice_becomes_a_warning_with_its_place() -> None:
    made = document(*WHOLE)
    notices = (Notice("repaired_letters", "Đã sửa.", Span(0, 3)), Notice("other", "Khác."))
    noticed = type(made)(made.id, made.format, made.blocks, made.text, notices=notices)
    found = read_fields(Reading(noticed, build(noticed), recognise(noticed.text))).warnings
    assert [(w.code, w.source.text if w.source else None) for w in found] == [
        ("repaired_letters", WHOLE[0][:3].strip()),
        ("other", None),
    ]


def test_every_place_is_a_slice_of_the_text() -> None:
    lines = swapped(BODY[3], "1. Văn phòng: Phần đấu các các áp.")
    made = reading("DỰ THẢO", *lines)
    places = [w.source for w in read_fields(made).warnings if w.source]
    assert len(places) > 2
    assert all(made.text[place.start : place.end] == place.text for place in places)
