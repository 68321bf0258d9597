"""The zip container of a Word or Excel file: opened with bounds, each part unpacked only when it is asked for."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Final

from posdoc.foreign.kinds import FILE_DAMAGED, FILE_ENCRYPTED, FILE_OUT_OF_BOUNDS, WRONG_ENDING
from posdoc.importers.refusal import Refused, refused
from posdoc.phrases import Phrase

MOST_PACKED: Final = 200 * 1024 * 1024
"""How long a file may be: that of a thousand posts with a photograph each is shorter."""
MOST_MEMBERS: Final = 10_000
MOST_UNPACKED: Final = 1024 * 1024 * 1024
"""How much all members together may say that they hold; it is never all in memory."""
MOST_OF_PART: Final = 64 * 1024 * 1024
"""How long a part may be that is read: a Word file with some four hundred posts, as Word saves it, stays below it; without
fonts and borders at every word one with four thousand does.
"""
MOST_READ: Final = 192 * 1024 * 1024
"""How long all parts together may be that are read."""
MOST_RATIO: Final = 400
"""How many times longer than packed a member may be, once it is longer than ``SMALL``: Word's XML stays below 100."""
SMALL: Final = 4 * 1024 * 1024
CONTENT_TYPES: Final = "[Content_Types].xml"

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    OverflowError,
)
_ENTRY = b"PK\x01\x02"
"""What every entry in the directory of a zip file begins with."""
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_SEND_AGAIN = Phrase(
    "请重新取得该文件，或在 Word、Excel 中打开后另存一份",
    "get the file again, or open it in Word or Excel and save it under a new name",
)
_SPLIT = Phrase("请把内容分成几个文件，去掉大的图片", "divide it into several files and take large pictures out")
_SAVE_AS = Phrase(
    "请在 Word、Excel 或 WPS 中打开后另存为 .docx 或 .xlsx",
    "open it in Word, Excel or WPS and save it as .docx or .xlsx",
)
_NO_PASSWORD = Phrase(
    "请在 Word、Excel 中去掉密码（文件 → 信息 → 保护 → 用密码进行加密）后另存",
    "take the password off in Word or Excel (File, Info, Protect, Encrypt with Password) and save it",
)
_OTHERS = (
    (b"{\\rtf", Phrase("RTF 文件", "an RTF file")),
    (b"%pdf", Phrase("PDF 文件", "a PDF file")),
    (b"<?xml", Phrase("XML 文件", "an XML file")),
    (b"<html", Phrase("网页", "a web page")),
    (b"<!doctype html", Phrase("网页", "a web page")),
    (b"mime-version", Phrase("网页存档", "a web archive")),
)
"""How files begin that get the ending of Word or Excel by mistake."""


class Package:
    """An opened package: ``names`` are those of its members, with forward slashes, in their order."""

    def __init__(self, archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], name: str) -> None:
        self._archive = archive
        self._members = members
        self._folded = {part.casefold(): info for part, info in members.items()}
        self._read = 0
        self.name = name
        self.names = tuple(members)

    def part(self, name: str) -> bytes | None:
        """What a part holds, or None where there is none of that name. Raises Refused where it cannot be unpacked."""
        info = self._folded.get(name.casefold())
        if info is None:
            return None
        self._read += info.file_size
        if info.file_size > MOST_OF_PART or self._read > MOST_READ:
            raise _too_much(self.name, name)
        try:
            with self._archive.open(info) as stream:
                data = stream.read()
        except _BROKEN as error:
            raise self._damaged(name) from error
        if len(data) != info.file_size:
            raise self._damaged(name)
        return data

    def _damaged(self, part: str) -> Refused:
        why = Phrase(f"其中的“{part[:80]}”已损坏", f"its part '{part[:80]}' is damaged")
        return refused(FILE_DAMAGED, self.name, why, _SEND_AGAIN)


