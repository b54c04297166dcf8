"""Which counted amounts are targets: "tổ chức 05 buổi" is one, "thôn có trên 300 hộ" describes.

In a section of targets a count needs no sign of its own, a measure and an idle noun do; in a
condition for an award a bare number is a quota; elsewhere only a bound or a verb of making says
what must be done.
"""

from __future__ import annotations

import re

from extractor.fields.context import Reading
from extractor.fields.targets.clause import Clause
from extractor.fields.targets.count_signs import (
    MARKS,
    Count,
    aims,
    appoints,
    describes,
    each_has,
    ends_act,
    given,
    makes,
    names_amount,
    numbers_unit,
    reaches,
    recurs,
    says_only,
    tells,
    trains,
)
from extractor.fields.targets.eligible import unit_role
from extractor.fields.targets.numbers import is_ratio, spelled_out
from extractor.fields.targets.scope import Scope
from extractor.fields.targets.vocabulary import ends, holds, opens
from extractor.outline.model import Topic
from extractor.view import view

_STANDARD = re.compile(
    r" (?:xã|phường|tỉnh|tiêu chí|nhiệm vụ|dự án)(?:, [^\W\d_]+)?"
    r" (?:đạt|được công nhận|hoàn thành)(?!\w)"
)


def acceptable_count(reading: Reading, clause: Clause, scope: Scope) -> bool:
    """Whether a count or a measure is a commitment in its scope."""
    role = unit_role(reading, clause.quantity)
    count = Count(reading, clause, view(reading.slice(clause.before)), role)
    if is_ratio(reading.text, clause.quantity):
        return scope.context == "target" and _is_aimed(count)
    if _is_none(count, scope):
        return False
    if _in_letters(count):
        each = clause.quantity.operator == "eq" and (each_has(count) or appoints(count))
        return each and scope.context != "award"
    if scope.topic is Topic.SUBJECTS and not _is_bound_aim(count):
        plain = count.role not in ("person", "settled")
        return each_has(count) or (plain and numbers_unit(count))
    if clause.quantity.operator != "eq":
        return _acceptable_bound(count, scope)
    if scope.context == "target":
        return _due_in_targets(count)
    return _is_part(count, scope) or _due_elsewhere(count)


def _is_aimed(count: Count) -> bool:
    """Whether of "14/14 thôn" more is said than that there are so many, and not as a report."""
    rest = view(count.reading.slice(count.clause.after)).strip(" .;,")
    more = rest.removeprefix((count.clause.quantity.unit or "").lower()).split()
    made = makes(count) or reaches(count.before)
    return bool(more or made) and more[:1] != ["đã"]


def _is_part(count: Count, scope: Scope) -> bool:
    """Whether a line opens with a part of what its lead-in counts ("03 lớp, gồm: 02 lớp …")."""
    unit = count.clause.quantity.unit
    return unit is not None and unit == scope.parts and not count.before.strip(MARKS)


def _is_none(count: Count, scope: Scope) -> bool:
    """Whether the unit alone, or the part on awards, decides: a quota, a specification."""
    if not count.clause.quantity.unit or count.role == "quota" or _is_quota(count, scope):
        return True
    return count.role == "spec" and scope.context != "target" and not names_amount(count.before)


def _in_letters(count: Count) -> bool:
    """Whether a number stands in letters and is no floor or ceiling ("một hồ sơ")."""
    quantity = count.clause.quantity
    return spelled_out(count.reading.text, quantity) and quantity.operator not in ("ge", "le")


def _is_quota(count: Count, scope: Scope) -> bool:
    """Under awards a bare number, or one that is given, says how many are awarded."""
    if scope.context != "award":
        return False
    listed = holds("target_signs", "quota").search(view(scope.group or ""))
    return not count.before.strip(MARKS) or given(count.before) or listed is not None


def _is_bound_aim(count: Count) -> bool:
    """Whether a bound stands with an aim: among subjects every other number describes."""
    said = view(count.reading.text[count.clause.before.start : count.clause.quantity.span.end])
    return count.clause.quantity.operator != "eq" and aims(said)


def _acceptable_bound(count: Count, scope: Scope) -> bool:
    """A bound is due, unless it says which are meant ("thôn có trên 300 hộ")."""
    if _allows(count):
        return False
    in_targets, quantity = scope.context == "target", count.clause.quantity
    if scope.context == "award" and makes(count):
        return True
    loose = quantity.operator in ("gt", "lt")
    if not loose and (in_targets or quantity.rule != "and-up"):
        return True
    plain = ends("target_signs", "describes").search(count.before) is None
    return aims(count.before) or plain if in_targets else aims(count.before) and plain


def _allows(count: Count) -> bool:
    """Whether a bound says how late one is, or how far one may go ("có thể kéo dài …")."""
    allows = holds("target_signs", "allows").search(count.before)
    if allows and not holds("target_subjects", "must").search(count.before, allows.end()):
        return True
    return (
        count.role == "duration" and ends("target_signs", "late").search(count.before) is not None
    )


def _due_in_targets(count: Count) -> bool:
    """In a section of targets only a measure and an idle noun need a verb or a noun of amount."""
    if makes(count):
        return True
    if count.role == "settled" and describes(count):
        return False
    if count.measured:
        bare = not count.before.strip(MARKS) or count.before.rstrip().endswith(" trên")
        return bare or reaches(count.before) or names_amount(count.before)
    if count.role == "idle":
        return _reaches_standard(count)
    return count.role != "person" or tells(count.before)


def _reaches_standard(count: Count) -> bool:
    """Whether so many of the places of a plan are to reach something ("có 03 xã đạt chuẩn …")."""
    said = view(count.reading.slice(count.clause.after))
    return _STANDARD.match(said) is not None and not holds("target_reports", "done").search(said)


def _due_elsewhere(count: Count) -> bool:
    """Elsewhere a plain amount is due if a verb makes it, or each of a population has it."""
    if count.role == "idle" or opens("target_signs", "if").match(count.before):
        return False
    if count.measured:
        aimed = aims(count.before) or count.before.rstrip().endswith("đạt")
        return aimed or ends_act(count)
    if makes(count) or each_has(count) or trains(count):
        return True
    if count.role == "occasion":
        return recurs(count)
    if count.role != "settled" and numbers_unit(count):
        return True
    return count.role != "person" and (says_only(count) or ends_act(count))
