"""Limits are what they say: parsed from words, held where something is read, told in the docs."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import fields
from pathlib import Path

import pytest

from extractor.reading.limits import DEFAULT, GB, KB, MB, Limits, current, parsed, using
from extractor.reading.zip_guard import Refused, Why, names, opened


def test_words_change_the_limits_they_name() -> None:
    limits = parsed(["seconds=60", " memory_bytes = 4GB ", "text_bytes=200k", "xml_bytes=1M"])
    assert limits == Limits(seconds=60, memory_bytes=4 * GB, text_bytes=200 * KB, xml_bytes=MB)
    assert parsed([]) == DEFAULT


@pytest.mark.parametrize("word", ["second=60", "seconds", "seconds=-1", "seconds=0", "pages=1.5"])
def test_a_word_that_is_no_limit_is_named(word: str) -> None:
    with pytest.raises(ValueError, match=word):
        parsed([word])


def test_limits_hold_inside_and_no_longer() -> None:
    with using(Limits(pages=3)):
        assert current().pages == 3
    assert current() == DEFAULT


def test_a_process_that_takes_too_much_memory_gets_an_error_not_the_machine() -> None:
    code = (
        "from extractor.reading.limits import Limits, confine\n"
        "confine(Limits(memory_bytes=300 * 1024**2))\n"
        "try:\n    b'x' * 400 * 1024**2\nexcept MemoryError:\n    print('held')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "held\n"


def packed(count: int, size: int = 1) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(count):
            package.writestr(f"{number}.txt", b" " * size)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "limits", "why"),
    [
        (packed(9), Limits(entries=8), Why.ENTRIES),
        (packed(900), Limits(entries=8), Why.ENTRIES),
        (packed(3, 1000), Limits(unpacked_bytes=2999), Why.SIZE),
        (packed(1, 2 * MB), Limits(ratio=100), Why.SWELLS),
        (b"PK\x03\x04 no directory", DEFAULT, Why.BROKEN),
        (packed(1)[:-4], DEFAULT, Why.BROKEN),
    ],
)
def test_a_package_is_refused_by_what_it_says_of_itself(
    data: bytes, limits: Limits, why: Why
) -> None:
    with using(limits), pytest.raises(Refused) as caught, opened(data):
        pytest.fail("opened")
    assert caught.value.why is why


def test_a_directory_of_many_entries_is_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed(900)
    monkeypatch.setattr(zipfile, "ZipFile", lambda *args: pytest.fail("listed"))
    with using(Limits(entries=8)), pytest.raises(Refused):
        names(data)


def test_an_entry_that_lies_about_its_size_is_not_unpacked_beyond_it() -> None:
    data = bytearray(packed(1, 50_000))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(Refused) as caught, opened(bytes(data)) as package:
        package.read("0.txt")
    assert caught.value.why is Why.BROKEN


def test_every_limit_is_a_positive_number() -> None:
    assert all(getattr(DEFAULT, field.name) > 0 for field in fields(Limits))


def test_the_docs_tell_every_limit_with_its_default() -> None:
    page = (Path(__file__).parents[2] / "docs" / "limits.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \|", page, flags=re.MULTILINE)
    assert [name for name, _ in rows] == [field.name for field in fields(Limits)]
    assert parsed(f"{name}={value}" for name, value in rows) == DEFAULT
