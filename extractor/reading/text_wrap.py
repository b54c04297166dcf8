"""Which line breaks part paragraphs and which only wrap them.

In: the printed lines of the file. Out: yes or no for each break, by how the whole file is set
(`Shape`): hard-wrapped with blank lines between paragraphs (web copies), a paragraph a line (most
.txt), or hard-wrapped without blank lines. "…thực hiện cải cách" / "hành chính tại xã" is one
paragraph, "- Như Điều 3;" / "- Lưu: VT." is two, and so is "KT. CHỦ TỊCH" / "PHÓ CHỦ TỊCH".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.reading import text_marks as marks
from extractor.reading.text_lines import Group, GroupKind, Line
from extractor.reading.text_markup import StyledLine

_LONGEST_WRAP = 140  # wider lines are whole paragraphs
_WRAP_SHARE = 0.1
_INNER_SHARE = 0.1
_EMPHASIS = " *_"
_FULL = 0.85  # of the width: where too few lines are surely wrapped to tell
_ENOUGH = 8
_STRAY = 0.04
_LONG_ITEM = 60  # characters; a shorter list item without a final mark may be a heading
_LONG_LINE = 20
_NEAR = 4  # lines that are looked at to judge a paragraph


@dataclass(frozen=True, slots=True)
class Shape:
    """How a file is set.

    `wrapped`: lines are cut at a width. `parted`: and blank lines stand between all paragraphs.
    `full`: a line that could have taken the next word and stayed below so many characters ended
    before it had to.
    """

    wrapped: bool = False
    parted: bool = False
    full: int = 70


def shape_of(groups: Iterable[Group]) -> Shape:
    """The shape of a file, from its prose lines as they stand."""
    runs = [group.lines for group in groups if group.kind is GroupKind.PROSE]
    lengths = sorted(len(line.text) for run in runs for line in run)
    if not lengths:
        return Shape()
    pairs = [pair for run in runs for pair in pairwise(run)]
    wraps = [pair for pair in pairs if _is_wrap(*pair)]
    narrow = _share(lengths, 0.9) <= _LONGEST_WRAP
    wrapped = narrow and len(wraps) > 0 and len(wraps) >= _WRAP_SHARE * len(pairs)
    return Shape(wrapped, wrapped and _is_parted(runs), _full(wraps, lengths))


def _full(wraps: Sequence[tuple[Line, Line]], lengths: Sequence[int]) -> int:
    """The length that lines had to reach before they were wrapped, from lines that surely were."""
    loose = int(_share(lengths, 0.95) * _FULL)
    reached = sorted(len(line.text) + 1 + len(after.text.split()[0]) for line, after in wraps)
    return _share(reached, _STRAY) if len(reached) >= _ENOUGH else loose


def _is_parted(runs: Sequence[Sequence[Line]]) -> bool:
    """Whether list items begin behind blank lines, hardly ever in the middle of a run."""
    first = sum(_marked(run[0]) for run in runs)
    inner = sum(_marked(line) for run in runs for line in run[1:])
    return inner <= _INNER_SHARE * max(first, len(runs))


def _marked(line: Line) -> bool:
    return marks.mark_of(line.text.lstrip(_EMPHASIS)) is not None


def _share(ordered: Sequence[int], share: float) -> int:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _is_wrap(line: Line, after: Line) -> bool:
    begins = after.text.lstrip(_EMPHASIS)
    return begins[:1].islower() and line.text[-1:] not in ".;:!?|" and not marks.mark_of(begins)


def breaks(line: StyledLine, after: StyledLine, shape: Shape) -> bool:
    """Whether a new paragraph begins at `after`, the line right below `line`."""
    if marks.is_bare_mark(line.text) or marks.is_motto(f"{line.text} {after.text}"):
        return False
    if _is_own_line(line, after):
        return True
    if marks.mark_of(after.text):
        return _item_begins(line, after, shape)
    if not shape.wrapped:
        return not _goes_on(line, after)
    return not shape.parted and _ends_early(line, after, shape)


def _is_own_line(line: StyledLine, after: StyledLine) -> bool:
    """Lines that stand alone by what they are: headings, letterhead, signature."""
    if line.heading != after.heading and not after.runs_on:
        return True
    if line.hard and not (marks.begins_small(after.text) and not marks.ends_sentence(line.text)):
        return True
    if marks.is_type_line(line.text) or (marks.is_type_line(after.text) and not after.runs_on):
        return True
    either = (line.text, after.text)
    if any(marks.is_letterhead(text) or marks.is_recipients(text) for text in either):
        return True
    return _is_signature(line, after)


def _is_signature(line: StyledLine, after: StyledLine) -> bool:
    if len(after.text) > _LONG_ITEM or marks.is_open_post(line.text):
        return False
    if after.text.isupper():
        closed = line.text.isupper() and len(line.text) <= _LONG_ITEM
        return marks.begins_post(after.text) and (closed or marks.ends_sentence(line.text))
    name = not marks.begins_small(after.text) and not marks.ends_sentence(after.text)
    return (
        name
        and len(line.text) <= _LONG_ITEM
        and line.text.isupper()
        and marks.begins_post(line.text)
    )


def _item_begins(line: StyledLine, after: StyledLine, shape: Shape) -> bool:
    """Whether the mark at the start of a line is one, not a dash or number of the sentence."""
    mark = marks.mark_of(after.text)
    if mark == "-" and after.runs_on and not marks.ends_sentence(line.text):
        return False
    if not shape.wrapped:
        return True
    room = _had_room(line, after, shape.full)
    same = marks.mark_of(line.text) == mark
    if marks.ends_sentence(line.text):
        return not after.text.startswith("(") or same or room
    if shape.parted or marks.is_unfinished(line.text, after.text):
        return False
    if room or (same and line.text.endswith(",")):
        return True
    if marks.is_capital(line.text):
        return not marks.is_capital(after.text)
    return mark not in ("-", "+", "•", "[1]") and not marks.begins_small(_behind_mark(after.text))


def _behind_mark(text: str) -> str:
    return text.split(None, 1)[-1]


def _had_room(line: StyledLine, after: StyledLine, full: int) -> bool:
    """Whether the first word of `after` would have fitted on `line`."""
    return line.length + 1 + len(after.text.split(" ", 1)[0]) < full


def _goes_on(line: StyledLine, after: StyledLine) -> bool:
    if marks.is_unfinished(line.text, after.text) and not marks.is_capital(line.text):
        return True
    if marks.ends_sentence(line.text) or marks.is_capital(line.text):
        return after.runs_on and marks.is_capital(after.text)
    return marks.begins_small(after.text)


def _ends_early(line: StyledLine, after: StyledLine, shape: Shape) -> bool:
    if marks.is_capital(line.text) and not marks.is_capital(after.text):
        return True
    if marks.begins_small(after.text) or marks.is_unfinished(line.text, after.text):
        return False
    if marks.begins_basis(after.text):
        return True
    return _had_room(line, after, shape.full)


def resumes(before: Sequence[StyledLine], after: Sequence[StyledLine], shape: Shape) -> bool:
    """Whether a paragraph goes on behind a blank line: a page broke in a sentence."""
    last, first, near = before[-1], after[0], before[-_NEAR:]
    if last.heading or first.heading or marks.ends_sentence(last.text) or marks.mark_of(first.text):
        return False
    if (
        marks.is_capital(last.text)
        or marks.is_letterhead(last.text)
        or _is_bold(near) > _is_bold(after)
    ):
        return False
    if len(before) == 1 and marks.is_bare_mark(last.text):
        return True
    if shape.wrapped and not shape.parted and _had_room(last, first, shape.full):
        return False
    if marks.is_unfinished(last.text, first.text):
        return True
    least = _LONG_ITEM if marks.mark_of(before[0].text) else _LONG_LINE
    long = sum(len(line.text) for line in near) >= least
    return marks.begins_small(first.text) and (long or last.text.endswith(","))


def _is_bold(lines: Sequence[StyledLine]) -> bool:
    return all(
        line.bold and line.bold[0][0] == 0 and line.bold[-1][1] >= len(line.text) - 1
        for line in lines
    )
