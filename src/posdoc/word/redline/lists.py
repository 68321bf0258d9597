"""The lists that deleted paragraphs were in: the same list of the new document, or a copy of the old one."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from lxml import etree

from posdoc.word.patch import W
from posdoc.word.redline.sources import parsed, written

NUMBERING = "word/numbering.xml"
_NUM, _ABSTRACT, _NUM_ID, _ABSTRACT_ID = f"{W}num", f"{W}abstractNum", f"{W}numId", f"{W}abstractNumId"
_VALUE = f"{W}val"
_OWN_MARKS = (f"{W}nsid", f"{W}tmpl")


class Lists:
    """The lists of both documents. Paragraphs that stayed tell which list of the new one is which of the old one."""

    def __init__(self, old: Mapping[str, bytes], new: Mapping[str, bytes]) -> None:
        self._old = parsed(old[NUMBERING]) if NUMBERING in old else None
        self._new = parsed(new[NUMBERING]) if NUMBERING in new else None
        self._same: dict[str, str] = {}
        self._expected: list[Any] = []

    def pair(self, old: Any, new: Any) -> None:
        """The paragraph ``new`` was ``old``: what else was in its list is in that of ``new``."""
        before, after = (_list_of(paragraph) for paragraph in (old, new))
        if before and after:
            self._same.setdefault(before, after)

    def expect(self, number: Any) -> None:
        """The number of a list in a paragraph that is carried over; it is set when all pairs are known."""
        self._expected.append(number)

    def settle(self) -> dict[str, bytes]:
        """Set the numbers of all expected lists. Returns the numbering part, if lists were added to it."""
        added = False
        for number in self._expected:
            identity = number.get(_VALUE, "0")
            if identity != "0" and identity not in self._same:
                self._same[identity] = self._copy(identity)
                added = True
            number.set(_VALUE, self._same.get(identity, "0"))
        return {NUMBERING: written(self._new)} if added and self._new is not None else {}

    def _copy(self, identity: str) -> str:
        """A list of the old document in the new one; ``0``, which is none, where it cannot be."""
        instance = _found(self._old, _NUM, _NUM_ID, identity)
        reference = instance.find(_ABSTRACT_ID) if instance is not None else None
        if reference is None or self._new is None:
            return "0"
        abstract = self._abstract(reference.get(_VALUE, ""))
        if abstract is None:
            return "0"
        made = deepcopy(instance)
        number = _first_free(self._new, _NUM, _NUM_ID)
        made.set(_NUM_ID, number)
        made.find(_ABSTRACT_ID).set(_VALUE, abstract)
        _last(self._new, (_NUM, _ABSTRACT)).addnext(made)
        return number

    def _abstract(self, identity: str) -> str | None:
        """The kind of list: one of the new document that is set out the same, else a copy."""
        wanted = _found(self._old, _ABSTRACT, _ABSTRACT_ID, identity)
        if wanted is None or self._new is None:
            return None
        for known in self._new.iterchildren(_ABSTRACT):
            if _looks(known) == _looks(wanted):
                return str(known.get(_ABSTRACT_ID))
        made = _unmarked(wanted)
        made.set(_ABSTRACT_ID, _first_free(self._new, _ABSTRACT, _ABSTRACT_ID))
        place = _last(self._new, (_ABSTRACT,))
        self._new.insert(0, made) if place is None else place.addnext(made)
        return str(made.get(_ABSTRACT_ID))


def _list_of(paragraph: Any) -> str:
    number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    return "" if number is None else str(number.get(_VALUE, ""))


def _found(root: Any, tag: str, attribute: str, identity: str) -> Any:
    nodes = root.iterchildren(tag) if root is not None else ()
    return next((node for node in nodes if node.get(attribute) == identity), None)


def _first_free(root: Any, tag: str, attribute: str) -> str:
    return str(max((int(node.get(attribute, "0")) for node in root.iterchildren(tag)), default=0) + 1)


def _last(root: Any, tags: tuple[str, ...]) -> Any:
    return next((node for tag in tags for node in root.iterchildren(tag, reversed=True)), None)


def _unmarked(abstract: Any) -> Any:
    made = deepcopy(abstract)
    for mark in [child for child in made if child.tag in _OWN_MARKS]:
        made.remove(mark)
    return made


def _looks(abstract: Any) -> bytes:
    made = _unmarked(abstract)
    made.attrib.clear()
    made.tail = None
    return bytes(etree.tostring(made, method="c14n", exclusive=True))
