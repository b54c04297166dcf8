"""Topics: what a section is about, read from its heading with the lexicon `topics.yml`.

"MỤC TIÊU, ĐỐI TƯỢNG" gives `(TARGETS, SUBJECTS)`: each part of a joined heading is looked up on its own.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.lexicon.load import load
from extractor.outline.model import Topic
from extractor.text import folded

_SEPARATORS = re.compile(r"\s*[,;/]\s*|\s+(?:và|&|-)\s+|\s*:\s*")
_OPENERS = re.compile(
    r"^(?:(?:các|một số|những|về|về công tác|nhóm|hệ thống|công tác|việc|phần|mục|thực hiện|xây dựng|"
    r"tiêu chuẩn và|số lượng|quy định)\s+)+"
)
_LONGEST_HEADING = 160


@cache
def _aliases() -> tuple[tuple[re.Pattern[str], Topic], ...]:
    pairs = [
        (folded(word), Topic(entry.id))
        for entry in load("topics").entries
        for word in entry.aliases
    ]
    pairs.sort(key=lambda pair: -len(pair[0]))
    return tuple((re.compile(rf"{re.escape(word)}(?!\w)"), topic) for word, topic in pairs)


@lru_cache(maxsize=2048)
def topics_of(heading: str) -> tuple[Topic, ...]:
    """The topics that a heading names, in its order; empty where it names none."""
    found: list[Topic] = []
    text = folded(heading)
    if len(text) > _LONGEST_HEADING:
        return ()
    for segment in _SEPARATORS.split(text):
        topic = _topic(segment.strip(" .:-*"))
        if topic and topic not in found:
            found.append(topic)
    return tuple(found)


def _topic(segment: str) -> Topic | None:
    for candidate in (segment, _OPENERS.sub("", segment)):
        for pattern, topic in _aliases():
            if pattern.match(candidate):
                return topic
    return None
