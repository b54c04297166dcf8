"""What the reader of scans makes of pictures and of the words that tesseract saw, part by part."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extractor.document.model import Draft, Origin
from extractor.reading.scan.capitals import without_false_capitals
from extractor.reading.scan.codes import coded, joined_codes
from extractor.reading.scan.crops import Crop
from extractor.reading.scan.digits import agreed_digits, digits_in
from extractor.reading.scan.engine import Grey, Seen
from extractor.reading.scan.first_marks import first_marks
from extractor.reading.scan.ink import inked
from extractor.reading.scan.letterhead import _from_place, _is_dateline
from extractor.reading.scan.margin import without_dirt
from extractor.reading.scan.points import pointed
from extractor.reading.scan.posts import posts
from extractor.reading.scan.rules import ruled
from extractor.reading.scan.signs import cleaned
from extractor.reading.scan.spelling import spelled
from extractor.reading.scan.strays import without_strays
from extractor.reading.scan.strokes import barred_sign, roman_of, uprights
from extractor.reading.scan.tilt import straightened, tilt
from extractor.reading.scan.unread import unread_lines
from extractor.reading.scan.vote import voted


def line(*texts: str, row: int = 0, left: int = 100, sure: float = 0.9) -> list[Seen]:
    """Words side by side, as tesseract would have seen them."""
    found, x = [], left
    for text in texts:
        width = 14 * len(text)
        found.append(Seen(text, x, 40 * row, x + width, 40 * row + 28, sure, (1, 1, row)))
        x += width + 10
    return found


def texts(words: list[Seen]) -> list[str]:
    return [word.text for word in words]


def paper(width: int = 900, height: int = 1200) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("L", (width, height), 255)
    return picture, ImageDraw.Draw(picture)


def grey(picture: Image.Image) -> Grey:
    return np.asarray(picture)


@pytest.mark.parametrize("degrees", [-5.0, -1.0, 0.0, 1.0, 3.0])
def test_the_tilt_of_a_page_is_found_and_taken_back(degrees: float) -> None:
    picture, draw = paper()
    for y in range(100, 1100, 40):
        for x in range(100, 800, 30):
            draw.rectangle((x, y, x + 18, y + 12), fill=0)
    askew = grey(picture.rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=255))
    assert tilt(askew) == pytest.approx(degrees, abs=0.2)
    straight, turn = straightened(askew, tilt(askew))
    assert tilt(straight) == pytest.approx(0.0, abs=0.2)
    middle = turn.back(straight.shape[1] / 2, straight.shape[0] / 2)
    assert middle == pytest.approx((450, 600), abs=2)


def test_red_ink_under_a_seal_goes_and_black_print_stays() -> None:
    picture = Image.new("RGB", (900, 1200), "white")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((300, 500, 560, 760), outline=(205, 30, 40), width=6)
    draw.rectangle((400, 600, 420, 630), fill=(20, 20, 20))
    found = inked(picture)
    assert len(found.rings) == 1
    assert found.grey[615, 410] < 60
    assert found.grey[500:506, 428:432].min() > 200


@pytest.mark.parametrize(
    "colour",
    [(0, 255, 0), (255, 255, 0), (0, 255, 255), (255, 0, 255), (250, 150, 190), (130, 200, 240)],
)
def test_ground_that_a_marker_coloured_is_paper_and_its_print_stays(
    colour: tuple[int, int, int],
) -> None:
    picture = Image.new("RGB", (900, 1200), "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((100, 200, 700, 240), fill=colour)
    for at in range(20):
        draw.rectangle((110 + 28 * at, 208, 116 + 28 * at, 232), fill=(15, 15, 15))
    found = inked(picture).grey
    assert found[220, 113] < 60
    assert found[204, 300] > 235 and found[220, 125] > 235


def test_print_in_red_and_blue_stays_print() -> None:
    picture = Image.new("RGB", (900, 1200), "white")
    draw = ImageDraw.Draw(picture)
    for at in range(20):
        draw.rectangle((110 + 28 * at, 208, 116 + 28 * at, 232), fill=(200, 30, 40))
        draw.rectangle((110 + 28 * at, 308, 116 + 28 * at, 332), fill=(30, 40, 170))
        draw.rectangle((110 + 28 * at, 408, 124 + 28 * at, 432), fill=(0, 0, 255))  # a bold link
        draw.rectangle((110 + 28 * at, 508, 120 + 28 * at, 532), fill=(0, 176, 240))
    found = inked(picture).grey
    assert found[220, 113] < 110 and found[320, 113] < 110
    assert found[420, 115] < 110 and found[520, 115] < 140


def test_a_black_seal_goes_with_its_rim_and_the_print_beside_it_stays() -> None:
    picture, draw = paper()
    draw.ellipse((300, 500, 560, 760), outline=0, width=4)
    draw.rectangle((564, 640, 580, 670), fill=0)  # a letter that touches the rim
    found = inked(picture)
    assert len(found.rings) == 1
    assert found.grey[490:775, 290:560].min() > 200
    assert found.grey[655, 575] == 0


def test_dirt_goes_and_a_full_stop_stays() -> None:
    picture, draw = paper(400, 300)
    draw.rectangle((100, 100, 101, 101), fill=0)  # two pixels wide
    draw.rectangle((200, 100, 204, 104), fill=0)
    found = inked(picture).grey
    assert (found[100, 100], found[102, 202]) == (255, 0)


def test_ruled_lines_are_cells_and_leave_the_page() -> None:
    picture, draw = paper()
    for at in range(3):
        draw.line((100, 200 + 100 * at, 700, 200 + 100 * at), fill=0, width=2)
        draw.line((100 + 300 * at, 200, 100 + 300 * at, 400), fill=0, width=2)
    found = ruled(grey(picture))
    assert [len(cells) for cells in found.grids] == [4]
    assert found.grey.min() == 255


def test_a_pen_through_a_line_goes_and_its_letters_stay() -> None:
    picture, draw = paper(600, 200)
    draw.line((20, 10, 160, 190), fill=0, width=3)
    draw.rectangle((300, 85, 320, 110), fill=0)
    part = without_strays(grey(picture), Crop(0, 80, 600, 112))
    assert part[:, :200].min() == 255
    assert part[:, 300:320].min() == 0


def test_dirt_in_the_margin_is_no_dash() -> None:
    rows = [line("khoa", "học", "kỹ", "thuật", row=row) for row in range(4)]
    rows[2] = [*line("-", row=2, left=60), *rows[2]]
    found = without_dirt([word for row in rows for word in row])
    assert "-" not in texts(found)
    kept = without_dirt([*line("-", "Rà", row=9), *(word for row in rows for word in row)])
    assert texts(kept)[:2] == ["-", "Rà"]


def test_dirt_in_front_of_a_dateline_is_no_word_of_it() -> None:
    date = line("Phú", "Lạc,", "ngày", "05", "tháng", "01", "năm", "2026")
    assert _from_place([*line("-", left=70), *date]) == date
    assert _from_place(date) == date


def test_a_day_that_is_one_word_with_its_place_is_left_as_it_was_read() -> None:
    grey = np.full((1200, 900), 255, dtype=np.uint8)
    words = ("12", "tháng", "3", "năm", "2026")
    assert _is_dateline(line("Hòa", "Giang,", "ngày", *words), grey)
    assert not _is_dateline(line("Hòa", "Giang,ngày", *words), grey)


@pytest.mark.parametrize(
    ("above", "below", "found"),
    [
        (["VT.", "GIÁM", "ĐỐC"], ["PHÓ", "GIÁM", "ĐỐC"], ["KT.", "GIÁM", "ĐỐC"]),
        (["TL.", "GIÁM", "ĐỐC"], ["PHÓ", "GIÁM", "ĐỐC"], ["TL.", "GIÁM", "ĐỐC"]),
        (["VT.", "GIÁM", "ĐỐC"], ["TRƯỞNG", "PHÒNG"], ["VT.", "GIÁM", "ĐỐC"]),
    ],
)
def test_a_deputy_signs_for_the_head(above: list[str], below: list[str], found: list[str]) -> None:
    assert texts(posts([*line(*above, row=1), *line(*below, row=2)]))[: len(above)] == found


def test_a_post_under_the_same_post_is_its_deputys() -> None:
    found = posts([*line("GIÁM", "ĐỐC", row=1), *line("ĐÓC,", row=2, left=170)])
    below = sorted((word for word in found if word.top == 80), key=lambda word: word.x0)
    assert texts(below) == ["PHÓ", "GIÁM", "ĐỐC"]
    assert {word.doubt for word in below} == {"seal"}


def test_what_is_no_post_may_stand_twice() -> None:
    rows = [line("SỞ", "Y", "TẾ", row=row) for row in (1, 2)]
    assert texts(posts([*rows[0], *rows[1]])) == [*texts(rows[0]), *texts(rows[1])]


def test_the_same_post_twice_is_the_heads_and_the_deputys() -> None:
    found = posts([*line("GIÁM", "ĐỐC", row=1), *line("GIÁM", "ĐÓC,", row=2)])
    rows = [sorted((w for w in found if w.top == top), key=lambda w: w.x0) for top in (40, 80)]
    assert [texts(row) for row in rows] == [["KT.", "GIÁM", "ĐỐC"], ["PHÓ", "GIÁM", "ĐỐC"]]
    assert (rows[0][0].doubt, rows[1][0].doubt) == ("repaired", "seal")


def test_a_deputy_under_the_head_signs_for_him_also_where_no_mark_was_read() -> None:
    found = posts([*line("GIÁM", "ĐỐC", row=1), *line("PHÓ", "GIÁM", "ĐỐC", row=2)])
    assert [word.text for word in found if word.doubt == "repaired"] == ["KT."]
    kept = posts([*line("TM.", "BAN", "CHỈ", "ĐẠO", row=1), *line("PHÓ", "TRƯỞNG", "BAN", row=2)])
    assert not [word for word in kept if word.doubt]


@pytest.mark.parametrize(("name", "first"), [("Văn Bình", "…"), ("Lò Thị Hạnh", "Lò")])
def test_a_name_without_its_surname_is_not_whole(name: str, first: str) -> None:
    notes = line("Nơi", "nhận:", row=1)
    found = posts([*notes, *line(*name.split(), row=4, left=600)])
    assert min((word for word in found if word.top == 160), key=lambda w: w.x0).text == first


def test_a_post_half_under_a_seal_is_made_whole() -> None:
    half = [*line("“'ÁNH", row=1, sure=0.1), *line("THANH", "TRA", row=1, left=180)]
    (first, *_) = posts(half)
    assert (first.text, first.doubt) == ("CHÁNH", "seal")
    led = [*line("~rr", row=1, sure=0.3), *line("ÁNH", row=1, left=150, sure=0.6)]
    found = posts([*led, *line("THANH", "TRA", row=1, left=220)])
    assert texts(found) == ["CHÁNH", "THANH", "TRA"]


@pytest.mark.parametrize(
    ("read", "strokes", "numeral"),
    [("II", 3, "III"), ("HI", 3, "III"), ("IV", 3, "IV"), ("VI", 3, "VI"), ("I", 6, None)],
)
def test_numerals_by_letters_and_strokes(read: str, strokes: int, numeral: str | None) -> None:
    assert roman_of(read, strokes) == numeral


def test_strokes_are_counted() -> None:
    picture, draw = paper(80, 40)
    for x in (10, 30, 50):
        draw.rectangle((x, 5, x + 4, 35), fill=0)
    assert uprights(grey(picture)) == 3


@pytest.mark.parametrize(("points", "sign"), [((5, 30, 5), "≥"), ((30, 5, 30), "≤")])
def test_a_sign_with_a_bar_is_seen(points: tuple[int, int, int], sign: str) -> None:
    picture, draw = paper(40, 50)
    a, b, c = points
    draw.line(((a, 5), (b, 15), (c, 25)), fill=0, width=3)
    draw.rectangle((4, 32, 31, 34), fill=0)
    assert barred_sign(grey(picture)) == sign


def test_a_number_without_a_bar_is_no_sign() -> None:
    picture, draw = paper(40, 50)
    draw.rectangle((10, 5, 14, 35), fill=0)
    assert barred_sign(grey(picture)) is None


@pytest.mark.parametrize(
    ("first", "second", "digits"),
    [
        (["1236", "1236", "1236"], ["1236", "1236"], "1236"),
        (["259", "259"], ["2", "259"], None),
        (["12", "12"], ["13", "13"], None),
        ([None, None], [None, None], None),
    ],
)
def test_digits_stand_only_where_readers_agree(
    first: list[str | None], second: list[str | None], digits: str | None
) -> None:
    assert agreed_digits(first, second) == digits


@pytest.mark.parametrize(
    ("text", "digits"), [("I2", "12"), (" 06 ", "06"), ("", ""), ("2X5", None)]
)
def test_digits_in(text: str, digits: str | None) -> None:
    assert digits_in(text) == digits


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("tiến đỘ hoàn thành", "tiến độ hoàn thành"),
        ("các trường hỢp sau", "các trường hợp sau"),
        ("Văn phòng SỞ.", "Văn phòng Sở."),
        ("Mặt trận TỔ quốc", "Mặt trận Tổ quốc"),
        ("SỞ NỘI VỤ", "SỞ NỘI VỤ"),
        ("Sở GTVT và CSXH", "Sở GTVT và CSXH"),
        ("dùng IoT, VNeID và eOffice", "dùng IoT, VNeID và eOffice"),
        ("SỞ", "SỞ"),
    ],
)
def test_capitals_of_the_shape_of_small_letters(read: str, right: str) -> None:
    assert " ".join(texts(without_false_capitals(line(*read.split())))) == right


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("số 33/KH- -MTTQ-BTT, ngày", "số 33/KH-MTTQ-BTT, ngày"),
        ("số 12/KH- UBND ngày", "số 12/KH-UBND ngày"),
        ("số 12/KH-UBND ngày", "số 12/KH-UBND ngày"),
        ("từ 2025- 2030", "từ 2025- 2030"),
    ],
)
def test_halves_of_a_number(read: str, right: str) -> None:
    assert " ".join(texts(joined_codes(line(*read.split())))) == right


def test_most_looks_win() -> None:
    looks = [line("Y", "tê", sure=0.6), line("Y", "tế"), line("Y", "tế")]
    assert texts(voted(looks)) == ["Y", "tế"]


@pytest.mark.parametrize(
    ("read", "right"),
    [
        (["_", "Rà", "soát"], ["-", "Rà", "soát"]),
        (["ngày", "2l", "đơn", "vỊ."], ["ngày", "21", "đơn", "vị."]),
        (["SởY", "tế"], ["Sở", "Y", "tế"]),
        (["KT,GIÁM", "ĐỐC"], ["KT.GIÁM", "ĐỐC"]),
        (["|", "HỎA", "TỐC", "|"], ["HỎA", "TỐC"]),
        (["-"], []),
    ],
)
def test_slips_beside_letters(read: list[str], right: list[str]) -> None:
    assert texts(cleaned(line(*read))) == right


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ([], []),
        (["phong", "trào.", "thi", "đua"], ["phong", "trào", "thi", "đua"]),
        (["phong", "trào.", "Thi", "đua"], ["phong", "trào.", "Thi", "đua"]),
        (["kèm", "TP.", "hồ", "tr.", "sau"], ["kèm", "TP.", "hồ", "tr.", "sau"]),
        (["1.I", "TỔ", "CHỨC"], ["1.", "I", "TỔ", "CHỨC"]),
        (["2.000", "hồ", "sơ"], ["2.000", "hồ", "sơ"]),
        (["gồm:", "."], ["gồm:"]),
        (["doanh", "nghiệp.", ":", "-"], ["doanh", "nghiệp."]),
        (["thi", "đua.."], ["thi", "đua."]),
        (["đơn", "vị;."], ["đơn", "vị;"]),
        (["và", "các…", "đơn", "vị..."], ["và", "các…", "đơn", "vị..."]),
        (["giai", "đoạn", "2026", "-"], ["giai", "đoạn", "2026", "-"]),
        (["II.MỤC", "TIÊU"], ["II.", "MỤC", "TIÊU"]),
        (["Phú", "Lạc,ngày"], ["Phú", "Lạc,", "ngày"]),
        (["„", "Căn", "cứ"], ["Căn", "cứ"]),
        (["___~", "Tham", "mưu"], ["-", "Tham", "mưu"]),
        (["„.__", "Căn", "cứ"], ["Căn", "cứ"]),
        (["-", "-", "Kết", "quả"], ["-", "Kết", "quả"]),
        (["+", "Thi", "đua"], ["+", "Thi", "đua"]),
        (["“Sáng", "kiến”"], ["“Sáng", "kiến”"]),
        (["...", "triệu", "đồng"], ["...", "triệu", "đồng"]),
    ],
)
def test_points_that_are_dirt_and_numbers_without_a_blank(
    read: list[str], right: list[str]
) -> None:
    assert texts(pointed(cleaned(line(*read)))) == right


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("được sửa đối,", "được sửa đổi,"),
        ("Thục hiện", "Thực hiện"),
        ("KÉ HOẠCH", "KẾ HOẠCH"),
        ("GIAM ĐỌC", "GIÁM ĐỐC"),
        ("Trần Văn Kiên", "Trần Văn Kiên"),
        ("gửi Uỷ ban nhân dân xã", "gửi Uỷ ban nhân dân xã"),
        ("khuyến khích mỗi người dân", "khuyến khích mỗi người dân"),
        ("gửi Úy ban nhân dân xã", "gửi Ủy ban nhân dân xã"),
        ("tại Bộ phận Một của cấp xã", "tại Bộ phận Một cửa cấp xã"),
        ("tỉnh Hòa Giang", "tỉnh Hòa Giang"),
        ("một của tỉnh", "một của tỉnh"),
        ("cơ chế một của, một của liên thông", "cơ chế một cửa, một cửa liên thông"),
        ("sử dụng vật liệu nô công nghiệp", "sử dụng vật liệu nổ công nghiệp"),
    ],
)
def test_lost_marks_come_back_where_one_word_can_be_meant(read: str, right: str) -> None:
    words = read.split()
    assert " ".join(spelled(words, [True] * len(words))) == right


@pytest.mark.parametrize(
    "sure",
    [
        "các sở, ngành thuộc tỉnh",
        "từ tỉnh đến cơ sở",
        "các viện, trường và doanh nghiệp",
        "báo cáo định kỳ theo quy",
    ],
)
def test_what_was_read_surely_and_is_a_word_stays(sure: str) -> None:
    words = sure.split()
    assert spelled(words, [False] * len(words)) == words


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("18/QĐĐ-UBND", "18/QĐ-UBND"),
        ("42-KH/ĐĐU", "42-KH/ĐU"),
        ("05/2026/NNĐ-CP.", "05/2026/NĐ-CP."),
        ("18/TTr-UBND", "18/TTr-UBND"),
        ("18/XXY-UBND", "18/XXY-UBND"),
        ("2/GPP-BYT", "2/GPP-BYT"),
    ],
)
def test_a_kind_of_document_with_a_letter_twice(read: str, right: str) -> None:
    assert coded(read) == right


def _listed(*texts: str) -> list[str]:
    drafts = [Draft(text, origin=Origin(page=1)) for text in texts]
    return [draft.text for draft in first_marks(drafts, {1})]


@pytest.mark.parametrize("misread", ["I. Phòng Dược", "l. Phòng Dược", "1 Phòng Dược"])
def test_the_first_number_of_a_list_comes_back(misread: str) -> None:
    found = _listed("IV. TỔ CHỨC THỰC HIỆN", misread, "theo dõi chung.", "2. Các trạm", "V. KẾT")
    assert found[1] == "1. Phòng Dược"


def test_a_first_section_keeps_its_numeral() -> None:
    assert _listed("I. MỤC ĐÍCH", "1. Nâng cao", "2. Bảo đảm")[0] == "I. MỤC ĐÍCH"
    assert _listed("I. MỤC ĐÍCH", "II. NỘI DUNG", "1. Một")[0] == "I. MỤC ĐÍCH"
    assert _listed("III. NỘI DUNG", "I. Một mục", "IV. KINH PHÍ")[1] == "I. Một mục"


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("105/2016/QHI13", "105/2016/QH13"),
        ("105/2016/QHl3", "105/2016/QH13"),
        ("105/2016/QH13", "105/2016/QH13"),
    ],
)
def test_a_mark_of_the_assembly_is_made_whole(read: str, right: str) -> None:
    (number,) = cleaned(line(read))
    assert number.text == right
    assert number.doubt == ("" if read == right else "number")


def test_what_stands_before_a_number_is_its_label() -> None:
    assert texts(cleaned(line("SÓ", "1050/QĐ-SCT"))) == ["SỐ", "1050/QĐ-SCT"]
    assert texts(cleaned(line("só", "12/KH-UBND", "của"))) == ["số", "12/KH-UBND", "của"]
    assert texts(cleaned(line("so", "sánh"))) == ["so", "sánh"]


def test_a_small_letter_inside_a_word_is_no_capital() -> None:
    said = ["các", "cơ", "Sở", "có", "hoạt", "động", "tại", "các", "Sở"]
    right = ["các", "cơ", "sở", "có", "hoạt", "động", "tại", "các", "Sở"]
    assert spelled(said, [False] * len(said)) == right


def test_a_faint_numeral_behind_a_word_that_counts_stays() -> None:
    looks = [line("Như", "mục", "lI;"), line("Như", "mục", "ÏlÏ;")]
    faint = [
        [*look[:2], replace(look[2], sure=sure)]
        for look, sure in zip(looks, (0.1, 0.4), strict=True)
    ]
    assert len(voted(faint)) == 3
    dirt = [[*look[:1], replace(look[2], sure=0.1)] for look in looks]
    assert len(voted(dirt)) == 1


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("cấp có thâm quyên giao", "cấp có thẩm quyền giao"),
        ("Các phòng (đê phối hợp)", "Các phòng (để phối hợp)"),
        ("tên dự án (đề án)", "tên dự án (đề án)"),
    ],
)
def test_lost_marks_come_back(read: str, right: str) -> None:
    assert " ".join(spelled(read.split(), [False] * len(read.split()))) == right


@pytest.mark.parametrize(
    ("marks", "first"),
    [
        (["1. Mục tiêu", "II. Nội dung"], "I. Mục tiêu"),
        (["1. Mục tiêu", "2. Yêu cầu", "II. Nội dung"], "1. Mục tiêu"),
        (["1. Mục tiêu", "2. Nội dung"], "1. Mục tiêu"),
    ],
)
def test_the_first_section_before_the_second(marks: list[str], first: str) -> None:
    drafts = [Draft(mark, origin=Origin(page=1)) for mark in marks]
    assert first_marks(drafts, {1})[0].text == first


def printed_line(draw: ImageDraw.ImageDraw, top: int, letters: int = 40) -> None:
    for at in range(letters):
        draw.rectangle((100 + 14 * at, top, 104 + 14 * at, top + 18), fill=0)


def test_a_line_of_which_no_word_was_made_is_told() -> None:
    picture, draw = paper()
    printed_line(draw, 200)
    printed_line(draw, 300)
    read = (95, 195, 700, 225)
    assert unread_lines(grey(picture), [read]) == 1
    assert unread_lines(grey(picture), [read, (95, 295, 700, 325)]) == 0


def test_pens_dots_rules_and_pictures_are_no_unread_lines() -> None:
    picture, draw = paper()
    printed_line(draw, 100, letters=5)  # a few strokes of a pen
    for at in range(150):  # a dotted line
        draw.rectangle((100 + 4 * at, 300, 101 + 4 * at, 302), fill=0)
    draw.line((100, 400, 700, 400), fill=0, width=3)
    for at in range(40):  # a barcode
        draw.rectangle((100 + 14 * at, 500, 104 + 14 * at, 640), fill=0)
    assert unread_lines(grey(picture), []) == 0
