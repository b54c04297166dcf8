"""A campaign's indicators as the data folder of an Open SDG site.

In: a subject. Out, for each indicator: `data/indicator_1-1.csv` (headings only: a plan has targets
and no figures yet), `indicator-config/1-1.yml`, `meta/1-1.yml`. The first number is that of the
group, the second that of the indicator in it. Open SDG knows neither "at least" nor a target of
nought: both are told. Source: the indicator configuration page of the Open SDG documentation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from extractor.campaign.model import Campaign, Indicator, Milestone
from extractor.export.losses import parts_lost
from extractor.export.model import Export, Lost, Subject
from extractor.export.words import amount
from extractor.inert import shown
from extractor.plan.words import SIGNS, decimal
from extractor.text import folded

_NAME = "Open SDG"
_DIRECTIONS = {"increase": "positive", "decrease": "negative"}
_NOUGHT = 0.001  # what Open SDG takes in place of a target of 0


def export(subject: Subject) -> Export:
    """The folder."""
    campaign = subject.campaign
    files: dict[str, bytes] = {}
    for number, indicator in numbered(campaign):
        slug = number.replace(".", "-")
        files[f"data/indicator_{slug}.csv"] = b"Year,Units,Value\n"
        files[f"indicator-config/{slug}.yml"] = _yaml(_config(number, indicator))
        files[f"meta/{slug}.yml"] = _yaml(_meta(campaign, indicator))
    return Export(files, (*_lost(campaign), *parts_lost(campaign, _NAME)))


def numbered(campaign: Campaign) -> Iterator[tuple[str, Indicator]]:
    """The indicators with their numbers: `2.1` is the first one of the second group."""
    groups: dict[str, int] = {}
    counts: dict[int, int] = {}
    for indicator in campaign.indicators:
        group = groups.setdefault(folded(indicator.group or ""), len(groups) + 1)
        counts[group] = counts.get(group, 0) + 1
        yield f"{group}.{counts[group]}", indicator


def _config(number: str, indicator: Indicator) -> dict[str, Any]:
    config: dict[str, Any] = {
        "indicator_number": number,
        "indicator_name": shown(indicator.name),
        "indicator_sort_order": "-".join(part.zfill(3) for part in number.split(".")),
        "data_non_statistical": False,
        "reporting_status": "notstarted",
        "published": True,
        "graph_type": "line",
        "graph_title": shown(indicator.name),
        "graph_target_lines": [line for one in indicator.milestones for line in _lines(one)],
    }
    options = _progress(indicator)
    if options:
        config["auto_progress_calculation"] = True
        config["progress_calculation_options"] = [options]
    return config


def _lines(milestone: Milestone) -> Iterator[dict[str, Any]]:
    year = f"{milestone.due.day[:4]}: " if milestone.due else ""
    threshold = milestone.threshold
    for value in (threshold.value, threshold.value_max):
        if value is not None:
            label = f"{year}{SIGNS[threshold.operator]} {decimal(value)}"
            yield {"label_content": label, "value": value}


def _progress(indicator: Indicator) -> dict[str, Any] | None:
    """How progress is counted: only towards a dated end whose better way is known."""
    dated = [one for one in indicator.milestones if one.due]
    if not dated or indicator.direction is None:
        return None
    last = dated[-1]
    if last.due is None or last.threshold.value_max is not None:
        return None
    return {
        "direction": _DIRECTIONS[indicator.direction],
        "target": last.threshold.value or _NOUGHT,
        "target_year": int(last.due.day[:4]),
    }


def _meta(campaign: Campaign, indicator: Indicator) -> dict[str, Any]:
    quotes = [link.quote for one in indicator.milestones for link in one.evidence]
    stated = "; ".join(amount(one.threshold, indicator.unit) for one in indicator.milestones)
    facts = {
        "national_indicator_description": indicator.name,
        "computation_units": "%" if indicator.unit == "percent" else indicator.unit,
        "national_target": stated,
        "population": indicator.subject,
        "source_organisation_1": campaign.offices[0].name if campaign.offices else None,
        "source_other_info_1": " | ".join(quotes),
        "other_info": campaign.plan.uri or campaign.name,
    }
    return {key: shown(value) for key, value in facts.items() if value}


def _lost(campaign: Campaign) -> Iterator[Lost]:
    for number, indicator in numbered(campaign):
        for reason in _reasons(indicator):
            yield Lost(number, f"{_NAME} {reason}", indicator.name)


def _reasons(indicator: Indicator) -> Iterator[str]:
    operators = {one.threshold.operator for one in indicator.milestones} - {"eq"}
    if operators:
        signs = ", ".join(sorted(SIGNS[operator] for operator in operators))
        yield f"không có phép so sánh ({signs}); chỉ còn trong nhãn của đường chỉ tiêu"
    if any(one.threshold.value == 0 for one in indicator.milestones):
        yield f"coi chỉ tiêu 0 là {decimal(_NOUGHT)}"
    if any(one.due is None for one in indicator.milestones):
        yield "cần năm đích, kế hoạch không nêu thời hạn"
    if any(one.due and one.due.day[5:] != "12-31" for one in indicator.milestones):
        yield "chỉ có năm, thời hạn trong năm bị bỏ"
    if indicator.direction is None:
        yield "không tính tiến độ vì không rõ tăng hay giảm là tốt"
    if indicator.change:
        yield "không phân biệt mức thay đổi với mức phải đạt"
    if any(one.threshold.per for one in indicator.milestones):
        yield "không có chu kỳ tính (mỗi năm, mỗi tháng)"
    if indicator.context == "award":
        yield "không phân biệt điều kiện khen thưởng với chỉ tiêu"


def _yaml(value: dict[str, Any]) -> bytes:
    text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100)
    return text.encode()
