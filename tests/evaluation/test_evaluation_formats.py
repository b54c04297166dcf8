"""One small plan in every format: the same facts, also from old fonts, a web page and a scan."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from corpus.formats import FORMATS, print_as
from corpus.layout_text import text_sheet
from evaluation.cases import Case
from evaluation.readings import Reading, differing, readings
from tests.reading.office_files import needed_office
from tests.reading.scan_files import needed_tesseract

PLAN = """ỦY BAN NHÂN DÂN
XÃ PHÚ LẠC

Số: 27/KH-UBND

Phú Lạc, ngày 05 tháng 01 năm 2026

KẾ HOẠCH

Phát động phong trào thi đua “Hồ sơ thông suốt” năm 2026

Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về cơ chế một cửa;

Thực hiện Kế hoạch số 15/KH-UBND ngày 02/01/2026 của UBND tỉnh Hòa Giang về cải cách hành chính.

I. MỤC ĐÍCH

- Nâng cao tinh thần trách nhiệm của cán bộ, công chức.

II. CHỈ TIÊU

- Phấn đấu ≥ 95% hồ sơ được giải quyết đúng hạn.

- Tỷ lệ hồ sơ nộp trực tuyến đạt từ 80% trở lên.

III. TỔ CHỨC THỰC HIỆN

1. Văn phòng HĐND và UBND xã chủ trì theo dõi, đôn đốc, báo cáo kết quả trước ngày 30/11/2026.

2. Phòng Văn hóa - Xã hội phối hợp tuyên truyền.

Nơi nhận:

- Như mục III;

- Lưu: VT.

TM. ỦY BAN NHÂN DÂN

CHỦ TỊCH

Trần Văn Bình
"""
SECTIONS = ("legal_bases", "targets", "time_windows", "responsible_units", "assignments")


@cache
def read() -> dict[str, Reading]:
    needed_office()
    needed_tesseract()
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "gold.json").write_text("{}", encoding="utf-8")
        (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
        case = Case("shared", "plan", "txt", folder / "plan.txt", folder / "gold.json")
        return {one.format: one for one in readings([case], FORMATS, folder)}


def test_the_text_has_the_facts_that_the_formats_are_held_against() -> None:
    record = read()["txt"].record
    assert record["document"]["number"] == "27/KH-UBND"
    assert record["document"]["signer"]["name"] == "Trần Văn Bình"
    assert [one["value"] for one in record["targets"]] == [95, 80]
    assert all(record[section] for section in SECTIONS)


@pytest.mark.parametrize("format", [name for name in FORMATS if name not in ("txt", "scan")])
def test_a_plan_says_the_same_in_every_format(format: str) -> None:
    assert read()[format].outcome.outcome == "read"
    assert list(differing(read()["txt"], read()[format])) == []


def test_a_plan_says_the_same_when_it_is_scanned() -> None:
    scan = read()["scan"]
    assert "low_text_quality" in {one["code"] for one in scan.record["warnings"]}
    assert list(differing(read()["txt"], scan, folded=True)) == []


def test_a_scan_is_the_same_every_time() -> None:
    sheet = text_sheet(PLAN)
    first, second = (print_as(sheet, ["scan"])["scan"][1] for _ in range(2))
    assert first == second
