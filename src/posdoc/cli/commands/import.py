"""``posdoc import``: positions out of Word, Excel and text files."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from posdoc.cli.asking import may_write
from posdoc.cli.language import LANGUAGE, say
from posdoc.collector import collector_off
from posdoc.errors import UsageError
from posdoc.phrases import Phrase

if TYPE_CHECKING:
    from posdoc.importers.definitions import Definitions
    from posdoc.importers.edits import Edits
    from posdoc.importers.importing import Imported
    from posdoc.model import Organization


@click.command(
    "import",
    help=say(
        "把 Word、Excel、CSV、Markdown 或文本文件读成岗位定义。\n\n"
        "FILE 可以是文件或文件夹，可写多个。认出的内容写入字段；没有认出的原文一句不漏，按顺序留在文件末尾的注释里。"
        "DIR 是新文件夹时建立工作区，是已有的工作区时加入新岗位，不改动已有的文件。",
        "Read Word, Excel, CSV, Markdown or text files into definitions of positions.\n\n"
        "FILE may be a file or a folder; several are allowed. What is recognized comes into fields; whatever is not stays, "
        "whole and in order, in comments at the end of each file. A DIR that does not exist becomes a workspace; to one "
        "that is a workspace new positions are added, and no file of it is changed.",
    ),
    short_help=say("从 Word、Excel 导入岗位", "Read positions from Word and Excel"),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=say("写入哪个文件夹；不写则为当前工作区。", "Where to write; the present workspace if left out."),
)
@click.option(
    "--unit",
    default="",
    metavar="UNIT",
    help=say("没有写明部门的岗位归入哪个部门。", "The unit of positions for which no unit is named."),
)
@click.option("--lang", default="", metavar="zh|en", help=say("文件的语言；不写则自动判断。", "Language of the files."))
@click.option(
    "--report",
    type=click.Choice(("text", "json", "html")),
    default="text",
    help=say("报告的格式。", "Format of the report."),
)
@click.option(
    "--report-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=say(
        "报告写入的文件；html 不写则为 导入报告.html。", "File of the report; for html import-report.html if left out."
    ),
)
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="COLUMN=MEANING",
    help=say(
        "名单中某一列的含义，如 --map 岗级=grade；可写多个。",
        "What a column of a list means, such as --map Level=grade.",
    ),
)
@click.option(
    "--update",
    is_flag=True,
    help=say(
        "FILE 是 posdoc 生成、在 Word 里改过的文件：把改动写回定义。",
        "FILE is a document that posdoc made and that was edited in Word: take the changes into the definitions.",
    ),
)
@click.option("--yes", is_flag=True, help=say("直接写入改动，不再询问。", "Make changes without asking."))
@click.option("--dry-run", is_flag=True, help=say("只看报告，不写文件。", "Only report; write nothing."))
@click.pass_context
@collector_off()
def import_(
    context: click.Context, files: tuple[Path, ...], into: Path | None, unit: str, lang: str, report: str,
    report_file: Path | None, columns: tuple[str, ...], update: bool, yes: bool, dry_run: bool,
) -> int:  # fmt: skip
    """Read, report, write, and return the exit status."""
    from posdoc.importers.importing import Wishes, import_files, labels_of
    from posdoc.importers.reading import find_foreign

    root, known = _workspace(context, into)
    found = [(_name(path, files), path) for path in find_foreign(files)]
    if not found:
        raise UsageError(
            Phrase("文件夹里没有可读的文件", "there is no file to read in the folder"),
            Phrase("可读 Word、Excel、CSV、Markdown 和文本文件", "Word, Excel, CSV, Markdown and text files are read"),
        )
    definitions = _definitions(root) if known else {}
    back, rest = _updates(found, known, definitions, root) if update else _own(found, known, definitions)
    wishes = Wishes(unit, lang, _meanings(columns))
    imported = import_files(rest, labels_of(known), wishes, known, definitions) if rest or not back else None
    if imported:
        _show(imported, report, report_file)
    edits: list[Edits | Imported] = [*back, *([imported] if imported else [])]
    _show_changes(edits, root)
    is_anything_read = bool(back) or (imported is not None and not all(one.is_refused for one in imported.reports))
    if not dry_run and is_anything_read and (not any(one.changes for one in edits) or may_write(yes)):
        _write(edits, imported, root, known)
    refused = imported is not None and any(one.is_refused for one in imported.reports)
    return 1 if refused or any(one.findings for one in back) else 0


def _definitions(root: Path) -> Definitions:
    from posdoc.importers.definitions import read_definitions

    return read_definitions(root)


def _meanings(columns: tuple[str, ...]) -> dict[str, str]:
    if not columns:
        return {}
    from posdoc.importers.lists import meanings

    return meanings(columns)


def _updates(
    found: list[tuple[str, Path]], known: Organization | None, definitions: Definitions, root: Path
) -> tuple[list[Edits], list[tuple[str, Path]]]:
    """The edits that documents ask for which were edited in Word; no file is left to be read otherwise."""
    from posdoc.importers.edits import Edits
    from posdoc.importers.reading import bytes_of
    from posdoc.importers.refusal import Refused
    from posdoc.importers.updating import edits_of_document

    if known is None:
        raise UsageError(
            Phrase("--update 要有工作区", "--update needs a workspace"),
            Phrase("在工作区里运行，或用 -C 指明", "run it in the workspace, or name it with -C"),
        )
    edits = []
    for name, path in found:
        try:
            edits.append(edits_of_document(bytes_of(path), name, known, definitions, root))
        except Refused as refusal:
            edits.append(Edits(findings=[refusal.called(name)]))
    return edits, []


def _own(
    found: list[tuple[str, Path]], known: Organization | None, definitions: Definitions
) -> tuple[list[Edits], list[tuple[str, Path]]]:
    """The edits that workbooks of posdoc itself ask for, and the other files, those among them that cannot be read."""
    edits: list[Edits] = []
    rest: list[tuple[str, Path]] = []
    for name, path in found:
        made = None
        if known is not None and path.suffix.lower() == ".xlsx":
            from posdoc.importers.reading import bytes_of
            from posdoc.importers.reading_back import edits_of_workbook
            from posdoc.importers.refusal import Refused

            with suppress(Refused):
                made = edits_of_workbook(bytes_of(path), name, known, definitions)
        if made is None:
            rest.append((name, path))
        else:
            edits.append(made)
    return edits, rest


def _workspace(context: click.Context, into: Path | None) -> tuple[Path, Organization | None]:
    """Where to write, and the workspace that is there, if any."""
    from posdoc.workspace_files import SETTINGS_FILE

    if into is not None and not (into / SETTINGS_FILE).is_file():
        return into, None
    from posdoc.cli.workspaces import workspace_of
    from posdoc.load import load

    root = into if into is not None else workspace_of(context)
    return root, load(root)[0]


def _name(path: Path, asked: tuple[Path, ...]) -> str:
    """What a file is called in the report: its place below the folder that was named, else its name."""
    for folder in asked:
        if folder.is_dir() and path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.name


def _show(imported: Imported, format_: str, file: Path | None) -> None:
    from posdoc.build.files import write_atomically
    from posdoc.cli.output import write_utf8
    from posdoc.importers.report_data import report_json
    from posdoc.importers.report_page import report_html
    from posdoc.importers.report_text import report_text

    writers = {"text": report_text, "json": report_json, "html": report_html}
    written = writers[format_](imported, LANGUAGE)
    if format_ == "html" and file is None:
        file = Path(say("导入报告.html", "import-report.html"))
    if file is not None:
        write_atomically(file.resolve(), written.encode("utf-8"))
        click.echo(say(f"报告：{file}", f"Report: {file}"))
    elif format_ == "json":
        write_utf8(written)
    else:
        click.echo(written, nl=False)


def _show_changes(edits: Sequence[Edits | Imported], root: Path) -> None:
    """What would be different in files that exist, and what cannot be changed."""
    from posdoc.cli.output import show_findings
    from posdoc.importers.importing import Imported

    changes = [change for one in edits for change in one.changes]
    for change in changes:
        before, after = change.before or say("（无）", "(none)"), change.after or say("（删除）", "(removed)")
        click.echo(f"{change.file} {change.place}: {before} → {after}")
    if changes:
        files = len({change.file for change in changes})
        counted = "1 change" if len(changes) == 1 else f"{len(changes)} changes"
        where = "1 file" if files == 1 else f"{files} files"
        click.echo(say(f"共 {len(changes)} 处改动，涉及 {files} 个文件。", f"{counted} in {where}."))
    elif not all(isinstance(one, Imported) for one in edits):
        click.echo(say("没有改动。", "Nothing has changed."))
    findings = [
        finding for one in edits for finding in (one.not_changed if isinstance(one, Imported) else one.findings)
    ]
    if findings:
        show_findings(findings, root)


def _write(
    edits: Sequence[Edits | Imported], imported: Imported | None, root: Path, known: Organization | None
) -> None:
    from posdoc.build.imported import write_into_workspace, write_new_workspace

    count = sum(len(one.positions) for one in imported.reports) if imported else 0
    files = _merged(edits)
    if known is None and files:
        write_new_workspace(root, files)
        positions = say(f"{count} 个岗位", "1 position" if count == 1 else f"{count} positions")
        click.echo(say(f"新建了工作区 {root}：{positions}。", f"Made the workspace {root}: {positions}."), err=True)
        click.echo(say(f"接下来：cd {root}，再运行 posdoc check", f"Next: cd {root}, then posdoc check"), err=True)
    elif files:
        changed = write_into_workspace(root, files)
        written = "1 file" if len(changed) == 1 else f"{len(changed)} files"
        click.echo(say(f"写入了 {len(changed)} 个文件。", f"Wrote {written}."), err=True)


def _merged(edits: Sequence[Edits | Imported]) -> dict[str, str]:
    """The files of all edits. Two that change one file are not merged: they are asked for one after the other."""
    files: dict[str, str] = {}
    for one in edits:
        twice = files.keys() & one.files.keys()
        if twice:
            name = min(twice)
            raise UsageError(
                Phrase(f"有两个文件都要改动 {name}", f"two of the files change {name}"),
                Phrase("请一个一个地导入", "import them one after the other"),
            )
        files |= one.files
    return files


COMMAND = import_
COMMAND.place = 2.5  # type: ignore[attr-defined]
