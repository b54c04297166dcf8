"""Text that does nothing but stand there, whatever a document put into it.

`defused("=HYPERLINK(…)")` is `'=HYPERLINK(…)`: a spreadsheet shows it and computes nothing.
`shown("a\\x00b")` is `a�b`: as long as before, so that offsets hold.
"""

from __future__ import annotations

import re

# What XML, HTML and calendars forbid: control characters, halves of pairs, no-characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_FORMULA = re.compile(r"[ \u00a0]*[=+\-@\t\r\n|%]")
_LONGEST = 32_767  # characters of a cell


def shown(text: str) -> str:
    """`text` with the replacement character for each one that no form may hold; same length."""
    return _FORBIDDEN.sub("\ufffd", text)


def defused(text: str) -> str:
    """`text` for a table that a spreadsheet may open: what could be a formula gets an apostrophe.

    Source: OWASP, CSV injection.
    """
    plain = shown(text)
    return f"'{plain}" if _FORMULA.match(plain) else plain


def fitting(text: str) -> str:
    """`text` for one cell of a workbook: no longer than a cell may be."""
    plain = shown(text)
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
