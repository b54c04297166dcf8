"""Stand-ins for `attempt` that a process of their own can load."""

from __future__ import annotations

import os

from extractor.commands.inputs import Input
from extractor.commands.work import Manner, Outcome


def name_or_die(item: Input, manner: Manner) -> Outcome:
    """The input's name as its record; the process ends at once for one called `dead`."""
    if item.name.startswith("dead"):
        os._exit(9)
    return Outcome(item, item.name.encode())
