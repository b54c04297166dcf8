"""No hostile file crashes, hangs or draws anything in: a sound record or one clear error.

A process with the program's own limits reads them, so that one that hangs fails here by name.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence

import pytest

from extractor.commands.crew import Crew, Lost
from extractor.reading.limits import GB, Limits
from tests.robustness.hostile import HOSTILE
from tests.robustness.outcome import Fault, outcome

LIMITS = Limits(seconds=60, memory_bytes=2 * GB)
SUFFIXES = {"OpenDocument": ".odt", "web page": ".html", "RTF": ".rtf", "PDF": ".pdf"}
REFUSED = (
    "laughs", "drawn in", "bomb", "overlapping", "archives in archives", "millions",
    "nothing but null", "letter of many", "PDF of loops",
)  # fmt: skip
READ_ALL_THE_SAME = ("spans of millions", "web page with")


def read(names: Sequence[str]) -> Iterator[str]:
    """Read each hostile file of a batch, without a network."""
    socket.socket.connect = _no_network  # type: ignore[method-assign]
    for name in names:
        suffix = next((s for word, s in SUFFIXES.items() if word in name), ".docx")
        try:
            yield outcome(HOSTILE[name](), f"a{suffix}")
        except Fault as fault:
            yield f"fault: {fault}"


def _no_network(*_: object) -> None:
    raise AssertionError("a connection was tried")


@pytest.fixture(scope="module")
def outcomes() -> dict[str, str | Lost]:
    names = list(HOSTILE)
    crew = Crew(names, [range(at, at + 1) for at in range(len(names))], read, 2, LIMITS)
    return dict(zip(names, crew.outcomes(), strict=True))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_a_record_or_an_error(
    name: str, outcomes: dict[str, str | Lost]
) -> None:
    found = outcomes[name]
    assert isinstance(found, str), f"the process was lost: {found}"
    refused = any(word in name for word in REFUSED)
    if any(word in name for word in READ_ALL_THE_SAME):
        refused = False
    expected = (
        ("unreadable_file", "unsupported_format") if refused else ("record", "unreadable_file")
    )
    assert found in expected, found
