"""`check`: findings as table, JSON and SARIF, their places in the file, how the command ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator
from msgspec import structs

from extractor.checks import RULES
from extractor.cli import app
from extractor.commands.ending import Exit
from extractor.plan.codec import to_json
from tests.sample_plan import make_plan

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "schemas" / "findings.schema.json").read_text("utf-8"))

PLAN = """ỦY BAN NHÂN DÂN
XÃ PHÚ LẠC

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 09/KH-UBND
Phú Lạc, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Ra quân làm sạch đường làng năm 2026

Căn cứ Kế hoạch số 15/KH-UBND ngày 12/01/2026 của UBND tỉnh Hòa Giang về làm sạch
đường làng, ngõ xóm năm 2026;

I. MỤC ĐÍCH

Giữ đường làng sạch, đẹp quanh năm.

II. THỜI GIAN

Các thôn ra quân trước ngày
31/6/2026.

III. TỔ CHỨC THỰC HIỆN

1. Phòng Kinh tế

Chủ trì, phối hợp với các thôn tổ chức ra quân.

Trên đây là Kế hoạch của UBND xã./.

Nơi nhận:
- UBND tỉnh (b/c);
- Các thôn;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Thị Hạnh
"""


def run(runner: CliRunner, *words: object) -> Result:
    return runner.invoke(app, ["check", *map(str, words)])


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "phu-lac.txt"
    path.write_text(PLAN, "utf-8")
    return path


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "sach.txt"
    path.write_text(PLAN.replace("31/6/2026", "30/6/2026"), "utf-8")
    return path


def found(result: Result) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(result.stdout)
    Draft202012Validator(SCHEMA).validate(report)
    return report


def test_the_schema_is_sound_and_knows_every_rule() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    names = [rule.id for rule in RULES]
    assert len(names) == len(set(names))
    pattern = Draft202012Validator(SCHEMA["$defs"]["rule"]["properties"]["id"])
    assert all(pattern.is_valid(name) for name in names)


def test_a_table_says_what_where_and_why(runner: CliRunner, plan: Path) -> None:
    result = run(runner, plan)
    for words in ("1 lỗi", "no-such-day", "Không có ngày 31/6/2026", "dòng 22", "Lịch dương"):
        assert words in result.stdout
    assert result.exit_code == Exit.FINDINGS


def test_nothing_found_is_said_and_ends_well(runner: CliRunner, clean: Path) -> None:
    result = run(runner, clean)
    assert "không có gì" in result.stdout
    assert result.exit_code == Exit.OK


def test_json_counts_the_canonical_text_and_names_the_line(runner: CliRunner, plan: Path) -> None:
    [one] = found(run(runner, plan, "--format", "json"))["plans"]
    [finding] = one["findings"]
    assert one["counts"] == {"error": 1, "warning": 0, "note": 0}
    assert (finding["rule"], finding["line"]) == ("no-such-day", 22)
    assert finding["quote"] == "ngày 31/6/2026"
    assert finding["end"] - finding["start"] == len(finding["quote"])


def test_a_record_is_checked_like_its_document(runner: CliRunner, plan: Path) -> None:
    record = plan.with_suffix(".json")
    runner.invoke(app, ["extract", str(plan), "-o", str(plan.parent)])
    reports = [found(run(runner, path, "--format", "json")) for path in (plan, record)]
    rules = [[one["rule"] for one in report["plans"][0]["findings"]] for report in reports]
    assert rules[0] == rules[1] == ["no-such-day"]


def test_sarif_places_a_finding_in_the_characters_of_the_file(
    runner: CliRunner, plan: Path
) -> None:
    log = json.loads(run(runner, plan, "--format", "sarif").stdout)
    assert log["version"] == "2.1.0"
    [sarif_run] = log["runs"]
    [result] = sarif_run["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    start, length = region["charOffset"], region["charLength"]
    assert PLAN[start : start + length] == "ngày\n31/6/2026"
    assert region["startLine"] == 22
    assert sarif_run["columnKind"] == "unicodeCodePoints"


def test_sarif_results_point_at_their_rule_and_file(runner: CliRunner, plan: Path) -> None:
    [sarif_run] = json.loads(run(runner, plan, "--format", "sarif").stdout)["runs"]
    rules = sarif_run["tool"]["driver"]["rules"]
    artifacts = [one["location"]["uri"] for one in sarif_run["artifacts"]]
    for result in sarif_run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["defaultConfiguration"]["level"] == result["level"]
        assert rule["help"]["text"] and rule["shortDescription"]["text"]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert artifacts[place["index"]] == place["uri"]


def test_sarif_encodes_the_name_of_the_file(
    runner: CliRunner, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plan.parent)
    plan.rename("kế hoạch 9.txt")
    log = json.loads(run(runner, "kế hoạch 9.txt", "--format", "sarif").stdout)
    uri = log["runs"][0]["artifacts"][0]["location"]["uri"]
    assert uri == "k%E1%BA%BF%20ho%E1%BA%A1ch%209.txt"


def test_several_plans_make_one_report(runner: CliRunner, plan: Path, clean: Path) -> None:
    report = found(run(runner, plan.parent, "--format", "json"))
    assert [len(one["findings"]) for one in report["plans"]] == [1, 0]
    assert plan.name in report["plans"][0]["name"] and clean.name in report["plans"][1]["name"]


def test_output_goes_to_a_file_and_nowhere_else(runner: CliRunner, plan: Path) -> None:
    target = plan.parent / "moi" / "ket-qua.json"
    result = run(runner, plan, "--format", "json", "-o", target)
    assert result.stdout == ""
    assert json.loads(target.read_text("utf-8"))["plans"]


@pytest.mark.parametrize(
    ("fail_on", "code"), [("error", Exit.FINDINGS), ("note", Exit.FINDINGS), ("never", Exit.OK)]
)
def test_the_reader_says_how_grave_is_too_grave(
    runner: CliRunner, plan: Path, fail_on: str, code: Exit
) -> None:
    assert run(runner, plan, "--fail-on", fail_on).exit_code == code


def test_notes_alone_end_well_unless_asked(runner: CliRunner, tmp_path: Path) -> None:
    path = tmp_path / "luu-y.txt"
    path.write_text(PLAN.replace("31/6/2026", "30/6/2026").replace("./.", "."), "utf-8")
    assert run(runner, path).exit_code == Exit.OK
    assert run(runner, path, "--fail-on", "note").exit_code == Exit.FINDINGS


def test_a_file_that_cannot_be_read_costs_only_itself(runner: CliRunner, clean: Path) -> None:
    broken = clean.parent / "hong.txt"
    broken.write_bytes(b"")
    result = run(runner, clean, broken)
    assert result.exit_code == Exit.UNREADABLE
    assert "hong.txt" in result.stderr and "không có gì" in result.stdout


def test_a_record_without_its_text_is_checked_by_its_facts(
    runner: CliRunner, tmp_path: Path
) -> None:
    path = tmp_path / "ban-ghi.json"
    path.write_bytes(to_json(structs.replace(make_plan(), text=None), text=False))
    assert found(run(runner, path, "--format", "json", "--fail-on", "never"))["plans"]


def test_the_page_on_rules_tells_each_rule_as_it_is() -> None:
    page = (ROOT / "docs" / "checks.md").read_text("utf-8")
    told = [line for line in page.splitlines() if line.startswith("| `")]
    assert told == [
        f"| `{rule.id}` | {rule.severity} | {rule.title} | {rule.rests_on} |" for rule in RULES
    ]
