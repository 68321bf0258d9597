"""The life of a position: its versions and changes, through new names and other units."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diff.formats.text import lines_of
from posdoc.diff.history import Event, first_commit_of_version, history
from posdoc.diff.versions import Version
from posdoc.vcs import Repository
from tests.diff.test_cases import BASE, ENGINEER, OTHER, written
from tests.test_vcs import git

pytestmark = pytest.mark.tool("git")
FILE = "positions/s/engineer.yaml"


def commit(folder: Path, subject: str, files: dict[str, str] | None = None) -> str:
    written(folder, files or {})
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", subject)
    return git(folder, "rev-parse", "HEAD").strip()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    git(tmp_path, "init", "-q", "-b", "main")
    versioned = ENGINEER + "document: {version: '1.0'}\n"
    commit(tmp_path, "begin", BASE | {FILE: versioned})
    commit(tmp_path, "another", {"positions/s/clerk.yaml": OTHER + "code: X\n"})
    commit(tmp_path, "more people", {FILE: versioned.replace("headcount: 2", "headcount: 3")})
    commit(tmp_path, "comment", {FILE: versioned.replace("headcount: 2", "headcount: 3") + "# checked\n"})
    git(tmp_path, "mv", FILE, "positions/s/night/fitter.yaml")
    commit(tmp_path, "night shift")
    text = (
        versioned.replace("headcount: 2", "headcount: 3").replace("修好机组。", "连夜修好机组。").replace("1.0", "1.1")
    )
    commit(tmp_path, "reworded", {"positions/s/night/fitter.yaml": text})
    return Repository.around(tmp_path)


def told(event: Event) -> list[str]:
    return list(lines_of(event.difference, event.subject, "zh")) if event.subject else []


def test_each_commit_with_what_it_changed(repository: Repository) -> None:
    events = list(history(repository, "positions/s/night/fitter.yaml"))
    assert [(one.commit.subject, str(one.version), told(one)) for one in events] == [
        ("reworded", "1.1", ["  ~ 岗位目的：修好机组。 → 连夜修好机组。", "  ~ 文件信息 · 版本：1.0 → 1.1"]),
        ("night shift", "1.0", ["    标识由 engineer 改为 fitter", "    由“售后部”划入“夜班”"]),
        ("comment", "1.0", []),
        ("more people", "1.0", ["  ~ 岗位定员：2 人 → 3 人"]),
        ("begin", "1.0", ["    新增"]),
    ]
    assert len(list(history(repository, "positions/s/night/fitter.yaml", 2))) == 2


def test_a_file_that_is_in_no_commit(repository: Repository) -> None:
    assert list(history(repository, "positions/s/new.yaml")) == []


def test_where_a_version_began(repository: Repository) -> None:
    begun = first_commit_of_version(repository, "positions/s/night/fitter.yaml", Version("1.1"))
    assert begun == repository.commit("HEAD")
    assert first_commit_of_version(repository, "positions/s/night/fitter.yaml", Version("1.0")) == ""
    assert first_commit_of_version(repository, "positions/s/clerk.yaml", Version("")) == repository.commit("HEAD~5")
