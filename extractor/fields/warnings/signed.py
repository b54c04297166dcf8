"""Electronic signatures, told to whoever keeps the record: `digital_signature`, once a document.

"Văn bản có 1 chữ ký số: ỦY BAN NHÂN DÂN XÃ PHÚ LẠC, 2026-03-05 10:12:45." Stamps are no text of the
document, and nobody here has checked whether a signature is valid: both are said.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.plan.model import DigitalSignature, Plan, Warning

_ASIDE = "khung chữ ký để riêng, không tính vào nội dung; chương trình không kiểm tra tính hợp lệ."


def signed(plan: Plan) -> Iterator[Warning]:
    """One warning for all signatures of a document."""
    found = plan.signatures
    if found:
        named = "; ".join(dict.fromkeys(map(_said, found)))
        yield Warning(
            code="digital_signature",
            message=f"Văn bản có {len(found)} chữ ký số: {named}; {_ASIDE}",
            source=next((one.source for one in found if one.source), None),
        )


def _said(one: DigitalSignature) -> str:
    signer = one.signer or one.organisation or "không rõ người ký"
    return f"{signer}, {one.time[:19].replace('T', ' ')}" if one.time else signer
