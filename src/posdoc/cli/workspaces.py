"""Which folder a command works on."""

from __future__ import annotations

from pathlib import Path

import click

from posdoc.errors import WorkspaceError
from posdoc.phrases import Phrase

SETTINGS_FILE = "posdoc.yaml"


def workspace_of(context: click.Context) -> Path:
    """The folder given with ``-C``, else the nearest parent of the current one that is a workspace."""
    given: Path | None = context.obj
    if given is not None:
        if not (given / SETTINGS_FILE).is_file():
            raise WorkspaceError(
                Phrase(
                    f"“{given}”不是工作区：其中没有 posdoc.yaml", f"'{given}' is no workspace: it has no posdoc.yaml"
                ),
                Phrase(f"用 posdoc init {given} 新建一个", f"make one with: posdoc init {given}"),
            )
        return given.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
    raise WorkspaceError(
        Phrase(f"在“{here}”及其上级文件夹中没有找到 posdoc.yaml", f"no posdoc.yaml in '{here}' or any folder above it"),
        Phrase(
            "进入工作区再运行，或用 -C 指明文件夹，或用 posdoc init 新建",
            "go to a workspace, name one with -C, or make one with: posdoc init DIR",
        ),
    )
