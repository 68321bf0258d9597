"""Findings as a GitLab code quality report (a JSON list in the format of Code Climate issues)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from posdoc.diagnostics import Diagnostic, Severity
from posdoc.reporters import Sources
from posdoc.reporters._fingerprints import fingerprints

_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(findings: Sequence[Diagnostic], sources: Sources, language: str, color: bool) -> str:  # noqa: ARG001
    """The list of issues."""
    marks = fingerprints(findings, sources)
    issues = [_issue(f, mark, language) for f, mark in zip(findings, marks, strict=True)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Diagnostic, fingerprint: str, language: str) -> dict[str, Any]:
    span = finding.span
    return {
        "description": f"{finding.code} {finding.name}: {finding.message.in_(language)}",
        "check_name": finding.name,
        "fingerprint": fingerprint,
        "severity": _LEVELS[finding.severity],
        "location": {"path": span.path, "lines": {"begin": span.line, "end": span.end_line}},
    }
