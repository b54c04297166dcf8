"""The page of a schema, from the schema itself.

In: a JSON Schema whose keys carry titles in Vietnamese and English. Out: Markdown, a table of keys
for the whole and for each definition, with links between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]

NOTE = "This page is written from `{file}` (`python -m docs.generate`)."
_TABLE = "| key | what | form | |\n| --- | --- | --- | --- |"


def schema_page(schema: Schema, file: str) -> str:
    """The whole page; `file` is where the schema lies, for the reader to know."""
    parts = [f"# {schema['title']}\n", NOTE.format(file=file) + "\n"]
    parts += [f"{_told(schema)}\n", _keys(schema)]
    for name, part in schema.get("$defs", {}).items():
        parts.append(_definition(name, part))
    return "\n".join(parts)


def _definition(name: str, part: Schema) -> str:
    head = (
        f"## {name}\n\n**{part['title']}** {_told(part)}\n" if "title" in part else f"## {name}\n"
    )
    body = _keys(part) if "properties" in part else _form(part) + "\n"
    return f"{head}\n{body}"


def _told(part: Schema) -> str:
    return str(part.get("description", ""))


def _keys(part: Schema) -> str:
    return "\n".join([_TABLE, *_rows(part), ""])


def _rows(part: Schema) -> Iterator[str]:
    required = part.get("required", ())
    for key, value in part.get("properties", {}).items():
        what = " ".join(text for text in (value.get("title", ""), _told(value)) if text)
        must = "always" if key in required else ""
        yield f"| `{key}` | {_cell(what)} | {_cell(_form(value))} | {must} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _form(part: Schema) -> str:
    """What a value may be, in words: a link to a definition, closed values, a type."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in part or "const" in part:
        values = part.get("enum", [part.get("const")])
        return ", ".join(f"`{_shown(value)}`" for value in values)
    for key, word in (("oneOf", " or "), ("anyOf", " or "), ("allOf", " and ")):
        if key in part:
            return word.join(_form(one) for one in part[key])
    return _typed(part)


def _shown(value: object) -> str:
    return "null" if value is None else str(value)


def _typed(part: Schema) -> str:
    types = part.get("type", "any")
    named = " or ".join(types) if isinstance(types, list) else str(types)
    if "items" in part:
        named += f" of {_form(part['items'])}"
    return named + "".join(f", {told}" for told in _bounds(part))


def _bounds(part: Schema) -> Iterator[str]:
    if "pattern" in part:
        yield f"like `{part['pattern']}`"
    for key, word in (("minimum", "from"), ("maximum", "to"), ("minLength", "length from")):
        if key in part:
            yield f"{word} {part[key]}"
