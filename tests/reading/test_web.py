"""Saved web pages: the document with its tables, lists and letterhead; the site set aside."""

from __future__ import annotations

import base64
import socket
from pathlib import Path

import pytest

from extractor.document.model import Block, BlockKind, Document
from extractor.errors import UnreadableFile
from extractor.reading.dispatch import read_source
from extractor.reading.limits import Limits, using

LETTERHEAD = """
<table><tr><td align="center">ỦY BAN NHÂN DÂN<br><b>XÃ PHÚ LẠC</b><br>-------</td>
<td align="center"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>
Độc lập - Tự do - Hạnh phúc</b></td></tr>
<tr><td>Số: 12/KH-UBND</td><td><i>Phú Lạc, ngày 05 tháng 01 năm 2026</i></td></tr></table>
<p style="text-align:center"><b>KẾ HOẠCH</b><br><b>Chuyển đổi số năm 2026</b></p>
"""
BODY = """
<p><em>Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;</em></p>
<p><strong>I. MỤC TIÊU</strong></p>
<p>Tỷ lệ hồ sơ nộp trực tuyến đạt từ
   80% trở&nbsp;lên.</p>
"""
FOOT = """
<table><tr><td><b>Nơi nhận:</b><br>- Như trên;<br>- Lưu: VT.</td>
<td align="center"><b>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH</b><br>Trần Văn An</td></tr></table>
"""
PORTAL = f"""<!DOCTYPE html><html><head><title>Kế hoạch 12 - Trang xã</title>
<script>var menu = "Số: 99/KH-UBND";</script><style>p {{color: red}}</style></head><body>
<header><a href="/">Trang chủ</a><div>CỔNG THÔNG TIN ĐIỆN TỬ XÃ PHÚ LẠC</div></header>
<nav><ul><li><a href="/a">Giới thiệu</a></li><li><a href="/b">Văn bản</a></li></ul></nav>
<div class="row"><div class="left"><h1>Kế hoạch chuyển đổi số</h1><span>Thứ hai, 05/01/2026</span>
<div class="content"><div>{LETTERHEAD}</div><div>{BODY}</div><div>{FOOT}</div>
<p><a href="/file.pdf">Tải về</a></p></div>
<div class="more"><h3>Các tin khác</h3><ul><li><a href="/1">Khai mạc hội thao xã Phú Lạc</a></li>
<li><a href="/2">Thông báo tuyển dụng viên chức năm 2026</a></li></ul></div></div>
<aside><p>Lượt truy cập: 120</p></aside></div>
<footer>Bản quyền thuộc UBND xã Phú Lạc. Giấy phép số 5/GP.</footer></body></html>"""
OWN = [
    "ỦY BAN NHÂN DÂN",
    "XÃ PHÚ LẠC",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 12/KH-UBND",
    "Phú Lạc, ngày 05 tháng 01 năm 2026",
    "KẾ HOẠCH",
    "Chuyển đổi số năm 2026",
    "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
    "I. MỤC TIÊU",
    "Tỷ lệ hồ sơ nộp trực tuyến đạt từ 80% trở lên.",
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
    "Trần Văn An",
]


def read(html: str) -> Document:
    return read_source(f"<html><body>{html}</body></html>".encode())


def texts(document: Document) -> list[str]:
    return [block.text for block in document.body]


def block(document: Document, text: str) -> Block:
    return next(found for found in document.blocks if found.text == text)


def test_the_document_is_read_and_the_site_set_aside() -> None:
    document = read_source(PORTAL.encode(), name="ke-hoach.html")
    assert texts(document) == OWN
    assert document.format == "html" and document.notices == ()
    aside = [b.text for b in document.blocks if b.kind is BlockKind.FURNITURE]
    assert "Kế hoạch chuyển đổi số" in aside and "Các tin khác" in aside
    assert not any("99/KH" in text or "color" in text for text in aside)


