"""``posdoc build``: bring the documents and charts up to date, or prove that they are."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from posdoc.cli.language import say
from posdoc.cli.workspaces import workspace_of

if TYPE_CHECKING:
    from posdoc.build import Built, Request
    from posdoc.model import DocumentFormat


@click.command(
    "build",
    help=say(
        "按 posdoc.yaml 的 outputs 生成 Word 文件和组织架构图。\n\n只重新生成有变化的文件，删除不再需要的文件。"
        "给出岗位标识时，只生成这些岗位的文件。定义有错误时不生成任何文件。",
        "Make the Word documents and charts that outputs in posdoc.yaml asks for.\n\nOnly what has changed is made "
        "again; files no longer asked for are removed. With ids of positions, only their documents are made. Nothing "
        "is made while definitions have errors.",
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
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help=say(
        "不生成，只核对输出文件夹是否最新；不是则逐个列出，退出状态为 1。",
        "Make nothing; say which outputs are not current, and end with status 1 if any is not.",
    ),
)
@click.option(
    "--watch",
    is_flag=True,
    help=say("文件一改就更新，Ctrl-C 结束。", "Bring up to date on every change; Ctrl-C ends it."),
)
@click.pass_context
def build(
    context: click.Context,
    /,
    ids: tuple[str, ...],
    languages: tuple[str, ...],
    form: str,
    formats: tuple[str, ...],
    sign: bool | None,
    output: Path | None,
    jobs: int,
    only_check: bool,
    watch: bool,
) -> int:
    """Build, and return the exit status."""
    from posdoc.build import Choice, Request

    if only_check and watch:
        raise click.UsageError(say("--check 和 --watch 不能同时使用。", "--check and --watch cannot be used together."))
    choice = Choice(ids, languages, form, _formats(formats), sign)
    request = Request(workspace_of(context), choice, output, jobs)
    if only_check:
        from posdoc.build.proof import prove
        from posdoc.cli.building import say_proved

        return say_proved(prove(request))
    return _watch(request) if watch else _once(request)


def _formats(names: tuple[str, ...]) -> tuple[DocumentFormat, ...]:
    if not names:
        return ()
    from posdoc.model import DocumentFormat

    return tuple(DocumentFormat.of(name) for name in names)


def _once(request: Request) -> int:
    from posdoc.build import build as build_workspace
    from posdoc.cli.building import progress_bar

    started = time.perf_counter()
    return _tell(build_workspace(request, progress_bar()), started)


def _tell(built: Built, started: float) -> int:
    from posdoc.cli.building import say_built, say_refused

    if built.refused:
        return say_refused(
            built, say("定义有错误，没有生成任何文件。", "Nothing was made because the definitions have errors.")
        )
    say_built(built, time.perf_counter() - started)
    return 0


def _watch(request: Request) -> int:
    """Build now and on every change: first the documents of the position that was changed, then all the rest."""
    from posdoc.build.session import Session
    from posdoc.cli.building import progress_bar, say_error
    from posdoc.cli.output import show_findings
    from posdoc.cli.watching import watch
    from posdoc.errors import PosdocError

    session = Session(request)

    def at_once(paths: frozenset[str]) -> None:
        with suppress(PosdocError):  # what follows meets it again, and says so
            for path in session.build_at_once(paths):
                click.echo(say(f"已更新：{path}", f"Made: {path}"))

    def once() -> int:
        try:
            return everything()
        except PosdocError as error:  # such as a file that is open in Word: the next change may find it closed
            return say_error(error)

    def everything() -> int:
        started = time.perf_counter()
        built = session.build(progress_bar())
        status = _tell(built, started)
        if not built.refused:
            show_findings(built.checked.findings, built.checked.root)
        return status

    return watch(request.root, once, at_once=at_once, with_forms=True)


COMMAND = build
COMMAND.place = 6  # type: ignore[attr-defined]
