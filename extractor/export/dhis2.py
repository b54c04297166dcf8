"""A campaign's indicators as DHIS2 metadata, and its targets as data values.

In: a subject. Out: `metadata.json` for `POST /api/metadata` (for each indicator two data elements,
what must be reached and what was, and an indicator that shows the second) and `data-values.csv` for
`POST /api/dataValueSets` with `dataElementIdScheme=CODE` and `orgUnitIdScheme=CODE`. Ids are eleven
letters and digits that follow from the indicator. The comparison goes into the comment of a value.
Source: DHIS2 developer guide, metadata and data values.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import string
from collections.abc import Iterator
from typing import Any

from extractor.campaign.model import Campaign, Day, Indicator, Milestone
from extractor.export.losses import parts_lost
from extractor.export.model import Export, Lost, Subject
from extractor.export.words import amount
from extractor.inert import defused, shown
from extractor.plan.words import SIGNS, decimal

METADATA, VALUES = "metadata.json", "data-values.csv"
_NAME = "DHIS2"
_LETTERS = string.ascii_letters
_SIGNS = string.ascii_letters + string.digits
_LONGEST, _SHORTEST = 230, 50  # characters of a name and of a short name
_NUMBER_TYPE = "Số (hệ số 1)"


def export(subject: Subject) -> Export:
    """The metadata and the values."""
    campaign = subject.campaign
    files = {METADATA: _metadata(campaign), VALUES: _values(campaign)}
    return Export(files, (*_lost(campaign), *parts_lost(campaign, _NAME)))


def uid(ground: str) -> str:
    """Eleven letters and digits, a letter first, that follow from `ground`."""
    number = int.from_bytes(hashlib.sha256(ground.encode()).digest(), "big")
    number, first = divmod(number, len(_LETTERS))
    found = [_LETTERS[first]]
    for _ in range(10):
        number, place = divmod(number, len(_SIGNS))
        found.append(_SIGNS[place])
    return "".join(found)


def _metadata(campaign: Campaign) -> bytes:
    kind = {"id": uid(_NUMBER_TYPE), "name": _NUMBER_TYPE, "factor": 1, "number": True}
    metadata = {
        "dataElements": [one for item in campaign.indicators for one in _elements(campaign, item)],
        "indicatorTypes": [kind] if campaign.indicators else [],
        "indicators": [_indicator(campaign, item, kind["id"]) for item in campaign.indicators],
    }
    return (json.dumps(metadata, ensure_ascii=False, indent=1) + "\n").encode()


def _elements(campaign: Campaign, indicator: Indicator) -> Iterator[dict[str, Any]]:
    for suffix, words in (("T", "Phải đạt"), ("A", "Thực hiện")):
        yield {
            **_named(campaign, indicator, suffix, words),
            "description": shown(_told(indicator)),
            "domainType": "AGGREGATE",
            "valueType": "NUMBER",
            "aggregationType": "NONE",
            "zeroIsSignificant": True,
        }


def _indicator(campaign: Campaign, indicator: Indicator, kind: object) -> dict[str, Any]:
    actual = _named(campaign, indicator, "A", "")["id"]
    return {
        **_named(campaign, indicator, "I", "Chỉ tiêu"),
        "description": shown(_told(indicator)),
        "indicatorType": {"id": kind},
        "numerator": f"#{{{actual}}}",
        "numeratorDescription": "Thực hiện",
        "denominator": "1",
        "denominatorDescription": "1",
        "annualized": False,
    }


def _named(campaign: Campaign, indicator: Indicator, suffix: str, words: str) -> dict[str, Any]:
    # The code stands in both names: two indicators may be called the same.
    code = f"{campaign.id}_{indicator.id}_{suffix}"
    tail = f" [{indicator.id}]"
    name = shown(f"{words}: {indicator.name}")
    return {
        "id": uid(code),
        "code": code,
        "name": name[: _LONGEST - len(tail)] + tail,
        "shortName": name[: _SHORTEST - len(tail)] + tail,
    }


def _told(indicator: Indicator) -> str:
    stated = (amount(one.threshold, indicator.unit) for one in indicator.milestones)
    return ". ".join(filter(None, (indicator.group, indicator.subject, "; ".join(stated))))


def _values(campaign: Campaign) -> bytes:
    handle = io.StringIO()
    writer = csv.writer(handle, lineterminator="\n")
    writer.writerow([
        "dataelement", "period", "orgunit", "categoryoptioncombo", "attributeoptioncombo",
        "value", "storedby", "lastupdated", "comment", "followup",
    ])  # fmt: skip
    office = _office(campaign)
    for indicator in campaign.indicators:
        for milestone in indicator.milestones:
            if milestone.due and office:
                writer.writerow(_row(campaign, indicator, milestone, milestone.due, office))
    return handle.getvalue().encode()


def _row(
    campaign: Campaign, indicator: Indicator, milestone: Milestone, due: Day, office: str
) -> list[str]:
    code = _named(campaign, indicator, "T", "")["code"]
    comment = defused(amount(milestone.threshold, indicator.unit))
    period = due.stated.replace("-", "")  # 2026, 202603, 20260604: DHIS2's own forms
    return [code, period, office, "", "", str(milestone.threshold.value), "", "", comment, ""]


def _office(campaign: Campaign) -> str | None:
    """The code of the issuing office; a system gives its own unit this code before it loads."""
    return next((one.id for one in campaign.offices if "issuer" in one.roles), None)


def _lost(campaign: Campaign) -> Iterator[Lost]:
    office = _office(campaign)
    if campaign.indicators and office is None:
        yield Lost("orgunit", "không rõ cơ quan ban hành nên không có giá trị nào để nạp")
    elif campaign.indicators:
        yield Lost("orgunit", f"đơn vị phải có sẵn trong {_NAME} với mã (code) {office}")
    for indicator in campaign.indicators:
        for reason in _reasons(indicator):
            yield Lost(indicator.id, f"{_NAME} {reason}", indicator.name)


def _reasons(indicator: Indicator) -> Iterator[str]:
    operators = {one.threshold.operator for one in indicator.milestones} - {"eq"}
    if operators:
        signs = ", ".join(sorted(SIGNS[operator] for operator in operators))
        yield f"không có phép so sánh ({signs}); chỉ còn trong cột comment"
    for one in indicator.milestones:
        if one.threshold.value_max is not None:
            yield f"chỉ nhận một giá trị; bỏ giá trị trên {decimal(one.threshold.value_max)}"
    if any(one.due is None for one in indicator.milestones):
        yield "cần kỳ, kế hoạch không nêu thời hạn nên mức không được nạp"
    if indicator.change:
        yield "không phân biệt mức thay đổi với mức phải đạt"
    if any(one.threshold.per for one in indicator.milestones):
        yield "không có chu kỳ tính (mỗi năm, mỗi tháng)"
