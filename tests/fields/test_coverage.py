"""Coverage: an empty section says where it was looked for, or what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from corpus.render import HERE, names
from extractor import pipeline
from extractor.document.model import Doubt, Draft, Gap, Origin, Page
from extractor.fields.assemble import read_fields
from extractor.fields.context import Reading
from extractor.fields.coverage.searched import SECTIONS, searched
from extractor.outline.tree import build
from extractor.plan.model import Coverage, Fact, Plan, Source
from extractor.recognise.mentions import recognise
from extractor.span import Span
from tests.fields.making import MOTTO, reading

HEAD = (
    "ỦY BAN NHÂN DÂN",
    "XÃ PHÚ LẠC",
    *MOTTO,
    "Số:     /KH-UBND",
    "Phú Lạc, ngày 05 tháng 3 năm 2026",
    "KẾ HOẠCH",
    "Chuyển đổi số xã Phú Lạc",
    "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ;",
    "Ủy ban nhân dân xã Phú Lạc ban hành Kế hoạch như sau:",
)
BODY = (
    "I. MỤC ĐÍCH",
    "Nâng cao chất lượng phục vụ người dân.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Văn phòng HĐND và UBND xã: Chủ trì theo dõi, đôn đốc.",
)
FOOT = ("Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Thị Hạnh")
AWARDS = ("III. KHEN THƯỞNG", "Tặng Giấy khen cho tập thể có thành tích xuất sắc.")


def covered(*drafts: Draft | str) -> dict[str, Coverage]:
    return read_fields(reading(*drafts)).coverage


def paged(*pages: tuple[str, ...], first: int = 1, gaps: tuple[Gap, ...] = ()) -> Reading:
    """A reading of lines on pages."""
    drafts = [
        Draft(line, origin=Origin(page=number))
        for number, lines in enumerate(pages, first)
        for line in lines
    ]
    made = reading(*drafts)
    document = replace(
        made.document, pages=tuple(Page(n, 595, 842) for n in range(1, 9)), gaps=gaps
    )
    return Reading(document, build(document), recognise(document.text))


def headings(coverage: Coverage) -> list[str | None]:
    return [region.heading for region in coverage.searched]


def test_targets_that_are_not_there_name_the_sections_that_were_searched() -> None:
    found = covered(*HEAD, *BODY, *FOOT)["targets"]
    assert (found.state, found.count) == ("absent", 0)
    assert headings(found) == ["I. MỤC ĐÍCH", "II. TỔ CHỨC THỰC HIỆN"]


def test_a_section_searched_is_the_text_from_its_heading_to_its_last_line() -> None:
    made = reading(*HEAD, *BODY, *FOOT)
    first = read_fields(made).coverage["targets"].searched[0]
    assert made.text[first.start : first.end] == "\n".join(BODY[:2])


def test_facts_that_were_found_are_counted() -> None:
    found = covered(*HEAD, *BODY, *FOOT)
    assert (found["legal_bases"].state, found["legal_bases"].count) == ("found", 1)
    assert found["assignments"].count == 1
    assert found["document.issuer"] == Coverage(state="found", count=1)


def test_a_blank_number_is_absent_from_the_letterhead() -> None:
    found = covered(*HEAD, *BODY, *FOOT)["document.number"]
    assert found.state == "absent"
    assert [region.part for region in found.searched] == ["letterhead"]


def test_without_a_part_on_awards_nothing_was_searched_for_criteria() -> None:
    found = covered(*HEAD, *BODY, *FOOT)["awards.criteria"]
    assert (found.state, found.searched) == ("absent", ())


def test_with_a_part_on_awards_it_is_what_was_searched() -> None:
    found = covered(*HEAD, *BODY, *AWARDS, *FOOT)
    assert found["awards.forms"].count == 1
    assert headings(found["awards.quotas"]) == ["III. KHEN THƯỞNG"]
    assert headings(found["awards.dossier"]) == ["III. KHEN THƯỞNG"]


def test_a_page_that_is_a_picture_makes_what_is_missing_unreadable() -> None:
    lost = (Gap("image", page=3),)
    found = read_fields(paged((*HEAD, *BODY[:2]), (*BODY[2:], *FOOT), gaps=lost)).coverage
    assert (found["targets"].state, found["targets"].pages) == ("unreadable", (3,))
    assert found["targets"].searched
    assert found["assignments"].state == "found"
    assert found["assignments"].pages == (3,)


def test_a_page_behind_the_body_hides_no_number_and_no_basis() -> None:
    lost = (Gap("image", page=3),)
    found = read_fields(paged((*HEAD, *BODY[:2]), (*BODY[2:], *FOOT), gaps=lost)).coverage
    assert found["document.number"].state == "absent"
    assert found["legal_bases"].pages == ()
    assert found["document.signer"] == Coverage(state="found", count=1)


def test_a_first_page_that_is_a_picture_hides_the_head_and_not_the_foot() -> None:
    lost = (Gap("image", page=1),)
    found = read_fields(paged(BODY, FOOT[:2], first=2, gaps=lost)).coverage
    assert (found["document.number"].state, found["document.number"].pages) == ("unreadable", (1,))
    assert (found["legal_bases"].state, found["legal_bases"].pages) == ("unreadable", (1,))
    assert found["document.signer"].state == "absent"


def test_without_pages_the_block_beside_what_is_missing_is_named() -> None:
    made = reading(*HEAD, *BODY, Draft("", gap="embedded"), *FOOT)
    place = read_fields(made).coverage["targets"].places[0]
    assert made.text[place.start : place.end] == BODY[-1]


def test_an_unread_word_of_a_scan_concerns_the_part_in_which_it_stands() -> None:
    number = Draft("Số: … /KH-UBND", doubts=(Doubt(Span(4, 5), "unread", 0.0),))
    made = reading(*HEAD[:4], number, *HEAD[5:], *BODY, *FOOT)
    found = read_fields(made).coverage
    assert found["document.number"].state == "unreadable"
    assert found["targets"].state == "absent"


def test_lost_characters_are_places() -> None:
    found = covered(*HEAD, *BODY, "Tỷ lệ h\ufffd\ufffd số đạt \ufffd%.", *FOOT)["targets"]
    assert (found.state, len(found.places)) == ("unreadable", 1)


def test_every_section_of_the_record_is_told() -> None:
    assert tuple(covered(*HEAD, *BODY, *FOOT)) == SECTIONS


@pytest.mark.parametrize("name", names())
def test_facts_stand_where_the_section_was_searched(name: str) -> None:
    """What the coverage calls searched is where the readers of the fields find their facts."""
    document = pipeline.read(HERE / name / "plan.docx")
    made = Reading(document, build(document), recognise(document.text))
    plan = read_fields(made)
    for section, source in _sources(plan):
        regions = searched(made, section)
        inside = any(r.start <= source.start and source.end <= r.end for r in regions)
        assert inside, f"{section}: {source.text}"


def _sources(plan: Plan) -> Iterator[tuple[str, Source]]:
    for section in SECTIONS:
        value: object = plan
        for step in section.split("."):
            value = getattr(value, step)
        for fact in value if isinstance(value, tuple) else ():
            if isinstance(fact, Fact):
                yield section, fact.source
    for name, evidence in plan.document.evidence.items():
        section = f"document.{name.split('.')[0]}"
        if section in SECTIONS:
            yield section, evidence.source
    for name, evidence in plan.awards.evidence.items():
        yield f"awards.{name.split('.')[0]}", evidence.source
