"""Words that fall off around a target's number: leads, aims, verbs of reaching, what trails
behind.

`leads_off("phấn đấu có sáng kiến")` is `"sáng kiến"`; `reach_off("Tỷ lệ A đạt")` is `("Tỷ lệ
A", None)`, `reach_off("chi phí giảm")` is `("chi phí", "decrease")`. The words are lexicons
(target_leads, _reaches, _tails).
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from extractor.fields.targets.vocabulary import ends, words
from extractor.lexicon.load import Entry, load
from extractor.plan.model import Change
from extractor.view import view

_MARKS = " ,;:.-–+*"
_MOST = 12  # words that fall off one end: no clause has more, a broken one may
_LONGEST_VERB = 60  # characters, the blanks and marks behind it included
_AIMS = ("strive", "ensure", "must")


@cache
def _aim() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words('target_leads', *_AIMS)})(?!\w)")


@cache
def _reach() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({words('target_reaches')})[\s,:]*$")


@cache
def _tail() -> re.Pattern[str]:
    behind_comma = load("target_tails").some(comma=True)
    anywhere, none = words("target_tails", "purpose", "aside"), words("target_zero", "none")
    return re.compile(rf"(?:[\s,(]+(?:{anywhere})|,\s*(?:{behind_comma}|{none}))(?!\w)")


@cache
def _hanging() -> re.Pattern[str]:
    """The words that only lead on to what follows, at the end ("03 vị trí gồm:")."""
    last = words("target_tails", "result", "hanging")
    return re.compile(rf"(?:[\s,]+(?:{last}))+[\s:.;,]*$")


def leads_off(text: str) -> str:
    """The words without what only opens a clause."""
    text = text.lstrip(_MARKS + "(")
    for _ in range(_MOST):
        hit = load("target_leads").at(view(text), 0)
        if hit is None:
            break
        text = text[hit.span.end :].lstrip(_MARKS + "(")
    return text


def after_aim(text: str) -> str:
    """What follows the last word of aiming that opens a part of the clause or ends it."""
    seen = view(text)
    for found in reversed(list(_aim().finditer(seen))):
        if load("target_leads").at(seen, found.start()) is None:
            continue  # "chương trình mục tiêu quốc gia"
        if _opens_part(seen, found) or not seen[found.end() :].strip():
            return text[found.end() :]
    return text


def _opens_part(seen: str, found: re.Match[str]) -> bool:
    entry = load("target_leads").entry_of(found.group())
    if entry is not None and entry.flag("firm"):
        return True
    before = seen[: found.start()].rstrip(" -+")
    return not before or before[-1] in ",;:"


def aim_off(text: str) -> str:
    """The words before an aim that ends the clause ("… tham gia xuất khẩu phấn đấu đạt")."""
    text = reach_off(text)[0]
    for found in reversed(list(_aim().finditer(view(text)))):
        if found.start() and not text[found.end() :].strip(" ,"):
            return text[: found.start()]
    return text


def reach_off(text: str, keep: str = "") -> tuple[str, Change | None]:
    """The words without the verbs of reaching at their end, and the change that those state.

    `keep` names an entry of target_reaches that stays: "receiver" is "cho" in "cho 100% hộ".
    """
    change: Change | None = None
    last = ""
    for _ in range(_MOST):
        entry, start = _last_verb(text)
        if entry is None or entry.id == keep or _is_noun(entry, text[:start], last):
            break
        change = cast("Change | None", entry.word("change") or change)
        text, last = text[:start].rstrip(" ,:"), entry.id
    return text, change


def _last_verb(text: str) -> tuple[Entry | None, int]:
    """The verb of reaching that ends the words, and where it begins."""
    first = max(0, len(text) - _LONGEST_VERB)
    found = _reach().search(view(text[first:]))
    if found is None:
        return None, len(text)
    return load("target_reaches").by_alias[" ".join(found[1].split())], first + found.start()


def _is_noun(entry: Entry, before: str, last: str) -> bool:
    """Whether a verb at the end is part of a noun: "tốc độ tăng", "Công nghiệp, xây dựng (đạt)"."""
    if entry.id == "make":
        return last not in ("", "make")
    return bool(entry.word("change") and ends("target_heads", "pace").search(view(before)))


def tail_off(text: str) -> str:
    """The words up to a purpose or an aside."""
    found = _tail().search(" " + view(text))
    text = text[: found.start() - 1] if found and found.start() > 1 else text
    left = _hanging().search(view(text))
    return text[: left.start()] if left else text
