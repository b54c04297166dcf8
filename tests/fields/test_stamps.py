"""Electronic signatures in the record: what stamps say, and what a PDF holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.document.model import BlockKind, Draft, Origin, SignatureField
from extractor.document.stamps import Stamp, label_of, read_stamp, time_of
from extractor.fields.assemble import read_fields
from extractor.fields.context import Reading
from extractor.plan.model import DigitalSignature
from tests.fields.making import reading

LINES = (
    "Ký bởi: ỦY BAN NHÂN DÂN XÃ PHÚ LẠC",
    "Cơ quan: TỈNH HÒA GIANG",
    "Email: phulac@hoagiang.gov.vn",
    "Thời gian ký: 05.03.2026 10:12:45 +07:00",
)
SAID = Stamp("ỦY BAN NHÂN DÂN XÃ PHÚ LẠC", "2026-03-05T10:12:45+07:00", "TỈNH HÒA GIANG")
PLAN = ("KẾ HOẠCH", "Chuyển đổi số xã Phú Lạc", "I. MỤC ĐÍCH", "Phục vụ người dân.")


def aside(*texts: str, page: int | None = None) -> list[Draft]:
    return [Draft(text, BlockKind.FURNITURE, origin=Origin(page=page)) for text in texts]


def signatures(*drafts: Draft | str) -> tuple[DigitalSignature, ...]:
    return read_fields(reading(*drafts)).signatures


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("05.03.2026 10:12:45 +07:00", "2026-03-05T10:12:45+07:00"),
        ("05/03/2026 10:12", "2026-03-05T10:12"),
        ("5/3/2026", "2026-03-05"),
        ("2026.03.05 10:12:45 +07'00'", "2026-03-05T10:12:45+07:00"),
        ("2026-03-05T10:12:45+07:00", "2026-03-05T10:12:45+07:00"),
        ("10:12:45 05/03/2026", "2026-03-05T10:12:45"),
        ("05/03/2026 2:05:09 CH", "2026-03-05T14:05:09"),
        ("05/03/2026 12:05:09 AM", "2026-03-05T00:05:09"),
        ("45/33/2026", None),
        ("hôm nay", None),
    ],
)
def test_times_as_signing_programs_print_them(text: str, time: str | None) -> None:
    assert time_of(text) == time


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ký bởi: Lò Thị Hạnh", "signer"),
        ("Được ký bởi: Lò Thị Hạnh", "signer"),
        ("Digitally signed by: LÒ THỊ HẠNH", "signer"),
        ("Ngày ký : 05/03/2026", "time"),
        ("Signature Not Verified", "state"),
        ("Người ký phải ghi rõ họ tên", None),
        ("Cơ quan chủ trì: Sở Nội vụ", None),
        ("Nơi nhận:", None),
    ],
)
def test_lines_of_stamps_are_told_by_their_first_words(text: str, label: str | None) -> None:
    assert label_of(text) == label


def test_a_stamp_says_who_when_and_of_which_body() -> None:
    assert read_stamp(" ".join(LINES)) == SAID


@pytest.mark.parametrize("lines", [LINES, (" ".join(LINES),)])
def test_a_stamp_that_was_set_aside_is_reported_with_its_place(lines: tuple[str, ...]) -> None:
    (found,) = signatures(*PLAN, *aside(*lines, page=2))
    assert (found.kind, found.page) == ("stamp", 2)
    assert (found.signer, found.time, found.organisation) == (
        SAID.signer,
        SAID.time,
        SAID.organisation,
    )
    assert found.source and found.source.text == "\n".join(lines)


def test_two_stamps_one_behind_the_other_are_two() -> None:
    other = ("Ký bởi: Lò Thị Hạnh", "Ngày ký: 05/03/2026 09:00:00")
    found = signatures(*PLAN, *aside(*LINES, *other))
    assert [one.signer for one in found] == [SAID.signer, "Lò Thị Hạnh"]


def test_other_furniture_is_no_signature() -> None:
    assert signatures(*PLAN, *aside("Bài tiếp theo", "Lượt xem: 12")) == ()


def test_what_a_pdf_holds_is_reported_without_a_place() -> None:
    made = reading(*PLAN)
    held = SignatureField("Lò Thị Hạnh", "2026-03-05", None, 3)
    document = replace(made.document, signatures=(held,))
    (found,) = read_fields(Reading(document, made.outline, made.mentions)).signatures
    assert found == DigitalSignature(
        kind="pdf_signature", signer="Lò Thị Hạnh", time="2026-03-05", page=3
    )


def test_signatures_are_told_once_in_one_warning() -> None:
    drafts: tuple[Draft | str, ...] = (*PLAN, *aside(*LINES, page=1), *aside(*LINES, page=2))
    (warning,) = (
        one for one in read_fields(reading(*drafts)).warnings if one.code == "digital_signature"
    )
    assert "2 chữ ký số: ỦY BAN NHÂN DÂN XÃ PHÚ LẠC, 2026-03-05 10:12:45;" in warning.message
    assert warning.source and warning.source.page == 1


def test_a_document_without_signatures_has_no_such_warning() -> None:
    assert "digital_signature" not in [w.code for w in read_fields(reading(*PLAN)).warnings]
