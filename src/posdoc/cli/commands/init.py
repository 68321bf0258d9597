"""``posdoc init``: make a workspace, or refresh the schemas of one."""

from __future__ import annotations

from pathlib import Path

import click

from posdoc.cli.language import say


@click.command(
    "init",
    help=say(
        "在 DIR 新建工作区：一个完整的售后服务部示例、编辑器设置，以及可双击的“检查”和“生成文档”。\n\n"
        "在已有的工作区中运行时，只更新编辑器用的 schema 和设置，不动任何定义。",
        "Make a workspace in DIR: a complete sample department, editor settings, and two files to double-click.\n\n"
        "In a workspace that exists, only the schemas and editor settings are refreshed; definitions are left alone.",
    ),
    short_help=say("新建工作区", "Make a workspace"),
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--empty", is_flag=True, help=say("不要示例，只建最少的文件。", "Without the sample: only what is needed.")
)
def init(folder: Path, empty: bool) -> None:
    """Write the files and say what comes next."""
    from posdoc.build.workspace import init_workspace

    existed = (folder / "posdoc.yaml").exists()
    written = init_workspace(folder, empty=empty)
    if existed:
        click.echo(
            say(
                f"工作区已存在，更新了 {len(written)} 个文件。",
                f"The workspace exists; {len(written)} files were refreshed.",
            )
        )
        return
    click.echo(
        say(f"新建了工作区 {folder}（{len(written)} 个文件）。", f"Made the workspace {folder} ({len(written)} files).")
    )
    click.echo(
        say(
            f"接下来：cd {folder}，posdoc check 检查，posdoc build 生成文档。",
            f"Next: cd {folder}, posdoc check, posdoc build.",
        )
    )


COMMAND = init
COMMAND.place = 1  # type: ignore[attr-defined]
