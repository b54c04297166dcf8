"""Each kind of error has its line and its exit code."""

from __future__ import annotations

import pytest

from extractor.commands.ending import Exit, exit_code, line_for
from extractor.errors import InvalidRecord, MissingComponent, UnreadableFile, UnsupportedFormat


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UnreadableFile("Tệp rỗng."), Exit.UNREADABLE, "Tệp rỗng."),
        (UnsupportedFormat("Đây là ảnh."), Exit.UNREADABLE, "Đây là ảnh."),
        (MissingComponent("Chưa cài X."), Exit.MISSING, "Chưa cài X."),
        (InvalidRecord("thiếu khóa", "$.targets"), Exit.INVALID, "$.targets: thiếu khóa"),
        (ModuleNotFoundError(name="lxml"), Exit.MISSING, "thiếu thành phần lxml"),
        (ModuleNotFoundError(name="extractor.x"), Exit.UNREADABLE, "lỗi bất ngờ"),
        (ZeroDivisionError("division\nby zero"), Exit.UNREADABLE, "ZeroDivisionError: division by"),
    ],
)
def test_an_error_is_one_line_and_a_code(error: Exception, code: Exit, said: str) -> None:
    line = line_for("a.docx", error)
    assert line.startswith("Không đọc được «a.docx»: ") and said in line and "\n" not in line
    assert exit_code(error) == code
