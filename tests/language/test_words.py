"""Word groups: whole words at exact places, whatever spelling the text uses."""

from __future__ import annotations

from extractor.language.words import tagged_words, word_groups
from extractor.span import Span


def words(text: str) -> list[str]:
    return [span.of(text) for span in word_groups(text)]


def test_syllables_join_to_words() -> None:
    assert words("thủ tục hành chính") == ["thủ tục", "hành chính"]


def test_old_tone_marks_and_runs_of_blanks_keep_their_places() -> None:
    assert words("thủ   tục; văn hoá") == ["thủ   tục", ";", "văn hoá"]


def test_no_word_crosses_a_block() -> None:
    assert words("thủ\ntục")[0] == "thủ"


def test_places_count_from_the_start_of_the_text() -> None:
    assert word_groups("\n\nhồ sơ") == (Span(2, 7),)


def test_nothing_gives_nothing() -> None:
    assert word_groups("") == ()
    assert tagged_words(" \n ") == ()


def test_parts_of_speech_stand_beside_their_words() -> None:
    text = "công chức tham gia tập huấn"
    tags = {word.span.of(text): word.tag for word in tagged_words(text)}
    assert tags["công chức"] == "N"
    assert tags["tham gia"] == "V"
