"""The entry point, the group of commands, and the one place where errors become messages and exit statuses.

Exit statuses: 0 clean; 1 something is wrong in a definition, a form or an output; 2 wrong usage, no
workspace, or a file that cannot be written; 3 a bug in posdoc; 130 interrupted.
"""

from __future__ import annotations

import os
import pkgutil
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from posdoc import __version__
from posdoc.cli import commands
from posdoc.cli.language import LANGUAGE, OPTION, say, without_option
from posdoc.errors import PosdocError

BUG, INTERRUPTED = 3, 130


class FoundCommands(click.Group):
    """A group whose commands are the modules of :mod:`posdoc.cli.commands`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands, in the order in which one uses them."""
        found = [self.get_command(ctx, name) for name in _names()]
        return [c.name for c in sorted(found, key=lambda c: getattr(c, "place", 99)) if c and c.name]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a module, imported now."""
        if name not in _names():
            return None
        command: click.Command = import_module(f"{commands.__name__}.{name}").COMMAND
        return command


def _names() -> list[str]:
    return [found.name for found in pkgutil.iter_modules(commands.__path__)]


@click.command(
    "posdoc",
    cls=FoundCommands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=say(
        "用文本定义岗位，检查后生成 Word 岗位说明书和组织架构图。",
        "Position definitions kept as text, checked and made into Word job descriptions and org charts.",
    ),
    epilog=say(
        "初次使用：posdoc init 我的部门，然后 cd 我的部门，posdoc check，posdoc build。",
        "To begin: posdoc init my-department, then cd my-department, posdoc check, posdoc build.",
    ),
)
@click.version_option(__version__, "--version", prog_name="posdoc", message="%(prog)s %(version)s")
@click.option(
    "-C",
    "workspace",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help=say(
        "工作区文件夹；不写则为含有 posdoc.yaml 的最近上级文件夹。",
        "Folder of the workspace; else the nearest parent with a posdoc.yaml.",
    ),
)
@click.option(
    OPTION,
    "ui_language",
    metavar="zh|en",
    help=say("界面语言（默认按系统语言）。", "Language of messages (default: that of the system)."),
)
@click.pass_context
def group(context: click.Context, workspace: Path | None, ui_language: str | None) -> None:  # noqa: ARG001
    """The group itself; ``--ui-lang`` has been acted upon before click runs."""
    context.obj = workspace


def main() -> NoReturn:
    """Run the command line and exit."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line and return the exit status. No exception leaves here."""
    _forgive_narrow_consoles()
    if LANGUAGE == "zh":
        from posdoc.cli.clicks_words import speak_chinese

        speak_chinese()
    try:
        result = group.main(without_option(arguments), prog_name="posdoc", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except PosdocError as error:
        _show(error)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo(say("已中断。", "Interrupted."), err=True)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the one place that may
        return _bug(error)


def _show(error: PosdocError) -> None:
    click.echo(f"{say('错误', 'error')}: {error.message.in_(LANGUAGE)}", err=True)
    if error.hint:
        click.echo(f"  {say('建议', 'hint')}: {error.hint.in_(LANGUAGE)}", err=True)


def _bug(error: Exception) -> int:
    if os.environ.get("POSDOC_DEBUG"):
        raise error
    click.echo(
        say(
            f"posdoc 内部错误（{type(error).__name__}: {error}）。您的文件没有改动。"
            "请设置环境变量 POSDOC_DEBUG=1 再运行一次，把输出发给维护者。",
            f"a bug in posdoc ({type(error).__name__}: {error}). Your files are as they were. "
            "Set POSDOC_DEBUG=1, run it again, and send the output to the maintainers.",
        ),
        err=True,
    )
    return BUG


def _forgive_narrow_consoles() -> None:
    """A character that a console (GBK, ASCII) cannot show becomes a question mark, not a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
