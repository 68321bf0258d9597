"""``posdoc chart``: draw one chart now."""

from __future__ import annotations

from pathlib import Path

import click

from posdoc.cli.found import choices
from posdoc.cli.language import say
from posdoc.cli.workspaces import workspace_of


@click.command(
    "chart",
    help=say(
        "画一张图。\n\nKIND 为图的种类：org 为部门组织架构图，position 为一个岗位在组织中的位置，career 为一个岗位的"
        "晋升、轮调与降任路径，flow 为岗位或部门的一个作业流程（后三种用 --position 指明）；不写为 org。"
        "不写 --output 时写到当前文件夹。",
        "Draw one chart.\n\nKIND is org (the department), position (one position in its organization), career (where "
        "promotion, rotation and demotion lead from a position) or flow (a work flow of a position or unit); --position "
        "names it for the last three. Without KIND, org. Without --output the file is written to the current folder.",
    ),
    short_help=say("画一张图", "Draw one chart"),
)
@click.argument("kind", metavar="[KIND]", type=click.Choice(choices("charts")), default="org")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(choices("drawing")),
    help=say(
        "图的格式，可写多个；不写则按 --output 的扩展名，再不然为 svg。",
        "Format of the chart; may be given several times. Else that of the --output file, else svg.",
    ),
)
@click.option("--lang", default="", metavar="zh|en|…", help=say("图中的语言。", "Language of the chart."))
@click.option(
    "--position",
    default="",
    metavar="ID[/FLOW]",
    help=say(
        "position、career 图的岗位；flow 图的岗位或部门，可加 / 和流程标识，不加为第一个流程。",
        "The position of a position or career chart; for a flow, the position or unit, and after a / the flow's id "
        "(else its first flow).",
    ),
)
@click.option("--title", default="", metavar="TITLE", help=say("图的标题。", "Title of the chart."))
@click.option(
    "--dpi",
    type=click.IntRange(24, 1200),
    default=144,
    metavar="N",
    show_default=True,
    help=say("PNG 的分辨率。", "Resolution of PNG."),
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE|DIR",
    help=say("输出文件或文件夹。", "Output file or folder."),
)
@click.pass_context
def chart(
    context: click.Context,
    kind: str,
    formats: tuple[str, ...],
    lang: str,
    position: str,
    title: str,
    dpi: int,
    output: Path | None,
) -> int:
    """Draw, write, and return the exit status."""
    from posdoc.build.charts import ChartRequest, make_charts
    from posdoc.cli.output import show_findings

    request = ChartRequest(workspace_of(context), kind, formats, lang, position, title, dpi, output)
    checked, written = make_charts(request)
    if not written:
        show_findings(checked.findings, checked.root, err=True)
        click.echo(say("定义有错误，没有画图。", "Nothing was drawn because the definitions have errors."), err=True)
        return 2 if checked.settings_are_bad else 1
    for path in written:
        click.echo(say(f"已写入 {path}", f"Wrote {path}"))
    return 0


COMMAND = chart
COMMAND.place = 7  # type: ignore[attr-defined]
