"""Scripts that load the tables of a data package, one for each of three databases.

In: tables with their keys. Out: `postgresql.sql` for `psql -f`, `duckdb.sql` and `sqlite.sql` for
their shells: the same tables with types, primary and foreign keys, then the CSV files beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from extractor.export.relations import Related
from extractor.export.tables import Column

_TYPES = {"integer": "bigint", "number": "double precision"}
Loader = Callable[[Related], str]


def scripts(tables: tuple[Related, ...]) -> Mapping[str, bytes]:
    """The three scripts by name."""
    loaders: dict[str, Loader] = {
        "postgresql.sql": _postgresql,
        "duckdb.sql": _duckdb,
        "sqlite.sql": _sqlite,
    }
    made = "\n".join(_table(one) for one in tables)
    return {
        name: f"{made}\n{''.join(loader(one) for one in tables)}".encode()
        for name, loader in loaders.items()
    }


def _table(related: Related) -> str:
    lines = [f"  {_column(column, related)}" for column in related.table.columns]
    lines.append(f"  primary key ({_names(related.primary)})")
    lines.extend(
        f"  foreign key ({_name(key.column)}) references {_name(key.table)} ({_name(key.target)})"
        for key in related.foreign
    )
    return f"create table {_name(related.table.name)} (\n" + ",\n".join(lines) + "\n);\n"


def _column(column: Column, related: Related) -> str:
    needed = " not null" if column.name in related.primary else ""
    return f"{_name(column.name)} {_TYPES.get(column.kind, 'text')}{needed}"


def _postgresql(related: Related) -> str:
    name = related.table.name
    return f"\\copy {_name(name)} from '{name}.csv' with (format csv, header, encoding 'UTF8')\n"


def _duckdb(related: Related) -> str:
    name = related.table.name
    return f"copy {_name(name)} from '{name}.csv' (format csv, header, quote '\"', escape '\"');\n"


def _sqlite(related: Related) -> str:
    # Its shell reads an empty field as an empty text; here it is no value.
    name = related.table.name
    emptied = ", ".join(
        f"{_name(column.name)} = nullif({_name(column.name)}, '')"
        for column in related.table.columns
        if column.name not in related.primary
    )
    return f".import --csv --skip 1 {name}.csv {name}\nupdate {_name(name)} set {emptied};\n"


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(_name(column) for column in columns)


def _name(name: str) -> str:
    return f'"{name}"'
