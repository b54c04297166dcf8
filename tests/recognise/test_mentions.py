"""All recognisers over one text: what is free, what lies where, and offsets that hold."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.recognise.mentions import Mentions, recognise
from extractor.span import Span

TEXT = (
    "Thực hiện Kế hoạch số 24/KH-UBND ngày 29/01/2026 của UBND tỉnh về cải cách;\n"
    "Sở Nội vụ chủ trì, đạt ít nhất 95% trước ngày 15/3/2026."
)

# Pieces of the language, so that random texts come near to what the patterns look for.
PIECES = st.sampled_from(
    [
        *("Luật sửa đổi, bổ sung một số điều của ", "Kế hoạch số ", "24/KH-UBND", "57-NQ/TW "),
        *("ngày ", "15/3/2026", "năm 2026", "của UBND tỉnh", "về ", "từ ", "đến ", "trước "),
        *("hằng quý", "95%", "trở lên", "Điều 5", "tháng 4-5/2026", "1.", "NĐ CP", "Sở Nội vụ"),
        *("các sở, ban, ngành", "ngày   tháng   năm 2026", "HOÀ", "Ǆİ", "“", "”", "; ", ", "),
        *(" và ", "(", ")", "\n", "  ", "\u00a0"),
    ]
)


def spans(mentions: Mentions) -> list[Span]:
    found = [m.span for m in mentions.citations]
    found += [m.span for m in mentions.dates]
    found += [m.span for m in mentions.quantities]
    return found + [m.span for m in mentions.organisations]


def test_dates_inside_a_citation_are_not_free() -> None:
    assert [date.date for date in recognise(TEXT).free_dates] == ["2026-03-15"]


def test_mentions_of_one_place() -> None:
    mentions = recognise(TEXT)
    second = Span(TEXT.index("\n") + 1, len(TEXT))
    assert mentions.citations_in(second) == ()
    assert [q.value for q in mentions.quantities_in(second)] == [95]
    assert [o.name for o in mentions.organisations_in(second)] == ["Sở Nội vụ"]
    assert [d.date for d in mentions.dates_in(second)] == ["2026-03-15"]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_every_mention_lies_in_the_text_and_in_one_block(text: str) -> None:
    for span in spans(recognise(text)):
        assert 0 <= span.start < span.end <= len(text)
        assert "\n" not in span.of(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for span in spans(recognise(text)):
        assert span.end <= len(text)


def test_a_block_reads_the_same_alone_and_among_others() -> None:
    block = TEXT.split("\n")[1]
    alone = [q.span.of(block) for q in recognise(block).quantities]
    among = [q.span.of(TEXT) for q in recognise(TEXT).quantities]
    assert alone == among
