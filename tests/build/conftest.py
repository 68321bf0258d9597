"""A small workspace: what ``posdoc init --empty`` makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.build.workspace import init_workspace


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A workspace with one unit and one position, in two languages."""
    folder = tmp_path / "small"
    init_workspace(folder, empty=True)
    return folder
