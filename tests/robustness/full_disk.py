"""`kehoach` on a disk that is full after some records: `python -m tests.robustness.full_disk …`.

The environment says after how many (`FULL_AFTER=3`), and what the system answers then
(`FULL_SAYS=28`, ENOSPC). Half of the next record is written before that.
"""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path
from typing import Any

_left = int(os.environ.get("FULL_AFTER", "3"))
_says = int(os.environ.get("FULL_SAYS", str(errno.ENOSPC)))
_open = Path.open


class _Full(io.BufferedWriter):
    """A file that takes half of what it is given."""

    def write(self, data: Any) -> int:
        super().write(bytes(data)[: len(data) // 2])
        self.flush()
        raise OSError(_says, os.strerror(_says))


def _opened(path: Path, mode: str = "r", *words: Any, **named: Any) -> Any:
    global _left
    if mode != "xb" or path.suffix != ".tmp":
        return _open(path, mode, *words, **named)
    _left -= 1
    if _left >= 0:
        return _open(path, mode, *words, **named)
    if _says != errno.ENOSPC:
        raise OSError(_says, os.strerror(_says))
    return _Full(io.FileIO(path, "xb"))


if __name__ == "__main__":
    from extractor.cli import main

    Path.open = _opened  # type: ignore[assignment, method-assign]
    main()
