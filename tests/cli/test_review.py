"""``posdoc review`` as a user sees it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.example_files import write_files

Cli = Callable[..., Any]
FILES = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
## positions/service/unit.yaml
title: {zh: 售后部, en: Service}
head: manager
## positions/service/manager.yaml
title: {zh: 售后经理, en: Service Manager}
headcount: 1
purpose: {zh: 解决客户的问题, en: Solve problems}
## positions/service/agent.yaml
title: {zh: 客服专员, en: Service Agent}
headcount: 3
reports_to: manager
purpose: {zh: 接听来电, en: Answer calls}
"""
BY = ("--by", "HR", "--date", "2026-03-10")
MANAGER, AGENT = "positions/service/manager.yaml", "positions/service/agent.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_files(tmp_path, FILES)


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def stamps(root: Path) -> str:
    return (root / "reviews.yaml").read_text("utf-8")


def test_at_first_nothing_is_reviewed(cli: Cli, root: Path) -> None:
    ended = cli("review", cwd=root)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (
        ended.stdout
        == """\
Never reviewed: 2
  manager, agent
Reviewed and unchanged since: 0
Once read, confirm with: posdoc review ID
"""
    )
    assert not (root / "reviews.yaml").exists()


def test_a_review_is_written_and_holds_until_something_changes(cli: Cli, root: Path) -> None:
    ended = cli("review", "agent", *BY, cwd=root)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "Reviewed agent; noted in reviews.yaml.\n", "")
    assert "  agent:\n    by: HR\n    date: 2026-03-10\n    of:\n      self: " in stamps(root)
    assert "superior/manager: " in stamps(root)
    assert cli("check", cwd=root).stdout == "No problems found.\n"
    edit(root, MANAGER, "解决客户的问题", "控制维修成本")
    edit(root, AGENT, "接听来电", "接听来电并建单")
    listed = cli("review", "--ui-lang", "zh", cwd=root)
    assert listed.returncode == 1
    assert (
        listed.stdout
        == """\
要再看的岗位：1
  agent
    2026-03-10（HR）复审以后有变动：岗位本身、上级 manager
原文改过的译文：1
  positions/service/agent.yaml:4:28 en: Answer calls
从未复审的岗位：1
  manager
复审有效的岗位：0
看过以后确认：posdoc review 岗位标识
"""
    )
    checked = cli("check", cwd=root).stdout
    assert "POS941 suspect-review: changed since the review of 2026-03-10 by HR: the position itself" in checked
    assert "POS942 outdated-translation" in checked
    assert cli("review", "--all", *BY, cwd=root).returncode == 0
    assert cli("review", cwd=root).stdout == "Reviewed and unchanged since: 2\n"


def test_who_reviews_and_when(cli: Cli, root: Path) -> None:
    env = {"POSDOC_AUTHOR": " 张敏 ", "SOURCE_DATE_EPOCH": "1773100800"}
    assert cli("review", "agent", cwd=root, env=env).returncode == 0
    assert "    by: 张敏\n    date: 2026-03-10\n" in stamps(root)
    assert cli("review", "agent", "--by", "", cwd=root, env=env).returncode == 0
    assert "by:" not in stamps(root)


@pytest.mark.tool("git")
def test_git_knows_who_works_here(cli: Cli, root: Path, tool: Callable[[str], str]) -> None:
    import subprocess

    for words in (["init", "-q"], ["config", "user.name", "王芳"]):
        subprocess.run([tool("git"), *words], cwd=root, check=True)
    assert cli("review", "agent", cwd=root, env={"POSDOC_AUTHOR": ""}).returncode == 0
    assert "by: 王芳" in stamps(root)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("agnet",), "error: there is no position with the id 'agnet'\n  hint: did you mean 'agent'?\n"),
        (("客服专员",), "error: there is no position with the id '客服专员'\n  hint: did you mean 'agent'?\n"),
        (("agent", "--date", "soon"), "error: 'soon' is no date\n"),
        (("--by", "HR"), "--by, --date and --approve go with ids, or --all."),
        (("--approve",), "--by, --date and --approve go with ids, or --all."),
        (("--all", "agent"), "Give either ids or --all."),
    ],
)
def test_wrong_usage(cli: Cli, root: Path, words: tuple[str, ...], says: str) -> None:
    ended = cli("review", *words, cwd=root)
    assert ended.returncode == 2
    assert says in ended.stderr
    assert not (root / "reviews.yaml").exists()


