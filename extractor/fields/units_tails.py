"""What trails behind the name of a body and still belongs to it.

"UBND các xã: Phú Lạc, Tân Mỹ", "các đơn vị | đóng trên địa bàn", "Phòng Tài chính - Kế toán",
"Chuyên viên phụ trách tổng hợp": each function takes the end of a name and gives where it really
ends, the same place if nothing trails.
"""

from __future__ import annotations

import re

from extractor.fields.context import Reading
from extractor.fields.units_cues import cue, is_verb
from extractor.view import view

_LONG = 240
_MOST_WORDS = 4  # plain words that may trail behind a group: "doanh nghiệp logistics"
_CAPITAL = r"[A-ZĐÀ-ỸƠƯ]\w*"
_NAME = rf"{_CAPITAL}(?: {_CAPITAL}){{0,4}}"
_PLACES = re.compile(rf" *: *{_NAME}(?:(?:, | và ){_NAME}){{0,20}}")
_ENDS_IN_LEVEL = re.compile(r"(?:các|\d+) +(?:xã|phường|thị +trấn|đặc +khu|huyện|thôn|ấp|bản)$")
_DASHED = re.compile(rf" +[-–] +(?={_CAPITAL})")
_ROLE_DASH = re.compile(r" +[-–] *")
_LONGEST_ROLE = 40
_SEPARATED = re.compile(r" *[,;/]| +(?:và|cùng|hoặc|&) ")
_WORD = re.compile(r" +([^\W\d_][\w&/-]*)")
_STOPS = frozenset(
    ("và", "tới", "đến", "tùy", "khi", "ngay", "sau", "trước", "nếu", "về", "giữa", "ngoài", "dưới")
)
_TAIL = re.compile(
    r" +(?:có +)?(?:liên +quan|thẩm +quyền)(?!\w)"
    r"| +(?:nêu +trên|nói +trên|khác|trực +thuộc|các +cấp|nhà +trường)(?!\w)"
    r"| +(?:đóng +|hoạt +động +)?trên +địa +bàn(?!\w)"
    r"| +ở +(?:các +)?(?:thôn|ấp|bản|khu +phố|khu +dân +cư|xã|cơ +sở|địa +phương)(?!\w)"
)
# "Chuyên viên phụ trách tổng hợp | tham mưu": what a common noun is in charge of is its name.
_COMMON = re.compile(
    r"(?:(?:các|những) +)?(?:giáo +viên|chuyên +viên|nhân +viên|cán +bộ|công +chức|viên +chức"
    r"|cơ +quan|đơn +vị)(?: +chuyên +trách)?$"
)
_CHARGE = re.compile(r" +(?:(?P<sure>phụ +trách|môn)|quản +lý) +(?=\w)")
_CHARGE_END = re.compile(r" *(?:[,;.:()\n]|$)")
_LONGEST_CHARGE = 9  # words
# "Ban Quản lý Khu kinh tế Hòn Nhãn | và các Khu công nghiệp Hòa Giang" is one board of both.
_BOARD = re.compile(r"(?:ban +quản +lý|bql) .{0,60}?khu +(?:kinh +tế|công +nghiệp|công +nghệ)")
_ZONES = re.compile(
    r"(?: *, *(?:và +)?| +và +| *[-–] *)(?:[Cc]ác +)?[Kk]hu +(?:kinh +tế|công +nghiệp|chế +xuất"
    rf"|công +nghệ(?: +cao)?)(?!\w)(?: +{_NAME})?"
)


def past_places(reading: Reading, start: int, end: int, limit: int) -> int:
    """Past the places that a group lists by name: "UBND các xã: Phú Lạc, Tân Mỹ và Hòa An"."""
    if not _ENDS_IN_LEVEL.search(view(reading.text[start:end])):
        return end
    places = _PLACES.match(reading.text, end, limit)
    return places.end() if places else end


def past_zones(reading: Reading, start: int, end: int) -> int:
    """Past the further zones that a board of zones names."""
    if not _BOARD.match(view(reading.text[start:end])):
        return end
    zones = _ZONES.match(reading.text, end, end + _LONG)
    return zones.end() if zones else end


def past_charge(reading: Reading, start: int, end: int, limit: int) -> int | None:
    """Past what a common noun has charge of, up to the verb behind it; None where it is unsure.

    "các đơn vị quản lý hồ sơ" without a verb behind may as well say what they are to do.
    """
    viewed = view(reading.text[end : min(limit, end + _LONG)])
    charge = _CHARGE.match(viewed)
    if charge is None or not _COMMON.match(view(reading.text[start:end])):
        return None
    at = charge.end() - 1
    for index in range(_LONGEST_CHARGE):
        word = _WORD.match(viewed, at)
        if word is None:
            break
        if index > 1 and is_verb(viewed, word.start(1)):
            return end + at
        if word.group(1) in ("để", "theo", "trong"):
            break
        at = word.end()
    sure = charge.group("sure") is not None
    return end + at if sure and _CHARGE_END.match(viewed, at) else None


def past_tails(reading: Reading, end: int, limit: int) -> int:
    for _ in range(3):
        tail = _TAIL.match(view(reading.text[end : min(limit, end + _LONG)]))
        if tail is None:
            break
        end += tail.end()
    return end


def role_dash(reading: Reading, start: int, end: int) -> int | None:
    """Where a dash begins before `end` that a role follows, not the second half of a name."""
    for dash in _ROLE_DASH.finditer(reading.text, start, end):
        if cue("gloss").match(view(reading.text[dash.end() : dash.end() + _LONGEST_ROLE])):
            return dash.start()
    return None


def past_dash(reading: Reading, end: int, limit: int) -> int:
    """Past the second half of a double name: "Phòng Tài chính - Kế toán"."""
    dash = _DASHED.match(reading.text, end, limit)
    if dash is None or role_dash(reading, end, dash.end()) is not None:
        return end
    viewed = view(reading.text[dash.end() - 1 : min(limit, dash.end() + _LONG)])
    at = 0
    for index in range(_MOST_WORDS):
        word = _WORD.match(viewed, at)
        if word is None or word.group(1) == "và" or (index and is_verb(viewed, word.start(1))):
            break
        at = word.end()
    return dash.end() - 1 + at


def past_words(reading: Reading, end: int, limit: int) -> int:
    """Past a few plain words of a group, if a verb, a separator or the end follows them."""
    viewed = view(reading.text[end : min(limit, end + _LONG)])
    at = 0
    for _ in range(_MOST_WORDS + 1):
        word = _WORD.match(viewed, at)
        if word is None:
            return end + at if at and _SEPARATED.match(viewed, at) else end
        plain = reading.text[end + word.start(1)].islower()
        stops = word.group(1) in _STOPS
        if stops or (plain and is_verb(viewed, word.start(1))):
            return end + at
        at = word.end()
    return end
