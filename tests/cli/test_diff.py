"""``posdoc diff`` as a user runs it."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from posdoc.word.package import read_package, write_package
from tests.conftest import ROOT
from tests.diff.workspaces import versioned_sample
from tests.test_vcs import git

Cli = Callable[..., Any]
pytestmark = pytest.mark.tool("git")
CLERK = "positions/after-sales/after-sales-clerk.yaml"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = versioned_sample(tmp_path / "岗位 库")
    path = folder / CLERK
    path.write_text(path.read_text(encoding="utf-8").replace("headcount: 1", "headcount: 2"), encoding="utf-8")
    return folder


def test_what_has_changed_since_the_last_commit(cli: Cli, workspace: Path) -> None:
    ended = cli("--ui-lang", "zh", "-C", workspace, "diff")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (
        ended.stdout
        == "~ 岗位 售后内勤 (after-sales-clerk)\n  ~ 定编人数：1 人 → 2 人\n\n0 个新增，0 个撤销，1 个有改动\n"
    )
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
    [
        (["nonsense"], "no revision 'nonsense'"),
        (["--by", "HR"], "--by says nothing of the format text"),
        (["--format", "docx", "--paper", "a3"], "it goes with --format chart"),
        (["HEAD", "--format", "pdf"], "pdf"),
        (["HEAD", "HEAD", "x"], "x"),
    ],
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


# --- the table of changes, the page, and where they go -----------------------------------------------------------


def texts_in(path: Path) -> str:
    """All texts of a Word document in a row."""
    root = etree.fromstring(read_package(path.read_bytes(), path.name)["word/document.xml"])
    return "".join(root.itertext())


def test_a_table_of_changes_is_written_to_the_current_folder(cli: Cli, workspace: Path, tmp_path: Path) -> None:
    ended = cli("--ui-lang", "zh", "-C", workspace, "diff", "--format", "docx", "--date", "2026-12-01", cwd=tmp_path)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "已写入 修订对照表.docx\n", "")
    text = texts_in(tmp_path / "修订对照表.docx")
    assert "HEAD → 当前文件" in text
    assert "2026年12月1日" in text
    assert "定编人数" in text


@pytest.mark.parametrize(
    ("arguments", "name", "said"),
    [
        (["--format", "docx", "--lang", "en"], "table-of-changes.docx", "Approved head count"),
        (["--output", "made", "--format", "docx"], "made/修订对照表.docx", "定编人数"),
        (["--output", "made/a.docx"], "made/a.docx", "定编人数"),
        (["--output", ".", "--format", "docx", "--lang", "zh+en"], "修订对照表.docx", "定编人数Approved head count"),
        (["--output", "b.docx", "--form", "our-own"], "b.docx", "我们的"),
    ],
)
def test_names_languages_and_forms_of_it(cli: Cli, workspace: Path, arguments: list[str], name: str, said: str) -> None:
    parts = read_package((ROOT / "templates" / "changes.docx").read_bytes(), "changes")
    document = parts["word/document.xml"].replace(b"{{ form_title }}", "我们的 {{ form_title }}".encode())
    (workspace / "templates").mkdir()
    (workspace / "templates" / "our-own.docx").write_bytes(write_package({**parts, "word/document.xml": document}))
    ended = cli("diff", *arguments, cwd=workspace)
    assert (ended.returncode, ended.stdout) == (0, f"Wrote {Path(name)}\n"), ended.stderr
    assert said in texts_in(workspace / name)


def test_its_date_is_that_of_the_day(cli: Cli, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert cli("diff", "--output", "a.docx", cwd=workspace).returncode == 0
    assert "2026年1月1日" in texts_in(workspace / "a.docx")
    assert cli("diff", "--output", "b.docx", cwd=workspace).returncode == 0
    assert (workspace / "a.docx").read_bytes() == (workspace / "b.docx").read_bytes()


def test_the_form_of_two_folders_is_that_of_the_new_one(cli: Cli, workspace: Path, tmp_path: Path) -> None:
    (workspace / "templates").mkdir()
    shutil.copy(ROOT / "templates" / "changes.docx", workspace / "templates" / "our-own.docx")
    ended = cli("diff", ROOT, workspace, "--format", "docx", "--form", "our-own", cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert "定编人数" in texts_in(tmp_path / "修订对照表.docx")


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.html", "<!DOCTYPE html>"), ("a.htm", "<!DOCTYPE html>"), ("a.json", "{"), ("a.md", "### Changes"),
     ("a.txt", "~ Position")],
)  # fmt: skip
def test_the_ending_of_a_file_says_its_format(cli: Cli, workspace: Path, name: str, begins: str) -> None:
    ended = cli("diff", "--output", name, "--exit-code", cwd=workspace)
    assert (ended.returncode, ended.stdout) == (1, f"Wrote {name}\n"), ended.stderr
    assert (workspace / name).read_text(encoding="utf-8").startswith(begins)


def test_a_page_is_printed(cli: Cli, workspace: Path) -> None:
    ended = cli("--ui-lang", "zh", "-C", workspace, "diff", "--format", "html")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith('<!DOCTYPE html>\n<html lang="zh-CN">')
    assert "<td><del>1</del> 人</td><td><ins>2</ins> 人</td>" in ended.stdout


def test_no_table_is_made_of_definitions_with_errors(cli: Cli, workspace: Path) -> None:
    path = workspace / CLERK
    path.write_text(path.read_text(encoding="utf-8") + "headcount: 3\n", encoding="utf-8")
    ended = cli("diff", "--format", "docx", cwd=workspace)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "Nothing was made because the definitions have errors." in ended.stderr
    assert f"{CLERK}:" in ended.stderr
    assert list(workspace.glob("*.docx")) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--output", "a.xyz"], "'.xyz' does not say which format is wanted"),
        (["--lang", "fr"], "this workspace has no language 'fr'"),
        (["--lang", "zh+en"], "this workspace has no language 'zh+en'"),
        (["--format", "docx", "--lang", "zh+zh"], "this workspace has no language 'zh+zh'"),
        (["--format", "docx", "--form", "standard"], "the form 'standard' is no table of changes"),
        (["--format", "docx", "--form", "none"], "there is no form named 'none'"),
        (["--format", "docx", "--date", "soon"], "'soon' is no date"),
    ],
)
def test_what_cannot_be_made_is_told(cli: Cli, workspace: Path, arguments: list[str], said: str) -> None:
    ended = cli("--ui-lang", "en", "diff", *arguments, cwd=workspace)
    assert ended.returncode == 2
    assert said in ended.stderr


def test_a_table_of_changes_is_not_taken_for_a_position(cli: Cli, workspace: Path, tmp_path: Path) -> None:
    table = tmp_path / "表.docx"
    assert cli("-C", workspace, "diff", "--format", "docx", "--output", table).returncode == 0
    ended = cli("--ui-lang", "zh", "import", table, "--into", tmp_path / "new")
    assert ended.returncode == 1
    assert "它是 posdoc 生成的修订对照表" in ended.stdout
    assert not (tmp_path / "new").exists()


def test_a_redline_of_each_position_that_has_changed(cli: Cli, workspace: Path, tmp_path: Path) -> None:
    (workspace / "positions/after-sales/new.yaml").write_text("title: 新岗\nreports_to: after-sales-manager\n", "utf-8")
    ended = cli(
        "--ui-lang", "zh", "-C", workspace, "diff", "--format", "redline", "--by", "王芳", "--output", tmp_path / "r"
    )
    assert ended.returncode == 0, ended.stderr
    (made,) = (tmp_path / "r").iterdir()
    assert made.name.endswith("售后内勤_after-sales-clerk.docx")
    assert ended.stdout == f"已写入 {made}\n新增或撤销的岗位没有修订稿：new\n"
    document = zipfile.ZipFile(made).read("word/document.xml").decode("utf-8")
    assert re.findall(r'<w:(ins|del) [^>]*w:author="([^"]*)"', document)[:2] == [("del", "王芳"), ("ins", "王芳")]
    assert "<w:delText" in document


def test_a_shared_indicator_makes_redlines_of_all_who_use_it(cli: Cli, workspace: Path, tmp_path: Path) -> None:
    git(workspace, "commit", "-q", "-a", "-m", "two")
    path = workspace / "posdoc.yaml"
    text = path.read_text(encoding="utf-8")
    at = text.index("id: customer-satisfaction")
    path.write_text(text[:at] + text[at:].replace("95%", "96%", 1), encoding="utf-8")
    ended = cli("-C", workspace, "diff", "--format", "redline", "--output", tmp_path / "r")
    assert ended.returncode == 0, ended.stderr
    assert len(list((tmp_path / "r").iterdir())) > 3
