"""The coverage of a record: what was found, what is absent, what could not be read.

In: a reading and the plan made of it. Out: for each section a `Coverage`; of a plan of which page 4
is a picture and that names no target before, `targets` is `unreadable` with pages `(4,)`; of one
that was read whole, `absent` with the sections that were searched.
"""

from __future__ import annotations

from extractor.fields.context import Reading
from extractor.fields.coverage.searched import SECTIONS, searched
from extractor.fields.coverage.unread import Unread, concerning, unread
from extractor.plan.model import Coverage, Place, Plan


def read_coverage(reading: Reading, plan: Plan) -> dict[str, Coverage]:
    """What the search for each section of `plan` came to, in the order of the record."""
    return {section: _coverage(reading, plan, section) for section in SECTIONS}


def _coverage(reading: Reading, plan: Plan, section: str) -> Coverage:
    count = count_of(plan, section)
    # Who signs, and when, is said once: found, it is whole.
    single = count > 0 and section.startswith("document.")
    missing = concerning(reading, section) if unread(reading) and not single else ()
    if count:
        return Coverage(state="found", count=count, pages=_pages(missing), places=_places(missing))
    return Coverage(
        state="unreadable" if missing else "absent",
        count=0,
        searched=searched(reading, section),
        pages=_pages(missing),
        places=_places(missing),
    )


def count_of(plan: Plan, section: str) -> int:
    """How many facts a section of the record holds; a single value counts one."""
    value: object = plan
    for name in section.split("."):
        value = getattr(value, name)
    if section in ("document.issuer", "document.signer"):
        value = getattr(value, "name")  # noqa: B009  (mypy knows no attribute of an object)
    return len(value) if isinstance(value, tuple) else int(value is not None)


def _pages(missing: tuple[Unread, ...]) -> tuple[int, ...]:
    return tuple(sorted({one.page for one in missing if one.page is not None}))


def _places(missing: tuple[Unread, ...]) -> tuple[Place, ...]:
    spans = sorted({one.span for one in missing if one.span is not None})
    return tuple(Place(start=span.start, end=span.end) for span in spans if len(span))
