"""Every line of the extractor comes from two documents or from a stated rule of writing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec.structs import replace

from evaluation import __main__ as commands
from evaluation.origins import Paper, short_name, vocabulary
from evaluation.origins_code import functions, modules
from evaluation.origins_rules import (
    Count,
    EntryCount,
    faults,
    load_counts,
    load_rules,
    source_of,
    strangers,
)
from extractor.lexicon.load import load, names

RULES, COUNTS = load_rules(), load_counts()


def test_every_line_has_two_documents_or_a_stated_rule() -> None:
    advice = "run `python -m evaluation origins`, or state the rule in evaluation/origins.yml"
    assert faults(RULES, COUNTS) == [], advice


def test_rules_are_stated_of_what_exists() -> None:
    assert set(RULES.lexicons) <= set(names())
    stated = {(name, entry) for name, rule in RULES.lexicons.items() for entry in rule.entries}
    assert stated <= {(name, entry.id) for name in names() for entry in load(name).entries}
    assert [
        start for start in RULES.modules if not any(m.startswith(start) for m in modules())
    ] == []


def test_a_rare_form_is_a_wording_of_a_shown_one_or_a_stranger() -> None:
    assert strangers({"hội thi": 5, "hội thi viết": 1, "chung kết": 1}) == ["chung kết"]
    assert strangers({"các hội": 1, "các lớp": 5}) == ["các hội"], "empty words make no wording"


def entry_counts(name: str, entry: str, count: EntryCount) -> list[str]:
    lexicon = {**COUNTS.lexicons[name], entry: count}
    return faults(RULES, replace(COUNTS, lexicons={**COUNTS.lexicons, name: lexicon}))


def test_an_entry_of_one_document_needs_a_rule() -> None:
    known = COUNTS.lexicons["verbs"]["act"]
    (fault, *_) = entry_counts("verbs", "act", replace(known, documents=1))
    assert fault == "verbs:act: 1 documents and no stated rule"


def test_an_entry_of_a_closed_class_needs_no_documents() -> None:
    known = COUNTS.lexicons["numbers"]["4"]
    assert entry_counts("numbers", "4", replace(known, documents=0)) == []


def test_what_was_not_counted_yet_stands_in_no_document() -> None:
    assert "verbs:act: 0 documents and no stated rule" in faults(
        RULES, replace(COUNTS, lexicons={})
    )
    forms = {form: n for form, n in COUNTS.lexicons["verbs"]["act"].forms.items() if form != "họp"}
    found = entry_counts("verbs", "act", replace(COUNTS.lexicons["verbs"]["act"], forms=forms))
    assert found == ["verbs:act: “họp” has neither two documents nor a stated class"]


def test_lexicons_modules_and_rules_need_one_too() -> None:
    assert "verbs: no rule of writing is stated" in faults(replace(RULES, lexicons={}), COUNTS)
    silent = faults(replace(RULES, modules={}), COUNTS)
    assert "recognise/names: no source of its rule is stated" in silent
    assert not [fault for fault in silent if fault.startswith("recognise/document_numbers")]
    rare = replace(COUNTS, rules={"windows.guess": Count(1, 0)})
    assert faults(RULES, rare) == ["windows.guess: 1 documents and no stated rule"]


def test_a_docstring_that_names_its_source_says_it_itself() -> None:
    source = "Nghị định 30/2020/NĐ-CP, phụ lục III; Hướng dẫn 36-HD/VPTW"
    assert source_of("recognise/document_numbers", RULES) == source
    assert source_of("fields/windows/tables", RULES) == RULES.modules["fields/windows"]


def test_forms_are_counted_in_real_documents_and_guards_beside_them() -> None:
    texts = ["bảy lớp, tháng tám", "bảy tổ"]
    real = [Paper(f"p{n}", False, (), (text,)) for n, text in enumerate(texts)]
    ours = Paper("phu-lac", True, (), ("bảy thôn, tám thôn",))
    found = {one.entry: one for one in vocabulary([*real, ours])["numbers"]}
    assert (found["7"].shown.papers, found["7"].shown.samples) == (("p0", "p1"), 1)
    assert found["7"].forms == {"bảy": 2, "bẩy": 0}
    assert (found["8"].shown.papers, found["8"].shown.samples) == ((), 1)
    assert found["8"].guards == {"tháng …": 1}


def test_names_of_documents_are_cut_at_a_hyphen() -> None:
    assert short_name("u006-1026-kh-ubnd-trien-khai-thuc-hien") == "u006-1026-kh-ubnd-trien"
    assert short_name("dai-thanh") == "dai-thanh"


def test_functions_are_those_that_are_asked_anew() -> None:
    found = {(one.module, one.name): one for one in functions()}
    assert found["fields/units_clause", "_Front._person"].gives
    assert ("fields/confidence", "measured") not in found


def test_the_step_writes_names_and_counts_and_no_sentence(
    project: Path, record: dict[str, Any], tmp_path: Path
) -> None:
    page = tmp_path / "origins.md"
    code = commands.main(["origins", "--root", str(project), "--to", str(page)])
    assert code == 1, "two short plans show few entries"
    counts = load_counts(tmp_path / "origins.json")
    assert (counts.documents, counts.samples) == (2, 1)
    assert counts.lexicons["document_types"]["nghi-dinh"].forms == {"nghị định": 2}
    assert counts.rules["targets.sentence/and-up"] == Count(2, 1)
    assert counts.modules["recognise/quantities"] == Count(2, 1)
    text = page.read_text(encoding="utf-8")
    assert "| tan-my" in text or ", tan-my" in text
    words = [str(value) for row in record["targets"] for value in row.values() if value]
    assert not [word for word in words if len(word) > 12 and word in text]


def test_without_real_plans_the_counts_stay(project: Path, tmp_path: Path, capsys: Any) -> None:
    for path in (project.parent / "shared" / "plans" / "files").iterdir():
        path.unlink()
    page = tmp_path / "origins.md"
    assert commands.main(["origins", "--root", str(project), "--to", str(page)]) == 2
    assert not page.exists()
    assert "no plans but our own" in capsys.readouterr().err
