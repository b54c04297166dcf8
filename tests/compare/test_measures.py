"""Canonical measures: each claims its examples and none of its counterexamples."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.compare.measure import measure_ids
from extractor.compare.wording import opened_text, wording
from extractor.lexicon.load import Entry, load


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
    for written in short.aliases:
        assert wording(f"Tỷ lệ {written}").weights == wording(f"Tỷ lệ {short.canonical}").weights


def test_tone_marks_case_and_dashes_do_not_matter() -> None:
    assert opened_text("SỐ HOÁ  hồ sơ – TTHC") == opened_text("số hóa hồ sơ - thủ tục hành chính")
