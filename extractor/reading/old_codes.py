"""The old Vietnamese codes TCVN3 (fonts .VnTime …) and VNI (fonts VNI-Times …) as Unicode.

In: characters as a file holds them, and the code of their font. Out: Unicode of the same words:
`decode("KÕ ho¹ch", "tcvn3")` and `decode("Keá hoaïch", "vni")` are both "Kế hoạch". Whether a text
is in such a code at all is `old_codes_judge`'s to say: true Unicode would be ruined here.

TCVN3 (TCVN 5712:1993, third set) has a code for each small letter and for seven capitals; fonts
whose name ends with H show its small letters as capitals. VNI writes a base letter and a mark
behind it, except for eight letters of their own.
"""

from __future__ import annotations

import re
from functools import lru_cache

TCVN3, TCVN3_CAPITALS, VNI = "tcvn3", "tcvn3-h", "vni"
EXAMPLES = (
    (TCVN3, "KÕ ho¹ch n\u00a8m 2026", "Kế hoạch năm 2026"),
    (TCVN3, "§Èy m¹nh chuyÓn ®æi sè, thùc hµnh", "Đẩy mạnh chuyển đổi số, thực hành"),
    (TCVN3, "n\u00adíc, ph\u00ad¬ng h\u00adíng, ®\u00adêng", "nước, phương hướng, đường"),
    (TCVN3_CAPITALS, "uû ban nh©n d©n x· phó l¹c", "UỶ BAN NHÂN DÂN XÃ PHÚ LẠC"),
    (VNI, "Keá hoaïch naêm 2026 cuûa xaõ Phuù Laïc", "Kế hoạch năm 2026 của xã Phú Lạc"),
    (VNI, "ÑAÅY MAÏNH CHUYEÅN ÑOÅI SOÁ", "ĐẨY MẠNH CHUYỂN ĐỔI SỐ"),
    (VNI, "nöôùc, ñöôøng, nghæ, kyõ thuaät, tyû leä", "nước, đường, nghỉ, kỹ thuật, tỷ lệ"),
)  # fmt: skip

_FONT_TCVN3 = re.compile(r"\.vn\w", re.IGNORECASE)
_FONT_VNI = re.compile(r"vni[- ]", re.IGNORECASE)

# Each row: the letters as they are, then their codes in the same order.
_TCVN3_ROWS = (
    ("àảãáạ", "µ¶·¸¹"),
    ("ăằẳẵắặ", "¨»¼½¾Æ"),
    ("âầẩẫấậ", "©ÇÈÉÊË"),
    ("đ", "®"),
    ("èẻẽéẹ", "ÌÎÏÐÑ"),
    ("êềểễếệ", "ªÒÓÔÕÖ"),
    ("ìỉĩíị", "×ØÜÝÞ"),
    ("òỏõóọ", "ßáâãä"),
    ("ôồổỗốộ", "«åæçèé"),
    ("ơờởỡớợ", "¬êëìíî"),
    ("ùủũúụ", "ïñòóô"),
    ("ưừửữứự", "\u00adõö÷øù"),
    ("ỳỷỹýỵ", "úûüýþ"),
    ("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§"),
)
# Letters of their own, small and capital.
_VNI_ALONE = (("ìíỉĩị", "ìíæóò"), ("ơưđỵ", "ôöñî"), ("ÌÍỈĨỊ", "ÌÍÆÓÒ"), ("ƠƯĐỴ", "ÔÖÑÎ"))
# Base letters as VNI writes them, with the marks that may follow and what both make.
_VNI_PAIRS = (
    ("a", "øùûõï", "àáảãạ"),
    ("a", "êèéúüë", "ăằắẳẵặ"),
    ("a", "âàáåãä", "âầấẩẫậ"),
    ("e", "øùûõï", "èéẻẽẹ"),
    ("e", "âàáåãä", "êềếểễệ"),
    ("o", "øùûõï", "òóỏõọ"),
    ("o", "âàáåãä", "ôồốổỗộ"),
    ("ô", "øùûõï", "ờớởỡợ"),
    ("u", "øùûõï", "ùúủũụ"),
    ("ö", "øùûõï", "ừứửữự"),
    ("y", "øùûõ", "ỳýỷỹ"),
)


def _tcvn3_table() -> dict[int, str]:
    return {
        ord(code): letter
        for letters, codes in _TCVN3_ROWS
        for letter, code in zip(letters, codes, strict=True)
    }


def _vni_table() -> dict[str, str]:
    """Codes of one and of two characters; a mark is read in either size behind either base."""
    table = {
        code: letter
        for letters, codes in _VNI_ALONE
        for letter, code in zip(letters, codes, strict=True)
    }
    for base, marks, letters in _VNI_PAIRS:
        for mark, letter in zip(marks, letters, strict=True):
            for written in (mark, mark.upper()):
                table[base + written] = letter
                table[base.upper() + written] = letter.upper()
    return table


_TCVN3_LETTERS = _tcvn3_table()
_VNI_LETTERS = _vni_table()
_VNI_CODE = re.compile(
    # The forms of two characters first: "ôù" is ớ, and not ơ with a mark left over.
    "|".join(sorted(map(re.escape, _VNI_LETTERS), key=len, reverse=True))
)


@lru_cache(maxsize=256)
def code_of(font: str | None) -> str:
    """The code that a font's name stands for; empty for any other font."""
    name = (font or "").strip()
    if _FONT_TCVN3.match(name):
        return TCVN3_CAPITALS if name.endswith(("H", "h")) else TCVN3
    return VNI if _FONT_VNI.match(name) else ""


def decode(text: str, code: str) -> str:
    """`text` in Unicode; characters that the code does not have stay as they are."""
    if code == VNI:
        return _VNI_CODE.sub(lambda found: _VNI_LETTERS[found[0]], text)
    letters = text.translate(_TCVN3_LETTERS)
    return letters.upper() if code == TCVN3_CAPITALS else letters


def residue(text: str, code: str) -> str:
    """What of `text` is neither ASCII nor a letter of the code."""
    if code == VNI:
        left = _VNI_CODE.sub("", text)
    else:
        left = "".join(char for char in text if ord(char) not in _TCVN3_LETTERS)
    return "".join(char for char in left if not char.isascii())
