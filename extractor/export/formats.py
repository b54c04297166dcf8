"""The forms that a plan can be given, and the module that makes each.

In: a name of `NAMES`. Out: the function that exports, loaded only when it is asked for: a calendar
needs no workbook library.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from extractor.export.model import Export, Lost, Subject


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its module, and whether it is always several files."""

    module: str
    folder: bool = False


FORMS = {
    "xlsx": Form("xlsx"),
    "csv": Form("csv_package", folder=True),
    "ics": Form("ics"),
    "html": Form("html"),
    "jsonld": Form("jsonld"),
    "label-studio": Form("label_studio"),
    "open-sdg": Form("open_sdg", folder=True),
    "dhis2": Form("dhis2", folder=True),
}
NAMES = tuple(FORMS)
REPORT = "khong-chuyen-duoc.md"


def exporter(name: str) -> Callable[[Subject], Export]:
    """The function that makes the form `name`."""
    module = import_module(f"extractor.export.{FORMS[name].module}")
    made: Callable[[Subject], Export] = module.export
    return made


def report(name: str, lost: tuple[Lost, ...]) -> bytes:
    """What a form cannot hold, as a list that lies beside its files."""
    lines = [f"# Không chuyển được sang {name}", "", *(f"* {one}" for one in lost)]
    return ("\n".join(lines) + "\n").encode()