def test_letterhead_and_foot_are_borderless_cells_line_by_line() -> None:
    document = read_source(PORTAL.encode())
    cells = [(b.cell.table, b.cell.row, b.cell.column) for b in document.blocks if b.cell]
    assert all(b.cell.borderless for b in document.blocks if b.cell)
    assert (
        cells
        == [(0, 0, 0)] * 2
        + [(0, 0, 1)] * 2
        + [(0, 1, 0), (0, 1, 1)]
        + [(1, 0, 0)] * 3
        + [(1, 0, 1)] * 3
    )
    style = block(document, "XÃ PHÚ LẠC").style
    assert style.bold and style.centred and not style.italic
    assert block(document, "Phú Lạc, ngày 05 tháng 01 năm 2026").style.italic


def test_style_is_that_of_the_elements() -> None:
    document = read_source(PORTAL.encode())
    title = block(document, "KẾ HOẠCH").style
    assert title.bold and title.centred
    assert block(document, OWN[8]).style.italic
    assert block(document, "I. MỤC TIÊU").style.bold
    assert block(document, "Kế hoạch chuyển đổi số").style.heading == 1
    assert block(document, OWN[10]).origin.lines is not None


def test_an_old_page_framed_by_tables_is_read_alike() -> None:
    menu = "<a href='/x'>Tin tức</a><br><a href='/y'>Liên hệ</a>"
    document = read(
        f"<table width=100%><tr><td>{menu}</td><td><table><tr><td>{LETTERHEAD}{BODY}{FOOT}"
        "</td></tr></table></td></tr></table>"
    )
    assert texts(document) == OWN


def test_a_page_without_letterhead_keeps_its_headline() -> None:
    document = read(f"<h1>Kế hoạch chuyển đổi số năm 2026</h1><p>x</p><div>{BODY * 5}</div>")
    assert texts(document)[0] == "Kế hoạch chuyển đổi số năm 2026"
    assert block(document, texts(document)[0]).style.heading == 1


@pytest.mark.parametrize("opening", ["Kế hoạch chuyển đổi số", "CHUYỂN ĐỔI SỐ", "KẾ HOẠCH"])
def test_a_headline_that_the_copy_says_again_stands_once(opening: str) -> None:
    document = read(f"<h1>Kế hoạch chuyển đổi số</h1><div><p>{opening}</p>{BODY * 5}</div>")
    assert texts(document)[0] == opening


def test_a_headline_that_the_copy_only_mentions_is_kept() -> None:
    opening = "<p>Ủy ban nhân dân xã ban hành Kế hoạch chuyển đổi số, như sau:</p>"
    document = read(f"<h1>Kế hoạch chuyển đổi số</h1><div>{opening}{BODY * 5}</div>")
    assert texts(document)[0] == "Kế hoạch chuyển đổi số"


def test_paragraphs_by_line_breaks_are_paragraphs() -> None:
    document = read(
        "<div>I. MỤC ĐÍCH<br><br>1. Nâng cao nhận thức của cán bộ, công chức.<br>"
        "2. Bảo đảm thiết thực, hiệu<br>quả.<br>- Đạt 90% trở lên.</div>"
    )
    assert texts(document) == [
        "I. MỤC ĐÍCH",
        "1. Nâng cao nhận thức của cán bộ, công chức.",
        "2. Bảo đảm thiết thực, hiệu quả.",
        "- Đạt 90% trở lên.",
    ]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<ol><li>Rà soát<li>Công khai</ol>", ["1. Rà soát", "2. Công khai"]),
        ("<ol start=4><li>Rà soát<li value=9>Công khai</ol>", ["4. Rà soát", "9. Công khai"]),
        ("<ol type=a><li>Rà soát<li>Công khai</ol>", ["a. Rà soát", "b. Công khai"]),
        ("<ol type=I><li>Rà soát<li>Công khai</ol>", ["I. Rà soát", "II. Công khai"]),
        ("<ol style='list-style-type: lower-roman'><li>Rà soát</ol>", ["i. Rà soát"]),
        ("<ol reversed><li>Rà soát<li>Công khai</ol>", ["2. Rà soát", "1. Công khai"]),
        ("<ol><li>1. Rà soát<li>2. Công khai</ol>", ["1. Rà soát", "2. Công khai"]),
        ("<ul><li>Rà soát<li>- Công khai</ul>", ["- Rà soát", "- Công khai"]),
        ("<ul style='list-style:none'><li>Rà soát</ul>", ["Rà soát"]),
        ("<ol><li>Lập<ul><li>hồ sơ</ul><li>Báo cáo</ol>", ["1. Lập", "- hồ sơ", "2. Báo cáo"]),
        ("<ol><li><p>Rà soát</p><p>Đến hết năm.</p></ol>", ["1. Rà soát", "Đến hết năm."]),
        ("<ol start='99999999999'><li>Rà soát</ol>", ["1. Rà soát"]),
    ],
)  # fmt: skip
def test_lists_keep_the_numbers_a_browser_prints(html: str, said: list[str]) -> None:
    assert texts(read(html)) == said


