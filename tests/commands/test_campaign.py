"""`kehoach campaign`: forms, files, the day of asking, and what is said of open ends."""

from __future__ import annotations

import json
from pathlib import Path

import yaml
from click.testing import CliRunner, Result

from extractor.cli import app
from extractor.commands.begin import begin, measures_of
from extractor.commands.ending import Exit
from tests.campaign.made import plan, target


def run(runner: CliRunner, *words: object) -> Result:
    return runner.invoke(app, ["campaign", *(str(word) for word in words)])


def test_json_goes_to_standard_output_and_open_ends_are_counted_aside(
    runner: CliRunner, record: Path
) -> None:
    result = run(runner, record)

    made = json.loads(result.stdout)
    assert made["theme"] == "Phú Lạc chuyển mình"
    assert f"Còn {len(made['to_decide'])} điều" in result.stderr
    assert run(runner, record).stdout_bytes == result.stdout_bytes


def test_the_suffix_of_the_file_chooses_yaml(
    runner: CliRunner, record: Path, tmp_path: Path
) -> None:
    for name, words in (("a.yml", ()), ("b.txt", ("--format", "yaml"))):
        output = tmp_path / "out" / name
        assert run(runner, record, "-o", output, *words).exit_code == Exit.OK
        assert yaml.safe_load(output.read_text("utf-8"))["theme"] == "Phú Lạc chuyển mình"
        assert "Phú Lạc" in output.read_text("utf-8")


def test_next_days_follow_the_day_asked_for(runner: CliRunner, record: Path) -> None:
    def days(*words: str) -> list[str]:
        next_days: list[str] = json.loads(run(runner, record, *words).stdout)["calendar"][0][
            "recurrence"
        ]["next"]
        return next_days

    assert days()[0] == "2026-12-15"
    assert days("--as-of", "2027-12-15")[0] == "2028-12-15"


def test_what_cannot_be_read_or_written_is_told_in_one_line(
    runner: CliRunner, record: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"targets": 5}', "utf-8")
    assert run(runner, broken).exit_code == Exit.INVALID
    result = run(runner, record, "-o", record / "inside.json")
    assert result.exit_code == Exit.UNWRITABLE
    assert result.stderr.startswith("Không ghi được")
    assert run(runner, record, "--as-of", "06/03/2026").exit_code == Exit.USAGE


def test_a_target_that_names_one_measure_has_its_id() -> None:
    facts = plan(
        targets=(
            target("Tỷ lệ hồ sơ giải quyết đúng hạn", 98),
            target("cây xanh trồng mới", 300, unit="cây"),
        )
    )

    assert measures_of(facts) == {facts.targets[0].id: "files-on-time"}
    assert [one.measure for one in begin(facts).indicators] == ["files-on-time", None]
