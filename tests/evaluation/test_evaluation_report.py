"""The page of errors: complete, self-contained, and safe to open whatever a plan says."""

from __future__ import annotations

import copy
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from evaluation.cases import Case
from evaluation.entries import entries
from evaluation.judge import judge
from evaluation.predict import Outcome
from evaluation.report import render
from evaluation.score import JudgedCase

VOID = {"meta", "input"}


def _judged(gold: dict[str, Any], found: dict[str, Any] | None) -> JudgedCase:
    case = Case("corpus", "phu-lac", "txt", Path("plan.txt"), Path("gold.json"))
    return JudgedCase(case, Outcome("read"), gold, found, judge(gold, found))


@pytest.fixture
def found(gold: dict[str, Any], text: str) -> dict[str, Any]:
    """A record with one error of each kind, with the text it was read from."""
    record = copy.deepcopy(gold)
    record["text"] = text
    del record["targets"][1]
    record["targets"][0]["operator"] = "gt"
    record["assignments"][0]["deliverable"] = None
    start = text.index("Các thôn")
    record["responsible_units"].append(
        {"name": "<b>Trạm</b>", "roles": ["lead"], "source": {"start": start, "end": start + 8}}
    )
    return record


class _Balance(HTMLParser):
    """Tags that open and do not close."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.outside += [str(value) for key, value in attrs if key in ("src", "href")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_error_has_its_kind(gold: dict[str, Any], found: dict[str, Any]) -> None:
    assert {(one.section, one.kind) for one in entries(_judged(gold, found))} == {
        ("targets", "missed"),
        ("targets", "wrong"),
        ("responsible_units", "false"),
        ("assignments", "minor"),
    }


def test_an_error_stands_beside_its_sentence(gold: dict[str, Any], found: dict[str, Any]) -> None:
    shown = {(one.section, one.kind): one for one in entries(_judged(gold, found))}
    (missed,) = shown["targets", "missed"].passages
    assert "".join(piece.text for piece in missed).endswith("02 sáng kiến <mới> & tốt.")
    assert [piece.text for piece in missed if piece.owner == "answer"] == [
        "Mỗi thôn có ít nhất 02 sáng kiến"
    ]
    (false,) = shown["responsible_units", "false"].passages
    assert [piece.text for piece in false if piece.owner == "found"] == ["Các thôn"]


def test_without_a_record_the_quotes_are_shown(gold: dict[str, Any]) -> None:
    shown = entries(_judged(gold, None))
    assert all(one.kind == "missed" and not one.passages for one in shown)
    assert gold["targets"][0]["quote"] in [one.quote for one in shown]


def test_the_page_is_well_formed_and_asks_for_nothing_outside(
    gold: dict[str, Any], found: dict[str, Any]
) -> None:
    page = render([_judged(gold, found)])
    parser = _Balance()
    parser.feed(page)
    assert parser.open == []
    assert parser.outside == []
    assert not re.search(r"https?:|url\(|@import", page)


def test_the_page_holds_right_facts_by_confidence_and_rule(
    gold: dict[str, Any], found: dict[str, Any]
) -> None:
    found["targets"][0] |= {"rule": "targets.sentence/at-least", "confidence": 0.62}
    page = render([_judged(gold, found)])
    inner = page.partition("<summary>Reliability</summary>")[2].partition("</details>")[0]
    assert "<td>0.50-0.70</td><td>1</td><td>1</td><td>0</td><td>0.000</td>" in inner
    assert "<td>targets</td><td>targets.sentence/at-least</td><td>1</td>" in inner


def test_what_a_plan_says_cannot_become_markup(gold: dict[str, Any], found: dict[str, Any]) -> None:
    page = render([_judged(gold, found)])
    assert "&lt;b&gt;Trạm&lt;/b&gt;" in page
    assert "<b>" not in page
    assert "sáng kiến</mark> &lt;mới&gt; &amp; tốt." in page


def test_articles_carry_what_the_filter_asks(gold: dict[str, Any], found: dict[str, Any]) -> None:
    page = render([_judged(gold, found)])
    assert 'data-section="targets" data-kind="wrong" data-document="corpus/phu-lac.txt"' in page
    assert "<option>responsible_units</option>" in page
    assert page.count("<article") == 4


def test_a_perfect_run_has_figures_and_no_errors(gold: dict[str, Any]) -> None:
    page = render([_judged(gold, copy.deepcopy(gold))])
    assert "<article" not in page
    assert "1.000" in page
