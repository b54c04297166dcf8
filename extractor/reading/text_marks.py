"""What a printed line is by its first words: a list item, letterhead, signature, prose.

In: the bare text of a line. Out: yes or no, or the kind of its list mark:
`mark_of("1.2. Yêu cầu")` is "1.1.", `mark_of("- Như Điều 3;")` is "-". The words come from
lexicons, the forms from Nghị định 30/2020/NĐ-CP, phụ lục I.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon.load import bounded, key_of, load
from extractor.lexicon.trie import alternation
from extractor.view import view

_UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_BEHIND_ROMAN = rf"(?:\s?[.):](?!\d)|/\s|\s[-–]\s)\s*(?=\S|$)|\s+(?=[{_UPPER}]{{2}})"
_PARTS = "Điều|ĐIỀU|Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC"
_FIRST = r"(?:[IVX]{1,5}|[A-H]|\d{1,2})"
_FORMS = (
    ("-", r"[-–—−‑]\s*(?=[^\W\d_]|[\"“(\[*])|[-–—−‑]\s+(?=\d)"),
    ("+", r"\+\s*(?=[^\s+])"),
    ("•", r"[•●▪■◦➢✓→*]\s+(?=\S)"),
    ("Điều", rf"(?:{_PARTS})\s+(?:\d{{1,3}}|[IVX]{{1,5}})(?:[.:]|$|\s+(?=[A-ZĐ]))"),
    ("I.", rf"[IVX]{{1,5}}(?:{_BEHIND_ROMAN})"),
    ("1.1.", rf"{_FIRST}(?:\.\d{{1,2}}){{1,4}}(?:[.)]\s*(?=[^\s\d]|$)|\s+(?=[^\W\d_]))"),
    ("1.", r"\d{1,2}\s?[.)](?![\d.,;:)])\s*|\(\d{1,2}\)\s*"),
    ("a)", r"[a-zđ]\d?\s?\)\s*|[a-zđ]\.\s+(?=\S)|\([a-zđ]\)\s*|[a-zđ]\.\d{1,2}[.)]\s*"),
    ("A.", r"[A-HĐ]\s?[.)]\s+(?=\S)"),
    ("[1]", r"\[\d{1,3}\]\s*(?=\S|$)"),
)  # fmt: skip
_MARK = re.compile("|".join(f"({form})" for _, form in _FORMS))
_CAPACITY = re.compile(r"(?:T/?M|K/?T|T/?L|T/?U/?Q|Q)\s*[./]\s*(?=\S|$)")
_NUMBER = re.compile(r"(?:Số|SỐ)\s?:?\s?[\d\s._…]{0,30}[-/]\s?[A-ZĐ]")
_DATELINE = re.compile(
    r"[^\W\d_][^,;:.\d]{1,50}, ngày[\s\d._…]{0,30}tháng[\s\d._…]{0,30}năm[\s\d._…]{0,20}$"
)
_LAST_WORD = re.compile(r"\S+$")
_SENTENCE_END = re.compile(r"[.;:!?…][\"”’')\]*]*$")


def mark_of(text: str) -> str | None:
    """The kind of list mark a line begins with, or None."""
    found = _MARK.match(text)
    return _FORMS[(found.lastindex or 1) - 1][0] if found else None


def is_bare_mark(text: str) -> bool:
    """Whether a line is a mark and nothing else ("1.", "Điều 2.", "-")."""
    if len(text) > 12:
        return False
    return text in "-–+•" or _MARK.fullmatch(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a line ends with a mark after which something new may begin."""
    return _SENTENCE_END.search(text) is not None


def is_unfinished(text: str, after: str = "") -> bool:
    """Whether a line cannot end a phrase: its last word is "của", or "số" before a number."""
    if text.endswith((" -", " –")) or _ends("printed_lines", "unfinished", text):
        return True
    return after[:1].isdigit() and _ends("printed_lines", "before_number", text)


def is_capital(text: str) -> bool:
    """Whether a line is printed in capitals, with at least one word of two letters."""
    return text.isupper() and sum(map(str.isalpha, text)) > 1


def begins_small(text: str) -> bool:
    """Whether the first letter, behind an opening bracket or quote, is a small one."""
    return text.lstrip("(“\"'‘[")[:1].islower()


