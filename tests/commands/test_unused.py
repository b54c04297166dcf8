"""`explain --unused`: what was recognised in a document and became no fact."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from extractor.cli import app
from extractor.commands.ending import Exit
from extractor.plan.codec import to_json
from tests.sample_plan import make_plan

PLAN = """KẾ HOẠCH
Chuyển đổi số xã Phú Lạc
I. MỤC ĐÍCH
Nâng tỷ lệ hài lòng lên 95%.
II. NHIỆM VỤ
Hiện nay 37% số hộ đã có chữ ký số, trong khi cả tỉnh Hòa Giang có rất nhiều nơi chưa đạt được.
"""


def test_a_mention_without_a_fact_has_its_sentence_and_its_place(
    runner: CliRunner, tmp_path: Path
) -> None:
    path = tmp_path / "phu-lac.txt"
    path.write_text(PLAN, encoding="utf-8")
    result = runner.invoke(app, ["explain", "--unused", str(path)])
    assert result.exit_code == Exit.OK, result.stderr
    table = " ".join(result.stdout.split())
    assert "Chưa dùng (1)" in table
    for cell in ("tỷ lệ", "37%", "dòng 6", "content", "Hiện nay 37% số hộ đã có chữ ký số"):
        assert cell in table
    assert "95%" not in table and "Chỉ tiêu (" not in table


def test_a_record_does_not_tell_what_is_missing(runner: CliRunner, tmp_path: Path) -> None:
    path = tmp_path / "phu-lac.json"
    path.write_bytes(to_json(make_plan()))
    result = runner.invoke(app, ["explain", "--unused", str(path)])
    assert result.exit_code == Exit.USAGE
    assert "--unused cần chính văn bản" in result.stderr
