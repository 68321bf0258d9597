"""Checking a workspace: every finding of reading, of shape and of the rules, sorted and without repetition.

:func:`report` is what the command line asks; where nothing has changed since the last time it reads the answer from
the cache, and nothing that reads or judges definitions is imported.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from posdoc.check import cache
from posdoc.check.selection import EVERYTHING, Selection
from posdoc.check.verdict import Report

if TYPE_CHECKING:
    from posdoc.check.run import Checked, check, run_rules

__all__ = ["EVERYTHING", "Checked", "Report", "Selection", "check", "report", "run_rules"]
_IN_RUN = ("Checked", "check", "run_rules")


def __getattr__(name: str) -> Any:
    if name not in _IN_RUN:
        raise AttributeError(name)
    from posdoc.check import run

    return getattr(run, name)


def report(root: Path, selection: Selection = EVERYTHING, today: date | None = None) -> Report:
    """What :func:`~posdoc.check.run.check` finds, from the cache where nothing has changed since."""
    state = cache.state_of(root, selection, today)
    kept = cache.read(root, state)
    if kept is not None:
        return Report(root, *kept)
    from posdoc.check.run import check

    checked = check(root, selection, today)
    cache.write(root, state, cache.Kept(checked.findings, checked.fail_level))
    return checked
