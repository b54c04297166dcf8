"""The subject: who must reach a target, where its clause says so.

`split_subject` parts "Mỗi phòng có" into "Mỗi phòng" and "có", "Các thôn, tổ dân phố tổ chức rà
soát" into "Các thôn, tổ dân phố" and "tổ chức rà soát". A population that is itself what is
measured ("100% cán bộ …") is no subject. Source: the contract, section targets (`subject`).
"""

from __future__ import annotations

import re
from functools import cache

from extractor.fields.context import Reading
from extractor.fields.targets.vocabulary import opens, words
from extractor.fields.targets.words import leads_off, reach_off
from extractor.lexicon.load import load
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_JOIN = re.compile(r" *, *(?:và +)?| +và +")
_PLACE = re.compile(
    r"(?:[Tt]oàn )?(?:[Tt]ỉnh|[Tt]hành phố|[Xx]ã|[Pp]hường|[Đđ]ặc khu|[Tt]hôn|[Ấấ]p)"
    r"(?: (?=[A-ZĐ])[\w-]+){0,4}(?= (?:có|phấn đấu)(?!\w))"
)
_GAP = r"[^,;:]{0,40}? "
_ACT = re.compile(r"(?<!\w)(?:tổ chức|tiến hành|thực hiện|triển khai)(?!\w)\s*")
_FOR = re.compile(r"^(?:[Đđ]ối với|[Ll]à) +")
_MUST = re.compile(r"(?![Cc]ó thể )[^,;:]{2,60}?(?<! và)(?= phải )")
_LONGEST_OWNER = 60  # characters
_NO_VERBS = ("join", "purpose", "place", "which")


def split_subject(reading: Reading, place: Span, said: str) -> tuple[str | None, str]:
    """The subject of `said` (words of `place` before the number, leads off) and what is left."""
    said = _FOR.sub("", said)
    end = _each(said) or _which(said) or _of_all(said) or _must(said)
    end = end or _bodies(reading, place, said) or _recipient(said) or _place(said)
    if not end:
        return None, said
    rest = _assigned().sub("", said[end:].lstrip(" :"), count=1)
    return clean(said[:end]), _without_lead(rest)


def named_by(reading: Reading, title: Span) -> str | None:
    """Whom a title names and nothing else: "Tập thể", "Cá nhân, hộ gia đình"."""
    said = reading.value(title)
    parts = _JOIN.split(view(said))
    recipients = load("award_recipients")
    return said if all(recipients.entry_of(part) for part in parts) else None


def asked_by(reading: Reading, title: Span) -> str | None:
    """Who must do what a lead-in opens: "Mỗi xã" of "Mỗi xã tổ chức thành lập"."""
    subject, rest = split_subject(reading, title, leads_off(reading.value(title)))
    return subject if rest and not reach_off(leads_off(rest))[0].strip(" ,:") else None


def singled_out(reading: Reading, title: Span) -> str | None:
    """Whom a title singles out by a number: "Đối với thôn có dưới 100 hộ"."""
    said = reading.value(title)
    found = _FOR.match(said)
    return clean(said[found.end() :]) if found and _by_number().match(view(said)) else None


def owner_of(said: str) -> str | None:
    """Who has a share: "Khu dân cư" of "Khu dân cư (có 95% hộ …)"; None for a clause of its own."""
    owner = clean(_awarded().sub("", _FOR.sub("", said)))
    if not 0 < len(owner) <= _LONGEST_OWNER or "," in owner or load("verbs").at(view(owner), 0):
        return None
    return owner


def _each(said: str) -> int:
    """The end of "Mỗi thôn", "Từng phòng, ban": up to the verb or the number itself."""
    seen = f"{view(said)} có"
    own, other = _each_verb("own").match(seen), _each_verb("other").match(seen)
    if own is None or own.end() < len(said):
        return own.end() if own else 0
    return min(own.end(), other.end() if other else own.end(), len(said))


def _place(said: str) -> int:
    found = _PLACE.match(said)
    return found.end() if found else 0


def _recipient(said: str) -> int:
    """The end of "Cá nhân", "Tập thể", "Hộ gia đình" before a verb."""
    hit = load("award_recipients").at(view(said), 0)
    return hit.span.end if hit and _is_verb(view(said[hit.span.end :])) else 0


