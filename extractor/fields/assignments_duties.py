"""One sentence, one duty: who has the task, in which role, with whom, by when.

Sentences of a block are read in order: without a heading that names a body, "Đồng thời, theo dõi …" stays
with the body of the sentence before it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.fields.assignments_leads import Handed
from extractor.fields.assignments_products import product_in
from extractor.fields.assignments_roles import partners_in, role_at
from extractor.fields.assignments_times import due_of, every_of
from extractor.fields.context import Reading
from extractor.fields.units_clause import Clause, clause_of
from extractor.fields.units_model import Duty
from extractor.fields.units_names import key_of
from extractor.fields.units_party import Party, bodies_of, party_at
from extractor.span import Span
from extractor.view import view

_NO_TASK = re.compile(
    r"[\s(\[]*(?:trên +đây|kèm +theo|ghi +chú|lưu +ý|\d+\])|\("
    r"|(?:kế +hoạch|quyết +định|hướng +dẫn|chương +trình) +này +(?:thay|có|được|gồm|thực)"
    r"|(?:thời +gian|thời +điểm|nội +dung|số +liệu|mẫu|kỳ|hình +thức)(?: +\w+){0,2} +báo +cáo"
    r"|kinh +phí|nguồn +kinh +phí|phụ +lục|biểu +mẫu|mẫu +biểu|danh +sách|địa +chỉ|số +điện +thoại|email"
)
_IN_FORCE = re.compile(r"chịu +trách +nhiệm +(?:thi +hành|thực +hiện)(?: +\w+){0,4}\W*$")
_DO = r"(?:tổ +chức|triển +khai|thực +hiện|quán +triệt)"
_APPEAL = re.compile(
    r"(?:^|[\s,])(?:(?:nghiêm +túc|khẩn +trương|chủ +động)[\s,]+)(?:và +)?"
    rf"{_DO}(?:[\s,]+(?:và +)?{_DO})*"
    r"(?:[\s,]+(?:nghiêm +túc|có +hiệu +quả|hiệu +quả|tốt|kế +hoạch|này|các|nội +dung|trên|đạt|kết +quả|đúng|tiến +độ))*"
    r"(?:[./\s]*$|; *(?:trong +)?quá +trình)"
    rf"|(?<!\w)(?:{_DO}[\s,]+)+(?:tốt|nghiêm +túc|(?:tốt|có +hiệu +quả) +kế +hoạch +này)[./\s]*$"
)
_ASKS = re.compile(r"[^,;]{0,90}?(?<!\w)(?:yêu +cầu|đề +nghị)(?!\w)")
_EXPLAINS = re.compile(r"[^,;:]{3,90}?(?: [^,;:]{1,60})?, *[^,;:]{1,60}? (?:bao gồm|gồm|là) |[^,;:]{3,90}? (?:bao gồm|gồm|là) ")
_FEWEST_WORDS = 5


def duties_of(reading: Reading, pieces: list[Span], above: Handed) -> list[Duty]:
    """The duties of the sentences of one block; `above` is what the headings hand down."""
    duties: list[Duty] = []
    current = above
    for sentence in pieces:
        duty = _duty(reading, sentence, current)
        if duty is None:
            continue
        duties.append(duty)
        if "unit" not in duty.basis and above.party is None:
            current = replace(current, party=duty.party)
    return duties


def _duty(reading: Reading, sentence: Span, above: Handed) -> Duty | None:
    viewed = view(sentence.of(reading.text))
    if _NO_TASK.match(viewed.lstrip(" -–+*")) or _IN_FORCE.search(viewed):
        return None
    if _ASKS.match(viewed) and _APPEAL.search(viewed):
        return None
    if above.joins:
        return _joined_duty(reading, sentence, above)
    clause = clause_of(reading, sentence, above.party)
    party = _party(reading, clause, above)
    if party is None or (clause.subject is None and _says_nothing(reading, clause, sentence)):
        return None
    return _made(reading, sentence, clause, party, above)


def _party(reading: Reading, clause: Clause, above: Handed) -> Party | None:
    if clause.subject is None:
        return above.party
    if above.party is not None and _is_part(reading, clause.subject, above.party):
        return above.party
    return clause.subject


def _is_part(reading: Reading, subject: Party, known: Party) -> bool:
    """Whether a subject only takes up the heading: the same body, or one of its groups."""
    one, whole = subject.span.of(reading.text), known.span.of(reading.text)
    return key_of(one) == key_of(whole) or (len(known.bodies) == 1 and view(one) in view(whole))


def _says_nothing(reading: Reading, clause: Clause, sentence: Span) -> bool:
    """Whether a sentence without a subject of its own is no task of the body above it."""
    if clause.difficulty:
        return True
    if not clause.foreign:
        return False
    words = sentence.of(reading.text).split()
    return len(words) < _FEWEST_WORDS or _EXPLAINS.match(view(" ".join(words))) is not None


def _made(reading: Reading, sentence: Span, clause: Clause, party: Party, above: Handed) -> Duty:
    own = role_at(reading, clause.predicate, sentence.end)
    inherits = own == "implement" and above.role is not None and clause.subject is None
    partners = partners_in(reading, sentence) or (above.partners if inherits else ())
    return Duty(
        party=party,
        role=above.role if inherits and above.role else own,
        task=(sentence,),
        source=sentence,
        rule=_rule(clause),
        confidence=0.75 if clause.foreign else 0.95,
        partners=partners,
        due=due_of(reading, sentence),
        every=every_of(reading, sentence),
        deliverable=product_in(reading, sentence),
        basis={"unit": "inherited"} if clause.subject is None else {},
    )


def _rule(clause: Clause) -> str:
    if clause.subject is None:
        return "sentence-heading"
    return "sentence-charge" if clause.charged else "sentence-subject"


def _joined_duty(reading: Reading, sentence: Span, above: Handed) -> Duty | None:
    """Below "Chủ trì, phối hợp với:" a line begins with the partners."""
    partners = party_at(reading, sentence.start, sentence.end)
    if above.party is None:
        return None
    duty = _made(reading, sentence, Clause(None, sentence.start), above.party, above)
    named = bodies_of(reading, partners.span, apart=True) if partners else ()
    return replace(duty, partners=named or duty.partners)
