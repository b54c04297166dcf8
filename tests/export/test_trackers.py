"""Open SDG and DHIS2: what they get, and that all they cannot hold is told."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
import yaml

from extractor.export import dhis2, open_sdg
from extractor.export.model import Lost, Subject
from tests.campaign.made import plan, target
from tests.export.made import subject, with_run


def targets(*facts: Any) -> Subject:
    return subject(plan(targets=facts))


SERIES = (
    target("Hộ có cáp quang", 70, by="2028", group="Hạ tầng"),
    target("Hộ có cáp quang", 80, by="2030", group="Hạ tầng"),
    target("Thôn lõm sóng", 0, operator="eq", unit="thôn", by="2030-06", group="Hạ tầng"),
    target("Số buổi", 3, operator="between", value_max=5, unit="buổi", group="Tập huấn"),
)


def reasons(lost: tuple[Lost, ...], what: str) -> str:
    return " | ".join(one.why for one in lost if one.what == what)


def config(name: str) -> dict[str, Any]:
    data = open_sdg.export(targets(*SERIES)).files[f"indicator-config/{name}.yml"]
    made: dict[str, Any] = yaml.safe_load(data)
    return made


def test_open_sdg_has_three_files_for_each_indicator_numbered_by_group() -> None:
    files = open_sdg.export(targets(*SERIES)).files

    for name in ("1-1", "1-2", "2-1"):
        assert files[f"data/indicator_{name}.csv"].decode().splitlines() == ["Year,Units,Value"]
        assert f"meta/{name}.yml" in files
    assert len(files) == 9
    assert config("1-1")["indicator_number"] == "1.1"
    assert config("1-1")["reporting_status"] == "notstarted"


def test_open_sdg_draws_a_line_for_each_milestone_and_aims_at_the_last() -> None:
    made = config("1-1")

    assert made["graph_target_lines"] == [
        {"label_content": "2028: ≥ 70", "value": 70},
        {"label_content": "2030: ≥ 80", "value": 80},
    ]
    assert made["progress_calculation_options"] == [
        {"direction": "positive", "target": 80, "target_year": 2030}
    ]


def test_open_sdg_takes_nought_for_a_thousandth_and_counts_no_progress_without_a_date() -> None:
    assert config("1-2")["progress_calculation_options"][0] == {
        "direction": "negative", "target": 0.001, "target_year": 2030,
    }  # fmt: skip
    assert "progress_calculation_options" not in config("2-1")


def test_open_sdg_tells_what_it_cannot_hold() -> None:
    lost = open_sdg.export(targets(*SERIES)).lost

    assert "không có phép so sánh (≥)" in reasons(lost, "1.1")
    assert "coi chỉ tiêu 0 là 0,001" in reasons(lost, "1.2")
    assert "thời hạn trong năm bị bỏ" in reasons(lost, "1.2")
    assert "không nêu thời hạn" in reasons(lost, "2.1")


def metadata(made: Subject) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dhis2.export(made).files[dhis2.METADATA])
    return found


def test_dhis2_ids_codes_and_names_hold_to_its_limits() -> None:
    long = target("Tỷ lệ " + "hồ sơ " * 60, 90, by="2026", subject="Xã")
    made = metadata(targets(*SERIES, long, target("Tỷ lệ " + "hồ sơ " * 60, 95, by="2026")))

    entries = [*made["dataElements"], *made["indicators"], *made["indicatorTypes"]]
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9]{10}", one["id"]) for one in entries)
    for kind in ("dataElements", "indicators"):
        for key, longest in (("name", 230), ("shortName", 50), ("code", 50)):
            values = [one[key] for one in made[kind]]
            assert len(set(values)) == len(values) and max(map(len, values)) <= longest
    assert len({one["id"] for one in entries}) == len(entries)


def test_dhis2_indicators_show_a_data_element_that_is_there() -> None:
    made = metadata(targets(*SERIES))

    known = {one["id"] for one in made["dataElements"]}
    types = {one["id"] for one in made["indicatorTypes"]}
    for one in made["indicators"]:
        (used,) = re.findall(r"#\{(\w+)\}", one["numerator"])
        assert used in known and one["indicatorType"]["id"] in types


def test_dhis2_values_carry_period_office_and_comparison() -> None:
    made = with_run()
    data = dhis2.export(made).files[dhis2.VALUES].decode()
    (row,) = csv.DictReader(io.StringIO(data))

    codes = {one["code"] for one in metadata(made)["dataElements"]}
    assert row["dataelement"] in codes
    assert (row["period"], row["value"], row["comment"]) == ("2026", "90", "≥ 90%")
    assert row["orgunit"] == made.campaign.offices[0].id


def test_dhis2_tells_what_it_cannot_hold() -> None:
    made = with_run()
    lost = dhis2.export(made).lost

    between = made.campaign.indicators[1].id
    assert "bỏ giá trị trên 5" in reasons(lost, between)
    assert "mức không được nạp" in reasons(lost, between)
    assert reasons(lost, "awards.forms") == "DHIS2 không chứa hình thức khen thưởng (1)"
    assert made.campaign.offices[0].id in reasons(lost, "orgunit")


@pytest.mark.parametrize("form", [open_sdg, dhis2], ids=["open-sdg", "dhis2"])
def test_two_runs_give_the_same_bytes(form: Any) -> None:
    assert dict(form.export(with_run()).files) == dict(form.export(with_run()).files)