def test_a_data_table_keeps_its_grid() -> None:
    document = read(
        "<table border=1><tr><th rowspan=2>TT</th><th colspan=2>Chỉ tiêu</th></tr>"
        "<tr><th>Năm 2025</th><th>Năm 2026</th></tr>"
        "<tr><td>1</td><td>80%<br>hồ sơ</td><td></td></tr></table>"
    )
    cells = [
        (b.text, b.cell.row, b.cell.column, b.cell.row_span, b.cell.column_span)
        for b in document.blocks
        if b.cell and not b.cell.borderless
    ]
    assert cells == [
        ("TT", 0, 0, 2, 1),
        ("Chỉ tiêu", 0, 1, 1, 2),
        ("Năm 2025", 1, 1, 1, 1),
        ("Năm 2026", 1, 2, 1, 1),
        ("1", 2, 0, 1, 1),
        ("80% hồ sơ", 2, 1, 1, 1),
        ("", 2, 2, 1, 1),
    ]
    assert block(document, "TT").style.bold


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("đạt 90%<sup>1</sup> năm 2026<sup><a href='#f'>[2]</a></sup>", "đạt 90%[1] năm 2026[2]"),
        ("rộng 500 m<sup>2</sup>, 30 km<sup>2</sup>", "rộng 500 m2, 30 km2"),
        ("<span style='display:none'>Số 9</span>còn <del>80%</del> 85%", "còn 85%"),
        ("<span style='text-transform: uppercase'>kế hoạch</span>", "KẾ HOẠCH"),
        ("K&#7871; ho&#x1EA1;ch&#8203; n&acirc;ng", "Kế hoạch nâng"),
        ("Ke\u0302\u0301 hoạch", "Kế hoạch"),
        ("<pre>Số: 1/KH\n\nKế hoạch</pre>", "Số: 1/KH\nKế hoạch"),
        ("a<script>b</script><!-- c --><button>d</button><textarea>e</textarea>f", "af"),
        ("<font>một </font><span>hai</span><o:p></o:p>", "một hai"),
    ],
)
def test_what_a_reader_sees_is_what_is_read(html: str, said: str) -> None:
    assert "\n".join(texts(read(f"<p>{html}</p>"))) == said


def test_footnotes_of_a_word_page_are_footnotes() -> None:
    document = read(
        f"{LETTERHEAD}<p>Thực hiện theo quy định<a href='#n1'><sup>[1]</sup></a>.</p>"
        "<div><p><a href='#r1'>[1]</a> Nghị quyết số 4/NQ-HĐND.</p></div>"
    )
    assert document.blocks[-1].kind is BlockKind.FOOTNOTE


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "windows-1258"])
def test_the_character_set_is_found(charset: str) -> None:
    text = "Kế hoạch của xã Phú Lạc".encode(charset, "replace") if charset != "windows-1258" else (
        "Kê\u0301 hoa\u0323ch cu\u0309a xa\u0303 Phu\u0301 La\u0323c".encode(charset)
    )  # fmt: skip
    head = f"<html><meta charset={charset}><body><p>".encode(charset)
    document = read_source(head + text.removeprefix(b"\xff\xfe") + "</p>".encode(charset)[-8:])
    assert document.text.startswith("Kế hoạch của xã Phú Lạc")


