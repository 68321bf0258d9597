"""What every rule prints, in golden files: message, hint, quoted line and other places, in both languages, and edits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from posdoc.cli.output import FileLines
from posdoc.diagnostics import Diagnostic, Edit
from posdoc.reporters import text
from posdoc.rules import Rule, all_rules
from tests.conftest import Goldens
from tests.rules.further_examples import FURTHER
from tests.rules.marked import check_marks, found

RULES = all_rules()


def _name(rule: Rule) -> str:
    return rule.KIND.name


def _golden(rule: Rule) -> str:
    return f"{rule.KIND.name}.txt"


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_messages(rule: Rule, goldens: Goldens, tmp_path: Path) -> None:
    goldens.check(_golden(rule), "\n".join(_record(rule, tmp_path)) + "\n")


def test_further_examples_are_of_rules() -> None:
    assert FURTHER.keys() <= {_name(rule) for rule in RULES}


def test_no_orphans(goldens: Goldens) -> None:
    goldens.check_orphans(_golden(rule) for rule in RULES)


def _record(rule: Rule, root: Path) -> Iterator[str]:
    silent = sum(not found(rule, root / f"passing{number}", example) for number, example in enumerate(rule.PASSING))
    yield f"{rule.KIND.code} {rule.KIND.name} ({rule.KIND.severity.label.en}, preset {rule.KIND.preset.name.lower()})"
    yield f"passing examples without a finding: {silent} of {len(rule.PASSING)}"
    for number, example in enumerate(rule.FAILING, 1):
        folder = root / f"failing{number}"
        yield from _said(found(rule, folder, example), folder, f"failing example {number}")
    for number, (case, example) in enumerate(FURTHER.get(_name(rule), {}).items(), 1):
        folder = root / f"further{number}"
        yield from _said(check_marks(rule, folder, example), folder, case)


def _said(findings: list[Diagnostic], folder: Path, heading: str) -> Iterator[str]:
    for language in ("zh", "en"):
        yield f"\n=== {heading}, {language} ===\n"
        yield text.report(findings, FileLines(folder), language, color=False).rstrip("\n")
    yield from _edits(findings)


def _edits(findings: list[Diagnostic]) -> Iterator[str]:
    """The edits of each finding that has any, in the order in which the rule gives them."""
    for number, finding in enumerate(findings, 1):
        if finding.fix:
            yield f"\nfix of finding {number}:"
            yield from map(_edit, finding.fix)


def _edit(edit: Edit) -> str:
    span = edit.span
    return f"  {text.place(span)}-{span.end_line}:{span.end_column} {edit.text!r}"
