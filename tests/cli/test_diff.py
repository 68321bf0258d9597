"""``posdoc diff`` as a user runs it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.test_vcs import git

Cli = Callable[..., Any]
pytestmark = pytest.mark.tool("git")
CLERK = "positions/after-sales/after-sales-clerk.yaml"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "岗位 库"
    shutil.copytree(ROOT / "positions", folder / "positions")
    for name in ("posdoc.yaml", "people.yaml"):
        shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "one")
    path = folder / CLERK
    path.write_text(path.read_text(encoding="utf-8").replace("headcount: 1", "headcount: 2"), encoding="utf-8")
    return folder


def test_what_has_changed_since_the_last_commit(cli: Cli, workspace: Path) -> None:
    ended = cli("--ui-lang", "zh", "-C", workspace, "diff")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == "~ 岗位 售后内勤 (after-sales-clerk)\n  ~ 定编人数：1 人 → 2 人\n\n0 个新增，0 个撤销，1 个有改动\n"
    english = cli("--ui-lang", "en", "-C", workspace, "diff", "HEAD")
    assert "  ~ Approved head count: 1 → 2" in english.stdout
    assert cli("-C", workspace, "diff", "--exit-code").returncode == 1
    git(workspace, "commit", "-q", "-a", "-m", "two")
    assert cli("--ui-lang", "zh", "-C", workspace, "diff", "--exit-code").stdout == "没有不同。\n"
    assert cli("--ui-lang", "zh", "-C", workspace, "diff", "HEAD~1", "HEAD").stdout == ended.stdout


def test_two_folders_need_neither_git_nor_a_workspace_around(cli: Cli, workspace: Path, tmp_path: Path) -> None:
    ended = cli("diff", ROOT, workspace, "--format", "json", cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    data = json.loads(ended.stdout)
    (changed,) = data["positions"]["changed"]
    assert changed == {
        "id": "after-sales-clerk",
        "changes": [{"field": "headcount", "label": {"zh": "岗位定员", "en": "Headcount"},
                     "before": "1", "after": "2"}],
    }  # fmt: skip
    assert data["old"] == str(ROOT)


def test_for_a_pull_request(cli: Cli, workspace: Path) -> None:
    ended = cli("--ui-lang", "zh", "-C", workspace, "diff", "--format", "markdown")
    assert ended.stdout == (
        "### 修订对照\n\n`HEAD` 与 `当前文件`\n\n0 个新增，0 个撤销，1 个有改动\n\n"
        "#### 岗位 售后内勤 `after-sales-clerk` — 修改\n\n"
        "| | 项目 | 修订前 | 修订后 |\n|---|---|---|---|\n| ~ | 定编人数 | 1 人 | 2 人 |\n"
    )


def test_what_is_said_in_yaml_cannot_leave_its_cell(cli: Cli, workspace: Path) -> None:
    path = workspace / CLERK
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "location: {zh: '<img src=x> | [a](b) `c` @all'}\n", encoding="utf-8")
    said = cli("-C", workspace, "diff", "--format", "markdown").stdout
    row = next(line for line in said.splitlines() if "img" in line)
    assert "\\<img src=x\\> \\| \\[a\\]\\(b\\) \\`c\\` \\@all" in row


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["nonsense"], "no revision 'nonsense'"), (["HEAD", "--format", "pdf"], "pdf"), (["HEAD", "HEAD", "x"], "x")],
)
def test_wrong_words_are_told(cli: Cli, workspace: Path, arguments: list[str], said: str) -> None:
    ended = cli("--ui-lang", "en", "-C", workspace, "diff", *arguments)
    assert ended.returncode == 2
    assert said in ended.stderr


def test_without_git_around(cli: Cli, tmp_path: Path) -> None:
    shutil.copy(ROOT / "posdoc.yaml", tmp_path / "posdoc.yaml")
    ended = cli("--ui-lang", "zh", "-C", tmp_path, "diff")
    assert ended.returncode == 2
    assert "不在 git 仓库里" in ended.stderr
    assert "比较两个文件夹" in ended.stderr
