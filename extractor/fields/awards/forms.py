"""Forms of award with their authority and occasion.

"Bằng khen của Thủ tướng Chính phủ; Giấy khen." gives two forms, the first with its authority;
"Chủ tịch UBND phường quyết định biểu dương" gives `biểu dương` by that post. "khen thưởng"
alone is no form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.fields.awards.authority import authority_of
from extractor.fields.awards.scope import Place
from extractor.fields.awards.words import conditions, words
from extractor.fields.context import Reading, source_of
from extractor.fields.sentences import sentences
from extractor.lexicon.load import Hit, load
from extractor.plan.model import AwardForm
from extractor.span import Span
from extractor.text import clean, folded
from extractor.view import view

_CONFERRED = re.compile(words("confer"))
_NO_FORMS = frozenset({"dossier", "time", "funding", "subjects"})


def forms_of(reading: Reading, place: Place) -> Iterator[AwardForm]:
    """The forms that a block of the part on awards promises."""
    if place.kinds & _NO_FORMS:
        return
    for sentence in sentences(reading.text, place.node.text):
        yield from forms_in(reading, sentence, place.titles, policy=place.policy)


def forms_in(
    reading: Reading, sentence: Span, titles: Sequence[str], *, policy: bool = False
) -> Iterator[AwardForm]:
    """The forms that one sentence promises."""
    seen = view(reading.slice(sentence))
    hits = list(load("award_forms").find(seen))
    for index, hit in enumerate(hits):
        giver = authority_of(reading, sentence, seen, hits, index)
        if not _is_promised(seen, hit, giver, policy=policy):
            continue
        yield AwardForm(
            name=name_of(hit.span.of(reading.slice(sentence)), hit),
            authority=giver,
            occasion=_occasion(seen, titles),
            source=source_of(reading, sentence),
            rule=f"awards.form/{hit.entry.id}",
            confidence=0.9,
        )


def name_of(said: str, hit: Hit) -> str:
    """What a form is called: as printed, a short form and the usual name in the usual way."""
    printed = clean(said)
    entry = hit.entry
    known = entry.flag("short") or folded(printed) == folded(entry.canonical)
    return entry.canonical if known else printed


def _is_promised(seen: str, hit: Hit, giver: str | None, *, policy: bool) -> bool:
    """Whether a form is promised, not only wished for ("đa dạng hóa các hình thức biểu dương")."""
    if giver is not None:
        return True
    if hit.entry.flag("act"):
        return not policy and conditions("policy").search(seen, 0, hit.span.start) is None
    return not policy or _CONFERRED.search(seen, 0, hit.span.start) is not None


def _occasion(seen: str, titles: Sequence[str]) -> str | None:
    for text in (*(view(title) for title in titles), seen):
        for hit in load("award_words").find(text):
            if hit.entry.word("occasion"):
                return hit.entry.word("occasion")
    return None


def once(forms: Sequence[AwardForm]) -> tuple[AwardForm, ...]:
    """Each form by each authority once; one without authority gives way to one that has it."""
    kept: list[AwardForm] = []
    for form in forms:
        if not any(_same(form, other) for other in kept):
            kept.append(form)
    named = {folded(form.name) for form in kept if form.authority}
    return tuple(form for form in kept if form.authority or folded(form.name) not in named)


def _same(one: AwardForm, two: AwardForm) -> bool:
    if folded(one.name) != folded(two.name):
        return False
    return one.authority == two.authority or _alike(one.authority, two.authority)


def _alike(one: str | None, two: str | None) -> bool:
    """Whether two names of an authority differ in small words only: "UBND (các) xã, phường"."""
    if one is None or two is None:
        return False
    first, second = (set(re.findall(r"\w+", _short(name))) for name in (one, two))
    return len(first & second) * 10 >= 8 * max(len(first), len(second))


def _short(name: str) -> str:
    return folded(name).replace("ủy ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd")
