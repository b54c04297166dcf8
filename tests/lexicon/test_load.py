"""The loader of lexicons: what it accepts, what it refuses, and how a hit is found."""

from __future__ import annotations

import unicodedata

import pytest

from extractor.errors import LexiconError
from extractor.lexicon.load import load, parse
from extractor.lexicon.trie import alternation
from extractor.view import view

FRUIT = """
lexicon: fruit
title: Trái cây
values: [season]
entries:
  - {id: mango, canonical: xoài, aliases: [xoài, xoài cát], values: {season: hè}}
  - {id: apple, canonical: táo, aliases: [táo], unless_before: [bón], unless_after: [ông]}
"""


def ids(text: str) -> list[str]:
    return [hit.entry.id for hit in parse("fruit", FRUIT).find(view(text))]


def test_the_longest_alias_wins_whatever_case_and_blanks() -> None:
    text = "XOÀI   CÁT Phú Lạc"
    hit = next(parse("fruit", FRUIT).find(view(text)))
    assert hit.span.of(text) == "XOÀI   CÁT"


def test_a_word_is_found_only_whole() -> None:
    assert ids("xoàitáo") == []


def test_neighbours_take_a_meaning_away() -> None:
    assert ids("bị táo bón, ông Táo, quả táo") == ["apple"]


def test_at_finds_only_what_begins_there() -> None:
    lexicon = parse("fruit", FRUIT)
    viewed = view("quả xoài")
    assert lexicon.at(viewed, 0) is None
    assert lexicon.at(viewed, 4) is not None


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(LexiconError, match="fruit"):
        parse("fruit", FRUIT.replace("aliases: [táo]", "alias: [táo]"))


def test_an_undeclared_value_is_refused() -> None:
    with pytest.raises(LexiconError, match="season"):
        parse("fruit", FRUIT.replace("values: [season]", "values: [colour]"))


def test_colliding_aliases_are_refused_also_in_another_spelling() -> None:
    with pytest.raises(LexiconError, match="mango"):
        parse("fruit", FRUIT.replace("aliases: [táo]", "aliases: [XOÀI]"))


def test_text_that_is_not_nfc_is_refused() -> None:
    with pytest.raises(LexiconError, match="NFC"):
        parse("fruit", unicodedata.normalize("NFD", FRUIT))


def test_an_id_stands_once() -> None:
    with pytest.raises(LexiconError, match="mango"):
        parse("fruit", FRUIT.replace("id: apple", "id: mango"))


def test_a_lexicon_that_does_not_exist_is_named() -> None:
    with pytest.raises(LexiconError, match="no_such"):
        load("no_such")


def test_alternation_shares_prefixes() -> None:
    assert alternation(["sở", "sở y tế"]) == "sở(?: +y +tế)?"
