"""Findings for programs: an object with ``findings``; its keys are stable."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from posdoc.diagnostics import Diagnostic, Span
from posdoc.reporters import Sources

LEVELS = {1: "info", 2: "warning", 3: "error"}


def report(findings: Sequence[Diagnostic], sources: Sources, language: str, color: bool) -> str:  # noqa: ARG001
    """The findings as JSON, with messages in ``language``."""
    return json.dumps({"findings": [_finding(f, language) for f in findings]}, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Diagnostic, language: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": LEVELS[finding.severity],
        "message": finding.message.in_(language),
        "hint": finding.hint.in_(language) if finding.hint else None,
        **_place(finding.span),
        "related": [{"message": r.message.in_(language), **_place(r.span)} for r in finding.related],
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
