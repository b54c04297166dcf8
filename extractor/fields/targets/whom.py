"""For whom a number holds: a group that a clause leaves out, a sister of the group before, those
who attend.

"Tỷ lệ A đạt 85%, riêng cấp xã đạt 75%" measures the same twice, the second time for "cấp xã"; in
"Tỷ lệ hài lòng của hộ dân đạt 90%, hộ kinh doanh đạt 85%" the second takes "Tỷ lệ hài lòng của"; of
"02 lớp tập huấn cho 80 cán bộ" both numbers are targets. Source: the contract, section targets
("What counts", `subject`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extractor.fields.targets.clause import Clause
from extractor.fields.targets.vocabulary import opens, words
from extractor.fields.targets.words import leads_off, reach_off
from extractor.recognise.page import Page
from extractor.span import Span
from extractor.view import view

_OF = re.compile(r"(?<!\w)(?:của|đối với|ở|tại)(?!\w) *")
_AREAS = ("ha", "m2", "m²", "km2", "km²", "hecta")
_NOUN = re.compile(r" +[^\W\d_]")
_ON = "trên"
_ACT_WORDS = 3  # of the words before "trên 500 ha đất …" that say what is done there


def excepted(said: str) -> re.Match[str] | None:
    """The opening "riêng cấp xã đạt" of a clause (a view) that leaves out a group."""
    return _excepted().match(said)


def exception(text: str, made: Sequence[Clause], index: int) -> Clause:
    """Lend what the number before measures to one that only names a group that is left out."""
    first, clause = made[index - 1], made[index]
    found = _excepted().match(Page.of(text).viewed, clause.before.start, clause.before.end)
    if found is None or first.quantity.kind != clause.quantity.kind:
        return clause
    group = Span(*found.span("group"))
    if leads_off(first.head.of(text)):
        return replace(clause, lent_head=first.head, group=group)
    nothing = Span(clause.before.start, clause.before.start)
    return replace(clause, lent_head=nothing, lent_noun=first.after, group=group)


def sister(text: str, made: Sequence[Clause], index: int) -> Clause:
    """Lend a rate to one that names a sister of the group whose rate it is."""
    first, clause = made[index - 1], made[index]
    if clause.lent_head or first.quantity.kind != "percent" or clause.quantity.kind != "percent":
        return clause
    own = reach_off(leads_off(clause.before.of(text)))[0].strip(" ,")
    if not own or opens("target_heads").match(view(own)):
        return clause
    stem = _stem(text, first, view(own))
    return replace(clause, stem=stem) if stem else clause


def _stem(text: str, first: Clause, own: str) -> Span | None:
    """The rate of which `own` (a view) names another owner."""
    if first.stem:
        return first.stem if _alike(view(reach_off(first.before.of(text))[0]), own) else None
    head = first.head.of(text)
    said = view(reach_off(head)[0])
    owners = list(_OF.finditer(said))
    if not opens("target_heads", "rate").match(view(leads_off(head))):
        return None
    start = first.head.start + len(head) - len(leads_off(head))
    if not owners:
        named = _named_alike(said, own)
        return None if named is None else Span(start, first.head.start + named)
    if own.startswith(owners[-1].group()):
        return Span(start, first.head.start + owners[-1].start())
    alike = _alike(said[owners[-1].end() :], own)
    return Span(start, first.head.start + owners[-1].end()) if alike else None


def _named_alike(said: str, own: str) -> int | None:
    """Where a rate names what `own` names another of: "tỷ lệ tiêm phòng | đàn trâu", "đàn lợn".

    "Tỷ lệ | hồ sơ A" says of nothing else but that it is a rate: "hồ sơ B" stays as it is.
    """
    found = list(re.finditer(rf"(?<!\w){re.escape(own.split()[0])}(?!\w)", said))
    if not found or not _alike(said[found[-1].start() :], own):
        return None
    place = found[-1].start()
    return place if opens("target_heads", "rate").sub("", said[:place]).strip() else None


def _alike(first: str, second: str) -> bool:
    """Whether two groups open with the same word and say more: "hộ nghèo", "hộ cận nghèo"."""
    left, right = first.split(), second.split()
    return min(len(left), len(right)) > 1 and left[0] == right[0] and left != right


def attended(text: str, made: Sequence[Clause], index: int) -> Clause:
    """Lend what is held to the number of those who attend ("02 lớp tập huấn cho 80 cán bộ")."""
    first, clause = made[index - 1], made[index]
    joined = text[first.whole.end : clause.whole.start].strip() in ("cho", "với")
    return replace(clause, lent_head=first.head, attends=True) if joined else clause


def held(text: str, made: Sequence[Clause], index: int) -> Clause:
    """Lend the times behind those who attend to what is held."""
    clause, following = made[index], made[index + 1]
    joined = text[clause.whole.end : following.whole.start].strip() in ("cho", "với")
    return replace(clause, lent_times=following.after) if joined else clause


def on_area(text: str, clause: Clause) -> Clause:
    """A "trên" before the land on which something is done compares nothing."""
    quantity, seen = clause.quantity, Page.of(text).viewed
    unit = quantity.unit_span
    if quantity.operator != "gt" or unit is None or view(unit.of(text)) not in _AREAS:
        return clause
    before = seen[clause.before.start : quantity.span.start]
    noun = _NOUN.match(seen, unit.end) is not None
    if not noun or not quantity.span.of(seen).startswith(_ON) or not _says_act(before):
        return clause
    bare = replace(quantity, operator="eq", rule="bare", span=quantity.core)
    return replace(clause, quantity=bare, before=Span(clause.before.start, quantity.core.start))


def _says_act(before: str) -> bool:
    """Whether the words are an act with its object, no amount and no verb that wants a number."""
    said = leads_off(before)
    wants = _wants_number().search(said) or _amount().search(said)
    return len(said.split()) >= _ACT_WORDS and wants is None


@cache
def _wants_number() -> re.Pattern[str]:
    verbs = words("target_reaches", "reach", "state", "link", "make", "increase", "decrease")
    return re.compile(rf"(?<!\w)(?:{verbs}|{words('target_makes')})\W*$")


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words('target_heads', 'rate', 'amount', 'level')})(?!\w)")


@cache
def _excepted() -> re.Pattern[str]:
    """ "riêng các xã khu vực III phấn đấu đạt": a group, then a verb of reaching or the number."""
    groups, aims = words("target_subjects", "group"), words("target_leads", "strive", "ensure")
    reaches = words("target_reaches", "reach", "state", "increase", "decrease")
    opening = r"\W*(?:riêng(?: đối với| tại| ở)?|(?:còn )?đối với) +"
    group = rf"(?P<group>(?:{groups})(?!\w)[^,;:\d]{{0,60}}?)"
    return re.compile(rf"{opening}{group}(?= *,? *(?:{aims}|{reaches})(?!\w)| *$)")
