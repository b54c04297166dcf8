"""Legal bases: which sentences rest on a document, how, and what is none."""

import pytest

from extractor.fields.citations import read_citations
from extractor.fields.legal_bases import read_legal_bases
from extractor.plan.model import LegalBase
from tests.fields.making import BODY, reading

DECREE = "Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ quy định về thi đua"


def bases(*preamble: str, body: tuple[str, ...] = BODY) -> tuple[LegalBase, ...]:
    return read_legal_bases(reading("KẾ HOẠCH", "Thi đua năm 2026", *preamble, *body))


@pytest.mark.parametrize(
    ("opening", "relation"),
    [
        ("Căn cứ", "pursuant_to"),
        ("Thực hiện", "implements"),
        ("Thi hành", "implements"),
        ("Tiếp tục thực hiện", "implements"),
        ("Theo", "other"),
    ],
)
def test_the_first_words_state_the_relation(opening: str, relation: str) -> None:
    (base,) = bases(f"{opening} {DECREE};")
    assert base.relation == relation
    assert (base.doc_type, base.number, base.date) == ("Nghị định", "152/2025/NĐ-CP", "2025-06-14")
    assert (base.issuer, base.title) == ("Chính phủ", "quy định về thi đua")


def test_one_sentence_may_name_several() -> None:
    found = bases(
        "Thực hiện Kế hoạch số 24/KH-UBND ngày 29/01/2026 của UBND tỉnh Hòa Giang và Kế hoạch số"
        " 40/KH-UBND ngày 25/3/2026 của UBND xã Phú Lạc về thu gom rác;"
    )
    assert [base.number for base in found] == ["24/KH-UBND", "40/KH-UBND"]


def test_a_list_goes_on_behind_a_semicolon_with_its_relation() -> None:
    found = bases(f"Căn cứ {DECREE}; Kế hoạch số 24/KH-UBND ngày 29/01/2026 của UBND tỉnh;")
    assert [(base.relation, base.number) for base in found] == [
        ("pursuant_to", "152/2025/NĐ-CP"),
        ("pursuant_to", "24/KH-UBND"),
    ]


def test_the_asking_body_issues_the_submission() -> None:
    (base,) = bases(
        "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 12/TTr-VHXH ngày 02/3/2026;"
    )
    assert (base.relation, base.issuer) == ("at_request_of", "Trưởng phòng Văn hóa - Xã hội")


def test_who_asks_in_one_paper_asks_in_the_next() -> None:
    found = bases(
        "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 02/3/2026 và Công văn"
        " số 40/SNV-TĐKT ngày 05/3/2026;"
    )
    assert [base.issuer for base in found] == ["Giám đốc Sở Nội vụ", "Giám đốc Sở Nội vụ"]


def test_each_who_asks_stands_before_the_own_paper() -> None:
    found = bases(
        "Xét đề nghị của Trạm Y tế xã Phú Lạc tại Văn bản số 12/TYT-HC ngày 02/3/2026; Công ty gạch"
        " Hòa Giang tại Văn bản số 51/GHG ngày 04/3/2026;"
    )
    assert [(base.number, base.issuer) for base in found] == [
        ("12/TYT-HC", "Trạm Y tế xã Phú Lạc"),
        ("51/GHG", "Công ty gạch Hòa Giang"),
    ]


def test_the_papers_of_companies_are_no_official_letters() -> None:
    found = bases(
        "Xét đề nghị của 02 đơn vị gồm: Công ty cổ phần Hòa Phú tại Văn bản số 01.6/GĐN/HP ngày"
        " 02/3/2026; Công ty TNHH Tân Mỹ tại Văn bản số 51/GĐN ngày 04/3/2026;"
    )
    assert [(base.doc_type, base.number, base.issuer) for base in found] == [
        ("Văn bản", "01.6/GĐN/HP", "Công ty cổ phần Hòa Phú"),
        ("Văn bản", "51/GĐN", "Công ty TNHH Tân Mỹ"),
    ]


def test_a_note_on_who_asks_is_no_part_of_the_name() -> None:
    (base,) = bases(
        "Xét đề nghị của Sở Nông nghiệp và Môi trường (Cơ quan Thường trực Ban Chỉ huy Phòng, chống"
        " thiên tai và Tìm kiếm cứu nạn tỉnh) tại Tờ trình số 57/TTr-SNNMT ngày 18/4/2026;"
    )
    assert base.issuer == "Sở Nông nghiệp và Môi trường"


def test_a_base_whose_number_is_still_open_is_known_by_its_year() -> None:
    (base,) = bases("Căn cứ Quyết định số     /QĐ-UBND ngày     tháng     năm 2026 của UBND tỉnh;")
    assert (base.doc_type, base.number, base.date) == ("Quyết định", None, "2026")
    assert base.issuer == "UBND tỉnh"


def test_a_document_inside_anothers_title_is_a_citation_only() -> None:
    made = reading(
        "KẾ HOẠCH",
        "Thi đua năm 2026",
        "Căn cứ Kế hoạch số 24/KH-UBND ngày 29/01/2026 của UBND tỉnh về việc triển khai"
        " Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ;",
        *BODY,
    )
    assert [base.number for base in read_legal_bases(made)] == ["24/KH-UBND"]
    assert [(c.number, c.where) for c in read_citations(made)] == [
        ("24/KH-UBND", "preamble"),
        ("152/2025/NĐ-CP", "title"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Căn cứ tình hình thực tế của địa phương;",
        "Căn cứ các chương trình của Chính phủ;",
        "Phong trào được phát động theo tinh thần đổi mới;",
    ],
)
def test_what_nothing_identifies_is_left_out(sentence: str) -> None:
    assert bases(sentence) == ()


