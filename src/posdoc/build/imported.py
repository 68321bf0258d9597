"""Writing what was imported: a new workspace whole or not at all, or new files in a workspace that exists."""

from __future__ import annotations

import shutil
import tempfile
from codecs import BOM_UTF8
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from posdoc.build.files import write_atomically, write_edited
from posdoc.build.workspace import init_workspace
from posdoc.errors import OutputError, UsageError
from posdoc.phrases import Phrase
from posdoc.workspace_files import IMPORT_NOTES


def write_new_workspace(folder: Path, files: Mapping[str, str]) -> int:
    """Write a workspace into a folder that does not exist yet or is empty; returns how many files it has.

    The files are written beside it first, so that a folder with half of them is never left.
    """
    _check_free(folder)
    parent = folder.resolve().parent
    try:
        parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".posdoc-import-", dir=parent))
    except OSError as error:
        raise OutputError(
            Phrase(f"不能写入“{parent}”：{error.strerror}", f"cannot write to '{parent}': {error.strerror}")
        ) from error
    try:
        for path, text in files.items():
            (made / path).parent.mkdir(parents=True, exist_ok=True)
            (made / path).write_bytes(text.encode("utf-8"))
        init_workspace(made)
        made.chmod(0o755)
        if folder.is_dir():
            folder.rmdir()
        made.rename(folder)
    except OSError as error:
        raise OutputError(
            Phrase(f"不能写入“{folder}”：{error.strerror}", f"cannot write '{folder}': {error.strerror}")
        ) from error
    finally:
        with suppress(OSError):
            shutil.rmtree(made)
    return len(files)


def _check_free(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise OutputError(Phrase(f"“{folder}”是一个文件", f"'{folder}' is a file"))
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(
            Phrase(f"“{folder}”不是空文件夹，也不是工作区", f"'{folder}' is neither empty nor a workspace"),
            Phrase(
                "换一个文件夹，或先用 posdoc init 建立工作区",
                "choose another folder, or make a workspace first: posdoc init",
            ),
        )


def write_into_workspace(root: Path, files: Mapping[str, str]) -> list[str]:
    """Write files into a workspace; returns those that have changed. New ones come before those that refer to them.

    A definition that exists keeps its byte order mark and its permissions. Notes that exist are kept: those that say
    something else come beside them, under another name.
    """
    ordered = sorted(files, key=lambda path: (path.count("/") == 0, path))
    return [written for path in ordered if (written := _write(root, path, files[path]))]


def _write(root: Path, path: str, text: str) -> str:
    """Write one file; returns where, or nothing where it says so already."""
    data = text.encode("utf-8")
    if path.endswith(IMPORT_NOTES):
        stem, number = path.removesuffix(IMPORT_NOTES), 1
        while (root / path).exists() and (root / path).read_bytes() != data:
            number += 1
            path = f"{stem}-{number}{IMPORT_NOTES}"
    target = root / path
    if not target.exists():
        return path if write_atomically(target, data) else ""
    old = target.read_bytes()
    has_bom = old.startswith(BOM_UTF8)
    if old.removeprefix(BOM_UTF8) == data:
        return ""
    write_edited(target, text, has_bom=has_bom)
    return path
