"""Findings as JUnit XML: a test suite for each file, a failed test for each finding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from posdoc.diagnostics import Diagnostic
from posdoc.reporters import Sources
from posdoc.reporters.text import place, visible

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAKES = 'time="0"'
"""Servers add the times up and do not like to miss one; a finding takes none."""


def report(findings: Sequence[Diagnostic], sources: Sources, language: str, color: bool) -> str:  # noqa: ARG001
    """The suites; one passed test where there is no finding, so that a server shows that something ran."""
    ordered = sorted(findings, key=lambda finding: finding.span.path)
    suites = [_suite(path, list(group), language) for path, group in groupby(ordered, lambda f: f.span.path)]
    if not suites:
        passed = f'<testcase classname="posdoc" name="check" {_TAKES}/>'
        suites = [f'<testsuite name="posdoc" {_totals(1, 0)} skipped="0">{passed}</testsuite>']
    totals = _totals(max(len(findings), 1), len(findings))
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="posdoc check" {totals}>{"".join(suites)}</testsuites>\n'
    )
    return _NOT_XML.sub("�", xml)


def _totals(tests: int, failures: int) -> str:
    return f'tests="{tests}" failures="{failures}" errors="0" {_TAKES}'


def _suite(path: str, findings: list[Diagnostic], language: str) -> str:
    cases = "".join(_case(finding, language) for finding in findings)
    totals = _totals(len(findings), len(findings))
    return f'<testsuite name={quoteattr(path)} {totals} skipped="0" file={quoteattr(path)}>{cases}</testsuite>'


def _case(finding: Diagnostic, language: str) -> str:
    message = finding.message.in_(language)
    hint = f"\n{visible(finding.hint.in_(language))}" if finding.hint else ""
    name = f"{finding.code} {finding.name} {finding.span.line}:{finding.span.column}"
    return (
        f"<testcase classname={quoteattr(finding.span.path)} name={quoteattr(name)} file={quoteattr(finding.span.path)} "
        f'line="{finding.span.line}" {_TAKES}><failure type={quoteattr(finding.code)} message={quoteattr(message)}>'
        f"{escape(f'{place(finding.span)} {visible(message)}{hint}')}</failure></testcase>"
    )
