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
from extractor.text import LOWER, UPPER, without_marks
from extractor.view import view

_PAIR_TWICE = re.compile(r"(?<!\w)(?P<pair>[^\W\d_]{2,7} [^\W\d_]{2,7}) (?P=pair)(?!\w)")
_RUN_TOGETHER = re.compile(rf"(?<!\w)\w{{0,8}}[{LOWER}]{{2}}[{UPPER}][{LOWER}]\w{{0,8}}(?!\w)")
_EXTENDED = re.compile(r"[\u0100-\u024f]")
_LETTERS = frozenset("ăĂđĐĩĨũŨơƠưƯ")


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
    for start, end in sorted(_twice(paper)):
        if paper.viewed[start:end] not in told:
            told.add(paper.viewed[start:end])
            yield Found(f"“{paper.text[start:end]}” lặp chữ.", paper.source(start, end))


def _twice(paper: Paper) -> Iterator[tuple[int, int]]:
    yield from (found.span() for found in _slip_twice().finditer(paper.viewed))
    for found in _PAIR_TWICE.finditer(paper.text):
        if load("doubled_words").entry_of(found["pair"]) is None:
            yield found.span()


def _run_together(paper: Paper) -> Iterator[Found]:
    if paper.is_scan:
        return
    for found in _RUN_TOGETHER.finditer(paper.text):
        if without_marks(found.group()) != found.group().lower():  # foreign names have no marks
            message = f"“{found.group()}” có thể thiếu khoảng trắng."
            yield Found(message, paper.source(*found.span()))


def _foreign(paper: Paper) -> Iterator[Found]:
    found = [x for x in _EXTENDED.finditer(paper.text) if x.group() not in _LETTERS]
    if found:
        letters = ", ".join(f"“{letter}”" for letter in dict.fromkeys(x.group() for x in found))
        message = f"Có {len(found)} chữ không thuộc bảng chữ cái tiếng Việt ({letters})."
        yield Found(message, paper.source(*_word_around(paper.text, found[0].start())))


def _word_around(text: str, at: int) -> tuple[int, int]:
    start, end = at, at
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return start, end


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
    Rule(
        "run-together", "note", "Hai chữ viết liền", "Lỗi đánh máy", "Thêm khoảng trắng.",
        _run_together,
    ),
    Rule(
        "foreign-letters", "note", "Chữ không phải tiếng Việt",
        "Thường do lỗi phông khi chuyển tệp",
        "Xuất lại tệp từ bản gốc với phông Unicode.", _foreign,
    ),
)  # fmt: skip
