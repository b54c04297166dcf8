"""Where facts of a section may stand: the part of the document, the kind of section around them.

In: a scene and the place of an answer. Out: yes or no. `right_part` asks for the outline's parts,
`same_context` for a target's context, `in_scope` whether the fields read that section for such
facts.
"""

from __future__ import annotations

from evaluation.match import Record
from evaluation.scene import Scene
from extractor.fields.targets.scope import scope_of
from extractor.fields.units_scope import scoped_nodes
from extractor.outline.model import Part, Topic
from extractor.span import Span

_TEXT = (Part.BODY, Part.ANNEX)
_PARTS: dict[str, tuple[Part, ...]] = {
    "recipients": (Part.FOOT,),
    "legal_bases": (Part.PREAMBLE, *_TEXT),
    "targets": _TEXT,
    "time_windows": (*_TEXT, Part.TITLE, Part.ENCLOSURE, Part.PREAMBLE),
    "responsible_units": (*_TEXT, Part.CLOSING),
    "assignments": (*_TEXT, Part.CLOSING),
}
_FIELD_PARTS: dict[str, tuple[Part, ...]] = {
    "type": (Part.TYPE, Part.ENCLOSURE),
    "number": (Part.LETTERHEAD,),
    "date": (Part.LETTERHEAD,),
    "place": (Part.LETTERHEAD,),
    "title": (Part.TITLE, Part.ENCLOSURE),
    "theme": (Part.TITLE, Part.ENCLOSURE),
    "issuer.name": (Part.LETTERHEAD, *_TEXT, Part.PREAMBLE),
    "signer.name": (Part.FOOT,),
    "signer.position": (Part.FOOT,),
    "signer.capacity": (Part.FOOT,),
}
_AWARDS = ("quotas", "forms", "criteria", "award_terms", "dossier")


def right_part(scene: Scene, section: str, gold: Record, place: Span) -> bool:
    """Whether the outline has the place of an answer in a part where such facts are looked for."""
    if section == "document":
        parts = _FIELD_PARTS.get(next(iter(gold)), tuple(Part))
    else:
        parts = _PARTS.get(section, _TEXT if section in _AWARDS else tuple(Part))
    return scene.part(place) in parts


def same_context(scene: Scene, gold: Record, place: Span) -> bool:
    """Whether the section around a target is of the kind that the answer says (others: yes)."""
    node = scene.node(place)
    if "context" not in gold or node is None:
        return True
    return bool(scope_of(scene.reading, node).context == gold["context"])


def in_scope(scene: Scene, section: str, place: Span) -> bool:
    """Whether the fields read the section at a place for such facts."""
    node = scene.node(place)
    if section in ("responsible_units", "assignments"):
        return node is not None and node.index in scoped_nodes(scene.reading)
    if section in _AWARDS:
        return node is not None and Topic.AWARDS in node.topics
    if section == "targets":
        return node is None or node.topic not in (Topic.FUNDING, Topic.BASES)
    if section == "legal_bases":
        return scene.part(place) is Part.PREAMBLE or (
            node is not None and Topic.BASES in node.topics
        )
    return True
