"""From a placed chart to bytes. Each module here is one format; they are found by folder, not listed.

A module named like its format has ``EXTENSION`` (without a dot), ``MEDIA_TYPE`` and
``draw(placed, *, dpi=144) -> bytes``. A format whose files have pages has ``draw_pages(pages) -> bytes`` as well, and may
say which ``PAPER`` it takes where none is asked for; one that shows the details of boxes says ``DETAILS = True``. Modules
that are no format begin with an underscore or are named in ``_NOT_FORMATS``.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Protocol, cast

from posdoc.errors import UsageError
from posdoc.model import Paper
from posdoc.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posdoc.layout.placed import Page, Placed

_NOT_FORMATS = frozenset({"theme"})


class Format(Protocol):
    """What a format's module offers."""

    EXTENSION: str
    MEDIA_TYPE: str

    def draw(self, placed: Placed, *, dpi: int = 144) -> bytes:
        """The drawing in this format. ``dpi`` matters only to pictures made of pixels."""


class PagedFormat(Format, Protocol):
    """A format whose files have pages."""

    def draw_pages(self, pages: Sequence[Page]) -> bytes:
        """The drawing, a page for each of ``pages``."""


def formats() -> list[str]:
    """The names of all formats, in alphabetical order. Imports none of them."""
    return list(_names())


@cache
def _names() -> tuple[str, ...]:
    names = (module.name for module in iter_modules(__path__))
    return tuple(sorted(name for name in names if name not in _NOT_FORMATS and name[0] != "_"))


def load_format(name: str) -> Format:
    """The module of one format. Raises UsageError for a name that is none."""
    if name not in formats():
        known = "、".join(formats())
        raise UsageError(
            Phrase(f"没有“{name}”这种图形格式", f"there is no drawing format {name!r}"),
            Phrase(f"可用的格式：{known}", f"the formats are: {', '.join(formats())}"),
        )
    return cast(Format, import_module(f"{__name__}.{name}"))


def has_pages(name: str) -> bool:
    """Whether the files of a format have pages."""
    return hasattr(load_format(name), "draw_pages")


def usual_paper(name: str) -> Paper:
    """The pages that a format has where nothing else is asked for."""
    return cast(Paper, getattr(load_format(name), "PAPER", Paper.AUTO))


def shows_details(name: str) -> bool:
    """Whether the details of boxes are of use in a format."""
    return bool(getattr(load_format(name), "DETAILS", False))


def draw_pages(pages: Sequence[Page], format: str) -> bytes:
    """Draws a chart that is set on pages in a format that has them."""
    return cast("PagedFormat", load_format(format)).draw_pages(pages)


def draw(placed: Placed, format: str, **options: Any) -> bytes:
    """Draws a placed chart in the named format; options are passed on to it."""
    return load_format(format).draw(placed, **options)
