"""``posdoc new``: begin a new position."""

from __future__ import annotations

import click

from posdoc.cli.language import LANGUAGE, say
from posdoc.cli.workspaces import workspace_of


@click.command(
    "new",
    help=say(
        "新建岗位文件，ID 即文件名，例如 night-shift-agent。",
        "Begin the file of a new position. ID becomes the name of the file, such as night-shift-agent.",
    ),
    short_help=say("新建岗位", "Begin a new position"),
)
@click.argument("identity", metavar="ID")
@click.option("--title", default="", metavar="TITLE", help=say("岗位名称。", "Title of the position."))
@click.option(
    "--unit", default="", metavar="UNIT", help=say("所属部门（文件夹名）。", "Its unit (the name of the folder).")
)
@click.option("--reports-to", default="", metavar="ID", help=say("直接上级。", "Its superior."))
@click.option("--based-on", default="", metavar="ID", help=say("沿用这个岗位的内容。", "Take over another position."))
@click.pass_context
def new(context: click.Context, identity: str, title: str, unit: str, reports_to: str, based_on: str) -> None:
    """Write the file."""
    from posdoc.build.new import NewPosition, new_position

    root = workspace_of(context)
    path = new_position(root, NewPosition(identity, title, unit, reports_to, based_on), LANGUAGE)
    click.echo(say(f"新建了 {path}，请打开填写。", f"Made {path}; open it and fill it in."))


COMMAND = new
COMMAND.place = 2  # type: ignore[attr-defined]
