"""What is fuzzed: one module each, found by looking into this folder.

A module has ``run(data)``, which raises for what must not happen and for nothing else; ``seeds()``, inputs to begin
with; ``WORDS``, pieces that such inputs are made of; ``MOST_BYTES``, how long an input may be; and it may have
``mutated(data, most, seed)``, changes that fit its inputs better than those of bytes.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast


class Target(Protocol):
    """What a module in this folder has to offer."""

    WORDS: Sequence[str]
    MOST_BYTES: int

    def run(self, data: bytes) -> None: ...

    def seeds(self) -> list[bytes]: ...


def names() -> list[str]:
    return [found.name for found in pkgutil.iter_modules(__path__)]


def target(name: str) -> Target:
    """The target of a name; one that lies elsewhere is called by its whole name."""
    return cast(Target, import_module(name if "." in name else f"{__name__}.{name}"))
