"""Puts together again what was split to be compared: runs that look the same, and changes side by side."""

from __future__ import annotations

from typing import Any

from lxml import etree

from posdoc.word.patch import W
from posdoc.word.redline.pieces import PROPERTIES, RUN, SPACE, TEXT, WRAPPERS, wrapped
from posdoc.word.redline.revisions import DELETED, INSERTED

DELETED_TEXT = f"{W}delText"
_PLAIN = (TEXT, DELETED_TEXT, f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen", f"{W}softHyphen")


def join(container: Any) -> None:
    """Join the runs and changes of a paragraph, a control or a change, and of all that it holds."""
    for child in list(container):
        last = child.getprevious()
        if last is not None and last.tag == child.tag and child.tag in (INSERTED, DELETED):
            last.extend(list(child))
            container.remove(child)
    for child in container:
        content = wrapped(child) if child.tag in WRAPPERS else child if child.tag in (INSERTED, DELETED) else None
        if content is not None:
            join(content)
    for run in list(container.iterchildren(RUN)):
        _join_run(run, run.getprevious())


def _join_run(run: Any, last: Any) -> None:
    if last is None or last.tag != RUN or not (_is_plain(run) and _is_plain(last)) or _looks(run) != _looks(last):
        return
    for part in [child for child in run if child.tag != PROPERTIES]:
        before = last[-1]
        if part.tag == before.tag and part.tag in (TEXT, DELETED_TEXT):
            before.text = (before.text or "") + (part.text or "")
            before.set(SPACE, "preserve")
        else:
            last.append(part)
    run.getparent().remove(run)


def _is_plain(run: Any) -> bool:
    parts = [child.tag for child in run if child.tag != PROPERTIES]
    return bool(parts) and all(part in _PLAIN for part in parts)


def _looks(run: Any) -> bytes:
    properties = run.find(PROPERTIES)
    return b"" if properties is None or not len(properties) else bytes(etree.tostring(properties, method="c14n"))
