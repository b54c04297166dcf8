"""The steps that read the plans anew, look behind the records, and write a page under `docs/`.

`census`, `reliability`, `ablate`, `trained` write their page; `calibrate` writes the table that the
product weighs its facts by; `origins` writes its page and the counts that a test holds every line
to. All of them need no kept predictions. Pages hold counts, names of rules and hashes (`origins`:
names of files), never a sentence of a plan that is not ours.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

from evaluation import keep_table, origins, origins_page, origins_rules
from evaluation.ablation import page as ablation_page
from evaluation.blind import answered, blind_cases
from evaluation.calibration import Calibration, allowance, calibrated
from evaluation.cases import ROOT, SETS, Case, shared_folder
from evaluation.census import details, findings
from evaluation.census import page as census_page
from evaluation.labels import label_of
from evaluation.markdown import write
from evaluation.origins_code import code_at_work
from evaluation.reliability_page import page as reliability_page
from evaluation.reread import Reread, one_a_plan, reread
from extractor.fields.confidence import measured
from extractor.fields.confidence_table import Scale

DOCS = ROOT / "docs"
BUILD = ROOT / "build"
TABLE = ROOT / "extractor" / "fields" / "confidence.yml"


def calibrate(cases: Sequence[Case], args: argparse.Namespace) -> int:
    """Measure every rule and keep the table."""
    if missing := set(SETS) - {case.set for case in cases}:
        # A table of our own samples alone would say that every rule is always right.
        print(f"no plans of the set {', '.join(missing)}: the table stays", file=sys.stderr)
        return 2
    calibration = calibrated(reread(one_a_plan(cases)), measured().table.unseen)
    for prior, loss in calibration.losses.items():
        print(f"prior {prior:5.1f}: log loss on plans left out {loss:.4f}")
    if blind := _blind(args):
        unseen = allowance(Scale(calibration.table), blind)
        calibration = replace(calibration, unseen=unseen)
        print(f"blind: {unseen.right} of {unseen.found} right, log odds move {unseen.move:+.2f}")
    path = args.to or TABLE
    keep_table.write(calibration.table, path)
    print(f"written: {path}")
    return 0


def reliability(cases: Sequence[Case], args: argparse.Namespace) -> int:
    """Right facts by confidence and rule."""
    rereads = list(reread(cases))
    lines = reliability_page(rereads, _of_plans(rereads), _blind(args))
    write(args.to or DOCS / "reliability.md", lines)
    return 0


def _blind(args: argparse.Namespace) -> list[Reread]:
    return list(reread(blind_cases(args.blind, args.root))) if args.blind else []


def census(cases: Sequence[Case], args: argparse.Namespace) -> int:
    """Every error with its cause: counts under `docs/`, texts under `build/`."""
    found = findings(reread(cases))
    labels = {f"{case.set}/{case.name}": label_of(case, args.root) for case in one_a_plan(cases)}
    write(args.to or DOCS / "error-census.md", census_page(found, labels))
    write(BUILD / "error-census.txt", details(found))
    return 0


def ablate(cases: Sequence[Case], args: argparse.Namespace) -> int:
    """The mission without parts of the product."""
    write(args.to or DOCS / "ablation.md", ablation_page(cases))
    return 0


def trained(cases: Sequence[Case], args: argparse.Namespace) -> int:
    """What a small trained part would be worth; two plans at least are needed to leave one out."""
    if len({case.name for case in cases if case.set != "corpus"}) < 2:
        print("no two labelled plans of others: nothing to leave out", file=sys.stderr)
        return 2
    # Imported here: no other step needs what trains models.
    from evaluation.trained import study
    from evaluation.trained_page import page

    plans = args.others_files or shared_folder(args.root) / "unlabelled"
    others = sorted(answered(args.others, plans)) if args.others else []
    lines = list(page(study(cases, others)))
    print(*lines, sep="\n")
    write(args.to or DOCS / "trained.md", lines)
    return 0


def show_origins(cases: Sequence[Case], args: argparse.Namespace) -> int:
    """The documents or the rule of writing behind every line: the page, and the counts of it."""
    papers = list(origins.read_papers(origins.papers_of(cases, args.root)))
    if all(paper.ours for paper in papers):
        print("no plans but our own: the counts stay", file=sys.stderr)
        return 2
    found = origins_page.Found(origins.vocabulary(papers), code_at_work(papers), tuple(papers))
    counts = origins_page.counts_of(found)
    path = args.to or DOCS / "origins.md"
    write(path, origins_page.page(found, origins_rules.load_rules()))
    origins_rules.write_counts(
        counts, path.with_suffix(".json") if args.to else origins_rules.COUNTS
    )
    missing = origins_rules.faults(origins_rules.load_rules(), counts)
    print(*missing, sep="\n")
    return int(bool(missing))


def _of_plans(rereads: Sequence[Reread]) -> Calibration:
    chosen = set(one_a_plan(one.case for one in rereads))
    plans = (one for one in rereads if one.case in chosen)
    return calibrated(plans, measured().table.unseen)


STUDIES: dict[str, Callable[[Sequence[Case], argparse.Namespace], int]] = {
    "calibrate": calibrate,
    "reliability": reliability,
    "census": census,
    "ablate": ablate,
    "trained": trained,
    "origins": show_origins,
}
