"""The words before a target's number: what they measure, whom they bind, what change they state.

"Mỗi phòng chuyên môn có" leaves no measure but the subject "Mỗi phòng chuyên môn"; "Tỷ lệ hồ sơ
đúng hạn đạt" leaves "Tỷ lệ hồ sơ đúng hạn"; "giảm tỷ lệ hộ nghèo" leaves "tỷ lệ hộ nghèo" with
the change `decrease`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from extractor.fields.context import Reading
from extractor.fields.targets.clause import Clause
from extractor.fields.targets.due import without_times
from extractor.fields.targets.subject import owner_of, split_subject
from extractor.fields.targets.vocabulary import opens, words
from extractor.fields.targets.words import after_aim, aim_off, leads_off, reach_off
from extractor.lexicon.load import load
from extractor.plan.model import Change
from extractor.view import view

_OCCASION = "lần"
_MEASURES = ("rate", "amount", "level", "pace")
_EACH = ("mỗi ", "từng ")
_BELOW = ("lt", "le")
_BASELINE = re.compile(
    r"\s*(?<!\w)từ \d[\d.,]* *%?(?: [^\W\d_]+){0,4}(?: \(?(?:năm )?20\d\d\)?)?"
    r"(?<!trở)(?= (?:lên|xuống|thành)(?!\w))"
)
_DIRECTLY = re.compile(r"[,;]\s+(?=trực tiếp(?!\w))")
_LISTED = re.compile(r"(?:bao )?gồm(?: có)? .*,$")  # an earlier member of a list
_OR = re.compile(r"(?<!\w)hoặc(?!\w)\s*")
_ACT = re.compile(r"(?<!\w)(?:tổ chức|tiến hành|thực hiện)\s+(?=\w)")
_OF_THOSE = re.compile(r"\W*trong đó,? có \w")  # those of the whole that have something
_COMPARED = re.compile(r"\s*so với(?!\w)")
_HAS = re.compile(r"(?<!\w)có\W*$")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the number, without leads, times and the verb of reaching."""

    text: str
    change: Change | None = None
    subject: str | None = None


def read_head(reading: Reading, clause: Clause, noun_follows: bool) -> Head:
    """The head of a clause; `noun_follows` says that what is measured stands behind the number."""
    subject, said = _subject(reading, clause, noun_follows)
    said, moved = move_off(leads_off(_last_part(said)))
    text, change = reach_off(said, keep="receiver" if noun_follows else "")
    bare = text == said.rstrip(" ,:") or _is_compared(reading, clause)
    if change is None and bare and clause.quantity.operator not in _BELOW:
        change = moved
    head = Head(text.strip(" ,:;-–"), clause.growth or change or _paced(text, said), subject)
    if clause.quantity.kind == "percent" and noun_follows:
        return _share(head, said)
    if clause.quantity.kind == "percent" and _OF_THOSE.match(view(reading.slice(clause.before))):
        return replace(head, text=f"có {head.text}" if head.text else "")
    occasions = view(clause.quantity.unit or "") == _OCCASION
    return replace(head, text=_last_of(_ACT, head.text)) if occasions else head


def _is_compared(reading: Reading, clause: Clause) -> bool:
    """Whether a share is one of what it is compared with: "Tăng số … lên 30% so với năm 2025"."""
    share = clause.quantity.kind == "percent"
    return share and _COMPARED.match(view(reading.slice(clause.after))) is not None


def _subject(reading: Reading, clause: Clause, noun_follows: bool) -> tuple[str | None, str]:
    """Who must reach it, and the words before the number without them."""
    aimed = _aimed(reading, clause, noun_follows)
    subject, said = _bound(reading, clause, _measure(leads_off(aimed)), noun_follows)
    said = "" if _is_other(clause, said, noun_follows) else said
    return subject or _aiming(reading, clause, aimed), said


def _aimed(reading: Reading, clause: Clause, noun_follows: bool) -> str:
    """The words behind the last word of aiming, or before it where it ends them."""
    text = without_times(reading, clause.head)
    baseline = _BASELINE.search(view(text))
    if baseline:
        text = text[: baseline.start()] + text[baseline.end() :]
    aimed = after_aim(text)
    return aimed if noun_follows or reach_off(aimed)[0].strip(" ,") else aim_off(text)


