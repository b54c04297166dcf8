"""Where one day lies as seen from another."""

from __future__ import annotations

from datetime import date

from extractor.compare.model import Order


def order(a: date | None, b: date | None) -> Order | None:
    """Where b lies as seen from a; None unless both are known.

    A deadline cut to its year or month is kept on its last day (`extractor.plan.days.last_day`), so
    `2026` and `2026-12` are one time.
    """
    if a is None or b is None:
        return None
    if a == b:
        return "same"
    return "earlier" if b < a else "later"
