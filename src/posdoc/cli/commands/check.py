"""``posdoc check``: find what is wrong in the definitions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from posdoc.cli.found import choices
from posdoc.cli.language import say
from posdoc.cli.workspaces import workspace_of

if TYPE_CHECKING:
    from posdoc.check import Report, Selection

    FormatAndFileType = click.ParamType[tuple[str, Path]]
else:
    FormatAndFileType = click.ParamType

LEVELS = ("info", "warning", "error")
PRESETS = ("legacy", "default", "strict")


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
        "检查所有定义。\n\n有错误时退出状态为 1，posdoc.yaml 有错时为 2。"
        "posdoc rules 列出所有规则，posdoc explain 说明一条规则。",
        "Check all definitions.\n\nThe exit status is 1 if there are errors, 2 if posdoc.yaml itself is wrong. "
        "posdoc rules lists all rules, posdoc explain says what one of them is about.",
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
    help=say(
        "达到此级别即算失败（退出状态 1）；不写则按 posdoc.yaml，默认 error。",
        "From this level on the exit status is 1; else as posdoc.yaml says, or error.",
    ),
)
@click.option(
    "--preset",
    type=click.Choice(PRESETS),
    help=say(
        "检查的宽严；不写则按 posdoc.yaml，默认 default。", "How much to check; else as posdoc.yaml says, or default."
    ),
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
@click.option(
    "--fix", is_flag=True, help=say("改正能稳妥改正的问题，只改有问题的字符。", "Mend what can be mended safely.")
)
@click.option(
    "--diff",
    is_flag=True,
    help=say("只显示 --fix 会改什么，不改文件。", "Show what --fix would change, and change nothing."),
)
@click.option(
    "--add-ignores",
    is_flag=True,
    help=say("为现有的每个问题加一条忽略注释。", "Add a comment that ignores each finding of today."),
)
@click.option(
    "--watch",
    is_flag=True,
    help=say("文件一改就再检查，Ctrl-C 结束。", "Check again on every change; Ctrl-C ends it."),
)
@click.pass_context
def check(
    context: click.Context,
    /,
    format_: str,
    files: tuple[tuple[str, Path], ...],
    fail_level: str | None,
    preset: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    statistics: bool,
    **modes: bool,
) -> int:
    """Check, report, and return the exit status."""
    from posdoc.cli.today import today

    root = workspace_of(context)
    selection = _selection(select, ignore, preset)
    mode = _only_one(modes)
    if mode == "diff":
        from posdoc.cli.edits import show_diff

        return show_diff(root, selection)
    if mode in ("fix", "add_ignores"):
        from posdoc.cli.edits import add_ignores, fix

        (fix if mode == "fix" else add_ignores)(root, selection)

    def once() -> int:
        from posdoc.check import report

        found = report(root, selection, today())
        for name, path in files:
            _write(found, name, path)
        if statistics:
            _count(found)
        else:
            _show(found, format_)
        return _status(found, fail_level)

    if mode == "watch":
        from posdoc.cli.watching import watch

        return watch(root, once)
    return once()


def _only_one(modes: dict[str, bool]) -> str:
    """Which of --fix, --diff, --add-ignores and --watch is given, if any. Several of them contradict each other."""
    given = [mode for mode, is_given in modes.items() if is_given]
    if len(given) > 1:
        names = ", ".join("--" + mode.replace("_", "-") for mode in given)
        raise click.UsageError(say(f"{names} 不能同时使用。", f"{names} cannot be used together."))
    return given[0] if given else ""


def _selection(select: tuple[str, ...], ignore: tuple[str, ...], preset: str | None) -> Selection:
    from posdoc.check import Selection
    from posdoc.diagnostics import Preset

    for option, words in (("--select", select), ("--ignore", ignore)):
        for word in words:
            _check_word(option, word)
    return Selection(select, ignore, Preset[preset.upper()] if preset else None)


def _check_word(option: str, word: str) -> None:
    from posdoc.manual import unknown_rule

    hint = unknown_rule(word)
    if hint is not None:
        raise click.UsageError(
            say(f"{option}：没有规则“{word}”；{hint.zh}", f"{option}: there is no rule '{word}'; {hint.en}")
        )


def _status(found: Report, fail_level: str | None) -> int:
    from posdoc.diagnostics import Severity

    if found.settings_are_bad:
        return 2
    return 1 if found.at_least(Severity[fail_level.upper()] if fail_level else found.fail_level) else 0


def _write(found: Report, name: str, path: Path) -> None:
    from posdoc.build.files import write_atomically
    from posdoc.cli.output import written

    write_atomically(path, written(found.findings, found.root, name).encode("utf-8"))


def _show(found: Report, format_: str) -> None:
    from posdoc.cli.output import show_findings, write_utf8, written

    if format_ == "text":
        show_findings(found.findings, found.root)
    else:
        write_utf8(written(found.findings, found.root, format_))


def _count(found: Report) -> None:
    """One line for each kind of finding, the most frequent first."""
    from collections import Counter

    counts = Counter((finding.code, finding.name) for finding in found.findings)
    for (code, name), count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        click.echo(f"{count:6} {code} {name}")


COMMAND = check
COMMAND.place = 3  # type: ignore[attr-defined]
