"""``posdoc build``: make the documents and charts."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from posdoc.cli.language import say
from posdoc.cli.workspaces import workspace_of

if TYPE_CHECKING:
    from posdoc.build import Built


@click.command(
    "build",
    help=say(
        "按 posdoc.yaml 的 outputs 生成 Word 文件和组织架构图。\n\n给出岗位标识时，只生成这些岗位的文件。"
        "定义有错误时不生成任何文件。",
        "Make the Word documents and charts that outputs in posdoc.yaml asks for.\n\nWith ids of positions, only "
        "their documents are made. Nothing is made while definitions have errors.",
    ),
    short_help=say("生成 Word 文件和图", "Make documents and charts"),
)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--lang",
    "languages",
    multiple=True,
    metavar="zh|en|zh+en|…",
    help=say("只生成这种语言；zh+en 为中英对照。", "Only this language; zh+en is one document in both."),
)
@click.option("--form", default="", metavar="NAME", help=say("使用这份 Word 表单。", "Use this Word form."))
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(["docx", "pdf"]),
    help=say("文件格式；pdf 需要 LibreOffice。", "File format; pdf needs LibreOffice."),
)
@click.option(
    "--sign/--no-sign",
    default=None,
    help=say("印出签署栏供手签，或不印。", "With the sign-off block for wet signatures, or without it."),
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=say("输出文件夹。", "Output folder."),
)
@click.option(
    "--jobs",
    type=click.IntRange(0, 64),
    default=0,
    metavar="N",
    help=say("进程数；0 为自动。", "Number of processes; 0 chooses."),
)
@click.pass_context
def build(
    context: click.Context,
    ids: tuple[str, ...],
    languages: tuple[str, ...],
    form: str,
    formats: tuple[str, ...],
    sign: bool | None,
    output: Path | None,
    jobs: int,
) -> int:
    """Build, and return the exit status."""
    from posdoc.build import Request
    from posdoc.build import build as build_workspace
    from posdoc.build.plan import Choice
    from posdoc.model import DocumentFormat

    started = time.perf_counter()
    choice = Choice(ids, languages, form, tuple(DocumentFormat.of(name) for name in formats), sign)
    request = Request(workspace_of(context), choice, output, jobs)
    built = build_workspace(request, _progress())
    if built.refused:
        return _refuse(built)
    _summarize(built, time.perf_counter() - started)
    return 0


def _progress() -> Callable[[int, int], None] | None:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        filled = 30 * done // max(total, 1)
        end = "\r" + " " * 60 + "\r" if done == total else ""
        click.echo(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{total}{end}", nl=False, err=True)

    return show


def _refuse(built: Built) -> int:
    from posdoc.cli.output import show_findings

    show_findings(built.checked.findings, built.checked.root, err=True)
    click.echo(say("定义有错误，没有生成任何文件。", "Nothing was made because the definitions have errors."), err=True)
    return 2 if built.checked.settings_are_bad else 1


def _summarize(built: Built, seconds: float) -> None:
    findings = len(built.checked.findings)
    made, unchanged = len(built.made), len(built.unchanged)
    click.echo(
        say(
            f"生成 {made} 个文件，{unchanged} 个没有变化，用时 {seconds:.1f} 秒：{built.folder}",
            f"Made {made} file{'' if made == 1 else 's'}, {unchanged} unchanged, in {seconds:.1f} s: {built.folder}",
        )
    )
    if findings:
        click.echo(
            say(f"另有 {findings} 条提醒，见 posdoc check。", f"There are {findings} findings; see posdoc check.")
        )


COMMAND = build
COMMAND.place = 6  # type: ignore[attr-defined]
