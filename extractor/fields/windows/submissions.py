"""When files for awards are due: "Hồ sơ gửi về Sở Nội vụ trước ngày 20/12/2026".

Only with a day to keep, and only where awards are meant: in the part on awards, or where the
words say so ("hồ sơ khen thưởng", "đăng ký xét công nhận").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.context import Reading
from extractor.fields.windows.cues import Clause
from extractor.fields.windows.make import Found, act_window
from extractor.fields.windows.periods import paired
from extractor.fields.windows.sections import heads_above, title_of
from extractor.fields.windows.times import is_due
from extractor.fields.windows.words import words
from extractor.lexicon.load import load
from extractor.outline.model import Node, Topic

_PRAISE = re.compile(words("praise"))


def submissions_of(reading: Reading, node: Node, clause: Clause) -> Iterator[Found]:
    """The days on which files are due in one clause."""
    cues = list(load("window_cues").find(clause.seen))
    files = [hit for hit in cues if hit.entry.id == "file"]
    sent = [hit for hit in cues if hit.entry.id == "send"]
    if not files or not sent or not _is_about_awards(reading, node, clause):
        return
    for date in paired(clause.dates):
        if is_due(date) and (date.end or date.every) and date.cue not in ("from", "after"):
            label = reading.slice(clause.span)[files[0].span.start : clause.place(date).start]
            yield act_window(reading, "submission", label, date, clause.span, "windows.submission")


def _is_about_awards(reading: Reading, node: Node, clause: Clause) -> bool:
    if _PRAISE.search(clause.seen) or Topic.AWARDS in node.topics:
        return True
    heads = [node, *heads_above(reading, node)]
    return any(_PRAISE.search(title_of(reading, head)) for head in heads)
