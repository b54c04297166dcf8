"""One plan of a place that does not exist, with a fact in every list, and its record."""

from __future__ import annotations

import hashlib

from extractor.plan.ids import with_ids
from extractor.plan.model import (
    Assignment,
    AwardForm,
    Awards,
    CitationFact,
    Criterion,
    DocumentFacts,
    Evidence,
    Issuer,
    LegalBase,
    Origin,
    Plan,
    Quota,
    ResponsibleUnit,
    Signer,
    Source,
    Target,
    TimeWindow,
    Tool,
    Warning,
)

TEXT = """ỦY BAN NHÂN DÂN XÃ PHÚ LẠC
Phú Lạc, ngày 06 tháng 3 năm 2026
KẾ HOẠCH
Thi đua "Phú Lạc chuyển mình" năm 2026
Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ;
Tỷ lệ hồ sơ được số hóa đạt từ 90% trở lên; số buổi tập huấn từ 3 đến 5 buổi.
Văn phòng UBND xã chủ trì, phối hợp với Công an xã tổng hợp báo cáo trước ngày 15 tháng 12.
Tặng Giấy khen cho không quá 10 tập thể có thành tích xuất sắc từ nguồn ngân sách xã."""


def source(quote: str, page: int | None = None) -> Source:
    start = TEXT.index(quote)
    return Source(start=start, end=start + len(quote), text=quote, page=page)


def make_plan() -> Plan:
    digitised = source("Tỷ lệ hồ sơ được số hóa đạt từ 90% trở lên", page=1)
    award = source("Tặng Giấy khen cho không quá 10 tập thể có thành tích xuất sắc")
    task = source("Văn phòng UBND xã chủ trì, phối hợp với Công an xã tổng hợp báo cáo")
    decree = source("Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025")
    return with_ids(
        Plan(
            document=DocumentFacts(
                type="Kế hoạch",
                date="2026-03-06",
                place="Phú Lạc",
                title='Thi đua "Phú Lạc chuyển mình" năm 2026',
                theme="Phú Lạc chuyển mình",
                issuer=Issuer(
                    name="ỦY BAN NHÂN DÂN XÃ PHÚ LẠC", kind="government", level="commune"
                ),
                signer=Signer(name="Trần Văn Mẫu", position="CHỦ TỊCH", capacity="TM"),
                recipients=("Công an xã",),
                evidence={
                    "issuer.name": Evidence(
                        source=source("ỦY BAN NHÂN DÂN XÃ PHÚ LẠC"),
                        rule="document.letterhead",
                        confidence=1.0,
                    ),
                    "recipients.0": Evidence(
                        source=source("Công an xã"), rule="document.recipients", confidence=0.95
                    ),
                },
            ),
            legal_bases=(
                LegalBase(
                    source=decree,
                    rule="legal_bases.preamble",
                    relation="pursuant_to",
                    doc_type="Nghị định",
                    number="152/2025/NĐ-CP",
                    date="2025-06-14",
                    issuer="Chính phủ",
                ),
            ),
            citations=(
                CitationFact(
                    source=decree,
                    doc_type="Nghị định",
                    number="152/2025/NĐ-CP",
                    date="2025-06-14",
                    where="preamble",
                ),
            ),
            targets=(
                Target(
                    source=digitised,
                    rule="targets.share",
                    confidence=0.9,
                    basis={"by": "inherited"},
                    indicator="Tỷ lệ hồ sơ được số hóa",
                    operator="ge",
                    value=90.0,
                    unit="percent",
                    by="2026",
                    context="target",
                ),
                Target(
                    source=source("số buổi tập huấn từ 3 đến 5 buổi"),
                    indicator="số buổi tập huấn",
                    operator="between",
                    value=3,
                    value_max=5,
                    unit="buổi",
                    context="target",
                ),
            ),
            time_windows=(
                TimeWindow(
                    source=source("trước ngày 15 tháng 12"),
                    kind="report",
                    label="báo cáo",
                    every="year",
                    due_day=15,
                    due_month=12,
                ),
            ),
            responsible_units=(
                ResponsibleUnit(
                    source=source("Văn phòng UBND xã"), name="Văn phòng UBND xã", roles=("lead",)
                ),
                ResponsibleUnit(
                    source=source("Công an xã"), name="Công an xã", roles=("coordinate",)
                ),
            ),
            assignments=(
                Assignment(
                    source=task,
                    unit="Văn phòng UBND xã",
                    role="lead",
                    task=task.text,
                    partners=("Công an xã",),
                    deliverable="báo cáo",
                ),
            ),
            awards=Awards(
                quotas=(
                    Quota(
                        source=award,
                        recipient="collective",
                        operator="le",
                        value=10,
                        unit="tập thể",
                        form="Giấy khen",
                    ),
                ),
                forms=(AwardForm(source=source("Giấy khen"), name="Giấy khen"),),
                criteria=(
                    Criterion(
                        source=source("có thành tích xuất sắc"),
                        text="có thành tích xuất sắc",
                        recipient="collective",
                    ),
                ),
                funding="ngân sách xã",
                dossier=("Tờ trình",),
            ),
            warnings=(
                Warning(
                    code="missing_number", message="Văn bản chưa có số.", source=source("KẾ HOẠCH")
                ),
            ),
            text=TEXT,
            text_sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
            tool=Tool(name="kehoach", version="0.1.0"),
            origin=Origin(id="0" * 64, format="txt", name="phu-lac.txt"),
        )
    )
