"""Word 97, RTF and OpenDocument: read as Word files are, harmless, and said to be converted."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from extractor.document.model import Document
from extractor.errors import MissingComponent, UnreadableFile
from extractor.reading import legacy, office
from extractor.reading.dispatch import read_source
from extractor.reading.limits import Limits, using
from tests.reading.office_files import needed_office, needed_program, odt, rtf, saved_as
from tests.reading.word_files import item, par, word

LISTS = (
    '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>'
)
LONG = "Các đơn vị rà soát, cập nhật quy trình nội bộ và công khai kết quả. " * 40
PLAN = word(  # antiword refuses very short files
    par("Căn cứ Luật Thi đua, khen thưởng;")
    + item("MỤC ĐÍCH", 5)
    + item("CHỈ TIÊU", 5)
    + par(LONG),
    numbering=LISTS,
)
TEXT = f"Căn cứ Luật Thi đua, khen thưởng;\nI. MỤC ĐÍCH\nII. CHỈ TIÊU\n{LONG.strip()}"
CELLS = (
    "<table:table><table:table-column table:number-columns-repeated='2'/><table:table-row>"
    "<table:table-cell><text:p>TT</text:p></table:table-cell>"
    "<table:table-cell><text:p>Nhiệm vụ</text:p></table:table-cell>"
    "</table:table-row></table:table>"
)


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]


@pytest.fixture(scope="module")
def old_word(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return saved_as(PLAN, "doc", tmp_path_factory.mktemp("doc"))


def test_a_word_97_file_keeps_its_automatic_numbers(old_word: bytes) -> None:
    document = read_source(old_word, name="ke-hoach.doc")
    assert document.text == TEXT
    assert document.format == "doc" and document.name == "ke-hoach.doc"
    assert document.id == hashlib.sha256(old_word).hexdigest()
    assert codes(document) == ["converted"]


def test_an_rtf_file_is_read() -> None:
    needed_office()
    document = read_source(rtf("Kế hoạch năm 2026", "Đạt 90% trở lên"))
    assert document.text == "Kế hoạch năm 2026\nĐạt 90% trở lên"
    assert document.format == "rtf"


def test_an_opendocument_text_keeps_its_cells() -> None:
    needed_office()
    document = read_source(odt(f"<text:p>Phụ lục</text:p>{CELLS}"))
    assert [block.text for block in document.blocks] == ["Phụ lục", "TT", "Nhiệm vụ"]
    assert [block.cell.column for block in document.blocks if block.cell] == [0, 1]
    assert document.format == "odt"


def test_a_document_cannot_draw_in_another_file(tmp_path: Path) -> None:
    needed_office()
    secret = tmp_path / "secret.txt"
    secret.write_text("BI MAT")
    section = (
        f"<text:section text:name='S'><text:section-source xlink:href='{secret.as_uri()}' "
        "xlink:type='simple' xlink:show='embed'/><text:p>trống</text:p></text:section>"
    )
    field = f'{{\\rtf1{{\\field{{\\*\\fldinst INCLUDETEXT "{secret}"}}{{\\fldrslt trong}}}}\\par}}'
    for data in (odt(f"<text:p>Kế hoạch</text:p>{section}"), field.encode()):
        assert "BI MAT" not in read_source(data).text


def test_several_files_are_converted_in_one_run(
    old_word: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [old_word, rtf("Kế hoạch"), b"KE HOACH", odt("<text:p>Đề án</text:p>")]
    runs: list[int] = []
    real = office._run

    def counted(program: str, sources: list[tuple[str, bytes]]) -> list[bytes | None]:
        runs.append(len(sources))
        return real(program, sources)

    monkeypatch.setattr(office, "_run", counted)
    with legacy.together(files):
        texts = [read_source(data).text for data in files]
    assert texts == [TEXT, "Kế hoạch", "KE HOACH", "Đề án"]
    assert runs == [3]


def test_one_bad_file_does_not_take_the_run_along(old_word: bytes) -> None:
    broken = old_word[:600] + b"\xff" * 9000 + "WordDocument".encode("utf-16-le")
    with legacy.together([old_word, broken]):
        assert read_source(old_word).text == TEXT
        with pytest.raises(UnreadableFile, match="LibreOffice không mở được"):
            read_source(broken)


def test_without_libreoffice_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "office", lambda: None)
    monkeypatch.setattr(legacy, "office", lambda: None)
    for data in (rtf("Ke hoach"), odt("<text:p>Ke hoach</text:p>")):
        with pytest.raises(MissingComponent, match="Hãy cài LibreOffice"):
            read_source(data)


@pytest.mark.parametrize("program", ["antiword", "catdoc"])
def test_without_libreoffice_a_doc_is_read_as_text_and_says_so(
    program: str, old_word: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(legacy, "office", lambda: None)
    only = needed_program(program)
    monkeypatch.setattr(shutil, "which", lambda name: only if name == program else None)
    document = read_source(old_word)
    assert "Căn cứ Luật Thi đua, khen thưởng;" in document.text and "I. MỤC" not in document.text
    assert document.format == "doc" and document.id == hashlib.sha256(old_word).hexdigest()
    assert codes(document) == ["doc_text_only"]
    assert program in document.notices[0].message


@pytest.mark.parametrize(
    "data",
    [
        odt("<text:p>x</text:p>", "<!DOCTYPE a [<!ENTITY b 'bbbb'>]>"),
        odt("<text:p>x</text:p>")[:-30],
        odt("<text:p>" + " " * 3_000_000 + "</text:p>"),
    ],
    ids=["declared", "cut", "long"],
)
def test_an_unsafe_opendocument_is_not_handed_on(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(legacy, "to_docx", lambda sources: pytest.fail("handed on"))
    with using(Limits(xml_bytes=1_000_000)), pytest.raises(UnreadableFile):
        read_source(data)