def open_package(data: bytes, name: str) -> Package:
    """Open the bytes of a .docx or .xlsx; ``name`` is for messages. Raises Refused for what is none or is unsafe."""
    if len(data) > MOST_PACKED or data.count(_ENTRY) > MOST_MEMBERS:
        raise _too_much(name)
    if not data.startswith(b"PK"):
        raise _not_a_package(data, name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        why = Phrase("文件不完整或已损坏", "it is cut off or damaged")
        raise refused(FILE_DAMAGED, name, why, _SEND_AGAIN) from error
    infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
    members = {info.filename.replace("\\", "/"): info for info in infos}
    _check_members(infos, name)
    _check_names(infos, members, name)
    if CONTENT_TYPES.casefold() not in {part.casefold() for part in members}:
        raise _another_zip(archive, members, name)
    return Package(archive, members, name)


def _check_members(infos: list[zipfile.ZipInfo], name: str) -> None:
    if any(info.flag_bits & 1 for info in infos):
        raise refused(FILE_ENCRYPTED, name, Phrase("文件已加密", "it is encrypted"), _NO_PASSWORD)
    if sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise _too_much(name)
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
        why = Phrase("其压缩方式不是 Office 所用的", "it is packed in a way that no Office program uses")
        raise refused(FILE_DAMAGED, name, why, _SEND_AGAIN)
    for info in infos:
        if info.file_size > SMALL and info.file_size > MOST_RATIO * info.compress_size:
            raise _too_much(name, info.filename)


def _check_names(infos: list[zipfile.ZipInfo], members: dict[str, zipfile.ZipInfo], name: str) -> None:
    """Refuse what no Office program writes: names that lead out of the file, and one name twice."""
    for part in members:
        steps = part.split("/")
        if ".." in steps or not all(steps) or ":" in steps[0]:
            why = Phrase(f"其中的名称“{part[:80]}”不允许", f"the name '{part[:80]}' in it is not allowed")
            raise refused(FILE_DAMAGED, name, why, _SEND_AGAIN)
    if len({part.casefold() for part in members}) < len(infos):
        why = Phrase("其中有重名的内容", "a name stands in it twice")
        raise refused(FILE_DAMAGED, name, why, _SEND_AGAIN)


def _too_much(name: str, part: str = "") -> Refused:
    inside = Phrase(f"其中的“{part[:80]}”", f"its part '{part[:80]}'") if part else Phrase("文件内容", "its content")
    why = Phrase(f"{inside.zh}超出了可读取的大小", f"{inside.en} is larger than what is read")
    return refused(FILE_OUT_OF_BOUNDS, name, why, _SPLIT)


def _not_a_package(data: bytes, name: str) -> Refused:
    if not data.strip(b"\0"):
        return refused(FILE_DAMAGED, name, Phrase("文件是空的", "it is empty"), _SEND_AGAIN)
    if data.startswith(_OLE):
        return _ole(data, name)
    start = data[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for head, what in _OTHERS:
        if start.startswith(head):
            why = Phrase(f"它其实是{what.zh}", f"it is really {what.en}")
            return refused(WRONG_ENDING, name, why, _SAVE_AS)
    why = Phrase("它不是 Word 或 Excel 文件", "it is not a Word or Excel file")
    return refused(FILE_DAMAGED, name, why, _SEND_AGAIN)


def _ole(data: bytes, name: str) -> Refused:
    """What an OLE file is, by the names in its directory (UTF-16): an encrypted new file, or an old one."""
    if _has_stream(data, "EncryptedPackage"):
        why = Phrase("文件已用密码加密", "it is encrypted with a password")
        return refused(FILE_ENCRYPTED, name, why, _NO_PASSWORD)
    what = Phrase("旧格式的 Office 文件", "an Office file of the old format")
    if _has_stream(data, "WordDocument"):
        what = Phrase("旧格式的 Word 文件（.doc）", "a Word file of the old format (.doc)")
    elif _has_stream(data, "Workbook") or _has_stream(data, "Book"):
        what = Phrase("旧格式的 Excel 文件（.xls）", "an Excel file of the old format (.xls)")
    return refused(WRONG_ENDING, name, Phrase(f"它其实是{what.zh}", f"it is really {what.en}"), _SAVE_AS)


def _has_stream(data: bytes, stream: str) -> bool:
    """Whether the directory has an entry of this name: UTF-16, padded with zeros to 64 bytes."""
    return (stream + "\0").encode("utf-16-le") in data


def _another_zip(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], name: str) -> Refused:
    kind = members.get("mimetype")
    if kind is not None and kind.file_size < 200:
        try:
            with archive.open(kind) as stream:
                if b"opendocument" in stream.read(200):
                    why = Phrase(
                        "它其实是 OpenDocument 文件（.odt、.ods）", "it is really an OpenDocument file (.odt, .ods)"
                    )
                    return refused(WRONG_ENDING, name, why, _SAVE_AS)
        except _BROKEN:
            pass
    why = Phrase("它是压缩包，不是 Word 或 Excel 文件", "it is a zip file, but not one of Word or Excel")
    return refused(WRONG_ENDING, name, why, _SAVE_AS)
