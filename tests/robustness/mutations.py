"""Plans spoilt by chance: from the bytes of a sample and a random source to the bytes of a mutant.

`mutant(sample, Random(7))` is the same for the same seed. Mutations know the format: letters of a
text, elements of a Word part, entries of a package, bytes of anything.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

from tests.robustness import swellings
from tests.robustness.spoilt_pdf import spoilt

_MAIN = "word/document.xml"
_CONTENT = "content.xml"  # of an OpenDocument text
_OLE = b"\xd0\xcf\x11\xe0"
_BLOCK = re.compile(r"<w:tbl>.*?</w:tbl>|<w:p(?: [^>]*)?>.*?</w:p>|<w:p/>", re.DOTALL)
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")
_TAG = re.compile(r"<[^>]{1,200}>")
_MOST = 60  # lines or blocks of a sample that a mutant keeps

# Words that have broken readers before: numbers, dates, marks, letters of other scripts.
NASTY = (
    "\u202e90% trở lên\u202c", "\u200b", "\ufeff", "\u0000", "\u0301" * 40, "\ud7ff", "\U0001f600",
    "9" * 400 + "%", "1" + ".000" * 90, "0,0,0,0", "-0", "1e999", "∞%", "½", "²³", "①", "٣٤", "Ⅳ.",
    "ngày 31 tháng 02 năm 2026", "ngày 00/00/0000", "tháng 13 năm 99999", "quý V", "năm 0",
    "từ 90% đến 10%", "trước ngày 29/02/2027", "24h60", "≥≤<>%", "từ từ từ đến đến",
    "Số: /KH-", "Số: 999999999999/KH-UBND-HĐND-BCĐ", "12/KH/KH/KH", "152/2025/NĐ-CP/2025/NĐ-CP",
    "Căn cứ;", "Căn cứ Căn cứ Căn cứ", ";;;;", "./.", "Nơi nhận:", "KT.", "TM.", "KẾ HOẠCH",
    "I. I. I.", "1.1.1.1.1.1.1.1", "a) b) c)", "- - - -", "+", "•", "Điều 0.", "Phụ lục Phụ lục",
    "((((((((((", "))))))))))", "[1][1][1]", "“““", "|", "| | |", "||||", "\t\t\t",
    "*" * 30, "_" * 30,
    "<b>", "</table>", "&amp;&lt;&#0;", "{}", "\\", "'\"", "=cmd|' /C calc'!A0", "%s%n", "../../x",
    "Chủ trì, phối hợp với", "phối hợp phối hợp", "đồng/người/tháng/năm", "x" * 3000, "à" * 3000,
    " " * 3000, "Sở " * 500, "1. " * 500, "và " * 500, "ngày " * 300, "%" * 500, "(" * 500,
)  # fmt: skip


def mutant(sample: bytes, random: Random) -> bytes:
    """One mutant of a sample: of its words, its structure or its bytes."""
    data = _shorter(sample, random)
    for _ in range(random.choice((1, 1, 2, 3, 6))):
        data = random.choice(_ways(data))(data, random)
    return data


def _ways(data: bytes) -> tuple[Callable[[bytes, Random], bytes], ...]:
    if data.startswith(b"PK\x03\x04"):
        return (_word, _word, _word, _word, _odt, _package, _package, _bytes)
    if data.startswith(b"%PDF"):
        return (spoilt, spoilt, spoilt, _bytes)
    if data.startswith(_OLE):
        return (_bytes,)
    if data.startswith(b"<html"):
        return (_lines, _lines, _web, _bytes)
    return (_lines, _lines, _swollen, _bytes)


def _shorter(data: bytes, random: Random) -> bytes:
    """A part of a sample: short plans are read quickly, and their parts miss each other."""
    if data.startswith(b"PK\x03\x04"):
        return _edit(data, lambda xml: _slice_blocks(xml, random))
    if data.startswith((b"%PDF", _OLE)):
        return data
    lines = data.split(b"\n")
    first = random.choice((0, 0, random.randrange(len(lines))))
    return b"\n".join(lines[first : first + random.randint(1, _MOST)])


def _slice_blocks(xml: str, random: Random) -> str:
    blocks = _BLOCK.findall(xml)
    if not blocks:
        return xml
    first = random.choice((0, 0, random.randrange(len(blocks))))
    kept = blocks[first : first + random.randint(1, _MOST)]
    return _rebuilt(xml, kept)


def _rebuilt(xml: str, blocks: list[str]) -> str:
    head, _, rest = xml.partition("<w:body>")
    _, _, tail = rest.rpartition("</w:body>")
    return f"{head}<w:body>{''.join(blocks)}</w:body>{tail}" if tail else xml


def _edit(data: bytes, change: Callable[[str], str], name: str = _MAIN) -> bytes:
    """The package with the text of one part changed; as it is where there is no such part."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = {entry.filename: package.read(entry) for entry in package.infolist()}
    except Exception:  # a mutant of a mutant may be no package any more
        return data
    if name in entries:
        text = change(entries[name].decode("utf-8", "replace"))
        entries[name] = text.encode("utf-8", "replace")
    return _packed(entries)


