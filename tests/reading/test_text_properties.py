"""Whatever the bytes: a document whose blocks hold every letter of the file, or a clear refusal."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import UnreadableFile
from extractor.reading.text import read_text

PIECES = [
    "*", "**", "_", "|", "\n|\n", "|\n", "\n", "\n\n", "- ", "1. ", "a) ", "I. ", "xã Phú Lạc",
    "KẾ HOẠCH", "Nơi nhận:", "KT. CHỦ TỊCH", "# ", "[1]", "](x)", "<br>", "&", "\\", "\f", "   ",
    "Số: 1/KH-UBND", ".", ";", "\n|---|---|\n", "\t", "Độc lập - Tự do - Hạnh phúc", "`", "2",
]  # fmt: skip
PLAIN = [piece for piece in PIECES if not re.search(r"[\[\]<>&\\`]", piece)]


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_a_refusal(data: bytes) -> None:
    try:
        document = read_text(data)
    except UnreadableFile as error:
        assert error.message
    else:
        assert document.text == "\n".join(block.text for block in document.blocks)


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_marks_in_any_order_are_read(pieces: list[str]) -> None:
    source = "Kế hoạch\n" + "".join(pieces)
    for block in read_text(source.encode()).blocks:
        assert "\n" not in block.text
        assert unicodedata.is_normalized("NFC", block.text)
        lines = block.origin.lines
        assert lines is None or 1 <= lines[0] <= lines[1] <= source.count("\n") + 1


@given(st.lists(st.sampled_from(PLAIN), max_size=60))
def test_no_letter_is_lost_or_added(pieces: list[str]) -> None:
    source = "Kế hoạch\n" + "".join(pieces)
    found = letters(read_text(source.encode()).text)
    assert sorted(found) == sorted(letters(source))
