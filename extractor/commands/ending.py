"""How a command ends: exit codes, and one clear line on stderr for each thing that went wrong.

In: an exception. Out: `Không đọc được «a.docx»: Tệp rỗng …` and an exit code; never a traceback,
unless `--debug` asks for it.
"""

from __future__ import annotations

import errno
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path

import click

from extractor.errors import InvalidRecord, KehoachError, MissingComponent


class Exit(IntEnum):
    """Exit codes, as docs/cli.md tells them."""

    OK = 0
    UNREADABLE = 1
    USAGE = 2
    INVALID = 3
    UNWRITABLE = 4
    MISSING = 5
    FINDINGS = 6
    INTERRUPTED = 130


_FULL = "ổ đĩa đã đầy. Hãy dọn bớt hoặc chọn ổ khác, rồi chạy lại."
_CLOSED = "không có quyền ghi ở đó. Hãy xin quyền, hoặc chọn thư mục khác."
_AWAY = "thư mục không có hoặc không còn ở đó. Hãy kiểm tra ổ đĩa, rồi chạy lại."
_REASONS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), _FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _CLOSED),
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR, errno.ESTALE), _AWAY),
    errno.EIO: "ổ đĩa báo lỗi khi ghi. Hãy kiểm tra ổ đĩa, hoặc chọn ổ khác.",
    errno.EFBIG: "hệ thống không cho ghi tệp lớn như vậy. Hãy chọn ổ khác.",
    errno.ENAMETOOLONG: "tên tệp quá dài. Hãy chọn thư mục có tên ngắn hơn.",
    errno.EEXIST: "ở đó đang có một tệp cùng tên. Hãy chọn thư mục khác.",
}


def exit_code(error: BaseException) -> Exit:
    """The exit code that an error stands for."""
    if isinstance(error, InvalidRecord):
        return Exit.INVALID
    missing = isinstance(error, MissingComponent) or _missing_library(error)
    return Exit.MISSING if missing else Exit.UNREADABLE


def line_for(label: str, error: BaseException) -> str:
    """One line that says what is wrong with the file `label`, and what to do."""
    return f"Không đọc được «{label}»: {' '.join(_what(error).split())}"


def unwritable(output: Path | None, error: OSError, *, resume: bool = False) -> str:
    """One line that says why nothing could be written to `output` (None: standard output).

    `resume` says that the command can go on where it stopped.
    """
    where = "đầu ra chuẩn" if output is None else f"«{output}»"
    said = _REASONS.get(error.errno or 0, f"{error.strerror or error}. Hãy chọn chỗ ghi khác.")
    if resume:
        said = said.replace("rồi chạy lại.", "rồi chạy lại với --resume.")
    return f"Không ghi được {where}: {' '.join(said.split())}"


def _what(error: BaseException) -> str:
    if isinstance(error, InvalidRecord) and error.path:
        return f"{error.path}: {error.message}"
    if isinstance(error, KehoachError):
        return error.message
    if isinstance(error, MemoryError):
        return "tệp cần quá nhiều bộ nhớ nên đã dừng. Hãy xin bản gọn hơn, hoặc tách tệp ra."
    if isinstance(error, RecursionError):
        return "nội dung lồng nhau quá sâu nên đã dừng. Hãy lưu lại dạng .docx bằng Word."
    if library := _missing_library(error):
        return f"thiếu thành phần {library}. Hãy chạy: kehoach doctor"
    return (
        f"lỗi bất ngờ trong chương trình ({type(error).__name__}: {error}). "
        "Hãy gửi tệp này cho người bảo trì; chạy kehoach --debug … để xem chi tiết."
    )


def _missing_library(error: BaseException) -> str | None:
    # A module of our own that is missing is a fault of the program, which doctor does not see.
    if not isinstance(error, ImportError) or (error.name or "").startswith("extractor"):
        return None
    return error.name or str(error)


def say(line: str) -> None:
    """Put one line on stderr."""
    click.echo(line, err=True)


@contextmanager
def guarded(label: str, context: click.Context) -> Iterator[None]:
    """Turn what goes wrong with the file `label` into one line and an exit code."""
    try:
        yield
    except (click.exceptions.Exit, click.ClickException, click.Abort, BrokenPipeError):
        raise
    except Exception as error:
        if context.find_root().obj:
            traceback.print_exception(error, file=sys.stderr)
        say(line_for(label, error))
        context.exit(exit_code(error))
