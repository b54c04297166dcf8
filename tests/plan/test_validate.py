"""The check at the exit: each kind of fault is found, at its path, in words a person can use."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from extractor.errors import InvalidRecord
from extractor.plan.validate import check, ensure

Record = dict[str, Any]


def shift_quote(record: Record) -> None:
    record["targets"][0]["source"]["start"] += 1
    record["targets"][0]["source"]["end"] += 1


def change_evidence(record: Record) -> None:
    record["document"]["evidence"]["issuer.name"]["source"]["text"] = "ỦY BAN NHÂN DÂN XÃ PHÚ LỘC"


def change_text(record: Record) -> None:
    record["text"] += "."


def repeat_id(record: Record) -> None:
    record["targets"][1]["id"] = record["targets"][0]["id"]


def target(*path: str, value: object) -> Callable[[Record], None]:
    return put("targets", 0, *path, value=value)


def put(*path: str | int, value: object) -> Callable[[Record], None]:
    def change(record: Record) -> None:
        node: Any = record
        for step in path[:-1]:
            node = node[step]
        node[path[-1]] = value

    return change


# name, change, path of the fault, what its message says
FAULTS: list[tuple[str, Callable[[Record], None], str, str]] = [
    ("operator", target("operator", value="over"), "$.targets[0].operator", "ge, gt, le"),
    ("no unit", lambda r: r["targets"][0].pop("unit"), "$.targets[0]", "thiếu khóa «unit»"),
    ("number as text", target("value", value="90"), "$.targets[0].value", "phải là số"),
    ("date", put("document", "date", value="6/3/2026"), "$.document.date", "2026-06-04"),
    ("month 13", target("by", value="2026-13"), "$.targets[0].by", "2026-06"),
    ("day 40", put("time_windows", 0, "due_day", value=40), "$.time_windows[0].due_day", "31"),
    ("empty quote", target("source", "text", value=""), "$.targets[0].source.text", "1"),
    (
        "no roles",
        put("responsible_units", 0, "roles", value=[]),
        "$.responsible_units[0].roles",
        "1",
    ),
    ("shifted quote", shift_quote, "$.targets[0].source", "không khớp văn bản"),
    (
        "evidence",
        change_evidence,
        "$.document.evidence['issuer.name'].source",
        "không khớp văn bản",
    ),
    ("past the end", target("source", "end", value=9999), "$.targets[0].source", "độ dài"),
    ("text changed", change_text, "$.text_sha256", "không khớp"),
    ("no digest", lambda r: r.pop("text_sha256"), "$.text_sha256", "thiếu"),
    ("repeated id", repeat_id, "$.targets[1].id", "bị lặp"),
    (
        "between alone",
        put("targets", 1, "value_max", value=None),
        "$.targets[1].value_max",
        "between",
    ),
    ("value_max alone", target("value_max", value=95), "$.targets[0].value_max", "between"),
    ("basis", target("basis", value={"by": "guessed"}), "$.targets[0].basis.by", "inferred"),
    ("confidence", target("confidence", value=1.5), "$.targets[0].confidence", "lớn hơn"),
    ("warning", put("warnings", 0, "source", value={"start": 1}), "$.warnings[0].source", "«end»"),
    ("a list", put("awards", value=[]), "$.awards", "đối tượng"),
]


def test_a_sound_record_has_no_fault(record: Record) -> None:
    assert check(record) == []
    ensure(record)


@pytest.mark.parametrize(
    ("change", "path", "said"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS]
)
def test_a_fault_is_found_at_its_path(
    record: Record, change: Callable[[Record], None], path: str, said: str
) -> None:
    change(record)
    faults = [fault for fault in check(record) if fault.path == path]
    assert faults and said in faults[0].vi
    assert faults[0].en and str(faults[0]).startswith(f"{path}: ")


def test_quotes_are_measured_even_without_the_text(record: Record) -> None:
    del record["text"]
    assert check(record) == []
    record["targets"][0]["source"]["end"] += 1
    assert [fault.path for fault in check(record)] == ["$.targets[0].source"]


def test_offsets_count_code_points_not_units_of_storage(record: Record) -> None:
    record["text"] = "𝐀" + record["text"]
    record["text_sha256"] = hashlib.sha256(record["text"].encode()).hexdigest()
    record["targets"] = record["targets"][:1]
    assert "$.targets[0].source" in {fault.path for fault in check(record)}
    record["targets"][0]["source"]["start"] += 1
    record["targets"][0]["source"]["end"] += 1
    assert "$.targets[0].source" not in {fault.path for fault in check(record)}


def test_half_a_surrogate_pair_is_a_fault_and_no_crash(record: Record) -> None:
    record["text"] = "\ud83d"
    assert "$.text_sha256" in {fault.path for fault in check(record)}


def test_ensure_names_the_first_fault_and_counts_the_rest(record: Record) -> None:
    record["targets"][0]["operator"] = "over"
    record["targets"][1]["unit"] = None
    with pytest.raises(InvalidRecord) as caught:
        ensure(record)
    assert caught.value.path == "$.targets[0].operator"
    assert "và 1 lỗi khác" in caught.value.message


def test_a_long_wrong_value_is_cut_in_the_message(record: Record) -> None:
    record["targets"][0]["operator"] = "x" * 500
    assert all(len(fault.vi) < 200 for fault in check(record))


def covered(**changes: Any) -> dict[str, Any]:
    found = {"state": "absent", "count": 0, "searched": [], "pages": [], "places": []}
    return {"document.number": {**found, **changes}}


@pytest.mark.parametrize(
    ("changes", "paths"),
    [
        ({}, []),
        ({"state": "unreadable", "pages": [4]}, []),
        ({"state": "found", "count": 2}, []),
        ({"state": "found"}, ["$.coverage['document.number'].state"]),
        ({"count": 2}, ["$.coverage['document.number'].state"]),
        ({"places": [{"start": 0, "end": 9}]}, []),
        ({"places": [{"start": 9, "end": 9}]}, ["$.coverage['document.number'].places[0]"]),
        (
            {"searched": [{"part": "body", "start": 0, "end": 10**6}]},
            ["$.coverage['document.number'].searched[0]"],
        ),
        ({"state": "lost", "count": 0}, ["$.coverage['document.number'].state"]),
        ({"pages": [0]}, ["$.coverage['document.number'].pages[0]"]),
    ],
)
def test_coverage_agrees_with_itself_and_lies_in_the_text(
    changes: dict[str, Any], paths: list[str], record: Record
) -> None:
    record["coverage"] = covered(**changes)
    assert [fault.path for fault in check(record)] == paths
