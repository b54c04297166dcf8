"""Words that fall off around a target's number: leads, aims, verbs of reaching, what trails behind.

`leads_off("phấn đấu có sáng kiến")` is `"sáng kiến"`; `reach_off("Tỷ lệ A đạt")` is `("Tỷ lệ A", None)`,
`reach_off("chi phí giảm")` is `("chi phí", "decrease")`. The words are lexicons (target_leads, _reaches, _tails).
"""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon.load import load
from extractor.plan.model import Change
from extractor.view import view

_RATE = re.compile(r"(?<!\w)(?:tốc độ|mức|nhịp độ|đà)\W*$")


@cache
def _lead_pattern() -> re.Pattern[str]:
    return re.compile(rf"^[\s,;:.\-–+*(]*(?:{load('target_leads').source})(?!\w)")


@cache
def _aim_pattern() -> re.Pattern[str]:
    aims = sorted(load("target_leads").by_id["aim"].aliases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, aims))})(?!\w)")


@cache
def _reach_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({load('target_reaches').source})[\s,:]*$")


def leads_off(text: str) -> str:
    """The words without what only opens a clause."""
    while found := _lead_pattern().match(view(text)):
        text = text[found.end() :]
    return text.lstrip(" ,;:.-–+*")


def after_aim(text: str) -> str:
    """What follows the last word of aiming that opens a part of the clause or ends it."""
    seen = view(text)
    for found in reversed(list(_aim_pattern().finditer(seen))):
        opens = (
            not seen[: found.start()].rstrip(" -+").strip()
            or seen[: found.start()].rstrip()[-1] in ",;:"
        )
        always = found.group().startswith(("phấn đấu", "phần đấu")) or found.group().endswith(
            "mục tiêu"
        )
        if opens or always or not seen[found.end() :].strip():
            return text[found.end() :]
    return text


def reach_off(text: str) -> tuple[str, Change | None]:
    """The words without the verbs of reaching at their end, and the change that those state."""
    change: Change | None = None
    while found := _reach_pattern().search(view(text)):
        entry = load("target_reaches").entry_of(found[1])
        if entry and entry.word("change"):
            if _RATE.search(view(text[: found.start()])):
                break
            change = entry.word("change")  # type: ignore[assignment]
        text = text[: found.start()].rstrip(" ,:")
    return text, change


def aim_off(text: str) -> str:
    """The words before an aim that ends the clause ("… tham gia xuất khẩu phấn đấu đạt")."""
    text = reach_off(text)[0]
    for found in reversed(list(_aim_pattern().finditer(view(text)))):
        if found.start() and not text[found.end() :].strip(" ,"):
            return text[: found.start()]
    return text


@cache
def _tail_pattern() -> re.Pattern[str]:
    return re.compile(rf"[\s,]+(?:{load('target_tails').source})(?!\w)")


def tail_off(text: str) -> str:
    """The words up to a purpose or an aside."""
    found = _tail_pattern().search(" " + view(text))
    if found and found.start() > 0:
        return text[: found.start() - 1] if found.start() > 1 else text
    return text
