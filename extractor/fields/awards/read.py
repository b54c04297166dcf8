"""The awards section: walks the part on awards once and hands each block to what reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.fields.awards.criteria import read_criterion
from extractor.fields.awards.forms import read_forms
from extractor.fields.awards.quotas import read_quotas
from extractor.fields.context import Reading, source_of
from extractor.fields.sentences import sentences
from extractor.outline.model import Node, Part, Topic
from extractor.plan.model import AwardForm, Awards, Criterion, Evidence, Quota
from extractor.span import Span
from extractor.text import clean, folded
from extractor.view import view

_FUNDING_HEAD = re.compile(r"(?<!\w)kinh phí(?!\w)")
_FUNDING_FROM = re.compile(r"(?<!\w)(?:từ|trích từ|lấy từ|sử dụng từ|do)(?!\w)\s+(?P<where>[^.;]{5,160})")
_DOSSIER_HEAD = re.compile(r"(?<!\w)(?:thành phần hồ sơ|hồ sơ(?: đề nghị| trình| xét| khen)?[^.;]{0,80}(?:gồm|bao gồm)|hồ sơ khen thưởng|hồ sơ đề nghị)(?!\w)")


@dataclass
class _Found:
    quotas: list[Quota] = field(default_factory=list)
    forms: list[AwardForm] = field(default_factory=list)
    criteria: list[Criterion] = field(default_factory=list)
    dossier: list[str] = field(default_factory=list)
    funding: str | None = None
    evidence: dict[str, Evidence] = field(default_factory=dict)


def read_awards(reading: Reading) -> Awards:
    """Quotas, forms, criteria, funding and dossier of the part on awards; empty where there is none."""
    found = _Found()
    for node in _award_nodes(reading):
        _read_node(reading, node, found)
    return Awards(
        quotas=tuple(found.quotas),
        forms=_once(found.forms),
        criteria=tuple(found.criteria),
        funding=found.funding,
        dossier=tuple(found.dossier),
        evidence=found.evidence,
    )


def _award_nodes(reading: Reading) -> Iterator[Node]:
    for node in reading.nodes(parts=(Part.BODY,)):
        if Topic.AWARDS in node.topics and node.topic is not Topic.SUBJECTS:
            yield node
        elif node.topic is Topic.FUNDING and any(Topic.AWARDS in above.topics for above in reading.outline.ancestors(node)):
            yield node


def _titles(reading: Reading, node: Node) -> list[str]:
    above = [other.title for other in reading.outline.ancestors(node) if other.title is not None]
    own = [node.title] if node.title is not None and node.content is not None else []
    return [reading.value(title) for title in [*own, *above]]


def _read_node(reading: Reading, node: Node, found: _Found) -> None:
    titles = _titles(reading, node)
    if _is_dossier(node, titles):
        _add_dossier(reading, node, found)
        return
    if _FUNDING_HEAD.search(view(" ".join(titles[:2]))) or node.topic is Topic.FUNDING:
        _add_funding(reading, node, found)
        return
    for sentence in sentences(reading.text, node.text):
        found.quotas.extend(read_quotas(reading, sentence, titles))
        if not node.is_heading:
            found.forms.extend(read_forms(reading, sentence, titles))
    if not node.is_heading or _heads_conditions(reading, node):
        criterion = read_criterion(reading, node, titles)
        if criterion:
            found.criteria.append(criterion)


def _heads_conditions(reading: Reading, node: Node) -> bool:
    """A bullet that ends in a colon over sub-bullets and still sets a condition itself."""
    return node.marker is not None and node.marker.rank >= 5 and len(node.text) > 80


def _is_dossier(node: Node, titles: list[str]) -> bool:
    return any(_DOSSIER_HEAD.search(view(title)) for title in titles[:2]) and node.marker is not None


def _add_dossier(reading: Reading, node: Node, found: _Found) -> None:
    if node.is_heading:
        return
    value = reading.value(node.text)
    found.evidence[f"dossier.{len(found.dossier)}"] = _evidence(reading, node.text, "awards.dossier")
    found.dossier.append(value)


def _add_funding(reading: Reading, node: Node, found: _Found) -> None:
    stated = _FUNDING_FROM.search(view(reading.slice(node.text)))
    if stated is None or found.funding is not None:
        return
    where = Span(node.text.start + stated.start("where"), node.text.start + stated.end("where"))
    found.funding = clean(reading.slice(where))
    found.evidence["funding"] = _evidence(reading, where, "awards.funding")


def _evidence(reading: Reading, span: Span, rule: str) -> Evidence:
    return Evidence(source=source_of(reading, span), rule=rule, confidence=0.85)


def _once(forms: list[AwardForm]) -> tuple[AwardForm, ...]:
    """Each form and authority once; a form without authority gives way to one that has it."""
    kept: dict[tuple[str, str], AwardForm] = {}
    named = {folded(form.name) for form in forms if form.authority}
    for form in forms:
        key = (folded(form.name), folded(form.authority or ""))
        if key not in kept and (form.authority or folded(form.name) not in named):
            kept[key] = form
    return tuple(kept.values())