def is_type_line(text: str) -> bool:
    """Whether a line is the name of a kind of document in capitals: "KẾ HOẠCH", "QUYẾT ĐỊNH:"."""
    return len(text) < 40 and text.isupper() and _is("layout", "type_line", text)


def is_motto(text: str) -> bool:
    """Whether a line is the country's name, its motto, or the Party's name."""
    begins = text[:1].lower() in _first_letters("layout", "motto")
    return begins and len(text) < 60 and _is("layout", "motto", text)


def is_letterhead(text: str) -> bool:
    """Whether a line can stand in a letterhead only: motto, number, place and date."""
    return len(text) < 90 and (is_motto(text) or is_number(text) or is_dateline(text))


def is_number(text: str) -> bool:
    """Whether a line is the number of a document: "Số: 12/KH-UBND", "Số:     /KH-SNV"."""
    return len(text) < 60 and _NUMBER.match(text) is not None


def is_dateline(text: str) -> bool:
    """Whether a line is place and date of issue: "Phú Lạc, ngày    tháng 3 năm 2026"."""
    return len(text) < 90 and _DATELINE.match(text) is not None


def is_recipients(text: str) -> bool:
    """Whether a line is the label over the list of recipients."""
    return len(text) < 20 and _is("layout", "recipients", text)


def begins_preamble(text: str) -> bool:
    """Whether a line begins as a legal basis does ("Căn cứ …", "Thực hiện …"), in small letters."""
    return not text[:12].isupper() and text[:1].isupper() and _begins("layout", "preamble", text)


def begins_basis(text: str) -> bool:
    """Whether a line begins with what opens a legal basis and hardly any other sentence."""
    return text[:1].isupper() and _begins("printed_lines", "basis", text)


def heads_annex(text: str) -> bool:
    """Whether a short line in capitals heads an annex: "PHỤ LỤC I"."""
    return len(text) < 80 and text.isupper() and _begins("layout", "annex", text)


def begins_post(text: str) -> bool:
    """Whether a line of capitals begins with a capacity (KT.) or a post (PHÓ CHỦ TỊCH)."""
    return _CAPACITY.match(text) is not None or (text.isupper() and _begins("posts", None, text))


def begins_body(text: str) -> bool:
    """Whether a line of capitals begins with the name of a kind of body (SỞ, XÃ, ỦY BAN)."""
    return text.isupper() and _begins("printed_lines", "body", text)


def names_body(text: str) -> bool:
    """Whether a short line can name a body over a letterhead, in letters of any size."""
    return len(text) < 100 and (is_capital(text) or _begins("printed_lines", "body", text))


def begins_joining(text: str) -> bool:
    """Whether a line begins with a word that joins it to the line above (VÀ)."""
    return _begins("printed_lines", "unfinished", text)


def is_open_post(text: str) -> bool:
    """Whether a signature line waits for its post ("KT.", "PHÓ")."""
    return _ends("printed_lines", "open_post", text)


def is_closed_list(text: str) -> bool:
    """Whether a line of a list of recipients ends an item."""
    return text.endswith((".", ";"))


@cache
def _whole(lexicon: str, entry: str | None) -> re.Pattern[str]:
    entries = load(lexicon).entries
    words = {key_of(a) for e in entries if entry in (None, e.id) for a in e.aliases}
    return re.compile(bounded(alternation(words)))


@cache
def _first_letters(lexicon: str, entry: str) -> frozenset[str]:
    aliases = load(lexicon).by_id[entry].aliases
    return frozenset(key_of(alias)[:1] for alias in aliases)


def _begins(lexicon: str, entry: str | None, text: str) -> bool:
    return _whole(lexicon, entry).match(view(text[:60])) is not None


def _ends(lexicon: str, entry: str, text: str) -> bool:
    last = _LAST_WORD.search(text)
    if last is None or _whole(lexicon, entry).fullmatch(view(last[0])) is None:
        return False
    before = view(text[: last.start()]).split()
    return not (before and before[-1] in load(lexicon).by_id[entry].unless_after)


def _is(lexicon: str, entry: str | None, text: str) -> bool:
    return _whole(lexicon, entry).fullmatch(view(text).strip(" .:*_\"'[]()-")) is not None
