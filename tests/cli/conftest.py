"""A small workspace, and one with an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.build.workspace import init_workspace

MANAGER = "positions/after-sales/after-sales-manager.yaml"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A workspace with one unit and one position, in two languages."""
    folder = tmp_path / "small"
    init_workspace(folder, empty=True)
    return folder


@pytest.fixture
def faulty(small: Path) -> Path:
    """A workspace whose position has a key that does not exist, written in Chinese."""
    path = small / MANAGER
    path.write_text(path.read_text(encoding="utf-8").replace("headcount:", "编制:"), encoding="utf-8")
    return small
