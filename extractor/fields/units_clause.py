"""Who a sentence gives its task to, and where what it says begins.

"Căn cứ Kế hoạch này, các sở, ngành chủ động xây dựng …" has the subject "các sở, ngành" and its
predicate at "chủ động"; "Giao Sở Nội vụ chủ trì …" charges Sở Nội vụ; "Định kỳ 6 tháng, tổng hợp …"
has no subject of its own. Links and clauses of ground or time at the front are passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.fields.context import Reading
from extractor.fields.units_bodies import is_nameless
from extractor.fields.units_cues import cue
from extractor.fields.units_names import same_body
from extractor.fields.units_party import Party, party_at
from extractor.lexicon.load import load
from extractor.recognise.overlap import within
from extractor.span import Span
from extractor.view import view

_LONGEST_FRONT = 420  # how far into a sentence a subject may stand behind its lead-in
_FILLER = re.compile(r"[ \t\u00a0\"'“”(–-]*")
_COMMA = re.compile(r"[,;:] *")
# The lexicon of verbs also holds words at which a name ends; these begin no predicate.
_PARTICLE = re.compile(
    r"(?:theo|trong|tại|qua|từ|đến|vào|với|cho|bằng|như|do|thì|mà|hoặc|để|nhằm|nếu|khi|gồm|bao gồm"
    r"|trước|sau|đi|ra|lên|xuống|thu|mở|ghi|nghe|cùng|trên)"
)
_STARTS_PREDICATE = re.compile(
    r"(?: *: *|,? +(?:căn +cứ|trên +cơ +sở|theo +chức +năng|theo +thẩm +quyền|theo +nhiệm +vụ"
    r"|tùy +theo|trong +phạm +vi|ngoài +việc|tiên +phong|bằng +nhiều|hàng +năm|hằng +năm"
    r"|(?:ngay +)?(?:sau +|trước +)?khi|nếu|định +kỳ|trong +quá +trình|thông +qua)(?!\w))"
)
# "Hội Nông dân", three words or more; "Thủ trưởng các ngành" is a group.
_IS_NAME = re.compile(r"(?=[A-ZĐ])(?!.*\b[Cc]ác\b)(?:\S+ +){2,}\S")
_SPACE = re.compile(r" +")
_REMARK = re.compile(
    r"(?: *\([^()]{0,160}\))?"
    r"(?: +(?:tới|đến) +(?:việc +)?[^,.;:]{1,80}?(?= +(?:có|chịu) +trách|, ))?"
)
_AFTER_CHARGE = re.compile(r"(?: *: *| +)(?:cho +)?")


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
            comma = _COMMA.match(self.viewed, link.end())
            at = self._skip(comma.end() if comma else link.end())
        return at

    def _skip(self, at: int) -> int:
        filler = _FILLER.match(self.viewed, at)
        return filler.end() if filler else at

    def _subject(self, at: int) -> Clause | None:
        """A subject that begins exactly at `at`: charged, or followed by its predicate."""
        charge = _charges(self.known is None).match(self.viewed, at)
        if charge:
            gap = _AFTER_CHARGE.match(self.viewed, charge.end())
            party = self._party(gap.end()) if gap else None
            if party is not None:
                return Clause(party, self._behind(party), charged=True)
        party = self._party(at)
        if party is None:
            return None
        behind = self._behind(party)
        if not self._predicate_at(behind - self.sentence.start):
            return None
        return self._passed_on(party) or Clause(party, behind)

    def _behind(self, party: Party) -> int:
        """The place behind a subject, a remark in brackets and "tới việc thực hiện …"."""
        remark = _REMARK.match(self.viewed, party.span.end - self.sentence.start)
        return self.sentence.start + remark.end() if remark else party.span.end

    def _passed_on(self, party: Party) -> Clause | None:
        """ "UBND xã yêu cầu các thôn …": the task is for whom the first body charges with it."""
        space = _SPACE.match(self.viewed, party.span.end - self.sentence.start)
        charge = cue("charge", "ask").match(self.viewed, space.end()) if space else None
        gap = _AFTER_CHARGE.match(self.viewed, charge.end()) if charge else None
        if charge is None or gap is None or self.known is not None:
            return None
        other = self._party(gap.end())
        return Clause(other, self._behind(other), charged=True) if other else None

    def _behind_lead(self, at: int, lead_end: int) -> Clause:
        """Look behind the commas of a lead-in for a subject, else for the predicate."""
        subjects = [(place, self._subject(place)) for place in self._places(lead_end)]
        known = next((found for _, found in subjects if found and self._is_known(found)), None)
        if known is not None:
            return known
        for place, found in subjects:
            if found is not None and (found.charged or self._is_fresh(place, found)):
                return found
            if self._goes_on(place):
                return Clause(None, self._place(place))
        return Clause(None, self._place(at))

    def _goes_on(self, place: int) -> bool:
        """Whether the predicate begins at `place`, behind the comma that ends the lead-in."""
        if self.viewed.startswith(("cần ", "phải "), place) and "nếu" not in self.viewed[:place]:
            return True
        if not self.viewed[:place].rstrip().endswith((",", ";")):
            return False
        if cue("difficulty").match(self.viewed, place) or _TIME_WORD.match(self.viewed, place):
            return False
        return self._verb(place)

    def _places(self, start: int) -> list[int]:
        """Where a main clause may begin behind a lead-in: behind commas, at bodies, at charges."""
        end = min(len(self.viewed), _LONGEST_FRONT)
        places = {comma.end() for comma in _COMMA.finditer(self.viewed, start, end)}
        places.update(m.end() for m in _MUST.finditer(self.viewed, start, end))
        places.update(
            m.start() for m in _charges(self.known is None).finditer(self.viewed, start, end)
        )
        places.update(m.start() for m in _BODY_START.finditer(self.viewed, start, end))
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
        if _TIME_LEAD.search(before):
            return True
        if not before.endswith((",", ";", "này")):
            return False
        return self._opens_anew(place) or not self._ends_in_body(place)

    def _opens_anew(self, place: int) -> bool:
        return self.viewed.startswith(("các ", "những "), place) and not _OF_LIST.search(
            self.viewed[:place]
        )

    def _ends_in_body(self, place: int) -> bool:
        """Whether a body ends right before the comma in front of `place`."""
        low = self.sentence.start
        return any(
            low <= o.span.start and _COMMA.fullmatch(self.viewed[o.span.end - low : place])
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

    def _are_names(self, party: Party) -> bool:
        printed = (body.of(self.reading.text) for body in party.bodies)
        return all(_IS_NAME.match(name) is not None for name in printed)

    def _place(self, at: int) -> int:
        return self.sentence.start + at

    def _predicate_at(self, at: int) -> bool:
        if _STARTS_PREDICATE.match(self.viewed, at):
            return True
        space = _SPACE.match(self.viewed, at)
        return space is not None and self._verb(space.end())

    def _verb(self, at: int, longer_than: int = 0) -> bool:
        if self.viewed[at : at + 1] == "":
            return False
        hit = load("verbs").at(self.viewed, at) or load("task_verbs").at(self.viewed, at)
        if hit is None:
            return False
        word = self.viewed[hit.span.start : hit.span.end]
        return not _PARTICLE.fullmatch(word) and len(hit.span) > longer_than


_MUST = re.compile(r" (?=(?:cần|phải) )")
_BODY_START = re.compile(r"(?<=\s)(?:các|những|mọi|từng) (?=\w)")
_TIME_WORD = re.compile(r"(?:hằng|hàng) +(?:năm|quý|tháng|tuần)(?!\w)")
_TIME_LEAD = re.compile(
    r"(?:^|[\s,])(?:(?:hằng|hàng) +(?:năm|quý|tháng|tuần)"
    r"|định +kỳ(?: +(?:0?[36]|sáu|ba) +tháng| +(?:hằng|hàng) +\w+)?)$"
)
_OF_LIST = re.compile(
    r"(?:của|từ|với|giữa|đối +với|cho) +(?:tất +cả +)?(?:các|những) +[^,]{1,30}"
    r"(?:, *[^,]{1,30}){0,5}, *$"
)
