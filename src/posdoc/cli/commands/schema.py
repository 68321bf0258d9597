"""``posdoc schema``: the JSON Schema of a kind of file."""

from __future__ import annotations

import click

from posdoc.cli.language import say

KINDS = ("position", "unit", "people", "workspace", "reviews")


@click.command(
    "schema",
    help=say(
        "输出某类文件的 JSON Schema（draft 2020-12），供编辑器补全和提示。\n\n"
        "KIND 为 position（岗位）、unit（部门）、people（人员）、workspace（posdoc.yaml）或 reviews（复审记录）。",
        "Print the JSON Schema (draft 2020-12) of a kind of file, for editors.\n\n"
        "KIND is position, unit, people, workspace (posdoc.yaml) or reviews (reviews.yaml).",
    ),
    short_help=say("输出 JSON Schema", "Print a JSON Schema"),
)
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS))
def schema(kind: str) -> None:
    """Print the schema."""
    from posdoc.cli.output import write_utf8
    from posdoc.schema import schema_text

    write_utf8(schema_text(kind))


COMMAND = schema
COMMAND.place = 8  # type: ignore[attr-defined]
