"""In whose name the plan is signed: TM., KT. and the signer's own post.

"KT. CHỦ TỊCH / CHỦ TỊCH" gives `kt-by-head`; "PHÓ GIÁM ĐỐC" alone `deputy-without-kt`; "TM. SỞ
NỘI VỤ" gives `tm-of-single-head`; "KT. CHỦ TỊCH" of a plan of the UBND without its line "TM. ỦY BAN
NHÂN DÂN" gives `tm-missing`. Only bodies of the state: the Party signs by rules of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.view import view

_SIGNED = "Nghị định 30/2020/NĐ-CP, Điều 13"
_DEPUTY = re.compile(r"^(?:phó|thứ trưởng)\b")
_HEAD_POST = re.compile(
    r"^(?:chủ tịch|giám đốc|hiệu trưởng|bộ trưởng|trưởng phòng|chi cục trưởng|cục trưởng"
    r"|viện trưởng|chánh văn phòng|chánh thanh tra|tổng giám đốc)$"
)
_SINGLE_HEAD = re.compile(
    r"^(?:sở|phòng|trường|trung tâm|bệnh viện|chi cục|cục|văn phòng|thanh tra|trạm y tế"
    r"|bộ (?!chính trị|chỉ huy|tư lệnh))\b"
)
_COMMITTEE = re.compile(r"^(?:ủy ban nhân dân|ubnd)\b")
_IN_THE_NAME = re.compile(r"\bt/?m\b *[.:]? *(?:ủy ban|ubnd|thường trực|chủ tịch)")
_FOR_NEAR = re.compile(r"\bk ?/? ?t\b")
_DEPUTY_NEAR = re.compile(r"\bphó\b")
_BODY_NEAR = re.compile(r"t/?m\b *[.:]? *(?:ban|hội đồng|tổ|đoàn|chi bộ|đảng ủy|hội nghị)")
_CLOSE = 120
_FOOT = 300  # characters around the signature in which "TM." stands


def _own(paper: Paper) -> str:
    return view(paper.plan.document.signer.position or "").strip(" .:;")


def _checked(paper: Paper) -> bool:
    return paper.is_state and not paper.is_scan and paper.place("signer.position") is not None


def _near(paper: Paper, pattern: re.Pattern[str]) -> bool:
    """Whether the signature says `pattern` after all, in words that were read as something else."""
    place = paper.place("signer.position")
    start = place.start if place else 0
    return bool(pattern.search(paper.viewed[max(0, start - _CLOSE) : start + _CLOSE]))


def _head_signs_for_head(paper: Paper) -> Iterator[Found]:
    signer, post = paper.plan.document.signer, _own(paper)
    if not (_checked(paper) and signer.capacity == "KT") or _near(paper, _DEPUTY_NEAR):
        return
    if _HEAD_POST.match(post):
        message = (
            f"Ký thay (KT.) nhưng chức vụ người ký là “{signer.position}”, không phải cấp phó."
        )
        yield Found(message, paper.place("signer.position"))


def _deputy_alone(paper: Paper) -> Iterator[Found]:
    signer = paper.plan.document.signer
    if not _checked(paper) or signer.capacity not in (None, "TM"):
        return
    issuer = view(paper.plan.document.issuer.name or "")
    known = _COMMITTEE.match(issuer) or _SINGLE_HEAD.match(issuer)
    if known and _DEPUTY.match(_own(paper)) and not _near(paper, _FOR_NEAR):
        message = f"“{signer.position}” ký mà không ghi “KT.” chức vụ của người đứng đầu."
        yield Found(message, paper.place("signer.position"))


def _in_the_name_of_one(paper: Paper) -> Iterator[Found]:
    signer, issuer = paper.plan.document.signer, paper.plan.document.issuer.name or ""
    single = _SINGLE_HEAD.match(view(issuer))
    if _checked(paper) and signer.capacity == "TM" and single and not _near(paper, _BODY_NEAR):
        message = f"“{issuer}” làm việc theo chế độ thủ trưởng nên không ký thay mặt (TM.)."
        yield Found(message, paper.place("signer.capacity") or paper.place("signer.position"))


def _name_left_out(paper: Paper) -> Iterator[Found]:
    document, place = paper.plan.document, paper.place("signer.position")
    is_plan = document.type == "Kế hoạch" and "-UBND" in (document.number or "-UBND")
    if not _checked(paper) or place is None or not is_plan:
        return
    if not _COMMITTEE.match(view(document.issuer.name or "")):
        return
    if document.signer.capacity in ("TL", "TUQ"):
        return
    around = paper.viewed[max(0, place.start - _FOOT) : place.end + _FOOT]
    if document.signer.capacity != "TM" and not _IN_THE_NAME.search(around):
        yield Found(
            "Kế hoạch của Ủy ban nhân dân mà khối ký không có “TM. ỦY BAN NHÂN DÂN”.",
            paper.place("signer.capacity") or place,
        )


RULES = (
    Rule(
        "kt-by-head", "error", "Người đứng đầu ký thay chính mình", f"{_SIGNED} khoản 1, khoản 2",
        "Bỏ “KT.” nếu người đứng đầu ký, hoặc sửa chức vụ của cấp phó.", _head_signs_for_head,
    ),
    Rule(
        "deputy-without-kt", "error", "Cấp phó ký không ghi ký thay", f"{_SIGNED} khoản 1, khoản 2",
        "Ghi “KT. CHỦ TỊCH” (hoặc người đứng đầu khác) phía trên chức vụ cấp phó.", _deputy_alone,
    ),
    Rule(
        "tm-of-single-head", "warning", "Ký thay mặt ở cơ quan theo chế độ thủ trưởng",
        f"{_SIGNED} khoản 1",
        "Bỏ dòng “TM.”; người đứng đầu ký bằng chức vụ của mình.", _in_the_name_of_one,
    ),
    Rule(
        "tm-missing", "note", "Khối ký của Ủy ban nhân dân thiếu “TM.”", f"{_SIGNED} khoản 2",
        "Thêm dòng “TM. ỦY BAN NHÂN DÂN” trên chức vụ; văn bản của riêng Chủ tịch thì không cần.",
        _name_left_out,
    ),
)  # fmt: skip
