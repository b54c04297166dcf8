"""Parts of the product exchanged for the time of a measurement, without a flag in the product.

`with replaced(grids, no_grids): ...` puts `no_grids` wherever a loaded module of the extractor
holds `grids` under any name, and puts everything back behind the block.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

PACKAGE = "extractor"


@contextmanager
def replaced(original: Callable[..., Any], substitute: Callable[..., Any]) -> Iterator[None]:
    """Run a block with `substitute` in the place of a module-level function of the extractor."""
    places = [
        (module, name)
        for module in _modules()
        for name, value in vars(module).items()
        if value is original
    ]
    if not places:
        raise LookupError(f"no loaded module of {PACKAGE} holds {original!r}")
    for module, name in places:
        setattr(module, name, substitute)
    try:
        yield
    finally:
        for module, name in places:
            setattr(module, name, original)


def forget() -> None:
    """Empty what the extractor keeps of earlier calls: it would hide a substitute."""
    for module in _modules():
        for value in list(vars(module).values()):
            clear = getattr(value, "cache_clear", None)
            if callable(clear):
                clear()


def _modules() -> list[ModuleType]:
    return [
        module
        for name, module in list(sys.modules.items())
        if module is not None and (name == PACKAGE or name.startswith(f"{PACKAGE}."))
    ]
