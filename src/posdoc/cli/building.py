"""What ``posdoc build`` says of what it has done, or of what it was to prove."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from posdoc.cli.language import LANGUAGE, say

if TYPE_CHECKING:
    from posdoc.build.proof import Proof
    from posdoc.build.request import Built
    from posdoc.errors import PosdocError


def progress_bar() -> Callable[[int, int], None] | None:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        filled = 30 * done // max(total, 1)
        end = "\r" + " " * 60 + "\r" if done == total else ""
        click.echo(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{total}{end}", nl=False, err=True)

    return show


def say_refused(told: Built | Proof, said: str) -> int:
    """Show the findings of definitions with errors and what follows from them; returns the exit status."""
    from posdoc.cli.output import show_findings

    show_findings(told.checked.findings, told.checked.root, err=True)
    click.echo(said, err=True)
    return 2 if told.checked.settings_are_bad else 1


def say_error(error: PosdocError) -> int:
    """What hinders a build that is going to be tried again; returns the exit status."""
    from posdoc.reporters.text import visible

    click.echo(f"{say('错误', 'error')}: {visible(error.message.in_(LANGUAGE))}", err=True)
    if error.hint:
        click.echo(f"  {say('建议', 'hint')}: {visible(error.hint.in_(LANGUAGE))}", err=True)
    return error.exit_code


def say_built(built: Built, seconds: float) -> None:
    """One line for what was made, and one for what the user should know besides."""
    made, unchanged, removed = len(built.made), len(built.unchanged), len(built.removed)
    if built.nothing_changed:
        click.echo(
            say(
                f"没有变化：{unchanged} 个文件都是最新的。",
                f"Nothing has changed: {_files(unchanged)} {'is' if unchanged == 1 else 'are'} current.",
            )
        )
    else:
        gone = say(f"，删除 {removed} 个", f", {removed} removed") if removed else ""
        click.echo(
            say(
                f"生成 {made} 个文件，{unchanged} 个没有变化{gone}，用时 {seconds:.1f} 秒：{built.folder}",
                f"Made {_files(made)}, {unchanged} unchanged{gone}, in {seconds:.1f} s: {built.folder}",
            )
        )
    for path in built.left:
        click.echo(
            say(
                f"不再需要生成，但已被改动，保留未删：{path}",
                f"No longer asked for, but edited since it was made, so it was left alone: {path}",
            ),
            err=True,
        )
    if built.findings:
        click.echo(
            say(
                f"另有 {built.findings} 条提醒，见 posdoc check。",
                f"There are {built.findings} findings; see posdoc check.",
            )
        )


def _files(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"


def say_proved(proof: Proof) -> int:
    """One line for each output that is not current; returns the exit status."""
    if proof.refused:
        return say_refused(
            proof, say("定义有错误，无法核对生成的文件。", "The definitions have errors, so outputs cannot be proved.")
        )
    for fault in proof.faults:
        click.echo(f"{fault.path}{say('：', ': ')}{fault.reason.value.in_(LANGUAGE)}")
    if proof.faults:
        faults = len(proof.faults)
        click.echo(
            say(
                f"{faults} 个文件不是最新的。运行 posdoc build 更新：{proof.folder}",
                f"{_files(faults)} not current. To bring them up to date, run posdoc build: {proof.folder}",
            ),
            err=True,
        )
        return 1
    count = proof.count
    click.echo(say(f"{count} 个文件都是最新的。", f"{_files(count)} {'is' if count == 1 else 'are'} current."))
    return 0
