"""The choices that a folder of modules gives, by name only: nothing of it is imported to print a help page."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_NOT_CHOICES = frozenset({"graph", "boxes", "colours", "details", "part", "theme"})


def choices(folder: str) -> list[str]:
    """The modules of a package of posdoc that are choices for the user."""
    return [name for name in modules(_PACKAGE / folder) if name not in _NOT_CHOICES and not name.startswith("_")]


def modules(folder: Path) -> list[str]:
    """The modules and packages in a folder, by name. What ``pkgutil`` does takes a tenth of the time of a help page."""
    return sorted(
        path.stem
        for path in folder.iterdir()
        if (path.suffix == ".py" and path.stem != "__init__") or (path / "__init__.py").is_file()
    )
