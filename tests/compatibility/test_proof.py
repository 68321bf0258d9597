"""What pyproject.toml promises is what `make compatibility` found, and its comparison overlooks nothing."""

from __future__ import annotations

import re
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from benchmarks.compatibility import BEGIN, END
from benchmarks.compatibility_job import differences

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _rows(language: str) -> list[list[str]]:
    page = (ROOT / "docs" / f"compatibility.{language}.md").read_text(encoding="utf-8")
    part = page[page.index(BEGIN) : page.index(END)]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in part.splitlines() if line.startswith("| ")]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_lower_bound_is_what_was_run(language: str) -> None:
    rows = _rows(language)
    start = next(index for index, row in enumerate(rows) if row[0] in {"package", "依赖"})
    found = {name: Version(oldest) for name, _, oldest, *_ in rows[start + 1 :]}
    declared = [Requirement(line) for line in PROJECT["dependencies"]]
    assert len(declared) > 10
    assert found == {each.name: Version(next(iter(each.specifier)).version) for each in declared}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_classifiers_name_the_pythons_that_were_run(language: str) -> None:
    run = {row[0].rpartition(".")[0] for row in _rows(language) if re.fullmatch(r"3\.\d+\.\d+", row[0])}
    named = [re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", line) for line in PROJECT["classifiers"]]
    assert {found[1] for found in named if found} == run
    assert f">={min(run, key=Version)}" == PROJECT["requires-python"]


# --- comparing ----------------------------------------------------------------------------------------------


def _document(folder: Path, **parts: str) -> None:
    with zipfile.ZipFile(folder / "a.docx", "w") as package:
        for name, text in parts.items():
            package.writestr(name.replace("_", "."), text)


@pytest.fixture
def jobs(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders with the same files."""
    for name in ("one", "two"):
        folder = tmp_path / name
        (folder / ".git").mkdir(parents=True)
        (folder / ".git" / "index").write_text(name)
        (folder / ".posdoc.manifest.json").write_text(name)
        (folder / "chart.svg").write_text("same")
        (folder / "chart.png").write_text("same")
        _document(folder, text_xml="same", image_png="same")
    return tmp_path / "one", tmp_path / "two"


def test_the_same_files(jobs: tuple[Path, Path]) -> None:
    assert differences(*jobs) == (3, [], [])


def test_pictures_may_differ_with_graphviz_and_nothing_else_may(jobs: tuple[Path, Path]) -> None:
    (jobs[1] / "chart.png").write_text("other")
    _document(jobs[1], text_xml="same", image_png="other")
    assert differences(*jobs) == (3, ["a.docx", "chart.png"], [])
    _document(jobs[1], text_xml="other", image_png="other")
    (jobs[1] / "chart.svg").write_text("other")
    assert differences(*jobs) == (3, ["chart.png"], ["a.docx", "chart.svg"])


def test_a_file_too_many_or_too_few(jobs: tuple[Path, Path]) -> None:
    (jobs[0] / "only.txt").write_text("")
    (jobs[1] / "more.txt").write_text("")
    assert differences(*jobs) == (5, [], ["more.txt", "only.txt"])
