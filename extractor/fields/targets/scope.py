"""The scope of a target: context, group and inherited date, from where its sentence hangs in the outline.

Under "II. MỤC TIÊU" / "2. Mục tiêu cụ thể đến năm 2030" a sentence has context `target`, that heading as
group and `2030` as the date it inherits. Source: the contract, section targets (`by`, `group`, `context`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.fields.context import Reading
from extractor.fields.targets.due import stated_by
from extractor.outline.model import Node, Topic
from extractor.outline.topics import topics_of
from extractor.plan.model import Context
from extractor.span import Span

_BARE_LEAD = re.compile(
    r"^(?:các |một số |những )?(?:chỉ tiêu|mục tiêu|kết quả)?\s*(?:định lượng|cụ thể|chủ yếu|sau|như sau|gồm|bao gồm|"
    r"phấn đấu|phần đấu|cụ thể như sau|đến năm \d{4}|thực hiện|nội dung)*\s*(?:gồm|như sau|sau đây|sau)?$",
    re.IGNORECASE,
)
_LONGEST_TITLE = 250
_PAST = re.compile(
    r"^\W*(?:kết quả(?! cần)|tình hình|đánh giá tình hình|đánh giá kết quả|thực trạng|hiện trạng)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a target takes from its surroundings; `topic` is the section's."""

    context: Context
    topic: Topic | None
    group: str | None
    by: str | None
    past: bool


def scope_of(reading: Reading, node: Node) -> Scope:
    """The scope of sentences in `node`."""
    titles = [*_own_title(node), *_titles_above(reading, node)]
    return Scope(
        context=_context(reading, node),
        topic=node.topic,
        group=_group(reading, titles),
        by=_inherited_date(reading, titles),
        past=any(_PAST.search(reading.slice(title)) for title in titles[:2]),
    )


def _own_title(node: Node) -> Iterator[Span]:
    if node.title is not None and node.content is not None:
        yield node.title


def _titles_above(reading: Reading, node: Node) -> Iterator[Span]:
    for above in reading.outline.ancestors(node):
        if above.title is not None:
            yield above.title
        elif above.content is not None and above.marker is not None:
            yield above.content


def _context(reading: Reading, node: Node) -> Context:
    if node.title is not None and _names_targets(reading, node.title):
        return "target"
    if node.topic is Topic.TARGETS:
        return "target"
    if node.topic is Topic.AWARDS:
        return "award"
    for above in reading.outline.ancestors(node):
        if above.topic is Topic.TARGETS:
            return "target"
        if above.own_topic:
            break
    return "task"


def _names_targets(reading: Reading, title: Span) -> bool:
    topics = topics_of(reading.slice(title))
    return bool(topics) and topics[0] is Topic.TARGETS


def _group(reading: Reading, titles: list[Span]) -> str | None:
    values = [reading.value(title) for title in titles]
    said = (value for value in values if value and not _BARE_LEAD.match(value))
    return next(said, values[0] if values else None)


def _inherited_date(reading: Reading, titles: list[Span]) -> str | None:
    return stated_by(reading, *(title for title in titles if len(title) <= _LONGEST_TITLE))
