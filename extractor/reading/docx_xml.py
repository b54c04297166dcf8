"""Names and small questions of WordprocessingML, shared by the modules that read Word files.

`content(body, "body")` yields the paragraphs, tables, rows or cells of a container with their paths
(`"body/tbl[2]"`), looking through content controls and inserted ranges, past deleted ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

# lxml ships no types; python-docx hands out its elements.
Element = Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = W + "val"
P, TBL, TR, TC, R, T = (W + name for name in ("p", "tbl", "tr", "tc", "r", "t"))
P_PR, R_PR, NUM_PR = W + "pPr", W + "rPr", W + "numPr"
SDT, SDT_CONTENT = W + "sdt", W + "sdtContent"
BOX = W + "txbxContent"
ALTERNATE = MC + "AlternateContent"
INSERTED = frozenset((W + "ins", W + "moveTo"))
DELETED = frozenset((W + "del", W + "moveFrom"))
_WRAPPERS = INSERTED | {W + "customXml", W + "smartTag"}
_OFF = frozenset(("0", "false", "off"))


def value(parent: Element, tag: str) -> str | None:
    """The `w:val` of the child `tag`; None where there is no such child or value."""
    child = parent.find(tag)
    return None if child is None else child.get(VAL)


def number(parent: Element, tag: str) -> int | None:
    """The `w:val` of the child `tag` as a whole number; None where it is absent or none."""
    stated = value(parent, tag)
    try:
        return None if stated is None else int(stated)
    except ValueError:
        return None


def is_on(switch: Element) -> bool:
    """Whether an on-off property such as `<w:b/>` or `<w:b w:val="0"/>` is on."""
    return switch.get(VAL, "1") not in _OFF


def chosen(alternate: Element) -> Element:
    """The one branch of `mc:AlternateContent` to read: the first that holds text, else the first.

    The branches say the same thing twice, for newer and for older programs.
    """
    for branch in alternate:
        if next(branch.iter(T), None) is not None:
            return branch
    return alternate[0] if len(alternate) else alternate


def content(container: Element, path: str) -> Iterator[tuple[Element, str]]:
    """The children of a block container with their paths (positions from 1), wrappers opened."""
    counts: dict[str, int] = {}
    for child in container:
        tag = child.tag
        if not isinstance(tag, str) or tag in DELETED:
            continue
        counts[tag] = counts.get(tag, 0) + 1
        yield from _opened(child, f"{path}/{tag.rpartition('}')[2]}[{counts[tag]}]")


def _opened(child: Element, step: str) -> Iterator[tuple[Element, str]]:
    if child.tag == SDT:
        inner = child.find(SDT_CONTENT)
        yield from () if inner is None else content(inner, step)
    elif child.tag in _WRAPPERS:
        yield from content(child, step)
    elif child.tag == ALTERNATE:
        yield from content(chosen(child), step)
    else:
        yield child, step
