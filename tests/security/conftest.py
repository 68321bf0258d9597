"""A small workspace under attack, and the command line that is run in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from posdoc.cli.main import run

POSITION = "title: Boss\nheadcount: 1\nduties:\n  - text: Leads the department\n"
SETTINGS = "organization: Acme\nlanguages: [en]\n"


class Ended(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Everything that it printed."""
        return self.out + self.err


Posdoc = Callable[..., Ended]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "threat(id): the line of docs/security.en.md that the test proves")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with one position, in a folder with nothing around it."""
    folder = tmp_path / "workspace"
    (folder / "positions").mkdir(parents=True)
    (folder / "posdoc.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "positions" / "boss.yaml").write_text(POSITION, encoding="utf-8")
    return folder


@pytest.fixture
def posdoc(workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Posdoc:
    """Run a command line in the workspace. Whatever an attack does, it is no bug and leaves no traceback."""
    monkeypatch.chdir(workspace)
    monkeypatch.delenv("POSDOC_DEBUG", raising=False)

    def ran(*arguments: str | Path) -> Ended:
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        ended = Ended(status, *capsys.readouterr())
        assert status in (0, 1, 2), ended
        assert "Traceback" not in ended.said
        return ended

    return ran


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with what it holds."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
