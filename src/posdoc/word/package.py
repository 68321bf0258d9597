"""The zip container of a Word file: read with limits, written so that the same parts give the same bytes."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from posdoc.errors import DefinitionError
from posdoc.phrases import Phrase

MOST_PARTS = 2_000
MOST_BYTES = 200 * 1024 * 1024
MOST_XML = 30 * 1024 * 1024
"""How long a part that is read as XML may be: the longest handbook has a tenth of it."""
CONTENT_TYPES = "[Content_Types].xml"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
LEVEL = 6
"""How hard parts are deflated by default (zlib, 1 to 9)."""


def read_package(data: bytes, name: str) -> dict[str, bytes]:
    """The parts of a Word file by name, in their order. ``name`` is for messages."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
            if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_BYTES:
                raise _refused(name, Phrase("内容过大", "it holds too much"))
            _check_parts(infos, name)
            parts = {info.filename: _read(archive, info, name) for info in infos}
    except _BROKEN as error:
        raise _refused(name, Phrase("不是 Word 文档（.docx）", "it is not a Word document (.docx)")) from error
    if CONTENT_TYPES not in parts or "word/document.xml" not in parts:
        raise _refused(name, Phrase("不是 Word 文档（.docx）", "it is not a Word document (.docx)"))
    return parts


def read_own_package(document: bytes) -> dict[str, bytes]:
    """The parts of a document that posdoc has just made, however long it is: a handbook may have thousands of pages."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _check_parts(infos: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse what Word never writes: names that lead out of the file, one name twice, and endless XML."""
    names = [info.filename for info in infos]
    if len({part.casefold() for part in names}) < len(names):
        raise _refused(name, Phrase("其中有重名的内容", "a name stands in it twice"))
    for info in infos:
        steps = info.filename.replace("\\", "/").split("/")
        if ".." in steps or not all(steps) or ":" in steps[0]:
            short = info.filename[:60]
            raise _refused(name, Phrase(f"其中的文件名“{short}”不允许", f"the name '{short}' in it is not allowed"))
        if info.filename.endswith((".xml", ".rels")) and info.file_size > MOST_XML:
            raise _refused(name, Phrase("内容过大", "it holds too much"))


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
    """One part, never more of it than it said."""
    with archive.open(info) as stream:
        data = stream.read(info.file_size + 1)
    if len(data) > info.file_size:
        raise _refused(name, Phrase("压缩内容不实", "its compressed content is not what it says"))
    return data


def _refused(name: str, why: Phrase) -> DefinitionError:
    return DefinitionError(
        Phrase(f"表单“{name}”无法使用：{why.zh}", f"the form '{name}' cannot be used: {why.en}"),
        Phrase("在 Word 中打开后另存为 .docx", "open it in Word and save it as .docx"),
    )


class Packed(NamedTuple):
    """A part as it lies in the file: deflated, with its checksum and its size before."""

    content: bytes
    checksum: int
    size: int


def pack(data: bytes, level: int = LEVEL) -> Packed:
    """Deflate a part; one that goes into many files is packed once."""
    deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
    return Packed(deflate.compress(data) + deflate.flush(), zlib.crc32(data), len(data))


def write_package(parts: Mapping[str, bytes | Packed]) -> bytes:
    """A Word file with these parts: content types first, the rest sorted, every date the same."""
    local, central, offset = [], [], 0
    for name in sorted(parts, key=lambda part: (part != CONTENT_TYPES, part)):
        part = parts[name]
        packed = part if isinstance(part, Packed) else pack(part)
        encoded = name.encode("utf-8")
        common = _COMMON.pack(
            20, 0 if encoded.isascii() else _UTF8, zipfile.ZIP_DEFLATED, 0, _DAY, packed.checksum,
            len(packed.content), packed.size, len(encoded), 0,
        )  # fmt: skip
        local += [b"PK\x03\x04", common, encoded, packed.content]
        central += [b"PK\x01\x02", _MADE_BY, common, _PLACE.pack(0, 0, 0, 0, offset), encoded]
        offset += 4 + len(common) + len(encoded) + len(packed.content)
    directory = b"".join(central)
    end = _END.pack(0, 0, len(parts), len(parts), len(directory), offset, 0)
    return b"".join([*local, directory, b"PK\x05\x06", end])


_COMMON = struct.Struct("<HHHHHLLLHH")
"""What stands in both headers of a part: version, flags, method, time, day, checksum, two sizes, two lengths."""
_PLACE = struct.Struct("<HHHLL")
_END = struct.Struct("<HHHHLLH")
_MADE_BY = struct.pack("<H", 20)
_DAY = 0x0021
"""1 January 1980, the first day that a zip file knows."""
_UTF8 = 0x0800
