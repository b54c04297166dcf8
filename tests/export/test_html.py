"""The page: the whole text, every fact in its place, nothing that runs or loads."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from msgspec import structs

from extractor.errors import InvalidRecord
from extractor.export.facts import Mark, marks_of
from extractor.export.highlight import Piece, pieces
from extractor.export.html import export
from extractor.inert import shown
from tests.export.made import hostile, subject, with_run
from tests.sample_plan import TEXT


class Page(HTMLParser):
    """Collects the article's lines, the words under each mark, and every tag and attribute."""

    def __init__(self, data: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.marked: dict[str, str] = {}
        self.open: list[str] = []
        self.inside = self.skip = False
        self.feed(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)
        given = dict(attrs)
        if tag == "article":
            self.inside = True
        elif tag == "p" and self.inside:
            self.lines.append("")
        elif tag == "a" and self.inside:
            self.skip = True
        elif tag == "mark":
            self.open.append(given.get("title") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self.inside = False
        elif tag == "a":
            self.skip = False
        elif tag == "mark":
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.inside and self.lines and not self.skip:
            self.lines[-1] += data
            for title in self.open:
                self.marked[title] = self.marked.get(title, "") + data


def page(made: bytes) -> Page:
    return Page(made.decode())


def test_the_article_is_the_plans_text_line_by_line() -> None:
    found = page(export(subject()).main)

    assert [line.rstrip("\n") for line in found.lines] == TEXT.split("\n")


def test_each_fact_marks_its_quote_however_they_overlap() -> None:
    found = page(export(subject()).main)

    assert found.marked["Chỉ tiêu – Tỷ lệ hồ sơ được số hóa: ≥ 90% (đến 2026)"] == (
        "Tỷ lệ hồ sơ được số hóa đạt từ 90% trở lên"
    )
    award = "Tặng Giấy khen cho không quá 10 tập thể có thành tích xuất sắc"
    assert found.marked["Khen thưởng – Giấy khen: ≤ 10 tập thể"] == award
    assert found.marked["Khen thưởng – Giấy khen"] == "Giấy khen"
    assert found.marked["Khen thưởng – Tiêu chí khen thưởng"] == "có thành tích xuất sắc"
    assert found.marked["Thể thức – Cơ quan ban hành"] == "ỦY BAN NHÂN DÂN XÃ PHÚ LẠC"


def test_every_fact_is_listed_and_every_link_leads_somewhere() -> None:
    made = with_run()
    data = export(made).main.decode()

    ids = set(re.findall(r' id="([^"]+)"', data))
    assert set(re.findall(r'href="#([^"]+)"', data)) <= ids
    assert sum(name.startswith("l") for name in ids) == len(marks_of(made.plan))


def test_nothing_runs_and_nothing_loads() -> None:
    for made in (subject(), hostile()):
        data = export(made).main.decode()
        found = page(data.encode())

        assert not {"script", "link", "img", "iframe", "object", "form", "base"} & set(found.tags)
        names = [name for name, _ in found.attributes]
        assert not [name for name in names if name.startswith("on") or name in ("src", "style")]
        assert all((value or "").startswith("#") for name, value in found.attributes
                   if name == "href")  # fmt: skip
        style = re.search(r"<style>(.*?)</style>", data, re.DOTALL)
        assert style and "url(" not in style[1] and "@import" not in style[1]
        digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
        assert f"default-src 'none'; style-src 'sha256-{digest}'" in data


def test_a_hostile_text_stands_there_as_text() -> None:
    found = page(export(hostile()).main)

    told = "\n".join(line.rstrip("\n") for line in found.lines)
    lines = re.sub(r"\r\n?", "\n", shown(hostile().plan.text or ""))
    assert re.sub(r"\r\n?", "\n", told) == lines
    assert "<script>alert(1)</script>" in told


def test_each_family_can_be_hidden_without_a_script() -> None:
    data = export(subject()).main.decode()

    ticks = re.findall(r'<input class="k" type="checkbox" id="(k\d)" checked', data)
    assert len(ticks) == 8
    for tick in ticks:
        assert f'<label for="{tick}"' in data
        assert f"#{tick}:not(:checked) ~ main mark.f{tick[1:]}" in data


def test_a_record_without_its_text_is_refused_with_what_to_do() -> None:
    bare = structs.replace(subject().plan, text=None)

    with pytest.raises(InvalidRecord, match="kehoach extract"):
        export(subject(bare))


def mark(start: int, end: int) -> Mark:
    return Mark(start, end, "targets", "targets", "T", "", 1.0, None)


def test_overlapping_marks_are_cut_where_they_begin_and_end() -> None:
    assert list(pieces(10, [mark(0, 6), mark(4, 8)])) == [
        Piece(0, 4, (0,), ()),
        Piece(4, 6, (0, 1), (0,)),
        Piece(6, 8, (1,), (1,)),
        Piece(8, 10, (), ()),
    ]


def test_marks_beyond_the_text_and_empty_ones_do_no_harm() -> None:
    assert list(pieces(4, [mark(2, 9), mark(3, 3)])) == [
        Piece(0, 2, (), ()),
        Piece(2, 4, (0,), (0,)),
    ]
