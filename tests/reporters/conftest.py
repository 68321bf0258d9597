"""Every kind of finding there is, in workspaces whose folders have Chinese names with spaces."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from posdoc.check import check
from posdoc.cli.output import FileLines, moved
from posdoc.diagnostics import Diagnostic
from posdoc.manual import all_pages
from posdoc.rules import all_rules
from tests.example_files import write_files


class Examples(NamedTuple):
    """Findings with paths that begin in ``root``."""

    root: Path
    findings: tuple[Diagnostic, ...]

    @property
    def lines(self) -> FileLines:
        return FileLines(self.root)


def _examples() -> Iterator[tuple[str, str]]:
    for page in all_pages():
        yield f"{page.kind.name} 例", page.prose.wrong
    for rule in all_rules():
        yield from ((f"{rule.KIND.name} 例 {number}", example) for number, example in enumerate(rule.FAILING[1:], 2))


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Examples:
    """What is found in the wrong example of every page of the manual, and in every other one of the rules."""
    root = tmp_path_factory.mktemp("岗位 定义")
    findings: list[Diagnostic] = []
    for name, example in _examples():
        found = check(write_files(root / name, example), today=date(2026, 6, 30)).findings
        findings += (moved(finding, f"{name}/") for finding in found)
    assert len({finding.kind for finding in findings}) > 100
    assert sum(1 for finding in findings if finding.related) > 100
    assert any(finding.fix for finding in findings)
    return Examples(root, tuple(findings))
