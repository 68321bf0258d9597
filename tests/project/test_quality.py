"""The page on the quality of the checker: its table is what the script makes of mutmut's results, and good enough."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

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
    page = f"# Title\n\n{summary.BEGIN}\nold\n{summary.END}\n"
    assert summary.with_summary(page, "new") == page.replace("old", "new")
    with pytest.raises(ValueError, match="one place"):
        summary.with_summary("# Title\n", "new")