def _packed(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, blob in entries.items():
            package.writestr(name, blob)
    return buffer.getvalue()


def _word(data: bytes, random: Random) -> bytes:
    return _edit(data, lambda xml: random.choice(_WORD_WAYS)(xml, random))


def _odt(data: bytes, random: Random) -> bytes:
    return _edit(data, lambda xml: _tags(xml, random), _CONTENT)


def _swollen(data: bytes, random: Random) -> bytes:
    return _text(data, random, swellings.MARKUP)


def _web(data: bytes, random: Random) -> bytes:
    return _text(data, random, swellings.WEB)


def _text(data: bytes, random: Random, ways: tuple[swellings.Change, ...]) -> bytes:
    return random.choice(ways)(data.decode("utf-8", "replace"), random).encode("utf-8", "replace")


def _swollen_text(xml: str, random: Random) -> str:
    """One text of a Word part swollen, or marks put all over it."""
    places = list(_TEXT.finditer(xml))
    if not places:
        return xml
    place, way = random.choice(places), random.choice((swellings.pumped, swellings.turned))
    new = way(place[2], random).replace("\0", "")
    return xml[: place.start(2)] + new + xml[place.end(2) :]


def _nasty_text(xml: str, random: Random) -> str:
    places = list(_TEXT.finditer(xml))
    if not places:
        return xml
    place = random.choice(places)
    word = random.choice(NASTY).replace("&", "&amp;").replace("<", "&lt;").replace("\0", "")
    old = place[2]
    at = random.randint(0, len(old))
    new = random.choice((word, old[:at] + word + old[at:], old + " " + word))
    return xml[: place.start(2)] + new + xml[place.end(2) :]


def _moved_blocks(xml: str, random: Random) -> str:
    blocks = _BLOCK.findall(xml)
    if not blocks:
        return xml
    one = random.randrange(len(blocks))
    way = random.randrange(4)
    if way == 0:
        blocks.insert(random.randrange(len(blocks)), blocks.pop(one))
    elif way == 1:
        blocks[one:one] = [blocks[one]] * random.choice((1, 3, 60))
    elif way == 2:
        del blocks[one : one + random.randint(1, 9)]
    else:
        random.shuffle(blocks)
    return _rebuilt(xml, blocks)


def _tags(xml: str, random: Random) -> str:
    """A tag lost, doubled or put elsewhere; most are no XML any more, some are odd XML."""
    tags = list(_TAG.finditer(xml))
    if not tags:  # an earlier change took the last one
        return xml
    one, other = random.choice(tags), random.choice(tags)
    way = random.randrange(4)
    if way == 0:
        return xml[: one.start()] + xml[one.end() :]
    if way == 1:
        return xml[: one.start()] + one[0] + xml[one.start() :]
    if way == 2:
        return xml[: one.start()] + other[0] + xml[one.end() :]
    return re.sub(r'w:val="[^"]*"', f'w:val="{random.choice(_VALUES)}"', xml, count=one.start() % 9)


_VALUES = ("", "-1", "0", "999999999", "restart", "none", "\u202e", "%1%2%9", "1.5", "true")


def _nested(xml: str, random: Random) -> str:
    """Tables in tables, content controls in content controls."""
    opening, closing = random.choice(
        (
            ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
            ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
            ("<w:ins>", "</w:ins>"),
        )
    )
    blocks = _BLOCK.findall(xml)
    if not blocks:
        return xml
    at, deep = random.randrange(len(blocks)), random.choice((1, 4, 30, 90))
    blocks[at] = opening * deep + blocks[at] + closing * deep
    return _rebuilt(xml, blocks)


_WORD_WAYS = (
    *(_nasty_text, _nasty_text, _nasty_text, _moved_blocks, _moved_blocks, _tags, _nested),
    *(_swollen_text, _swollen_text, *swellings.WORD),
)


def _package(data: bytes, random: Random) -> bytes:
    """Entries of a package lost, swapped, emptied, renamed or added."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = {entry.filename: package.read(entry) for entry in package.infolist()}
    except Exception:
        return data
    names = sorted(entries)
    if not names:
        return data
    one, other = random.choice(names), random.choice(names)
    way = random.randrange(8)
    if way == 0:
        del entries[one]
    elif way == 1:
        entries[one], entries[other] = entries[other], entries[one]
    elif way == 2:
        entries[one] = b""
    elif way == 3:
        entries[other + "2"] = entries.pop(one)
    elif way == 4:
        entries["word/more.xml"] = b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"
    elif way == 5:
        entries[one] += b" " * random.choice((900_000, 3_000_000, 20_000_000))
    elif way == 6:
        entries[one] = data  # the package within itself
    else:
        entries[one] = _bytes(entries[one], random)
    return _packed(entries)


def _lines(data: bytes, random: Random) -> bytes:
    """Lines of a text moved, doubled, joined, cut, or with something nasty in them."""
    lines = data.decode("utf-8", "replace").split("\n")
    one = random.randrange(len(lines))
    way = random.randrange(8)
    if way < 3:
        at = random.randint(0, len(lines[one]))
        lines[one] = lines[one][:at] + random.choice(NASTY) + lines[one][at:]
    elif way == 3:
        lines.insert(one, random.choice(NASTY))
    elif way == 4:
        lines[one:one] = [lines[one]] * random.choice((1, 5, 200))
    elif way == 5:
        lines.insert(random.randrange(len(lines)), lines.pop(one))
    elif way == 6:
        random.shuffle(lines)
    else:
        return (
            random.choice((" ", "\r", "\n\n", "\t", " | ", ""))
            .join(lines)
            .encode("utf-8", "replace")
        )
    return "\n".join(lines).encode("utf-8", "replace")


def _bytes(data: bytes, random: Random) -> bytes:
    """Bits turned, stretches cut, doubled, moved or overwritten; the end lost."""
    if not data:
        return b"\0"
    raw = bytearray(data)
    at = random.randrange(len(raw))
    size = random.choice((1, 2, 8, 64, 1024))
    way = random.randrange(6)
    if way == 0:
        for _ in range(random.choice((1, 4, 32))):
            raw[random.randrange(len(raw))] ^= 1 << random.randrange(8)
    elif way == 1:
        del raw[at : at + size]
    elif way == 2:
        raw[at:at] = raw[at : at + size] * random.choice((1, 2, 20))
    elif way == 3:
        raw[at : at + size] = random.randbytes(size)
    elif way == 4:
        del raw[at:]
    else:
        piece = raw[at : at + size]
        del raw[at : at + size]
        place = random.randint(0, len(raw))
        raw[place:place] = piece
    return bytes(raw)
