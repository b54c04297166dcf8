"""Which parts of a plan hand out work, and which of their headings name who gets it.

The sections on organisation and reporting count wherever they stand on their own; so does a section
whose headings are bodies one after the other ("IV. NHIỆM VỤ CỤ THỂ": "1. Sở Nội vụ", "2. Sở Y tế").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.fields.assignments_roles import role_at
from extractor.fields.context import Reading, once, once_a_node
from extractor.fields.units_address import past_address
from extractor.fields.units_cues import cue, is_verb, noun, words
from extractor.fields.units_gloss import without_gloss
from extractor.fields.units_party import (
    Party,
    lists_members,
    party_at,
    party_of,
)
from extractor.lexicon.load import load
from extractor.outline.model import Node, Part, Topic
from extractor.outline.people import PERSON, is_person
from extractor.span import Span
from extractor.view import view

_PARTS = (Part.BODY, Part.ANNEX)
_NEVER = frozenset(
    {Topic.AWARDS, Topic.TARGETS, Topic.SUBJECTS, Topic.PURPOSE, Topic.FUNDING, Topic.BASES}
)
_STRONG = re.compile(r"\W*(?:tổ +chức +thực +hiện|phân +công|trách +nhiệm|điều +khoản +thi +hành)")
_CHARGED_ARTICLE = re.compile(r"\W*(?:giao|phân +công|yêu +cầu)(?!\w)")
_JOINT = re.compile(r" *[,;] *(?:và +)?| +(?:và|-|–) +")
# "Các cơ quan quản lý ngành (gồm các Sở: …)" over its lines is a group, however it goes on.
_GROUP_OF = re.compile(r" *\((?:bao +)?gồm(?: +có)?:? [^()]{1,300}\)[ .:;]*$")
_COLON = re.compile(r"[ \t\u00a0*_]*:")
_POST_BEHIND = re.compile(r"\s*(?:[-–,(]|:?\s*\Z)")  # "- Trưởng đoàn", or nothing
_FEWEST_BODIES = 2
_BULLET_RANK = 6
_LONGEST_ROLE = 4
_LONGEST_NAME = 14  # words of a heading that may be a body's name


@once
def scoped_nodes(reading: Reading) -> frozenset[int]:
    """The indices of the nodes that belong to a part which hands out work."""
    inside: set[int] = set()
    for node in reading.outline.nodes:
        if node.part in _PARTS and _is_inside(reading, node, inside):
            inside.add(node.index)
    return frozenset(inside)


@once_a_node
def heading_party(reading: Reading, node: Node) -> Party | None:
    """The bodies that a heading names and nothing else: "3. Đề nghị Công an tỉnh:"."""
    if node.title is None:
        return _bare_line(reading, node)
    start = _past_openers(reading, node.title)
    title = _without_bracket(reading, Span(start, node.title.end))
    party = party_at(reading, start, title.end)
    if party is None:
        return None
    if _is_rest_empty(reading, party.span.end, title.end):
        return party_of(reading, title)
    colon = node.content is not None or _COLON.match(reading.text, node.title.end) is not None
    if colon and _begins_with_verb(reading, party.span.end, title.end):
        return None
    if _is_only_role(reading, Span(party.span.end, title.end)):
        return None
    has_children = next(reading.outline.children(node), None) is not None
    return party_of(reading, title) if has_children or node.content is not None else None


def _bare_line(reading: Reading, node: Node) -> Party | None:
    """The bodies of a numbered line over its lines that is no title only for its full stop."""
    if node.marker is None or node.marker.rank >= _BULLET_RANK:
        return None
    if next(reading.outline.children(node), None) is None:
        return None
    start = _past_openers(reading, node.text)
    party = party_at(reading, start, node.text.end)
    counted = _GROUP_OF.search(view(reading.text[start : node.text.end]))
    if party is not None and counted is not None:
        group = Span(start, start + counted.start())
        return Party(group, (group,))
    if party is None or not _only_lists(reading, Span(party.span.end, node.text.end)):
        return None
    return party_of(reading, Span(start, node.text.end))


def _only_lists(reading: Reading, rest: Span) -> bool:
    """Whether what follows the first bodies goes on the list to the end, with no verb in it."""
    text = view(rest.of(reading.text)).rstrip(" .:;")
    if text and _JOINT.match(text) is None:
        return False
    return not any(is_verb(piece, 0) for piece in _JOINT.split(text) if piece)


def unnamed_party(reading: Reading, node: Node) -> Party | None:
    """The body of a heading that no lexicon knows, told by its place in the organisation part.

    Its neighbours are bodies, its lines begin with verbs, and it begins with no verb or topic word.
    """
    title = node.title
    if title is None or not _holds_tasks(reading, node):
        return None
    duty = _whose_duty(reading, title)
    person = duty or _addressed_person(reading, title)
    if person is not None:
        return Party(person, (person,))
    if node.own_topic:
        return None
    text = title.of(reading.text)
    viewed = view(text)
    if len(text.split()) > _LONGEST_NAME or not text[:1].isupper() or text.isupper():
        return None
    if is_verb(viewed, 0) or noun("topic").match(viewed) or cue("lead-in", "link").match(viewed):
        return None
    parent = reading.outline.parent(node)
    siblings = list(reading.outline.children(parent)) if parent else []
    named = sum(heading_party(reading, sibling) is not None for sibling in siblings)
    if named < 1 or _kind(node) not in map(_kind, siblings):
        return None
    start = past_address(reading, title.start)
    # "Đồng chí | Lê Văn Minh - …", but "Các đồng chí trong Ban Chấp hành"
    name = Span(start, title.end) if reading.text[start].isupper() else title
    return Party(name, (name,))


def _whose_duty(reading: Reading, title: Span) -> Span | None:
    """Whoever it is in "Trách nhiệm của người nuôi trồng:", known to a lexicon or not."""
    found = cue("duty-of").match(view(title.of(reading.text)))
    if found is None or not found.group().endswith("của"):
        return None
    rest = _without_bracket(reading, Span(title.start + found.end(), title.end))
    name = rest.trimmed(reading.text, " \t\u00a0.,:;")
    return name if 0 < len(name.of(reading.text).split()) <= _LONGEST_NAME else None


def _addressed_person(reading: Reading, title: Span) -> Span | None:
    """Who is named behind a form of address, with the post: "Ông | Lò Văn Thuận - Trưởng đoàn"."""
    start = past_address(reading, title.start)
    name = PERSON.match(reading.text, start, title.end)
    if start == title.start or name is None or not is_person(name.group()):
        return None
    if not _POST_BEHIND.match(reading.text[name.end() : title.end]):
        return None
    return Span(start, title.end).trimmed(reading.text, " \t\u00a0.,:;")


def _kind(node: Node) -> str | None:
    return node.marker.kind if node.marker else None


def _is_inside(reading: Reading, node: Node, inside: set[int]) -> bool:
    parent_inside = node.parent is not None and node.parent in inside
    if _is_list_of_bodies(reading, node):
        return True
    if heading_party(reading, node) is not None:
        own = node.own_topic and node.topics[0] is Topic.ORGANISATION
        charged = own or _is_charged_article(node)
        return parent_inside or charged
    if not node.own_topic or (parent_inside and _is_below_body(reading, node)):
        return parent_inside or _is_charged_article(node)
    first = node.topics[0]
    if first is Topic.ORGANISATION:
        return _is_strong(reading, node) or not _is_below(reading, node, Topic.CONTENT)
    if first is Topic.REPORTING:
        return parent_inside or not _is_below(reading, node, Topic.CONTENT, Topic.AWARDS)
    return parent_inside and first is Topic.FUNDING


def _is_charged_article(node: Node) -> bool:
    """ "Điều 2. Giao Giám đốc Sở …": an article of a decision that hands out work."""
    if node.marker is None or node.marker.kind != "article":
        return False
    return _CHARGED_ARTICLE.match(view(node.block.text[node.marker.length :])) is not None


def _is_strong(reading: Reading, node: Node) -> bool:
    return node.title is not None and _STRONG.match(view(node.title.of(reading.text))) is not None


def _is_below(reading: Reading, node: Node, *topics: Topic) -> bool:
    return any(
        above.own_topic and above.topics[0] in topics for above in reading.outline.ancestors(node)
    )


def _is_below_body(reading: Reading, node: Node) -> bool:
    """Whether a heading above names a body: whatever stands below it is that body's work."""
    return any(
        heading_party(reading, above) is not None for above in reading.outline.ancestors(node)
    )


