"""A path with spaces, Chinese and emoji; workspaces and packages that cannot be written; a home that is not there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import posdoc
from tests.compatibility.conftest import Run, made, make, program, usual

MANAGER = Path("positions", "after-sales", "after-sales-manager.yaml")


def _commit(folder: Path) -> None:
    named = ("-c", "user.name=张三", "-c", "user.email=z@example.com")
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "开始"]):
        subprocess.run([program("git"), *named, *words], cwd=folder, check=True, capture_output=True)


def _change(workspace: Path) -> None:
    path = workspace / MANAGER
    path.write_text(path.read_text(encoding="utf-8").replace("经理", "主管"), encoding="utf-8")


# --- paths --------------------------------------------------------------------------------------------------


def test_spaces_chinese_and_emoji(run: Run, workspace: Path, tmp_path: Path, expected: dict[str, bytes]) -> None:
    place = tmp_path / " 我的 文档 📁" / "岗位 & 部门（2026）'s 👩‍🔧 #1"
    shutil.copytree(workspace, place)
    make(run, place, place / "输出 🎉")
    assert made(place / "输出 🎉") == expected
    (document,) = (place / "输出 🎉" / "zh").rglob("*.docx")
    for arguments in (["export", "清册 📋.xlsx", "--kind", "register"], ["import", document, "--into", "../导入 📥"]):
        assert run(*arguments, cwd=place).returncode == 0, arguments
    assert (place / "清册 📋.xlsx").is_file()
    assert list((place.parent / "导入 📥" / "positions").rglob("*.yaml"))


def test_history_in_such_a_path(run: Run, workspace: Path, tmp_path: Path) -> None:
    place = tmp_path / "仓库 📦" / "岗位 👩‍🔧"
    shutil.copytree(workspace, place)
    _commit(place.parent)
    _change(place)
    found = json.loads(run("diff", "--format", "json", cwd=place).stdout)
    assert "after-sales-manager" in json.dumps(found)
    assert "主管" in json.dumps(found, ensure_ascii=False)
    ended = run("history", "after-sales-manager", cwd=place)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "张三" in ended.stdout


# --- what cannot be written ---------------------------------------------------------------------------------

_MOUNT = 'for place in "$@"; do [ "$place" = -- ] && break; mount --bind "$place" "$place"; ' \
    'mount -o remount,bind,ro "$place"; done; while [ "$1" != -- ]; do shift; done; shift; exec "$@"'  # fmt: skip


@pytest.fixture(scope="module")
def read_only() -> tuple[str, ...]:
    """A command behind which folders are mounted so that nobody, not even root, can write into them; put the folders,
    ``--`` and a command behind it.
    """
    unshare = program("unshare")
    for options in (["-m"], ["-r", "-m"]):
        command = (unshare, *options, program("sh"), "-euc", _MOUNT, "sh")
        if subprocess.run([*command, os.path.dirname(__file__), "--", "true"], capture_output=True).returncode == 0:
            return command
    pytest.skip("folders cannot be mounted read-only here")


def test_a_read_only_workspace_and_package(
    run: Run, copy: Path, tmp_path: Path, expected: dict[str, bytes], read_only: tuple[str, ...]
) -> None:
    _commit(copy)
    before = made(copy)
    under = (*read_only, str(copy), str(Path(posdoc.__file__).parent), sys.prefix, "--")
    probe = subprocess.run([*under, "touch", str(copy / "x")], capture_output=True, encoding="utf-8", check=False)
    assert "Read-only file system" in probe.stderr
    make(run, copy, tmp_path / "out", under=under)
    assert made(tmp_path / "out") == expected
    for arguments in (["stats"], ["diff"], ["history", "after-sales-manager"], ["export", tmp_path / "register.xlsx"]):
        ended = run(*arguments, cwd=copy, under=under)
        assert (ended.returncode, ended.stderr) == (0, ""), arguments
    assert made(copy) == before


@pytest.mark.parametrize("arguments", [["build"], ["chart"], ["new", "x", "--title", "X"], ["export", "register.xlsx"]])
def test_what_would_write_there_says_so(run: Run, copy: Path, read_only: tuple[str, ...], arguments: list[str]) -> None:
    ended = run(*arguments, cwd=copy, under=(*read_only, str(copy), "--"))
    assert ended.returncode == 2
    assert ended.stderr.startswith("error: cannot write '")
    assert "Read-only file system" in ended.stderr


def test_a_build_that_is_current_needs_to_write_nothing(run: Run, copy: Path, read_only: tuple[str, ...]) -> None:
    assert run("build", cwd=copy).returncode == 0
    for arguments in (["build"], ["build", "--check"]):
        ended = run(*arguments, cwd=copy, under=(*read_only, str(copy), "--"))
        assert (ended.returncode, ended.stderr) == (0, ""), arguments


# --- homes --------------------------------------------------------------------------------------------------


def test_a_home_that_is_not_there(run: Run, workspace: Path, tmp_path: Path, expected: dict[str, bytes]) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    make(run, workspace, tmp_path / "out", env=usual(LANG="C.UTF-8", HOME=str(blocked / "nobody")))
    assert made(tmp_path / "out") == expected


def test_a_user_whom_the_system_does_not_know(
    run: Run, workspace: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    """As in a container that is run with a number for a user: no HOME, and no entry in passwd that has one."""
    under = (program("unshare"), "--user", "--map-user=12345", "--map-group=12345", "--")
    env = {name: value for name, value in usual(LANG="C.UTF-8", TMPDIR=str(tmp_path)).items() if name != "HOME"}
    asked = [*under, sys.executable, "-c", "from pathlib import Path; Path.home()"]
    ended = subprocess.run(asked, env=env, capture_output=True, encoding="utf-8", check=False)
    if "Could not determine home directory" not in ended.stderr:
        pytest.skip(f"no such user can be made here: {ended.stderr}")
    make(run, workspace, tmp_path / "out", env=env, under=under)
    assert made(tmp_path / "out") == expected
    assert [path.name for path in tmp_path.iterdir()] == ["out"], "temporary files are left behind"


def test_nothing_is_left_in_the_folder_for_temporary_files(run: Run, workspace: Path, tmp_path: Path) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    make(run, workspace, tmp_path / "out", env=usual(LANG="C.UTF-8", TMPDIR=str(folder), TEMP=str(folder)))
    assert list(folder.iterdir()) == []
