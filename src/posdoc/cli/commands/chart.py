"""``posdoc chart``: draw one chart now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from posdoc.cli.found import choices
from posdoc.cli.language import say
from posdoc.cli.workspaces import workspace_of

if TYPE_CHECKING:
    from posdoc.model import ChartOutput

_CONTENTS = (
    "title",
    "second_language",
    "id",
    "code",
    "grade",
    "level",
    "unit",
    "headcount",
    "vacancy",
    "incumbents",
    "span",
)
_COLOURS = ("none", "unit", "level", "grade", "family")
_PAPERS = ("auto", "a4", "a3", "slide", "whole")


@click.command(
    "chart",
    help=say(
        "画一张图。\n\nKIND 为图的种类：org 为组织架构图（不写即为此），units 为部门图，people 为人员图，career 为晋升、"
        "轮调与降任路径，flow 为一个作业流程，position 为一个岗位在组织中的位置。不写 --output 时写到当前文件夹。",
        "Draw one chart.\n\nKIND is org (positions; the default), units (units with their head counts), people "
        "(incumbents and vacancies), career (where promotion, rotation and demotion lead), flow (a work flow) or position "
        "(one position in its organization). Without --output the file is written to the current folder.",
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
        "position 图的岗位；career 图的岗位，不写为全部门；flow 图的岗位或部门，可加 / 和流程标识，不加为第一个流程。",
        "The position of a position chart, or of a career chart (else the department); for a flow, the position or unit, "
        "and after a / the flow's id (else its first flow).",
    ),
)
@click.option(
    "--root", default="", metavar="ID", help=say("只画此岗位及其下属。", "Only this position and all below it.")
)
@click.option(
    "--unit", default="", metavar="ID", help=say("只画此部门及其下级部门。", "Only this unit and the units below it.")
)
@click.option(
    "--level",
    "levels",
    multiple=True,
    metavar="ID",
    help=say("只画此层级的岗位，可写多个。", "Only positions of this level; repeatable."),
)
@click.option(
    "--focus",
    default="",
    metavar="ID",
    help=say("只画此岗位、它到顶端的各级上级和它的下级。", "Only this position, its line to the top, and its reports."),
)
@click.option(
    "--depth",
    type=click.IntRange(1),
    metavar="N",
    help=say("画几层，其下只写数目。", "How many rows to draw; what lies below is only counted."),
)
@click.option(
    "--collapse",
    multiple=True,
    metavar="ID",
    help=say(
        "把此岗位的下属或此部门画成一个框，可写多个。",
        "Draw all below this position, or this unit, as one box; repeatable.",
    ),
)
@click.option(
    "--as-of",
    default="",
    metavar="YYYY-MM-DD",
    help=say("画这一天的组织。", "The organization of that day, by the dates of positions and posts."),
)
@click.option(
    "--show",
    multiple=True,
    type=click.Choice(_CONTENTS),
    help=say("框内印什么，按所写次序，可写多个。", "What stands in the boxes, in the order given; repeatable."),
)
@click.option(
    "--names/--no-names",
    default=None,
    help=say("是否印人名（默认印）。", "Whether people are named; they are by default."),
)
@click.option(
    "--colour-by",
    "--color-by",
    type=click.Choice(_COLOURS),
    help=say("框的颜色代表什么。", "What the colour of a box stands for."),
)
@click.option(
    "--theme", default="", metavar="NAME", help=say("图的样式：standard、mono。", "The look: standard or mono.")
)
@click.option(
    "--paper",
    type=click.Choice(_PAPERS),
    help=say(
        "PDF、PPTX 的页面；auto 放不下时分页，whole 为与图同大的一页。",
        "The pages of PDF and PPTX; auto takes as many as it needs, whole is one page as large as the chart.",
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
    context: click.Context, /, formats: tuple[str, ...], lang: str, title: str, output: Path | None, **asked: Any
) -> int:
    """Draw, write, and return the exit status."""
    from posdoc.build.charts import ChartRequest, make_charts
    from posdoc.cli.output import show_findings
    from posdoc.cli.today import today

    request = ChartRequest(workspace_of(context), _wish(**asked), formats, lang, title, output, today())
    checked, written = make_charts(request)
    if not written:
        show_findings(checked.findings, checked.root, err=True)
        click.echo(say("定义有错误，没有画图。", "Nothing was drawn because the definitions have errors."), err=True)
        return 2 if checked.settings_are_bad else 1
    for path in written:
        click.echo(say(f"已写入 {path}", f"Wrote {path}"))
    return 0


def _wish(*, show: tuple[str, ...], colour_by: str | None, paper: str | None, as_of: str, **same: Any) -> ChartOutput:
    """The options as ``outputs.charts`` of ``posdoc.yaml`` would have them."""
    from posdoc.cli.dates import partial_date
    from posdoc.model import BoxContent, ChartOutput, ColourBy, Paper, Ref

    references = {name: Ref(same.pop(name)) or None for name in ("root", "unit", "focus")}
    lists = {name: tuple(Ref(each) for each in same.pop(name)) for name in ("levels", "collapse")}
    values: dict[str, Any] = {**same, **references, **lists}
    values |= {
        "show": tuple(content for name in show for content in BoxContent if content.value == name),
        "colour_by": next((by for by in ColourBy if by.value == colour_by), None),
        "paper": next((size for size in Paper if size.value == paper), None),
        "as_of": partial_date(as_of) if as_of else None,
    }
    stated: dict[str, Any] = {name: None if value == "" else value for name, value in values.items()}
    return ChartOutput(**stated)


COMMAND = chart
COMMAND.place = 7  # type: ignore[attr-defined]
