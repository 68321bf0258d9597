"""What a paragraph is made of: words, objects and fields, in content controls, links and outside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from posdoc.word.patch import W
from posdoc.word.redline.wording import BREAK, OBJECT, tokens

RUN, TEXT, CONTROL, CONTENT, LINK = f"{W}r", f"{W}t", f"{W}sdt", f"{W}sdtContent", f"{W}hyperlink"
FIELD, INSTRUCTION, SIMPLE_FIELD = f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"
PROPERTIES = f"{W}rPr"
WRAPPERS = (CONTROL, LINK, f"{W}smartTag", f"{W}customXml", f"{W}dir", f"{W}bdo")
"""What may stand around runs in a paragraph."""
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CHARACTERS = {f"{W}tab": "\t", f"{W}cr": BREAK, f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
_SILENT = (PROPERTIES, f"{W}lastRenderedPageBreak")
KeyOf = Callable[[Any], str]
"""The key of something in a run that is not text: two that look the same have the same."""


@dataclass
class Piece:
    """Some runs that stand for one key: mostly a word in one run, or the runs of a field."""

    key: str
    runs: list[Any]


@dataclass
class Wrapper:
    """A content control or a link, with what it holds."""

    element: Any
    content: Any
    tag: str
    text: str = ""
    items: list[Piece | Wrapper] = field(default_factory=list)


Item = Piece | Wrapper


def wrapped(element: Any) -> Any:
    """The element that holds the content of a wrapper: mostly itself. None where a control has none."""
    return element.find(CONTENT) if element.tag == CONTROL else element


def tag_of(control: Any) -> str:
    """The tag of a content control, or nothing."""
    tag = control.find(f"{W}sdtPr/{W}tag")
    return "" if tag is None else str(tag.get(f"{W}val", ""))


def runs_of(container: Any) -> Iterator[Any]:
    """All runs of a paragraph, those in wrappers too, but not those in the text boxes of its drawings."""
    for child in container:
        if child.tag == RUN:
            yield child
        elif child.tag in WRAPPERS:
            content = wrapped(child)
            yield from () if content is None else runs_of(content)


def key_of(child: Any, key_of_object: KeyOf) -> str:
    """The key of what stands in a run."""
    if child.tag == TEXT:
        return child.text or ""
    if child.tag == f"{W}br" and child.get(f"{W}type", "textWrapping") == "textWrapping":
        return BREAK
    return _CHARACTERS.get(child.tag) or OBJECT + key_of_object(child)


def print_of(paragraph: Any, key_of_object: KeyOf) -> list[str]:
    """All that a paragraph says, but for the results of its fields: two with the same need no change."""
    found, depth = [], 0
    for run in runs_of(paragraph):
        for child in run:
            if child.tag == FIELD:
                depth += {"begin": 1, "end": -1}.get(child.get(f"{W}fldCharType"), 0)
            elif child.tag == INSTRUCTION:
                found.append(OBJECT + " ".join((child.text or "").split()))
            elif child.tag not in _SILENT and depth == 0:
                found.append(key_of(child, key_of_object))
    return found


def is_whole(container: Any) -> bool:
    """Whether every field in a paragraph begins and ends in it, with no content control or link across its ends."""
    depth = 0
    for child in container:
        if child.tag == RUN:
            for mark in child.iterchildren(FIELD):
                depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType"), 0)
                if depth < 0:
                    return False
        elif child.tag in WRAPPERS:
            content = wrapped(child)
            if depth or (content is not None and not is_whole(content)):
                return False
    return depth == 0


def spell_out(root: Any) -> None:
    """Make the short form of fields, one element, the long one, in which every part is a run."""
    for simple in list(root.iter(SIMPLE_FIELD)):
        instruction = etree.Element(INSTRUCTION, {SPACE: "preserve"})
        instruction.text = simple.get(f"{W}instr", "")
        for part in (_field_mark("begin"), _in_run(instruction), _field_mark("separate"), *simple.iterchildren(RUN)):
            simple.addprevious(part)
        simple.addprevious(_field_mark("end"))
        simple.getparent().remove(simple)


def _field_mark(kind: str) -> Any:
    return _in_run(etree.Element(FIELD, {f"{W}fldCharType": kind}))


def _in_run(child: Any, properties: Any = None) -> Any:
    run = etree.Element(RUN)
    if properties is not None:
        run.append(deepcopy(properties))
    run.append(child)
    return run


def split(container: Any) -> None:
    """Split the runs of a paragraph, so that each holds one word or one object."""
    for run in list(runs_of(container)):
        properties = run.find(PROPERTIES)
        for part in [part for child in run if child.tag not in _SILENT for part in _parts(child)]:
            run.addprevious(_in_run(part, properties))
        run.getparent().remove(run)


def _parts(child: Any) -> Iterator[Any]:
    words = tokens(child.text or "") if child.tag == TEXT else []
    if len(words) < 2:
        yield child
        return
    for word in words:
        text = etree.Element(TEXT, {SPACE: "preserve"})
        text.text = word
        yield text


def read(container: Any, key_of_object: KeyOf) -> list[Item]:
    """The pieces and wrappers of a paragraph that has been split, in order."""
    found: list[Item] = []
    depth = 0
    for child in container:
        if child.tag in WRAPPERS:
            content = wrapped(child)
            if content is not None:
                found.append(_wrapper(child, content, key_of_object))
        elif child.tag == RUN:
            before, depth = depth, depth + _step(child)
            _take(found, child, key_of_object, inside=before > 0, begins=before == 0 and depth > 0)
    return found


def _wrapper(element: Any, content: Any, key_of_object: KeyOf) -> Wrapper:
    items = read(content, key_of_object)
    tag = tag_of(element) if element.tag == CONTROL else element.tag
    return Wrapper(element, content, tag, "".join(piece.key for piece in pieces_of(items)), items)


def _step(run: Any) -> int:
    kinds = [mark.get(f"{W}fldCharType") for mark in run.iterchildren(FIELD)]
    return kinds.count("begin") - kinds.count("end")


def _take(found: list[Item], run: Any, key_of_object: KeyOf, *, inside: bool, begins: bool) -> None:
    """Add a run: as a piece, or to the field that it belongs to, whose key is its instruction."""
    last = found[-1] if found else None
    if begins:
        found.append(Piece(OBJECT, [run]))
    elif inside and isinstance(last, Piece):
        last.runs.append(run)
        last.key += "".join(" ".join((part.text or "").split()) for part in run.iterchildren(INSTRUCTION))
    else:
        content = [child for child in run if child.tag != PROPERTIES]
        key = key_of(content[0], key_of_object) if content else ""
        if key:
            found.append(Piece(key, [run]))


def pieces_of(items: Sequence[Item]) -> Iterator[Piece]:
    """All pieces, those in wrappers too."""
    for item in items:
        if isinstance(item, Piece):
            yield item
        else:
            yield from pieces_of(item.items)
