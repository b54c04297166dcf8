"""The page `docs/trained.md`: what a small trained part is worth, and whether it is kept.

In: a `Study`. Out: lines of Markdown with counts and figures only. The verdicts are worked out from
the figures: a use is kept when it is better on the plans left out and on the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.markdown import made_by, table
from evaluation.show import number
from evaluation.trained import LEFT_OUT, Result, Study, Tried
from evaluation.trained_confidence import Losses
from evaluation.trained_folds import OTHERS, OURS, Plan, folds
from evaluation.trained_roles import ROLES
from evaluation.trained_uses import Alarms, Asked, alarms, tallies

LIKELY = 0.5
ALARM_AT = (0.5, 0.8)
ALARMED = ("target", "task")
NAMES = {LEFT_OUT: "plans left out", OTHERS: "others"}
MOST = 2  # so many plans better for one that is worse, or a few facts decide
MIND = 0.0005  # what three decimals do not show is no gain

MEANING = """\
A passage is a sentence of a paragraph or a row of a ruled table. It has the role of a fact (target,
task, time window, legal basis, award; several or none) when the quote of an answer covers half of
it, or it holds half of the quote. The models are spaCy's `textcat_multilabel` with our own words:
small letters, all digits 0, no vectors from outside. Marks are words for what outline and
recognisers know of a passage: part, topics of its section, marker, whether it is a heading or a
table row, how many quantities, dates, citations and organisations it names. The network is a
convolution over hashed words and shapes (two layers, width 48) beside the bag of words.

