"""Canonical measures: each claims its examples and none of its counterexamples."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.compare.figures import figures_one_way
from extractor.compare.measure import measure_ids
from extractor.compare.notions import notions
from extractor.compare.wording import opened_text, wording
from extractor.lexicon.load import Entry, load
from extractor.text import folded


def entries() -> list[Any]:
    return [pytest.param(entry, id=entry.id) for entry in load("measures").entries]


@pytest.mark.parametrize("entry", entries())
def test_measure_claims_its_examples(entry: Entry) -> None:
    assert entry.examples
    assert [e for e in entry.examples if entry.id not in measure_ids(wording(e))] == []


@pytest.mark.parametrize("entry", entries())
def test_measure_leaves_its_counterexamples(entry: Entry) -> None:
    assert entry.counterexamples
    assert [e for e in entry.counterexamples if entry.id in measure_ids(wording(e))] == []


@pytest.mark.parametrize("entry", entries())
def test_measure_names_only_notions_that_are_known(entry: Entry) -> None:
    terms = load("measure_terms").by_id
    asked = [n for key in ("all", "none", "head") for w in entry.words(key) for n in w.split("|")]
    assert [notion for notion in asked if notion not in terms] == []


@pytest.mark.parametrize("term", load("measure_terms").entries, ids=lambda term: str(term.id))
def test_notion_says_its_role_and_known_kin(term: Entry) -> None:
    assert term.word("role") in {"actor", "thing", "act", "frame", "noise", "tail"}
    assert all(kin in load("measure_terms").by_id for kin in term.words("kin"))


@pytest.mark.parametrize("term", load("measure_terms").entries, ids=lambda term: str(term.id))
def test_notion_leaves_its_counterexamples(term: Entry) -> None:
    claimed = [w for w in term.counterexamples if term.id in wording(w).weights]
    assert claimed == []


@pytest.mark.parametrize("short", load("measure_abbreviations").entries, ids=lambda s: str(s.id))
def test_abbreviation_and_its_words_are_one_wording(short: Entry) -> None:
    # A short form of several meanings is opened before a word that tells which.
    for written in short.aliases:
        for behind in short.words("before") or ("",):
            read = wording(f"Tỷ lệ {written} {behind}").weights
            assert read == wording(f"Tỷ lệ {short.canonical} {behind}").weights


def test_a_short_form_of_several_meanings_stays_where_nothing_tells_which() -> None:
    assert opened_text("HS lớp 5, HS tiếp nhận") == "học sinh lớp 5, hs tiếp nhận"


@pytest.mark.parametrize(
    ("written", "one_way"),
    [
        ("học hai buổi trong ngày", "học 2 buổi trong ngày"),
        ("từ 15 đến 60 tuổi", "15 tuổi đến 60 tuổi"),
        ("độ tuổi 15 - 60 biết chữ", "độ tuổi 15 tuổi đến 60 tuổi biết chữ"),
        ("hạng 3 - 5 sao", "hạng 3 sao đến 5 sao"),
        ("ít nhất 01 lần trong năm", "ít nhất một lần trong năm"),
        ("dưới 05 tuổi", "dưới 5 tuổi"),
        ("kéo dài quá nửa giờ", "kéo dài quá 30 phút"),
        ("đạt 0,5 điểm, mã 10.05", "đạt 0,5 điểm, mã 10.05"),
        ("chính quyền hai cấp", "chính quyền hai cấp"),
    ],
)
def test_figures_are_written_one_way(written: str, one_way: str) -> None:
    assert figures_one_way(written) == one_way


def test_tone_marks_case_and_dashes_do_not_matter() -> None:
    assert opened_text("SỐ HOÁ  hồ sơ – TTHC") == opened_text("số hóa hồ sơ - thủ tục hành chính")


@pytest.mark.parametrize("entry", entries())
def test_notions_are_what_the_lexicon_finds(entry: Entry) -> None:
    for text in map(
        folded, (*entry.examples, *entry.counterexamples, "trẻ em/vạn dân, 2 buổi/ngày")
    ):
        assert list(notions(text)) == list(load("measure_terms").find(text))
