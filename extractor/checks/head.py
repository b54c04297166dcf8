"""The head of the page: issuer, motto, number, place and date, type and title.

"Số:      /KH-UBND" gives `missing-number` at that line. A copy without its head ("web page, text
only") gives one note instead of a fault for each part that the copy left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.days import WHOLE
from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.lexicon.load import load
from extractor.plan.model import Source
from extractor.view import view

FORM = "Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2"
_BLANK_NUMBER = re.compile(r"^\W*số\s*[:.]?[\s.…_]*[/-]\s*[^\W\d]")
_MOTTO = re.compile(r"cộng hòa xã hội chủ nghĩa việt nam")
_MOTTO_BEGUN = re.compile(r"cộng ho[àaá]\b|chủ nghĩa việt")
_WISH = re.compile(r"độc lập *- *tự do *- *hạnh phúc")
_HEAD = 1500  # characters in which the motto stands, whatever the layout
_DAY = re.compile(r"ngày +(?P<day>\d{1,2}) +tháng +(?P<month>\d{1,2}) +năm")
_STATE = re.compile(r"(?P<number>\d+)\w{0,2}/(?:\d{4}/)?(?P<code>[^\W\d_]+)(?:-|$)")
_PARTY = re.compile(r"(?P<number>\d+)\w{0,2}-(?P<code>[^\W\d_]+)/")


def _no_head(paper: Paper) -> Iterator[Found]:
    document = paper.plan.document
    if not paper.has_letterhead and document.number is None and document.date is None:
        yield Found(
            "Bản này không có phần đầu văn bản: chưa kiểm được số, ngày, Quốc hiệu, nơi ban hành."
        )


def _number(paper: Paper) -> Iterator[Found]:
    if paper.plan.document.number is not None or paper.is_draft or paper.is_scan:
        return
    blank = _blank_number(paper)
    if blank is not None:
        yield Found(f"Số văn bản để trống: “{' '.join(blank.text.split())}”.", blank)
    elif paper.has_letterhead:
        yield Found("Phần đầu văn bản không có số, ký hiệu.")


def _blank_number(paper: Paper) -> Source | None:
    for line in paper.lines[:15]:
        if line.start < max(paper.title_start, 1) and _BLANK_NUMBER.match(view(line.text)):
            return paper.source(line.start, line.end)
    return None


def _date(paper: Paper) -> Iterator[Found]:
    date, place = paper.plan.document.date, paper.place("date")
    if (date and WHOLE.fullmatch(date)) or paper.is_draft or paper.is_scan:
        return
    if place is not None:
        yield Found(f"Ngày ban hành chưa đủ ngày, tháng, năm: “{place.text.strip()}”.", place)
    elif paper.has_letterhead:
        yield Found("Phần đầu văn bản không có ngày, tháng, năm ban hành.")


def _issuer(paper: Paper) -> Iterator[Found]:
    if paper.plan.document.issuer.name is None:
        yield Found("Không tìm thấy tên cơ quan, tổ chức ban hành.")


def _title(paper: Paper) -> Iterator[Found]:
    if paper.plan.document.title is None and paper.plan.document.type is not None:
        yield Found("Không tìm thấy trích yếu dưới tên loại văn bản.", paper.place("type"))


def _motto(paper: Paper) -> Iterator[Found]:
    if not (paper.has_letterhead and paper.is_state) or paper.is_scan:
        return
    head = paper.viewed[:_HEAD]
    if not _MOTTO.search(head):
        begun = _MOTTO_BEGUN.search(head)
        line = next((x for x in paper.lines if begun and x.start <= begun.start() <= x.end), None)
        source = paper.source(line.start, line.end) if line else None
        yield Found("Quốc hiệu thiếu hoặc viết sai.", source)
    elif not _WISH.search(head):
        yield Found("Tiêu ngữ “Độc lập - Tự do - Hạnh phúc” thiếu hoặc viết sai.")


def _place(paper: Paper) -> Iterator[Found]:
    document = paper.plan.document
    place = paper.place("date")
    if document.place is not None or place is None or not paper.has_letterhead:
        return
    before = paper.text[: place.start].rpartition("\n")[2]
    if not re.search(r"\w", before):
        yield Found("Dòng ngày ban hành không có địa danh.", place)


def _padding(paper: Paper) -> Iterator[Found]:
    place = paper.place("date")
    found = _DAY.search(view(place.text)) if place else None
    if found and (_is_bare(found["day"], 9) or _is_bare(found["month"], 2)):
        yield Found("Ngày nhỏ hơn 10 và tháng 1, 2 phải có số 0 phía trước.", place)


def _is_bare(digits: str, most: int) -> bool:
    return len(digits) == 1 and 1 <= int(digits) <= most


def _form(paper: Paper) -> Iterator[Found]:
    number, place = paper.plan.document.number, paper.place("number")
    if number is None or paper.is_scan:
        return
    if paper.is_state and _PARTY.match(number):
        yield Found(f"Số “{number}” viết theo lối văn bản của Đảng (gạch nối sau số).", place)
    elif paper.is_party and _STATE.match(number):
        yield Found(f"Số “{number}” viết theo lối văn bản nhà nước (gạch chéo sau số).", place)
    elif paper.is_state and (found := _STATE.match(number)) and _is_bare(found["number"], 9):
        yield Found(f"Số nhỏ hơn 10 phải có số 0 phía trước: “{number}”.", place)


def _kind(paper: Paper) -> Iterator[Found]:
    number, kind = paper.plan.document.number, paper.plan.document.type
    found = number and (_STATE.match(number) or _PARTY.match(number))
    if not found or kind is None or paper.is_scan:
        return
    others = types_of(found["code"])
    if others and kind not in others:
        message = f"Ký hiệu “{number}” là của {' hoặc '.join(others)}, văn bản lại là {kind}."
        yield Found(message, paper.place("number"))


def types_of(code: str) -> tuple[str, ...]:
    """The types of document that an abbreviation in a number stands for: `KH` is `Kế hoạch`."""
    entries = load("document_types").entries
    return tuple(
        entry.canonical
        for entry in entries
        if code in (*entry.words("codes"), *entry.words("party_codes"))
    )


RULES = (
    Rule(
        "no-letterhead", "note", "Bản sao không có phần đầu văn bản",
        "Không đủ dữ liệu để kiểm thể thức",
        "Kiểm bản gốc: bản đăng lại trên trang mạng thường bỏ phần đầu.", _no_head,
    ),
    Rule(
        "missing-number", "error", "Thiếu số, ký hiệu", f"{FORM} điểm c; Điều 15 khoản 1",
        "Lấy số tại văn thư rồi mới phát hành.", _number,
    ),
    Rule(
        "missing-date", "error", "Thiếu ngày ban hành", f"{FORM} điểm d; Điều 15 khoản 1",
        "Ghi đủ ngày, tháng, năm khi cấp số.", _date,
    ),
    Rule(
        "missing-issuer", "error", "Thiếu cơ quan ban hành", f"{FORM} điểm b",
        "Ghi tên cơ quan, tổ chức ban hành ở góc trên bên trái.", _issuer,
    ),
    Rule(
        "missing-title", "error", "Thiếu trích yếu", f"{FORM} điểm đ",
        "Ghi trích yếu ngay dưới tên loại văn bản.", _title,
    ),
    Rule(
        "motto", "warning", "Quốc hiệu, Tiêu ngữ thiếu hoặc sai", f"{FORM} điểm a",
        "Ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc”.", _motto,
    ),
    Rule(
        "missing-place", "warning", "Thiếu địa danh", f"{FORM} điểm d",
        "Ghi tên đơn vị hành chính nơi cơ quan đóng trụ sở trước ngày ban hành.", _place,
    ),
    Rule(
        "day-without-zero", "note", "Ngày, tháng thiếu số 0", "Nghị định 30/2020/NĐ-CP, Phụ lục I",
        "Viết “ngày 05 tháng 02 năm 2026”.", _padding,
    ),
    Rule(
        "number-form", "warning", "Số, ký hiệu sai cách viết",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I; văn bản của Đảng theo hướng dẫn của Văn phòng"
        " Trung ương Đảng",
        "Nhà nước viết “05/KH-UBND”, Đảng viết “05-KH/ĐU”.", _form,
    ),
    Rule(
        "number-type", "warning", "Ký hiệu không hợp tên loại văn bản",
        "Nghị định 30/2020/NĐ-CP, Phụ lục III",
        "Đối chiếu chữ viết tắt tên loại trong ký hiệu với tên loại của văn bản.", _kind,
    ),
)  # fmt: skip
