"""PDF files with signature fields, and the signatures that stand in them, for tests.

`signed_pdf(contents)` is a file of two pages whose second one holds a field of type /Sig with these
bytes; `signature(name, body)` are the bytes that a signing program writes, made with a certificate
of its own.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

_DAY = datetime(2026, 1, 1, tzinfo=UTC)
_TEXT = b"BT /F1 12 Tf 72 720 Td (Can cu ke hoach cua xa, cac thon thi hanh trong nam nay) Tj ET"


def signature(name: str, body: str | None = None) -> bytes:
    """The signature of `name` of `body`; a second certificate stands before theirs."""
    builder = pkcs7.PKCS7SignatureBuilder().set_data(b"ke hoach")
    key = ec.generate_private_key(ec.SECP256R1())
    own = _certificate(key, name, body, 7)
    other_key = ec.generate_private_key(ec.SECP256R1())
    other = _certificate(other_key, "Trung tâm chứng thực Hòa Giang", None, 3)
    builder = builder.add_signer(own, key, hashes.SHA256()).add_certificate(other)
    return builder.sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.DetachedSignature])


def _certificate(
    key: ec.EllipticCurvePrivateKey, name: str, body: str | None, serial: int
) -> x509.Certificate:
    named = [x509.NameAttribute(NameOID.COMMON_NAME, name)]
    if body:
        named.insert(0, x509.NameAttribute(NameOID.ORGANIZATION_NAME, body))
    subject = x509.Name(named)
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(subject)
    builder = builder.public_key(key.public_key()).serial_number(serial)
    builder = builder.not_valid_before(_DAY).not_valid_after(_DAY + timedelta(days=365))
    return builder.sign(key, hashes.SHA256())


def signed_pdf(*contents: bytes, moment: str = "D:20260305101245+07'00'") -> bytes:
    """A file whose second page holds a signature field for each of `contents`; empty: unsigned."""
    fields = [f"{10 + 2 * at} 0 R" for at in range(len(contents))]
    listed = " ".join(fields)
    objects = {
        1: f"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{listed}]/SigFlags 3>>>>".encode(),
        2: b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
        3: _page(""),
        4: _page(f"/Annots[{listed}]"),
        5: b"<</Length %d>>stream\n%s\nendstream" % (len(_TEXT), _TEXT),
        6: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    for at, content in enumerate(contents):
        number = 10 + 2 * at
        value = f"/V {number + 1} 0 R" if content else ""
        objects[number] = (
            f"<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature{at}){value}"
            "/Rect[300 200 500 260]/P 4 0 R>>"
        ).encode()
        objects[number + 1] = (
            b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached"
            b"/ByteRange[0 1 2 3]/M(%s)/Contents<%s>>>"
            % (moment.encode(), content.hex().encode() + b"00" * 64)
        )
    return _file(objects)


def _page(more: str) -> bytes:
    return (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
        f"/Resources<</Font<</F1 6 0 R>>>>{more}>>"
    ).encode()


def _file(objects: dict[int, bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, content in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        free = number not in places
        out += b"%010d %05d %s \n" % (places.get(number, 0), 65535 * free, b"f" if free else b"n")
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return bytes(out)
