"""Findings as workflow commands of GitHub Actions, which shows them at their lines in a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from posdoc.diagnostics import Diagnostic, Severity
from posdoc.reporters import Sources

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(findings: Sequence[Diagnostic], sources: Sources, language: str, color: bool) -> str:  # noqa: ARG001
    """One command for each finding."""
    return "".join(_command(finding, language) for finding in findings)


def _command(finding: Diagnostic, language: str) -> str:
    span = finding.span
    text = finding.message.in_(language)
    if finding.hint:
        text += f"\n{finding.hint.in_(language)}"
    properties = {
        "file": span.path,
        "line": str(span.line),
        "endLine": str(span.end_line),
        "title": f"{finding.code} {finding.name}",
    }
    if span.end_line == span.line:
        properties |= {"col": str(span.column), "endColumn": str(max(span.end_column - 1, span.column))}
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {written}::{_data(text)}\n"


def _data(text: str) -> str:
    """The escapes that workflow commands ask for."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
