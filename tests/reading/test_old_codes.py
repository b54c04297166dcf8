"""TCVN3 and VNI become Unicode where the font says so and the words agree, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.document.model import Document
from extractor.reading.docx import read_docx
from extractor.reading.old_codes import (
    _TCVN3_LETTERS,
    _VNI_LETTERS,
    EXAMPLES,
    TCVN3,
    TCVN3_CAPITALS,
    VNI,
    code_of,
    decode,
)
from extractor.reading.old_codes_judge import verdict
from tests.reading.word_files import cell, par, row, run, table, word

VN, VNH, VNI_TIMES = (f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>' for name in (
    ".VnTime", ".VnTimeH", "VNI-Times"))  # fmt: skip
CORPUS = sorted((Path(__file__).parents[2] / "corpus").glob("*/plan.txt"))


def read(body: str, **parts: str) -> Document:
    return read_docx(word(body, **parts))


def text(body: str, **parts: str) -> str:
    return read(body, **parts).text


@pytest.mark.parametrize(("code", "before", "after"), EXAMPLES)
def test_the_examples_of_each_code(code: str, before: str, after: str) -> None:
    assert decode(before, code) == after
    assert verdict(before, code) == 1
    assert verdict(after, code) == -1


def test_tcvn3_has_seventy_four_letters_each_once() -> None:
    assert len(_TCVN3_LETTERS) == 74 == len(set(_TCVN3_LETTERS.values()))


@pytest.mark.parametrize(
    ("font", "code"),
    [
        (".VnTime", TCVN3),
        (".VNTIME", TCVN3),
        (".VnTimeH", TCVN3_CAPITALS),
        (".VnArial NarrowH", TCVN3_CAPITALS),
        ("VNI-Times", VNI),
        ("vni-helve", VNI),
        ("Times New Roman", ""),
        ("Vni", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_font_is_known_by_its_name(font: str | None, code: str) -> None:
    assert code_of(font) == code


@pytest.mark.parametrize(
    ("words", "code", "found"),
    [
        ("kÕ ho¹ch", TCVN3, 1),
        ("kế hoạch", TCVN3, -1),
        ("và các cá nhân có thành tích", TCVN3, -1),
        ("phong trao thi dua 2026", TCVN3, 0),
        ("keá hoaïch", VNI, 1),
        ("hoà, toà nhà", VNI, -1),
        ("", VNI, 0),
    ],
)
def test_words_tell_whether_a_text_is_in_an_old_code(words: str, code: str, found: int) -> None:
    assert verdict(words, code) == found


def test_runs_are_read_by_their_fonts() -> None:
    body = par(
        run("KÕ ho¹ch ", VN), run("chuyển đổi số ", ""), run("cuûa xaõ ", VNI_TIMES),
        run("phó l¹c", VNH),
    )  # fmt: skip
    assert text(body) == "Kế hoạch chuyển đổi số của xã PHÚ LẠC"


def test_unicode_that_kept_the_name_of_an_old_font_is_left_alone() -> None:
    body = par(run("Kế hoạch của xã", VN)) + par(run("cá nhân có thành tích", VN))
    assert text(body) == "Kế hoạch của xã\ncá nhân có thành tích"
    assert read(body).notices == ()


def test_a_short_run_follows_its_paragraph_and_then_its_document() -> None:
    # "cá nhân" reads as two syllables either way: "cỏ nhõn".
    old = par(run("TËp thÓ vµ ", VN), run("c¸ nh©n", VN))
    assert text(old) == "Tập thể và cá nhân"
    assert text(par(run("cá", VN)) + par(run("Tập thể, cá nhân", VN))) == "cá\nTập thể, cá nhân"
    assert text(par(run("cá", VN)) + par(run("®ång ruéng", VN))) == "cỏ\nđồng ruộng"


def test_the_letter_that_looks_like_a_soft_hyphen_is_kept_in_tcvn3_only() -> None:
    soft = "<w:r><w:rPr>{}</w:rPr><w:t>n</w:t><w:softHyphen/><w:t>íc</w:t></w:r>"
    assert text(par(soft.format(VN))) == "nước"
    assert text(par(run("n\u00adíc m¹nh", VN))) == "nước mạnh"
    assert text(par(run("kế\u00adhoạch", ""))) == "kếhoạch"
    assert text(par(soft.format(""))) == "níc"


def test_a_letter_of_vni_cut_between_two_runs_is_one_letter() -> None:
    assert text(par(run("Ke", VNI_TIMES), run("á hoaïch", VNI_TIMES))) == "Kế hoạch"


def test_the_font_may_come_from_a_style_or_the_defaults() -> None:
    style = (
        f'<w:style w:type="paragraph" w:styleId="Cu"><w:rPr>{VN}</w:rPr></w:style>'
        f'<w:style w:type="character" w:styleId="Hoa"><w:rPr>{VNH}</w:rPr></w:style>'
    )
    body = par(
        run("KÕ ho¹ch "), run("n¨m", '<w:rStyle w:val="Hoa"/>'), look='<w:pStyle w:val="Cu"/>'
    )
    assert text(body, styles=style) == "Kế hoạch NĂM"


def test_capitals_are_made_after_the_letters() -> None:
    assert text(par(run("kÕ ho¹ch", VN + "<w:caps/>"))) == "KẾ HOẠCH"


def test_each_block_tells_the_characters_of_the_file() -> None:
    body = par(run("Số 5: KÕ ho¹ch", VN)) + par(
        run("TËp thÓ  vµ ", VN), run("toàn dân ", ""), run("cuûa xaõ", VNI_TIMES)
    )
    for block in read(body).blocks[1:]:
        stretches = [
            (block.text[r.start : r.end], r.original, r.code) for r in block.origin.recoded
        ]
        assert stretches == [
            ("Tập thể và", "TËp thÓ vµ", TCVN3),
            ("của xã", "cuûa xaõ", VNI),
        ]


def test_cells_tell_the_characters_of_the_file() -> None:
    document = read(
        table(row("x", cell(par(run("Mét", VN)), par(run("hai", ""), run(" bèn", VN)))))
    )
    block = document.blocks[1]
    assert block.text == "Một hai bốn"
    assert [(r.start, r.end, r.original) for r in block.origin.recoded] == [
        (0, 3, "Mét"),
        (8, 11, "bèn"),
    ]


def inverse(code: str) -> dict[str, str]:
    if code == VNI:
        found: dict[str, str] = {}
        for written, letter in _VNI_LETTERS.items():
            if written.islower() or written.isupper():
                found.setdefault(letter, written)
        return found
    return {letter: chr(written) for written, letter in _TCVN3_LETTERS.items()}


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("code", [TCVN3, VNI])
def test_whole_plans_written_in_an_old_code_read_as_they_are(code: str, path: Path) -> None:
    lines = [" ".join(line.split()) for line in path.read_text("utf-8").splitlines()]
    lines = [line for line in lines if len(line) > 3 and "<" not in line and "&" not in line]
    letters, body = inverse(code), ""
    for line in lines:
        capitals = code == TCVN3 and line.isupper()
        written = line.lower() if capitals else line
        if any(char not in letters and ord(char) > 0xBF and char.isalpha() for char in written):
            continue  # capitals with tones among small letters have no code in TCVN3
        coded = "".join(letters.get(char, char) for char in written)
        body += par(run(coded, VNI_TIMES if code == VNI else VNH if capitals else VN))
    document = read(body)
    kept = set(lines)
    assert len(document.blocks) > len(lines) / 2
    assert [block.text for block in document.blocks if block.text not in kept] == []
