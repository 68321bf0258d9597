"""Rules over examples in which «» mark what they are to find: the marks and the findings have to be the same places."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from posdoc.check.settings import effective
from posdoc.diagnostics import Diagnostic, Span
from posdoc.load import load_workspace
from posdoc.rules import Rule, findings_of
from tests.example_files import files_of, unmarked, write_files

AS_OF = date(2026, 6, 30)
"""The day on which every example is looked at."""


def found(rule: Rule, root: Path, example: str) -> list[Diagnostic]:
    """What ``rule`` finds in an example, with the parameters that its ``posdoc.yaml`` sets; nothing else may be wrong."""
    organization, of_reading, _ = load_workspace(write_files(root, example), AS_OF)
    settings, of_settings = effective(organization.workspace)
    assert [*of_reading, *of_settings] == [], "an example is about its rule alone"
    return list(findings_of(rule, organization, settings.options.get(rule.KIND.name)))


def check_marks(rule: Rule, root: Path, example: str) -> list[Diagnostic]:
    """Assert that ``rule`` finds exactly the places marked in ``example``, and return the findings, sorted by place."""
    findings = sorted(found(rule, root, example), key=lambda finding: finding.span)
    assert sorted({finding.span for finding in findings}) == sorted(marks_of(example))
    return findings


def marks_of(example: str) -> list[Span]:
    """Every marked place of an example, in order."""
    return [span for path, text in files_of(example).items() for span in _marks(path, text)]


def _marks(path: str, text: str) -> list[Span]:
    spans, at = [], 0
    while (start := text.find("«", at)) >= 0:
        end = text.index("»", start)
        before, inside = unmarked(text[:start]), unmarked(text[start:end])
        spans.append(Span(path, *_place(before), *_place(before + inside)))
        at = end + 1
    return spans


def _place(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - before.rfind("\n")
