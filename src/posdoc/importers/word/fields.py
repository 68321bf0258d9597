"""Fields of Word: what of them is seen. The result is a text like any other; the instruction is not seen."""

from __future__ import annotations

import re
from typing import Any, Final

from posdoc.importers.pieces import CHECKED, UNCHECKED
from posdoc.importers.word.markup import Element, W, is_on, value_of, whole
from posdoc.importers.word.numerals import numeral
from posdoc.importers.word.symbols import sign
from posdoc.patterns import pattern

MARK: Final = W + "fldChar"
KIND: Final = W + "fldCharType"
PAGES: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
"""Fields with numbers of pages, which differ from page to page."""
_NOT_SEEN = frozenset({W + "del", W + "moveFrom"})
_ENCLOSED = pattern(r"\\o\s*\\ac\(\s*[^,，(]{1,2}\s*[,，]\s*([^()]*)\)", re.IGNORECASE)
_GUIDED = pattern(r"\\o\s*\\ad\(\s*\\s\s*\\up\s*\d*\(([^()]*)\)\s*[,，]\s*([^()]*)\)", re.IGNORECASE)
_FRACTION = pattern(r"\\f\(([^(),，]*)[,，]([^(),，]*)\)", re.IGNORECASE)
_SYMBOL = pattern(r'symbol\s+(0x[0-9a-f]{1,4}|\d{1,5})(?:.*?\\f\s+"?([^"\\]+))?', re.IGNORECASE | re.DOTALL)
_BUTTON = pattern(r"(?:macro|goto)button\s+\S+\s(.*)", re.IGNORECASE | re.DOTALL)


class Field:
    """A field that has begun. ``shown`` is what is seen of a form field; ``mark`` where in its line its result begins."""

    __slots__ = ("instruction", "is_result", "line", "mark", "name", "shown")

    def __init__(self, begin: Element | None = None) -> None:
        self.instruction: list[str] = []
        self.is_result = False
        self.name = ""
        self.line: Any = None
        self.mark = 0
        self.shown = "" if begin is None else _form_field(begin)


def name_of(instruction: str) -> str:
    """The first word of an instruction: what sort of field it is."""
    return next(iter(instruction.split(None, 1)), "").upper()


def seen_of(instruction: str) -> str:
    """What is seen of a field that has no result: its instruction draws it."""
    instruction = instruction.strip()
    kind = name_of(instruction)
    if kind == "EQ":
        return _equation(instruction)
    if kind == "SYMBOL":
        match = _SYMBOL.match(instruction)
        return sign(int(match[1], 0), (match[2] or "").strip()) if match else ""
    button = _BUTTON.match(instruction)
    return button[1].strip() if button else ""


def _equation(instruction: str) -> str:
    """Enclosed characters, phonetic guides and fractions: what Chinese Word draws by equations."""
    enclosed = _ENCLOSED.search(instruction)
    if enclosed:
        inner = enclosed[1].strip()
        return numeral(int(inner), "decimalEnclosedCircle") if inner.isdecimal() and len(inner) < 3 else inner
    guided = _GUIDED.search(instruction)
    if guided:
        return f"{guided[2].strip()}({guided[1].strip()})"
    fraction = _FRACTION.search(instruction)
    return f"{fraction[1].strip()}/{fraction[2].strip()}" if fraction else ""


def _form_field(begin: Element) -> str:
    """The box of a form field that can be ticked, or what is chosen in its list."""
    data = next(begin.iterchildren(W + "ffData"), None)
    for child in () if data is None else data:
        if child.tag == W + "checkBox":
            states = {each.tag: is_on(each) for each in child}
            return CHECKED if states.get(W + "checked", states.get(W + "default", False)) else UNCHECKED
        if child.tag == W + "ddList":
            entries = [each.get(W + "val", "") for each in child.iterchildren(W + "listEntry")]
            place = whole(value_of(child, W + "result", value_of(child, W + "default", "0")))
            return entries[place] if 0 <= place < len(entries) else ""
    return ""


def unpaired_marks(root: Element) -> set[Element]:
    """The marks of fields that do not begin or do not end: left alone, one would swallow the rest of the text."""
    open_marks: list[list[Element]] = []
    unpaired: set[Element] = set()
    for mark in root.iter(MARK):
        if _is_deleted(mark):
            continue
        kind = mark.get(KIND)
        if kind == "begin":
            open_marks.append([mark])
        elif not open_marks:
            unpaired.add(mark)
        elif kind == "separate":
            open_marks[-1].append(mark)
        else:
            open_marks.pop()
    return unpaired.union(*open_marks)


def _is_deleted(mark: Element) -> bool:
    run = mark.getparent()
    holder = None if run is None else run.getparent()
    return holder is not None and holder.tag in _NOT_SEEN