def _is_list_of_bodies(reading: Reading, node: Node) -> bool:
    """Whether the headings below a heading are bodies one after the other, whatever its own name.

    Then the whole section hands out work, also below a heading whose body no lexicon knows.
    """
    headings = [child for child in reading.outline.children(node) if child.title]
    if len(headings) < _FEWEST_BODIES or any(topic in _NEVER for topic in node.topics):
        return False
    if any(h.marker is None or h.marker.rank >= _BULLET_RANK for h in headings):
        return False
    named = sum(
        heading_party(reading, heading) is not None and _holds_tasks(reading, heading)
        for heading in headings
    )
    return named >= _FEWEST_BODIES and named * 5 >= len(headings) * 3


def _holds_tasks(reading: Reading, heading: Node) -> bool:
    """Whether what a heading says, or the first line below it, begins with a verb."""
    child = next(reading.outline.children(heading), None)
    said = heading.content or (child.text if child is not None else None)
    return said is not None and is_verb(view(said.of(reading.text)).lstrip(), 0)


def _past_openers(reading: Reading, title: Span) -> int:
    """The place behind "Trách nhiệm của", "Đề nghị" and their like."""
    start = title.start
    for _ in range(2):
        found = _openers().match(view(reading.text[start : title.end]))
        if found is None:
            break
        start += found.end()
    return start


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(rf"(?:{words('duty-of', 'charge', 'ask', 'appoint')})(?: *: *| +)")


