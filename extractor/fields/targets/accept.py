"""Which numbers are targets: a commitment, no figure already reached, no budget, no description.

Source: the contract, section targets ("What counts"). In a section of targets "95% hồ sơ được
số hóa" is one by its place; elsewhere a share needs a noun or a verb of reaching, and a count
what `counts` asks.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.document.locate import block_at
from extractor.fields.context import Reading
from extractor.fields.targets.clause import Clause
from extractor.fields.targets.count_signs import given
from extractor.fields.targets.counts import acceptable_count
from extractor.fields.targets.due import stated_by
from extractor.fields.targets.scope import Scope
from extractor.fields.targets.vocabulary import ends, holds, opens, words
from extractor.outline.model import Topic
from extractor.span import Span
from extractor.view import view

_CLOSED_TOPICS = (Topic.FUNDING, Topic.BASES)
_PURPOSES = (Topic.PURPOSE, Topic.SUBJECTS)
_NEAR = 40  # characters behind a number in which its noun stands


def acceptable(reading: Reading, clause: Clause, sentence: Span, scope: Scope) -> bool:
    """Whether the number of a clause is a commitment in its scope."""
    before = view(reading.slice(clause.before))
    if scope.topic in _CLOSED_TOPICS or _refuses(before):
        return False
    if clause.quantity.kind == "percent":
        return _acceptable_share(reading, clause, sentence, scope)
    if clause.quantity.kind == "money":
        return scope.context == "target" and _measures_result(reading, clause)
    return acceptable_count(reading, clause, scope)


def _refuses(before: str) -> bool:
    """Whether the number says what is not accepted ("không đạt 50%", "không xét … có trên 10%")."""
    if holds("target_signs", "excludes").search(before):
        return True
    return ends("target_signs", "refuses").search(before) is not None


def _measures_result(reading: Reading, clause: Clause) -> bool:
    """Whether what stands before a sum, its title too, is a result ("Doanh thu: 12 tỷ đồng")."""
    start = block_at(reading.document, clause.whole.start).start
    said = view(reading.text[start : clause.quantity.span.start])
    return holds("target_money", "result").search(said) is not None


def _acceptable_share(reading: Reading, clause: Clause, sentence: Span, scope: Scope) -> bool:
    """A share in a section of targets is one, if it is not only compared with a budget."""
    before, after = view(reading.slice(clause.before)), view(reading.slice(clause.after))
    if scope.context == "target":
        return bool(before.strip()) or not opens("target_money", "budget").match(after)
    if _is_of_budget(before, after) or (scope.context == "award" and _is_quota(before, after)):
        return False
    if _conditions(clause, before, after):
        return False
    if ends("target_reaches", "reach", "increase", "decrease").search(before):
        return True
    named = _names(after) and not _states(clause, before)
    if not named and clause.quantity.operator == "eq":
        return _states(clause, before) and _aims(reading, sentence)
    return scope.topic not in _PURPOSES or _is_meant(reading, clause, sentence, named)


def _is_of_budget(before: str, after: str) -> bool:
    """Whether a share is one of money to be spent ("20% tổng vốn đầu tư"), no rate of its own."""
    budget = holds("target_money", "budget")
    if budget.search(after[:_NEAR]):
        return True
    return budget.search(before) is not None and not opens("target_heads", "rate").search(before)


def _conditions(clause: Clause, before: str, after: str) -> bool:
    """Whether a share only says when, or for whom, something holds ("xã có trên 30% … được …")."""
    if ends("target_money", "support").search(before):
        return True
    if _if().search(before) or holds("target_signs", "then").search(after):
        return True
    bounded = clause.quantity.operator in ("gt", "lt", "ge", "le")
    return bounded and opens("target_signs", "entitled").match(after) is not None


@cache
def _if() -> re.Pattern[str]:
    """Words that open a condition; "các trường hợp" only names cases."""
    return re.compile(
        rf"(?<!các )(?<!những )(?<!mọi )(?<!\w)(?:{words('target_signs', 'if')})(?!\w)"
    )


def _is_quota(before: str, after: str) -> bool:
    """Whether a share says how many are awarded ("10% tập thể", "tặng … cho 5% số hộ")."""
    if opens("target_units", "quota").match(after):
        return True
    had = before.rstrip().endswith("có")  # "tặng … cho lớp có 100% học sinh …" is a condition
    return not had and given(before)


def _states(clause: Clause, before: str) -> bool:
    """Whether a verb only says how things stand ("chiếm 3,5% số hộ"): a target where one aims."""
    states = ends("target_reaches", "state").search(before) is not None
    return states and clause.quantity.operator == "eq" and not before.rstrip().endswith("có")


def _aims(reading: Reading, sentence: Span) -> bool:
    return holds("target_signs", "aim").search(view(reading.slice(sentence))) is not None


def _names(after: str) -> bool:
    """Whether a noun follows the share: not a mark, not "là" ("95% là đồng bào …" describes)."""
    word = after.split()[:1]
    return after[:1].isspace() and bool(word) and word[0][0].isalpha() and word != ["là"]


def _is_meant(reading: Reading, clause: Clause, sentence: Span, named: bool) -> bool:
    """Among purposes and subjects only an aim or a date makes a share more than a description."""
    if _aims(reading, sentence):
        return True
    return named and stated_by(reading, clause.after) is not None
