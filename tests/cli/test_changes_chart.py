"""``posdoc diff --format chart``: the organization chart of the changes, as files in the formats of charts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from posdoc.charts.graph import Box, Graph, Group, Link
from posdoc.cli.changes_chart import shows_changes
from posdoc.drawing import formats
from tests.conftest import ROOT
from tests.diff.workspaces import versioned_sample

Cli = Callable[..., Any]
CLERK = "positions/after-sales/after-sales-clerk.yaml"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """The sample department, of which the last commit has one position more and another head count."""
    folder = versioned_sample(tmp_path / "岗位 库")
    path = folder / CLERK
    path.write_text(path.read_text(encoding="utf-8").replace("headcount: 1", "headcount: 2"), encoding="utf-8")
    (folder / "positions/after-sales/技师.yaml").write_text(
        "title: 技师\nreports_to: after-sales-clerk\n", encoding="utf-8"
    )
    return folder


def texts(path: Path) -> list[str]:
    return [each.text or "" for each in ElementTree.parse(path).iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.tool("git")
def test_the_last_commit_and_the_files_as_they_are(cli: Cli, workspace: Path) -> None:
    ended = cli("--ui-lang", "zh", "diff", "--format", "chart", cwd=workspace)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "已写入 组织变化图.svg\n", "")
    found = texts(workspace / "组织变化图.svg")
    assert "售后服务部组织架构图变化：HEAD → 当前文件" in found
    assert {"+ 技师", "~ 售后内勤", "1 → 2 人", "售后服务经理", "分管副总经理"} <= set(found)
    english = cli("diff", "--format", "chart", "--lang", "en", "--exit-code", cwd=workspace)
    assert english.returncode == 1
    assert "1 → 2" in texts(workspace / "organization-changes.svg")


@pytest.mark.parametrize("format_", formats())
def test_two_folders_in_every_format(format_: str, cli: Cli, workspace: Path, tmp_path: Path) -> None:
    target = tmp_path / f"chart.{format_}"
    ended = cli("--ui-lang", "en", "diff", ROOT, workspace, "--format", "chart", "--output", target, cwd=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert target.stat().st_size > 500


def test_the_ending_of_a_picture_says_that_a_chart_is_wanted(cli: Cli, workspace: Path, tmp_path: Path) -> None:
    assert cli("diff", ROOT, workspace, "--output", tmp_path / "a.svg", cwd=tmp_path).returncode == 0
    assert f"{ROOT.name} → 岗位 库" in "".join(texts(tmp_path / "a.svg"))
    assert cli("diff", ROOT, workspace, "--all", "--output", tmp_path / "b.svg", cwd=tmp_path).returncode == 0
    assert len(texts(tmp_path / "b.svg")) > len(texts(tmp_path / "a.svg"))


def test_paper_and_a_folder(cli: Cli, workspace: Path, tmp_path: Path) -> None:
    for paper in ("a4", "whole"):
        ended = cli("diff", ROOT, workspace, "--paper", paper, "--output", tmp_path / f"{paper}.pdf", cwd=tmp_path)
        assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "a4.pdf").read_bytes() != (tmp_path / "whole.pdf").read_bytes()
    assert cli("diff", ROOT, workspace, "--format", "chart", "--output", tmp_path, cwd=tmp_path).returncode == 0
    assert (tmp_path / "组织变化图.svg").is_file()


def test_where_nothing_changed_nothing_is_written(cli: Cli, tmp_path: Path) -> None:
    ended = cli("--ui-lang", "zh", "diff", ROOT, ROOT, "--format", "chart", cwd=tmp_path)
    assert (ended.returncode, ended.stdout) == (0, "组织架构没有变化，没有画图。\n")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_drawn_is_told(cli: Cli, workspace: Path, tmp_path: Path) -> None:
    wrong = cli("--ui-lang", "en", "diff", ROOT, workspace, "--format", "chart", "--output", "x.doc", cwd=tmp_path)
    assert wrong.returncode == 2
    assert "does not fit the format of the chart" in wrong.stderr
    assert cli("diff", ROOT, workspace, "--format", "chart", "--lang", "xx", cwd=tmp_path).returncode == 2
    (workspace / CLERK).write_text("title: [", encoding="utf-8")
    assert cli("diff", ROOT, workspace, "--format", "chart", cwd=tmp_path).returncode == 1


@pytest.mark.parametrize(
    ("graph", "shows"),
    [
        (Graph("", "zh", ()), False),
        (Graph("", "zh", (Box("a", (), state="kept", line="kept"),)), False),
        (Graph("", "zh", (Box("a", (), state="changed"),)), True),
        (Graph("", "zh", (Box("a", (), state="kept"),), groups=(Group("g", "", state="added"),)), True),
        (Graph("", "zh", (Box("a", (), state="kept"),), links=(Link("a", "b", state="removed"),)), True),
    ],
)
def test_whether_a_chart_shows_a_change(graph: Graph, shows: bool) -> None:
    assert shows_changes(graph) is shows
