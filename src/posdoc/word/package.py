"""The zip container of a Word file: read with limits, written so that the same parts give the same bytes."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Mapping

from posdoc.errors import DefinitionError
from posdoc.phrases import Phrase

MOST_PARTS = 2_000
MOST_BYTES = 200 * 1024 * 1024
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
_DATE = (1980, 1, 1, 0, 0, 0)


def read_package(data: bytes, name: str) -> dict[str, bytes]:
    """The parts of a Word file by name, in their order. ``name`` is for messages."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_BYTES:
                raise _refused(name, Phrase("内容过大", "it holds too much"))
            parts = {info.filename: _read(archive, info, name) for info in infos}
    except _BROKEN as error:
        raise _refused(name, Phrase("不是 Word 文档（.docx）", "it is not a Word document (.docx)")) from error
    if CONTENT_TYPES not in parts or "word/document.xml" not in parts:
        raise _refused(name, Phrase("不是 Word 文档（.docx）", "it is not a Word document (.docx)"))
    return parts


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


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """A Word file with these parts: content types first, the rest sorted, every date the same."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda part: (part != CONTENT_TYPES, part)):
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, parts[name])
    return stream.getvalue()
