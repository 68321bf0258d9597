"""A workspace with an error, in a folder that a careless script would stumble over, and commands in CI's manner."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

POSITION = "positions/after-sales/after-sales-manager.yaml"
PROGRAMS = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
_SET_ASIDE = ("POSDOC_", "GIT_", "PRE_COMMIT", "GITHUB_")


def environment(**more: str) -> dict[str, str]:
    """The environment of a server: its own programs and settings, nothing of this machine's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_SET_ASIDE)}
    return {**kept, "PATH": PROGRAMS, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **more}


def run_in(
    folder: Path, *command: str | Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(map(str, command)), cwd=folder, env=dict(env or environment()),
        capture_output=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip


def spoil(workspace: Path) -> Path:
    """Write a reference to a position that does not exist, and return the workspace."""
    path = workspace / POSITION
    lines = path.read_text(encoding="utf-8").splitlines()
    (at,) = (number for number, line in enumerate(lines) if line.startswith("reports_to:"))
    lines[at] = "reports_to: nobody-at-all"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return workspace


def line_of(workspace: Path, text: str) -> int:
    lines = (workspace / POSITION).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


@pytest.fixture
def checkout(sample_copy: Path) -> Path:
    """A repository's folder with the sample in ``岗位 $(touch owned)``."""
    folder = sample_copy.parent / "check out"
    folder.mkdir()
    sample_copy.rename(folder / "岗位 $(touch owned)")
    return folder


@pytest.fixture
def workspace(checkout: Path) -> Path:
    """The sample in the checkout."""
    (found,) = checkout.iterdir()
    return found
