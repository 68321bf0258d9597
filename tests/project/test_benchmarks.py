"""The benchmarks still run: each once, with next to nothing to do. What they measure is no matter here."""

from __future__ import annotations

import importlib
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import __main__ as suite
from benchmarks import measuring, whole_jobs
from benchmarks.measuring import Figure, Use
from posdoc.phrases import Phrase

SMALL: dict[str, dict[str, Any]] = {
    "startup": {"FILES": 1, "PEERS": ()},
    "check": {"POSITIONS": 4, "FEWER": 2},
    "documents": {},
    "full_build": {"POSITIONS": 4, "FEWER": 1},
    "build_incremental": {"POSITIONS": 4, "CHANGED": "positions/unit-0/p1.yaml"},
    "charts": {"MOST": 10},
    "diff": {"POSITIONS": 4, "COMMITS": 2},
    "import_word": {"POSTS": 2},
}
ON_POSIX = pytest.mark.skipif(not hasattr(os, "wait4"), reason="what a process uses is seen with wait4")


@ON_POSIX
@pytest.mark.parametrize("name", SMALL)
def test_a_comparison_runs(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = importlib.import_module(f"benchmarks.{name}")
    for constant, value in SMALL[name].items():
        assert hasattr(script, constant)
        monkeypatch.setattr(script, constant, value)
    monkeypatch.setattr(measuring, "PEERS", tmp_path / "none")
    if hasattr(script, "compiled"):  # it takes longer than all the rest
        monkeypatch.setattr(script, "compiled", lambda _: dict(os.environ))
    found = script.figures(1, tmp_path)
    needed = {"charts": "dot", "import_word": "soffice"}.get(name)
    assert found or (needed and shutil.which(needed) is None)
    for figure in found:
        assert figure.ours > 0
        assert figure.theirs > 0
        assert figure.bound > 0
    assert len(measuring.table(found, "zh").splitlines()) == 2 + len(found)


def test_every_comparison_is_part_of_the_suite() -> None:
    assert suite.SCRIPTS.keys() == SMALL.keys()


@ON_POSIX
def test_whole_jobs_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_jobs, "SIZES", (3, 4))
    jobs = tuple(job for job in whole_jobs.JOBS if not job.with_office)
    assert len(jobs) == len(whole_jobs.JOBS) - 1
    monkeypatch.setattr(whole_jobs, "JOBS", jobs)
    monkeypatch.setattr(whole_jobs, "_every_job", lambda *_: None)
    monkeypatch.setattr(whole_jobs, "compiled", lambda _: dict(os.environ))
    costs = whole_jobs.costs(tmp_path, 3)
    assert [list(cost.uses) for cost in costs] == [[3]] * len(jobs)
    assert all(use.memory > 10 * measuring.MEBIBYTE for cost in costs for use in cost.uses.values())
    assert whole_jobs.tables(costs, "zh").count("\n|") > 3 * len(jobs)


# --- measuring ---------------------------------------------------------------------------------------------------


def figure(ours: float, theirs: float, bound: float, *, faster: bool = False) -> Figure:
    return Figure(Phrase("甲", "a"), Phrase("乙", "b"), ours, theirs, bound, faster)


@pytest.mark.parametrize(("one", "ratio", "kept"), [
    (figure(1, 2, 1), 0.5, True), (figure(3, 2, 1), 1.5, False), (figure(2, 2, 1), 1, True),
    (figure(1, 40, 20, faster=True), 40, True), (figure(4, 40, 20, faster=True), 10, False),
])  # fmt: skip
def test_bounds(one: Figure, ratio: float, kept: bool) -> None:
    assert (one.ratio, one.is_kept) == (ratio, kept)
    assert ("missed" in measuring.table([one])) is not kept


@pytest.mark.parametrize(("value", "shown"), [
    (0.0005, "0.50 ms"), (0.00518, "5.18 ms"), (0.0326, "32.6 ms"), (0.9994, "999 ms"), (0.99996, "1.00 s"),
    (24.12, "24.1 s"), (365, "365 s"),
])  # fmt: skip
def test_durations(value: float, shown: str) -> None:
    assert measuring.duration(value) == shown


def test_growth() -> None:
    assert measuring.exponent({10: 3, 100: 30, 1000: 300}) == pytest.approx(1)
    assert measuring.exponent({10: 1, 100: 100}) == pytest.approx(2)


def test_what_grows_too_fast_or_takes_too_much_memory_is_told() -> None:
    job = whole_jobs.JOBS[0]
    small, large = Use(1, 1, 1), Use(1, 200, 2000 * measuring.MEBIBYTE)
    said = whole_jobs.missed([whole_jobs.Cost(job, {10: small, 100: small, 1000: large})])
    assert said == ["check, the first: n^2.30", "check, the first: 2000 MiB"]
    assert whole_jobs.missed([whole_jobs.Cost(job, {10: small, 100: small, 1000: small})]) == []


@ON_POSIX
def test_what_a_process_uses() -> None:
    little = measuring.run(sys.executable, "-I", "-S", "-c", "pass")
    much = measuring.run(sys.executable, "-I", "-S", "-c", "x = b'x' * 10**8; sum(range(10**6))")
    assert much.memory - little.memory > 80 * measuring.MEBIBYTE
    assert much.processor > little.processor
    with pytest.raises(SystemExit, match="ended with 3"):
        measuring.run(sys.executable, "-c", "raise SystemExit(3)")
    with pytest.raises(SystemExit, match="cannot be run"):
        measuring.run("there-is-no-such-program")


def test_tables_are_written_between_their_comments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "a.md"
    page.write_text("x\n<!-- ratios -->\n\nold\n\n<!-- / -->\ny\n<!-- jobs -->\n\n<!-- / -->\n", encoding="utf-8")
    monkeypatch.setattr(suite, "ROOT", tmp_path)
    for _ in range(2):
        suite.write("a.md", {"ratios": "| new |", "jobs": "| job |"})
        assert page.read_text(encoding="utf-8") == (
            "x\n<!-- ratios -->\n\n| new |\n\n<!-- / -->\ny\n<!-- jobs -->\n\n| job |\n\n<!-- / -->\n"
        )


def test_rows_measured_anew_stand_where_they_stood() -> None:
    head = "|  | against | ours |\n|---|---|---:|"
    page = f"x\n<!-- ratios -->\n\n{head}\n| a | b | 1 s |\n| a | c | 2 s |\n| d | b | 3 s |\n\n<!-- / -->\ny\n"
    rows = f"{head}\n| a | c | 9 s |\n| e | b | 4 s |"
    assert suite.with_rows(page, rows) == f"{head}\n| a | b | 1 s |\n| a | c | 9 s |\n| d | b | 3 s |\n| e | b | 4 s |"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_rows_of_another_machine_are_not_mixed_in(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    day, comma, rest = suite.conditions(language).partition("," if language == "en" else "，")
    page = suite.conditions(language).replace(day, "2020-01-01")
    assert comma
    assert rest in page
    assert suite._is_of_here(page, language)
    monkeypatch.setattr(suite, "machine", lambda: "another machine")
    assert not suite._is_of_here(page, language)


def test_the_pages_have_all_tables() -> None:
    for language in ("en", "zh"):
        text = (suite.ROOT / "docs" / f"performance.{language}.md").read_text(encoding="utf-8")
        for name in ("conditions", "ratios", "jobs"):
            part = text.partition(suite.BEGIN.format(name))[2].partition(suite.END)[0]
            assert len(part) > 40, name
