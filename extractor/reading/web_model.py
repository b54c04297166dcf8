"""What the modules that read web pages hand each other: drafts found, and what is around a place.

`Found(Draft("I. MỤC ĐÍCH"), inside=True)` is a block of the document itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractor.document.model import Draft, Origin
from extractor.reading.web_look import PLAIN, Element, Look


@dataclass(frozen=True, slots=True)
class Found:
    """A draft, whether it stands inside the document, and whether its letters are a link's."""

    draft: Draft
    inside: bool
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What the elements around a place say of it."""

    look: Look = PLAIN
    alignment: str = ""
    heading: int | None = None
    inside: bool = False
    furniture: bool = False
    link: bool = False


ReadBlock = Callable[[Element, Around], Iterator[Found]]


def origin(element: Element) -> Origin:
    """Where an element begins in the file: its line, counted from 1."""
    line = element.sourceline
    return Origin(lines=(line, line)) if line else Origin()
