"""``posdoc diff``: what changed between two states of the definitions."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from posdoc.cli.found import choices
from posdoc.cli.language import say
from posdoc.errors import WorkspaceError

if TYPE_CHECKING:
    from posdoc.diff import Difference
    from posdoc.diff.sides import Sides
    from posdoc.model import Organization

_FORMATS = (*choices("diff/formats"), "docx", "redline", "chart")
_PAPERS = ("auto", "a4", "a3", "slide", "whole")


@click.command(
    "diff",
    help=say(
        "比较岗位定义的两个版本：谁新增、撤销、改名、调整了部门，哪些职责、占比、指标、上级变了。\n\n"
        "OLD 和 NEW 是 git 的版本（提交、分支、标签、HEAD~1）或工作区文件夹；不写 NEW 为当前文件，都不写则与最近一次提交比较。"
        "不切换、不改动任何文件。\n\ndocx 为送审用的修订对照表；redline 为每个改动过的岗位的说明书，"
        "改动是 Word 的修订标记，可逐处接受或拒绝；chart 为标出变化的组织架构图"
        "（--output 的扩展名为图的格式，如 .svg、.pdf、.pptx），不写 --output 时都写到当前文件夹；其他格式显示在屏幕上。",
        "Compare two states of the definitions: what was added, abolished, renamed or moved to another unit, and which duties, "
        "shares, indicators and superiors changed.\n\nOLD and NEW are git revisions (a commit, a branch, a tag, HEAD~1) or "
        "folders of workspaces; without NEW it is the files as they are now, without both they are compared with the last "
        "commit. Nothing is checked out or changed.\n\nThe format docx is the table of changes that approvals ask for, "
        "redline the job description of each changed position with the changes as Word's tracked changes, to accept or "
        "reject one by one, "
        "and chart the organization chart with the changes marked (in the format that the --output file ends in: .svg, "
        ".pdf, .pptx …); without --output they are written to the current folder. The other formats are printed.",
    ),
    short_help=say("比较两个版本", "Compare two states of the definitions"),
)
@click.argument("old", default="HEAD", metavar="[OLD]")
@click.argument("new", default="", metavar="[NEW]")
@click.option(
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    help=say(
        "输出格式；不写则按 --output 的扩展名，再不然为 text。", "Format; else that of the --output file, else text."
    ),
)
@click.option(
    "--lang",
    default="",
    metavar="zh|en|zh+en",
    help=say("用哪种语言说明；Word 文件可以两种对照。", "The language to tell it in; Word files can be in two."),
)
@click.option(
    "--all",
    "whole",
    is_flag=True,
    help=say("chart 画出没有变化的全部岗位。", "Draw all positions in the chart, those without changes too."),
)
@click.option(
    "--paper",
    type=click.Choice(_PAPERS),
    help=say("chart 的页面（PDF、PPTX）。", "The pages of the chart as PDF or PPTX."),
)
@click.option(
    "--form", default="", metavar="NAME", help=say("docx 或 redline 用的表单。", "The form for docx or redline.")
)
@click.option(
    "--by",
    default="",
    metavar="NAME",
    help=say(
        "redline 中改动算谁的；默认取 git 的 user.name。", "Whose changes those of redline are; else user.name of git."
    ),
)
@click.option(
    "--date",
    "day",
    default="",
    metavar="YYYY-MM-DD",
    help=say("docx、redline 中的日期；不写为今天。", "The date in docx and redline; else today."),
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE|DIR",
    help=say("输出文件或文件夹。", "Output file or folder."),
)
@click.option(
    "--exit-code", is_flag=True, help=say("有不同时退出状态为 1。", "Exit with status 1 if anything differs.")
)
@click.pass_context
def diff(
    context: click.Context,
    old: str,
    new: str,
    format_: str | None,
    lang: str,
    form: str,
    by: str,
    day: str,
    output: Path | None,
    exit_code: bool,
    whole: bool,
    paper: str | None,
) -> int:
    """Compare, print or write, and return the exit status."""
    from posdoc.cli import comparing
    from posdoc.collector import collector_off
    from posdoc.diff import compare
    from posdoc.diff.sides import sides

    kind = comparing.format_of(format_, output)
    comparing.check_options(kind, {"--form": form, "--date": day, "--by": by, "--paper": paper, "--all": whole})
    workspace = _workspace(context)
    with collector_off():
        found = sides(workspace, old, new, whole=kind in (comparing.CHART, comparing.REDLINE))
        difference = compare(found.old, found.new)
    root = workspace or Path(new or old)
    if kind in (comparing.WORD, comparing.CHART, comparing.REDLINE) and _has_errors(found, root):
        return 1
    if kind == comparing.CHART:
        _write_chart(difference, found.names, (output, lang, paper, whole))
        return 1 if exit_code and difference.subjects else 0
    language = comparing.language_of(difference, lang, kind) if lang or kind != comparing.REDLINE else ""
    if kind == comparing.REDLINE:
        _write_redlines(difference, found.old, (root, output, form, language, by or _author(workspace), _day(day)))
        return 1 if exit_code and difference.subjects else 0
    wanted = comparing.Wanted(kind, language, output, form, _day(day), root)
    is_printed = output is None and kind != comparing.WORD
    data = comparing.made(difference, found.names, wanted, color=kind == "text" and is_printed and sys.stdout.isatty())
    if is_printed:
        _print(data.decode("utf-8"), kind)
    else:
        path = comparing.written(difference, data, wanted)
        click.echo(say(f"已写入 {path}", f"Wrote {path}"))
    return 1 if exit_code and difference.subjects else 0


def _workspace(context: click.Context) -> Path | None:
    """The workspace, if there is one: two folders need none."""
    from posdoc.cli.workspaces import workspace_of

    try:
        return workspace_of(context)
    except WorkspaceError:
        return None


def _has_errors(found: Sides, root: Path) -> bool:
    """Whether the new definitions cannot be read as a whole, which is told: nothing is printed of them."""
    from posdoc.cli.output import show_findings
    from posdoc.diagnostics import Severity

    errors = [finding for finding in found.findings[1] if finding.severity is Severity.ERROR]
    if errors:
        show_findings(errors, root, err=True)
        click.echo(say("定义有错误，没有生成。", "Nothing was made because the definitions have errors."), err=True)
    return bool(errors)


def _write_chart(
    difference: Difference, names: tuple[str, str], asked: tuple[Path | None, str, str | None, bool]
) -> None:
    """Draw the organization chart of the changes, and tell where it is or that there is none."""
    from posdoc.cli.changes_chart import ChartWanted, chart_of

    path = chart_of(difference, names, ChartWanted(*asked))
    if path is None:
        click.echo(say("组织架构没有变化，没有画图。", "Nothing was drawn, as the organization chart stays as it was."))
    else:
        click.echo(say(f"已写入 {path}", f"Wrote {path}"))


def _write_redlines(
    difference: Difference, old: Organization, asked: tuple[Path, Path | None, str, str, str, date]
) -> None:
    """Write the job descriptions with tracked changes, and tell which there are and which there cannot be."""
    from posdoc.cli.redlining import RedlinesWanted, write_redlines

    written = write_redlines(difference, old, RedlinesWanted(*asked))
    for path in written.paths:
        click.echo(say(f"已写入 {path}", f"Wrote {path}"))
    if written.without:
        names = written.without
        click.echo(say(f"新增或撤销的岗位没有修订稿：{'、'.join(names)}",
                       f"There is no redline of positions that came or went: {', '.join(names)}"))  # fmt: skip
    elif not written.paths:
        click.echo(say("没有岗位改动，没有生成。", "Nothing was made, as no position has changed."))


def _author(workspace: Path | None) -> str:
    from posdoc.vcs import Repository, is_versioned

    return Repository.around(workspace).author() if workspace is not None and is_versioned(workspace) else ""


def _day(asked: str) -> date:
    """The day asked for, the first one of a month or a year; else today."""
    from posdoc.cli.dates import partial_date
    from posdoc.cli.today import today
    from posdoc.model import first_day

    return first_day(partial_date(asked)) if asked else today()


def _print(text: str, kind: str) -> None:
    from posdoc.cli.output import write_utf8

    if kind == "text":
        click.echo(text, nl=False)
    else:
        write_utf8(text)


COMMAND = diff
COMMAND.place = 5.5  # type: ignore[attr-defined]
