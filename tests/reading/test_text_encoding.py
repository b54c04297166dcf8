"""Bytes to characters: character sets, Unicode form, line ends, and what is no text at all."""

from __future__ import annotations

import unicodedata

import pytest

from extractor.errors import UnreadableFile
from extractor.reading.encoding import decode

TEXT = "KẾ HOẠCH\nCăn cứ Luật Thi đua, khen thưởng; Ủy ban nhân dân xã Phú Lạc ban hành:\n" * 3
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """The bytes an old Windows program writes: the tone behind its letter."""
    out = b""
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        tone = next((mark for mark in parts if mark in TONES), "")
        out += (unicodedata.normalize("NFC", parts.replace(tone, "")) + tone).encode("cp1258")
    return out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_files_read_the_same_with_and_without_a_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_a_file_of_an_old_windows_program_is_read_and_composed() -> None:
    found = decode(windows_1258(TEXT))
    assert (found.text, found.encoding) == (TEXT, "cp1258")


def test_decomposed_letters_are_composed() -> None:
    assert decode(unicodedata.normalize("NFD", TEXT).encode()).text == TEXT


def test_line_ends_of_every_system_become_newlines() -> None:
    assert decode("một\r\nhai\rba\u2028bốn".encode()).text == "một\nhai\nba\nbốn"


def test_invisible_characters_are_dropped_and_symbol_bullets_made_plain() -> None:
    dirty = "\ufeffSở\u200b Nội\u202e vụ\x00\n\uf0b7 Như trên"
    assert decode(b"x" + dirty.encode()).text == "xSở Nội vụ\n• Như trên"


def test_a_file_cut_inside_a_letter_keeps_its_text_and_says_so() -> None:
    found = decode((TEXT + "thực hiệ").encode()[:-1])
    assert found.text.startswith(TEXT + "thực hi")
    assert [notice.code for notice in found.notices] == ["low_text_quality"]


def test_text_in_another_language_is_read_with_a_notice() -> None:
    found = decode(("The quarterly plan of the commune is hereby issued. " * 10).encode())
    assert [notice.code for notice in found.notices] == ["low_text_quality"]


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\x00\x00\x00\x00", "\u200b\ufeff".encode()])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="Tệp rỗng"):
        decode(data)


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04rest", b"%PDF-1.7 rest", b"\xd0\xcf\x11\xe0rest", bytes(range(256)) * 8]
)
def test_a_file_that_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="không phải tệp văn bản"):
        decode(data)


def test_an_unknown_character_set_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnreadableFile, match="UTF-8"):
        decode(("План мероприятий утвержден. " * 20).encode("cp1251"))