`plans left out` are the labelled plans, each asked of a model trained without it (with marks and
no network each is left out alone, with the other models five together). Our own samples only ever
train. `others` were answered apart from the rules and train nothing. The rules were written with
the labelled plans at hand, while no model is asked about a plan it has seen: on the plans left out
the comparison favours the rules, on the others it is fair while no rule was written with them."""

ROLE_NOTE = """\
By passage, the model at a share of 0.50; `rules` is whether the record has a fact there. (The
rules miss more in the details of facts than in finding their sentences.)"""

FILTER_NOTE = """\
A target or an assignment is withheld when no passage of it has a share of at least a threshold for
its role. The thresholds (0 to 0.5, one for each of the two) are those with the best mission on all
other plans left out; for `others`, on all plans left out. Zero, the rules alone, is among them."""

ALARM_NOTE = """\
Passages without a fact of the rules whose share is at or above a threshold, as a clerk would be
told "this looks like a target and none was read". Missed: passages that should have had one."""

LOSS_NOTE = """\
The share of a fact's passage, in four drawers, moves its log odds like a trait of the product does;
the moves are learned on other plans. Mean log loss of facts, the smaller the better. `moved alike`
gives every fact the same move, as a model would that tells nothing; the last column counts plans
whose loss the share makes better and worse than that. No allowance for other plans is in it."""

SEED_NOTE = """\
The network trained again from other seeds on the same samples, asked about the same other plans:
how much of a figure is chance."""

DECISION_NOTE = """\
A use is kept when it is better on the plans left out and on the others. Of a confidence two plans
must also be better for one that is worse (a demand added when the smallest model had passed by
0.002 with as many plans worse as better: a few facts decided it)."""
SOME = """\
They are candidates for the product: the component's bytes beside the lexicons, made anew by this
step, loaded when a plan is read, its share a trait in the table of confidences."""
NOTHING = """\
No trained part is shipped. Where the rules find facts they hardly ever find false ones, so that a
filter has nothing to take away, and the thresholds chosen on other plans are zero. What the rules
miss is in tables and turns of phrase that the training plans do not have either: a model that
learned from the same few dozen plans seldom sees it, and how much of it it sees depends on the
seed. As a signal for missed targets the network's few alarms on the others are right, but on the
plans left out none is, and most targets that were missed raise none. More plans answered, not
another model, would be a reason to try this again; the step is kept for then."""


def page(study: Study) -> Iterator[str]:
    """The whole page."""
    yield "# Whether a trained part helps"
    yield ""
    yield made_by("trained")
    yield MEANING
    yield from _setup(study)
    for name in _sets(study):
        yield f"\n## Roles of passages: {NAMES[name]}\n"
        if name == LEFT_OUT:
            yield f"{ROLE_NOTE}\n"
        yield from _roles(study, name)
    yield from _seeds(study)
    yield from _filter(study)
    yield from _alarms(study)
    yield from _losses(study)
    yield from _decision(study)


def _sets(study: Study) -> list[str]:
    return list(study.tried[0].results)


def _setup(study: Study) -> Iterator[str]:
    yield "\n## Set-up\n"
    rows = []
    for name, plans in _groups(study).items():
        passages = [passage for plan in plans for passage in plan.passages]
        counts = [str(sum(role in one.gold for one in passages)) for role in ROLES]
        rows.append([name, str(len(plans)), str(len(passages)), *counts])
    yield from table(["", "plans", "passages", *ROLES], rows)
    yield ""
    real = [plan.name for plan in _groups(study)[NAMES[LEFT_OUT]]]
    heads = ["model", "left out together", "rounds", "bytes", "seconds for all (varies)"]
    yield from table(heads, [_model_row(tried, real) for tried in study.tried])


def _model_row(tried: Tried, real: list[str]) -> list[str]:
    largest = max(len(group) for group in folds(real, tried.kind.together))
    cells = [str(largest), str(tried.kind.rounds), f"{tried.size:,}", f"{tried.seconds:.0f}"]
    return [tried.kind.name, *cells]


def _groups(study: Study) -> dict[str, list[Plan]]:
    groups: dict[str, list[Plan]] = {"our samples": [], **{name: [] for name in NAMES.values()}}
    for one in study.materials:
        name = {OURS: "our samples", OTHERS: NAMES[OTHERS]}.get(one.plan.set, NAMES[LEFT_OUT])
        groups[name].append(one.plan)
    return groups


def _roles(study: Study, name: str) -> Iterator[str]:
    heads = ["role", "passages", "rules P", "R", "F1"]
    heads += [f"{tried.kind.name} {figure}" for tried in study.tried for figure in ("P", "R", "F1")]
    yield from table(heads, [_role_row(study, name, role) for role in ROLES])


def _role_row(study: Study, name: str, role: str) -> list[str]:
    row: list[str] = []
    for tried in study.tried:
        model, rules = tallies(tried.results[name].asked, role, LIKELY)
        if not row:
            row = [role, str(rules.tp + rules.fn)]
            row += [number(one) for one in (rules.precision, rules.recall, rules.f1)]
        row += [number(one) for one in (model.precision, model.recall, model.f1)]
    return row


def _seeds(study: Study) -> Iterator[str]:
    if not study.seeds:
        return
    yield f"\n## How much is chance\n\n{SEED_NOTE}\n"
    last = study.tried[-1].results[OTHERS].asked
    rows = []
    for role in ROLES:
        f1s = [tallies(asked, role, LIKELY)[0].f1 for asked in (last, *study.seeds)]
        rows.append([role, *(number(f1) for f1 in f1s)])
    yield from table(["F1 of", *(f"seed {at + 1}" for at in range(len(study.seeds) + 1))], rows)


def _filter(study: Study) -> Iterator[str]:
    yield f"\n## As a filter\n\n{FILTER_NOTE}\n"
    heads = ["model", "plans", "mission", "with the filter", "change", "withheld"]
    heads += ["targets at", "assignments at", "targets", "units"]
    yield from table(heads, [_filter_row(*pair) for pair in _pairs(study)])


def _pairs(study: Study) -> Iterator[tuple[Tried, str, Result]]:
    for name in _sets(study):
        for tried in study.tried:
            yield tried, name, tried.results[name]


def _filter_row(tried: Tried, name: str, result: Result) -> list[str]:
    effect = result.effect
    row = [tried.kind.name, NAMES[name], number(effect.before.f1), number(effect.after.f1)]
    row += [_signed(gain(result)), str(effect.withheld)]
    for section in ("targets", "assignments"):
        row.append(", ".join(f"{at:g}" for at in sorted({one[section] for one in effect.chosen})))
    for family in ("targets", "units"):
        before, after = effect.before.families[family], effect.after.families[family]
        row.append(_signed((after or 0.0) - (before or 0.0)))
    return row


def gain(result: Result) -> float:
    """How far the filter moves the mission."""
    return (result.effect.after.f1 or 0.0) - (result.effect.before.f1 or 0.0)


def _signed(value: float) -> str:
    return f"{round(value, 4) + 0.0:+.4f}"


def _alarms(study: Study) -> Iterator[str]:
    yield f"\n## As a signal for what was missed\n\n{ALARM_NOTE}\n"
    heads = ["model", "plans", "role", "share", "missed", "alarms", "right", "wrong a plan"]
    rows = [
        [tried.kind.name, NAMES[name], role, f"{at:.2f}", *_alarm_cells(result.asked, role, at)]
        for tried, name, result in _pairs(study)
        for role in ALARMED
        for at in ALARM_AT
    ]
    yield from table(heads, rows)


def _alarm_cells(asked: tuple[Asked, ...], role: str, at: float) -> list[str]:
    found: Alarms = alarms(asked, role, at)
    wrong = (found.raised - found.right) / len(asked) if asked else 0.0
    return [str(found.missed), str(found.raised), str(found.right), f"{wrong:.1f}"]


def _losses(study: Study) -> Iterator[str]:
    yield f"\n## In the confidence\n\n{LOSS_NOTE}\n"
    rows = [
        [
            tried.kind.name,
            NAMES[name],
            str(result.losses.facts),
            *(f"{loss or 0.0:.4f}" for loss in _three(result.losses)),
            f"{result.losses.better} / {result.losses.worse}",
        ]
        for tried, name, result in _pairs(study)
    ]
    heads = ["model", "plans", "facts", "by rules alone", "moved alike", "with the share"]
    yield from table([*heads, "plans better / worse"], rows)


def _three(one: Losses) -> tuple[float | None, ...]:
    return one.before, one.shifted, one.after


def _decision(study: Study) -> Iterator[str]:
    yield "\n## Decision\n"
    yield f"{DECISION_NOTE}\n"
    if OTHERS not in _sets(study):
        yield "There were no others to ask about: nothing is kept."
        return
    rows = [
        [tried.kind.name, use, *(f"{gained[name]:+.4f}" for name in NAMES), verdict]
        for tried in study.tried
        for use, gained, broad in _gains(tried)
        for verdict in ["yes" if min(gained.values()) >= MIND and broad else "no"]
    ]
    heads = ["model", "use, and what is measured", *NAMES.values(), "better on both"]
    yield from table(heads, rows)
    kept = [row for row in rows if row[-1] == "yes"]
    yield ""
    yield f"{len(kept)} of {len(rows)} uses are better on both.\n\n" + (SOME if kept else NOTHING)


def _gains(tried: Tried) -> Iterator[tuple[str, dict[str, float], bool]]:
    """Each use, how much better it is than the rules alone by set, and whether on most plans."""
    results = tried.results
    yield "filter: mission", {name: gain(results[name]) for name in NAMES}, True
    saved = {name: one.losses.saved for name, one in results.items()}
    broad = all(one.losses.better >= MOST * one.losses.worse for one in results.values())
    yield "confidence: log loss saved", saved, broad
    for role in ROLES:
        ahead = {name: _ahead(one, role) for name, one in results.items()}
        yield f"{role} instead of the rules: F1", ahead, True


def _ahead(result: Result, role: str) -> float:
    model, rules = tallies(result.asked, role, LIKELY)
    return (model.f1 or 0.0) - (rules.f1 or 0.0)
