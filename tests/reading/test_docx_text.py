"""The text of a Word file is what a reader of the printed page sees, once each and in order."""

from __future__ import annotations

import hashlib

import pytest

from extractor.document.model import BlockKind
from extractor.reading.docx import read_docx
from tests.reading.word_files import cell, par, row, run, table, word


def texts(body: str, **parts: str) -> list[str]:
    return [block.text for block in read_docx(word(body, **parts)).blocks]


def sign(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def box(text: str, tag: str = "wps:txbx") -> str:
    return f"<{tag}><w:txbxContent>{par(text)}</w:txbxContent></{tag}>"


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    + run("Kế hoạch số 5")
    + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)

INLINE = {
    "inserted text is kept": (f"<w:ins>{run('năm 2026')}</w:ins>", "A năm 2026 Z"),
    "deleted text is dropped": ("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", "A Z"),
    "moved text stands where it went": (
        f"<w:moveFrom>{run('cũ')}</w:moveFrom><w:moveTo>{run('mới')}</w:moveTo>",
        "A mới Z",
    ),
    "a content control is open": (
        f"<w:sdt><w:sdtContent>{run('x')}</w:sdtContent></w:sdt>",
        "A x Z",
    ),
    "a link keeps its text": (f"<w:hyperlink>{run('x')}</w:hyperlink>", "A x Z"),
    "a smart tag keeps its text": (f"<w:smartTag>{run('x')}</w:smartTag>", "A x Z"),
    "a field shows its result": (FIELD, "A Kế hoạch số 5 Z"),
    "a simple field shows its result": (f"<w:fldSimple>{run('7')}</w:fldSimple>", "A 7 Z"),
    "a tab is a space": ("<w:r><w:tab/></w:r>", "A Z"),
    "a hyphen that does not break": (
        "<w:r><w:t>NĐ</w:t><w:noBreakHyphen/><w:t>CP</w:t></w:r>",
        "A NĐ-CP Z",
    ),
    "a hyphen that may break": ("<w:r><w:t>kế</w:t><w:softHyphen/><w:t>h</w:t></w:r>", "A kếh Z"),
    "a sign of the Symbol font": (sign("Symbol", "F0B3"), "A ≥ Z"),
    "a private sign in a run": (run("\uf0a3", '<w:rFonts w:ascii="Symbol"/>'), "A ≤ Z"),
    "an unknown sign is marked": (sign("Symbol", "F0F1"), "A \ufffd Z"),
    "an ornament is nothing": (sign("Webdings", "F028"), "A Z"),
    "hidden text is dropped": (run("x", "<w:vanish/>"), "A Z"),
    "text with hiding switched off is kept": (run("x", '<w:vanish w:val="0"/>'), "A x Z"),
    "all capitals read as printed": (run("Kế hoạch", "<w:caps/>"), "A KẾ HOẠCH Z"),
    "a formula keeps its letters": ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "A x Z"),
    "letters and marks are composed": (run("Ke\u0302\u0301"), "A Kế Z"),
    "marks of no width are dropped": (run("Hòa\u200b Giang\ufeff"), "A Hòa Giang Z"),
}


@pytest.mark.parametrize(("xml", "text"), INLINE.values(), ids=INLINE)
def test_inside_a_paragraph(xml: str, text: str) -> None:
    assert texts(par(run("A "), xml, run(" Z"))) == [text]


def test_a_field_that_never_ends_hides_no_later_paragraph() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert texts(par("Một", begun) + par("Hai")) == ["Một", "Hai"]


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    drawn = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box("DỰ THẢO") + "</w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict>"
        + box("DỰ THẢO", "v:textbox")
        + "</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert texts(par(run("Số: 5"), drawn)) == ["Số: 5", "DỰ THẢO"]


def test_a_text_box_known_only_to_old_programs_is_read() -> None:
    drawn = f"<w:r><w:pict>{box('DỰ THẢO', 'v:textbox')}</w:pict></w:r>"
    assert texts(par(drawn)) == ["DỰ THẢO"]


def test_blocks_stand_in_the_order_of_the_document() -> None:
    control = f"<w:sdt><w:sdtContent>{par('Hai')}{table(row('a', 'b'))}</w:sdtContent></w:sdt>"
    assert texts(par("Một") + control + par("Ba")) == ["Một", "Hai", "a", "b", "Ba"]


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    body = par("Căn cứ ", look="<w:rPr><w:del/></w:rPr>") + par("Luật Đất đai;") + par("Hết")
    assert texts(body) == ["Căn cứ Luật Đất đai;", "Hết"]


