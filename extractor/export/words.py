"""The Vietnamese words for closed values, as people read them in every form.

`KINDS["report"]` is `Báo cáo`; `amount(Threshold(operator="ge", value=90), "percent")` is `≥ 90%`.
"""

from __future__ import annotations

from extractor.campaign.model import Threshold
from extractor.plan import words
from extractor.plan.words import PERIODS, SIGNS, decimal

KINDS = {kind: word.capitalize() for kind, word in words.KINDS.items()}
FAMILIES = {  # in the order in which a person asks for them
    "targets": "Chỉ tiêu",
    "time_windows": "Thời gian",
    "assignments": "Phân công",
    "responsible_units": "Đơn vị",
    "awards": "Khen thưởng",
    "legal_bases": "Căn cứ",
    "citations": "Viện dẫn",
    "document": "Thể thức",
}
VALUES = {  # of the document and the awards that are no facts of their own
    "type": "Loại văn bản",
    "number": "Số, ký hiệu",
    "date": "Ngày ban hành",
    "place": "Địa danh",
    "title": "Trích yếu",
    "theme": "Chủ đề",
    "issuer.name": "Cơ quan ban hành",
    "issuer.kind": "Loại cơ quan",
    "issuer.level": "Cấp",
    "signer.name": "Người ký",
    "signer.position": "Chức vụ người ký",
    "signer.capacity": "Thẩm quyền ký",
    "recipients": "Nơi nhận",
    "funding": "Kinh phí khen thưởng",
    "dossier": "Hồ sơ khen thưởng",
}


def amount(threshold: Threshold, unit: str) -> str:
    """A threshold with its unit: `từ 3 đến 5 buổi mỗi năm`."""
    upper = f" đến {decimal(threshold.value_max)}" if threshold.value_max is not None else ""
    noun = "%" if unit == "percent" else f" {unit}"
    per = f" mỗi {PERIODS[threshold.per]}" if threshold.per else ""
    return f"{SIGNS[threshold.operator]} {decimal(threshold.value)}{upper}{noun}".rstrip() + per
