"""One sentence, one duty: who has the task, in which role, with whom, by when.

Sentences of a block are read in order: where no heading names a body, "Đồng thời, theo dõi …" stays
with the body of the sentence before it. A sentence that nobody is given is no duty.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.fields.assignments_filters import explains, is_no_task
from extractor.fields.assignments_leads import Handed
from extractor.fields.assignments_products import product_in
from extractor.fields.assignments_roles import partners_in, role_at
from extractor.fields.assignments_times import due_of, every_of, stated_time, timed
from extractor.fields.context import Reading
from extractor.fields.units_clause import Clause, clause_of
from extractor.fields.units_cues import noun
from extractor.fields.units_model import Duty
from extractor.fields.units_names import key_of
from extractor.fields.units_party import Party, bodies_of, party_at
from extractor.span import Span
from extractor.view import view

_LABEL = re.compile(r"[ \-+*]*[^,;:.()]{3,60}: +(?=\w)")


def duties_of(reading: Reading, pieces: list[Span], above: Handed) -> list[Duty]:
    """The duties of the sentences of one block; `above` is what the headings hand down."""
    duties: list[Duty] = []
    current = above
    for sentence in pieces:
        time = stated_time(reading, sentence)
        if time is not None:  # "… . Thời hạn hoàn thành: …" behind the task, in the same bullet
            duties = timed(reading, duties, time)
            continue
        duty = _duty(reading, sentence, current)
        if duty is None:
            continue
        duties.append(duty)
        if "unit" not in duty.basis and (above.party is None or len(duties) == 1):
            current = _kept(current, duty, above)
    return duties


def _kept(current: Handed, duty: Duty, above: Handed) -> Handed:
    """What the next sentences of a block inherit: the body that its first one names itself."""
    if above.party is None or duty.party == above.party:
        return replace(current, party=duty.party)
    return Handed(duty.party)


def _duty(reading: Reading, sentence: Span, above: Handed) -> Duty | None:
    sentence = _behind_label(reading, sentence)
    viewed = view(sentence.of(reading.text))
    if is_no_task(viewed):
        return None
    if above.joins:
        return _joined_duty(reading, sentence, above)
    clause = clause_of(reading, sentence, above.party)
    party = _party(reading, clause, above, sentence)
    if party is None or (clause.subject is None and _says_nothing(reading, clause, sentence)):
        return None
    return _made(reading, sentence, clause, party, above)


def _behind_label(reading: Reading, sentence: Span) -> Span:
    """What a sentence says behind a topic: "Kinh phí: | Sở Tài chính chủ trì …" names its body."""
    viewed = view(sentence.of(reading.text))
    label = _LABEL.match(viewed)
    if label is None or noun("topic").match(viewed.lstrip(" -+*")) is None:
        return sentence
    rest = Span(sentence.start + label.end(), sentence.end)
    return sentence if clause_of(reading, rest).subject is None else rest


def _party(reading: Reading, clause: Clause, above: Handed, sentence: Span) -> Party | None:
    if clause.subject is None:
        return None if clause.foreign and above.said else above.party
    if above.party is not None and _takes_up(reading, clause, above.party, sentence):
        return above.party
    return clause.subject


def _takes_up(reading: Reading, clause: Clause, known: Party, sentence: Span) -> bool:
    """Whether a subject is the heading's body again, or its first group with the others to come."""
    if clause.subject is None:
        return True
    one, whole = clause.subject.span.of(reading.text), known.span.of(reading.text)
    if key_of(one) == key_of(whole):
        return True
    first, listed, _ = view(whole).partition(",")
    if clause.charged and listed and first.startswith("các ") and view(one).startswith(first):
        return True  # "Khuyến khích các hội, …" under "Các hội, … và cộng đồng"
    others = view(whole).removeprefix(view(one)).strip(" ,;") if len(known.bodies) == 1 else ""
    return others not in ("", view(whole)) and others in view(sentence.of(reading.text))


def _says_nothing(reading: Reading, clause: Clause, sentence: Span) -> bool:
    """Whether a sentence without a subject of its own is no task of the body above it."""
    if clause.difficulty:
        return True
    return clause.foreign and explains(view(sentence.of(reading.text)))


def _made(reading: Reading, sentence: Span, clause: Clause, party: Party, above: Handed) -> Duty:
    own = role_at(reading, clause.predicate, sentence.end)
    inherits = own == "implement" and above.role is not None and clause.subject is None
    partners = partners_in(reading, sentence) or (above.partners if inherits else ())
    return Duty(
        party=party,
        role=above.role if inherits and above.role else own,
        task=(sentence,),
        source=sentence,
        rule=_rule(clause),
        confidence=0.75 if clause.foreign else 0.95,
        partners=partners,
        due=due_of(reading, sentence),
        every=every_of(reading, sentence),
        deliverable=product_in(reading, sentence),
        basis={"unit": "inherited"} if clause.subject is None else {},
    )


def _rule(clause: Clause) -> str:
    if clause.subject is None:
        return "sentence-heading"
    return "sentence-charge" if clause.charged else "sentence-subject"


def _joined_duty(reading: Reading, sentence: Span, above: Handed) -> Duty | None:
    """Below "Chủ trì, phối hợp với:" a line begins with the partners."""
    partners = party_at(reading, sentence.start, sentence.end)
    if above.party is None:
        return None
    duty = _made(reading, sentence, Clause(None, sentence.start), above.party, above)
    named = bodies_of(reading, partners.span, apart=True) if partners else ()
    return replace(duty, partners=named or duty.partners)
