"""Electronic signatures in a PDF: who signed, for which body, when and on which page."""

from __future__ import annotations

import pytest

from extractor.document.model import SignatureField
from extractor.reading.pdf import read_pdf
from extractor.reading.pdf_certificate import Subject, signer_of
from tests.reading.signed_files import signature, signed_pdf

NAME, BODY = "Lò Thị Hạnh", "ỦY BAN NHÂN DÂN XÃ PHÚ LẠC"


def test_a_signature_is_told_with_signer_time_body_and_page() -> None:
    assert read_pdf(signed_pdf(signature(NAME, BODY))).signatures == (
        SignatureField(NAME, "2026-03-05T10:12:45+07:00", BODY, 2),
    )


def test_each_of_two_signatures_is_told_in_their_order() -> None:
    found = read_pdf(signed_pdf(signature(NAME), signature(BODY))).signatures
    assert [(one.signer, one.organisation) for one in found] == [(NAME, None), (BODY, None)]


def test_a_field_that_nobody_signed_is_no_signature() -> None:
    assert read_pdf(signed_pdf(b"")).signatures == ()


def test_a_signature_of_which_nothing_can_be_read_is_told_without_a_name() -> None:
    (found,) = read_pdf(signed_pdf(b"\x30\x82\xff\xff\x06\x01")).signatures
    assert (found.signer, found.page) == (None, 2)


@pytest.mark.parametrize(
    ("stated", "time"),
    [
        ("D:20260305101245Z", "2026-03-05T10:12:45+00:00"),
        ("D:20260305", "2026-03-05"),
        ("D:202603051012", "2026-03-05T10:12"),
        ("05/03/2026", None),
    ],
)
def test_the_time_is_as_exact_as_it_is_stated(stated: str, time: str | None) -> None:
    (found,) = read_pdf(signed_pdf(signature(NAME), moment=stated)).signatures
    assert found.time == time


def test_a_signature_adds_nothing_to_the_text() -> None:
    unsigned = read_pdf(signed_pdf())
    assert read_pdf(signed_pdf(signature(NAME, BODY))).text == unsigned.text


def test_the_certificate_is_the_one_that_the_signature_points_at() -> None:
    assert signer_of(signature(NAME, BODY)) == Subject(NAME, BODY)


def test_bytes_that_are_no_signature_name_nobody() -> None:
    whole = signature(NAME, BODY)
    for cut in range(0, len(whole), 7):
        assert signer_of(whole[:cut]) is None
    for at in range(0, len(whole), 11):
        signer_of(whole[:at] + b"\xff" + whole[at + 1 :])  # whatever comes, it is no error
