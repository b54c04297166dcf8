"""The scope of a target: context, group and inherited date, from where its sentence hangs.

Under "II. MỤC TIÊU" / "2. Mục tiêu cụ thể đến năm 2030" a sentence has context `target`, that
heading as group and `2030` as the date it inherits. Source: the contract, section targets
(`by`, `group`, `context`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.fields.context import Reading
from extractor.fields.targets.due import period_in, stated_by, without_times
from extractor.fields.targets.subject import asked_by, named_by, singled_out
from extractor.fields.targets.vocabulary import holds, words
from extractor.lexicon.load import load
from extractor.outline.model import Node, Topic
from extractor.outline.topics import topics_of
from extractor.plan.model import Context, Period
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_LONGEST_TITLE = 250  # characters: a longer heading is a sentence, its dates are its own
_LONGEST_LEAD = 200  # characters: a longer bullet is a sentence of its own, no lead-in
_LONGEST_BULLET = 60  # characters of a bullet that heads paragraphs
_FEW_NODES = 40  # over which such a bullet reaches
_STAGE = re.compile(
    r"(?:giai đoạn|định hướng|tầm nhìn)(?!\w)"
)  # a date that names a part of a plan
_PAST = ("heading", "example")
_PAST_TITLES = 2  # the nearest headings, of which one may say that its section looks back


@dataclass(frozen=True, slots=True)
class Scope:
    """What a target takes from its surroundings; `topic` is the section's.

    `above` is the group where the sentence's own title says what is measured; `subject` is who
    must reach it, where a title among conditions for awards or a lead-in says no more than that.
    `per` is the period of all targets of a section ("Chỉ tiêu hằng năm").
    `parts` is the unit that a lead-in above counts, of which the lines below are parts.
    A section that reports or gives examples is `past`; a `forecast` sets none either, unless it
    is one of targets (`foretold`): then its sentences do ("GRDP đạt 91 triệu đồng"), no table.
    """

    context: Context
    topic: Topic | None = None
    group: str | None = None
    above: str | None = None
    by: str | None = None
    per: Period | None = None
    subject: str | None = None
    past: bool = False
    forecast: bool = False
    foretold: bool = False
    parts: str | None = None


def scope_of(reading: Reading, node: Node) -> Scope:
    """The scope of sentences in `node`, or of a table right behind it."""
    own, above = list(_own_title(node)), list(_titles_above(reading, node))
    titles, context = [*own, *above], _context(reading, node)
    recipient = named_by(reading, own[0]) if own and context == "award" else None
    recipient = recipient or (singled_out(reading, own[0]) if own else None)
    nearest = titles[:_PAST_TITLES]
    foretelling = [title for title in nearest if _told(reading, title) == "forecast"]
    if foretelling and all(_of_targets(reading, title) for title in foretelling):
        context = "target"
    return Scope(
        context=context,
        topic=node.topic,
        group=_group(reading, above if recipient else titles),
        above=_group(reading, above),
        by=stated_by(reading, *(title for title in titles if len(title) <= _LONGEST_TITLE)),
        per=_period(reading, titles) if context == "target" else None,
        subject=recipient or (_asked(reading, above[0]) if above else None),
        past=any(_is_past(reading, title, context) for title in nearest),
        forecast=any(not _of_targets(reading, title) for title in foretelling),
        foretold=bool(foretelling),
    )


def _own_title(node: Node) -> Iterator[Span]:
    if node.title is not None:
        yield node.title


def _titles_above(reading: Reading, node: Node) -> Iterator[Span]:
    yield from _bullet_before(reading, node)
    for above in reading.outline.ancestors(node):
        lead = above.content if above.marker is not None else None
        if above.title is not None:
            yield above.title
        elif lead is not None and len(lead) <= _LONGEST_LEAD:
            yield lead


def _bullet_before(reading: Reading, node: Node) -> Iterator[Span]:
    """A bullet of a few words that heads the plain paragraphs behind it ("- Nông nghiệp")."""
    if node.marker is not None or node.parent is None:
        return
    first = max(node.parent + 1, node.index - _FEW_NODES)
    for other in reversed(reading.outline.nodes[first : node.index]):
        if other.parent == node.parent and other.marker is not None:
            if other.content is not None and _is_heading(reading.slice(other.content)):
                yield other.content
            return


def _is_heading(text: str) -> bool:
    said = text.strip()
    plain = not any(map(str.isdigit, said)) and said[-1:].isalpha()
    return plain and len(said) <= _LONGEST_BULLET


def _context(reading: Reading, node: Node) -> Context:
    if node.title is not None and _names_targets(reading, node.title):
        return "target"
    if node.topic is Topic.AWARDS:
        return "award"
    return "target" if _under_targets(reading, node) else "task"


def _under_targets(reading: Reading, node: Node) -> bool:
    """Whether the nearest heading that has a topic of its own names targets, alone or not.

    "NỘI DUNG, CHỈ TIÊU" and "NHIỆM VỤ VÀ CHỈ TIÊU" do; a "Giải pháp" inside opens tasks again.
    """
    for above in (node, *reading.outline.ancestors(node)):
        if Topic.TARGETS in above.topics:
            return True
        if above.own_topic:
            return False
    return False


def _names_targets(reading: Reading, title: Span) -> bool:
    return topics_of(reading.slice(title))[:1] == (Topic.TARGETS,)


def _asked(reading: Reading, lead: Span) -> str | None:
    """Whom a lead-in asks; a period alone asks nobody ("Mỗi năm phấn đấu")."""
    return None if _is_bare(reading, lead) else asked_by(reading, lead)


def _period(reading: Reading, titles: list[Span]) -> Period | None:
    """The period under which all targets stand: "Chỉ tiêu hằng năm", "Mỗi năm phấn đấu"."""
    for title in titles:
        if len(title) <= _LONGEST_LEAD and stated_by(reading, title):
            return None
        period = period_in(reading, title) if len(title) <= _LONGEST_LEAD else None
        if period and (_of_targets(reading, title) or _is_bare(reading, title)):
            return period
    return None


def _group(reading: Reading, titles: list[Span]) -> str | None:
    """The nearest title that says what the targets are about; a bare one if it is all there is."""
    said = (reading.value(title) for title in titles if not _is_bare(reading, title))
    return next(said, reading.value(titles[0]) if titles else None)


def _is_bare(reading: Reading, title: Span) -> bool:
    """Whether a title only leads in: a date ("Đến năm 2030"), "Phấn đấu", "Chỉ tiêu gồm"."""
    if _STAGE.match(view(reading.value(title))):
        return False
    return _bare_lead().fullmatch(view(clean(without_times(reading, title)))) is not None


@cache
def _bare_lead() -> re.Pattern[str]:
    noun, manner, opens = (words("target_titles", id) for id in ("noun", "manner", "opens"))
    told = rf"(?:(?:{manner}|{opens})\s*)*"
    return re.compile(rf"{told}|(?:(?:các|một số|những) )?(?:{noun})\s*{told}(?:{opens})")


def _is_past(reading: Reading, title: Span, context: Context) -> bool:
    """Whether a heading looks back; among targets "Kết quả học tập" says what is aimed at."""
    told = _told(reading, title)
    if told == "outcome":
        return context != "target" or stated_by(reading, title) is not None
    return told in _PAST


def _of_targets(reading: Reading, title: Span) -> bool:
    """Whether a forecast is one of targets: "Dự báo các chỉ tiêu kinh tế đến năm 2026"."""
    return holds("target_titles", "noun").search(view(reading.slice(title))) is not None


def _told(reading: Reading, title: Span) -> str:
    """What a heading opens that sets no targets: a report (heading), a forecast, an example."""
    seen = view(reading.slice(title))
    start = len(seen) - len(seen.lstrip(" -+–*\"'(["))
    hit = load("target_reports").at(seen, start)
    return hit.entry.id if hit else ""