def test_a_law_is_identified_by_its_title() -> None:
    (base,) = bases("Căn cứ Luật Thi đua, khen thưởng năm 2022;")
    assert (base.doc_type, base.number, base.date) == ("Luật", None, "2022")
    assert base.title == "Thi đua, khen thưởng"


def test_what_the_plan_itself_issues_is_no_base() -> None:
    found = bases(
        f"Căn cứ {DECREE}, UBND xã Phú Lạc ban hành Kế hoạch thực hiện Kế hoạch số 24/KH-UBND"
        " ngày 29/01/2026 của UBND tỉnh như sau:"
    )
    assert [base.number for base in found] == ["152/2025/NĐ-CP"]


def test_a_section_on_bases_lists_them() -> None:
    found = bases(
        body=("I. CĂN CỨ PHÁP LÝ", f"- {DECREE};", "- Luật Thi đua, khen thưởng năm 2022.", *BODY)
    )
    assert [base.relation for base in found] == ["pursuant_to", "pursuant_to"]
    assert [base.doc_type for base in found] == ["Nghị định", "Luật"]


def test_a_document_named_twice_is_one_base() -> None:
    assert len(bases(f"Căn cứ {DECREE};", f"Thực hiện {DECREE};")) == 1


def test_documents_of_the_body_are_no_bases() -> None:
    assert bases(body=("I. MỤC ĐÍCH", f"Tuyên truyền {DECREE}.")) == ()


def test_citations_leave_out_the_own_number_and_the_foot() -> None:
    made = reading(
        "Số: 12/KH-UBND",
        "KẾ HOẠCH",
        "Thi đua năm 2026",
        "I. MỤC ĐÍCH",
        "Theo Kế hoạch số 24/KH-UBND.",
        "Nơi nhận:",
        "- Như Công văn số 30/UBND-VP;",
    )
    assert [(c.number, c.where) for c in read_citations(made)] == [("24/KH-UBND", "body")]


def test_every_source_is_a_slice() -> None:
    made = reading(
        "KẾ HOẠCH", "Thi đua năm 2026", f"Căn cứ {DECREE}; Luật Thi đua năm 2022;", *BODY
    )
    sources = [fact.source for fact in (*read_legal_bases(made), *read_citations(made))]
    assert sources
    assert all(made.text[source.start : source.end] == source.text for source in sources)


def test_a_relation_may_change_behind_a_semicolon() -> None:
    found = bases(
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị; căn cứ Nghị quyết số"
        " 12-NQ/ĐU ngày 05/01/2026 của Đảng ủy xã; theo đề nghị của Văn phòng Đảng ủy tại Tờ trình"
        " số 04-TTr/VP ngày 06/01/2026, Ban Thường vụ Đảng ủy xã xây dựng kế hoạch như sau:"
    )
    assert [(base.relation, base.number) for base in found] == [
        ("implements", "57-NQ/TW"),
        ("pursuant_to", "12-NQ/ĐU"),
        ("at_request_of", "04-TTr/VP"),
    ]
    assert found[-1].issuer == "Văn phòng Đảng ủy"


def test_a_title_goes_on_behind_a_semicolon() -> None:
    found = bases(
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh về rà soát đất công;"
        " thực hiện chỉnh lý biến động;"
    )
    assert [(base.relation, base.number) for base in found] == [("pursuant_to", "12/QĐ-UBND")]


@pytest.mark.parametrize(
    ("sentence", "relation", "title"),
    [
        (
            "Căn cứ Nghị quyết Đại hội đại biểu Đảng bộ xã Nà Vân lần thứ I, nhiệm kỳ 2025 - 2030;",
            "pursuant_to",
            "Đại hội đại biểu Đảng bộ xã Nà Vân lần thứ I, nhiệm kỳ 2025 - 2030",
        ),
        (
            "Thực hiện Nghị quyết của Đại hội Đảng bộ tỉnh Hòa Giang nhiệm kỳ 2025-2030, Ban Thường"
            " vụ Đảng ủy xã ban hành Kế hoạch như sau:",
            "implements",
            "Đại hội Đảng bộ tỉnh Hòa Giang nhiệm kỳ 2025-2030",
        ),
    ],
)
def test_a_resolution_of_a_congress_is_known_by_its_term(
    sentence: str, relation: str, title: str
) -> None:
    (base,) = bases(sentence)
    assert (base.relation, base.doc_type, base.title) == (relation, "Nghị quyết", title)
    assert (base.number, base.date, base.issuer) == (None, None, None)


def test_a_resolution_of_a_congress_beside_numbered_ones() -> None:
    found = bases(
        "Thực hiện Kế hoạch số 41-KH/TU ngày 15/01/2026 của Ban Thường vụ Tỉnh ủy; căn cứ Nghị"
        " quyết Đại hội đại biểu Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030, Ban Thường vụ Đảng ủy"
        " xã xây dựng kế hoạch như sau:"
    )
    assert [(base.relation, base.number) for base in found] == [
        ("implements", "41-KH/TU"),
        ("pursuant_to", None),
    ]


def test_a_congress_without_its_term_is_no_base() -> None:
    assert bases("Căn cứ Nghị quyết Đại hội Đảng bộ xã;") == ()
