"""What a build is asked for, and what it has done. Nothing heavy is imported: most builds find nothing to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from posdoc.check.verdict import Report
from posdoc.diagnostics import Severity

if TYPE_CHECKING:
    from posdoc.model import DocumentFormat

Progress = Callable[[int, int], None]
"""Is told how many of how many files are done."""


@dataclass(frozen=True)
class Choice:
    """What the command line picks from the settings: empty means what the settings say."""

    positions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    form: str = ""
    formats: tuple[DocumentFormat, ...] = ()
    sign: bool | None = None

    @property
    def is_everything(self) -> bool:
        """Whether nothing is picked, so that all outputs of the settings are meant."""
        return self == Choice()


@dataclass(frozen=True)
class Request:
    """What to build. ``output`` is a folder; None means what the settings say. ``jobs`` 0 means as many as help."""

    root: Path
    choice: Choice = field(default_factory=Choice)
    output: Path | None = None
    jobs: int = 0


@dataclass(frozen=True)
class Built:
    """What a build did. Nothing is made when ``checked`` has errors."""

    checked: Report
    """What was found in the definitions; without its findings where nothing had changed and nothing was checked."""
    folder: Path
    made: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    """Files of an earlier build that the settings no longer ask for."""
    left: tuple[str, ...] = ()
    """Such files that somebody has edited: they were left alone."""
    findings: int = 0
    """How many findings there are in the definitions, as far as they do not hinder."""
    nothing_changed: bool = False
    """Whether this was seen from the digests of all files alone."""

    @property
    def refused(self) -> bool:
        """Whether the definitions have errors, so that nothing was made."""
        return bool(self.checked.at_least(Severity.ERROR))
