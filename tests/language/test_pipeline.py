"""The spaCy pipeline: four components, found by their entry points, with values on their spans."""

from __future__ import annotations

import pytest

from extractor.language.pipeline import COMPONENTS, make_nlp
from extractor.recognise.model import Citation

TEXT = (
    "Căn cứ Kế hoạch số 24/KH-UBND ngày 29/01/2026 của UBND tỉnh Hòa Giang;\n"
    "Sở Nội vụ báo cáo trước ngày 15/3/2026, đạt tối thiểu 95%."
)


def test_each_component_is_there_once() -> None:
    assert make_nlp().pipe_names == list(COMPONENTS)
    assert make_nlp() is make_nlp()


@pytest.mark.parametrize(
    ("name", "quotes"),
    [
        ("kehoach_citations", ["Kế hoạch số 24/KH-UBND ngày 29/01/2026 của UBND tỉnh Hòa Giang"]),
        ("kehoach_dates", ["ngày 29/01/2026", "trước ngày 15/3/2026"]),
        ("kehoach_quantities", ["tối thiểu 95%"]),
        ("kehoach_organisations", ["UBND tỉnh Hòa Giang", "Sở Nội vụ"]),
    ],
)
def test_mentions_are_spans_of_the_doc(name: str, quotes: list[str]) -> None:
    doc = make_nlp()(TEXT)
    assert [span.text for span in doc.spans[name]] == quotes


def test_a_span_carries_its_value() -> None:
    doc = make_nlp()(TEXT)
    value = doc.spans["kehoach_citations"][0]._.kehoach
    assert isinstance(value, Citation)
    assert value.number == "24/KH-UBND"
