"""Glyphs of symbol fonts as the characters they show: `plain("Symbol", 0xF0B3)` is `"≥"`.

Word writes them as `w:sym` or as private-use characters F020–F0FF. A comparison lost or misread
would change a fact, so a glyph of the Symbol font that is not known shows as U+FFFD; ornaments of
the other fonts show as nothing.
"""

from __future__ import annotations

import re

UNKNOWN = "\ufffd"
PRIVATE = re.compile("[\uf020-\uf0ff]")
_ASCII_END = 0x40  # up to here the Symbol font follows ASCII, but for a few signs of logic

_SYMBOL = {
    0x22: "∀", 0x24: "∃", 0x2D: "-", 0x44: "Δ", 0x46: "Φ", 0x47: "Γ", 0x4C: "Λ", 0x50: "Π",
    0x51: "Θ", 0x53: "Σ", 0x57: "Ω", 0x59: "Ψ", 0x61: "α", 0x62: "β", 0x64: "δ", 0x65: "ε",
    0x66: "φ", 0x67: "γ", 0x6C: "λ", 0x6D: "µ", 0x70: "π", 0x71: "θ", 0x72: "ρ", 0x73: "σ",
    0x74: "τ", 0x77: "ω", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→",
    0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
    0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC7: "∩", 0xC8: "∪", 0xCC: "⊂", 0xCE: "∈",
    0xD5: "∏", 0xD6: "√", 0xD7: "·", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "•", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x73: "◆", 0x75: "◆", 0x76: "❖", 0x9E: "•",
    0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "→", 0xF0: "⇒",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_ORNAMENTS = {"wingdings": _WINGDINGS, "wingdings 2": {}, "wingdings 3": {}, "webdings": {}}


def plain(font: str | None, code: int) -> str:
    """The character that glyph `code` (with or without F000) shows in `font`; may be empty."""
    glyph = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    ornaments = _ORNAMENTS.get((font or "").strip().lower())
    if ornaments is not None:
        return ornaments.get(glyph, "")
    if 0xD800 <= glyph <= 0xDFFF:
        return UNKNOWN  # half of a character
    if glyph > 0xFF:
        return chr(glyph)  # a w:sym of an ordinary font names the character itself
    known = _SYMBOL.get(glyph)
    if known is not None:
        return known
    return chr(glyph) if 0x20 <= glyph < _ASCII_END else UNKNOWN


def symbol(font: str | None, code: str | None) -> str:
    """The character of a `w:sym` with its hexadecimal `w:char`."""
    try:
        return plain(font, int(code or "", 16))
    except (ValueError, OverflowError):
        return UNKNOWN


def without_private(text: str, font: str | None) -> str:
    """`text` with private-use characters as the characters they show in `font`."""
    return PRIVATE.sub(lambda glyph: plain(font, ord(glyph.group())), text)