def letter(body: bytes, encoding: str) -> bytes:
    return (
        b"From: <Saved by Blink>\r\nSubject: Ke hoach\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: "
        + encoding.encode() + b"\r\n\r\n" + body
        + b"\r\n--x\r\nContent-Type: image/png\r\n\r\nPNG\r\n--x--\r\n"
    )  # fmt: skip


def test_a_page_saved_as_one_file_is_read() -> None:
    document = read_source(letter(base64.encodebytes(PORTAL.encode()), "base64"))
    assert texts(document) == OWN and document.format == "mht"


def test_a_letter_without_a_page_is_told() -> None:
    data = letter(b"", "8bit").replace(b"text/html", b"text/css")
    data = data.replace(b"multipart/related;", b'multipart/related; type="text/html";')
    with pytest.raises(UnreadableFile, match="không có trang web"):
        read_source(data)


@pytest.mark.parametrize(
    "html",
    [
        "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><html><p>&a; Kế hoạch</p>",
        "<!DOCTYPE html SYSTEM 'http://127.0.0.1:1/x.dtd'><html><p>Kế hoạch</p>"
        "<img src='http://127.0.0.1:1/a.png'><link href='http://127.0.0.1:1/a.css'>",
    ],
)
def test_nothing_is_fetched_and_no_entity_is_resolved(
    html: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("a connection"))
    text = read_source(html.encode()).text
    assert text.endswith("Kế hoạch")
    assert Path("/etc/hostname").read_text().strip() not in text


def test_a_page_that_only_embeds_the_document_says_so() -> None:
    document = read("<div><p>Kế hoạch số 12</p><iframe src='a.pdf'></iframe></div>")
    assert [notice.code for notice in document.notices] == ["embedded_content"]
    with pytest.raises(UnreadableFile, match="tệp gốc"):
        read("<img src='scan.png'>")


@pytest.mark.parametrize(
    "html",
    [
        "<p>Kế hoạch</p>" + "<div>" * 5000 + "x" + "</div>" * 5000,
        "<p>Kế hoạch</p>" + "<b><i>" * 5000,
        "<p>Kế hoạch</p>" + "<table><tr><td>" * 200 + "x",
        "<p>Kế hoạch" + "x" * 11_000_000,
    ],
    ids=["deep", "unclosed", "tables", "long"],
)
def test_a_page_of_which_the_end_would_be_missing_is_refused(html: str) -> None:
    with pytest.raises(UnreadableFile, match="quá sâu hoặc có đoạn quá dài"):
        read(html)


@pytest.mark.parametrize(
    "html",
    [
        "<table>" + "<tr><td rowspan=9999999 colspan=9999999>a" * 300 + "</table><p>Kế hoạch",
        "<p style='" + "a:b;" * 90000 + "'>x</p><p>Kế hoạch",
        "<p>x\0\0</p><p>Kế hoạch",
        "<div>" * 200 + "<ol><li>" * 20 + "</ol>" * 20 + "</div>" * 200 + "<p>Kế hoạch",
    ],
    ids=["spans", "style", "nul", "nested"],
)
def test_an_odd_page_is_read_to_its_end(html: str) -> None:
    assert read(html).text.endswith("Kế hoạch")


def test_a_page_over_the_limit_is_refused() -> None:
    with using(Limits(text_bytes=1000)), pytest.raises(UnreadableFile, match="quá dài"):
        read("<p>Kế hoạch</p>" * 100)
