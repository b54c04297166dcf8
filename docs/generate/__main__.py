"""`python -m docs.generate` writes the reference pages; `--check` only says which are old."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from docs.generate.cli_page import cli_page
from docs.generate.schema_page import schema_page
from extractor.cli import app

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"


def pages() -> dict[Path, str]:
    """Each page of the reference with what it has to say."""
    found = {REFERENCE / "commands.md": cli_page(app)}
    for path in sorted((ROOT / "schemas").glob("*.schema.json")):
        schema = json.loads(path.read_text("utf-8"))
        name = path.name.removesuffix(".schema.json")
        found[REFERENCE / f"{name}.md"] = schema_page(schema, f"schemas/{path.name}")
    return found


def old(wanted: dict[Path, str]) -> list[Path]:
    """Pages that do not say what they should."""
    return [
        path
        for path, text in wanted.items()
        if not path.is_file() or path.read_text("utf-8") != text
    ]


def main() -> int:
    """Write, or with `--check` tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, say which are old")
    told = parser.parse_args()
    wanted = pages()
    stale = old(wanted)
    for path in stale:
        print(f"{'old' if told.check else 'written'}: {path.relative_to(ROOT)}")
        if not told.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], "utf-8")
    return 1 if told.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
