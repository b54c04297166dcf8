"""PDF files spoilt by chance where it hurts: in what their packed streams say and how they hang
together.

`spoilt(data, Random(7))` unpacks one stream, changes it and packs it again, or changes words of the
objects; the table of places at the end is then wrong, which readers must bear too.
"""

from __future__ import annotations

import base64
import re
import zlib
from random import Random

_STREAM = re.compile(rb"<<([^<>]{0,500})>>\s{0,9}stream\r?\n(.*?)endstream", re.DOTALL)
_LENGTH = re.compile(rb"/Length \d{1,9}")
_NUMBER = re.compile(rb"(?<![\w.])-?\d{1,9}(?:\.\d{1,9})?")
_NAME = re.compile(rb"/[A-Za-z]\w{1,30}")
_REFERENCE = re.compile(rb"\b\d{1,6} 0 R\b")
_OBJECT = re.compile(rb"\d{1,6} 0 obj.*?endobj", re.DOTALL)
_NUMBERS = (
    b"0", b"-1", b"1e38", b"99999999999", b"0.0000001", b"-99999", b"2147483648", b"65535", b"nan",
)  # fmt: skip


def spoilt(data: bytes, random: Random) -> bytes:
    """One change of a PDF; as it is where there is nothing to change."""
    return random.choice((_content, _content, _content, _words, _words, _objects))(data, random)


def _content(data: bytes, random: Random) -> bytes:
    """The drawing or the font of one stream changed."""
    found = list(_STREAM.finditer(data))
    if not found:
        return data
    place = random.choice(found)
    is_text = b"ASCII85Decode" in place[1]
    try:
        raw = place[2].strip()
        inner = zlib.decompress(
            base64.a85decode(raw, adobe=raw.endswith(b"~>")) if is_text else raw
        )
    except (ValueError, zlib.error):
        return data
    packed = zlib.compress(_drawing(inner, random), 1)
    if is_text:
        packed = base64.a85encode(packed) + b"~>"
    head = _LENGTH.sub(b"/Length %d" % len(packed), place[1])
    new = b"<<" + head + b">>\nstream\n" + packed + b"\nendstream"
    return data[: place.start()] + new + data[place.end() :]


def _drawing(inner: bytes, random: Random) -> bytes:
    rows = inner.split(b"\n")
    one, way = random.randrange(len(rows)), random.randrange(7)
    if way == 0:
        random.shuffle(rows)
    elif way == 1:
        del rows[one : one + random.choice((1, 9, 99))]
    elif way == 2:
        rows[one:one] = rows[one : one + 9] * random.choice((1, 20, 300))
    elif way == 3:
        rows[one:one] = [random.choice((b"q", b"Q", b"BT", b"ET", b"[", b"<<", b"("))] * 2000
    elif way == 4:
        rows[one] = _replaced(_NUMBER, rows[one], random.choice(_NUMBERS), random)
    elif way == 5:
        lines = b"\n".join(b"%d 0 m %d 900 l S" % (at, at) for at in range(0, 600, 2))
        rows.insert(one, lines + b"\n" + lines.replace(b" 0 m", b" 5 m"))
    else:
        raw = bytearray(inner)
        for _ in range(random.choice((1, 9, 99))):
            if raw:
                raw[random.randrange(len(raw))] ^= 1 << random.randrange(8)
        return bytes(raw)
    return b"\n".join(rows)


def _words(data: bytes, random: Random) -> bytes:
    """A number, a name or a reference that is another."""
    way = random.randrange(3)
    if way == 0:
        return _replaced(_NUMBER, data, random.choice(_NUMBERS), random)
    pattern = _NAME if way == 1 else _REFERENCE
    found = pattern.findall(data)
    return _replaced(pattern, data, random.choice(found), random) if found else data


def _replaced(pattern: re.Pattern[bytes], data: bytes, new: bytes, random: Random) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    place = random.choice(found)
    return data[: place.start()] + new + data[place.end() :]


def _objects(data: bytes, random: Random) -> bytes:
    """Objects that are lost, or that stand twice, the second time as another."""
    found = list(_OBJECT.finditer(data))
    if not found:
        return data
    one, other = random.choice(found), random.choice(found)
    if random.randrange(2):
        return data[: one.start()] + data[one.end() :]
    head = one[0].split(b" ", 1)[0]
    return data[: one.end()] + b"\n" + head + b" " + other[0].split(b" ", 1)[1] + data[one.end() :]
