"""``posdoc history``: the life of a position, from git."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from posdoc.cli.language import LANGUAGE, say
from posdoc.cli.workspaces import workspace_of

if TYPE_CHECKING:
    from posdoc.diff.history import Event


@click.command(
    "history",
    help=say(
        "从 git 看一个岗位或部门的历史：各个版本、改了什么、谁改的、什么时候。\n\n改过标识、挪过文件夹的，也一直追到最初。",
        "The life of a position or unit, from git: its versions, what changed, by whom, when.\n\nIt is followed through "
        "changes of its id and its unit.",
    ),
    short_help=say("一个岗位的历史", "The life of a position"),
)
@click.argument("identity", metavar="ID")
@click.option(
    "--limit", type=click.IntRange(1), default=None, metavar="N", help=say("只看最近 N 次。", "Only the last N.")
)
@click.option(
    "--format", "format_", type=click.Choice(("text", "json")), default="text", help=say("输出格式。", "Output format.")
)
@click.option("--lang", default="", metavar="zh|en", help=say("用哪种语言说明。", "The language to tell it in."))
@click.pass_context
def history_(context: click.Context, identity: str, limit: int | None, format_: str, lang: str) -> int:
    """Follow, print, and return the exit status."""
    from posdoc.build.asked import subject_asked
    from posdoc.cli.output import write_utf8
    from posdoc.collector import collector_off
    from posdoc.diff.history import history, path_of
    from posdoc.load import load
    from posdoc.vcs import Repository

    root = workspace_of(context)
    with collector_off():
        organization = load(root)[0]
        path = path_of(subject_asked(organization, identity))
        language = lang or (LANGUAGE if LANGUAGE in organization.languages else organization.languages[0])
        events = history(Repository.around(root), path, limit or 0)
        if format_ == "json":
            import json

            write_utf8(json.dumps([_data(event) for event in events], ensure_ascii=False, indent=2) + "\n")
            return 0
        is_any = False
        for event in events:
            click.echo(_told(event, language))
            is_any = True
    if not is_any:
        click.echo(say("git 里还没有它：文件尚未提交。", "Git knows nothing of it: its file is in no commit yet."))
    return 0


def _told(event: Event, language: str) -> str:
    from posdoc.diff.formats.text import lines_of
    from posdoc.reporters.text import visible

    commit = event.commit
    version = f"  {say('版本', 'version')} {event.version}" if str(event.version) else ""
    told = visible(f"{commit.date}{version}  {commit.author}  {commit.subject}  {commit.id[:9]}")
    head = click.style(told, bold=True)
    if event.subject is None:
        return f"{head}\n    {say('定义没有变（只改了注释或格式）', 'the definition did not change (comments or layout only)')}"
    return "\n".join([head, *lines_of(event.difference, event.subject, language, sys.stdout.isatty())])


def _data(event: Event) -> dict[str, Any]:
    from posdoc.diff.recipe import changed_of, state_of

    subject = event.subject
    found: dict[str, Any] = {**event.commit._asdict(), "version": str(event.version)}
    if subject is not None and subject.old is None and subject.new is not None:
        found["added"] = state_of(subject.new)
    elif subject is not None and subject.new is None and subject.old is not None:
        found["removed"] = state_of(subject.old)
    elif subject is not None:
        found["changed"] = changed_of(subject)
    return found


COMMAND = history_
COMMAND.place = 5.6  # type: ignore[attr-defined]
