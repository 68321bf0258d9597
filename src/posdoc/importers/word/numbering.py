"""Automatic numbers, which stand in no text: computed as Word prints them (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from posdoc.importers.word.markup import MC, VAL, Element, W, chosen, is_on, value_of, whole
from posdoc.importers.word.numerals import numeral
from posdoc.importers.word.styles import Look, Numbered, Styles
from posdoc.importers.word.symbols import bullet
from posdoc.patterns import pattern

LEVELS: Final = 9
NO_LIST: Final = "0"
"""The number of no list: with it a paragraph leaves the list of its style."""
_PLACE = pattern("%([1-9])")


class _Level(NamedTuple):
    """One level of a list. ``places`` are the levels, from 0, whose numbers stand in its text. ``restart`` is the lowest
    level, from 1, after which it begins anew: 0 is none, None the usual.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    font: str = ""
    style: str = ""
    is_legal: bool = False
    is_hidden: bool = False
    places: tuple[int, ...] = ()
    restart: int | None = None


_UNSAID: Final = Numbered(None, None)


class List:
    """A list that paragraphs name: lists with the same ``counter`` count on together. ``starts`` are where it begins."""

    __slots__ = ("counter", "levels", "linked", "restarted", "starts")

    def __init__(self, counter: str, levels: dict[int, _Level], starts: dict[int, int]) -> None:
        self.counter = counter
        self.levels = [levels.get(place, _Level()) for place in range(LEVELS)]
        self.starts = [starts.get(place) for place in range(LEVELS)]
        self.linked = {level.style: place for place, level in enumerate(self.levels) if level.style}
        self.restarted = [tuple(self._restarted_by(level)) for level in range(LEVELS)]
        """The levels that begin anew after a paragraph at each level."""

    def _restarted_by(self, level: int) -> Iterator[int]:
        for below in range(level + 1, LEVELS):
            restart = self.levels[below].restart
            if restart is None or level < restart:
                yield below


class Numbering:
    """The lists of one file."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, List | None] = {}
        self._places: dict[tuple[Numbered | None, str], tuple[List, int] | None] = {}
        for element in () if root is None else root:
            if element.tag == W + "abstractNum":
                self._abstract[element.get(W + "abstractNumId", "")] = element
            elif element.tag == W + "num":
                self._numbers[element.get(W + "numId", "")] = element

    def found(self, number: str) -> List | None:
        """The list of this number; None where there is none."""
        if number not in self._lists:
            self._lists[number] = self._read(number)
        return self._lists[number]

    def _read(self, number: str) -> List | None:
        element = self._numbers.get(number)
        if element is None:
            return None
        counter = self._followed(value_of(element, W + "abstractNumId"))
        levels, starts = dict(self._levels_of(counter)), {}
        for override in element.iterchildren(W + "lvlOverride"):
            place = whole(override.get(W + "ilvl"))
            start = value_of(override, W + "startOverride")
            level = next(override.iterchildren(W + "lvl"), None)
            if level is not None:
                levels[place] = _level(level)
            if start:
                starts[place] = whole(start, 1)
        return List(counter, levels, starts)

    def _followed(self, abstract: str) -> str:
        """A list that only names a style for lists is that of the style."""
        element = self._abstract.get(abstract)
        style = "" if element is None else value_of(element, W + "numStyleLink")
        numbered = self._styles.look(style).numbered if style else None
        target = self._numbers.get(numbered.number or "") if numbered else None
        return abstract if target is None else value_of(target, W + "abstractNumId")

    def _levels_of(self, abstract: str) -> dict[int, _Level]:
        if abstract not in self._levels:
            element = self._abstract.get(abstract)
            found = () if element is None else element.iterchildren(W + "lvl")
            self._levels[abstract] = {whole(level.get(W + "ilvl")): _level(level) for level in found}
        return self._levels[abstract]

    def place(self, own: Numbered | None, look: Look, style: str) -> tuple[List, int] | None:
        """The list and the level of a paragraph, by what it says itself and by its style; None where it is in none."""
        key = own, style
        if key not in self._places:
            self._places[key] = self._place(own or _UNSAID, look, style)
        return self._places[key]

    def _place(self, own: Numbered, look: Look, style: str) -> tuple[List, int] | None:
        by_style = look.numbered or _UNSAID
        number = own.number or by_style.number
        found = self.found(number) if number and number != NO_LIST else None
        if found is None:
            return None
        level = own.level
        if level is None and not own.number:
            level = found.linked.get(style, found.linked.get(look.numbering_style, by_style.level))
        return found, min(max(level or 0, 0), LEVELS - 1)


def _level(element: Element) -> _Level:
    runs = next(element.iterchildren(W + "rPr"), None)
    fonts = None if runs is None else next(runs.iterchildren(W + "rFonts"), None)
    hidden = None if runs is None else next(runs.iterchildren(W + "vanish"), None)
    legal = next(element.iterchildren(W + "isLgl"), None)
    restart = value_of(element, W + "lvlRestart")
    return _Level(
        start=whole(value_of(element, W + "start"), 0),
        form=_form(element),
        text=value_of(element, W + "lvlText"),
        font="" if fonts is None else fonts.get(W + "ascii", ""),
        style=value_of(element, W + "pStyle"),
        is_legal=legal is not None and is_on(legal),
        is_hidden=hidden is not None and is_on(hidden),
        places=tuple({int(place) - 1 for place in _PLACE.findall(value_of(element, W + "lvlText"))}),
        restart=whole(restart) if restart else None,
    )


def _form(element: Element) -> str:
    """The format of the numbers of a level; one of its own (``001, 002, …``) is its first number."""
    alternatives = next(element.iterchildren(MC + "AlternateContent"), None)
    holder = element if alternatives is None else chosen(alternatives)
    form = None if holder is None else next(holder.iterchildren(W + "numFmt"), None)
    if form is None:
        return "decimal"
    own: str = form.get(W + "format", "").partition(",")[0].strip()
    usual: str = form.get(VAL, "decimal")
    return own if usual == "custom" and own.isdecimal() else usual


class Counters:
    """How far the lists have counted in one story of a document (its body, its headers, its notes)."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[List, int]] = set()

    def next(self, found: List, level: int) -> str:
        """What stands before the next paragraph at this level, from 0, of a list; nothing where the number is hidden."""
        counts = self._counts.setdefault(found.counter, [None] * LEVELS)
        self._count(found, level, counts)
        shown = found.levels[level]
        if shown.is_hidden:
            return ""
        if shown.form == "bullet":
            return bullet(shown.text, shown.font)
        text = shown.text
        for place in shown.places:
            text = text.replace(f"%{place + 1}", _printed(found, place, counts[place], shown))
        return text.strip()

    def _count(self, found: List, level: int, counts: list[int | None]) -> None:
        for above in range(level):
            if counts[above] is None:  # what was left out counts as if it were there
                counts[above] = self._start(found, above)
        count = counts[level]
        if found.starts[level] is not None and (found, level) not in self._begun:
            count = None
        counts[level] = self._start(found, level) if count is None else count + 1
        for below in found.restarted[level]:
            counts[below] = None

    def _start(self, found: List, level: int) -> int:
        self._begun.add((found, level))
        start = found.starts[level]
        return found.levels[level].start if start is None else start


def _printed(found: List, place: int, count: int | None, shown: _Level) -> str:
    """The number of one level within that of another; a list that writes all numbers as in law has digits only."""
    if count is None:
        return ""
    form = found.levels[place].form
    return numeral(count, "decimal" if shown.is_legal and form != "none" else form)
