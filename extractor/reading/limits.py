"""How much one file may cost: asked before a parser sees it, and held while it runs.

In: words such as `"seconds=60"` or `"memory_bytes=4GB"`. Out: `Limits(seconds=60, …)`. Readers ask
`current()`; `with using(limits):` sets what that is, for this thread of work. `confine(limits)`
makes the operating system hold a whole process to its memory. docs/limits.md tells every limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields, replace

KB, MB, GB = 1024, 1024**2, 1024**3
# libxml2's own bound on elements within elements; no reader of this package lifts it.
XML_DEPTH = 256

_WORD = re.compile(r"\s*([a-z_]{1,20})\s*=\s*(\d{1,12})\s*(|[KMG]B?)\s*", re.IGNORECASE)
_UNITS = {"": 1, "K": KB, "M": MB, "G": GB}


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one input; sizes in bytes, times in seconds.

    The defaults are several times what the largest real plans need (a thousand pages, a hundred
    megabytes of pictures) and a small part of what a plain office machine has.
    """

    file_bytes: int = 100 * MB  # of the file as it lies on the disk
    text_bytes: int = 20 * MB  # of a text file or web page: nothing in them but letters
    unpacked_bytes: int = 300 * MB  # of everything in a package or archive together
    xml_bytes: int = 64 * MB  # of one part that becomes a tree in memory
    entries: int = 10_000  # in a package or archive
    members: int = 1_000  # of an archive that are read as inputs
    ratio: int = 200  # unpacked to packed, of one entry
    pages: int = 1_000
    pixels: int = 100_000_000  # of one picture: an A3 page at 600 dots an inch has 70 million
    seconds: int = 600
    memory_bytes: int = 3 * GB  # of addresses, of which about a third becomes real memory
    office_seconds: int = 120  # of one run of LibreOffice, antiword or catdoc


DEFAULT = Limits()
_current: ContextVar[Limits] = ContextVar("limits", default=DEFAULT)


def current() -> Limits:
    """The limits that hold here."""
    return _current.get()


@contextmanager
def using(limits: Limits) -> Iterator[None]:
    """Hold what is read inside to `limits`."""
    token = _current.set(limits)
    try:
        yield
    finally:
        _current.reset(token)


def parsed(words: Iterable[str], base: Limits = DEFAULT) -> Limits:
    """`base` with what `words` change; ValueError names the word that is no limit."""
    known = {field.name for field in fields(Limits)}
    changes: dict[str, int] = {}
    for word in words:
        found = _WORD.fullmatch(word)
        if found is None or found[1].lower() not in known or not int(found[2]):
            raise ValueError(word)
        changes[found[1].lower()] = int(found[2]) * _UNITS[found[3][:1].upper()]
    return replace(base, **changes)


def confine(limits: Limits) -> None:
    """Hold this whole process to `limits.memory_bytes`, where the system can; else do nothing."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = limits.memory_bytes
    if hard != resource.RLIM_INFINITY:
        bound = min(bound, hard)
    # Only the soft limit: a program started from here (LibreOffice) sets its own.
    resource.setrlimit(resource.RLIMIT_AS, (bound, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold the document
