"""A record written for these tests (an invented commune), and a project folder around it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

TEXT = """ỦY BAN NHÂN DÂN XÃ PHÚ LẠC
Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về một cửa;
Thực hiện Kế hoạch số 15/KH-UBND ngày 05/01/2026 của UBND tỉnh Hòa Giang về cải cách hành chính.
1. Chỉ tiêu
Tỷ lệ hồ sơ được số hóa đạt từ 90% trở lên.
Mỗi thôn có ít nhất 02 sáng kiến <mới> & tốt.
2. Tổ chức thực hiện
Văn phòng Sở chủ trì theo dõi, báo cáo trước ngày 30/11/2026.
Các thôn phối hợp tuyên truyền.
3. Khen thưởng
Tặng Giấy khen của Chủ tịch UBND xã cho 05 tập thể hoàn thành xuất sắc các chỉ tiêu."""


def _target(**changes: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("value_max", "change", "per", "by", "group", "subject"))
    return {**empty, "operator": "ge", "context": "target", **changes}


RECORD: dict[str, Any] = {
    "schema_version": "1.0",
    "document": {
        "type": "Kế hoạch",
        "number": "108/KH-UBND",
        "date": "2026-03-02",
        "place": "Phú Lạc",
        "title": "Cải cách hành chính năm 2026",
        "theme": None,
        "issuer": {"name": "UBND xã Phú Lạc", "kind": "government", "level": "commune"},
        "signer": {"name": "Trần Văn Bình", "position": "CHỦ TỊCH", "capacity": "TM"},
        "recipients": ["UBND tỉnh Hòa Giang", "Các thôn"],
    },
    "legal_bases": [
        {
            "relation": "pursuant_to", "doc_type": "Nghị định", "number": "61/2018/NĐ-CP",
            "date": "2018-04-23", "issuer": "Chính phủ", "title": "về một cửa",
            "quote": "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về một cửa",
        },
        {
            "relation": "implements", "doc_type": "Kế hoạch", "number": "15/KH-UBND",
            "date": "2026-01-05", "issuer": "UBND tỉnh Hòa Giang",
            "title": "về cải cách hành chính", "quote": "Thực hiện Kế hoạch số 15/KH-UBND",
        },
    ],
    "citations": [
        {"doc_type": "Nghị định", "number": "61/2018/NĐ-CP", "date": "2018-04-23",
         "where": "preamble"},
        {"doc_type": "Kế hoạch", "number": "15/KH-UBND", "date": "2026-01-05", "where": "preamble"},
    ],
    "targets": [
        _target(
            indicator="Tỷ lệ hồ sơ được số hóa", value=90, unit="percent", by="2026",
            group="Chỉ tiêu", quote="Tỷ lệ hồ sơ được số hóa đạt từ 90% trở lên",
        ),
        _target(
            indicator="sáng kiến mới", value=2, unit="sáng kiến", subject="Mỗi thôn",
            quote="Mỗi thôn có  ít nhất 02 sáng kiến",
        ),
        _target(
            indicator="lượt người được tuyên truyền", value=500, unit="lượt người",
            context="task", quote="Các thôn phối hợp tuyên truyền",
        ),
    ],
    "time_windows": [
        {"kind": "campaign", "label": "năm 2026", "start": "2026", "end": "2026", "every": None,
         "due_day": None, "due_month": None, "quote": "năm 2026"},
        {"kind": "report", "label": "báo cáo", "start": None, "end": "2026-11-30", "every": None,
         "due_day": None, "due_month": None, "quote": "báo cáo trước ngày 30/11/2026"},
    ],
    "responsible_units": [
        {"name": "Văn phòng Sở", "roles": ["lead"], "quote": "Văn phòng Sở chủ trì"},
        {"name": "Các thôn", "roles": ["coordinate"], "quote": "Các thôn phối hợp"},
    ],
    "assignments": [
        {"unit": "Văn phòng Sở", "role": "lead", "task": "Văn phòng Sở chủ trì theo dõi, báo cáo",
         "with": ["Các thôn"], "due": "2026-11-30", "every": None, "deliverable": "báo cáo",
         "quote": "Văn phòng Sở chủ trì theo dõi, báo cáo trước ngày 30/11/2026"},
        {"unit": "Các thôn", "role": "coordinate", "task": "Các thôn phối hợp tuyên truyền",
         "with": [], "due": None, "every": None, "deliverable": None,
         "quote": "Các thôn phối hợp tuyên truyền"},
    ],
    "awards": {
        "quotas": [{"recipient": "collective", "operator": "eq", "value": 5, "unit": "tập thể",
                    "form": "Giấy khen", "per": None, "quote": "05 tập thể"}],
        "forms": [{"name": "Giấy khen", "authority": "Chủ tịch UBND xã", "occasion": None,
                   "quote": "Tặng Giấy khen của Chủ tịch UBND xã"}],
        "criteria": [{"text": "hoàn thành xuất sắc các chỉ tiêu", "recipient": "collective",
                      "quote": "hoàn thành xuất sắc các chỉ tiêu"}],
        "funding": "ngân sách xã",
        "dossier": ["Tờ trình", "Báo cáo thành tích"],
    },
    "warnings": [{"code": "possible_typo", "message": "Có thể gõ nhầm."}],
}  # fmt: skip


@pytest.fixture(scope="session")
def record() -> dict[str, Any]:
    """The answer itself, not to be changed."""
    return RECORD


@pytest.fixture
def gold() -> dict[str, Any]:
    """A fresh copy of the answer, free to be changed."""
    return copy.deepcopy(RECORD)


@pytest.fixture
def text() -> str:
    """The plan that the answer rests on."""
    return TEXT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project folder with one corpus plan in two formats and one labelled plan beside it."""
    root = tmp_path / "main"
    corpus = root / "corpus" / "phu-lac"
    shared = tmp_path / "shared" / "plans"
    for folder in (corpus, shared / "files", shared / "gold"):
        folder.mkdir(parents=True)
    answer = json.dumps(RECORD, ensure_ascii=False)
    for name in ("plan.txt", "plan.docx"):
        (corpus / name).write_text(TEXT, encoding="utf-8")
    (corpus / "gold.json").write_text(answer, encoding="utf-8")
    (shared / "files" / "tan-my.txt").write_text(TEXT, encoding="utf-8")
    (shared / "files" / "without-answer.txt").write_text(TEXT, encoding="utf-8")
    (shared / "gold" / "tan-my.json").write_text(answer, encoding="utf-8")
    return root


@pytest.fixture
def read_gold() -> Any:
    """A reader that gives the answer itself as the record, with the text it rests on."""
    return lambda path: json.dumps({**RECORD, "text": TEXT}, ensure_ascii=False).encode()
