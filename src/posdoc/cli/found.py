"""The choices that a folder of modules gives, by name only: nothing of it is imported to print a help page."""

from __future__ import annotations

import pkgutil
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_NOT_CHOICES = frozenset({"graph", "boxes", "colours", "details", "part", "theme"})


def choices(folder: str) -> list[str]:
    """The modules of a package of posdoc that are choices for the user."""
    names = [found.name for found in pkgutil.iter_modules([str(_PACKAGE / folder)])]
    return [name for name in names if name not in _NOT_CHOICES and not name.startswith("_")]
