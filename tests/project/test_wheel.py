"""The wheel carries all that it needs: installed into an empty environment, it makes documents there."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the working tree."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    (made,) = folder.glob("posdoc-*.whl")
    return made


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment into which pip has installed the wheel and what it declares to need, and nothing else."""
    folder = tmp_path_factory.mktemp("empty") / "环境"
    venv.create(folder, with_pip=False)
    command = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(folder),
        "--disable-pip-version-check",
        "install",
        str(wheel),
    ]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if ended.returncode and "No matching distribution found" in ended.stderr:
        pytest.skip("no package index can be reached")
    assert ended.returncode == 0, ended.stderr
    return folder / ("Scripts" if os.name == "nt" else "bin")


def _posdoc(programs: Path, *arguments: str | Path, cwd: Path) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "POSDOC"))}
    ended = subprocess.run(
        [programs / "posdoc", *map(str, arguments)], cwd=cwd, env={**environment, "LANG": "C.UTF-8"},
        capture_output=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stderr == ""
    return ended.stdout


def test_the_wheel_carries_forms_locales_sample_and_no_tests(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "posdoc/py.typed",
        "posdoc/locales/zh.yaml",
        "posdoc/locales/en.yaml",
        "posdoc/_data/templates/standard.docx",
        "posdoc/_data/sample/posdoc.yaml",
        "posdoc/_data/sample/people.yaml",
        "posdoc/_data/sample/positions/after-sales/unit.yaml",
    } <= names
    assert {name for name in names if not name.startswith(("posdoc/", "posdoc-"))} == set()


def test_it_works_in_an_empty_environment(environment: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "售后服务部"
    _posdoc(environment, "init", workspace, cwd=tmp_path)
    assert (workspace / ".posdoc" / "schema" / "position.schema.json").is_file()
    _posdoc(environment, "check", cwd=workspace)
    _posdoc(environment, "build", cwd=workspace)
    assert len(list((workspace / "output").rglob("*.docx"))) >= 48
    formats = [option for name in ("svg", "png", "pdf", "dot") for option in ("--format", name)]
    _posdoc(environment, "chart", *formats, "--output", "charts", cwd=workspace)
    assert len(list((workspace / "charts").iterdir())) == 4
    assert '"$schema"' in _posdoc(environment, "schema", "position", cwd=workspace)


def test_the_environment_is_empty(environment: Path) -> None:
    for absent in ("pytest", "docx", "docxtpl", "playwright", "mkdocs"):
        ended = subprocess.run([environment / "python", "-c", f"import {absent}"], capture_output=True, check=False)
        assert ended.returncode == 1, absent
