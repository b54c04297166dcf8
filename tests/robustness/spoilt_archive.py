"""Archives of plans spoilt by chance, and small pictures of pages.

`archive(plans, Random(7))` are the bytes of a .zip; `picture("png", …)` those of a picture whose
size or body is not what it says.
"""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from random import Random

from tests.robustness.mutations import mutant

_NAMES = (
    "ke-hoach", "../../ra-ngoai", "/etc/passwd", "a\u202etxt.exe", "~$khoa", ".an", "x" * 300,
    "thư mục/kế hoạch", "con", "a\\b\\c", "kế\u0000hoạch", " ", "..", "__MACOSX/x",
)  # fmt: skip


def archive(plans: dict[str, list[bytes]], random: Random) -> bytes:
    """A .zip of two or three plans, most of them spoilt, sometimes within another .zip."""
    buffer = io.BytesIO()
    method = random.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2))
    with zipfile.ZipFile(buffer, "w", method) as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two entries of one name are what is wanted
        for _ in range(random.randint(1, 3)):
            kind = random.choice((".txt", ".docx", ".html", ".md"))
            name = random.choice(_NAMES) + random.choice((kind, kind, kind, ".pdf", ".zip", ""))
            package.writestr(name, mutant(random.choice(plans[kind]), random))
        if random.randrange(6) == 0:
            package.writestr("bom.txt", b" " * random.choice((900_000, 3_000_000, 30_000_000)))
    return _spoilt(buffer.getvalue(), random)


def _spoilt(data: bytes, random: Random) -> bytes:
    way = random.randrange(6)
    if way == 0:
        for _ in range(random.choice((1, 20))):
            buffer = io.BytesIO()
            with zipfile.ZipFile(buffer, "w") as package:
                package.writestr("trong.zip", data)
            data = buffer.getvalue()
        return data
    if way == 1:  # the directory at the end: sizes, places, ways of packing
        raw, start = bytearray(data), data.rfind(b"PK\x01\x02")
        for _ in range(random.choice((1, 4))):
            raw[random.randrange(start, len(raw))] = random.choice((0, 1, 0x7F, 0xFF))
        return bytes(raw)
    if way == 2:
        return data[: random.randrange(len(data))]
    return data


def picture(data: bytes, random: Random) -> bytes:
    """A PNG or TIFF whose head says another size, or whose body is cut or overwritten."""
    way = random.randrange(4)
    if way == 0 and data.startswith(b"\x89PNG"):
        return _resized(data, random)
    raw = bytearray(data)
    if way == 1:
        del raw[random.randrange(len(raw)) :]
    else:
        for _ in range(random.choice((1, 4, 40))):
            raw[random.randrange(len(raw))] = random.randrange(256)
    return bytes(raw)


def _resized(data: bytes, random: Random) -> bytes:
    sizes = (0, 1, 40, 2_000, 65_535, 2_147_483_647)
    head = b"IHDR" + struct.pack(">II", random.choice(sizes), random.choice(sizes)) + data[24:29]
    return data[:12] + head + struct.pack(">I", zlib.crc32(head)) + data[33:]
