"""A role that stands behind a dash and is no part of a name.

"Sở Ngoại vụ | - Cơ quan thường trực" and "Chủ tịch UBND xã | - Trưởng Ban Chỉ đạo" say
in which capacity a body is named; the dash of "Phòng Văn hóa - Xã hội" belongs to the name.
"""

from __future__ import annotations

import re

from extractor.fields.context import Reading
from extractor.fields.units_bodies import body_end
from extractor.fields.units_cues import cue
from extractor.fields.units_tails import role_dash
from extractor.recognise.overlap import within
from extractor.span import Span
from extractor.view import view

_LONG = 80
_DASH = re.compile(r" +[-–] *")


def past_gloss(reading: Reading, end: int, limit: int) -> int:
    """The place behind the role that follows the name ending at `end`; `end` where none does."""
    dash = _DASH.match(reading.text, end, limit)
    if dash is None:
        return end
    gloss = cue("gloss").match(view(reading.text[dash.end() : min(limit, dash.end() + _LONG)]))
    if gloss is None:
        return end
    role = Span(dash.end(), min(limit, dash.end() + gloss.end() + 2))
    # "… thường trực | Ban Chỉ đạo": whose role it is, as far as the recogniser found it
    owners = (o.span.end for o in within(reading.mentions.organisations, role))
    said = body_end(reading, role.start, limit) or 0
    return max([said, role.start + gloss.end(), *(min(limit, end) for end in owners)])


def without_gloss(reading: Reading, title: Span) -> Span:
    """A heading up to the dash of a role behind it."""
    dash = role_dash(reading, title.start + 1, title.end)
    return title if dash is None else Span(title.start, dash)
