"""Our figures and those of the scorer that stands beside the checkout, on the same records."""

from __future__ import annotations

import copy
import importlib.util
import json
import random
from types import ModuleType
from typing import Any

import pytest

from evaluation.cases import ROOT, find_cases, shared_folder
from evaluation.judge import judge
from evaluation.policy import POLICY
from evaluation.score import FOUND, MISSION, mission_of, section_tallies
from evaluation.tally import Tally
from extractor import extract
from extractor.plan.codec import to_record

SCORER = ROOT.parent / "shared" / "tools" / "score.py"
GOLD = sorted((shared_folder() / "gold").glob("*.json"))
OUR_NAMES = {"targets": "targets_stated", "targets_all": "targets"}
Pairs = dict[str, tuple[dict[str, Any], dict[str, Any] | None]]

pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="no other scorer beside the checkout")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("other_scorer", SCORER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _damage(value: Any, chance: random.Random) -> Any:
    """Some facts dropped, doubled or moved, some words and numbers changed, all over a record."""
    if isinstance(value, dict):
        return {key: _damage(inner, chance) for key, inner in value.items()}
    if isinstance(value, list):
        kept = [_damage(inner, chance) for inner in value if chance.random() > 0.15]
        kept += [copy.deepcopy(inner) for inner in kept if chance.random() < 0.05]
        return kept if chance.random() < 0.8 else kept[::-1]
    return _damage_leaf(value, chance)


def _damage_leaf(value: Any, chance: random.Random) -> Any:
    if chance.random() > 0.06 or value is None:
        return value
    if isinstance(value, str):
        words = value.split()
        return " ".join(words[: chance.randint(1, len(words))]) or value
    return value + 1


def _pairs(seed: int) -> Pairs:
    chance = random.Random(seed)
    pairs: Pairs = {}
    for path in GOLD:
        gold = json.loads(path.read_text(encoding="utf-8"))
        pairs[path.stem] = gold, _damage(gold, chance) if chance.random() > 0.1 else None
    return pairs


def _read_pairs() -> Pairs:
    """Our own plans with their answers, as they are read now."""
    return {
        case.name: (json.loads(case.gold.read_bytes()), to_record(extract(case.source)))
        for case in find_cases(sets=("corpus",), formats=("txt",))
    }


def _check(scorer: ModuleType, pairs: Pairs) -> None:
    theirs = scorer.score(pairs)
    judged = [judge(gold, found) for gold, found in pairs.values()]
    mission = mission_of(judged)
    assert mission.f1 == pytest.approx(theirs["mission"]["f1"], abs=1e-12)
    for family, f1 in mission.families.items():
        assert f1 == pytest.approx(theirs["mission"]["families"][family]["f1"], abs=1e-12), family
    for name, row in theirs.items():
        ours = OUR_NAMES.get(name, name)
        if ours in POLICY.sections and ours != "document":
            for column, theirs_by in ((FOUND, "detect"), (MISSION, "exact")):
                total = Tally()
                for one in judged:
                    total.add(section_tallies(one[ours])[column])
                wanted = {key: row[theirs_by][key] for key in ("tp", "fp", "fn")}
                assert total == Tally(**wanted), (name, column)


@pytest.mark.parametrize("seed", range(8))
def test_damaged_answers_get_the_same_figures(scorer: ModuleType, seed: int) -> None:
    _check(scorer, _pairs(seed))


def test_records_of_now_get_the_same_figures(scorer: ModuleType) -> None:
    pairs = _read_pairs()
    assert len(pairs) > 10
    _check(scorer, pairs)


def test_document_fields_get_the_same_mission_counts(scorer: ModuleType) -> None:
    pairs = _pairs(99)
    theirs = scorer.score(pairs)["document"]["exact"]
    total = Tally()
    for gold, found in pairs.values():
        total.add(section_tallies(judge(gold, found)["document"])[MISSION])
    assert total == Tally(theirs["tp"], theirs["fp"], theirs["fn"])
