"""Totals and the parts that stand behind them, read from running text.

In "45 tập thể, cá nhân, gồm: 12 tập thể …; 15 tập thể …; 20 cá nhân" gives `Sum(…, total=45,
parts=(12, 15, 20), noun="tập thể, cá nhân", is_whole=True)`; so do parts in brackets ("(07 tập thể
và 12 cá nhân)"), parts as labels ("tập thể: 8; cá nhân: 10") and parts in the lines below. Parts
count only if they are of the very noun of the total, or if the total counts awards or several kinds
of recipients and each part is a number of recipients.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.lexicon.load import load

_LONGEST = 400  # characters of a list of parts
_NUMBER = r"(?:\d{1,3}(?:\.\d{3}){1,3}|\d{1,5})(?![.,/%]?\d)"
_REST = (
    rf"(?:(?:[^.\n]|\.(?=\d)){{5,{_LONGEST}}}"
    rf"|:?\s?(?:\n\s*[-+*•]\s*{_NUMBER} [^\n]{{2,160}}){{2,12}})"
)
_TOTAL = re.compile(
    rf"(?<![\w/.,%-])(?P<total>{_NUMBER}) (?P<what>[^\W\d_][^.;:\n\d()]{{1,70}}?)"
    r"(?P<open>,? *\()?[,: ]*"
    rf"(?:(?P<cue>trong đó|bao gồm|chia ra|gồm(?: có)?)\b(?P<colon> ?:)?|(?<=\()(?=\D{{0,30}}\d))"
    rf"(?P<rest>{_REST})"
)
_NEXT_LINE = re.compile(r"\s*[-+*•]")
_ORDINAL = re.compile(
    r"(?:mục|điều|khoản|phụ lục|(?<!tổng )số|ngày|tháng|năm|quý|nhóm|thứ|lớp|khối)\s*$"
)
_CAP = re.compile(r"(?:không quá|tối đa|nhiều nhất|không vượt quá|dưới)\s*$")
_VAGUE = re.compile(
    r"\b(?:mỗi|từng|lượt|khoảng|(?:trên|hơn|dưới) \d+|hoặc|cùng với|ngoài ra|trong đó|gồm)\b"
)
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_SPLIT = re.compile(r"[;,\n]| và ")
_COUNTED = re.compile(rf"^[-+*• ]*(?P<number>{_NUMBER}) (?P<noun>[^\W\d_].*)$")
_LABELLED = re.compile(
    rf"^[-+*• ]*(?P<label>[^\d:]{{2,40}}(?: \d{{1,2}})?) ?: ?(?P<number>{_NUMBER})"
    r"(?: (?P<noun>.+))?$"
)
_ANY = {"tập thể": "collective", "cá nhân": "individual"}  # totals of whatever is of the kind
_FEWEST = 2


class Sum(NamedTuple):
    """A total, its parts, and whether the text says that they are all there is."""

    start: int
    end: int
    total: int
    parts: tuple[int, ...]
    noun: str
    is_whole: bool


class _Part(NamedTuple):
    number: int
    noun: str  # of the recipients or things that are counted; the label where there is no noun


def sums(viewed: str) -> Iterator[Sum]:
    """Every total with its parts in a viewed text."""
    for found in _TOTAL.finditer(viewed):
        before = viewed[max(0, found.start() - 16) : found.start()]
        if _ORDINAL.search(before) or _is_cut(found):
            continue
        parts = _parts(found)
        chosen = _of_recipients(found["what"], parts) or _of_the_noun(found["what"], parts)
        if chosen is None:
            continue
        is_capped = bool(_CAP.search(before))
        yield Sum(
            found.start(), found.end(), _value(found["total"]),
            tuple(part.number for part in chosen[1]), chosen[0],
            not is_capped and _is_whole(found, chosen[1]),
        )  # fmt: skip


def _is_cut(found: re.Match[str]) -> bool:
    """Whether the parts go on behind the match: further lines, or more than was looked at."""
    goes_on = "\n" in found["rest"] and _NEXT_LINE.match(found.string, found.end())
    return bool(goes_on) or len(found["rest"]) == _LONGEST


def _value(digits: str) -> int:
    return int(digits.replace(".", ""))


def _parts(found: re.Match[str]) -> tuple[_Part, ...]:
    """The numbered parts; none where a part says more than a number and a noun."""
    rest = found["rest"].partition(")")[0] if found["open"] else found["rest"]
    plain = _BRACKETS.sub(" ", rest)
    scope = plain.partition(";")[0]
    if len(_numbered(scope)) < _FEWEST and (found["open"] or found["colon"] or "\n" in plain):
        scope = plain  # semicolons part one list only behind a colon, in brackets, in lines
    return () if _VAGUE.search(scope) else _numbered(scope)


def _numbered(text: str) -> tuple[_Part, ...]:
    parts: list[_Part] = []
    for piece in _SPLIT.split(text):
        counted = _COUNTED.match(piece.strip())
        labelled = None if counted else _LABELLED.match(piece.strip())
        if counted:
            parts.append(_Part(_value(counted["number"]), counted["noun"]))
        elif labelled:
            noun = labelled["noun"] or labelled["label"]
            parts.append(_Part(_value(labelled["number"]), noun))
        elif parts and re.search(r"^\W*\d", piece):
            return ()  # "800.000 đồng/cá nhân", "5%": not a list of counts
    return tuple(parts)


def _of_the_noun(what: str, parts: tuple[_Part, ...]) -> tuple[str, tuple[_Part, ...]] | None:
    """Parts of the very noun of the total: "10 tập thể, trong đó 06 tập thể …, 05 tập thể …"."""
    if _is_of_several(what):
        return None
    words = re.findall(r"\w+", what)
    for count in (2, 1):
        noun = " ".join(words[:count])
        same = tuple(x for x in parts if re.match(rf"{re.escape(noun)}(?!\w)", x.noun))
        if len(same) >= _FEWEST and len(noun.split()) == count:
            return noun, same
    return None


def _of_recipients(what: str, parts: tuple[_Part, ...]) -> tuple[str, tuple[_Part, ...]] | None:
    """Parts that are all recipients of what the total counts: awards, or several kinds of them."""
    if len(parts) < _FEWEST or not all(_kind(part.noun) for part in parts):
        return None
    kinds = {_kind(part.noun) for part in parts}
    is_list = _counts_awards(what) or any(
        what.startswith(noun) and kinds == {kind} for noun, kind in _ANY.items()
    )
    return (what.strip(" ,"), parts) if is_list else None


def _counts_awards(what: str) -> bool:
    """Whether a total counts awards, cases or several kinds of recipients, whoever gets them."""
    is_award = load("award_forms").at(what, 0) or what.startswith(("trường hợp", "suất"))
    return bool(is_award) or _is_of_several(what)


def _is_of_several(what: str) -> bool:
    """Whether a total counts several kinds at once: "tập thể, cá nhân"."""
    kinds = [_kind(piece.strip()) for piece in _SPLIT.split(what)]
    return len(set(kinds)) > 1 and all(kinds)  # "12 xã, phường gồm 45 thôn" is of one kind


def _kind(noun: str) -> str | None:
    """Which kind of recipient a noun begins with; None for anything else."""
    hit = load("award_recipients").at(noun, 0)
    return hit.entry.id if hit else None


def _is_whole(found: re.Match[str], parts: tuple[_Part, ...]) -> bool:
    """Whether the parts must make the total: "gồm", brackets, or collectives and persons both."""
    if found["cue"] != "trong đó":
        # "10 tập thể, gồm 04 trường, 05 thôn và Đoàn xã": some may stand without a number.
        return _of_the_noun(found["what"], parts) is not None or _counts_awards(found["what"])
    kinds = {_kind(part.noun) for part in parts}
    is_award = load("award_forms").at(found["what"], 0) is not None
    return is_award and {"collective", "individual"} <= kinds
