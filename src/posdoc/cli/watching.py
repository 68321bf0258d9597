"""``--watch``: do something again whenever a definition changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from posdoc.cli.language import say

WAIT = 50
"""Milliseconds without a further change before it begins: an editor that saves touches a file more than once."""


def watch(root: Path, action: Callable[[], int]) -> int:
    """Do ``action`` now and after each change of a definition below ``root``; an interrupt ends it.

    Returns the status of the last time.
    """
    from watchfiles import watch as changes

    status = _once(action)
    for _ in changes(root, watch_filter=lambda _, path: _is_definition(root, Path(path)), step=WAIT, debounce=400,
                     raise_interrupt=False):  # fmt: skip
        status = _once(action)
    return status


def _once(action: Callable[[], int]) -> int:
    click.clear()
    status = action()
    now = datetime.now().strftime("%H:%M:%S")
    click.echo(say(f"[{now}] 等待改动，按 Ctrl-C 结束", f"[{now}] waiting for changes; Ctrl-C ends it"), err=True)
    return status


def _is_definition(root: Path, path: Path) -> bool:
    """Whether a check reads the file, or sees its name."""
    try:
        parts = path.relative_to(root).parts
    except ValueError:
        return False
    return parts[0] == "positions" or (len(parts) == 1 and path.suffix in (".yaml", ".yml"))