def _must(said: str) -> int:
    found = _MUST.match(said)
    return 0 if found is None or opens("target_heads").match(view(said)) else found.end()


def _which(said: str) -> int:
    """The end of "các thôn có trên 300 hộ": those that a number of their own singles out."""
    found = _which_pattern().match(view(said))
    return found.end() if found else 0


def _of_all(said: str) -> int:
    """The end of "13/13 thôn" before a verb: all that are, or most of them."""
    found = _of_all_pattern().match(view(said))
    return found.end() if found else 0


def _bodies(reading: Reading, place: Span, said: str) -> int:
    """The end of the bodies that open the words, if a verb or nothing more follows them."""
    end = _chain(said, [body.name for body in reading.mentions.organisations_in(place)])
    rest = view(said[end:])
    if not end or not rest.strip(" :") or _is_verb(rest) or _acts().match(rest):
        return end
    verb = _gap_pattern().match(rest)
    return end + verb.end() if verb else 0


def _chain(said: str, names: list[str]) -> int:
    """The end of the run of names, joined by commas or "và", with which the words begin."""
    end = 0
    for name in names:
        join = _JOIN.match(said, end) if end else None
        start = join.end() if join else end
        if not said.startswith(name, start) or bool(end) != bool(join):
            break
        end = start + len(name)
    return end


def _without_lead(rest: str) -> str:
    """The act alone where the body leads it with others ("chủ trì, phối hợp với … tổ chức …")."""
    verb = load("verbs").at(view(rest), 0)
    acts = list(_ACT.finditer(view(rest)))
    leads = verb is not None and verb.entry.word("role") in ("lead", "coordinate")
    return rest[acts[-1].end() :] if leads and acts else rest


def _is_verb(rest: str) -> bool:
    start = len(rest) - len(rest.lstrip())
    verb, particle = load("verbs").at(rest, start), load("particles").at(rest, start)
    if verb is None or particle is None or particle.entry.id not in _NO_VERBS:
        return verb is not None
    return verb.span.end > particle.span.end


@cache
def _each_verb(whose: str) -> re.Pattern[str]:
    """Where "mỗi …" meets its verb: one of our own, else any verb of administration."""
    own = words("target_subjects", "has", "acts", "assigned")
    verbs = own if whose == "own" else words("verbs", "act", "issue", "lead")
    modals = words("target_subjects", "modal", "must")
    return re.compile(
        rf"(?:mỗi|từng(?! bước)) [^;:]{{2,80}}?(?= +(?:(?:{modals}) +){{0,2}}(?:{verbs})(?!\w))"
    )


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(rf" (?:{words('target_subjects', 'acts')})(?!\w)")


@cache
def _which_pattern() -> re.Pattern[str]:
    verbs = words("target_subjects", "has", "acts", "assigned", "modal", "must")
    bounds = load("comparators").some(position="before")
    return re.compile(
        rf"[^\d,;:]{{2,60}} có (?:{bounds}) \d[\d.]*[^\d,;:]{{2,40}}?"
        rf"(?= (?:chỉ )?(?:{verbs})(?!\w))"
    )


@cache
def _of_all_pattern() -> re.Pattern[str]:
    verbs = words("target_subjects", "has", "acts", "assigned", "modal", "must")
    return re.compile(rf"\d{{1,5}} ?/ ?\d{{1,5}} [^\d;:]{{2,60}}?(?= (?:{verbs})(?!\w))")


@cache
def _by_number() -> re.Pattern[str]:
    bounds = load("comparators").some(position="before")
    return re.compile(rf"[^\d,;:]{{2,60}} có (?:{bounds}) \d[\d.]*[^\d,;:]{{2,60}}$")


@cache
def _awarded() -> re.Pattern[str]:
    return re.compile(rf"^(?:xét )?(?:{words('target_signs', 'gives')})\s+", re.I)


@cache
def _gap_pattern() -> re.Pattern[str]:
    return re.compile(rf"{_GAP}(?=(?:{words('target_subjects', 'has')})(?!\w))")


@cache
def _assigned() -> re.Pattern[str]:
    modals = words("target_subjects", "modal", "must")
    return re.compile(
        rf"^(?:(?:{modals}) +)?(?:{words('target_subjects', 'assigned')})(?!\w)\s*", re.IGNORECASE
    )
