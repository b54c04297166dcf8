"""The study of a trained part: the role a quote gives, who is left out, what a filter may know."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evaluation import __main__ as commands
from evaluation import trained
from evaluation.blind import answered
from evaluation.cases import find_cases, shared_folder
from evaluation.reread import Reread, reread
from evaluation.trained_folds import Job, Plan, Shares, Trial, folds, work
from evaluation.trained_model import MARKED, NETWORK, Kind, Sample
from evaluation.trained_page import page
from evaluation.trained_roles import Passage, gold_places, passages_of, roles_at, words_of
from evaluation.trained_uses import Alarms, Asked, alarms, best, filtered, tallies, withholding
from extractor.span import Span

TARGET, TASK = frozenset({"target"}), frozenset({"task"})


@pytest.fixture
def one(project: Path) -> Reread:
    """The invented plan, read."""
    (read,) = reread(find_cases(project, ["shared"]))
    return read


@pytest.fixture
def passages(one: Reread, record: dict[str, Any]) -> tuple[Passage, ...]:
    """Its passages; the answer itself stands in for the rules' record."""
    return tuple(passages_of(one, record))


def _beginning(passages: tuple[Passage, ...], *words: str) -> Passage:
    (found,) = [one for one in passages if one.words[: len(words)] == words]
    return found


def test_a_quote_gives_its_sentence_the_role_of_its_section(
    passages: tuple[Passage, ...],
) -> None:
    assert _beginning(passages, "tỷ", "lệ").gold == TARGET
    assert _beginning(passages, "văn", "phòng").gold == {"task", "time window"}
    assert _beginning(passages, "căn", "cứ").gold == {"legal basis"}
    assert _beginning(passages, "tặng").gold == {"award"}
    assert _beginning(passages, "ủy", "ban").gold == frozenset()


def test_facts_of_the_rules_count_where_the_answers_they_match_are_quoted(
    passages: tuple[Passage, ...],
) -> None:
    assert any(one.gold for one in passages)
    assert [one.found for one in passages] == [one.gold for one in passages]


@pytest.mark.parametrize(
    ("quote", "given"),
    [
        (Span(10, 30), TARGET),  # the passage itself
        (Span(0, 100), TARGET),  # a quote of several passages
        (Span(12, 16), TARGET),  # a few words in it
        (Span(15, 19), TARGET),
        (Span(26, 60), frozenset()),  # only its last words: less than half of either
        (Span(30, 40), frozenset()),  # the next one
    ],
)
def test_half_of_the_quote_or_of_the_passage_makes_the_role(
    quote: Span, given: frozenset[str]
) -> None:
    assert roles_at(Span(10, 30), {"target": [quote], "task": []}) == given


def test_of_two_like_sentences_the_later_fact_has_the_later() -> None:
    text = "Các thôn báo cáo.\nTrạm y tế trực.\nCác thôn báo cáo."
    quotes = ("Các thôn báo cáo", "Trạm y tế trực", "Các thôn báo cáo")
    gold = {"assignments": [{"quote": quote} for quote in quotes]}
    assert [place.start for _, _, place in gold_places(text, gold)] == [0, 18, 34]


def test_a_quote_that_stands_nowhere_gives_no_role() -> None:
    assert not list(gold_places("Các thôn báo cáo.", {"targets": [{"quote": "Đạt 90% trở lên"}]}))


def test_words_are_small_and_numbers_alike() -> None:
    assert words_of("Đạt 95% trong 12 xã") == words_of("đạt 70% trong 5 xã")


def test_marks_tell_what_the_outline_knows(passages: tuple[Passage, ...]) -> None:
    marks = _beginning(passages, "tỷ", "lệ").marks
    assert {"part=body", "topic=targets", "quantity=1"} <= set(marks)


def test_each_plan_is_left_out_once() -> None:
    names = [f"plan {at}" for at in range(7)]
    assert folds(names, 1) == [(name,) for name in names]
    groups = folds([*names, "plan 0"], 3)
    assert sorted(name for group in groups for name in group) == names
    assert max(len(group) for group in groups) <= 3


