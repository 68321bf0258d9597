"""The output formats of ``check``: one module each, found by looking into this folder.

A reporter has one pure function ``report(findings, sources, language, color)`` that returns the whole output.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from posdoc.diagnostics import Diagnostic


class Sources(Protocol):
    """Gives the text of a line, for quoting."""

    def line(self, path: str, number: int) -> str:
        """Line ``number`` of the file, without its end; empty where there is none."""
        ...


class Reporter(Protocol):
    """What a module in this folder has to offer."""

    def report(self, findings: Sequence[Diagnostic], sources: Sources, language: str, color: bool) -> str:
        """All findings as one text, which ends with a line end unless it is empty."""
        ...


def formats() -> list[str]:
    """The names of all formats."""
    return [found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_")]


def reporter(name: str) -> Reporter:
    """The reporter of a format."""
    return cast(Reporter, import_module(f"{__name__}.{name}"))
