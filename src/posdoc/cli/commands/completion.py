"""``posdoc completion``: let the shell complete commands and options."""

from __future__ import annotations

import click

from posdoc.cli.language import say


@click.command(
    "completion",
    help=say(
        "输出命令行补全脚本，SHELL 为 bash、zsh 或 fish。\n\n例如在 bash 中：posdoc completion bash >> ~/.bashrc",
        "Print the script that lets a shell (bash, zsh or fish) complete posdoc.\n\n"
        "For bash: posdoc completion bash >> ~/.bashrc",
    ),
    short_help=say("命令行补全脚本", "Shell completion"),
)
@click.argument("shell", metavar="SHELL", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script."""
    from click.shell_completion import get_completion_class

    script = get_completion_class(shell)
    assert script is not None
    click.echo(script(context.find_root().command, {}, "posdoc", "_POSDOC_COMPLETE").source())


COMMAND = completion
COMMAND.place = 9  # type: ignore[attr-defined]
