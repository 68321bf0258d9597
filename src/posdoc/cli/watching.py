"""``--watch``: do something again whenever a definition changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from posdoc.cli.language import say

WAIT = 50
"""Milliseconds without a further change before it begins: an editor that saves touches a file more than once."""

LOOK = 200
"""Milliseconds after which it goes on where there is no change."""


def watch(
    root: Path,
    action: Callable[[], int],
    *,
    at_once: Callable[[frozenset[str]], None] | None = None,
    with_forms: bool = False,
) -> int:
    """Do ``action`` now and after each change of a definition below ``root``; an interrupt ends it.

    ``at_once`` is told of the changed files, relative to ``root``, before the action. ``with_forms`` looks at Word
    forms as well. Returns the status of the last time.
    """
    from watchfiles import watch as changes

    looked_at = (lambda path: is_definition(path) or is_form(path)) if with_forms else is_definition
    watching = changes(root, watch_filter=lambda _, path: looked_at(_relative(root, path)), step=WAIT, debounce=400,
                       rust_timeout=LOOK, yield_on_timeout=True, raise_interrupt=False)  # fmt: skip
    next(watching, None)  # from here on no change is missed, not even during the first action
    status = _once(action)
    for found in watching:
        if found:
            paths = frozenset(_relative(root, path) for _, path in found)
            status = _once(action, lambda paths=paths: at_once(paths) if at_once else None)  # type: ignore[misc]
    return status


def _once(action: Callable[[], int], before: Callable[[], None] | None = None) -> int:
    click.clear()
    if before:
        before()
    status = action()
    now = datetime.now().strftime("%H:%M:%S")
    click.echo(say(f"[{now}] 等待改动，按 Ctrl-C 结束", f"[{now}] waiting for changes; Ctrl-C ends it"), err=True)
    return status


def _relative(root: Path, path: str) -> str:
    """A path below ``root`` with forward slashes; empty for another."""
    try:
        return Path(path).relative_to(root).as_posix()
    except ValueError:
        return ""


def is_definition(path: str) -> bool:
    """Whether a check reads the file, or sees its name."""
    parts = path.split("/")
    return parts[0] == "positions" or (len(parts) == 1 and path.endswith((".yaml", ".yml")))


def is_form(path: str) -> bool:
    """Whether it is a Word form of the workspace; Word's own notes beside an open one are none."""
    folder, _, name = path.rpartition("/")
    return folder == "templates" and name.endswith(".docx") and not name.startswith("~$")
