"""Which findings somebody asks for; apart from the settings, so that it costs nothing to import."""

from __future__ import annotations

from dataclasses import dataclass

from posdoc.diagnostics import Preset


@dataclass(frozen=True)
class Selection:
    """What the command line asks for: codes, beginnings of codes (``POS3``) or names.

    ``select`` looks at nothing else, whatever the preset; ``ignore`` has the last word.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preset: Preset | None = None
    """In place of the one that the settings name."""


EVERYTHING = Selection()
