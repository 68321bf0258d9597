"""``posdoc stats``: head counts, vacancies, levels and spans of control."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from posdoc.cli.language import LANGUAGE, say
from posdoc.cli.workspaces import workspace_of

_FORMATS = ("text", "json", "xlsx", "csv")
_TABLES = (
    "summary",
    "units",
    "spans",
    "lines",
    "levels",
    "bands",
    "vacancies",
    "proposed",
    "unowned",
    "positions",
)


@click.command(
    "stats",
    help=say(
        "统计岗位、定员、在岗、空缺、层级、管理幅度、管理人员与员工之比，以及无人负责的工作，按部门和全体列出。\n\n"
        "text 与 json 显示在屏幕上；xlsx 与 csv 不写 --output 时写到当前文件夹。",
        "Count positions, planned and filled heads, vacancies, levels, spans of control, managers to staff, and work "
        "without an owner, for each unit and in all.\n\nText and json are printed; without --output, xlsx and csv are "
        "written to the current folder.",
    ),
    short_help=say("统计编制、空缺与管理幅度", "Head counts, vacancies, spans of control"),
)
@click.option(
    "--unit", default="", metavar="ID", help=say("只统计此部门及其下级部门。", "Only this unit and the units below it.")
)
@click.option(
    "--as-of",
    default="",
    metavar="YYYY-MM-DD",
    help=say(
        "统计这一天的组织；不写为今天。",
        "The organization of that day, by the dates of positions and posts; else today.",
    ),
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    help=say("格式；不写则按 --output 的扩展名，再不然为 text。", "Format; else that of the --output file, else text."),
)
@click.option(
    "--table",
    "tables",
    multiple=True,
    type=click.Choice(_TABLES),
    help=say(
        "text、csv 只要哪张表，可写多个；csv 不写为 units。",
        "Which table text or csv is to have; repeatable. Without it text has all that matter, csv has units.",
    ),
)
@click.option("--lang", default="", metavar="zh|en|…", help=say("表中的语言。", "Language of the tables."))
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE|DIR",
    help=say("输出文件或文件夹。", "Output file or folder."),
)
@click.pass_context
def stats(
    context: click.Context,
    unit: str,
    as_of: str,
    format_: str | None,
    tables: tuple[str, ...],
    lang: str,
    output: Path | None,
) -> int:
    """Count, print or write, and return the exit status."""
    from posdoc.build.stats import StatsRequest, make_stats
    from posdoc.cli.output import show_findings, write_utf8

    day = _day(as_of)
    request = StatsRequest(workspace_of(context), unit, day, format_ or "", tables, lang, LANGUAGE, output)
    made = make_stats(request)
    if not made.text and not made.written:
        show_findings(made.checked.findings, made.checked.root, err=True)
        click.echo(say("定义有错误，没有统计。", "Nothing was counted because the definitions have errors."), err=True)
        return 2 if made.checked.settings_are_bad else 1
    if format_ == "json":
        write_utf8(made.text)
    else:
        click.echo(made.text, nl=False)
    for path in made.written:
        click.echo(say(f"已写入 {path}", f"Wrote {path}"))
    return 0


def _day(asked: str) -> date:
    """The day asked for, the first one of a month or a year; else today."""
    from posdoc.cli.dates import partial_date
    from posdoc.cli.today import today
    from posdoc.model import first_day

    return first_day(partial_date(asked)) if asked else today()


COMMAND = stats
COMMAND.place = 7.5  # type: ignore[attr-defined]
