"""Findings as JUnit XML: a test suite for each file, a failed test for each finding."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from posdoc.diagnostics import Diagnostic
from posdoc.reporters import Sources
from posdoc.reporters.text import place


def report(findings: Sequence[Diagnostic], sources: Sources, language: str, color: bool) -> str:  # noqa: ARG001
    """The suites; one passed test where there is no finding, so that a server shows that something ran."""
    ordered = sorted(findings, key=lambda finding: finding.span.path)
    suites = "".join(_suite(path, list(group), language) for path, group in groupby(ordered, lambda f: f.span.path))
    suites = (
        suites
        or '<testsuite name="posdoc" tests="1" failures="0"><testcase classname="posdoc" name="check"/></testsuite>'
    )
    total = max(len(findings), 1)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="posdoc check" tests="{total}" failures="{len(findings)}">{suites}</testsuites>\n'
    )


def _suite(path: str, findings: list[Diagnostic], language: str) -> str:
    cases = "".join(_case(finding, language) for finding in findings)
    return f'<testsuite name={quoteattr(path)} tests="{len(findings)}" failures="{len(findings)}">{cases}</testsuite>'


def _case(finding: Diagnostic, language: str) -> str:
    message = finding.message.in_(language)
    hint = f"\n{finding.hint.in_(language)}" if finding.hint else ""
    name = f"{finding.code} {finding.name} {finding.span.line}:{finding.span.column}"
    return (
        f"<testcase classname={quoteattr(finding.span.path)} name={quoteattr(name)} file={quoteattr(finding.span.path)} "
        f'line="{finding.span.line}"><failure type={quoteattr(finding.code)} message={quoteattr(message)}>'
        f"{escape(f'{place(finding.span)} {message}{hint}')}</failure></testcase>"
    )
