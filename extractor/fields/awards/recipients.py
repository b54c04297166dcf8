"""Who an award is for: from the words of a quota or of the headings above a criterion.

"Đối với tập thể" is `collective`, "26 cá nhân" `individual`; "tập thể, cá nhân" together say nobody in
particular. Source: the contract, section awards.
"""

from __future__ import annotations

from collections.abc import Iterable

from extractor.lexicon.load import load
from extractor.plan.model import Recipient
from extractor.view import view


def recipients_in(text: str) -> list[Recipient]:
    """The kinds of recipient that a text names, each once, in order."""
    found: list[Recipient] = []
    for hit in load("award_recipients").find(view(text)):
        kind: Recipient = hit.entry.id  # type: ignore[assignment]
        if kind not in found:
            found.append(kind)
    return found


def only_recipient(text: str) -> Recipient | None:
    """The one kind of recipient that a text names; None for none or several."""
    found = recipients_in(text)
    return found[0] if len(found) == 1 else None


def from_headings(titles: Iterable[str]) -> Recipient | None:
    """The recipient of the nearest heading that names any."""
    for title in titles:
        found = recipients_in(title)
        if found:
            return found[0] if len(found) == 1 else None
    return None
