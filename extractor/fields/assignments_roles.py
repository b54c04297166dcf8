"""What part a body has in a task, and with whom: the role of the first verb, the partners named.

"Chủ trì, phối hợp với Sở Tài chính và các đơn vị liên quan thẩm định …" is `lead` with two
partners; "Tăng cường công tác phối hợp" is `implement` with none: there phối hợp is a noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.fields.context import Reading
from extractor.fields.units_bodies import is_nameless
from extractor.fields.units_cues import cue, noun
from extractor.fields.units_party import Party, bodies_of, party_at
from extractor.fields.units_unknown import unknown_partner
from extractor.lexicon.load import load
from extractor.plan.model import Role
from extractor.span import Span
from extractor.view import view

_JOIN = re.compile(r"(?<!\w)phối(?: +kết)? +hợp(?!\w)")
_WITH = re.compile(
    r"(?:,? +(?:chặt +chẽ|đồng +bộ|hiệu +quả|thường +xuyên|tích +cực|kịp +thời|nhịp +nhàng"
    r"|thống +nhất)){0,2}"
    r"(?:, *(?:trao +đổi|cung +cấp|chia +sẻ)(?: +thông +tin)?| +thực +hiện| +tham +mưu)?"
    r"(?: +(?P<with>cùng +với|với|cùng))? +"
)
_AMONG = re.compile(r"(?: +(?:chặt +chẽ|đồng +bộ|hiệu +quả))? +giữa(?!\w)")
_TAKING_PART = re.compile(r"tham +gia(?= +phối +(?:kết +)?hợp(?!\w))")
_GAP = re.compile(r"[ ,]*")


def role_at(reading: Reading, start: int, end: int) -> Role:
    """The role of the first verb from `start` on, adverbs and duties passed over."""
    viewed = view(reading.text[start:end])
    at = _skip(viewed, 0)
    for _ in range(4):
        hit = load("verbs").at(viewed, at)
        if hit is not None and hit.entry.id == "lead":
            return "lead"
        if hit is not None and hit.entry.id == "coordinate":
            return "implement" if _AMONG.match(viewed, hit.span.end) else "coordinate"
        adverb = cue("adverb").match(viewed, at) or _TAKING_PART.match(viewed, at)
        if adverb is None:
            break
        at = _skip(viewed, adverb.end())
    return "implement"


def partners_in(reading: Reading, span: Span) -> tuple[Span, ...]:
    """The bodies that `span` names as partners, in order, each once."""
    found: dict[str, Span] = {}
    for place, sure in _joins(reading, span):
        party = party_at(reading, place, span.end)
        if party is None and sure:
            party = _unknown(reading, place, span)
        for body in bodies_of(reading, party.span, apart=True) if party else ():
            if not is_nameless(reading, body):
                found.setdefault(view(body.of(reading.text)), body)
    return tuple(found.values())


def _unknown(reading: Reading, place: int, span: Span) -> Party | None:
    """A partner behind "phối hợp với" that no lexicon knows: "Thư ký hội nghị"."""
    end = unknown_partner(reading, place, span.end)
    return Party(Span(place, end), (Span(place, end),)) if end else None


def _joins(reading: Reading, span: Span) -> Iterator[tuple[int, bool]]:
    """Where partners may be named: behind each "phối hợp (với)" that is a verb.

    With it comes whether "với" says that whoever stands there is one.
    """
    viewed = view(span.of(reading.text))
    for match in _JOIN.finditer(viewed):
        if _noun_before().search(viewed[max(0, match.start() - 24) : match.start()]):
            continue
        following = _WITH.match(viewed, match.end())
        if following is not None:
            yield span.start + following.end(), following.group("with") is not None


def _skip(viewed: str, at: int) -> int:
    gap = _GAP.match(viewed, at)
    return gap.end() if gap else at


@cache
def _noun_before() -> re.Pattern[str]:
    return re.compile(rf"{noun('joining').pattern} $")