def _aiming(reading: Reading, clause: Clause, aimed: str) -> str | None:
    """Who strives: the subject before the aim ("Các thôn phấn đấu …"), if it says nothing else."""
    text = without_times(reading, clause.head)
    before = leads_off(text[: len(text) - len(aimed)])
    subject, rest = split_subject(reading, clause.head, before)
    return subject if subject and not leads_off(rest) else None


def _measure(said: str) -> str:
    """Only what follows the last comma that opens a rate, an amount or a population of its own."""
    return _last_of(_new_measure(), said)


def _is_other(clause: Clause, said: str, noun_follows: bool) -> bool:
    """Whether the words are a clause or a member of a list before the one that is measured."""
    joined = ("và", ",") if clause.quantity.kind == "percent" else ("và",)
    seen = view(said).rstrip()
    return noun_follows and (seen.endswith(joined) or _LISTED.match(seen) is not None)


def _last_part(said: str) -> str:
    """Only the act that is done so many times, behind ", trực tiếp" or "hoặc"."""
    said = _last_of(_DIRECTLY, said)
    return said if opens("target_heads", *_MEASURES).match(view(said)) else _last_of(_OR, said)


def _last_of(pattern: re.Pattern[str], said: str) -> str:
    """The words behind the last hit, if there are any."""
    found = list(pattern.finditer(view(said)))
    return said[found[-1].end() :] if found and said[found[-1].end() :].strip() else said


@cache
def _new_measure() -> re.Pattern[str]:
    cuts, makes = load("target_heads").some(cuts=True), words("target_makes", "make")
    return re.compile(rf"[,;:]\s+(?=(?:{cuts})(?!\w))|:\s+(?=(?:{makes})(?!\w))")


def _bound(
    reading: Reading, clause: Clause, said: str, noun_follows: bool
) -> tuple[str | None, str]:
    """The subject and the rest; a body whose share is measured, or that is counted, is none."""
    subject, rest = split_subject(reading, clause.head, said)
    if subject is None or view(subject).startswith(_EACH):
        return subject, rest
    measured = clause.quantity.kind != "count" and not noun_follows
    counted = view(subject).startswith(view(clause.quantity.unit or "-"))
    return (None, said) if measured or counted else (subject, rest)


def move_off(said: str) -> tuple[str, Change | None]:
    """The words without what moves a rate ("giảm tỷ lệ …"), and the change that this states."""
    seen = view(said)
    moves = list(_moved_measure().finditer(seen))
    if not moves or opens("target_heads", *_MEASURES).match(seen):
        return said, None
    entry = load("target_moves").by_alias[" ".join(moves[-1][1].split())]
    return said[moves[-1].end() :], cast("Change | None", entry.word("change") or None)


def _paced(text: str, said: str) -> Change | None:
    """The change that a bare pace states: "tốc độ tăng bình quân 5%"; one that is reached, none."""
    found = _pace().search(view(text)) if text.rstrip() == said.rstrip(" ,:") else None
    if found is None:
        return None
    entry = load("target_reaches").by_alias[" ".join(found[1].split())]
    return cast("Change | None", entry.word("change") or None)


@cache
def _pace() -> re.Pattern[str]:
    pace, moves = words("target_heads", "pace"), words("target_reaches", "increase", "decrease")
    return re.compile(rf"(?<!\w)(?:{pace}) ({moves})\W*$")


@cache
def _moved_measure() -> re.Pattern[str]:
    moves, measures = words("target_moves"), words("target_heads", *_MEASURES)
    return re.compile(rf"(?<!\w)({moves})\s+(?=(?:{measures})(?!\w))")


def _share(head: Head, said: str) -> Head:
    """In "xã có 95% hộ …", "rút ngắn 20% thời gian …" the words before are not what is measured."""
    if head.change is None and not _HAS.search(view(said)):
        return head
    owner = owner_of(head.text) if head.change is None else None
    return replace(head, text="", subject=head.subject or owner)
