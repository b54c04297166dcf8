"""A campaign as JSON or YAML: the same facts, the same bytes on every run.

In: a `Campaign`. Out: UTF-8 text with the keys in the order of the schema; YAML leaves Vietnamese
letters as they are and quotes what another reader could take for a date.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec
import yaml

from extractor.campaign.model import Campaign

Format = Literal["json", "yaml"]
_WIDTH = 100


def to_builtins(campaign: Campaign) -> dict[str, Any]:
    """The campaign as dictionaries and lists."""
    built: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(campaign))
    return built


def to_bytes(campaign: Campaign, form: Format = "json") -> bytes:
    """The campaign in `form`, ended by a newline."""
    if form == "json":
        return msgspec.json.format(msgspec.json.encode(campaign), indent=2) + b"\n"
    listed = to_builtins(campaign)
    text: str = yaml.safe_dump(listed, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text.encode()