def test_a_deleted_paragraph_end_before_a_table_loses_nothing() -> None:
    body = par("Căn cứ", look="<w:rPr><w:del/></w:rPr>") + table(row("a", "b"))
    assert texts(body) == ["Căn cứ", "a", "b"]


def test_footnotes_stand_at_the_end_and_only_those_referred_to() -> None:
    notes = "".join(
        f'<w:footnote w:id="{at}">{par("<w:r><w:footnoteRef/></w:r>", text)}</w:footnote>'
        for at, text in ((0, "kẻ ngang"), (1, "Số liệu năm 2025."), (2, "không dùng"))
    )
    body = par(run("Thu ngân sách"), '<w:r><w:footnoteReference w:id="1"/></w:r>') + par("Hết")
    blocks = read_docx(word(body, footnotes=notes)).blocks
    assert [block.text for block in blocks] == ["Thu ngân sách", "Hết", "Số liệu năm 2025."]
    assert blocks[2].kind is BlockKind.FOOTNOTE
    assert blocks[2].origin.part == "word/footnotes.xml"
    assert blocks[2].origin.path == "footnotes/footnote[@id=1]/p[1]"


def test_a_generated_table_of_contents_is_furniture() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="M1"><w:name w:val="toc 1"/></w:style>'
    body = par("I. MỤC ĐÍCH 3", look='<w:pStyle w:val="M1"/>') + par("I. MỤC ĐÍCH")
    kinds = [block.kind for block in read_docx(word(body, styles=styles)).blocks]
    assert kinds == [BlockKind.FURNITURE, BlockKind.PARAGRAPH]


def test_a_style_can_hide_its_paragraphs() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="AnCon"><w:basedOn w:val="An"/></w:style>'
    )
    assert texts(par("x", look='<w:pStyle w:val="AnCon"/>') + par("y"), styles=styles) == ["y"]


def test_the_document_knows_where_each_block_was() -> None:
    data = word(par("") + par("Hai") + table(row("a", cell(par("b"), par("c")))))
    document = read_docx(data, name="ke-hoach.docx")
    assert document.id == hashlib.sha256(data).hexdigest()
    assert (document.format, document.name) == ("docx", "ke-hoach.docx")
    assert document.text == "Hai\na\nb c"
    assert {block.origin.part for block in document.blocks} == {"word/document.xml"}
    paths = [block.origin.path for block in document.blocks]
    assert paths == ["body/p[2]", "body/tbl[1]/tr[1]/tc[1]", "body/tbl[1]/tr[1]/tc[2]"]


NOTICES = {
    "tracked_changes": par("Một", f"<w:ins>{run('hai')}</w:ins>"),
    "embedded_content": par("Một", "<w:r><w:object><o:OLEObject/></w:object></w:r>"),
    "no_text": par(""),
    "recoded": par(run("KÕ ho¹ch n¨m häc " * 20, '<w:rFonts w:ascii=".VnTime"/>')),
    "low_text_quality": par(run("KÕ ho¹ch n¨m häc " * 20, '<w:rFonts w:ascii="Odd Times"/>')),
}


@pytest.mark.parametrize(("code", "body"), NOTICES.items(), ids=NOTICES)
def test_what_a_person_should_know_is_noticed(code: str, body: str) -> None:
    assert [notice.code for notice in read_docx(word(body)).notices] == [code]


def test_an_ordinary_file_has_no_notices() -> None:
    font = '<w:rFonts w:ascii=".VnTime"/>'
    body = par(run("Kế hoạch thực hiện chỉ tiêu, nhiệm vụ năm học mới. " * 5, font))
    assert read_docx(word(body)).notices == ()


def test_the_foot_of_a_web_page_below_the_last_line_is_furniture() -> None:
    said = ("Xem thêm", "I. MỤC ĐÍCH", "Các thôn thực hiện./.", "Tác giả: Văn phòng", "Bài trước")
    blocks = read_docx(word("".join(par(run(text)) for text in said))).blocks
    assert [block.text for block in blocks if block.kind is BlockKind.FURNITURE] == [
        "Tác giả: Văn phòng",
        "Bài trước",
    ]
