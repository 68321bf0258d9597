"""The styles of a Word file: what a paragraph or a run is by its style and the styles that this one is based on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from posdoc.importers.word.markup import VAL, Element, W, is_on, value_of, whole
from posdoc.patterns import pattern

HEADINGS: Final = 9
"""How many levels of headings Word has; the outline level 9 (counted from 0) is that of body text."""
_NAMED_HEADING = pattern(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_NAMED_TITLE = frozenset({"title", "标题"})
_NAMED_CONTENTS = pattern(r"(?:toc|目录)\s*(?:[1-9]|heading|标题)|table of figures|图表目录", re.IGNORECASE)
_NAMED_PROMPT = frozenset({"placeholder text", "占位符文本"})
_LONGEST_CHAIN = 50
_NUMBER, _LEVEL = W + "numId", W + "ilvl"


class Numbered(NamedTuple):
    """A list that a style or a paragraph is in; a level of None is not said here."""

    number: str | None
    level: int | None


class _Raw(NamedTuple):
    """A style as it stands in the file, without what it is based on. None: it does not say."""

    name: str
    based_on: str
    outline: int | None
    numbered: Numbered | None
    bold: bool | None
    hidden: bool | None


class Look(NamedTuple):
    """What a style says in the end. ``numbering_style`` is the style whose list it is in."""

    heading: int = 0
    bold: bool = False
    hidden: bool = False
    numbered: Numbered | None = None
    numbering_style: str = ""
    is_contents: bool = False
    is_prompt: bool = False


_PLAIN: Final = Look()


class Styles:
    """The styles of one file by their ids. A style that is not there is like none."""

    def __init__(self, root: Element | None = None) -> None:
        self._raw: dict[str, _Raw] = {}
        self._looks: dict[str, Look] = {}
        self._paragraphs: dict[str, Look] = {}
        self._runs: dict[tuple[str, str], tuple[bool, bool]] = {}
        self._default = ""
        self._all_bold = self._all_hidden = False
        for style in () if root is None else root.iterchildren(W + "style"):
            self._add(style)
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        if defaults is not None:
            self._all_bold, self._all_hidden = bool(_switch(defaults, "b")), bool(_switch(defaults, "vanish"))
        self.plain = self.runs("", "")
        """What runs without any style are in paragraphs without any."""

    def paragraph(self, style: str) -> Look:
        """What a paragraph style says, the default one for ``""``."""
        look = self._paragraphs.get(style)
        if look is None:
            look = self._paragraphs[style] = self.look(style if style in self._raw else self._default)
        return look

    def look(self, style: str) -> Look:
        """What a style says, with all that it is based on."""
        look = self._looks.get(style)
        if look is None:
            look = self._looks[style] = self._resolved(style)
        return look

    def runs(self, paragraph: str, run: str) -> tuple[bool, bool]:
        """Whether runs with the character style ``run`` in paragraphs with the style ``paragraph`` are bold, and hidden.

        Where both styles say so, a run is neither: the second switches it off again (ECMA-376, part 1, 17.7.3).
        """
        known = self._runs.get((paragraph, run))
        if known is None:
            whole_line, part = self.paragraph(paragraph), self.look(run) if run else _PLAIN
            bold = self._all_bold or whole_line.bold != part.bold
            hidden = self._all_hidden or whole_line.hidden != part.hidden
            known = self._runs[paragraph, run] = bold, hidden
        return known

    def _add(self, style: Element) -> None:
        identity = style.get(W + "styleId", "")
        kind = style.get(W + "type", "paragraph")
        if kind == "table":
            return
        properties = next(style.iterchildren(W + "pPr"), None)
        runs = next(style.iterchildren(W + "rPr"), None)
        self._raw[identity] = _Raw(
            value_of(style, W + "name"),
            value_of(style, W + "basedOn"),
            None if properties is None else outline_of(properties),
            next(map(numbered_by, () if properties is None else properties.iterchildren(W + "numPr")), None),
            None if runs is None else _switch(runs, "b"),
            None if runs is None else _switch(runs, "vanish"),
        )
        if kind == "paragraph" and style.get(W + "default", "0") in ("1", "true", "on"):
            self._default = identity

    def _resolved(self, identity: str) -> Look:
        chain = self._chain(identity)
        numbering = next(((style, raw.numbered) for style, raw in chain if raw.numbered), ("", None))
        return Look(
            heading=_heading([raw for _, raw in chain]),
            bold=bool(_first(raw.bold for _, raw in chain)),
            hidden=bool(_first(raw.hidden for _, raw in chain)),
            numbered=numbering[1],
            numbering_style=numbering[0],
            is_contents=any(_NAMED_CONTENTS.fullmatch(raw.name) for _, raw in chain),
            is_prompt=any(raw.name.lower() in _NAMED_PROMPT for _, raw in chain),
        )

    def _chain(self, identity: str) -> list[tuple[str, _Raw]]:
        chain: list[tuple[str, _Raw]] = []
        while identity in self._raw and len(chain) < _LONGEST_CHAIN:
            chain.append((identity, self._raw[identity]))
            identity = self._raw[identity].based_on
        return chain


def outline_of(properties: Element) -> int | None:
    """The outline level of paragraph properties, from 0; None where they do not say."""
    text = value_of(properties, W + "outlineLvl")
    return whole(text, HEADINGS) if text else None


def numbered_by(numbering: Element) -> Numbered:
    """The list and the level that a ``w:numPr`` names."""
    number: str | None = None
    level: int | None = None
    for child in numbering[:]:
        tag = child.tag
        if tag == _NUMBER:
            number = child.get(VAL) or None
        elif tag == _LEVEL:
            level = whole(child.get(VAL))
    return Numbered(number, level)


def heading_of(outline: int) -> int:
    """The level of a heading from 1, by its outline level from 0; 0 for body text."""
    return outline + 1 if 0 <= outline < HEADINGS else 0


def _heading(chain: list[_Raw]) -> int:
    for raw in chain:
        if raw.outline is not None:
            return heading_of(raw.outline)
        named = _NAMED_HEADING.fullmatch(raw.name)
        if named:
            return int(named[1])
        if raw.name.lower() in _NAMED_TITLE:
            return 1
    return 0


def _switch(properties: Element, name: str) -> bool | None:
    child = next(properties.iterchildren(W + name), None)
    return None if child is None else is_on(child)


def _first(values: Iterable[bool | None]) -> bool | None:
    return next((value for value in values if value is not None), None)
