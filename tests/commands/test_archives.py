"""Archives of plans: each member an input of its own, within limits, nothing written outside."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import app
from extractor.commands.ending import Exit
from extractor.commands.search import expand
from extractor.reading.limits import Limits, using
from tests.reading.word_files import par, word

PLAN = "Số: 12/KH-UBND\nKẾ HOẠCH\nChuyển đổi số năm 2026\n"


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return path


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    members = {
        "xã/ke-hoach.txt": PLAN.encode(),
        "phường/ke-hoach.txt": PLAN.encode(),
        "a.docx": word(par("KẾ HOẠCH")),
        "phu-luc.xlsx": b"x",
        "__MACOSX/._a.docx": b"x",
        "~$a.docx": b"x",
    }
    return archive(tmp_path / "goi.zip", members)


def run(runner: CliRunner, *words: object) -> Result:
    return runner.invoke(app, ["extract", *map(str, words)])


def test_each_member_is_an_input(plans: Path) -> None:
    inputs = expand([str(plans)])
    assert [item.name for item in inputs.files] == [
        "goi.zip!a.docx",
        "goi.zip!phường/ke-hoach.txt",
        "goi.zip!xã/ke-hoach.txt",
    ]
    assert inputs.files[0].label == f"{plans}!a.docx"
    assert inputs.problems == ()
    assert inputs.notices == (f"Trong «{plans}» có 1 tệp loại khác, không đọc: .xlsx (1).",)
    assert inputs.files[1].load() == PLAN.encode()


@pytest.mark.usefixtures("pipeline")
def test_each_member_gets_its_record(runner: CliRunner, plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run(runner, plans, "-o", out)
    assert result.exit_code == Exit.OK
    assert sorted(path.name for path in out.iterdir()) == [
        "a.json",
        "phường-ke-hoach.txt.json",
        "xã-ke-hoach.txt.json",
    ]
    record = json.loads((out / "a.json").read_text("utf-8"))
    assert record["origin"]["name"] == "goi.zip!a.docx"


def test_members_are_read_in_processes_like_files(
    runner: CliRunner, plans: Path, tmp_path: Path
) -> None:
    result = run(runner, plans, "-o", tmp_path / "out", "--workers", 2)
    assert result.exit_code == Exit.OK and len(list((tmp_path / "out").iterdir())) == 3
    again = run(runner, plans, "-o", tmp_path / "out", "--resume")
    assert "Bỏ qua 3 tệp" in again.stderr


@pytest.mark.parametrize(
    "name",
    ["../../evil.txt", "/etc/evil.txt", "..\\..\\evil.txt", "a\nb:c?.txt", "." * 9 + "/x.txt",
     "CON:.txt", "kế" * 200 + ".txt"],
)  # fmt: skip
def test_a_name_from_an_archive_writes_nowhere_else(
    name: str, runner: CliRunner, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    path = archive(tmp_path / "in.zip", {name: PLAN.encode()})
    result = run(runner, path, "-o", out)
    assert result.exit_code == Exit.OK
    assert {found.name for found in tmp_path.iterdir()} == {"in.zip", "out"}
    assert len(list(out.iterdir())) == 1


def test_names_in_utf8_without_the_flag_are_read(tmp_path: Path) -> None:
    name = "kế-hoạch.txt".encode()
    stand_in = "x" * (len(name) - 4) + ".txt"
    raw = archive(tmp_path / "a.zip", {stand_in: b"x"}).read_bytes()
    path = tmp_path / "b.zip"
    path.write_bytes(raw.replace(stand_in.encode(), name))
    assert expand([str(path)]).files[0].name == "b.zip!kế-hoạch.txt"


def test_an_archive_in_an_archive_is_told_and_not_opened(runner: CliRunner, tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as package:
        package.writestr("ke-hoach.txt", PLAN)
    path = archive(tmp_path / "a.zip", {"trong.zip": inner.getvalue()})
    result = run(runner, path, "-o", tmp_path / "out")
    assert result.exit_code == Exit.UNREADABLE
    assert f"Không đọc được «{path}!trong.zip»: Đây là tệp nén" in result.stderr


def test_a_word_file_named_zip_is_a_word_file(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.zip"
    path.write_bytes(word(par("KẾ HOẠCH")))
    assert [item.member for item in expand([str(path)]).files] == [None]


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (Limits(members=2), "có 3 tệp bên trong, quá 2"),
        (Limits(entries=2), "quá nhiều"),
        (Limits(unpacked_bytes=100), "quá nhiều"),
    ],
)
def test_an_archive_over_a_limit_is_one_line(plans: Path, limits: Limits, said: str) -> None:
    with using(limits):
        inputs = expand([str(plans)])
    assert inputs.files == () and len(inputs.problems) == 1
    assert said in inputs.problems[0]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"not a zip"])
def test_a_broken_archive_is_one_line(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    inputs = expand([str(path)])
    assert inputs.files == () and "hỏng" in inputs.problems[0] and len(inputs.problems) == 1


def test_an_archive_of_nothing_to_read_is_told(tmp_path: Path) -> None:
    inputs = expand([str(archive(tmp_path / "a.zip", {"anh.png": b"x"}))])
    assert inputs.problems == (f"Trong tệp nén «{tmp_path / 'a.zip'}» không có tệp nào đọc được.",)


def test_what_cannot_be_read_in_a_folder_is_told_by_kind(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx", "c.jpg", "d"):
        (tmp_path / name).write_bytes(b"x")
    (notice,) = expand([str(tmp_path)]).notices
    assert notice.endswith("có 4 tệp loại khác, không đọc: .xlsx (2), .jpg (1), không có đuôi (1).")


@pytest.mark.parametrize("name", ["thu.eml", "thu.msg", "goi.rar", "goi.7z", "trang.html"])
def test_what_may_hold_a_plan_is_tried_in_a_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert [item.name for item in expand([str(tmp_path)]).files] == [name]
