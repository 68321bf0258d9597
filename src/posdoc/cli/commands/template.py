"""``posdoc template``: the Word forms of the company's own."""

from __future__ import annotations

import click

from posdoc.cli.found import choices
from posdoc.cli.language import say
from posdoc.cli.workspaces import workspace_of

_OPTIONS = say("[选项]", "[OPTIONS]")


@click.group(
    "template",
    help=say(
        "公司自己的 Word 表单：复制一份，在 Word 里修改，检查，再用 posdoc build --form 印出。",
        "Word forms of the company's own: copy one, change it in Word, check it, and print on it with "
        "posdoc build --form.",
    ),
    short_help=say("自己的 Word 表单", "Word forms of your own"),
    subcommand_metavar=say("命令 [参数]...", "COMMAND [ARGS]..."),
)
def template() -> None:
    """The group itself does nothing."""


@template.command(
    "new",
    options_metavar=_OPTIONS,
    help=say(
        "把一份表单复制到工作区的 templates 文件夹，供在 Word 中修改。",
        "Copy a form into the templates folder of the workspace, to be changed in Word.",
    ),
    short_help=say("复制一份表单", "Copy a form"),
)
@click.argument("name", metavar="NAME")
@click.option(
    "--from", "original", default="standard", show_default=True, metavar="NAME",
    help=say("从哪份表单复制。", "The form to copy."),
)  # fmt: skip
@click.pass_context
def new(context: click.Context, name: str, original: str) -> None:
    """Copy, and say what comes next."""
    from posdoc.build.new_form import new_form
    from posdoc.cli.templates import printing_command

    path = new_form(workspace_of(context), name, original)
    stem = path.rpartition("/")[2].removesuffix(".docx")
    click.echo(
        say(
            f"新建了 {path}。在 Word 中打开，修改后保存；标签 {{{{ … }}}} 可以移动，不要改坏。接下来运行：",
            f"Made {path}. Open it in Word, change it and save it; tags {{{{ … }}}} may be moved. Next, run:",
        )
    )
    for line in (f"posdoc template check {stem}", printing_command(workspace_of(context), stem)):
        click.echo(f"  {line}")


@template.command(
    "list",
    options_metavar=_OPTIONS,
    help=say("列出所有表单：名称、关于什么、在哪里。", "List all forms: name, what it is about, where it lies."),
)
@click.pass_context
def list_(context: click.Context) -> None:
    """One line for each form."""
    from posdoc.cli.templates import list_lines

    for line in list_lines(workspace_of(context)):
        click.echo(line)


@template.command(
    "fields",
    options_metavar=_OPTIONS,
    help=say(
        "列出表单可以用的字段：含义、例子，以及给定岗位或部门的值。\n\n写 WORD 时只列路径或含义中有它的字段。",
        "List the fields that a form can use: meaning, an example, and the value for a given position or unit.\n\n"
        "With WORD, only the fields that have it in their path or meaning.",
    ),
    short_help=say("列出可用的字段", "List the fields"),
)
@click.argument("words", nargs=-1, metavar="[WORD]...")
@click.option(
    "--form",
    default="",
    metavar="NAME",
    help=say(
        "这份表单可以用的字段；不写为关于岗位的表单。",
        "The fields of this form; else those of a form about a position.",
    ),
)
@click.option(
    "--position",
    "identity",
    default="",
    metavar="ID",
    help=say("印出这个岗位或部门的值。", "With the values of this position or unit."),
)
@click.option("--lang", "language", default="", metavar="zh|en|…", help=say("值的语言。", "Language of the values."))
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help=say("输出格式。", "Output format."),
)
@click.pass_context
def fields(
    context: click.Context, words: tuple[str, ...], form: str, identity: str, language: str, format_: str
) -> None:
    """Print the list."""
    from posdoc.cli.output import write_utf8
    from posdoc.cli.templates import Wanted, fields_json, fields_text

    wanted = Wanted(words, form, identity, language)
    root = workspace_of(context)
    if format_ == "json":
        write_utf8(fields_json(root, wanted))
    else:
        click.echo(fields_text(root, wanted), nl=False)


@template.command(
    "check",
    options_metavar=_OPTIONS,
    help=say(
        "检查表单，不生成文件；不写名称则检查全部表单，包括 posdoc 自带的。\n\n有错误时退出状态为 1。",
        "Check forms without making documents; without names all of them, posdoc's own included.\n\n"
        "The exit status is 1 if there are errors.",
    ),
    short_help=say("检查表单", "Check forms"),
)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--unprinted",
    is_flag=True,
    help=say("也列出这些表单都不印的字段。", "Also list the fields that none of these forms prints."),
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(choices("reporters")),
    default="text",
    show_default=True,
    help=say("输出格式。", "Output format."),
)
@click.option(
    "--fail-level",
    type=click.Choice(("info", "warning", "error")),
    help=say(
        "达到此级别即算失败（退出状态 1）；不写则按 posdoc.yaml，默认 error。",
        "From this level on the exit status is 1; else as posdoc.yaml says, or error.",
    ),
)
@click.pass_context
def check(context: click.Context, names: tuple[str, ...], unprinted: bool, format_: str, fail_level: str | None) -> int:
    """Check, report, and return the exit status."""
    from posdoc.cli.templates import check_templates

    return check_templates(workspace_of(context), names, format_, fail_level, unprinted=unprinted)


COMMAND = template
COMMAND.place = 6.5  # type: ignore[attr-defined]
