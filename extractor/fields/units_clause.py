"""Who a sentence gives its task to, and where what it says begins.

"Căn cứ Kế hoạch này, các sở, ngành chủ động xây dựng …" has the subject "các sở, ngành" and its
predicate at "chủ động"; "Giao Sở Nội vụ chủ trì …" charges Sở Nội vụ; "Định kỳ 6 tháng, tổng hợp …"
has no subject of its own. Links and clauses of ground or time at the front are passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.fields import units_clause_patterns as pattern
from extractor.fields.context import Reading
from extractor.fields.units_address import past_address
from extractor.fields.units_bodies import is_nameless
from extractor.fields.units_cues import cue
from extractor.fields.units_gloss import past_gloss
from extractor.fields.units_names import same_body
from extractor.fields.units_party import Party, party_at
from extractor.fields.units_unknown import charged_name, rest_of_name, unknown_subject
from extractor.lexicon.load import load
from extractor.recognise.overlap import within
from extractor.span import Span
from extractor.view import view

_LONGEST_FRONT = 420  # how far into a sentence a subject may stand behind its lead-in


@dataclass(frozen=True, slots=True)
class Clause:
    """The front of a sentence: its subject if it has one, and the offset at which it goes on.

    `charged` marks "Giao …", "Đề nghị …"; `foreign` a subject that is no body ("Kế hoạch này …");
    `difficulty` a sentence about what to do with difficulties.
    """

    subject: Party | None
    predicate: int
    charged: bool = False
    foreign: bool = False
    difficulty: bool = False


def clause_of(reading: Reading, sentence: Span, known: Party | None = None) -> Clause:
    """The front of `sentence`; `known` is the body that the heading above already names."""
    viewed = view(sentence.of(reading.text))
    front = _Front(reading, sentence, viewed, known)
    found = front.read()
    return Clause(
        found.subject, found.predicate, found.charged, found.foreign, front.is_difficulty()
    )


def _charges(alone: bool) -> re.Pattern[str]:
    """The words that charge a body; some do so only where no heading names one already."""
    return cue("charge", "ask", "appoint") if alone else cue("charge")


@dataclass(frozen=True, slots=True)
class _Front:
    reading: Reading
    sentence: Span
    viewed: str
    known: Party | None

    def read(self) -> Clause:
        at = self._past_links(0)
        lead = cue("lead-in").match(self.viewed, at)
        if lead and not self._verb(at, longer_than=lead.end() - at):
            return self._behind_lead(at, lead.end())
        return self._subject(at) or Clause(None, self._place(at), foreign=not self._verb(at))

    def is_difficulty(self) -> bool:
        head = self.viewed[:200]
        return "nếu" in head and cue("difficulty").search(head) is not None

    def _past_links(self, at: int) -> int:
        at = self._skip(at)
        for _ in range(3):
            link = cue("link").match(self.viewed, at)
            if link is None:
                break
            comma = pattern.COMMA.match(self.viewed, link.end())
            at = self._skip(comma.end() if comma else link.end())
        return at

    def _skip(self, at: int) -> int:
        filler = pattern.FILLER.match(self.viewed, at)
        return filler.end() if filler else at

    def _subject(self, at: int) -> Clause | None:
        """A subject that begins exactly at `at`: charged, or followed by its predicate."""
        charge = _charges(self.known is None).match(self.viewed, at)
        if charge:
            gap = pattern.AFTER_CHARGE.match(self.viewed, charge.end())
            party = self._charged(gap.end()) if gap else None
            if party is not None:
                return Clause(party, self._behind(party), charged=True)
        party = self._party(at)
        if party is None:
            return self._unknown(at)
        party = self._whole(party)
        behind = self._behind(party)
        if not self._predicate_at(behind - self.sentence.start):
            return self._unknown(at)
        return self._passed_on(party) or Clause(party, behind)

    def _charged(self, at: int) -> Party | None:
        """Whom "Giao" charges: a body, someone with a post, or whatever stands before the verb."""
        party = self._party(at) or self._person(at)
        if party is not None:
            return self._whole(party)
        end = charged_name(self.reading, self._place(at), self.sentence.end)
        return self._one(self._place(at), end) if end else None

    def _whole(self, party: Party) -> Party:
        """A party with the rest of its name, where a duty shows that more words belong to it."""
        if past_gloss(self.reading, party.span.end, self.sentence.end) > party.span.end:
            return party
        end = rest_of_name(self.reading, party.span.start, party.span.end, self.sentence.end)
        return self._one(party.span.start, end) if end else party

    def _unknown(self, at: int) -> Clause | None:
        """A subject that no lexicon opens: "Hội đồng hương | có trách nhiệm …"."""
        strict = self.known is not None or at > 0
        start = self._place(at)
        end = unknown_subject(self.reading, start, self.sentence.end, strict=strict)
        return Clause(self._one(start, end), end) if end else None

    @staticmethod
    def _one(start: int, end: int) -> Party:
        return Party(Span(start, end), (Span(start, end),))

    def _behind(self, party: Party) -> int:
        """The place behind a subject, its role or a remark, and "tới việc thực hiện …"."""
        end = past_gloss(self.reading, party.span.end, self.sentence.end)
        remark = pattern.REMARK.match(self.viewed, end - self.sentence.start)
        return self.sentence.start + remark.end() if remark else end

    def _passed_on(self, party: Party) -> Clause | None:
        """ "UBND xã yêu cầu các thôn …": the task is for whom the first body charges with it."""
        space = pattern.SPACE.match(self.viewed, party.span.end - self.sentence.start)
        charge = cue("charge", "ask").match(self.viewed, space.end()) if space else None
        gap = pattern.AFTER_CHARGE.match(self.viewed, charge.end()) if charge else None
        if charge is None or gap is None or self.known is not None:
            return None
        other = self._party(gap.end())
        return Clause(other, self._behind(other), charged=True) if other else None

    def _behind_lead(self, at: int, lead_end: int) -> Clause:
        """Look behind the commas of a lead-in for a subject, else for the predicate."""
        often = pattern.OFTEN.match(self.viewed, at)
        if often and self.known is not None and self._verb(often.end()):
            return Clause(None, self._place(often.end()))
        subjects = [(place, self._subject(place)) for place in self._places(lead_end)]
        known = next((found for _, found in subjects if found and self._is_known(found)), None)
        if known is not None:
            return known
        fresh = [place for place, found in subjects if found and self._is_fresh(place, found)]
        for place, found in subjects:
            if found is not None and (found.charged or place in fresh):
                return found
            if self._goes_on(place) and not self._is_condition(place, fresh):
                return Clause(None, self._place(place))
        return Clause(None, self._place(at))

    def _goes_on(self, place: int) -> bool:
        """Whether the predicate begins at `place`, behind the comma that ends the lead-in."""
        if self.viewed.startswith(("cần ", "phải "), place) and "nếu" not in self.viewed[:place]:
            return True
        if not self.viewed[:place].rstrip().endswith((",", ";")):
            return False
        if cue("difficulty").match(self.viewed, place) or pattern.TIME_WORD.match(
            self.viewed, place
        ):
            return False
        return self._verb(place)

    def _is_condition(self, place: int, fresh: list[int]) -> bool:
        """Whether "nếu cần sửa đổi, bổ sung, các thôn …" still goes on with its condition."""
        return "nếu " in self.viewed[:place] and any(other > place for other in fresh)

    def _places(self, start: int) -> list[int]:
        """Where a main clause may begin behind a lead-in: behind commas, at bodies, at charges."""
        end = min(len(self.viewed), _LONGEST_FRONT)
        places = {comma.end() for comma in pattern.COMMA.finditer(self.viewed, start, end)}
        places.update(m.end() for m in pattern.MUST.finditer(self.viewed, start, end))
        places.update(
            m.start() for m in _charges(self.known is None).finditer(self.viewed, start, end)
        )
        places.update(m.start() for m in pattern.BODY_START.finditer(self.viewed, start, end))
        low, high = self.sentence.start + start, self.sentence.start + end
        places.update(
            o.span.start - self.sentence.start
            for o in self.reading.mentions.organisations
            if low <= o.span.start < high
        )
        return sorted(place for place in places if not self._inside_body(place))

    def _inside_body(self, place: int) -> bool:
        at = self._place(place)
        near = within(self.reading.mentions.organisations, Span(self.sentence.start, at))
        return any(o.span.start < at < o.span.end for o in near)

    def _is_fresh(self, place: int, found: Clause) -> bool:
        """Whether a body begins a clause there, and does not go on a list of the lead-in."""
        if found.subject is None:
            return False
        before = self.viewed[:place].rstrip()
        if cue("difficulty").search(before[-24:]) and not before.endswith("của"):
            return before.endswith((",", "vướng mắc", "khó khăn", "phát sinh"))
        if pattern.TIME_LEAD.search(before):
            return True
        if not before.endswith((",", ";", "này")):
            return False
        return self._opens_anew(place) or not self._ends_in_body(place)

    def _opens_anew(self, place: int) -> bool:
        return self.viewed.startswith(("các ", "những "), place) and not pattern.OF_LIST.search(
            self.viewed[:place]
        )

    def _ends_in_body(self, place: int) -> bool:
        """Whether a body ends right before the comma in front of `place`."""
        low = self.sentence.start
        return any(
            low <= o.span.start and pattern.COMMA.fullmatch(self.viewed[o.span.end - low : place])
            for o in self.reading.mentions.organisations
            if low <= o.span.start < low + place and o.span.end < low + place
        )

    def _is_known(self, found: Clause) -> bool:
        if self.known is None or found.subject is None:
            return False
        return same_body(self.reading, found.subject.span, self.known.span)

    def _party(self, at: int) -> Party | None:
        party = party_at(self.reading, self._place(at), self.sentence.end)
        if party is None or is_nameless(self.reading, party.span):
            return None
        # "Các sở, ngành, UBND xã" is one unit; "Liên đoàn Lao động tỉnh, Hội Nông dân tỉnh" is two.
        return party if self._are_names(party) else Party(party.span, (party.span,))

    def _person(self, at: int) -> Party | None:
        """Someone named with a post: "đồng chí Lê Văn Minh – Phó Chủ tịch Hội"."""
        start = past_address(self.reading, self._place(at))
        named = pattern.NAMED.match(self.reading.text, start, self.sentence.end)
        if named is None or start == self._place(at):
            return None
        post = party_at(self.reading, named.end(), self.sentence.end)
        if post is None:
            return None
        span = Span(start, post.span.end)
        return Party(span, (span,))

    def _are_names(self, party: Party) -> bool:
        printed = (body.of(self.reading.text) for body in party.bodies)
        return all(pattern.IS_NAME.match(name) is not None for name in printed)

    def _place(self, at: int) -> int:
        return self.sentence.start + at

    def _predicate_at(self, at: int) -> bool:
        if pattern.STARTS_PREDICATE.match(self.viewed, at):
            return True
        space = pattern.SPACE.match(self.viewed, at)
        return space is not None and self._verb(space.end())

    def _verb(self, at: int, longer_than: int = 0) -> bool:
        if self.viewed[at : at + 1] == "":
            return False
        hit = load("verbs").at(self.viewed, at) or load("task_verbs").at(self.viewed, at)
        if hit is None:
            return False
        word = self.viewed[hit.span.start : hit.span.end]
        return not pattern.PARTICLE.fullmatch(word) and len(hit.span) > longer_than
