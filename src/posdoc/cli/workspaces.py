"""Which folder a command works on."""

from __future__ import annotations

from pathlib import Path

import click

from posdoc.errors import WorkspaceError
from posdoc.phrases import Phrase
from posdoc.workspace_files import SETTINGS_FILE

_MISSPELT = ("posdoc.yml", "Posdoc.yaml", "posdoc.yaml.txt")


def workspace_of(context: click.Context) -> Path:
    """The folder given with ``-C``, else the nearest parent of the current one that is a workspace."""
    given: Path | None = context.obj
    if given is not None:
        if not _has(given, SETTINGS_FILE):
            raise WorkspaceError(
                Phrase(
                    f"“{given}”不是工作区：其中没有 posdoc.yaml", f"'{given}' is no workspace: it has no posdoc.yaml"
                ),
                _misspelt_in(given)
                or Phrase(f"用 posdoc init {given} 新建一个", f"make one with: posdoc init {given}"),
            )
        return given.resolve()
    here = _current_folder()
    for folder in (here, *here.parents):
        if _has(folder, SETTINGS_FILE):
            return folder
    raise WorkspaceError(
        Phrase(f"在“{here}”及其上级文件夹中没有找到 posdoc.yaml", f"no posdoc.yaml in '{here}' or any folder above it"),
        _misspelt_in(here)
        or Phrase(
            "进入工作区再运行，或用 -C 指明文件夹，或用 posdoc init 新建",
            "go to a workspace, name one with -C, or make one with: posdoc init DIR",
        ),
    )


def _current_folder() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise WorkspaceError(
            Phrase("当前文件夹已被删除", "the current folder has been deleted"),
            Phrase("进入工作区再运行，或用 -C 指明文件夹", "go to a workspace, or name one with -C"),
        ) from None


def _has(folder: Path, name: str) -> bool:
    """Whether the folder holds a file of this name; no where one may not look."""
    try:
        return (folder / name).is_file()
    except OSError:
        return False


def _misspelt_in(folder: Path) -> Phrase | None:
    """What to do about a settings file whose name is nearly right."""
    found = next((name for name in _MISSPELT if _has(folder, name)), None)
    if found is None:
        return None
    return Phrase(f"把 {found} 改名为 {SETTINGS_FILE}", f"rename {found} to {SETTINGS_FILE}")
