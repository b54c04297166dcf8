"""`kehoach doctor`: what is installed, what is missing, and which formats that closes.

Out: one line a component with its version, then what can be read. Exit code 5 when something is
missing.
"""

from __future__ import annotations

import importlib
import platform
from dataclasses import dataclass
from importlib import metadata, resources

import click

from extractor.commands.ending import Exit


@dataclass(frozen=True, slots=True)
class Component:
    """A library: its distribution, the module that must load, and what stands on it."""

    distribution: str
    module: str
    use: str


ALL = "mọi định dạng"
COMPONENTS = (
    Component("msgspec", "msgspec", ALL),
    Component("jsonschema", "jsonschema", ALL),
    Component("PyYAML", "yaml", ALL),
    Component("spacy", "spacy", ALL),
    Component("underthesea", "underthesea", ALL),
    Component("rich", "rich", "kehoach explain"),
    Component("charset-normalizer", "charset_normalizer", ".txt, .md"),
    Component("lxml", "lxml.etree", ".docx"),
    Component("pypdfium2", "pypdfium2", ".pdf"),
    Component("pdfplumber", "pdfplumber", ".pdf"),
)
NOT_READ = ".doc, .odt, .rtf, ảnh và bản quét: phiên bản này chưa đọc; hãy lưu lại dạng .docx"


@click.command(short_help="Kiểm tra cài đặt. / Check the installation.")
@click.pass_context
def doctor(context: click.Context) -> None:
    """Cho biết đã cài gì, thiếu gì và vì thế không đọc được định dạng nào.

    Tell what is installed, what is missing, and which formats that closes.
    """
    click.echo(f"Python {platform.python_version()} ({platform.system()})")
    missing = [component for component in COMPONENTS if not _report(component)]
    files_missing = [name for name, present in _files() if not present]
    for name in files_missing:
        click.echo(f"  THIẾU  tệp {name}: hãy cài lại kehoach")
    closed = sorted({component.use for component in missing})
    click.echo(
        f"Không dùng được: {', '.join(closed)}" if closed else "Đọc được: .docx, .pdf, .txt, .md"
    )
    click.echo(f"Chưa đọc: {NOT_READ}")
    context.exit(Exit.MISSING if missing or files_missing else Exit.OK)


def _report(component: Component) -> bool:
    try:
        importlib.import_module(component.module)
    except Exception as error:  # a broken binary raises more than ImportError
        why = "chưa cài" if isinstance(error, ModuleNotFoundError) else f"hỏng: {error}"
        click.echo(f"  THIẾU  {component.distribution} ({why}): cần cho {component.use}")
        return False
    version = metadata.version(component.distribution)
    click.echo(f"  có     {component.distribution} {version}: {component.use}")
    return True


def _files() -> list[tuple[str, bool]]:
    from extractor.plan.schema import schema_path

    lexicons = resources.files("extractor.lexicon").joinpath("vi")
    words = lexicons.is_dir() and any(entry.name.endswith(".yml") for entry in lexicons.iterdir())
    return [("lược đồ plan.schema.json", schema_path().is_file()), ("từ điển", words)]
