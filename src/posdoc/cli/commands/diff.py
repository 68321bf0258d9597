"""``posdoc diff``: what changed between two states of the definitions."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from posdoc.cli.language import LANGUAGE, say
from posdoc.errors import WorkspaceError

_TEXTS = ("text", "markdown", "json")


@click.command(
    "diff",
    help=say(
        "比较岗位定义的两个版本：谁新增、撤销、改名、调整了部门，哪些职责、占比、指标、上级变了。\n\n"
        "OLD 和 NEW 是 git 的版本（提交、分支、标签、HEAD~1）或工作区文件夹；不写 NEW 为当前文件，都不写则与最近一次提交比较。"
        "不切换、不改动任何文件。",
        "Compare two states of the definitions: what was added, abolished, renamed or moved to another unit, and which duties, "
        "shares, indicators and superiors changed.\n\nOLD and NEW are git revisions (a commit, a branch, a tag, HEAD~1) or "
        "folders of workspaces; without NEW it is the files as they are now, without both they are compared with the last "
        "commit. Nothing is checked out or changed.",
    ),
    short_help=say("比较两个版本", "Compare two states of the definitions"),
)
@click.argument("old", default="HEAD", metavar="[OLD]")
@click.argument("new", default="", metavar="[NEW]")
@click.option(
    "--format", "format_", type=click.Choice(_TEXTS), default="text", help=say("输出格式。", "Output format.")
)
@click.option("--lang", default="", metavar="zh|en", help=say("用哪种语言说明。", "The language to tell it in."))
@click.option(
    "--exit-code", is_flag=True, help=say("有不同时退出状态为 1。", "Exit with status 1 if anything differs.")
)
@click.pass_context
def diff(context: click.Context, old: str, new: str, format_: str, lang: str, exit_code: bool) -> int:
    """Compare, print, and return the exit status."""
    from posdoc.cli.output import write_utf8
    from posdoc.collector import collector_off
    from posdoc.diff import compare
    from posdoc.diff.formats import format_named
    from posdoc.diff.sides import sides

    with collector_off():
        found = sides(_workspace(context), old, new)
        difference = compare(found.old, found.new)
    language = lang or (LANGUAGE if LANGUAGE in found.new.languages else found.new.languages[0])
    color = format_ == "text" and sys.stdout.isatty()
    written = format_named(format_).write(difference, found.names, language, color)
    if format_ == "text":
        click.echo(written, nl=False)
    else:
        write_utf8(written)
    return 1 if exit_code and difference.subjects else 0


def _workspace(context: click.Context) -> Path | None:
    """The workspace, if there is one: two folders need none."""
    from posdoc.cli.workspaces import workspace_of

    try:
        return workspace_of(context)
    except WorkspaceError:
        return None


COMMAND = diff
COMMAND.place = 5.5  # type: ignore[attr-defined]
