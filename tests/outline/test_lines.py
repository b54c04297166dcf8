"""Single lines: cues of the layout, capacity marks, names of people, topics of headings."""

import pytest

from extractor.lexicon.load import Entry, load
from extractor.outline.capacities import capacity_marks, opens_signature
from extractor.outline.cues import equals, starts
from extractor.outline.model import Topic
from extractor.outline.people import is_person
from extractor.outline.topics import topics_of

READ_WITH_STYLE = {"annex"}  # told from a sentence by its form: see the tests of parts


@pytest.mark.parametrize("entry", load("layout").entries, ids=lambda entry: entry.id)
def test_a_line_begins_with_the_cue_of_its_example_only(entry: Entry) -> None:
    assert [text for text in entry.examples if not starts(entry.id, text)] == []
    if entry.id not in READ_WITH_STYLE:
        assert [text for text in entry.counterexamples if equals(entry.id, text)] == []


@pytest.mark.parametrize("entry", load("topics").entries, ids=lambda entry: entry.id)
def test_a_heading_names_the_topic_of_its_example_first(entry: Entry) -> None:
    assert [text for text in entry.examples if Topic(entry.id) not in topics_of(text)] == []
    assert [text for text in entry.counterexamples if topics_of(text)[:1] == (entry.id,)] == []


def test_a_topic_stands_behind_words_that_say_nothing() -> None:
    assert topics_of("Một số chỉ tiêu cụ thể đến năm 2030") == (Topic.TARGETS,)
    assert topics_of("Về công tác khen thưởng") == (Topic.AWARDS,)
    assert topics_of("Nâng cao trách nhiệm của người đứng đầu") == ()


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("TM. ỦY BAN NHÂN DÂN", ["TM"]),
        ("TM. UBND XÃ KT. CHỦ TỊCH", ["TM", "KT"]),
        ("K/T TRƯỞNG BAN", ["KT"]),
        ("TUQ. GIÁM ĐỐC", ["TUQ"]),
        ("T/L CHỦ TỊCH", ["TL"]),
        ("Q. CHỦ TỊCH", ["Q"]),
        ("Q CHỦ TỊCH", []),
        ("Tm. xã", []),
        ("CHỦ TỊCH", []),
    ],
)
def test_capacity_marks_of_a_line(line: str, marks: list[str]) -> None:
    assert [mark.capacity for mark in capacity_marks(line)] == marks


def test_a_mark_in_the_middle_of_a_line_opens_no_signature() -> None:
    assert opens_signature("  **KT. CHỦ TỊCH")
    assert not opens_signature("Gửi TM. ỦY BAN NHÂN DÂN")


@pytest.mark.parametrize("name", ["Lò Thị Hạnh", "Đỗ An", "Y Thanh Hà Niê Kdăm", "H'Yim Êban"])
def test_a_personal_name(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "text", ["Sở Nội Vụ", "Chủ Tịch", "Ủy Ban Nhân Dân", "Hạnh", "Lò thị hạnh", "LÒ THỊ HẠNH", ""]
)
def test_what_is_no_personal_name(text: str) -> None:
    assert not is_person(text)
