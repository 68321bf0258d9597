"""Examples for the rules about the wording of texts: one text in a field, and what its repair makes of the file."""

from __future__ import annotations

from pathlib import Path

from posdoc.diagnostics import Diagnostic, Edit
from posdoc.rules import Rule
from tests.rules.marked import check_marks

SETTINGS = "## posdoc.yaml\norganization: 公司\nlanguages: [zh, en]\n"
POSITION = "## positions/service/unit.yaml\ntitle: 售后部\n## positions/service/engineer.yaml\ntitle: 工程师\n"
HEAD = SETTINGS + POSITION


def purpose(text: str, language: str = "zh") -> str:
    """A workspace whose one position has this purpose, as a block text."""
    return HEAD + field("purpose", text, language)


def field(name: str, text: str, language: str = "zh") -> str:
    return f"{name}:\n  {language}: |-\n" + "".join(f"    {line}\n" for line in text.split("\n"))


def allowing(rule: Rule, *words: str) -> str:
    """Settings with which ``rule`` leaves words alone."""
    return SETTINGS + f"rules: {{options: {{{rule.KIND.name}: {{allow: [{', '.join(words)}]}}}}}}\n" + POSITION


def repaired(rule: Rule, root: Path, example: str, name: str = "engineer") -> str:
    """The position's file after the fixes of all findings, without its title."""
    edits = [edit for finding in check_marks(rule, root, example) for edit in finding.fix]
    path = root / "positions" / "service" / f"{name}.yaml"
    lines = path.read_text("utf-8").split("\n")
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        _apply(lines, edit)
    return "\n".join(lines).removeprefix("title: 工程师\n")


def _apply(lines: list[str], edit: Edit) -> None:
    span = edit.span
    assert span.line == span.end_line
    line = lines[span.line - 1]
    lines[span.line - 1] = line[: span.column - 1] + edit.text + line[span.end_column - 1 :]


def one(findings: list[Diagnostic]) -> Diagnostic:
    (finding,) = findings
    return finding


def hint_of(finding: Diagnostic) -> str:
    assert finding.hint
    return finding.hint.en
