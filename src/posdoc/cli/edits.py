"""``check --fix``, ``--diff`` and ``--add-ignores``: definitions edited in place, comments and layout kept."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from posdoc.build.files import write_edited
from posdoc.check import Selection, check
from posdoc.check.adopt import with_ignores
from posdoc.check.fixes import fixed
from posdoc.cli.language import say
from posdoc.cli.output import write_utf8
from posdoc.cli.today import today
from posdoc.source import SourceFile
from posdoc.workspace_files import PEOPLE_FILE, POSITIONS_FOLDER, REVIEWS_FILE, SETTINGS_FILE

MOST_ROUNDS = 20
"""Fixes that overlap are made one after the other; this many rounds are enough for any file that a person wrote."""
READ = (SETTINGS_FILE, PEOPLE_FILE, REVIEWS_FILE, POSITIONS_FOLDER)


def fix(root: Path, selection: Selection) -> None:
    """Mend what can be mended safely, and say how much it was."""
    count, files = _fix(root, selection)
    click.echo(
        say(f"已改正 {count} 处，涉及 {len(files)} 个文件。", f"Mended {count} findings in {_files(len(files))}."),
        err=True,
    )


def add_ignores(root: Path, selection: Selection) -> None:
    """Add a comment for each finding of today, and say how many files that changed."""
    checked = check(root, selection, today())
    texts = with_ignores(checked.findings, checked.sources)
    _write(root, texts, checked.sources)
    click.echo(say(f"已在 {len(texts)} 个文件中加入忽略注释。", f"Added comments to {_files(len(texts))}."), err=True)


def show_diff(root: Path, selection: Selection) -> int:
    """Show what ``--fix`` would change; the status is 1 where it would change anything."""
    with TemporaryDirectory(prefix="posdoc-") as folder:
        copy = Path(folder)
        for name in READ:
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name)
            elif (root / name).is_file():
                shutil.copyfile(root / name, copy / name)
        count, files = _fix(copy, selection)
        for path in files:
            write_utf8(_difference(path, _text(root / path), _text(copy / path)))
    sys.stdout.flush()
    click.echo(say(f"--fix 会改正 {count} 处。", f"--fix would mend {count} findings."), err=True)
    return 1 if count else 0


def _fix(root: Path, selection: Selection) -> tuple[int, list[str]]:
    count = 0
    files: set[str] = set()
    for _ in range(MOST_ROUNDS):
        checked = check(root, selection, today())
        texts, made = fixed(checked.findings, checked.sources)
        if not texts:
            break
        _write(root, texts, checked.sources)
        count += made
        files |= texts.keys()
    return count, sorted(files)


def _write(root: Path, texts: Mapping[str, str], sources: Mapping[str, SourceFile]) -> None:
    for path, text in texts.items():
        write_edited(root / path, text, has_bom=sources[path].has_bom)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig")


def _difference(path: str, old: str, new: str) -> str:
    lines = unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"
