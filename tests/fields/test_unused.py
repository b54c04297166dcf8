"""Mentions that no fact uses: told where facts are expected, silent elsewhere."""

from extractor.fields.context import Reading, source_of
from extractor.fields.warnings.unused import unused_mentions
from extractor.plan.model import LegalBase, Plan, Target, TimeWindow
from extractor.span import Span
from tests.fields.making import reading

LINES = (
    "KẾ HOẠCH",
    "Chuyển đổi số",
    "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ;",
    "I. MỤC TIÊU",
    "- Tỷ lệ hồ sơ trực tuyến đạt 80%.",
    "II. THỜI GIAN THỰC HIỆN",
    "Từ tháng 3/2026 đến tháng 12/2026.",
    "III. TỔ CHỨC THỰC HIỆN",
    "Văn phòng báo cáo 30% số hồ sơ trong tháng 6/2026.",
)


def _quotes(made: Reading, plan: Plan) -> list[str]:
    return [w.source.text for w in unused_mentions(made, plan) if w.source]


def _span(made: Reading, words: str) -> Span:
    start = made.text.index(words)
    return Span(start, start + len(words))


def test_what_an_empty_record_leaves_unused() -> None:
    made = reading(*LINES)
    percentage, time, citation = _quotes(made, Plan())
    assert percentage.endswith("80%")
    assert time == "Từ tháng 3/2026 đến tháng 12/2026"
    assert citation.startswith("Nghị định số 152/2025/NĐ-CP")


def test_what_facts_cover_is_used() -> None:
    made = reading(*LINES)
    plan = Plan(
        legal_bases=(
            LegalBase(
                source=source_of(made, _span(made, "Nghị định số 152/2025/NĐ-CP")),
                relation="pursuant_to",
                number="152/2025/NĐ-CP",
            ),
        ),
        targets=(
            Target(
                source=source_of(made, _span(made, "Tỷ lệ hồ sơ trực tuyến đạt 80%")),
                indicator="Tỷ lệ hồ sơ trực tuyến",
                operator="eq",
                value=80,
                unit="percent",
                context="target",
            ),
        ),
        time_windows=(
            TimeWindow(
                source=source_of(made, _span(made, "THỜI GIAN THỰC HIỆN")),
                kind="campaign",
                start="2026-03",
                end="2026-12",
            ),
        ),
    )
    assert _quotes(made, plan) == []


def test_more_than_a_handful_is_counted() -> None:
    percentages = [f"- Tỷ lệ hồ sơ loại {n} đạt {n}%." for n in range(51, 60)]
    made = reading(*LINES[:2], "I. MỤC TIÊU", *percentages)
    found = list(unused_mentions(made, Plan()))
    assert len(found) == 6
    assert "còn 4 chỗ" in found[-1].message
    assert found[-1].source is None
