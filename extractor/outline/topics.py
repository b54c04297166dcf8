"""Topics: what a section is about, read from its heading with the lexicon `topics.yml`.

"MỤC TIÊU, ĐỐI TƯỢNG" gives `(TARGETS, SUBJECTS)`: each part of a joined heading is looked up on its
own, with and without the words that open it ("Một số chỉ tiêu", lexicon `heading_openers.yml`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.lexicon.load import load
from extractor.outline.model import Topic
from extractor.text import folded

_SEPARATORS = re.compile(r"\s*[,;/]\s*|\s+(?:và|&|-)\s+|\s*:\s*")
_LONGEST_HEADING = 160


@lru_cache(maxsize=2048)
def topics_of(heading: str) -> tuple[Topic, ...]:
    """The topics that a heading names, in its order; empty where it names none."""
    text = folded(heading)
    if len(text) > _LONGEST_HEADING:
        return ()
    named = (_topic(segment.strip(" .:-*")) for segment in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(topic for topic in named if topic is not None))


def _topic(segment: str) -> Topic | None:
    at = 0
    while (hit := load("topics").at(segment, at)) is None:
        opener = load("heading_openers").at(segment, at)
        if opener is None or not segment.startswith(" ", opener.span.end):
            return None
        at = opener.span.end + 1
    return Topic(hit.entry.id)
