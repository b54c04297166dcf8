"""Stand-ins for `attempt` that a process of their own can load; the name says what happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from extractor.commands.inputs import Input
from extractor.commands.work import Manner, Outcome
from extractor.reading.limits import current


def name_or_die(item: Input, manner: Manner) -> Outcome:
    """The input's name as its record; the process ends at once for one called `dead`."""
    if item.name.startswith("dead"):
        os._exit(9)
    return Outcome(item, item.name.encode())


def misbehave(item: Input, manner: Manner) -> Outcome:
    """The input's name as its record, or one of the ways a parser goes wrong."""
    if item.name.startswith("killed"):
        os.kill(os.getpid(), signal.SIGKILL)
    if item.name.startswith("hangs"):
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        Path(item.label).with_suffix(".pid").write_text(str(child.pid))
        time.sleep(600)
    if item.name.startswith("greedy"):
        bytearray(8 * 1024**3)
    if item.name.startswith("temporary"):
        Path(tempfile.mkdtemp(), "left").write_text("x")
        return Outcome(item, tempfile.gettempdir().encode())
    if item.name.startswith("limits"):
        return Outcome(item, str(current().pages).encode())
    return Outcome(item, item.name.encode())


def slow_name(item: Input, manner: Manner) -> Outcome:
    """The input's name, after a moment."""
    time.sleep(0.2)
    return Outcome(item, item.name.encode())
