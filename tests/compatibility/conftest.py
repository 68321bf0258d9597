"""A workspace, the command in an environment that is wholly given, and what a build makes where all is usual."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from posdoc.build.workspace import init_workspace

Run = Callable[..., "subprocess.CompletedProcess[str]"]

_KEPT = ("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "USERPROFILE", "LOCALAPPDATA", "COVERAGE_")
COMMAND = (sys.executable, "-m", "posdoc")


def usual(**more: str) -> dict[str, str]:
    """An environment of which nothing is this machine's but its programs and folders."""
    return {name: value for name, value in os.environ.items() if name.startswith(_KEPT)} | more


def program(name: str) -> str:
    """The path of a program; without it the test is skipped."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"the program {name} is not installed")
    return found


@pytest.fixture(scope="session")
def run() -> Run:
    """Run posdoc with exactly the environment ``env`` (else the usual one, in UTF-8), behind the command ``under``."""

    def runs(
        *arguments: str | Path,
        cwd: Path,
        env: Mapping[str, str] | None = None,
        under: tuple[str, ...] = (),
        **more: Any,
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*under, *COMMAND, *map(str, arguments)], cwd=cwd, env=usual(LANG="C.UTF-8") if env is None else dict(env),
            **{"capture_output": True, "encoding": "utf-8", "timeout": 300, "check": False} | more,
        )  # fmt: skip

    return runs


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one position in two languages, and a chart as picture. Read it only."""
    folder = tmp_path_factory.mktemp("usual") / "workspace"
    init_workspace(folder, empty=True)
    return folder


@pytest.fixture
def copy(workspace: Path, tmp_path: Path) -> Path:
    """A workspace to change."""
    return Path(shutil.copytree(workspace, tmp_path / "workspace"))


def made(folder: Path) -> dict[str, bytes]:
    """The outputs in a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


@pytest.fixture(scope="session")
def expected(workspace: Path, run: Run, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What ``build`` and ``chart`` make of the workspace where all is usual."""
    folder = tmp_path_factory.mktemp("expected")
    make(run, workspace, folder)
    found = made(folder)
    assert {Path(name).suffix for name in found} == {".docx", ".svg", ".pdf", ".png", ".pptx"}
    assert any("\u4e00" <= letter <= "\u9fff" for name in found for letter in name)
    return found


def make(run: Run, workspace: Path, folder: Path, **more: Any) -> None:
    """Check a workspace, build it into a folder, and draw a chart there in three formats; all of it without a word of
    complaint.
    """
    formats = [word for name in ("svg", "png", "pptx") for word in ("--format", name)]
    for arguments in (
        ["check"],
        ["build", "--output", folder],
        ["chart", *formats, "--lang", "zh", "--output", folder / "charts"],
    ):
        ended = run(*arguments, cwd=workspace, **more)
        assert (ended.returncode, ended.stderr) == (0, ""), (arguments, ended.stdout)
