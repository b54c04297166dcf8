"""One fast pattern for many words: a prefix tree written out as a regular expression.

`alternation(["sở", "sở nội vụ", "xã"])` gives `(?:sở(?: +nội +vụ)?|xã)`: the longest word wins, and
the pattern reads each character once, however many words there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_END = ""
_Node = dict[str, "_Node"]


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches the longest of `words`; a blank in a word matches a run of blanks."""
    root: _Node = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[_END] = {}
    return _write(root)


def _write(node: _Node) -> str:
    branches = [_literal(char) + _write(child) for char, child in sorted(node.items()) if char]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    if _END not in node:
        return body
    return f"(?:{body})?"


def _literal(char: str) -> str:
    return " +" if char == " " else re.escape(char)
