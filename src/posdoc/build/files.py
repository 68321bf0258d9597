"""Names of outputs, and writing them."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from string import Formatter
from unicodedata import normalize

from posdoc.errors import OutputError, WorkspaceError
from posdoc.phrases import Phrase
from posdoc.workspace_files import is_device

MOST_BYTES = 200
"""Room for one part of a path: file systems allow 255 bytes, and an extension and a temporary name need some."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_PIECE = re.compile(r"([_\- ]*)((?:\{\w+\}|[^_\- {}])+)")
_FIELD = re.compile(r"\{(\w+)\}")
_EMPTY_BRACKETS = re.compile(r"\(\)|（）|\[\]|【】")


def file_name(pattern: str, values: Mapping[str, str], extension: str) -> str:
    """The relative path that a pattern such as ``{language}/{unit}/{code}_{title}`` gives; ``/`` makes folders.

    Raises WorkspaceError for a field that patterns do not have.
    """
    parts = [_part(part, values) for part in pattern.split("/")]
    kept = [part for part in parts if part]
    if not kept:
        raise _bad_pattern(pattern, Phrase("没有内容", "nothing is left of it"))
    return "/".join(kept) + f".{extension}"


def _part(pattern: str, values: Mapping[str, str]) -> str:
    """One part of the path. A piece between separators whose fields are all empty goes, and its separator with it."""
    _check_fields(pattern, values)
    cleaned = {name: _FORBIDDEN.sub("_", normalize("NFC", value)).strip() for name, value in values.items()}
    filled = ""
    for separator, piece in _PIECE.findall(pattern):
        fields = _FIELD.findall(piece)
        if not fields or any(cleaned[field] for field in fields):
            filled += (separator if filled else "") + piece.format_map(cleaned)
    filled = _EMPTY_BRACKETS.sub("", filled).strip("_- .")
    return _short("_" + filled if is_device(filled.partition(".")[0]) else filled)


def _check_fields(pattern: str, values: Mapping[str, str]) -> None:
    try:
        parsed = list(Formatter().parse(pattern))
    except ValueError as error:
        raise _bad_pattern(pattern, Phrase("花括号不成对", "a brace is without its other half")) from error
    for literal, field, specification, conversion in parsed:
        if "{" in literal or "}" in literal:
            raise _bad_pattern(pattern, Phrase("花括号不能重复", "a brace is doubled"))
        if specification or conversion:
            raise _bad_pattern(pattern, Phrase("花括号里只能写字段名", "braces may hold only the name of a field"))
        if field is not None and field not in values:
            known = " ".join(f"{{{name}}}" for name in values)
            raise _bad_pattern(
                pattern, Phrase(f"没有 {{{field}}}，可用 {known}", f"there is no {{{field}}}; use {known}")
            )


def _short(name: str) -> str:
    """The name cut to the bytes that there is room for, never inside a character."""
    return name.encode("utf-8")[:MOST_BYTES].decode("utf-8", "ignore").rstrip("_- .")


def _bad_pattern(pattern: str, why: Phrase) -> WorkspaceError:
    return WorkspaceError(
        Phrase(f"文件名样式“{pattern}”有误：{why.zh}", f"the file name pattern '{pattern}' is wrong: {why.en}"),
        Phrase("改正 posdoc.yaml 中 outputs 的 name", "correct name under outputs in posdoc.yaml"),
    )


def check_collisions(paths: Iterable[str]) -> None:
    """Refuse names that are the same on some file system: by case, or by how accents are encoded."""
    taken: dict[str, str] = {}
    for path in paths:
        key = normalize("NFC", path).casefold()
        if key in taken:
            raise OutputError(
                Phrase(
                    f"两个输出文件重名：{taken[key]} 与 {path}", f"two outputs have one name: {taken[key]} and {path}"
                ),
                Phrase(
                    "在 posdoc.yaml 的 outputs 中给 name 加上 {code}、{id} 或 {language}",
                    "add {code}, {id} or {language} to name under outputs in posdoc.yaml",
                ),
            )
        taken[key] = path


def inside(folder: Path, relative: str) -> Path:
    """The path of an output, which has to lie inside ``folder`` even through links."""
    target = folder / PurePosixPath(relative)
    resolved = target.parent.resolve()
    if not resolved.is_relative_to(folder.resolve()):
        raise OutputError(
            Phrase(f"“{relative}”不在输出文件夹之内", f"'{relative}' is not inside the output folder"),
            Phrase("检查输出文件夹中的链接", "check for links in the output folder"),
        )
    return target


TEMPORARY = ".posdoc-"
"""How the names of files begin that are not finished."""


def write_atomically(path: Path, data: bytes, *, prefix: str = TEMPORARY, is_durable: bool = False) -> bool:
    """Write a file so that at any moment it is the old one or the new one; False if it already had these bytes.

    Meanwhile it has a name that begins with ``prefix``. A durable one is on the disk when this returns.
    """
    try:
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data, prefix=prefix, is_durable=is_durable)
    except OSError as error:
        raise cannot_write(path, error) from error
    return True


def write_edited(path: Path, text: str, *, has_bom: bool = False) -> None:
    """Write the new text of a definition: atomically, through to the disk, with the permissions that the file had."""
    data = text.encode("utf-8-sig" if has_bom else "utf-8")
    try:
        target = path.resolve()
        _replace(target, data, mode=target.stat().st_mode & 0o7777, is_durable=True)
    except OSError as error:
        raise cannot_write(path, error) from error


def _replace(
    path: Path, data: bytes, *, mode: int | None = None, is_durable: bool = False, prefix: str = TEMPORARY
) -> None:
    descriptor, name = tempfile.mkstemp(prefix=prefix, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            if is_durable:
                stream.flush()
                os.fsync(stream.fileno())
        temporary.chmod(0o666 & ~_umask() if mode is None else mode)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    if is_durable:
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Let the names in a folder reach the disk, where the system can be asked for that."""
    with suppress(OSError, AttributeError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def cannot_write(path: Path, error: OSError) -> OutputError:
    """What is said of a file or folder that cannot be written."""
    busy = isinstance(error, PermissionError) and path.exists()
    return OutputError(
        Phrase(f"无法写入“{path}”：{error.strerror or error}", f"cannot write '{path}': {error.strerror or error}"),
        Phrase("若文件正在 Word 中打开，请先关闭", "if it is open in Word, close it first")
        if busy
        else Phrase("检查磁盘空间和文件夹的写权限", "check the free space and the permissions of the folder"),
    )
