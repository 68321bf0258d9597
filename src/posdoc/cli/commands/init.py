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
    from posdoc.build.workspace import EDITOR_SETTINGS, editor_settings, init_workspace

    existed = (folder / "posdoc.yaml").exists()
    count = len(init_workspace(folder, empty=empty))
    if existed:
        files = "1 file was" if count == 1 else f"{count} files were"
        click.echo(
            say(
                f"工作区已存在：更新了 {count} 个编辑器文件，没有改动任何定义。",
                f"The workspace exists: {files} refreshed for editors, no definition was touched.",
            )
        )
    else:
        click.echo(say(f"新建了工作区 {folder}（{count} 个文件）。", f"Made the workspace {folder} ({count} files)."))
        _say_what_is_next(folder)
    if editor_settings(folder / EDITOR_SETTINGS) is None:
        click.echo(
            say(
                f"没有改动 {EDITOR_SETTINGS}：其中有注释或不是 JSON。需要编辑器提示时请自行加入 yaml.schemas。",
                f"{EDITOR_SETTINGS} was left alone: it has comments or is not JSON. Add yaml.schemas to it yourself.",
            )
        )


def _say_what_is_next(folder: Path) -> None:
    """The commands to type, beginning with the way into the folder unless one is there."""
    enter = "" if folder.resolve() == Path.cwd() else f'cd "{folder}"' if " " in str(folder) else f"cd {folder}"
    click.echo(say("接下来运行：", "Next, run:"))
    for line in (enter, "posdoc check", "posdoc build"):
        if line:
            click.echo(f"  {line}")


COMMAND = init
COMMAND.place = 1  # type: ignore[attr-defined]
