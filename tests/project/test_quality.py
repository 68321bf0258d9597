"""The page on the quality of the checker: its table is what the script makes of mutmut's results, and good enough."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from benchmarks import coverage_of_tests
from benchmarks import mutation_summary as summary

AT_LEAST = 85.0
DOCS = Path(__file__).resolve().parents[2] / "docs"


def _numbers(language: str) -> list[list[str]]:
    page = (DOCS / f"quality.{language}.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?!---)(?:[^|]*) \|([-\d,.% |]+)\|$", page, re.MULTILINE)
    return [re.findall(r"[\d,.]+", row) for row in rows]


def test_both_pages_have_the_same_numbers() -> None:
    assert len(_numbers("en")) == 9
    assert _numbers("zh") == _numbers("en")


def test_enough_mutants_are_found() -> None:
    rows = _numbers("en")
    assert rows
    for *_, share in rows:
        assert float(share) >= AT_LEAST


@pytest.mark.parametrize("language", ["zh", "en"])
def test_enough_mutants_of_other_parts_are_found(language: str) -> None:
    page = (DOCS / f"quality.{language}.md").read_text(encoding="utf-8")
    shares = re.findall(r"^- `\w+`.*?([\d.]+) %", page, re.MULTILINE)
    assert shares
    assert all(float(share) >= 80 for share in shares)


def test_what_is_written_of_another_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summary, "PART", "load")
    monkeypatch.setattr(summary, "version", lambda _: "3.8.1")
    found = {"convert": Counter(killed=7, timeout=1), "files": Counter(survived=2)}
    line = summary.summary_of(found, "en", date(2026, 11, 30))
    assert line == "- `load`: 10 mutants, 80.0 % found (2026-11-30, mutmut 3.8.1)."


def test_what_is_written_of_mutants_drawn_by_lot(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(summary, "PART", "views")
    monkeypatch.setattr(summary, "version", lambda _: "3.8.1")
    codes: list[int | None] = [1] * 80 + [0] * 15 + [33] * 5 + [None] * 300
    found = summary.results(_results(tmp_path, printer=codes), some=True)
    line = summary.summary_of(found, "en", date(2026, 11, 30))
    assert line.startswith(
        "- `views`: of 400 mutants 100 drawn by lot, 80.0 % found (±6.8 at a confidence of 95 %; 2026"
    )
    counts = Counter({"killed": 80, "survived": 20})
    assert summary.margin(counts) == 0  # where all were tried, nothing is left to chance


def test_what_coverage_reports_is_told_as_shares() -> None:
    totals = {"covered_lines": 95, "num_statements": 100, "covered_branches": 9, "num_branches": 10}
    assert coverage_of_tests.shares({"totals": totals}) == (95.0, 90.0)
    assert coverage_of_tests.shares({"totals": {**totals, "covered_branches": 0, "num_branches": 0}})[1] == 0


def _results(folder: Path, **codes: list[int | None]) -> Path:
    for module, ends in codes.items():
        found = {f"{module}.x_check__mutmut_{number}": code for number, code in enumerate(ends, 1)}
        (folder / f"{module}.py.meta").write_text(json.dumps({"exit_code_by_key": found}), encoding="utf-8")
    return folder


def test_results_are_counted_by_group(tmp_path: Path) -> None:
    folder = _results(tmp_path, duty_time_not_100=[1, 1, 0], _shares=[1, 33, -24])
    rows = summary.by_group(summary.results(folder))
    assert {name.en: counts for name, counts in rows if counts} == {
        "3xx Duties, time and work flows": Counter(killed=2, survived=1),
        "shared by several rules": Counter(killed=1, survived=1, timeout=1),
        "all": Counter(killed=3, survived=2, timeout=1),
    }
    assert summary.table(rows, "en").splitlines()[-1] == "| all | 6 | 3 | 1 | 2 | 66.7 % |"


def test_a_run_that_did_not_come_to_its_end_is_no_result(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="duty_time_not_100"):
        summary.results(_results(tmp_path, duty_time_not_100=[1, None]))


def test_a_page_has_one_place_for_the_summary() -> None:
    page = f"# Title\n\n{summary.BEGIN.format('')}\nold\n{summary.END}\n"
    assert summary.with_summary(page, "new") == page.replace("old", "new")
    assert summary.with_summary(page.replace(".py", ".py load"), "new", "load") == page.replace(
        ".py", ".py load"
    ).replace("old", "new")
    with pytest.raises(ValueError, match="one place"):
        summary.with_summary("# Title\n", "new")
