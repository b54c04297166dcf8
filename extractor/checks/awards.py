"""What the plan promises for its results: forms, who gives them, whether he may.

Conditions and numbers without any form give `award-without-form`; "Giấy khen" without whose
`award-without-authority`; "Bằng khen của Chủ tịch UBND xã" `award-authority`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.view import view

_LAW = "Luật Thi đua, khen thưởng 2022 (06/2022/QH15)"
_CERTIFICATES = ("bằng khen", "giấy khen", "cờ thi đua")
_LOW = re.compile(
    r"^chủ tịch (?:ubnd|ủy ban nhân dân) (?:cấp )?(?:xã|phường|đặc khu|thị trấn|huyện)\b"
    r"|^giám đốc sở\b|^hiệu trưởng|^trưởng phòng\b"
)
_ASKED = re.compile(r"đề nghị|trình|tham mưu|đề xuất")
_SOMEBODY = re.compile(
    r"chủ tịch|thủ trưởng|giám đốc|cấp (?:có )?thẩm quyền|bộ trưởng|thủ tướng|ubnd|ủy ban|hiệu"
    r" trưởng|ban thường vụ|cấp trên|theo quy định|người đứng đầu|ban chấp hành|cấp tỉnh|cấp xã"
)
_PART = re.compile(r"^[ivx]{1,5}\s?[.)/-]+ *(?:công tác |chế độ )?(?:thi đua|khen thưởng)")
_AROUND = 250
_FEWEST = 2  # conditions or numbers that make a part on awards


def _without_form(paper: Paper) -> Iterator[Found]:
    awards = paper.plan.awards
    facts = (*awards.quotas, *awards.criteria)
    if awards.forms or any(quota.form for quota in awards.quotas):
        return
    if len(facts) < _FEWEST and not (awards.quotas and _has_part(paper)):
        return
    if any(word in paper.viewed for word in (*_CERTIFICATES, "biểu dương", "tuyên dương")):
        return  # named somewhere, though not with these conditions
    yield Found("Có điều kiện, số lượng khen thưởng mà không nêu hình thức.", facts[0].source)


def _has_part(paper: Paper) -> bool:
    """Whether a section of the plan is on awards: then one number promises some."""
    return any(_PART.match(view(line.text[:60])) for line in paper.lines)


def _without_authority(paper: Paper) -> Iterator[Found]:
    forms = [form for form in paper.plan.awards.forms if view(form.name) in _CERTIFICATES]
    if not forms or any(form.authority for form in paper.plan.awards.forms):
        return
    for form in forms:
        start, end = form.source.start, form.source.end
        around = paper.viewed[max(0, start - _AROUND) : end + _AROUND] or view(form.source.text)
        if not _SOMEBODY.search(around):
            message = f"“{form.name}” không nêu ai tặng."
            yield Found(message, form.source)
            return


def _beyond(paper: Paper) -> Iterator[Found]:
    if not paper.is_state:
        return
    for form in paper.plan.awards.forms:
        authority = view(form.authority or "")
        if _ASKED.search(view(form.source.text)):
            continue
        if view(form.name) == "bằng khen" and _LOW.match(authority):
            message = f"“{form.authority}” có thẩm quyền tặng Giấy khen, không tặng Bằng khen."
            yield Found(message, form.source)


RULES = (
    Rule(
        "award-without-form", "warning", "Khen thưởng không nêu hình thức", _LAW,
        "Nêu hình thức: Giấy khen, Bằng khen, biểu dương…", _without_form,
    ),
    Rule(
        "award-without-authority", "note", "Hình thức khen thưởng không nêu ai tặng",
        f"{_LAW}, chương về thẩm quyền quyết định",
        "Nêu người có thẩm quyền quyết định tặng.", _without_authority,
    ),
    Rule(
        "award-authority", "error", "Khen thưởng vượt thẩm quyền",
        f"{_LAW}, Điều 80 khoản 1, 2, 3",
        "Đổi thành Giấy khen, hoặc đề nghị người có thẩm quyền tặng Bằng khen.", _beyond,
    ),
)  # fmt: skip
