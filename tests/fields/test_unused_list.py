"""The list of what was recognised and covered by no fact."""

from __future__ import annotations

from extractor.fields.assemble import read_fields
from extractor.fields.context import Reading, source_of
from extractor.fields.unused import unused
from extractor.plan.model import CitationFact, LegalBase, Plan, Target, TimeWindow
from extractor.span import Span
from tests.fields.making import reading

LINES = (
    "KẾ HOẠCH",
    "Chuyển đổi số",
    "Căn cứ Luật Thi đua, khen thưởng năm 2022; Nghị định số 152/2025/NĐ-CP ngày 14/6/2025;",
    "I. MỤC ĐÍCH",
    "Nâng tỷ lệ hài lòng lên 95% trước ngày 01/9/2026.",
    "II. CHỈ TIÊU ĐẾN NĂM 2030",
    "- Tỷ lệ hồ sơ trực tuyến đạt 80%; tổ chức 12 buổi tập huấn.",
    "III. TỔ CHỨC THỰC HIỆN",
    "Văn phòng báo cáo theo Quyết định số 15/QĐ-UBND và Luật Công nghệ số trong tháng 6/2026.",
    "IV. KINH PHÍ",
    "Dự toán 200 triệu đồng.",
)


def listed(made: Reading, plan: Plan) -> list[tuple[str, str]]:
    return [(one.kind, one.span.of(made.text)) for one in unused(made, plan)]


def cover(made: Reading, words: str) -> Span:
    start = made.text.index(words)
    return Span(start, start + len(words))


def test_an_empty_record_leaves_all_of_the_sections_that_state_facts() -> None:
    made = reading(*LINES)
    kinds = [(kind, quote) for kind, quote in listed(made, Plan())]
    assert kinds == [
        ("citation", "Luật Thi đua, khen thưởng năm 2022"),
        ("citation", "Nghị định số 152/2025/NĐ-CP ngày 14/6/2025"),
        ("date", "ĐẾN NĂM 2030"),
        ("percentage", "80%"),
        ("amount", "12"),
        ("citation", "Quyết định số 15/QĐ-UBND"),  # a law without a number is no citation here
        ("date", "trong tháng 6/2026"),
    ]


def test_what_a_fact_covers_is_used_and_so_is_the_date_it_inherited() -> None:
    made = reading(*LINES)
    target = Target(
        indicator="Tỷ lệ hồ sơ trực tuyến", operator="eq", value=80, unit="percent", by="2030",
        context="target", source=source_of(made, cover(made, "Tỷ lệ hồ sơ trực tuyến đạt 80%")),
        basis={"by": "inherited"},
    )  # fmt: skip
    month = source_of(made, cover(made, "trong tháng 6/2026"))
    window = TimeWindow(kind="report", end="2026-06", source=month)
    decision = source_of(made, cover(made, "Quyết định số 15/QĐ-UBND"))
    cited = CitationFact(number="15/QĐ-UBND", where="body", source=decision)
    plan = Plan(targets=(target,), time_windows=(window,), citations=(cited,))
    assert [quote for _, quote in listed(made, plan)][2:] == ["12"]


def test_a_citation_of_the_preamble_is_used_by_a_base_alone() -> None:
    made = reading(*LINES)
    decree = source_of(made, cover(made, "Nghị định số 152/2025/NĐ-CP ngày 14/6/2025"))
    cited = CitationFact(number="152/2025/NĐ-CP", where="preamble", source=decree)
    base = LegalBase(relation="pursuant_to", number="152/2025/NĐ-CP", source=decree)
    named = ("citation", "Nghị định số 152/2025/NĐ-CP ngày 14/6/2025")
    assert named in listed(made, Plan(citations=(cited,)))
    assert named not in listed(made, Plan(legal_bases=(base,)))


def test_a_plan_that_is_read_whole_leaves_nothing() -> None:
    made = reading(
        "KẾ HOẠCH",
        "Chuyển đổi số năm 2026",
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ;",
        "I. CHỈ TIÊU",
        "- Tỷ lệ hồ sơ trực tuyến đạt 80%.",
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Văn phòng: Tổng hợp, báo cáo trước ngày 15/12/2026.",
    )
    assert listed(made, read_fields(made)) == []
