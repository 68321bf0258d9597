"""The kinds of workbooks that ``posdoc export`` makes: one module each, found by looking into this folder.

A kind has ``ABOUT``, one line that says what it is, and one pure function ``make(wish)`` that returns the
:class:`~posdoc.tables.page.PagedBook`. Modules that are no kind begin with an underscore.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from typing import Protocol, cast

from posdoc.locales.words import Words
from posdoc.model import Organization, Unit
from posdoc.phrases import Phrase
from posdoc.tables.page import PagedBook


@dataclass(frozen=True, slots=True)
class Wish:
    """What a workbook is to be made of: the definitions as they stand, the day on which posts are looked at, the
    language, one unit with those below it, or all, and whether people are named.
    """

    organization: Organization
    words: Words
    day: date
    unit: Unit | None = None
    with_names: bool = False
    digests: Mapping[str, str] = field(default_factory=dict)
    """The digest of each position by its id, which tells whoever reads a workbook back that a definition moved on."""


class WorkbookKind(Protocol):
    """What a module in this folder has to offer."""

    ABOUT: Phrase

    def make(self, wish: Wish) -> PagedBook:
        """The workbook."""
        ...


def kinds() -> list[str]:
    """The names of all kinds."""
    return [found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_")]


def kind(name: str) -> WorkbookKind:
    """The kind of a name."""
    return cast(WorkbookKind, import_module(f"{__name__}.{name}"))
