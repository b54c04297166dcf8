"""Who signed, by the certificate within a signature of a PDF (PKCS #7, RFC 2315 and 5652).

In: the bytes of a signature's `Contents`. Out: `Subject("Lò Thị Hạnh", "ỦY BAN NHÂN DÂN XÃ PHÚ
LẠC")`: common name and organisation of the certificate that the signature itself points at, by its
serial number. Only read, never checked: whether a signature is valid is not for this program to
say. Whatever is not as the standard has it gives None.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.text import squeeze

_OID = 0x06
_TAGGED = 0xA0  # [0]
_COMMON_NAME, _ORGANISATION = b"\x55\x04\x03", b"\x55\x04\x0a"
_CODES = {0x0C: "utf-8", 0x13: "ascii", 0x14: "latin-1", 0x16: "ascii", 0x1E: "utf-16-be"}
_LONG = 0x80  # a length in so many bytes follows
_MOST_LENGTH_BYTES = 4


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a certificate names; either may be missing."""

    name: str | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class _Piece:
    """One value of the encoding (DER): its tag and its content."""

    tag: int
    content: bytes


def signer_of(contents: bytes) -> Subject | None:
    """The subject of the certificate with which `contents` was signed; None where it has none."""
    try:
        signed = _signed_data(contents)
        certificates = next(piece for piece in signed[2:] if piece.tag == _TAGGED)
        serial = _serial(signed[-1])
        return next(
            (_subject(fields) for fields in _certificates(certificates) if fields[0] == serial),
            None,
        )
    except (ValueError, IndexError, StopIteration):
        return None


def _signed_data(contents: bytes) -> list[_Piece]:
    whole = _inner(next(_pieces(contents)))
    return _inner(_inner(whole[1])[0])


def _serial(signers: _Piece) -> _Piece:
    """The serial number by which the first signer names the certificate."""
    issuer_and_serial = _inner(_inner(signers)[0])[1]
    return _inner(issuer_and_serial)[1]


def _certificates(held: _Piece) -> Iterator[list[_Piece]]:
    """The fields of each certificate from its serial number on."""
    for certificate in _pieces(held.content):
        fields = _inner(_inner(certificate)[0])
        yield fields[1:] if fields[0].tag == _TAGGED else fields


def _subject(fields: list[_Piece]) -> Subject:
    said: dict[bytes, str] = {}
    for part in _inner(fields[4]):
        for attribute in _inner(part):
            key, value = _inner(attribute)[:2]
            text = squeeze(value.content.decode(_CODES.get(value.tag, "utf-8"), "replace"))
            if key.tag == _OID and text:
                said.setdefault(key.content, text)
    return Subject(said.get(_COMMON_NAME), said.get(_ORGANISATION))


def _inner(piece: _Piece) -> list[_Piece]:
    return list(_pieces(piece.content))


def _pieces(data: bytes) -> Iterator[_Piece]:
    """The values in `data`, one behind the other; zeros at the end only fill the place."""
    at = 0
    while at + 1 < len(data) and data[at]:
        tag, length, at = data[at], data[at + 1], at + 2
        if length >= _LONG:
            count = length - _LONG
            if not 0 < count <= _MOST_LENGTH_BYTES:
                raise ValueError("no definite length")
            length, at = int.from_bytes(data[at : at + count], "big"), at + count
        if at + length > len(data):
            raise ValueError("a value that reaches beyond the end")
        yield _Piece(tag, data[at : at + length])
        at += length


__all__ = ["Subject", "signer_of"]
