"""Fixes: the edits that findings carry, made in the text of their files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from posdoc.diagnostics import Diagnostic, Edit
from posdoc.source import SourceFile
from posdoc.source.edits import apply_changes


def fixed(findings: Iterable[Diagnostic], sources: Mapping[str, SourceFile]) -> tuple[dict[str, str], int]:
    """The new text of each file that fixes change, and how many findings they settle.

    Fixes that overlap are made one at a time: check again for the rest. A fix over several files is none.
    """
    changes: dict[str, dict[tuple[Edit, ...], None]] = {}
    for finding in findings:
        paths = {edit.span.path for edit in finding.fix}
        if len(paths) == 1 and paths <= sources.keys():
            changes.setdefault(paths.pop(), {})[finding.fix] = None
    texts, count = {}, 0
    for path, wanted in changes.items():
        text, made = apply_changes(sources[path], wanted)
        if made:
            texts[path] = text
            count += made
    return texts, count