def test_a_position_with_errors_is_not_confirmed_but_others_are(cli: Cli, root: Path) -> None:
    edit(root, AGENT, "reports_to: manager", "reports_to: nobody")
    ended = cli("review", "--all", *BY, cwd=root)
    assert (ended.returncode, ended.stdout) == (1, "Reviewed manager; noted in reviews.yaml.\n")
    assert "POS2" in ended.stderr
    assert ended.stderr.endswith("agent has errors and was not reviewed.\n")
    assert "  agent:" not in stamps(root)
    alone = cli("review", "agent", "--ui-lang", "zh", cwd=root)
    assert (alone.returncode, alone.stdout) == (1, "")
    assert alone.stderr.endswith("agent 有错误，没有复审。\n")


def test_broken_stamps_and_settings_are_shown_and_left_alone(cli: Cli, root: Path) -> None:
    text = "positions:\n<<<<<<< ours\n  agent: {}\n"
    (root / "reviews.yaml").write_text(text, encoding="utf-8")
    for words in ((), ("agent",)):
        ended = cli("review", *words, cwd=root)
        assert (ended.returncode, ended.stdout) == (1, "")
        assert "reviews.yaml:2" in ended.stderr
        assert "\nNothing was reviewed: mend this first. Of a conflict" in ended.stderr
    assert stamps(root) == text
    (root / "reviews.yaml").unlink()
    (root / "posdoc.yaml").write_text("languages: 7 8\n", encoding="utf-8")
    assert cli("review", "agent", cwd=root).returncode == 2


def test_stamps_of_what_cannot_be_read_are_kept(cli: Cli, root: Path) -> None:
    assert cli("review", "--all", *BY, cwd=root).returncode == 0
    before = stamps(root)
    edit(root, AGENT, "purpose: {", "purpose: {{")
    assert cli("review", "manager", *BY, cwd=root).returncode == 0
    assert stamps(root) == before


def test_what_is_no_more_goes_and_the_head_is_kept(cli: Cli, root: Path) -> None:
    assert cli("review", "--all", *BY, cwd=root).returncode == 0
    (root / "reviews.yaml").write_text("# ours\n" + stamps(root).partition("stamps")[2].partition("\n")[2], "utf-8")
    (root / AGENT).rename(root / AGENT.replace("agent", "hotline"))
    checked = cli("check", "--ui-lang", "zh", cwd=root).stdout
    assert "POS944 review-of-nothing: 没有标识为“agent”的岗位" in checked
    edit(root, AGENT.replace("agent", "hotline"), "headcount: 3", "headcount: 3\nformer_ids: [agent]")
    assert cli("review", cwd=root).stdout == "Reviewed and unchanged since: 2\n"
    assert cli("review", "manager", *BY, cwd=root).returncode == 0
    assert stamps(root).startswith("# ours\npositions:\n  hotline:\n    by: HR\n")


def test_an_approval_is_noted_and_held(cli: Cli, root: Path) -> None:
    with (root / MANAGER).open("a", encoding="utf-8") as file:
        file.write('document: {version: "1.0", status: approved, signers: [approver]}\n')
    ended = cli("review", "--all", "--approve", *BY, cwd=root)
    assert ended.returncode == 1
    assert ended.stderr == "No approval was noted for agent: its document needs a version, and the status approved.\n"
    assert '    approved:\n      version: "1.0"\n      digest: ' in stamps(root)
    edit(root, MANAGER, "解决客户的问题", "控制维修成本")
    checked = cli("check", cwd=root)
    assert checked.returncode == 1
    assert (
        "POS943 changed-since-approval: it says something else than what was approved as version 1.0" in checked.stdout
    )
    listed = cli("review", cwd=root)
    assert listed.returncode == 1
    assert "Changed since approval, version unchanged: 1\n  manager (version 1.0)\n" in listed.stdout
    assert cli("review", "manager", *BY, cwd=root).returncode == 0
    assert "POS943" in cli("check", cwd=root).stdout
    edit(root, MANAGER, 'version: "1.0"', 'version: "1.1"')
    assert "POS943" not in cli("check", cwd=root).stdout


def test_the_same_review_gives_the_same_bytes(cli: Cli, root: Path) -> None:
    assert cli("review", "agent", "manager", *BY, cwd=root).returncode == 0
    first = stamps(root)
    (root / "reviews.yaml").unlink()
    for name in ("manager", "agent"):
        assert cli("review", name, *BY, cwd=root).returncode == 0
    assert stamps(root) == first
