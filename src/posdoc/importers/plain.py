"""Plain text: every line that is not empty is a paragraph."""

from __future__ import annotations

from posdoc.diagnostics import Diagnostic, Span
from posdoc.foreign import kinds
from posdoc.importers.characters import as_seen
from posdoc.importers.pieces import Foreign, Paragraph, Place
from posdoc.importers.refusal import Refused, refused
from posdoc.patterns import pattern
from posdoc.phrases import Phrase
from posdoc.source.encodings import guess_encoding

MOST_BYTES = 8 * 1024 * 1024
"""How long a text may be; a handbook of 138 posts has half a megabyte."""
LINE_END = pattern(r"\r\n|\r|\n")
_CONTROLS = pattern("[\x00-\x08\x0e-\x1f\x7f]")
_LEAST_SHARE = 100
"""A file in which more than one character in so many is a control character, of several sorts, is no text."""
_MOST_SORTS = 6


def read_text(data: bytes, name: str) -> Foreign:
    """The lines of a text. Raises Refused for what is no text."""
    text, findings = decode(data, name)
    numbered = enumerate(LINE_END.split(text), 1)
    pieces = tuple(Paragraph(seen, line_place(number)) for number, line in numbered if (seen := as_seen(line).rstrip()))
    return Foreign(name, ending_of(name), pieces, tuple(findings))


def ending_of(name: str) -> str:
    """The ending of a file's name in small letters, without the dot."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def line_place(number: int) -> Place:
    """The place of a line."""
    return Place(number, Phrase(f"第 {number} 行", f"line {number}"))


def decode(data: bytes, name: str) -> tuple[str, list[Diagnostic]]:
    """The text of a file in whatever encoding, with a finding where it is damaged. Raises Refused for what is none."""
    if len(data) > MOST_BYTES:
        raise _too_long(name, len(data))
    codec = guess_encoding(data).codec
    text = data.decode(codec or "gb18030", "replace")
    if not codec and _is_mostly_damaged(text):
        text, codec = data.decode("cp1252", "replace"), "cp1252"
    if _is_binary(text):
        raise _no_text(name)
    return text, _damage(text, codec, name)


def _is_binary(text: str) -> bool:
    """Whether there are too many control characters for a text; one sort of them may end the cells of a table."""
    controls = _CONTROLS.findall(text)
    sorts = set(controls)
    return len(controls) * _LEAST_SHARE > len(text) and ("\x00" in sorts or len(sorts) >= _MOST_SORTS)


def _is_mostly_damaged(text: str) -> bool:
    return text.count("\N{REPLACEMENT CHARACTER}") * 20 > sum(not character.isascii() for character in text)


def _damage(text: str, codec: str, name: str) -> list[Diagnostic]:
    """What is to be said of bytes that the encoding does not know, or of an encoding that nobody can be sure of."""
    if codec == "cp1252":
        line = next(n for n, line in enumerate(LINE_END.split(text), 1) if not line.isascii())
        message = Phrase(
            "认不出文件的编码，按西欧编码（Windows-1252）读取",
            "the encoding of the file is not known; it was read as Western European (Windows-1252)",
        )
    else:
        lines = [n for n, line in enumerate(LINE_END.split(text), 1) if "\N{REPLACEMENT CHARACTER}" in line]
        if not lines:
            return []
        line, count = lines[0], text.count("\N{REPLACEMENT CHARACTER}")
        message = Phrase(
            f"有 {count} 处字节已损坏，读作“\N{REPLACEMENT CHARACTER}”，第一处在第 {line} 行",
            f"broken bytes were read as '\N{REPLACEMENT CHARACTER}' in {count} places, the first of them in line {line}",
        )
    hint = Phrase(
        "在编辑器里按正确的编码打开，另存为 UTF-8 后再读入",
        "open it in an editor in its own encoding, save it as UTF-8, and read it again",
    )
    return [Diagnostic(kinds.GARBLED_TEXT, Span(name, line, 1, line, 1), message, hint)]


def _too_long(name: str, size: int) -> Refused:
    megabytes, limit = size / 2**20, MOST_BYTES // 2**20
    why = Phrase(
        f"它有 {megabytes:.1f} MB，超过文本文件 {limit} MB 的上限",
        f"it has {megabytes:.1f} MB, more than the {limit} MB that are read of a text",
    )
    return refused(kinds.FILE_OUT_OF_BOUNDS, name, why, Phrase("请把它分成几个文件", "split it into several files"))


def _no_text(name: str) -> Refused:
    hint = Phrase(
        "请用生成它的程序打开，另存为 .docx、.xlsx 或文本",
        "open it in the program that made it and save it as .docx, .xlsx or text",
    )
    return refused(kinds.FORMAT_UNKNOWN, name, Phrase("它不是文本文件", "it is not a text"), hint)
