"""``posdoc bump`` and ``posdoc history`` as a user runs them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from posdoc.load import load
from tests.diff.test_cases import BASE, ENGINEER, written
from tests.test_vcs import git

Cli = Callable[..., Any]
pytestmark = pytest.mark.tool("git")
FILE = "positions/s/engineer.yaml"
DOCUMENT = """document:  # kept by HR
  version: "1.0"
  status: approved
  written: 2026-01-05
  approved: 2026-01-20
  effective: 2026-02-01
"""
DAY = ["--date", "2026-03-01", "--by", "王芳"]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    written(tmp_path, BASE | {FILE: ENGINEER + DOCUMENT})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "begin")
    return tmp_path


def edit(workspace: Path, before: str, after: str) -> None:
    text = (workspace / FILE).read_text(encoding="utf-8")
    assert before in text
    (workspace / FILE).write_text(text.replace(before, after, 1), encoding="utf-8")


def document(workspace: Path) -> str:
    return (workspace / FILE).read_text(encoding="utf-8").partition("document:")[2]


def test_a_text_raises_the_minor_version(cli: Cli, workspace: Path) -> None:
    edit(workspace, "修好机组。", "按约上门，修好机组，并教会客户怎样使用。")
    before = (workspace / FILE).read_text(encoding="utf-8")
    shown = cli("--ui-lang", "zh", "-C", workspace, "bump", "engineer", *DAY)
    assert shown.stdout == "工程师 (engineer)：1.0 → 1.1（次版本）\n    岗位目的改写\n"
    assert "加上 --yes" in shown.stderr
    assert (workspace / FILE).read_text(encoding="utf-8") == before
    made = cli("-C", workspace, "bump", "engineer", *DAY, "--yes", "--reason", "年度复审")
    assert made.returncode == 0, made.stderr
    assert document(workspace) == (
        '  # kept by HR\n  version: "1.1"\n  status: in_review\n  written: 2026-03-01\n'
        '  revisions:\n    - version: "1.1"\n      date: 2026-03-01\n'
        '      text: {zh: 年度复审：岗位目的改写, en: "年度复审: Purpose reworded"}\n      author: 王芳\n'
    )
    again = cli("--ui-lang", "zh", "-C", workspace, "bump", "engineer")
    assert "1.1 还没有批准，改动都算在这一版里" in again.stdout


def test_shares_and_superiors_raise_the_major_one(cli: Cli, workspace: Path) -> None:
    edit(workspace, "time: 60%", "time: 65%")
    git(workspace, "commit", "-q", "-a", "-m", "more repairs")
    edit(workspace, "time: 30%", "time: 25%")
    assert "1.0 → 2.0" in cli("-C", workspace, "bump", "engineer", "--dry-run").stdout, "committed or not, it counts"
    assert "1.0 → 1.1" in cli("-C", workspace, "bump", "engineer", "--minor", "--dry-run").stdout
    assert "1.0 → 2.0" in cli("-C", workspace, "bump", "--all", "--dry-run").stdout


def test_approval(cli: Cli, workspace: Path) -> None:
    edit(workspace, "修好机组。", "修好。")
    assert cli("-C", workspace, "bump", "engineer", *DAY, "--yes").returncode == 0
    ended = cli(
        "--ui-lang", "zh", "-C", workspace, "bump", "engineer", "--approve", "--effective", "2026-04", *DAY, "--yes"
    )
    assert ended.stdout == "工程师 (engineer)：批准 1.1\n"
    held = load(workspace)[0].by_id["engineer"].document
    assert held is not None and held.status is not None  # noqa: PT018
    assert [str(one) for one in (held.version, held.status.value, held.approved, held.effective)] == [
        "1.1", "approved", "2026-03-01", "2026-04"]  # fmt: skip
    assert "engineer" in (workspace / "reviews.yaml").read_text(encoding="utf-8")
    assert "POS9" not in cli("-C", workspace, "check").stdout
    edit(workspace, "修好。", "修好机组，不返工。")
    assert "changed-since" in cli("-C", workspace, "check").stdout, "an approved version may not change"
    assert cli("-C", workspace, "bump", "engineer", *DAY, "--approve", "--yes", "--since", "HEAD").returncode == 0
    assert "changed-since" not in cli("-C", workspace, "check").stdout


def test_nothing_to_raise(cli: Cli, workspace: Path) -> None:
    assert "nothing has changed since 1.0" in cli("-C", workspace, "bump", "engineer").stdout
    assert cli("--ui-lang", "zh", "-C", workspace, "bump", "--all").stdout == "没有要升版的。\n"


def test_a_definition_without_a_version_gets_its_first(cli: Cli, workspace: Path) -> None:
    made = cli("--ui-lang", "zh", "-C", workspace, "bump", "clerk", *DAY, "--yes")
    assert made.stdout == "文员 (clerk)：1.0\n    首次发布\n"
    held = load(workspace)[0].by_id["clerk"].document
    assert held is not None
    assert (held.version, [str(one.version) for one in held.revisions]) == ("1.0", ["1.0"])


def test_a_version_that_is_in_no_commit(cli: Cli, workspace: Path) -> None:
    edit(workspace, 'version: "1.0"', 'version: "1.7"')
    assert "1.7 还没有提交到 git" in cli("--ui-lang", "zh", "-C", workspace, "bump", "engineer").stdout


def test_without_a_repository_nothing_is_raised(cli: Cli, tmp_path: Path) -> None:
    written(tmp_path, BASE | {FILE: ENGINEER + DOCUMENT})
    shown = cli("-C", tmp_path, "bump", "engineer", *DAY, "--yes")
    assert (shown.returncode, shown.stdout) == (2, "")
    assert "is not in a git repository" in shown.stderr
    assert document(tmp_path) == DOCUMENT.partition("document:")[2]


def test_who_asks_for_a_level_gets_it(cli: Cli, workspace: Path) -> None:
    said = cli("--ui-lang", "zh", "-C", workspace, "bump", "engineer", "--minor", "--reason", "重新签署", "--dry-run")
    assert said.stdout == "工程师 (engineer)：1.0 → 1.1（次版本）\n    重新签署\n"


def test_a_unit_without_a_file(cli: Cli, workspace: Path) -> None:
    (workspace / "positions/s/night/unit.yaml").unlink()
    (workspace / "positions/s/night/guard.yaml").write_text("title: 保安\n", encoding="utf-8")
    ended = cli("--ui-lang", "zh", "-C", workspace, "bump", "night")
    assert ended.returncode == 2
    assert "读不出“positions/s/night/unit.yaml”" in ended.stderr


WRONG: list[tuple[list[str], str]] = [
    ([], "--all"),
    (["engineer", "--all"], "--all"),
    (["enginer"], "did you mean 'engineer'?"),
    (["工程师"], "did you mean 'engineer'?"),
    (["engineer", "--date", "soon"], "'soon' is no date"),
    (["engineer", "--since", "nonsense"], "no revision 'nonsense'"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_wrong_words_are_told(cli: Cli, workspace: Path, arguments: list[str], said: str) -> None:
    ended = cli("--ui-lang", "en", "-C", workspace, "bump", *arguments)
    assert ended.returncode == 2
    assert said in ended.stderr


def test_a_version_that_cannot_be_counted_on(cli: Cli, workspace: Path) -> None:
    edit(workspace, 'version: "1.0"', "version: 初版")
    git(workspace, "commit", "-q", "-a", "-m", "renamed")
    edit(workspace, "headcount: 2", "headcount: 3")
    ended = cli("--ui-lang", "zh", "-C", workspace, "bump", "engineer")
    assert ended.returncode == 2
    assert "版本“初版”不能往上数" in ended.stderr


def test_the_history(cli: Cli, workspace: Path) -> None:
    edit(workspace, "headcount: 2", "headcount: 3")
    git(workspace, "commit", "-q", "-a", "-m", "三班")
    said = cli("--ui-lang", "zh", "-C", workspace, "history", "engineer").stdout.splitlines()
    assert said[0].startswith("2026-03-01  版本 1.0  王芳  三班  ")
    assert said[1] == "  ~ 岗位定员：2 人 → 3 人"
    assert said[3] == "    新增"
    data = json.loads(cli("-C", workspace, "history", "engineer", "--format", "json", "--limit", "1").stdout)
    assert [(one["subject"], one["changed"]["changes"][0]["after"]) for one in data] == [("三班", "3")]
    assert cli("-C", workspace, "history", "nobody").returncode == 2
