"""``posdoc rules``: every kind of finding that there is."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import click

from posdoc.cli.language import LANGUAGE, say

if TYPE_CHECKING:
    from posdoc.manual import Page


@click.command(
    "rules",
    help=say(
        "列出所有检查规则：编号、级别、从哪个预设起检查、名称。\n\n用 posdoc explain 编号 查看一条规则的说明。",
        "List all rules: code, level, the first preset that applies them, name.\n\n"
        "See what one is about with: posdoc explain CODE.",
    ),
    short_help=say("列出检查规则", "List the rules"),
)
@click.argument("words", nargs=-1, metavar="[CODE]...")
@click.option(
    "--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True,
    help=say("输出格式。", "Output format."),
)  # fmt: skip
def rules(words: tuple[str, ...], format_: str) -> None:
    """Print the list."""
    from posdoc.cli.manual import as_data, pages_named
    from posdoc.cli.output import write_utf8

    pages = pages_named(words)
    if format_ == "json":
        import json

        write_utf8(json.dumps([as_data(page) for page in pages], ensure_ascii=False, indent=2) + "\n")
        return
    for page in pages:
        click.echo(_line(page))


def _line(page: Page) -> str:
    """One rule in one line, which a terminal gets no longer than it is wide."""
    from posdoc.reporters.text import cells

    kind = page.kind
    level = f"{kind.severity.name.lower():8}{kind.preset.name.lower():8}"
    line = f"{kind.code} {level}{kind.name:32} {page.prose.what.in_(LANGUAGE)}"
    if not sys.stdout.isatty():
        return line
    width = shutil.get_terminal_size().columns
    while cells(line) > width:
        line = line[:-2] + "…"
    return line


COMMAND = rules
COMMAND.place = 4  # type: ignore[attr-defined]
