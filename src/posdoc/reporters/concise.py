"""Findings one to a line: for grep, for editors, and for those who know the rules by heart."""

from __future__ import annotations

from collections.abc import Sequence

from posdoc.diagnostics import Diagnostic
from posdoc.reporters import Sources
from posdoc.reporters.text import place, visible


def report(findings: Sequence[Diagnostic], sources: Sources, language: str, color: bool) -> str:  # noqa: ARG001
    """``path:line:column: severity CODE message`` for each finding."""
    return "".join(
        f"{place(f.span)}: {f.severity.label.in_(language)} {f.code} {visible(f.message.in_(language))}\n"
        for f in findings
    )