def _without_bracket(reading: Reading, title: Span) -> Span:
    """The title without a remark in brackets at its end: "Sở Tài chính (cơ quan chủ trì)".

    Who belongs to a group is no remark: "Các doanh nghiệp viễn thông (A, B và C)"; a role behind a
    dash is one.
    """
    title = without_gloss(reading, title)
    text = title.of(reading.text)
    opened = text.rfind("(")
    if opened > 0 and lists_members(text.rstrip(" .:;"), opened):
        return title
    if opened > 0 and text.rstrip(" .:;").endswith(")"):
        return Span(title.start, title.start + opened).trimmed(reading.text)
    return title


def _is_rest_empty(reading: Reading, start: int, end: int) -> bool:
    return not reading.text[start:end].strip(" \t\u00a0.,;:-–*_")


def _is_only_role(reading: Reading, rest: Span) -> bool:
    """ "Đề nghị UBND xã phối hợp" over its lines: the rest says a role, it is no name."""
    words = rest.of(reading.text).split()
    return len(words) <= _LONGEST_ROLE and role_at(reading, rest.start, rest.end) != "implement"


def _begins_with_verb(reading: Reading, start: int, end: int) -> bool:
    viewed = view(reading.text[start:end])
    return load("verbs").at(viewed, len(viewed) - len(viewed.lstrip())) is not None


def body_headings(reading: Reading) -> Iterator[tuple[Node, Party]]:
    """Every heading that names bodies, with them."""
    for node in reading.outline.nodes:
        party = heading_party(reading, node)
        if party is not None:
            yield node, party
