"""Reads a file of the workspace as UTF-8 text, whatever it turns out to be."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final, NamedTuple

from posdoc.diagnostics import Diagnostic, Span
from posdoc.phrases import Phrase
from posdoc.source import kinds
from posdoc.source.nodes import SourceFile

MAX_BYTES: Final = 10 * 1024 * 1024
_SAMPLE_BYTES: Final = 64 * 1024  # a multiple of four
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(root: Path, relative: str) -> bytes | Diagnostic:
    """The content of a regular file, or the finding that says why there is none. Never waits for a pipe."""
    path = root / relative
    try:
        unusable = _check_status(os.stat(path), relative)
        if unusable:
            return unusable
        descriptor = os.open(path, _FLAGS)
        with open(descriptor, "rb") as stream:
            unusable = _check_status(os.fstat(descriptor), relative)  # it may have been replaced meanwhile
            data = b"" if unusable else stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        return _unreadable(relative, *_reason(error))
    if unusable:
        return unusable
    return too_large(relative, len(data)) if len(data) > MAX_BYTES else data


def _check_status(status: os.stat_result, relative: str) -> Diagnostic | None:
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
    return too_large(relative, status.st_size) if status.st_size > MAX_BYTES else None


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
    wide = _guess_wide_encoding(data)
    if wide:
        return _not_utf8(Span(path), wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = SourceFile(path, data[: error.start].decode("utf-8").removeprefix("\ufeff"))
        offset = len(place.text)
        return _not_utf8(place.span(offset, offset), _guess_narrow_encoding(data))


class _Encoding(NamedTuple):
    """``name`` is empty if nothing fits; ``is_damaged`` if it is UTF-8 but for a few bytes."""

    name: str = ""
    is_damaged: bool = False


_MARKS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32 LE"),
    (b"\x00\x00\xfe\xff", "UTF-32 BE"),
    (b"\xff\xfe", "UTF-16 LE"),
    (b"\xfe\xff", "UTF-16 BE"),
)


def _guess_wide_encoding(data: bytes) -> _Encoding | None:
    """UTF-16 or UTF-32, by its mark or by the null bytes that ASCII characters have there."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _Encoding(name)
    if b"\x00" not in data:
        return None
    sample = data[:_SAMPLE_BYTES]
    for codec, size in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        if _looks_like_text(sample[: len(sample) // size * size], codec):
            return _Encoding(f"{codec[:6].upper()} {codec[-2:].upper()}")
    return None


def _looks_like_text(sample: bytes, codec: str) -> bool:
    """Whether ``sample`` makes sense in ``codec``: without nulls, and with some variety of ASCII.

    Bytes of UTF-8 taken in pairs give ideographs of all sorts, hardly any ASCII.
    """
    try:
        text = sample.decode(codec)
    except UnicodeDecodeError as error:
        if error.start < len(sample) - 4:
            return False
        text = sample[: error.start].decode(codec)
    ascii_count = sum(character.isascii() for character in text)
    distinct = len({character for character in text if character.isascii()})
    return "\x00" not in text and distinct >= 3 and ascii_count * 10 >= len(text)


def _guess_narrow_encoding(data: bytes) -> _Encoding:
    text = data.decode("utf-8", "replace")
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    good = sum(not character.isascii() for character in text) - bad
    if good > 2 * bad:
        return _Encoding("UTF-8", is_damaged=True)
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return _Encoding()
    return _Encoding("GBK/GB18030")


def _not_utf8(span: Span, encoding: _Encoding) -> Diagnostic:
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
