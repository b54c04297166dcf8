"""Awards in a plan without a part on awards: a sentence that says who is awarded for its own
results.

"Đề nghị Ủy ban nhân dân xã biểu dương, khen thưởng chi hội có nhiều đóng góp cho mô hình"
counts; a task that mentions praise among other work ("tham mưu biểu dương …") does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.awards.authority import authority_of
from extractor.fields.awards.words import words
from extractor.fields.context import Reading, once
from extractor.fields.sentences import sentences
from extractor.lexicon.load import load
from extractor.outline.model import Node, Part, Topic
from extractor.span import Span
from extractor.view import view

_APART = (Topic.PURPOSE, Topic.TARGETS, Topic.BASES, Topic.SUBJECTS)
_MOVEMENT = re.compile(words("movement"))
_CLOSING = re.compile(rf"^\W*{words('closing')}")


def awarding_sentences(reading: Reading) -> Iterator[tuple[Node, Span]]:
    """The sentences outside any part on awards that promise awards for the plan's own results."""
    for node in promising_nodes(reading):
        for sentence in sentences(reading.text, node.text):
            if _awards(reading, sentence):
                yield node, sentence


@once
def promising_nodes(reading: Reading) -> tuple[Node, ...]:
    """The lines that may hold such sentences: those of a movement, on no other matter."""
    if not _is_movement(reading):
        return ()
    nodes = reading.nodes(parts=(Part.BODY,))
    return tuple(node for node in nodes if not node.is_heading and node.topic not in _APART)


def _is_movement(reading: Reading) -> bool:
    """Whether the plan launches a movement, by its title or its first headings."""
    blocks = [*reading.blocks(Part.TITLE), *(n.block for n in reading.nodes() if n.is_heading)]
    return any(_MOVEMENT.search(view(block.text)) for block in blocks)


def _awards(reading: Reading, sentence: Span) -> bool:
    seen = view(reading.slice(sentence))
    hits = [hit for hit in load("award_forms").find(seen) if not hit.entry.flag("short")]
    if not hits or not any(load("award_recipients").find(seen, hits[0].span.end)):
        return False
    return bool(_CLOSING.match(seen)) or authority_of(reading, sentence, seen, hits) is not None
