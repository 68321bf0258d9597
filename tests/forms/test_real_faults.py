"""Every real fault of the forms is found, exactly where it stands, and nothing else is said of the example."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from posdoc.check import check
from tests.example_files import write_files
from tests.forms import (
    faults_charts,
    faults_duplicates,
    faults_garble,
    faults_kpi,
    faults_names,
    faults_percentages,
    faults_reporting,
    faults_texts,
)
from tests.forms.faults import Fault
from tests.rules.marked import marks_of

AS_OF = date(2026, 6, 30)
MODULES = (
    faults_percentages, faults_kpi, faults_reporting, faults_charts,
    faults_names, faults_duplicates, faults_garble, faults_texts,
)  # fmt: skip
FAULTS: tuple[Fault, ...] = tuple(fault for module in MODULES for fault in module.FAULTS)
OF_CONTROLS = {5}
"""The forms whose sums are right: test_controls.py."""
NOT_FAULTS_OF_A_DEFINITION = {19, 24, 27, 30}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_fault_is_found_where_it_stands_and_nothing_else(fault: Fault, tmp_path: Path) -> None:
    findings = check(write_files(tmp_path, fault.example), today=AS_OF).findings
    found = {finding.span for finding in findings if finding.code == fault.code}
    assert marks_of(fault.example), "an example marks what is wrong"
    assert sorted(found) == sorted(marks_of(fault.example))
    assert {finding.code for finding in findings} - {fault.code} == fault.also


def test_every_numbered_fault_is_covered() -> None:
    assert {fault.number for fault in FAULTS} == set(range(1, 31)) - OF_CONTROLS - NOT_FAULTS_OF_A_DEFINITION


def test_every_entry_has_a_name_of_its_own() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
