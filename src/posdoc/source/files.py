"""Reads a file of the workspace as UTF-8 text, whatever it turns out to be."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from posdoc.diagnostics import Diagnostic, Span
from posdoc.phrases import Phrase
from posdoc.source import kinds
from posdoc.source.encodings import Encoding, guess_narrow_encoding, guess_wide_encoding
from posdoc.source.nodes import SourceFile

MAX_BYTES: Final = 10 * 1024 * 1024
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_IS_LINK: Final = (errno.ELOOP, errno.EMLINK)


class Limit(NamedTuple):
    """How many bytes are read, and what is said of a file that has more: its path and its size are given."""

    size: int
    exceeded: Callable[[str, int], Diagnostic]
    may_lead_out: bool = False
    """Whether a link is followed wherever it leads: somebody has named the file, it did not come with a workspace."""


def read_bytes(root: Path, relative: str, limit: Limit | None = None) -> bytes | Diagnostic:
    """The content of a regular file, or the finding that says why there is none. Never waits for a pipe.

    ``limit`` is that of definitions unless another one is given.
    """
    limit = limit or Limit(MAX_BYTES, too_large)
    path = root / relative
    try:
        unusable = _check_status(os.stat(path), relative, limit)
        if unusable:
            return unusable
        descriptor = os.open(path, _FLAGS) if limit.may_lead_out else _open_inside(root, path)
        if descriptor is None:
            return link_out(relative)
        with open(descriptor, "rb") as stream:
            unusable = _check_status(os.fstat(descriptor), relative, limit)  # it may have been replaced meanwhile
            data = b"" if unusable else stream.read(limit.size + 1)
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        return _unreadable(relative, *_reason(error))
    if unusable:
        return unusable
    return limit.exceeded(relative, len(data)) if len(data) > limit.size else data


def _open_inside(root: Path, path: Path) -> int | None:
    """The opened file; None for a link that leads out of ``root``. Only a link costs more than opening does."""
    if _NO_LINK or not path.is_symlink():
        try:
            return os.open(path, _FLAGS | _NO_LINK)
        except OSError as error:
            if error.errno not in _IS_LINK:
                raise
    return None if leads_out(root, path) else os.open(path, _FLAGS)


def leads_out(root: Path, path: Path) -> bool:
    """Whether a file or folder really lies elsewhere than in ``root``, through links that came with a workspace."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def link_out(relative: str) -> Diagnostic:
    """The finding about a file or folder that lies outside the workspace, which might be anybody's secret."""
    return _unreadable(
        relative,
        Phrase("它是通向工作区外的链接", "it is a link that leads out of the workspace"),
        Phrase("把文件本身放进工作区", "put the file itself into the workspace"),
    )


def _check_status(status: os.stat_result, relative: str, limit: Limit) -> Diagnostic | None:
    if stat.S_ISDIR(status.st_mode):
        return _unreadable(
            relative,
            Phrase("它是一个文件夹", "it is a directory"),
            Phrase("把这个文件夹改名，或移到别处", "rename the directory, or move it"),
        )
    if not stat.S_ISREG(status.st_mode):
        return _unreadable(
            relative,
            Phrase("它不是普通文件", "it is not a regular file"),
            Phrase("换成一个普通的文本文件", "replace it with an ordinary text file"),
        )
    return limit.exceeded(relative, status.st_size) if status.st_size > limit.size else None


def _reason(error: OSError | ValueError) -> tuple[Phrase, Phrase]:
    if isinstance(error, FileNotFoundError):
        return (
            Phrase("找不到它，可能刚被删除或改名", "it is not there; it may just have been deleted or renamed"),
            Phrase("确认文件还在，再运行一次", "make sure that the file exists and run the command again"),
        )
    if isinstance(error, PermissionError):
        return (
            Phrase("没有读取权限", "permission denied"),
            Phrase("请给自己读取这个文件的权限", "give yourself permission to read the file"),
        )
    text = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return (
        Phrase(f"系统报告：{text}", f"the system says: {text}"),
        Phrase("检查这个文件和它所在的磁盘", "check the file and the disk it is on"),
    )


def _unreadable(relative: str, reason: Phrase, hint: Phrase) -> Diagnostic:
    message = Phrase(f"无法读取“{relative}”：{reason.zh}", f'cannot read "{relative}": {reason.en}')
    return Diagnostic(kinds.UNREADABLE_FILE, Span(relative), message, hint)


def too_large(relative: str, size: int) -> Diagnostic:
    """The finding about a file of ``size`` bytes."""
    limit, megabytes = MAX_BYTES // 2**20, size / 2**20
    return Diagnostic(
        kinds.FILE_TOO_LARGE,
        Span(relative),
        Phrase(
            f"“{relative}”有 {megabytes:.1f} MB，超过 {limit} MB 的上限，没有读取",
            f'"{relative}" has {megabytes:.1f} MB, more than the {limit} MB that are read',
        ),
        Phrase(
            "岗位定义只有几 KB；请确认放对了文件", "a definition has a few KB; make sure that this is the right file"
        ),
    )


def decode(data: bytes, path: str) -> str | Diagnostic:
    """The text of ``data``, with its byte order mark if it has one; or the finding that it is not UTF-8."""
    wide = guess_wide_encoding(data)
    if wide:
        return _not_utf8(Span(path), wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = SourceFile(path, data[: error.start].decode("utf-8").removeprefix("\ufeff"))
        offset = len(place.text)
        return _not_utf8(place.span(offset, offset), guess_narrow_encoding(data))


def _not_utf8(span: Span, encoding: Encoding) -> Diagnostic:
    if encoding.is_damaged:
        message = Phrase("文件是 UTF-8，但从这里起有损坏的字节", "the file is UTF-8, but has broken bytes from here")
    elif encoding.name:
        message = Phrase(
            f"文件不是 UTF-8 编码，看起来是 {encoding.name}",
            f"the file is not UTF-8; it looks like {encoding.name}",
        )
    else:
        message = Phrase(
            "文件不是 UTF-8 编码，也认不出是哪种编码", "the file is not UTF-8, nor any encoding that posdoc knows"
        )
    hint = Phrase(
        "在编辑器里按原编码重新打开，再另存为 UTF-8（记事本：另存为 → 编码 → UTF-8；"
        "VS Code：点状态栏的编码 → 通过编码保存 → UTF-8）",
        "reopen it in its own encoding and save it as UTF-8 (Notepad: Save as, Encoding, UTF-8; "
        "VS Code: click the encoding in the status bar, Save with Encoding, UTF-8)",
    )
    return Diagnostic(kinds.NOT_UTF8, span, message, hint)
