"""Finding the Word forms of a workspace, and opening them."""

from __future__ import annotations

import time
from functools import cache, lru_cache
from pathlib import Path

from posdoc.errors import DefinitionError, UsageError
from posdoc.phrases import Phrase
from posdoc.resources import templates_folder
from posdoc.source.files import leads_out
from posdoc.word import Form, inserts_jobs

_SETTLED = 3_000_000_000
"""How many nanoseconds ago a folder must have changed: file systems tell the time only roughly."""


def forms(root: Path) -> dict[str, Path]:
    """The Word forms by name: those that ship with posdoc, and the workspace's own, which come first.

    A folder is not listed again while it is the same; one that has only just changed may be changing still.
    """
    folders = templates_folder(), root / "templates"
    changed = tuple(_when_changed(folder) for folder in folders)
    settled = time.time_ns() - max(changed) > _SETTLED
    return dict(_settled_forms(root, folders, changed) if settled else _forms(root, folders))


def _when_changed(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(8)
def _settled_forms(root: Path, folders: tuple[Path, Path], _: tuple[int, ...]) -> dict[str, Path]:
    return _forms(root, folders)


def _forms(root: Path, folders: tuple[Path, Path]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.docx")):
            is_link_out = (path.is_symlink() or folder.is_symlink()) and leads_out(root, path)
            if not path.name.startswith("~$") and not is_link_out:
                found[path.stem] = path
    return found


def path_of_form(root: Path, name: str) -> Path:
    """The file of a form. Raises UsageError where there is none."""
    known = forms(root)
    if name not in known:
        raise UsageError(
            Phrase(f"没有名为“{name}”的表单", f"there is no form named '{name}'"),
            Phrase(f"可用的表单：{'、'.join(known)}", f"forms: {', '.join(known)}"),
        )
    return known[name]


def open_form(root: Path, name: str, job_form: str = "") -> Form:
    """The form of a name, compiled once in a process; ``job_form`` is that of the job descriptions in it."""
    path = path_of_form(root, name)
    if not job_form:
        return _compiled(path, name, path.stat().st_mtime_ns)
    inner = path_of_form(root, job_form)
    return _composed(path, name, inner, job_form, path.stat().st_mtime_ns + inner.stat().st_mtime_ns)


@cache
def holds_jobs(path: Path, stamp: int) -> bool:  # noqa: ARG001
    """Whether a form has a place for job descriptions, as a handbook has."""
    return inserts_jobs(read_form(path, path.stem), path.stem)


@cache
def _compiled(path: Path, name: str, stamp: int) -> Form:  # noqa: ARG001 - the stamp makes a changed file a new one
    return Form(read_form(path, name), name)


@cache
def _composed(path: Path, name: str, inner: Path, job_form: str, stamp: int) -> Form:  # noqa: ARG001
    return Form(read_form(path, name), name, (read_form(inner, job_form), job_form))


def read_form(path: Path, name: str) -> bytes:
    """The bytes of a form. Raises DefinitionError where they cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise DefinitionError(
            Phrase(f"无法读取表单“{name}”：{error.strerror}", f"cannot read the form '{name}': {error.strerror}"),
            Phrase(f"检查文件 {path}", f"look at the file {path}"),
        ) from error
