"""Where the files that ship with posdoc lie: in the wheel, or in the repository beside ``src``."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "_data"
_REPOSITORY = _PACKAGE.parent.parent


def templates_folder() -> Path:
    """The Word forms."""
    return _SHIPPED / "templates" if _SHIPPED.is_dir() else _REPOSITORY / "templates"


def sample_folder() -> Path:
    """The sample department: ``posdoc.yaml``, ``people.yaml`` and ``positions/``."""
    return _SHIPPED / "sample" if _SHIPPED.is_dir() else _REPOSITORY


def schema_folder() -> Path:
    """The schemas of the files of a workspace, as :mod:`posdoc.schema` makes them: making them takes every rule."""
    return _SHIPPED / "schema" if _SHIPPED.is_dir() else _REPOSITORY / ".posdoc" / "schema"
