"""What git knows: files of revisions, differences, history; nothing that is there is disturbed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from posdoc.errors import MissingToolError, UsageError
from posdoc.vcs import EMPTY_TREE, Repository, is_versioned, write_files


def git(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_DATE": "2026-03-01T10:00:00+08:00"}
    command = ["git", "-c", "user.name=王芳", "-c", "user.email=hr@example.com", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A workspace two folders deep in a repository, with two commits and changes that are in none."""
    folder = tmp_path / "公司 资料" / "售后"
    (folder / "positions").mkdir(parents=True)
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "elsewhere.txt").write_text("1")
    (folder / "posdoc.yaml").write_text("甲\n", encoding="utf-8")
    (folder / "positions" / "配件 员.yaml").write_bytes("乙\n\n".encode())
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    (tmp_path / "elsewhere.txt").write_text("2")
    (folder / "posdoc.yaml").write_text("甲甲\n", encoding="utf-8")
    git(tmp_path, "commit", "-q", "-a", "-m", "改公司名\n\nand more")
    (folder / "positions" / "new.yaml").write_text("丙", encoding="utf-8")
    (folder / "positions" / "配件 员.yaml").write_text("乙乙", encoding="utf-8")
    return Repository.around(folder)


def test_the_files_of_a_revision_are_read_from_the_store(repository: Repository, tmp_path: Path) -> None:
    first = repository.commit("HEAD~1")
    files = repository.files(first)
    assert sorted(files) == ["posdoc.yaml", "positions/配件 员.yaml"]
    assert list(repository.contents(files.values())) == ["甲\n".encode(), "乙\n\n".encode()]
    assert list(repository.files(first, ["positions"])) == ["positions/配件 员.yaml"]
    write_files(repository, files, tmp_path / "out")
    assert (tmp_path / "out/positions/配件 员.yaml").read_bytes() == "乙\n\n".encode()
    assert list(repository.contents([])) == []


def test_what_differs(repository: Repository) -> None:
    old, new = repository.commit("HEAD~1"), repository.commit("HEAD")
    assert repository.changed(old, new) == {"posdoc.yaml"}
    assert repository.changed(new) == {"positions/new.yaml", "positions/配件 员.yaml"}
    assert repository.changed(old) == {"posdoc.yaml", "positions/new.yaml", "positions/配件 员.yaml"}
    assert repository.changed(old, below=["positions"]) == {"positions/new.yaml", "positions/配件 员.yaml"}


def test_files_that_hold_a_text(repository: Repository) -> None:
    assert repository.holding("乙", repository.commit("HEAD"), ["positions"]) == ["positions/配件 员.yaml"]
    assert repository.holding("丙", below=["positions"]) == ["positions/new.yaml"], "git does not know it yet"
    assert repository.holding("丁") == []


def test_the_life_of_a_file(repository: Repository, tmp_path: Path) -> None:
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "reworded")
    (repository.workspace / "配件组").mkdir()
    git(repository.workspace, "mv", "posdoc.yaml", "配件组/库管员.yaml")
    git(tmp_path, "commit", "-q", "-m", "moved")
    steps = list(repository.follow("配件组/库管员.yaml"))
    assert [(one.commit.subject, one.path, one.was) for one in steps] == [
        ("moved", "配件组/库管员.yaml", "posdoc.yaml"),
        ("改公司名", "posdoc.yaml", ""), ("first", "posdoc.yaml", "")]  # fmt: skip
    assert repository.parent(steps[0].commit.id) == repository.commit("HEAD~1")
    assert repository.parent(steps[-1].commit.id) == EMPTY_TREE
    assert repository.changed(EMPTY_TREE, steps[-1].commit.id) == {"posdoc.yaml", "positions/配件 员.yaml"}
    assert repository.files(EMPTY_TREE) == {}


def test_nothing_is_disturbed(repository: Repository, tmp_path: Path) -> None:
    before = git(tmp_path, "status", "--porcelain"), (tmp_path / ".git/index").read_bytes()
    repository.changed(repository.commit("HEAD"))
    list(repository.follow("posdoc.yaml"))
    assert (git(tmp_path, "status", "--porcelain"), (tmp_path / ".git/index").read_bytes()) == before


@pytest.mark.parametrize("revision", ["no-such-branch", "--output=x", "-h", "HEAD:posdoc.yaml", ""])
def test_what_is_no_revision_is_told(repository: Repository, revision: str) -> None:
    with pytest.raises(UsageError, match="no revision"):
        repository.commit(revision)


def test_a_folder_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_versioned(tmp_path)
    with pytest.raises(UsageError, match="not in a git repository"):
        Repository.around(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not is_versioned(tmp_path)
    with pytest.raises(MissingToolError):
        Repository.around(tmp_path)
