"""``posdoc check``: find what is wrong in the definitions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from posdoc.cli.found import choices
from posdoc.cli.language import LANGUAGE, say
from posdoc.cli.workspaces import workspace_of

if TYPE_CHECKING:
    from posdoc.check import Checked

    FormatAndFileType = click.ParamType[tuple[str, Path]]
else:
    FormatAndFileType = click.ParamType

LEVELS = ("info", "warning", "error")


class FormatAndFile(FormatAndFileType):
    """``FORMAT=FILE``."""

    name = "FORMAT=FILE"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, Path]:
        """The name of a format and the file that it goes to."""
        format_, sign, file = value.partition("=")
        known = choices("reporters")
        if not sign or not file or format_ not in known:
            formats = ", ".join(known)
            self.fail(
                say(
                    f"“{value}”应写成 格式=文件，例如 sarif=check.sarif；格式有 {formats}",
                    f"'{value}' should be FORMAT=FILE, such as sarif=check.sarif; formats: {formats}",
                ),
                param,
                ctx,
            )
        return format_, Path(file)


@click.command(
    "check",
    help=say(
        "检查所有定义。\n\n有错误时退出状态为 1，posdoc.yaml 有错时为 2。",
        "Check all definitions.\n\nThe exit status is 1 if there are errors, 2 if posdoc.yaml itself is wrong.",
    ),
    short_help=say("检查所有定义", "Check all definitions"),
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
    "--output-format",
    "files",
    multiple=True,
    type=FormatAndFile(),
    metavar="FORMAT=FILE",
    help=say(
        "同时写入文件，如 sarif=check.sarif；可写多个。", "Also write a file: sarif=check.sarif; may be repeated."
    ),
)
@click.option(
    "--fail-level",
    type=click.Choice(LEVELS),
    default="error",
    show_default=True,
    help=say("达到此级别即算失败（退出状态 1）。", "From this level on the exit status is 1."),
)
@click.option(
    "--select",
    multiple=True,
    metavar="CODE",
    help=say("只看这些代码或名称，如 POS3。", "Only these codes or names, such as POS3."),
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="CODE",
    help=say("不看这些代码或名称。", "All but these codes or names."),
)
@click.option("--statistics", is_flag=True, help=say("只列出每种问题的数量。", "Only how many there are of each kind."))
@click.pass_context
def check(
    context: click.Context,
    format_: str,
    files: tuple[tuple[str, Path], ...],
    fail_level: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    statistics: bool,
) -> int:
    """Check, report, and return the exit status."""
    from posdoc.check import Selection
    from posdoc.check import check as check_workspace
    from posdoc.diagnostics import Severity

    checked = check_workspace(workspace_of(context), Selection(select, ignore))
    for name, path in files:
        _write(checked, name, path)
    if statistics:
        _count(checked)
    else:
        _show(checked, format_)
    if checked.settings_are_bad:
        return 2
    return 1 if checked.at_least(Severity[fail_level.upper()]) else 0


def _write(checked: Checked, name: str, path: Path) -> None:
    from posdoc.build.files import write_atomically
    from posdoc.cli.output import FileLines
    from posdoc.reporters import reporter

    text = reporter(name).report(checked.findings, FileLines(checked.root), LANGUAGE, color=False)
    write_atomically(path, text.encode("utf-8"))


def _show(checked: Checked, format_: str) -> None:
    from posdoc.cli.output import FileLines, show_findings, write_utf8
    from posdoc.reporters import reporter

    if format_ == "text":
        show_findings(checked.findings, checked.root)
    else:
        write_utf8(reporter(format_).report(checked.findings, FileLines(checked.root), LANGUAGE, color=False))


def _count(checked: Checked) -> None:
    """One line for each kind of finding, the most frequent first."""
    from collections import Counter

    counts = Counter((finding.code, finding.name) for finding in checked.findings)
    for (code, name), count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        click.echo(f"{count:6} {code} {name}")


COMMAND = check
COMMAND.place = 3  # type: ignore[attr-defined]
