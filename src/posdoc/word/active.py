"""What in a form would do something on the computer of whoever opens a document: macros, programs, fields that fetch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from posdoc.patterns import pattern
from posdoc.phrases import Phrase
from posdoc.word.patch import W, parsed

_KINDS = {
    "vbaProject": Phrase("宏", "macros"),
    "oleObject": Phrase("嵌入的对象（OLE）", "an embedded object (OLE)"),
    "control": Phrase("ActiveX 控件", "an ActiveX control"),
    "aFChunk": Phrase("嵌入的另一种文件（altChunk）", "an embedded file of another kind (altChunk)"),
}
"""By the last part of the type of a relationship."""
_FETCHING = frozenset(
    ("DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "LINK", "DATABASE", "RD")
)
_ENCODED = pattern(rb"\s*<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8|us-ascii)", re.IGNORECASE)
HINT = Phrase("在 Word 中删去它，另存为 .docx", "delete it in Word and save the form as .docx")


def active_content(parts: Mapping[str, bytes]) -> Iterator[Phrase]:
    """What is active in a form, in the second half of a sentence each."""
    for name, data in parts.items():
        if name.endswith(".rels"):
            for entry in parsed(data):
                kind = entry.get("Type", "").rpartition("/")[2] if isinstance(entry.tag, str) else ""
                what = _KINDS.get(kind)
                if what and entry.get("TargetMode") != "External":  # those are refused for what they refer to
                    yield Phrase(f"含有{what.zh}", f"it holds {what.en}")
        elif name.endswith(".xml") and _may_have_fields(data):
            yield from _fetching(parsed(data))


def _may_have_fields(data: bytes) -> bool:
    is_plain = data.lstrip()[:1] == b"<" and b"\0" not in data[:100] and not _ENCODED.match(data)
    return not is_plain or b"instrText" in data or b"fldSimple" in data


def _fetching(root: Any) -> Iterator[Phrase]:
    for field in _fields(root):
        words = field.text.split()
        name = words[0].upper().strip('"\\') if words else ""
        if name in _FETCHING or (field.is_computed and not name):
            shown = name or "{…}"
            yield Phrase(f"含有会读取其他文件或程序的域 {shown}", f"its field {shown} reads other files or programs")


@dataclass
class _Field:
    """The instruction of a field; it ``is_computed`` where another field stands before its first word."""

    text: str = ""
    is_computed: bool = False
    is_open: bool = True


def _fields(root: Any) -> Iterator[_Field]:
    """The fields of a part, those within the instructions of others among them; broken ones end with the part."""
    stack: list[_Field] = []
    for node in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}delInstrText", f"{W}fldSimple"):
        kind = node.get(f"{W}fldCharType")
        if node.tag == f"{W}fldSimple":
            yield _Field(node.get(f"{W}instr", ""))
        elif kind == "begin":
            if stack and stack[-1].is_open and not stack[-1].text.strip():
                stack[-1].is_computed = True
            stack.append(_Field())
        elif kind is None and stack and stack[-1].is_open:
            stack[-1].text += node.text or ""
        elif kind == "separate" and stack:
            stack[-1].is_open = False
        elif kind == "end" and stack:
            yield stack.pop()
    yield from stack
