"""The document section of whole documents, as offices lay them out."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.document.model import Draft
from extractor.fields.document import read_document
from extractor.plan.model import DocumentFacts
from tests.fields.making import BODY, MOTTO, PREAMBLE, columns, reading

DATELINE = "Phú Lạc, ngày 05 tháng 3 năm 2026"
SIGNED = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Thị Hạnh")


def facts(*drafts: Draft | str) -> DocumentFacts:
    return read_document(reading(*drafts))


def head(*lines: str, number: str = "Số: 12/KH-UBND", dateline: str = DATELINE) -> list[Draft]:
    return columns([*lines, number], [*MOTTO, dateline])


def test_a_plan_of_a_commune() -> None:
    foot = columns(["Nơi nhận:", "- UBND tỉnh (b/c);", "- Lưu: VT."], SIGNED, table=1)
    said = facts(
        *head("ỦY BAN NHÂN DÂN", "XÃ PHÚ LẠC"),
        "KẾ HOẠCH",
        "Phát động phong trào thi đua “Xã số” năm 2026",
        "-------",
        PREAMBLE,
        *BODY,
        *foot,
    )
    assert (said.type, said.number, said.date) == ("Kế hoạch", "12/KH-UBND", "2026-03-05")
    assert (said.place, said.theme) == ("Phú Lạc", "Xã số")
    assert said.title == "Phát động phong trào thi đua “Xã số” năm 2026"
    assert said.issuer.name == "ỦY BAN NHÂN DÂN XÃ PHÚ LẠC"
    assert (said.issuer.kind, said.issuer.level) == ("government", "commune")
    assert (said.signer.capacity, said.signer.position) == ("TM", "CHỦ TỊCH")
    assert said.signer.name == "Lò Thị Hạnh"
    assert said.recipients == ("UBND tỉnh (b/c)", "Lưu: VT")


def test_a_plan_of_the_party() -> None:
    left = ["ĐẢNG BỘ TỈNH HÒA GIANG", "ĐẢNG ỦY XÃ PHÚ LẠC", "*", "Số 24-KH/ĐU"]
    said = facts(
        *columns(left, ["ĐẢNG CỘNG SẢN VIỆT NAM", "-------", DATELINE]),
        "KẾ HOẠCH",
        "Sinh hoạt chi bộ năm 2026",
        "-----",
        PREAMBLE,
        *BODY,
        *columns(["Nơi nhận:", "- Tỉnh ủy,", "- Lưu Văn phòng."],
                 ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "Lò Thị Hạnh"], table=1),
    )  # fmt: skip
    assert (said.number, said.issuer.name) == ("24-KH/ĐU", "ĐẢNG ỦY XÃ PHÚ LẠC")
    assert (said.issuer.kind, said.issuer.level) == ("party", "commune")
    assert (said.signer.capacity, said.signer.position) == ("TM", "PHÓ BÍ THƯ THƯỜNG TRỰC")
    assert said.recipients == ("Tỉnh ủy", "Lưu Văn phòng")


def test_a_letterhead_in_lines_with_number_and_date_on_one() -> None:
    lines = ["UBND XÃ PHÚ LẠC", *MOTTO, f"Số: 12/KH-UBND     {DATELINE}"]
    said = facts(*lines, "KẾ HOẠCH", "Chuyển đổi số năm 2026", PREAMBLE, *BODY)
    assert (said.number, said.date, said.place) == ("12/KH-UBND", "2026-03-05", "Phú Lạc")
    assert said.issuer.name == "UBND XÃ PHÚ LẠC"


def test_an_unsigned_draft_is_blank_where_it_is_blank() -> None:
    said = facts(
        *head("UBND XÃ PHÚ LẠC", number="Số:      /KH-UBND",
              dateline="Phú Lạc, ngày     tháng     năm 2026"),
        "KẾ HOẠCH",
        "Chuyển đổi số năm 2026",
        PREAMBLE,
        *BODY,
        "Nơi nhận:",
        "- Lưu: VT.",
        *SIGNED[:2],
    )  # fmt: skip
    assert (said.number, said.date, said.signer.name) == (None, "2026", None)
    assert (said.signer.capacity, said.signer.position) == ("TM", "CHỦ TỊCH")


def test_a_decision_keeps_its_own_head_and_foot() -> None:
    said = facts(
        *head("UBND XÃ PHÚ LẠC", number="Số: 15/QĐ-UBND"),
        "QUYẾT ĐỊNH",
        "Ban hành Kế hoạch chuyển đổi số năm 2026",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ",
        PREAMBLE,
        "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số năm 2026.",
        "Nơi nhận:",
        "- Như Điều 3;",
        *SIGNED,
        "KẾ HOẠCH",
        "Chuyển đổi số năm 2026",
        "(Kèm theo Quyết định số 15/QĐ-UBND)",
        *BODY,
        "KT. TRƯỞNG BAN",
        "PHÓ TRƯỞNG BAN",
        "Trần Văn Mẫu",
    )
    assert (said.type, said.number) == ("Quyết định", "15/QĐ-UBND")
    assert said.title == "Ban hành Kế hoạch chuyển đổi số năm 2026"
    assert (said.signer.name, said.recipients) == ("Lò Thị Hạnh", ("Như Điều 3",))


def test_a_joint_plan_has_its_first_signer() -> None:
    said = facts(
        *head("SỞ NỘI VỤ - CÔNG AN TỈNH HÒA GIANG", number="Số: 05/KHLT-SNV-CAT"),
        "KẾ HOẠCH LIÊN TỊCH",
        "Bảo vệ bí mật nhà nước năm 2026",
        PREAMBLE,
        *BODY,
        *columns(["GIÁM ĐỐC CÔNG AN TỈNH"], ["GIÁM ĐỐC SỞ NỘI VỤ"], table=1),
        *columns(["Trần Văn Mẫu"], ["Lò Thị Hạnh"], row=1, table=1),
    )
    assert (said.type, said.number) == ("Kế hoạch", "05/KHLT-SNV-CAT")
    assert (said.signer.position, said.signer.name) == ("GIÁM ĐỐC CÔNG AN TỈNH", "Trần Văn Mẫu")


def test_a_web_copy_without_head_takes_what_its_sentences_say() -> None:
    said = facts(
        "Kế hoạch thi đua cải cách hành chính xã Phú Lạc năm 2026",
        "UBND xã Phú Lạc ban hành Kế hoạch thi đua với các nội dung sau:",
        *BODY,
    )
    assert (said.type, said.number, said.date) == ("Kế hoạch", None, None)
    assert (said.issuer.name, said.signer.name) == ("UBND xã Phú Lạc", None)


def test_the_date_may_stand_above_the_signature() -> None:
    said = facts("KẾ HOẠCH", "Thi đua năm 2026", PREAMBLE, *BODY, "Nơi nhận:", "- Lưu: VT.",
                 DATELINE, *SIGNED)  # fmt: skip
    assert (said.date, said.place) == ("2026-03-05", "Phú Lạc")
    assert said.recipients == ("Lưu: VT",)


def test_an_addressee_is_no_recipient_and_no_title() -> None:
    said = facts(*head("UBND XÃ PHÚ LẠC"), "KẾ HOẠCH", "Tài chính năm 2026",
                 "Kính gửi: Hội đồng nhân dân xã", PREAMBLE, *BODY)  # fmt: skip
    assert said.title == "Tài chính năm 2026"
    assert said.recipients == ()


def test_an_empty_document_says_nothing() -> None:
    assert facts() == DocumentFacts()


def test_each_value_has_its_evidence() -> None:
    said = facts(*head("UBND XÃ PHÚ LẠC"), "KẾ HOẠCH", "Thi đua “Xã số”", PREAMBLE, *BODY,
                 "Nơi nhận:", "- Lưu: VT.", *SIGNED)  # fmt: skip
    assert set(said.evidence) == {
        "type", "number", "date", "place", "title", "theme", "issuer.name",
        "signer.name", "signer.position", "signer.capacity", "recipients.0",
    }  # fmt: skip


LINES = (*MOTTO, *SIGNED, *BODY, DATELINE, PREAMBLE, "UBND XÃ PHÚ LẠC", "KẾ HOẠCH", "QUYẾT ĐỊNH:",
         "Số: 12/KH-UBND", "Nơi nhận:", "- Lưu: VT.", "KT. ", "PHỤ LỤC", "*", "“", "TRẦN VĂN MẪU",
         "Kính gửi:", "ban hành Kế hoạch", "Chủ tịch UBND xã phát động phong trào")  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=14))
def test_any_lines_are_read_and_every_evidence_is_a_slice(lines: Sequence[str]) -> None:
    made = reading(*lines)
    for evidence in read_document(made).evidence.values():
        place = evidence.source
        assert place.text
        assert made.text[place.start : place.end] == place.text
