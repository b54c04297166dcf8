"""`kehoach extract`: plans in, records out.

`kehoach extract ke-hoach.docx van-ban/ -o out` writes one `out/NAME.json` a plan; a file that
cannot be read gets one line on stderr, the others go on, and the exit code is not 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path

import click

from extractor.commands.ending import Exit, say, unwritable
from extractor.commands.inputs import Input
from extractor.commands.limit import limit_option
from extractor.commands.output import Sink, record_names, renamed, to_folder, to_lines, to_stdout
from extractor.commands.progress import Watch, watched
from extractor.commands.search import expand
from extractor.commands.work import Manner, Outcome, attempts
from extractor.reading.limits import Limits, using


@click.command(short_help="Đọc kế hoạch thành bản ghi JSON. / Read plans into JSON records.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path),
    help="Thư mục ghi bản ghi (với --jsonl: tệp). / Folder for records (with --jsonl: a file).",
)  # fmt: skip
@click.option("--jsonl", is_flag=True, help="Mỗi bản ghi một dòng. / One record a line.")
@click.option(
    "--workers", type=click.IntRange(1), default=1, show_default=True,
    help="Số tiến trình đọc song song. / Parallel processes.",
)  # fmt: skip
@click.option("--no-text", is_flag=True, help="Không kèm văn bản. / Leave the text out.")
@click.option(
    "--format", "format_", type=click.Choice(["docx", "pdf", "txt", "md", "html"]),
    help="Định dạng, thay cho tự nhận. / Format, instead of what the content says.",
)  # fmt: skip
@click.option(
    "--resume", is_flag=True,
    help="Bỏ qua tệp đã có bản ghi đúng trong -o. / Skip files whose record is already there.",
)  # fmt: skip
@limit_option
@click.pass_context
def extract(
    context: click.Context,
    paths: tuple[str, ...],
    output: Path | None,
    jsonl: bool,
    workers: int,
    no_text: bool,
    format_: str | None,
    resume: bool,
    limits: Limits,
) -> None:
    """Đọc tệp, thư mục, mẫu tên (*.docx) hoặc «-» (đầu vào chuẩn) thành bản ghi JSON.

    Read files, folders, patterns or «-» (standard input) into JSON records: one NAME.json each in
    the folder of -o, all lines of one file with --jsonl, or a single record on standard output.
    """
    context.with_resource(using(limits))
    inputs = expand(paths)
    _check_usage(context, inputs.files, output, jsonl, resume)
    for line in (*inputs.problems, *inputs.notices):
        say(line)
    manner = Manner(not no_text, 0 if jsonl else 2, format_, limits)
    codes = {Exit.UNREADABLE} if inputs.problems else {Exit.OK}
    names = {} if output is None or jsonl else record_names(inputs.files)
    files = inputs.files
    if resume and output is not None:
        files = _left(files, output, names, manner)
    try:
        with _sink(output, jsonl, names) as sink, watched(len(files)) as watch:
            debug = bool(context.find_root().obj)
            codes |= _write_all(attempts(files, manner, workers), sink, watch, debug)
    except BrokenPipeError:
        raise
    except OSError as error:
        say(unwritable(output, error, resume=output is not None and not jsonl))
        codes.add(Exit.UNWRITABLE)
    context.exit(max(codes))


def _check_usage(
    context: click.Context,
    files: tuple[Input, ...],
    output: Path | None,
    jsonl: bool,
    resume: bool,
) -> None:
    if resume and (output is None or jsonl):
        raise click.UsageError("--resume cần -o THƯ_MỤC, và không đi với --jsonl.", ctx=context)
    if output is None and not jsonl and len(files) > 1:
        raise click.UsageError(
            f"có {len(files)} tệp: hãy thêm -o THƯ_MỤC hoặc --jsonl.", ctx=context
        )
    if output is not None and jsonl and output.is_dir():
        raise click.UsageError("với --jsonl, -o phải là tên tệp, không phải thư mục.", ctx=context)
    if output is not None and not jsonl and output.is_file():
        raise click.UsageError("-o phải là thư mục; ở đó đang có một tệp.", ctx=context)


def _left(
    files: tuple[Input, ...], output: Path, names: dict[Input, str], manner: Manner
) -> tuple[Input, ...]:
    from extractor.commands.resume import unfinished

    left = unfinished(files, output, names, manner)
    if len(left) < len(files):
        say(f"Bỏ qua {len(files) - len(left)} tệp đã có bản ghi từ lần chạy trước.")
    return left


def _sink(
    output: Path | None, jsonl: bool, names: dict[Input, str]
) -> AbstractContextManager[Sink]:
    if output is None:
        return to_stdout()
    if jsonl:
        return to_lines(output)
    for line in renamed(names):
        say(line)
    return to_folder(output, names)


def _write_all(outcomes: Iterable[Outcome], sink: Sink, watch: Watch, debug: bool) -> set[Exit]:
    codes = set()
    for outcome in outcomes:
        if outcome.line:
            watch.say(outcome.line)
            if debug and outcome.trace:
                watch.say(outcome.trace)
        else:
            sink(outcome.item, outcome.record)
        codes.add(outcome.code)
        watch.advance()
    return codes
