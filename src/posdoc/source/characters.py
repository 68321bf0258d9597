"""Characters that a definition must not hold, and stand-ins that let the rest of the file be read.

Three sorts are reported: those that XML 1.0 (and so Word) cannot hold, byte order marks within the
file, and the controls that turn the direction of text. The control characters U+007F to U+009F count
as forbidden too: XML would take them, YAML does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Final, NamedTuple

from posdoc.diagnostics import Kind, Span
from posdoc.patterns import pattern
from posdoc.phrases import Phrase
from posdoc.source import kinds
from posdoc.source.findings import Findings
from posdoc.source.nodes import ScalarNode, SourceFile

_FORBIDDEN: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_BIDI: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_BOM: Final = "\ufeff"
_SEPARATORS: Final = "\x85\u2028\u2029"  # line ends to libyaml, and to nobody else
WIDE_SPACES: Final = "\u00a0\u1680\u180e\u2000-\u200b\u202f\u205f\u3000"

SUSPECT: Final = pattern(f"[\t{_FORBIDDEN}{_BIDI}{_BOM}{_SEPARATORS}{WIDE_SPACES}：－＃](?<![^a-z_ ]：)")
"""Finds nothing in a file that needs neither this module's checks nor those of ``line_heads``."""

_REPORTED: Final = pattern(f"[{_FORBIDDEN}{_BIDI}{_BOM}]")
_REPLACED: Final = pattern(f"[{_FORBIDDEN}{_BOM}{_SEPARATORS}]")
NOT_RAW: Final = pattern(f"[{_FORBIDDEN}{_BIDI}{_BOM}{_SEPARATORS}]")
"""Finds what is to be written by an escape, if at all."""

_IS_FORBIDDEN: Final = pattern(f"[{_FORBIDDEN}]")
_IS_BIDI: Final = pattern(f"[{_BIDI}]")
_ESCAPED_HAZARD: Final = pattern(f"[{_FORBIDDEN}{_BIDI}]")
_ESCAPE: Final = pattern(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SHORT_ESCAPES: Final = {"0": 0, "a": 7, "b": 8, "v": 11, "f": 12, "e": 27}


class StandIns(NamedTuple):
    """``text`` is what YAML is to read, as long as the file's; ``restore`` translates its scalars back."""

    text: str
    restore: Mapping[int, int | str | None]


def check_characters(file: SourceFile, findings: Findings) -> StandIns:
    """Report the characters that must not stand in the file, and make a text that YAML can read.

    In the scalars a forbidden character becomes U+FFFD; byte order marks and direction controls are left
    out, so that a key is still found. U+0085, U+2028 and U+2029 stay what they are: ordinary characters.
    """
    for match in _REPORTED.finditer(file.text):
        if findings.takes(_kind_of(match[0])):
            report_character(findings, file.span(match.start(), match.end()), ord(match[0]))
    present = sorted(set(_REPLACED.findall(file.text)))
    restore: dict[int, int | str | None] = {ord(c): None for c in set(_IS_BIDI.findall(file.text))}
    if not present:
        return StandIns(file.text, restore)
    forward: dict[int, str] = {}
    for character, stand_in in zip(present, _unused_characters(file.text, len(present)), strict=True):
        forward[ord(character)] = stand_in
        restore[ord(stand_in)] = _restored(character)
    return StandIns(file.text.translate(forward), restore)


def _restored(character: str) -> str | None:
    if character in _SEPARATORS:
        return character
    return None if character == _BOM else "\N{REPLACEMENT CHARACTER}"


def _unused_characters(text: str, count: int) -> list[str]:
    used = set(text)
    private = chain(range(0xE000, 0xF900), range(0xF0000, 0xFFFFE), range(0x20000, 0xE0000))
    free = (chr(code) for code in private if chr(code) not in used)
    return [next(free, "\N{REPLACEMENT CHARACTER}") for _ in range(count)]


def check_escapes(file: SourceFile, scalars: Iterable[ScalarNode], findings: Findings) -> None:
    r"""Report the hazards that double-quoted scalars hold by escapes such as ``\x07``."""
    for scalar in scalars:
        if scalar.style != '"' or not _ESCAPED_HAZARD.search(scalar.text):
            continue
        start = file.offset(scalar.line, scalar.column)
        end = file.offset(scalar.end_line, scalar.end_column)
        for match in _ESCAPE.finditer(file.text, start, end):
            code = decode_escape(match)
            if code is not None and _ESCAPED_HAZARD.match(chr(code)) and findings.takes(_kind_of(chr(code))):
                report_character(findings, file.span(match.start(), match.end()), code, match[0])


def find_escape(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first escape at or after ``start`` that ends behind ``end`` or reaches it."""
    return next((match for match in _ESCAPE.finditer(text, start) if match.end() >= end), None)


def decode_escape(match: re.Match[str]) -> int | None:
    """The code point that an escape stands for; None if it is no hazard or no character at all."""
    digits = match[1] or match[2] or match[3]
    if not digits:
        return _SHORT_ESCAPES.get(match[4])
    code = int(digits, 16)
    return code if code <= 0x10FFFF else None


def report_character(findings: Findings, span: Span, code: int, written: str | None = None) -> None:
    """Report character ``code``; ``written`` is the escape that it is written with, if it is."""
    name = f"U+{code:04X}"
    shown = f"{written} ({name})" if written else name
    kind = _kind_of(chr(code))
    hint_zh, hint_en = "删去这个看不见的字符", "delete this invisible character"
    if written:
        hint_zh, hint_en = f"删去 {written}", f"delete {written}"
    findings.add(
        kind,
        span,
        _describe(kind, shown),
        Phrase(f"{hint_zh}；它多半是从别处复制时带来的", f"{hint_en}; it most likely came with a copied text"),
    )


def _kind_of(character: str) -> Kind:
    if character == _BOM:
        return kinds.MISPLACED_BOM
    return kinds.BIDI_CONTROL if _IS_BIDI.match(character) else kinds.FORBIDDEN_CHARACTER


def _describe(kind: Kind, shown: str) -> Phrase:
    if kind is kinds.BIDI_CONTROL:
        return Phrase(
            f"文字方向控制符 {shown}：它会让显示的顺序与实际内容不同",
            f"the direction control {shown} makes text look different from what it is",
        )
    if kind is kinds.MISPLACED_BOM:
        return Phrase(
            f"字节顺序标记 {shown} 出现在文件中间，它只能在文件开头",
            f"a byte order mark {shown} within the file; it belongs at the very start",
        )
    return Phrase(f"Word 文档不能包含字符 {shown}", f"the character {shown} cannot stand in a Word document")
