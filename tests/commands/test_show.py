"""`explain`, `summary`, `outline`: what a person is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec import structs

from extractor.cli import app
from extractor.commands.ending import Exit
from extractor.commands.phrase import phrase, threshold
from extractor.plan.codec import to_json
from extractor.plan.model import Coverage, DigitalSignature, Searched, Source, TimeWindow
from tests.sample_plan import make_plan

pytestmark = pytest.mark.usefixtures("pipeline")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "phu-lac.json"
    path.write_bytes(to_json(make_plan()))
    return path


def shown(runner: CliRunner, *words: object) -> str:
    result = runner.invoke(app, [str(word) for word in words])
    assert result.exit_code == Exit.OK, result.stderr
    return result.stdout


def test_summary_names_bases_targets_units_awards_and_warnings(
    runner: CliRunner, record: Path
) -> None:
    lines = shown(runner, "summary", record).splitlines()
    assert "  - Tỷ lệ hồ sơ được số hóa: ≥ 90% (đến 2026)" in lines
    assert "  - số buổi tập huấn: từ 3 đến 5 buổi" in lines
    assert "  - Căn cứ Nghị định 152/2025/NĐ-CP (2025-06-14) của Chính phủ" in lines
    assert "  - báo cáo: hằng năm, ngày 15 tháng 12 (báo cáo)" in lines
    assert "  - Giấy khen: ≤ 10 tập thể (tập thể)" in lines
    assert "  - Công an xã (phối hợp)" in lines
    assert "  - Văn bản chưa có số." in lines
    assert "Chỉ tiêu (2)" in lines


def test_explain_shows_quote_place_and_rule(runner: CliRunner, record: Path) -> None:
    table = " ".join(shown(runner, "explain", record, "--section", "targets").split())
    for cell in ("targets.share (90%)", "trang 1", "đoạn 6", make_plan().targets[0].id):
        assert cell in table
    assert "Căn cứ" not in table


def test_explain_shows_every_section_and_what_is_empty(runner: CliRunner, record: Path) -> None:
    everything = shown(runner, "explain", record)
    for heading in ("Văn bản (2)", "Chỉ tiêu (2)", "Khen thưởng: tiêu chí (1)", "Cảnh báo (1)"):
        assert heading in everything


def test_explain_names_the_value_that_each_quote_gave(runner: CliRunner, record: Path) -> None:
    table = shown(runner, "explain", record, "--section", "document")
    row = next(line for line in table.splitlines() if "recipients.0" in line)
    assert row.count("Công an xã") == 2


def test_explain_of_a_text_file_names_the_line_of_the_file(runner: CliRunner, folder: Path) -> None:
    assert "dòng 12" in shown(runner, "explain", folder / "a.txt", "--section", "targets")


def test_a_record_without_text_has_offsets_for_a_place(runner: CliRunner, tmp_path: Path) -> None:
    path = tmp_path / "short.json"
    path.write_bytes(to_json(make_plan(), text=False))
    assert "ký tự" in shown(runner, "explain", path, "--section", "time_windows")


def test_a_record_may_come_by_standard_input(runner: CliRunner) -> None:
    result = runner.invoke(app, ["summary", "-"], input=to_json(make_plan()))
    assert "Chỉ tiêu (2)" in result.stdout


@pytest.mark.parametrize("verb", ["explain", "summary"])
def test_a_broken_record_is_one_line(runner: CliRunner, tmp_path: Path, verb: str) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"targets": 3}')
    result = runner.invoke(app, [verb, str(path)])
    assert result.exit_code == Exit.INVALID
    assert "$.targets" in result.stderr and len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("verb", ["explain", "summary", "outline"])
def test_an_unreadable_file_is_one_line(runner: CliRunner, folder: Path, verb: str) -> None:
    for name in ("hong.pdf", "none.docx"):
        result = runner.invoke(app, [verb, str(folder / name)])
        assert result.exit_code == Exit.UNREADABLE
        assert len(result.stderr.splitlines()) == 1


def test_decimals_have_a_comma() -> None:
    assert threshold("lt", 1.5, None, "percent") == "< 1,5%"


def test_a_window_without_dates_says_so() -> None:
    window = TimeWindow(source=Source(start=0, end=1, text="x"), kind="campaign", label="Cuộc thi")
    assert phrase(window) == "Cuộc thi: không nêu ngày (thời gian thực hiện)"


def covering(tmp_path: Path, **sections: Coverage) -> Path:
    """The sample plan without targets, with these words on what was searched."""
    path = tmp_path / "covered.json"
    path.write_bytes(to_json(structs.replace(make_plan(), targets=(), coverage=sections)))
    return path


def test_summary_says_where_targets_were_looked_for(runner: CliRunner, tmp_path: Path) -> None:
    searched = (
        Searched(part="preamble", start=0, end=9),
        Searched(part="body", heading="II. MỤC TIÊU", start=10, end=20),
        Searched(part="body", heading="III. NHIỆM VỤ", start=20, end=30),
    )
    path = covering(tmp_path, targets=Coverage(state="absent", count=0, searched=searched))
    assert "Chỉ tiêu: không tìm thấy (đã tìm ở: phần căn cứ, II, III)" in shown(
        runner, "summary", path
    )


def test_summary_says_which_page_could_not_be_read(runner: CliRunner, tmp_path: Path) -> None:
    path = covering(
        tmp_path,
        targets=Coverage(state="unreadable", count=0, pages=(4,)),
        legal_bases=Coverage(state="found", count=1, pages=(4, 7)),
    )
    lines = shown(runner, "summary", path).splitlines()
    assert "Chỉ tiêu: không tìm thấy ở phần đọc được; trang 4 không đọc được hết" in lines
    assert "Căn cứ (1); trang 4, 7 không đọc được hết, có thể còn thiếu" in lines
    assert "  Chú ý: trang 4, 7 không đọc được hết, kết quả dưới đây có thể thiếu" in lines


def test_summary_tells_a_part_that_the_document_has_not(runner: CliRunner, tmp_path: Path) -> None:
    path = covering(tmp_path, targets=Coverage(state="absent", count=0))
    lines = shown(runner, "summary", path).splitlines()
    assert "Chỉ tiêu: không có (văn bản không có phần nói về mục này)" in lines


def test_a_record_that_tells_no_coverage_is_shown_as_before(
    runner: CliRunner, tmp_path: Path
) -> None:
    lines = shown(runner, "summary", covering(tmp_path)).splitlines()
    assert "Chỉ tiêu: không có" in lines


def test_explain_says_the_same_of_an_empty_section(runner: CliRunner, tmp_path: Path) -> None:
    path = covering(tmp_path, targets=Coverage(state="unreadable", count=0, pages=(4,)))
    assert "trang 4 không đọc được hết" in shown(runner, "explain", path, "--section", "targets")


def test_summary_names_who_signed_electronically(runner: CliRunner, tmp_path: Path) -> None:
    stamp = DigitalSignature(
        kind="stamp",
        signer="ỦY BAN NHÂN DÂN XÃ PHÚ LẠC",
        time="2026-03-05T10:12:45+07:00",
        organisation="TỈNH HÒA GIANG",
        page=1,
    )
    path = tmp_path / "signed.json"
    path.write_bytes(to_json(structs.replace(make_plan(), signatures=(stamp,))))
    line = "  Chữ ký số: ỦY BAN NHÂN DÂN XÃ PHÚ LẠC, TỈNH HÒA GIANG; 2026-03-05 10:12:45; trang 1"
    assert line in shown(runner, "summary", path).splitlines()
