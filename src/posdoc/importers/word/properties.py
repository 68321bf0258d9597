"""What a paragraph says of itself: its style, its list, its level as a heading, and whether its mark is seen."""

from __future__ import annotations

from typing import Final

from posdoc.importers.word.markup import VAL, Element, W, is_on, whole
from posdoc.importers.word.styles import HEADINGS, Numbered, numbered_by

PROPERTIES: Final = W + "pPr"
_STYLE, _LIST, _OUTLINE, _MARK, _SECTION = W + "pStyle", W + "numPr", W + "outlineLvl", W + "rPr", W + "sectPr"
_DELETED = frozenset({W + "del", W + "moveFrom"})
_HIDDEN = W + "vanish"


class Properties:
    """The properties of one paragraph. ``is_deleted`` and ``is_hidden`` are those of the mark at its end: where it is
    deleted, the next paragraph goes on in this one. ``section`` is the end of a section, if one ends here.
    """

    __slots__ = ("is_deleted", "is_hidden", "numbered", "outline", "section", "style")

    def __init__(self) -> None:
        self.style = ""
        self.numbered: Numbered | None = None
        self.outline: int | None = None
        self.section: Element | None = None
        self.is_deleted = self.is_hidden = False


NO_PROPERTIES: Final = Properties()
"""Those of a paragraph that says nothing; nobody changes them."""


def properties_of(element: Element) -> Properties:
    """The properties that a ``w:pPr`` holds."""
    own = Properties()
    for child in element[:]:
        tag = child.tag
        if tag == _STYLE:
            own.style = child.get(VAL, "")
        elif tag == _LIST:
            own.numbered = numbered_by(child)
        elif tag == _OUTLINE:
            own.outline = whole(child.get(VAL), HEADINGS)
        elif tag == _MARK:
            _read_mark(child, own)
        elif tag == _SECTION:
            own.section = child
    return own


def _read_mark(element: Element, own: Properties) -> None:
    for child in element[:]:
        if child.tag in _DELETED:
            own.is_deleted = True
        elif child.tag == _HIDDEN:
            own.is_hidden = is_on(child)
