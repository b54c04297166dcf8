"""The steps as commands: `python -m evaluation predict | score | report | compare | baseline`.

`predict` reads the plans and keeps the records, `score` prints figures of the kept records and
writes `build/score.json`, `report` writes `build/report.html`, `compare` shows gains and losses
against the baseline (`--strict`: exit code 1 when a mission figure fell), `baseline` makes the
present state the baseline. `census`, `reliability`, `ablate`, `trained`, `origins` and `calibrate`
read the plans anew and write under `docs/`, or the table of confidences.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation import baseline, show
from evaluation.cases import FORMATS, ROOT, SETS, Case, find_cases
from evaluation.compare import changes, set_changes, unknown_cases
from evaluation.predict import CRASH, READ, predict
from evaluation.report import render
from evaluation.score import JudgedCase, judged_cases, scope_json, scopes_of
from evaluation.studies import STUDIES

BUILD = ROOT / "build"
STEPS = ("predict", "score", "report", "compare", "baseline")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one step. Exit code: 0, 1 for a fall under `--strict`, 2 for nothing to do."""
    args = _parser().parse_args(argv)
    sets = SETS if args.set == "all" else (args.set,)
    cases = find_cases(args.root, sets, args.formats)
    if args.step == "predict":
        return _predict(cases, args.out)
    if args.step in STUDIES:
        return STUDIES[args.step](cases, args)
    judged = judged_cases(cases, args.out)
    if not judged:
        print("no predictions here: run `python -m evaluation predict` first", file=sys.stderr)
        return 2
    if args.step == "compare":
        return _compare(judged, args.baseline, args.strict)
    return {"score": _score, "report": _report, "baseline": _baseline}[args.step](judged, args)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation", description="Measure the extractor."
    )
    parser.add_argument("step", choices=[*STEPS, *STUDIES])
    parser.add_argument("--set", choices=[*SETS, "all"], default="all")
    parser.add_argument("--formats", type=_formats, default=FORMATS, help="txt,md,docx,pdf")
    parser.add_argument("--out", type=Path, default=BUILD / "predictions", help="kept records")
    parser.add_argument(
        "--to", type=Path, default=None, help="where to write the figures or the page"
    )
    parser.add_argument("--baseline", type=Path, default=baseline.PATH)
    parser.add_argument("--strict", action="store_true", help="fail when a mission figure fell")
    parser.add_argument("--blind", type=Path, help="answers of plans that no rule was written with")
    parser.add_argument("--others", type=Path, help="answers of plans that `trained` asks about")
    parser.add_argument("--others-files", type=Path, help="where those plans are")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    return parser


def _formats(text: str) -> tuple[str, ...]:
    chosen = tuple(text.split(","))
    if unknown := set(chosen) - set(FORMATS):
        raise argparse.ArgumentTypeError(f"unknown formats: {', '.join(sorted(unknown))}")
    return chosen


def _predict(cases: Sequence[Case], out: Path) -> int:
    crashed = 0
    for case, outcome in predict(cases, out):
        print(f"  {case.id:48}{outcome.seconds:8.2f} s  {outcome.outcome}  {outcome.message}")
        crashed += outcome.outcome == CRASH
    print(f"{len(cases)} files, {crashed} crashed; records under {out}")
    return 0 if cases else 2


def _score(judged: Sequence[JudgedCase], args: argparse.Namespace) -> int:
    scopes = scopes_of(judged)
    for name in sorted({one.case.set for one in judged}):
        print(*show.scope_lines(name, scopes[name]), sep="\n")
        formats = {one.case.format for one in judged if one.case.set == name}
        for key in sorted(f"{name}/{format}" for format in formats):
            print(f"  {key:14}{show.mission_line(scopes[key].mission)}")
    print(*show.case_lines(judged), sep="\n")
    figures = {name: scope_json(scope) for name, scope in scopes.items()}
    _write(args.to or BUILD / "score.json", json.dumps(figures, ensure_ascii=False, indent=1))
    return 0


def _report(judged: Sequence[JudgedCase], args: argparse.Namespace) -> int:
    _write(args.to or BUILD / "report.html", render(judged))
    return 0


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    print(f"written: {path}")


def _compare(judged: Sequence[JudgedCase], path: Path, strict: bool) -> int:
    known = baseline.load(path)
    moved = set_changes(known, judged)
    facts = list(show.change_lines(changes(known, judged))) or ["no fact gained or lost"]
    print(*facts, *show.set_change_lines(moved), sep="\n")
    if new := unknown_cases(known, judged):
        print(f"not in the baseline: {', '.join(new)}")
    return int(strict and any(change.fell for change in moved))


def _baseline(judged: Sequence[JudgedCase], args: argparse.Namespace) -> int:
    if tuple(args.formats) != FORMATS:
        print("a baseline holds every format: leave --formats out", file=sys.stderr)
        return 2
    if crashed := [one.case.id for one in judged if one.outcome.outcome == CRASH]:
        print(f"no baseline is made of a run with crashes: {', '.join(crashed)}", file=sys.stderr)
        return 2
    baseline.write(baseline.renewed(baseline.load(args.baseline), judged), args.baseline)
    refused = sum(one.outcome.outcome != READ for one in judged)
    print(f"baseline of {len(judged)} files written, {refused} of them refused")
    return 0


if __name__ == "__main__":
    sys.exit(main())
