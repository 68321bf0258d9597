"""Which folder a command works on."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from posdoc.cli.workspaces import workspace_of
from posdoc.errors import WorkspaceError
from posdoc.phrases import Phrase


def context(given: Path | None = None) -> click.Context:
    return click.Context(click.Command("check"), obj=given)


def workspace(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "posdoc.yaml").write_text("organization: 公司\n", encoding="utf-8")
    return folder


def test_the_folder_that_is_given(tmp_path: Path) -> None:
    folder = workspace(tmp_path / "部门")
    assert workspace_of(context(folder)) == folder
    assert workspace_of(context(folder / ".." / "部门")) == folder


def test_the_nearest_folder_above(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace(tmp_path)
    inner = workspace(tmp_path / "inner")
    below = inner / "positions" / "service"
    below.mkdir(parents=True)
    for here, found in ((tmp_path, tmp_path), (inner, inner), (below, inner)):
        monkeypatch.chdir(here)
        assert workspace_of(context()) == found


def refusal(given: Path | None = None) -> WorkspaceError:
    with pytest.raises(WorkspaceError) as raised:
        workspace_of(context(given))
    assert raised.value.exit_code == 2
    return raised.value


def test_a_given_folder_that_is_no_workspace(tmp_path: Path) -> None:
    error = refusal(tmp_path)
    assert error.message == Phrase(
        f"“{tmp_path}”不是工作区：其中没有 posdoc.yaml", f"'{tmp_path}' is no workspace: it has no posdoc.yaml"
    )
    assert error.hint == Phrase(f"用 posdoc init {tmp_path} 新建一个", f"make one with: posdoc init {tmp_path}")


def test_a_folder_named_like_the_settings(tmp_path: Path) -> None:
    (tmp_path / "posdoc.yaml").mkdir()
    assert "it has no posdoc.yaml" in refusal(tmp_path).message.en


def test_no_workspace_above(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    error = refusal()
    assert error.message.en == f"no posdoc.yaml in '{tmp_path}' or any folder above it"
    assert error.hint == Phrase(
        "进入工作区再运行，或用 -C 指明文件夹，或用 posdoc init 新建",
        "go to a workspace, name one with -C, or make one with: posdoc init DIR",
    )


@pytest.mark.parametrize("name", ["posdoc.yml", "posdoc.yaml.txt"])
def test_settings_whose_name_is_nearly_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / name).write_text("organization: 公司\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for error in (refusal(), refusal(tmp_path)):
        assert error.hint == Phrase(f"把 {name} 改名为 posdoc.yaml", f"rename {name} to posdoc.yaml")


def test_a_current_folder_that_was_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Path:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(Path, "cwd", gone)
    assert refusal().message == Phrase("当前文件夹已被删除", "the current folder has been deleted")
    assert workspace_of(context(workspace(tmp_path))) == tmp_path.resolve()


def test_a_folder_that_may_not_be_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refuse)
    assert "is no workspace" in refusal(tmp_path).message.en
