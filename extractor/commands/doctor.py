"""`kehoach doctor`: what is installed, what is missing, and which formats that closes.

Out: one line a component with its version, then what can be read. Exit code 5 when something is
missing; programs that only some formats need (LibreOffice) are told and are no fault.
"""

from __future__ import annotations

import importlib
import platform
from dataclasses import dataclass
from importlib import metadata, resources

import click

from extractor.commands import programs
from extractor.commands.ending import Exit


@dataclass(frozen=True, slots=True)
class Component:
    """A library: its distribution, the module that must load, and what it closes when missing."""

    distribution: str
    module: str
    uses: tuple[str, ...]


FORMATS = (".docx", ".pdf", ".txt", ".md", ".html", ".mht")
WORDS = "extractor.language.words"
COMPONENTS = (
    Component("msgspec", "msgspec", FORMATS),
    Component("jsonschema", "jsonschema", FORMATS),
    Component("PyYAML", "yaml", FORMATS),
    Component("charset-normalizer", "charset_normalizer", (".txt", ".md", ".html", ".mht")),
    Component("lxml", "lxml.etree", (".docx", ".html", ".mht")),
    Component("python-docx", "docx", (".docx",)),
    Component("pypdfium2", "pypdfium2", (".pdf",)),
    Component("pdfplumber", "pdfplumber", (".pdf",)),
    Component("rich", "rich", ("kehoach explain",)),
    Component("spacy", "spacy", FORMATS),
    Component("underthesea", "underthesea", (WORDS,)),
)


@click.command(short_help="Kiểm tra cài đặt. / Check the installation.")
@click.pass_context
def doctor(context: click.Context) -> None:
    """Cho biết đã cài gì, thiếu gì và vì thế không đọc được định dạng nào.

    Tell what is installed, what is missing, and which formats that closes.
    """
    click.echo(f"Python {platform.python_version()} ({platform.system()})")
    closed = {use for component in COMPONENTS for use in _closed_by(component)}
    for name, present in _files():
        if not present:
            click.echo(f"  THIẾU  {name}: hãy cài lại kehoach")
            closed.update(FORMATS)
    for line in filter(None, map(programs.told, programs.PROGRAMS)):
        click.echo(line)
    readable = [use for use in (*FORMATS, *programs.opened()) if use not in closed]
    click.echo(f"Đọc được: {', '.join(readable) or 'không gì cả'}")
    if closed:
        click.echo(f"Không dùng được: {', '.join(sorted(closed))}")
    context.exit(Exit.MISSING if closed else Exit.OK)


def _closed_by(component: Component) -> tuple[str, ...]:
    """What this component closes: nothing where it loads."""
    use = ", ".join(component.uses)
    try:
        importlib.import_module(component.module)
    except Exception as error:  # a broken binary raises more than ImportError
        why = "chưa cài" if isinstance(error, ModuleNotFoundError) else f"hỏng: {error}"
        click.echo(f"  THIẾU  {component.distribution} ({why}): cần cho {use}")
        return component.uses
    version = metadata.version(component.distribution)
    click.echo(f"  có     {component.distribution} {version}: {use}")
    return ()


def _files() -> list[tuple[str, bool]]:
    from extractor.plan.schema import schema_path

    lexicons = resources.files("extractor.lexicon").joinpath("vi")
    words = lexicons.is_dir() and any(entry.name.endswith(".yml") for entry in lexicons.iterdir())
    return [("tệp lược đồ plan.schema.json", schema_path().is_file()), ("tệp từ điển", words)]
