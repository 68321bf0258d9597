"""What a form refers to outside of itself. Only links stay: anything else would be opened on every reader's computer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from posdoc.errors import DefinitionError
from posdoc.phrases import Phrase
from posdoc.word.active import HINT as ACTIVE_HINT
from posdoc.word.active import active_content
from posdoc.word.grammar import at
from posdoc.word.patch import W, parsed

_SETTINGS, _RELATIONS = "word/settings.xml", "word/_rels/settings.xml.rels"
_HARMLESS = ("hyperlink", "attachedTemplate")
_HINT = Phrase(
    "在 Word 中把它嵌入文件（文件 - 信息 - 编辑指向文件的链接），或删去",
    "embed it in Word (File, Info, Edit Links), or delete it",
)


def external_files(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The files outside that a form refers to, each with the part that does. Links are none."""
    for name in parts:
        if name.endswith(".rels"):
            for entry in parsed(parts[name]):
                kind = entry.get("Type", "").rpartition("/")[2] if isinstance(entry.tag, str) else ""
                if entry.get("TargetMode") == "External" and kind not in _HARMLESS:
                    yield name, entry.get("Target", "")


def external_message(target: str) -> Phrase:
    """What to say of one."""
    short = target if len(target) <= 80 else target[:79] + "…"
    return Phrase(f"引用了外部文件“{short}”", f"it refers to the file '{short}' outside")


EXTERNAL_HINT = _HINT


def refuse_external(parts: Mapping[str, bytes], form: str) -> None:
    """Refuse a form that refers to files outside, or that would do something where its documents are opened."""
    found = [(external_message(target), _HINT) for _, target in external_files(parts)]
    found += [(why, ACTIVE_HINT) for why in active_content(parts)]
    for why, hint in found:
        raise DefinitionError(
            at(Phrase(f"表单“{form}”无法使用：{why.zh}", f"the form '{form}' cannot be used: {why.en}"), None), hint
        )


def without_template(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts without the Word template that the form was made from, which only its author's computer has."""
    if _RELATIONS not in parts or _SETTINGS not in parts or b"attachedTemplate" not in parts[_SETTINGS]:
        return parts
    settings, relations = parsed(parts[_SETTINGS]), parsed(parts[_RELATIONS])
    for node in settings.findall(f"{W}attachedTemplate"):
        settings.remove(node)
    for entry in list(relations):
        if entry.get("Type", "").endswith("/attachedTemplate"):
            relations.remove(entry)
    written = {_SETTINGS: settings, _RELATIONS: relations}
    head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return {**parts, **{name: head + etree.tostring(root, encoding="utf-8") for name, root in written.items()}}
