"""The entry point, the group of commands, and the one place where errors become messages and exit statuses.

Exit statuses: 0 clean; 1 something is wrong in a definition, a form or an output; 2 wrong usage, no
workspace, or a file that cannot be written; 3 a bug in posdoc; 130 interrupted.
"""

from __future__ import annotations

import atexit
import errno
import os
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from posdoc import __version__
from posdoc.cli import commands
from posdoc.cli.found import modules
from posdoc.cli.language import LANGUAGE, LANGUAGES, OPTION, asked_language, say, without_option
from posdoc.errors import PosdocError, UsageError
from posdoc.phrases import Phrase

NOT_WRITTEN, BUG, INTERRUPTED = 2, 3, 130
OPTIONS_METAVAR = say("[选项]", "[OPTIONS]")


_FULL = (errno.ENOSPC, errno.EDQUOT)
_DISK_FULL = UsageError(
    Phrase("磁盘空间已满，没有写完", "the disk is full; not everything was written"),
    Phrase("清理磁盘，或换一个位置，再运行一次", "free some space, or write elsewhere, and run it again"),
)
_LANGUAGES_HINT = Phrase("写 --ui-lang zh 或 --ui-lang en", "write --ui-lang zh or --ui-lang en")


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
        command.options_metavar = OPTIONS_METAVAR
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, but a misspelt command is answered with the one that it looks like."""
        name = args[0]
        if name not in _names() and not name.startswith("-"):
            from difflib import get_close_matches

            close = get_close_matches(name, _names(), 1)
            hint = say(f"是否想写 {close[0]}？", f"Did you mean {close[0]}?") if close else ""
            raise click.UsageError(say(f"没有命令 {name}。", f"There is no command {name}. ").strip() + " " + hint, ctx)
        return super().resolve_command(ctx, args)


NOT_FROM_HERE = "NoDefaultCurrentDirectoryInExePath"
"""What keeps Windows from running a program, such as git.exe, that lies in the folder in which somebody works."""


@cache
def _names() -> list[str]:
    return modules(Path(commands.__path__[0]))


@click.command(
    "posdoc",
    cls=FoundCommands,
    options_metavar=OPTIONS_METAVAR,
    subcommand_metavar=say("命令 [参数]...", "COMMAND [ARGS]..."),
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
@click.version_option(
    __version__,
    "--version",
    prog_name="posdoc",
    message="%(prog)s %(version)s",
    help=say("显示版本号。", "Show the version."),
)
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
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        context.color = False  # click takes the colours out of everything that is printed


def main() -> NoReturn:
    """Run the command line and exit at once: taking apart all that was made would be a twentieth of many a run.

    What has to be done in the end, such as removing temporary files, is done.
    """
    status = run(sys.argv[1:])
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (BrokenPipeError, ValueError):
            pass  # nobody reads it any longer
        except OSError:
            status = status or NOT_WRITTEN
    os._exit(status)


def run(arguments: list[str]) -> int:
    """Run one command line and return the exit status. No exception leaves here."""
    if sys.platform == "win32":
        os.environ.setdefault(NOT_FROM_HERE, "1")
    _replace_closed_streams()
    _forgive_narrow_consoles()
    asked = asked_language(arguments)
    if asked is not None and not asked.lower().startswith(LANGUAGES):
        _show(
            UsageError(Phrase(f"没有界面语言“{asked}”", f"there is no interface language '{asked}'"), _LANGUAGES_HINT)
        )
        return 2
    if LANGUAGE == "zh":
        from posdoc.cli.clicks_words import speak_chinese

        speak_chinese()
    try:
        result = group.main(without_option(arguments), prog_name="posdoc", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.ClickException as error:
        _show_usage(error)
        return 2
    except PosdocError as error:
        _show(error)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo(say("已中断。", "Interrupted."), err=True)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except UnicodeEncodeError as error:
        if error.encoding == "utf-8" or error.encoding != sys.getfilesystemencoding():
            return _bug(error)
        _show(_unwritable_name(error))
        return 2
    except Exception as error:  # noqa: BLE001 - the one place that may
        if isinstance(error, OSError) and error.errno in _FULL:
            _show(_DISK_FULL)
            return _DISK_FULL.exit_code
        return _bug(error)


def _show_usage(error: click.ClickException) -> None:
    """What click has to say, in the form of posdoc's own errors."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return
    message = error.format_message().strip()
    if LANGUAGE == "zh":
        from posdoc.cli.clicks_words import in_chinese_quotes

        message = in_chinese_quotes(message)
    click.echo(f"{say('错误', 'error')}: {message}", err=True)
    context = getattr(error, "ctx", None)
    if context is not None:
        command = f"{context.command_path} --help"
        hint = say(f"运行 {command} 查看用法", f"see {command}")
        click.echo(f"  {say('建议', 'hint')}: {hint}", err=True)


def _show(error: PosdocError) -> None:
    from posdoc.reporters.text import visible

    click.echo(f"{say('错误', 'error')}: {visible(error.message.in_(LANGUAGE))}", err=True)
    if error.hint:
        click.echo(f"  {say('建议', 'hint')}: {visible(error.hint.in_(LANGUAGE))}", err=True)


def _bug(error: Exception) -> int:
    if os.environ.get("POSDOC_DEBUG"):
        raise error
    click.echo(
        say(
            f"错误: posdoc 内部出错（{type(error).__name__}: {error}）。岗位定义没有改动。"
            "请设置环境变量 POSDOC_DEBUG=1 再运行一次，把输出发给维护者。",
            f"error: a bug in posdoc ({type(error).__name__}: {error}). Your definitions are as they were. "
            "Set POSDOC_DEBUG=1, run it again, and send the output to the maintainers.",
        ),
        err=True,
    )
    return BUG


def _unwritable_name(error: UnicodeEncodeError) -> UsageError:
    """A name of a file for which the encoding of file names, that of the locale, has no characters."""
    name, encoding = Path(error.object).name, error.encoding.upper()
    return UsageError(
        Phrase(f"这里的文件名用 {encoding} 编码，写不出“{name}”", f"file names are {encoding} here, which cannot hold '{name}'"),
        Phrase("设置环境变量 PYTHONUTF8=1，或改用 UTF-8 的语言环境（如 LANG=zh_CN.UTF-8），再运行一次",
               "set PYTHONUTF8=1, or a locale with UTF-8 such as LANG=C.UTF-8, and run it again"),
    )  # fmt: skip


def _replace_closed_streams() -> None:
    """A standard stream that is closed (``>&-``) leads nowhere, and no file that is opened later gets its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - for as long as it runs


def _forgive_narrow_consoles() -> None:
    """A character that a console (GBK, ASCII) cannot show becomes a question mark, not a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
