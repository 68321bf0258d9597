"""No false alarm: tricky cases that are right, and of which nothing at all is said, however strictly one looks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from posdoc.check import Selection, check
from posdoc.diagnostics import Preset
from tests.example_files import write_files
from tests.forms import (
    right_careers,
    right_indicators,
    right_languages,
    right_lines,
    right_names,
    right_pairs,
    right_people,
    right_phrases,
    right_shares,
    right_texts,
)
from tests.forms.right_cases import Right

AS_OF = date(2026, 6, 30)
MODULES = (
    right_shares, right_lines, right_people, right_names, right_pairs, right_indicators, right_careers, right_texts,
    right_phrases, right_languages,
)  # fmt: skip
CASES: tuple[Right, ...] = tuple(case for module in MODULES for case in module.CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_is_said_of_what_is_right(case: Right, tmp_path: Path) -> None:
    report = check(write_files(tmp_path, case.example), Selection(preset=Preset.STRICT), AS_OF)
    assert report.organization.positions, "a case defines something"
    assert [(f.code, f.span.path, f.span.line, f.span.column, f.message.en) for f in report.findings] == []


def test_there_are_many_cases_and_each_has_a_name_of_its_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 40
