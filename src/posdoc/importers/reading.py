"""Reads a file of another program, whichever it is, and finds such files in folders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from posdoc.diagnostics import Diagnostic
from posdoc.errors import MissingToolError, OutputError, UsageError
from posdoc.foreign import kinds
from posdoc.importers.contents import Content, content_of
from posdoc.importers.pieces import Diagram, Foreign, paragraphs_in
from posdoc.importers.plain import ending_of
from posdoc.importers.refusal import Refused, refused
from posdoc.phrases import Phrase
from posdoc.source.files import Limit, read_bytes

MOST_BYTES: Final = 64 * 1024 * 1024
"""How long a file may be; one with a hundred posts and some pictures has a tenth of it."""

Convert = Callable[[bytes, str, str], bytes]
"""Turns a document from the format of the second argument into that of the third, such as ``doc`` and ``docx``."""
Reader = Callable[[bytes, str], Foreign]


def _word(data: bytes, name: str) -> Foreign:
    from posdoc.importers.word import read_word

    return read_word(data, name)


def _workbook(data: bytes, name: str) -> Foreign:
    from posdoc.importers.sheets import read_workbook

    return read_workbook(data, name)


def _delimited(data: bytes, name: str) -> Foreign:
    from posdoc.importers.delimited import read_delimited

    return read_delimited(data, name)


def _markdown(data: bytes, name: str) -> Foreign:
    from posdoc.importers.markdown import read_markdown

    return read_markdown(data, name)


def _text(data: bytes, name: str) -> Foreign:
    from posdoc.importers.plain import read_text

    return read_text(data, name)


class _Family(NamedTuple):
    """Files that are read alike: what may be in them, and the format they are turned into before, if they are."""

    contents: frozenset[Content]
    read: Reader
    through: str = ""


_TEXTS = frozenset({Content.TEXT, Content.WEB, Content.XML})
_OF_WORD = _Family(frozenset({Content.DOCX}), _word)
_OF_EXCEL = _Family(frozenset({Content.XLSX}), _workbook)
_OLD_WORD = _Family(frozenset({Content.DOC, Content.RTF, Content.ODT}), _word, "docx")
_OLD_EXCEL = _Family(frozenset({Content.XLS, Content.ODS, Content.XLSB}), _workbook, "xlsx")
_FAMILIES: Final = {
    **dict.fromkeys(("docx", "docm", "dotx", "dotm"), _OF_WORD),
    **dict.fromkeys(("xlsx", "xlsm", "xltx", "xltm"), _OF_EXCEL),
    **dict.fromkeys(("doc", "dot", "wps", "wpt", "rtf", "odt", "ott"), _OLD_WORD),
    **dict.fromkeys(("xls", "xlt", "et", "ett", "ods", "ots", "xlsb"), _OLD_EXCEL),
    **dict.fromkeys(("csv", "tsv", "tab"), _Family(_TEXTS, _delimited)),
    **dict.fromkeys(("md", "markdown"), _Family(_TEXTS, _markdown)),
    **dict.fromkeys(("txt", "text"), _Family(_TEXTS, _text)),
}
ENDINGS: Final = frozenset(_FAMILIES)
"""The endings of all files that are read, without the dot."""


# --- one file -----------------------------------------------------------------------------------------------


def read_foreign(path: Path, *, convert: Convert | None = None) -> Foreign:
    """Read a file by what it is, which has to be what its ending says. ``convert`` stands in for LibreOffice.

    Raises Refused, which has the finding, for a file that is not read.
    """
    name = path.name
    data = bytes_of(path)
    if not data.strip(b"\0 \t\r\n"):
        raise refused(kinds.NOTHING_TO_READ, name, Phrase("文件是空的", "it is empty"), _RIGHT_FILE)
    family = _FAMILIES.get(ending_of(name))
    if family is None:
        raise refused(kinds.FORMAT_UNKNOWN, name, *_unknown(data, name))
    content = content_of(data, name)
    if content is Content.ENCRYPTED:
        raise refused(kinds.FILE_ENCRYPTED, name, Phrase("文件已用密码加密", "it is encrypted"), _NO_PASSWORD)
    if content not in family.contents:
        why = Phrase(f"它其实是{content.words.zh}", f"it is really {content.words.en}")
        raise refused(kinds.WRONG_ENDING, name, why, _way_out(content))
    if family.through:
        data = _converted(data, name, (content, family.through), convert)
    foreign = family.read(data, name)
    if not _says_something(foreign):
        raise refused(kinds.NOTHING_TO_READ, name, _nothing(foreign), _RIGHT_FILE)
    return foreign


def bytes_of(path: Path) -> bytes:
    """What a file holds. Raises Refused for what is no file, cannot be opened, or is too long."""
    if path.is_dir():
        why = Phrase("它是一个文件夹", "it is a folder")
        raise refused(kinds.FORMAT_UNKNOWN, path.name, why, Phrase("请给出文件", "name a file"))
    data = read_bytes(path.parent, path.name, Limit(MOST_BYTES, _too_large, may_lead_out=True))
    if isinstance(data, Diagnostic):
        raise Refused(data)
    return data


def _too_large(name: str, size: int) -> Diagnostic:
    megabytes, limit = size / 2**20, MOST_BYTES // 2**20
    why = Phrase(
        f"它有 {megabytes:.0f} MB，超过 {limit} MB 的上限",
        f"it has {megabytes:.0f} MB, more than the {limit} MB that are read",
    )
    hint = Phrase("请去掉其中的图片，或分成几个文件", "take pictures out, or split it into several files")
    return refused(kinds.FILE_OUT_OF_BOUNDS, name, why, hint).finding


def _converted(data: bytes, name: str, formats: tuple[Content, str], convert: Convert | None) -> bytes:
    """An old file in the new format of Word or Excel. Raises Refused where LibreOffice is missing or cannot read it."""
    content, after = formats
    from posdoc.libreoffice import convert as convert_with
    from posdoc.libreoffice import find_program

    try:
        if convert:
            return convert(data, content.value, after)
        program = find_program()
        if program:
            return convert_with(program, [data], (content.value, after), with_caution=True)[0]
        why = Phrase("本机没有找到 LibreOffice", "LibreOffice was not found on this machine")
    except MissingToolError as error:
        why = error.message
    except OutputError as error:
        hint = Phrase(f"请在原来的程序中打开，另存为 .{after}", f"open it in its own program and save it as .{after}")
        why = Phrase(
            "LibreOffice 读不了它，可能已损坏或有密码",
            "LibreOffice cannot read it; it may be damaged or have a password",
        )
        raise refused(kinds.FILE_DAMAGED, name, why, hint) from error
    said = Phrase(
        f"{content.words.zh}要先由 LibreOffice 转换；{why.zh}", f"{content.words.en} needs LibreOffice: {why.en}"
    )
    hint = Phrase(
        f"请安装 LibreOffice（libreoffice.org），或在 Word、Excel、WPS 中打开后另存为 .{after}",
        f"install LibreOffice (libreoffice.org), or open it in Word, Excel or WPS and save it as .{after}",
    )
    raise refused(kinds.NEEDS_LIBREOFFICE, name, said, hint)


def _says_something(foreign: Foreign) -> bool:
    has_text = any(paragraph.text.strip() for paragraph in paragraphs_in(foreign.pieces))
    return has_text or any(isinstance(piece, Diagram) and piece.boxes for piece in foreign.pieces)


def _nothing(foreign: Foreign) -> Phrase:
    if any(isinstance(piece, Diagram) for piece in foreign.pieces):
        return Phrase("其中只有图片，没有文字", "it holds pictures only and no text")
    return Phrase("其中没有文字", "there is no text in it")


def _unknown(data: bytes, name: str) -> tuple[Phrase, Phrase]:
    """Why a file with an ending that is not known is not read, and the way out."""
    ending = ending_of(name)
    why = Phrase(f"不认识扩展名“.{ending}”", f"the ending '.{ending}' is not known")
    if not ending:
        why = Phrase("文件名没有扩展名", "its name has no ending")
    try:
        content = content_of(data, name)
    except Refused:
        content = Content.OTHER
    is_readable = any(content in family.contents for family in _FAMILIES.values())
    return why, _way_out(content) if is_readable else _ORIGINAL


def _way_out(content: Content) -> Phrase:
    """What to do with a file whose ending says something else."""
    if content is Content.TEXT:
        return Phrase("请把扩展名改为 .txt、.csv 或 .md", "give it the ending .txt, .csv or .md")
    if content in _TEXTS:
        return Phrase(
            "请在 Word 或 Excel 中打开，另存为 .docx 或 .xlsx", "open it in Word or Excel and save it as .docx or .xlsx"
        )
    if any(content in family.contents for family in _FAMILIES.values()):
        return Phrase(f"请把扩展名改为 .{content.value}", f"give it the ending .{content.value}")
    return _ORIGINAL


_RIGHT_FILE = Phrase("请检查是否选对了文件", "make sure that this is the right file")
_ORIGINAL = Phrase(
    "可读 Word、Excel、CSV、Markdown 和文本文件；请使用原来的文件，或另存为其中一种",
    "Word, Excel, CSV, Markdown and text files are read; take the original file, or save it as one of these",
)
_NO_PASSWORD = Phrase("请在 Word 或 Excel 中去掉密码后另存", "take the password off in Word or Excel and save it")


# --- files in folders ---------------------------------------------------------------------------------------


def find_foreign(paths: Iterable[Path]) -> list[Path]:
    """The files that are named, and all that are read in the folders that are named; in order, each once.

    Left out are hidden files and folders, and the ``~$`` files of documents that are open. A link to a folder is
    followed, but no folder is gone through twice. Raises UsageError for a path that does not exist.
    """
    files: dict[Path, Path] = {}
    for path, is_named in _candidates(paths):
        if is_named or ending_of(path.name) in ENDINGS:
            files.setdefault(path.resolve() if path.exists() else path.absolute(), path)
    return list(files.values())


def find_passed_over(paths: Iterable[Path]) -> list[Path]:
    """The files in the folders that are named whose endings are not known, so that ``find_foreign`` leaves them out."""
    return [path for path, is_named in _candidates(paths) if not is_named and ending_of(path.name) not in ENDINGS]


def _candidates(paths: Iterable[Path]) -> Iterator[tuple[Path, bool]]:
    """Every file, and whether it is named itself."""
    folders: set[str] = set()
    for path in paths:
        if path.is_dir():
            yield from ((file, False) for file in _files_in(path, folders))
        elif os.path.lexists(path):
            yield path, True
        else:
            raise UsageError(
                Phrase(f"没有文件或文件夹“{path}”", f"there is no file or folder '{path}'"),
                Phrase("请检查路径", "check the path"),
            )


def _files_in(folder: Path, seen: set[str]) -> Iterator[Path]:
    """The files in a folder and those below it, by name; ``seen`` are the folders gone through."""
    for name, below, files in os.walk(folder, followlinks=True):
        if os.path.realpath(name) in seen:
            below.clear()
            continue
        seen.add(os.path.realpath(name))
        below[:] = sorted(part for part in below if not part.startswith("."))
        yield from (Path(name, file) for file in sorted(files) if not file.startswith((".", "~$")))
