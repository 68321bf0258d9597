"""``posdoc explain``: what a finding means, why it matters, and an example."""

from __future__ import annotations

import click

from posdoc.cli.language import say


@click.command(
    "explain",
    help=say(
        "说明检查规则：什么、为什么、例子和可设的参数。\n\nCODE 为编号或名称，如 POS301、duty-time-not-100。",
        "Explain a rule: what it finds, why it matters, an example, and its parameters.\n\n"
        "CODE is a code or a name, such as POS301 or duty-time-not-100.",
    ),
    short_help=say("说明检查规则", "Explain a rule"),
)
@click.argument("words", nargs=-1, required=True, metavar="CODE...")
def explain(words: tuple[str, ...]) -> None:
    """Print the pages."""
    from posdoc.cli.manual import page_text, pages_named

    click.echo("\n\n".join(page_text(page) for page in pages_named(words)))


COMMAND = explain
COMMAND.place = 5  # type: ignore[attr-defined]
