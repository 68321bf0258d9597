"""The forms in which a difference is told as one text: one module each, found by looking into this folder.

A module has one pure function ``write(difference, names, language, color)`` that returns the whole output; ``names`` are
what the two sides are called.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import Protocol, cast

from posdoc.diff.changes import Difference


class Format(Protocol):
    """What a module in this folder has to offer."""

    def write(self, difference: Difference, names: tuple[str, str], language: str, color: bool) -> str:
        """The difference as a text that ends with a line end."""
        ...


def formats() -> list[str]:
    """The names of all formats."""
    return [found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_")]


def format_named(name: str) -> Format:
    """The format of a name."""
    return cast(Format, import_module(f"{__name__}.{name}"))
