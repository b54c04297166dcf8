"""Files made to do harm: bombs, depths, lengths and signs that have felled other readers.

`HOSTILE["a table of a million cells"]()` are the bytes of one; each is small on the disk and made
only when a test asks for it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from tests.reading.office_files import odt
from tests.reading.word_files import edited, item, par, table, word

_MAIN = "word/document.xml"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
_XXE = '<!ENTITY x SYSTEM "file:///etc/passwd">'
LISTS = (
    '<w:abstractNum w:abstractNumId="5">'
    + "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="999999999"/><w:numFmt w:val="lowerRoman"/>'
        f'<w:lvlText w:val="{"%1.%2.%3.%4.%5.%6.%7.%8.%9." * 20}"/></w:lvl>'
        for n in range(9)
    )
    + '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>'
)


def declared(data: bytes, inside: str, use: str) -> bytes:
    """A Word file whose main part declares entities and uses one."""

    def change(xml: bytes) -> bytes:
        start = xml.index(b"?>") + 2
        text = xml[:start] + f"<!DOCTYPE w [{inside}]>".encode() + xml[start:]
        return text.replace(b"HERE", f"&{use};".encode())

    return edited(data, _MAIN, change)


def zipped(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as package:
        for name, blob in entries.items():
            package.writestr(name, blob)
    return buffer.getvalue()


def overlapping() -> bytes:
    """Thousands of entries that share one packed stretch, as the flattest bombs do."""
    one = zipped({_MAIN: b"<a>" + b" " * 2_000_000 + b"</a>"})
    start = one.index(b"PK\x01\x02")
    end = one.index(b"PK\x05\x06")
    entry = one[start:end]
    size = (len(entry) * 3000).to_bytes(4, "little")
    tail = one[end : end + 8] + (3000).to_bytes(2, "little") * 2 + size + one[end + 16 :]
    return one[:start] + entry * 3000 + tail


def nested(times: int) -> bytes:
    data = b"x"
    for _ in range(times):
        data = zipped({"a.zip": data})
    return data


def deep(times: int) -> bytes:
    """A Word file of controls within controls, deeper than any parser's own writer allows."""
    start, end = b"<w:sdt><w:sdtContent>" * times, b"</w:sdtContent></w:sdt>" * times
    return edited(
        word(par("HERE")),
        _MAIN,
        lambda xml: xml.replace(b"<w:body>", b"<w:body>" + start).replace(
            b"</w:body>", end + b"</w:body>"
        ),
    )


def in_word(body: str) -> Callable[[], bytes]:
    return lambda: word(body, numbering=LISTS)


def lines(text: str) -> Callable[[], bytes]:
    return text.encode


PLAN = "KẾ HOẠCH\nChuyển đổi số năm 2026\nI. MỤC TIÊU\n"
HOSTILE: dict[str, Callable[[], bytes]] = {
    "a billion laughs": lambda: declared(word(par("HERE")), _LAUGHS, "l9"),
    "a file of ours drawn in": lambda: declared(word(par("HERE")), _XXE, "x"),
    "a billion laughs in OpenDocument": lambda: odt(
        "<text:p>x</text:p>", f"<!DOCTYPE a [{_LAUGHS}]>"
    ),
    "a web page with a billion laughs": lines(f"<!DOCTYPE html [{_LAUGHS}]><html><p>&l9; Kế hoạch"),
    "a zip bomb": lambda: zipped({_MAIN: b" " * 90_000_000}),
    "a zip bomb of many entries": lambda: zipped({f"word/{n}.xml": b"<a/>" for n in range(10_001)}),
    "overlapping entries": overlapping,
    "archives in archives": lambda: nested(50),
    "a directory that says millions": lambda: b"PK\x03\x04" + b"PK\x05\x06" + b"\xff" * 18,
    "a table of many cells": lambda: word(
        table(*["<w:tr>" + "<w:tc><w:p/></w:tc>" * 60 + "</w:tr>"] * 400)
    ),
    "spans of millions": in_word(
        "<w:tbl>" + ('<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/><w:vMerge/></w:tcPr>'
        "<w:p/></w:tc></w:tr>") * 50 + "</w:tbl>"
    ),
    "tables in tables": in_word(
        "<w:tbl><w:tr><w:tc>" * 70 + par("x") + "</w:tc></w:tr></w:tbl>" * 70
    ),
    "elements without end": lambda: deep(5000),
    "lists of great numbers": in_word("".join(item("Rà soát", 5, n % 9) for n in range(400))),
    "fields that never end": in_word(par('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 3000)),
    "a paragraph of many runs": in_word(par(*["<w:r><w:t>a </w:t></w:r>"] * 20_000)),
    "marks that turn the line": lines(PLAN + "- Đạt \u202e%09\u202c trở lên\u2066\u2067.\n" * 50),
    "nothing but null": lambda: b"\0" * 5000,
    "null between the letters": lambda: PLAN.replace("\n", "\0\n\0").encode() * 20,
    "a line of a million letters": lines(PLAN + "- " + "đạt 90% trở lên, " * 60_000),
    "a line without blanks": lines(PLAN + "x" * 1_000_000),
    "a hundred thousand short lines": lines(PLAN + "- a\n" * 100_000),
    "a hundred thousand empty lines": lines(PLAN + "\n" * 100_000 + "1. Rà soát"),
    "brackets without end": lines(PLAN + "(" * 50_000 + ")" * 50_000),
    "stars without end": lines(PLAN + "*" * 100_001 + "\n" + "_ *" * 30_000),
    "bars without end": lines(PLAN + "|" * 50_000 + "\n" + "|\n" * 20_000),
    "a Markdown table of many columns": lines(PLAN + ("|a" * 3000 + "|\n") * 20),
    "tabs without end": lines(PLAN + "a\tb\t" * 30_000),
    "blanks without end": lines(PLAN + (" " * 2000 + "a\n") * 200),
    "marks upon marks": lines(PLAN + "a" + "\u0301" * 100_000),
    "numbers without end": lines(PLAN + "- Đạt " + "9" * 100_000 + "%\n" + "1." * 50_000),
    "dates without end": lines(PLAN + "- " + "từ ngày 01/01/2026 đến " * 5000),
    "one citation after the other": lines(PLAN + "Căn cứ " + "Nghị định số 1/2026/NĐ-CP, " * 3000),
    "one body after the other": lines(PLAN + "1. " + "Sở Nội vụ, " * 5000),
    "links in links": lines(PLAN + "[" * 20_000 + "](a)" * 5000),
    "a letter of many parts": lambda: (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n"
        + b"".join(
            b"--%s\nContent-Type: multipart/mixed; boundary=%sa\n\n" % (b"a" * n, b"a" * n)
            for n in range(1, 400)
        )
    ),
    "RTF groups without end": lambda: b"{\\rtf1 " + b"{" * 100_000,
    "a PDF of loops": lambda: (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 9999"
        b"/Kids[2 0 R 2 0 R]/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R/Prev 0>>\n%%EOF"
    ),
}  # fmt: skip
