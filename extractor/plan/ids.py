"""Ids that stay: the same fact of the same document has the same id on every run.

Goes in: a plan whose facts may lack ids. Comes out: the plan with `T` and eight hexadecimal
digits for a target (`T5d41402a`), `B` for a legal base, and so on. The digits are the SHA-256 of
the section's name, the words of the quote, the values that tell facts of one quote apart, and
which of several equals it is. Page, offsets and layout do not count, so the same plan read from
another format gives the same ids wherever the facts and their words are the same; and a fact
added or gone elsewhere moves no other id.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import count
from typing import Any, TypeVar

from msgspec import structs

from extractor.plan.model import Awards, Fact, Plan
from extractor.view import view

_DIGITS = 8
_WORDS = re.compile(r"\w+")
F = TypeVar("F", bound=Fact)

# Section: the id's first letter, and the values that tell apart the facts of one quote.
SECTIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "legal_bases": ("B", ("doc_type", "number", "title")),
    "citations": ("C", ("doc_type", "number")),
    "targets": ("T", ("indicator", "value", "unit", "by")),
    "time_windows": ("W", ("kind", "start", "end", "every")),
    "responsible_units": ("U", ("name",)),
    "assignments": ("A", ("unit",)),
}
AWARD_SECTIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "quotas": ("Q", ("recipient", "value", "unit")),
    "forms": ("F", ("name", "authority")),
    "criteria": ("K", ("text",)),
}


def with_ids(plan: Plan) -> Plan:
    """The plan with every listed fact's id set anew."""
    changes: dict[str, Any] = {
        name: _numbered(name, *how, getattr(plan, name)) for name, how in SECTIONS.items()
    }
    return structs.replace(plan, awards=_awards(plan.awards), **changes)


def _awards(awards: Awards) -> Awards:
    changes: dict[str, Any] = {
        name: _numbered(name, *how, getattr(awards, name)) for name, how in AWARD_SECTIONS.items()
    }
    return structs.replace(awards, **changes)


def _numbered(
    section: str, prefix: str, keys: tuple[str, ...], facts: tuple[F, ...]
) -> tuple[F, ...]:
    taken: set[str] = set()
    streams: dict[str, Iterator[str]] = {}  # of facts on the same ground each takes the next id
    done = []
    for fact in facts:
        ground = _ground(section, fact, keys)
        ids = streams.setdefault(ground, _ids(prefix, ground))
        name = next(name for name in ids if name not in taken)
        taken.add(name)
        done.append(structs.replace(fact, id=name))
    return tuple(done)


def _ground(section: str, fact: Fact, keys: tuple[str, ...]) -> str:
    values = (getattr(fact, key) for key in keys)
    return "\x1f".join([section, _plain(fact.source.text), *(_plain(value) for value in values)])


def _plain(value: object) -> str:
    # Words only: formats differ in spaces, bullets and dashes, never in these.
    if isinstance(value, int | float):
        return repr(float(value))
    return "".join(_WORDS.findall(view("" if value is None else str(value))))


def _ids(prefix: str, ground: str) -> Iterator[str]:
    # The first id for the first fact on this ground, the next for its double, and so on.
    for nth in count(1):
        digest = hashlib.sha256(f"{ground}\x1f{nth}".encode()).hexdigest()
        yield prefix + digest[:_DIGITS]
