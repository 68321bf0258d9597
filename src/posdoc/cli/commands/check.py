"""``posdoc check``: find what is wrong in the definitions."""

from __future__ import annotations

import click

from posdoc.cli.found import choices
from posdoc.cli.language import LANGUAGE, say
from posdoc.cli.workspaces import workspace_of


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
@click.pass_context
def check(context: click.Context, format_: str) -> int:
    """Check, report, and return the exit status."""
    from posdoc.check import check as check_workspace
    from posdoc.cli.output import FileLines, show_findings, write_utf8
    from posdoc.diagnostics import Severity
    from posdoc.reporters import reporter

    checked = check_workspace(workspace_of(context))
    if format_ == "text":
        show_findings(checked.findings, checked.root)
    else:
        write_utf8(reporter(format_).report(checked.findings, FileLines(checked.root), LANGUAGE, color=False))
    if checked.settings_are_bad:
        return 2
    return 1 if checked.at_least(Severity.ERROR) else 0


COMMAND = check
COMMAND.place = 3  # type: ignore[attr-defined]
