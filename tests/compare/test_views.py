"""Pages and workbooks: nothing of a plan can run in them, and two runs give the same bytes."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from html.parser import HTMLParser

from openpyxl import load_workbook

from corpus.render import HERE
from extractor.compare.cascade import cascade
from extractor.compare.compare import compare
from extractor.compare.comparison_page import comparison_page, sheets
from extractor.compare.matrix import matrix
from extractor.compare.matrix_page import wide_page
from extractor.compare.show_cascade import tables as cascade_tables
from extractor.compare.show_matrix import long, wide
from extractor.compare.tables import Cell, Table
from extractor.compare.workbook import workbook
from extractor.plan.facts import facts_from_json
from extractor.plan.model import Plan
from tests.compare.making import plan

HOSTILE = "<script>alert(1)</script>\"' onload=x <img src=//h/x> =CMD() &amp;"
VOID = {"meta", "col", "br"}


def gold(name: str) -> Plan:
    return facts_from_json((HERE / f"{name}-ho-so-thong-suot" / "gold.json").read_bytes())


def hostile() -> Plan:
    return plan(
        document={"title": HOSTILE, "number": HOSTILE, "issuer": {"name": HOSTILE}},
        targets=[{"indicator": HOSTILE, "group": HOSTILE, "unit": HOSTILE, "quote": HOSTILE}],
        legal_bases=[{"relation": "other", "title": HOSTILE, "quote": HOSTILE}],
        responsible_units=[{"name": HOSTILE, "roles": ["lead"], "quote": HOSTILE}],
        awards={"funding": HOSTILE},
    )


class Seen(HTMLParser):
    """Tags and attributes of a page, and whether every tag that opens closes."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def pages() -> dict[str, bytes]:
    bad, good = hostile(), gold("phu-lac")
    made = matrix([bad, good])
    below = cascade(bad, [good, hostile()])
    _, first, *rest = cascade_tables(below, bad, [good, hostile()])
    return {
        "compare": comparison_page(
            [(compare(bad, good), bad, good), (compare(good, bad), good, bad)]
        ),
        "matrix": wide_page(HOSTILE, [HOSTILE], wide(made)),
        "cascade": wide_page("k", [], first, rest),
    }


def test_no_word_of_a_plan_becomes_markup() -> None:
    allowed = {"meta", "html", "head", "title", "style", "body"}
    for name, page in pages().items():
        seen = Seen(page)
        assert seen.open == [], name
        assert not seen.tags & {"script", "img", "link", "iframe", "object", "form"}, name
        assert not [a for a in seen.attributes if a.startswith("on") or a in ("src", "action")]
        assert allowed <= seen.tags


def test_pages_load_nothing_and_stand_on_narrow_screens_and_paper() -> None:
    for page in pages().values():
        words = page.decode("utf-8")
        assert "default-src 'none'" in words and 'lang="vi"' in words
        assert not re.search(r"(?:href|src)=\"(?!#)", words)
        assert not re.search(r"url\(|@import", words)
        assert "width=device-width" in words and "@media print" in words


def test_both_sentences_stand_beside_each_finding() -> None:
    a, b = gold("hoa-giang"), gold("phu-lac")
    comparison = compare(a, b)

    page = comparison_page([(comparison, a, b)]).decode("utf-8")

    assert page.count('<article class="finding') == len(comparison.findings) > 0
    first = page.index('<article class="finding')
    assert first < page.index("<table")
    for finding in comparison.findings:
        for place in (finding.a, finding.b):
            assert place is None or place.quote.split()[0] in page


def test_a_sheet_has_its_header_frozen_a_filter_and_text_as_text() -> None:
    rows = ((Cell("=1+1"), Cell("5", value=5), Cell("30/6/2026", value=date(2026, 6, 30))),)
    data = workbook([Table("Chỉ tiêu/1", ("=A", "Số", "Ngày"), rows)])

    (sheet,) = load_workbook(io.BytesIO(data)).worksheets

    assert sheet.title == "Chỉ tiêu 1"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:C2")
    assert [cell.value for cell in sheet[2]] == ["=1+1", 5, datetime(2026, 6, 30)]
    assert [cell.data_type for cell in sheet[1]] == ["s", "s", "s"]
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "d"]


def test_nothing_in_a_workbook_is_a_formula_and_it_is_the_same_twice() -> None:
    bad, good = hostile(), gold("phu-lac")
    made = [(compare(bad, good), bad, good)]

    data = workbook(sheets(made))

    assert data == workbook(sheets(made))
    cells = [c for s in load_workbook(io.BytesIO(data)) for r in s.iter_rows() for c in r]
    assert cells and not [cell for cell in cells if cell.data_type == "f"]


def test_the_list_of_a_matrix_has_days_as_days() -> None:
    plans = [gold("phu-lac"), gold("tan-my")]
    data = workbook([wide(matrix(plans)), long(matrix(plans), plans)])

    sheet = load_workbook(io.BytesIO(data))["Danh sách"]

    days = [row[7].value for row in sheet.iter_rows(min_row=2) if row[7].value]
    assert days and all(isinstance(day, datetime) for day in days)


def test_sheets_of_one_name_are_told_apart() -> None:
    table = Table("Một tên rất dài để làm tên của một trang tính", ("A",), ())

    names = load_workbook(io.BytesIO(workbook([table, table]))).sheetnames

    assert len(set(names)) == 2 and all(len(name) <= 31 for name in names)
