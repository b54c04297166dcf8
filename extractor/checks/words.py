"""Doubtful words: frequent misprints (lexicon `misspellings`) and words printed twice running.

"Phần đấu đến năm 2030" gives `misspelt`: it may stand for "Phấn đấu". Each word once, with the
number of its places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.lexicon.load import key_of, load
from extractor.lexicon.trie import alternation
from extractor.view import view


def _misspelt(paper: Paper) -> Iterator[Found]:
    if paper.is_scan:
        return  # marks are what a scan misreads
    first: dict[str, tuple[int, int, str]] = {}
    counts: dict[str, int] = {}
    for hit in load("misspellings").find(paper.viewed, 0, len(paper.viewed)):
        key = view(hit.span.of(paper.text))
        first.setdefault(key, (hit.span.start, hit.span.end, hit.entry.canonical))
        counts[key] = counts.get(key, 0) + 1
    for key, (start, end, meant) in first.items():
        times = f" ({counts[key]} chỗ)" if counts[key] > 1 else ""
        message = f"“{paper.text[start:end]}”{times} có thể là “{meant}”."
        yield Found(message, paper.source(start, end))


def _doubled(paper: Paper) -> Iterator[Found]:
    told: set[str] = set()
    for found in _slip_twice().finditer(paper.viewed):
        if found.group() not in told:
            told.add(found.group())
            message = f"“{paper.text[slice(*found.span())]}” lặp chữ."
            yield Found(message, paper.source(*found.span()))


@cache
def _slip_twice() -> re.Pattern[str]:
    words = alternation(key_of(word) for word in load("doubled_words").by_id["slip"].aliases)
    return re.compile(rf"(?<!\w)(?P<word>{words}) (?P=word)(?!\w)")


RULES = (
    Rule(
        "misspelt", "note", "Chữ ngờ viết sai", "Chính tả tiếng Việt",
        "Kiểm lại chữ; bản quét, bản đăng lại hay đọc sai dấu.", _misspelt,
    ),
    Rule(
        "doubled-word", "note", "Lặp chữ", "Lỗi đánh máy", "Bỏ chữ thừa.", _doubled,
    ),
)  # fmt: skip
