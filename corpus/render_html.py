"""A sheet as a saved page of a public authority's site: the plan, and all that a site puts around.

Menus, a search field, a column of other news, sharing buttons, related items and the foot of the
site stand around the plan; its letterhead and foot are tables without rules, its annex tables ruled
ones. Nothing of the furniture belongs to the plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from corpus.layout import Columns, Grid, GridCell, Look, NewPage, Para, Piece, Run, Sheet, runs_of

_ALIGN = {Look.CENTRED: "center", Look.LEFT: "left"}
_PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8">
<title>{title} - Cổng thông tin điện tử</title>
<style>.menu li {{ display: inline }} table.data td {{ border: 1px solid #000 }}</style>
<script>var site = {{ "trang": "van-ban", "so": 12 }};</script></head>
<body>
<div class="top"><span>Thứ Hai, 05/01/2026</span> <a href="/dang-nhap">Đăng nhập</a></div>
<header><a href="/"><img src="logo.png" alt="Cổng thông tin điện tử"></a>
<nav><ul class="menu"><li><a href="/">Trang chủ</a></li><li><a href="/g">Giới thiệu</a></li>
<li><a href="/tin-tuc">Tin tức - Sự kiện</a></li><li><a href="/van-ban">Văn bản chỉ đạo</a></li>
<li><a href="/dvc">Dịch vụ công trực tuyến</a></li><li><a href="/l">Liên hệ</a></li></ul></nav>
<form action="/tim"><input name="q" value="Tìm kiếm"><button>Tìm</button></form></header>
<div class="page"><div class="main">
<div class="crumbs"><a href="/">Trang chủ</a> &raquo; <a href="/van-ban">Văn bản chỉ đạo</a></div>
<h1 class="headline">{title}</h1>
<div class="meta"><span>Đăng ngày 05/01/2026 08:15</span> <span>Lượt xem: 1.204</span>
<a href="javascript:print()">In trang</a> <a href="/doc">Đọc bài viết</a></div>
<div class="content">
{content}
</div>
<div class="share"><a href="/f">Chia sẻ</a> <a href="/z">Zalo</a> <a href="/m">Gửi email</a></div>
<div class="related"><h3>Tin cùng chuyên mục</h3><ul>
<li><a href="/1">Kế hoạch số 12/KH-UBND về kiểm tra công vụ năm 2026</a> <em>(03/01)</em></li>
<li><a href="/2">Quyết định số 45/QĐ-UBND về giao 15 chỉ tiêu năm 2026</a> <em>(02/01)</em></li>
<li><a href="/3">Phấn đấu 100% thôn có nhà văn hóa trước ngày 30/6/2026</a></li></ul></div>
</div>
<aside><h3>Văn bản mới</h3><ul><li><a href="/4">Thông báo số 7/TB-UBND lịch tiếp công dân</a></li>
<li><a href="/5">Giấy mời họp triển khai nhiệm vụ quý I</a></li></ul>
<h3>Liên kết</h3><p><a href="/6">Báo điện tử</a></p><p>Đang truy cập: 37</p></aside></div>
<footer><p>Cơ quan chủ quản: Văn phòng. Địa chỉ: số 1, đường Trung tâm.</p>
<p>Điện thoại: 0200 1234567. Ghi rõ nguồn khi đăng lại thông tin từ trang này.</p></footer>
</body></html>
"""


def render_html(sheet: Sheet) -> bytes:
    """The bytes of the page, UTF-8."""
    content = "\n".join(line for piece in sheet.pieces for line in _piece(piece))
    return _PAGE.format(title=escape(sheet.title), content=content).encode()


def _piece(piece: Piece) -> Iterator[str]:
    match piece:
        case Para():
            yield _paragraph(piece)
        case Columns():
            yield from _columns(piece)
        case Grid():
            yield from _grid(piece)
        case NewPage():
            yield "<p>&nbsp;</p>"


def _paragraph(para: Para) -> str:
    align = _ALIGN.get(para.look, "justify")
    words = "".join(map(_run, para.runs))
    return f'<p style="text-align: {align};"><span style="font-size: 14pt;">{words}</span></p>'


def _run(run: Run) -> str:
    words = escape(run.text).replace("  ", "&nbsp; ")
    words = f"<strong>{words}</strong>" if run.bold else words
    return f"<em>{words}</em>" if run.italic else words


def _columns(columns: Columns) -> Iterator[str]:
    yield '<table style="width: 100%; border: none;"><tbody>'
    left = round(100 * columns.left_share)
    for row in columns.rows:
        yield "<tr>"
        for paras, share in ((row.left, left), (row.right, 100 - left)):
            yield f'<td style="width: {share}%;">{"".join(map(_paragraph, paras))}</td>'
        yield "</tr>"
    yield "</tbody></table>"


def _grid(grid: Grid) -> Iterator[str]:
    yield '<table class="data" border="1"><tbody>'
    for number in range(grid.height):
        cells = sorted((one for one in grid.cells if one.row == number), key=lambda c: c.column)
        yield f"<tr>{''.join(_cell(one, grid) for one in cells)}</tr>"
    yield "</tbody></table>"


def _cell(cell: GridCell, grid: Grid) -> str:
    tag = "th" if cell.row < grid.header else "td"
    spans = [("rowspan", cell.row_span), ("colspan", cell.column_span)]
    said = "".join(f' {name}="{count}"' for name, count in spans if count > 1)
    words = "".join(map(_run, runs_of(cell.text, bold=cell.column_span == len(grid.widths))))
    return f"<{tag}{said}><p>{words}</p></{tag}>"
