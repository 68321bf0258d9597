"""``posdoc export``: Excel workbooks of the workspace."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from posdoc.cli.found import choices
from posdoc.cli.language import LANGUAGE, say
from posdoc.cli.workspaces import workspace_of

_KINDS = choices("tables/workbooks")


@click.command(
    "export",
    help=say(
        "生成 Excel 工作簿。\n\n文件名说明要什么：posdoc export register.xlsx headcount.xlsx；文件另取名字时用 --kind 写明。"
        "不写文件名则列出可以生成什么。",
        "Make Excel workbooks.\n\nThe name of a file says what it is to be: posdoc export register.xlsx headcount.xlsx; "
        "for another name say so with --kind. Without a file, what there is is listed.",
    ),
    short_help=say("生成 Excel 工作簿", "Make Excel workbooks"),
)
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option(
    "--kind",
    type=click.Choice(_KINDS),
    help=say("生成什么，文件名不说明时用。", "What to make, where the name of the file does not say so."),
)
@click.option(
    "--unit", default="", metavar="ID", help=say("只含此部门及其下级部门。", "Only this unit and the units below it.")
)
@click.option(
    "--lang",
    default="",
    metavar="zh|en|…",
    help=say(
        "表头与文字的语言；不写为工作区的第一种语言。", "Language of heads and texts; else the workspace's first."
    ),
)
@click.option(
    "--as-of",
    default="",
    metavar="YYYY-MM-DD",
    help=say("谁在岗按这一天算；不写为今天。", "Who holds what on that day; else today."),
)
@click.option(
    "--names",
    is_flag=True,
    help=say("写出人名（个人信息，不写此项则不含人名）。", "Name people; without it no personal data is written."),
)
@click.option(
    "--force",
    is_flag=True,
    help=say("覆盖已被改过的文件。", "Write over files that somebody has changed."),
)
@click.pass_context
def export(
    context: click.Context,
    files: tuple[Path, ...],
    kind: str | None,
    unit: str,
    lang: str,
    as_of: str,
    names: bool,
    force: bool,
) -> int:
    """Make and write the workbooks, or list what there is, and return the exit status."""
    if not files and kind is None:
        _list()
        return 0
    from posdoc.build.export import ENDING, ExportRequest, make_exports
    from posdoc.cli.output import show_findings

    wanted = files or (Path(f"{kind}.{ENDING}"),)
    request = ExportRequest(workspace_of(context), _day(as_of), wanted, kind or "", unit, lang, names, force)
    made = make_exports(request)
    if not made.written:
        show_findings(made.checked.findings, made.checked.root, err=True)
        click.echo(say("定义有错误，没有生成。", "Nothing was made because the definitions have errors."), err=True)
        return 2 if made.checked.settings_are_bad else 1
    for path in made.written:
        click.echo(say(f"已写入 {path}", f"Wrote {path}"))
    return 0


def _list() -> None:
    """One line for each kind: the name of its file, and what it is."""
    from posdoc.tables.workbooks import kind, kinds

    names = {name: f"{name}.xlsx" for name in kinds()}
    width = max(len(name) for name in names.values())
    for name, file in names.items():
        click.echo(f"{file:<{width}}  {kind(name).ABOUT.in_(LANGUAGE)}")


def _day(asked: str) -> date:
    """The day asked for, the first one of a month or a year; else today."""
    from posdoc.cli.dates import partial_date
    from posdoc.cli.today import today
    from posdoc.model import first_day

    return first_day(partial_date(asked)) if asked else today()


COMMAND = export
COMMAND.place = 7.7  # type: ignore[attr-defined]
