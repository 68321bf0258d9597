"""Workspaces under git, for tests of what changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import ROOT
from tests.test_vcs import git


def versioned_sample(folder: Path) -> Path:
    """A copy of the sample department, committed in a repository of its own."""
    shutil.copytree(ROOT / "positions", folder / "positions")
    for name in ("posdoc.yaml", "people.yaml"):
        shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "one")
    return folder