def test_no_model_is_trained_on_what_it_is_asked_about(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from evaluation import trained_folds

    seen: list[Job] = []
    monkeypatch.setattr(trained_folds, "_trial", lambda kind, jobs: seen.extend(jobs))
    sets = {"ours": "corpus", "a": "shared", "b": "shared", "other": "blind"}
    plans = [
        Plan(name, which, (Passage(Span(0, 1), (name,), (), TASK, TASK),))
        for name, which in sets.items()
    ]
    trained_folds.shares_of_unseen(plans, Kind("", {}, 1, False, together=1))
    trains = [sorted(sample.words[0] for sample in job.samples) for job in seen]
    assert [sorted(job.asked) for job in seen] == [["a"], ["b"], ["other"]]
    assert trains == [["b", "ours"], ["a", "ours"], ["a", "b", "ours"]]


@pytest.mark.parametrize("kind", [MARKED, NETWORK], ids=lambda kind: str(kind.name))
def test_the_same_samples_give_the_same_shares_and_sense(kind: Kind) -> None:
    samples = [
        Sample(("tỷ", "lệ", "đạt", "0%"), TARGET),
        Sample(("các", "thôn", "chủ", "trì"), TASK),
    ] * 40
    job = Job(kind, tuple(samples), {"plan": [("tỷ", "lệ", "đạt"), ("thôn", "chủ", "trì")]})
    first, second = work(job), work(job)
    assert first == second
    (target_of_first, task_of_first, *_), (target_of_second, task_of_second, *_) = first[0]["plan"]
    assert target_of_first > task_of_first and task_of_second > target_of_second


@pytest.fixture
def asked(one: Reread, record: dict[str, Any], passages: tuple[Passage, ...]) -> Any:
    """The plan with one false target more, and a share for each passage by a function of it."""
    assert one.reading is not None
    answers = list(gold_places(one.reading.text, record))
    (task,) = [row for row in record["assignments"] if row["unit"] == "Văn phòng Sở"]
    place = next(place for _, row, place in answers if row is task)
    false = {**record["targets"][0], "indicator": "thôn", "value": 7, "unit": "thôn"}
    false["source"] = {"start": place.start, "end": place.end}
    for row in (rows := [dict(row) for row in record["targets"]]):
        spans = [at for _, gold, at in answers if gold == row]
        row["source"] = {"start": spans[0].start, "end": spans[0].end}
    found = {**record, "targets": [*rows, false]}

    def shares(of: Any) -> Asked:
        plan = Plan("shared/tan-my", "shared", passages)
        return Asked(one, found, plan, [of(passage) for passage in passages])

    return shares


def _sure(passage: Passage) -> tuple[float, ...]:
    return (0.9 if "target" in passage.gold else 0.03, 1.0, 1.0, 1.0, 1.0)


def test_thresholds_come_from_other_plans_and_withhold_what_is_unlikely(asked: Any) -> None:
    good = withholding(asked(_sure))
    blind = withholding(asked(lambda passage: (0.0, 1.0, 1.0, 1.0, 1.0)))
    chosen = best([good])
    assert chosen == {"targets": 0.05, "assignments": 0.0}
    assert best([blind]) == {"targets": 0.0, "assignments": 0.0}
    effect = filtered([good], [good])
    assert effect.withheld == 1
    assert (effect.after.f1 or 0) > (effect.before.f1 or 0)
    assert filtered([good, blind]).chosen == (best([blind]), best([good]))
    worse = filtered([blind], [good])
    assert (worse.after.families["targets"], worse.withheld) == (0.0, 4)


def test_an_alarm_is_a_likely_passage_that_the_rules_leave_empty(
    asked: Any, passages: tuple[Passage, ...]
) -> None:
    known = asked(_sure)
    assert alarms([known], "target", 0.5) == Alarms(0, 0, 0)
    bare = tuple(replace(passage, found=frozenset()) for passage in passages)
    blind = replace(known, plan=replace(known.plan, passages=bare))
    assert alarms([blind], "target", 0.5) == Alarms(3, 3, 3)
    assert alarms([blind], "target", 0.02) == Alarms(3, len(bare), 3)


def test_model_and_rules_are_counted_on_the_same_passages(asked: Any) -> None:
    model, rules = tallies([asked(_sure)], "task", 0.5)
    assert (rules.tp, rules.fp, rules.fn) == (2, 0, 0)
    assert (model.tp, model.fn) == (2, 0) and model.fp > 0


def test_the_page_says_what_is_kept_and_holds_no_word_of_a_plan(
    project: Path, record: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def knows_nothing(plans: list[Plan], kind: Kind, seed: int = 0) -> Trial:
        shares: Shares = {plan.name: [(0.0,) * 5] * len(plan.passages) for plan in plans}
        return Trial(kind, shares, 1)

    monkeypatch.setattr(trained, "shares_of_unseen", knows_nothing)
    monkeypatch.setattr(trained, "shares_of_others", knows_nothing)
    folder = shared_folder(project)
    others = list(answered(folder / "gold", folder / "files"))
    text = "\n".join(page(trained.study(find_cases(project), others)))
    assert "0 of 21 uses are better on both.\n\nNo trained part is shipped" in text
    assert "tan-my" not in text and "phu-lac" not in text
    words = [str(value) for row in record["targets"] for value in row.values() if value]
    assert not [word for word in words if len(word) > 8 and word in text]


def test_a_plan_alone_cannot_be_left_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["trained", "--root", str(project)]) == 2
    assert "nothing to leave out" in capsys.readouterr().err
