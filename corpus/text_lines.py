"""The paragraphs of a plain text plan, and what each looks like from outside.

`paragraphs("## **I. MỤC ĐÍCH**\\n\\nxây\\n\\ndựng")` is `["**I. MỤC ĐÍCH**", "xây dựng"]`:
Markdown marks go (bold stays as double asterisks, for the renderer), lines broken in mid-sentence
are joined.
"""

from __future__ import annotations

import re
import unicodedata

_HASHES = re.compile(r"^\s{0,3}#{1,6}\s+")
_STARS = re.compile(r"\*{1,3}")
_BOLD = re.compile(r"(?<!\*)\*{2,3}(?=\S)([^*\n]{1,2000})(?<=\S)\*{2,3}(?!\*)")
_FOOTNOTE_STAR = "(*)"
_SPACES = re.compile(r"[ \t\u00a0]+")
_ITEM = re.compile(r"(?:[-–+•]\s|\d{1,2}\.\s|\d{1,2}\.\d{1,2}\.?\s|[a-zđ]\)\s|[IVX]{1,5}\.\s)")
_HEADING = re.compile(r"(?:[IVX]{1,5}\.\s|\d{1,2}\.\s|[A-Z]\.\s)")
_BASIS = re.compile(r"(?:Căn cứ|Thực hiện|Thi hành|Xét đề nghị|Theo đề nghị)\s")
_NUMBER = re.compile(r"Số\s*:")
_PLACE_DATE = re.compile(r"[^,]{2,40},\s*ngày\s.{0,30}\bnăm\s+\d{4}\.?$")
_TYPE = re.compile(r"(?:KẾ HOẠCH|QUYẾT ĐỊNH|HƯỚNG DẪN|CHƯƠNG TRÌNH|THÔNG BÁO)$")
_SENTENCE_END = '.;:!?…”")'
_HEADING_LENGTH = 120


def paragraphs(text: str) -> list[str]:
    """The paragraphs, NFC, in order; no word is lost and none is added."""
    joined: list[str] = []
    fresh = False  # a blank line stood before
    for raw in unicodedata.normalize("NFC", text).splitlines():
        line = _cleaned(raw)
        if not line:
            fresh = fresh or not raw.strip()
            continue
        if joined and _continues(joined[-1], line, fresh):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
        fresh = False
    return joined


def _cleaned(raw: str) -> str:
    """The line without headings' hashes; single asterisks go, pairs around words stay."""
    line = _SPACES.sub(" ", _HASHES.sub("", raw)).strip()
    kept = line.replace(_FOOTNOTE_STAR, "\x00")
    kept = _BOLD.sub("\x01\\1\x01", kept)
    kept = _STARS.sub("", kept).replace("\x01", "**")
    return kept.replace("\x00", _FOOTNOTE_STAR).strip()


def _continues(before: str, line: str, fresh: bool) -> bool:
    """Whether `line` goes on with the sentence of the paragraph before it."""
    before, line = plain(before), plain(line)
    if (
        _ITEM.match(line)
        or is_foot(line)
        or is_type(before)
        or before.endswith(tuple(_SENTENCE_END))
    ):
        return False
    if line[0].islower():
        return True
    return before.endswith(",") and not fresh


def plain(line: str) -> str:
    """The line without the marks of bold words."""
    return line.replace("**", "").strip()


def is_list_item(line: str) -> bool:
    """Whether it opens an item: "- …", "1. …", "a) …"."""
    return bool(_ITEM.match(plain(line)))


def is_heading(line: str) -> bool:
    """Whether it is a short numbered line without a full stop."""
    words = plain(line)
    short = len(words) <= _HEADING_LENGTH and not words.endswith((".", ";"))
    return bool(_HEADING.match(words)) and short


def is_basis(line: str) -> bool:
    """Whether it begins as legal bases do."""
    return bool(_BASIS.match(plain(line)))


def is_number(line: str) -> bool:
    """Whether it is the number of a letterhead: "Số: 108/KH-UBND", blank or not."""
    return bool(_NUMBER.match(plain(line)))


def is_place_date(line: str) -> bool:
    """Whether it is a dateline: "Hòa Giang, ngày 12 tháng 01 năm 2026"."""
    return bool(_PLACE_DATE.match(plain(line)))


def is_type(line: str) -> bool:
    """Whether it is the type of a document alone: "KẾ HOẠCH"."""
    return bool(_TYPE.match(plain(line)))


def is_foot(line: str) -> bool:
    """Whether it opens the recipients: "Nơi nhận:"."""
    return plain(line).lower().startswith("nơi nhận")
