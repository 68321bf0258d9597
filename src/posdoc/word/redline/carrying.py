"""What is carried over from the old document has to fit the new one: its styles, lists, pictures and numbers."""

from __future__ import annotations

from typing import Any

from lxml import etree

from posdoc.word.patch import W
from posdoc.word.redline.joining import DELETED_TEXT
from posdoc.word.redline.lists import Lists
from posdoc.word.redline.media import Media
from posdoc.word.redline.pieces import INSTRUCTION, PROPERTIES, RUN, SPACE, TEXT
from posdoc.word.redline.sources import parsed

_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_STYLED = tuple(f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
_AROUND = tuple(f"{W}{name}" for name in ("sdt", "customXml", "smartTag"))
_LEFT = tuple(
    f"{W}{name}"
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "proofErr",
        "sectPr", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange",
    )
)  # fmt: skip
"""What is left behind: marks of places, pages, and changes of looks."""
_NOTES = tuple(f"{W}{name}" for name in ("footnoteReference", "endnoteReference", "commentReference", "annotationRef"))


class Styles:
    """Finds for a style of the old document the nearest of its bases that the new one has."""

    def __init__(self, old: bytes | None, new: bytes | None) -> None:
        self._bases = {_identity(style): _base(style) for style in _styles(old)}
        self._known = {_identity(style) for style in _styles(new)}

    def fitting(self, identity: str) -> str | None:
        """The style to use; None where there is none, which is the default."""
        seen: set[str] = set()
        while identity and identity not in seen:
            if identity in self._known:
                return identity
            seen.add(identity)
            identity = self._bases.get(identity, "")
        return None


def _styles(part: bytes | None) -> list[Any]:
    return parsed(part).findall(f"{W}style") if part else []


def _identity(style: Any) -> str:
    return str(style.get(f"{W}styleId", ""))


def _base(style: Any) -> str:
    base = style.find(f"{W}basedOn")
    return "" if base is None else str(base.get(f"{W}val", ""))


class Carrier:
    """Makes copies out of one part of the old document fit the part of the new one."""

    def __init__(self, styles: Styles, lists: Lists, media: Media) -> None:
        self._styles = styles
        self.lists = lists
        self._media = media

    def block(self, element: Any) -> None:
        """A copy of a paragraph, a row or a table, but for the runs in it: controls are unwrapped, marks left out."""
        for node in list(element.iter(*_LEFT)):
            node.getparent().remove(node)
        for node in list(element.iter(*_AROUND)):
            if not any(around.tag == f"{W}p" for around in node.iterancestors()):
                _unwrap(node)
        self._fit(element)

    def deleted_run(self, run: Any) -> Any | None:
        """A copy of a run as it stands in deleted text; None where nothing of it can be carried over."""
        for note in list(run.iterchildren(*_NOTES)):
            run.remove(note)
        if all(child.tag == PROPERTIES for child in run) or not self._media.bring(run):
            return None
        for child in run:
            if child.tag == TEXT:
                child.tag = DELETED_TEXT
                child.set(SPACE, "preserve")
            elif child.tag == INSTRUCTION:
                child.tag = f"{W}delInstrText"
        self._fit(run)
        return run

    def _fit(self, element: Any) -> None:
        for node in element.iter(etree.Element):
            for name in list(node.attrib):
                if name.startswith((f"{W}rsid", _WORD_2010)):
                    del node.attrib[name]
        for node in list(element.iter(*_STYLED)):
            style = self._styles.fitting(node.get(f"{W}val", ""))
            if style is None:
                node.getparent().remove(node)
            else:
                node.set(f"{W}val", style)
        for number in element.iter(f"{W}numId"):
            if not any(around.tag == RUN for around in number.iterancestors() if around is not element):
                self.lists.expect(number)


def _unwrap(node: Any) -> None:
    content = node.find(f"{W}sdtContent") if node.tag == f"{W}sdt" else node
    for child in list(content) if content is not None else []:
        if child.tag not in (f"{W}sdtPr", f"{W}customXmlPr", f"{W}smartTagPr"):
            node.addprevious(child)
    node.getparent().remove(node)
