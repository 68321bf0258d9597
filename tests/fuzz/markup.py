"""Changes of XML that leave it well formed, so that a fuzzer gets behind the parser: elements and attributes moved about."""

from __future__ import annotations

from contextlib import suppress
from copy import deepcopy
from functools import cache
from random import Random
from typing import Any

from lxml import etree

from tests.fuzz import parts

VALUES = ["", "0", "-1", "1", "2", "9", "63", "99999999999", "1e9", "NaN", "true", "off", "auto", "restart", "continue",
          "begin", "separate", "end", "甲", "\u202e", "x" * 300, "../..", "rId1", "r1", "{{ x }}", "{% if x %}"]  # fmt: skip
TEXTS = ["", " ", "岗位名称", "岗位职责：", "1、", "100%", "☑", "□", "\u2028", "\ufeff", "字" * 2000, "{{ position.title }}",
         "{%p for duty in duties.duties %}", "{%p endfor %}", "{{", "}}", "]]>", "&<", "HYPERLINK \"a\"", "TOC \\o"]  # fmt: skip
DEEPEST = 400


def mutated(data: bytes, most: int, seed: int) -> bytes:
    """Files of ``tests.fuzz.parts`` in which the elements of one part of XML stand otherwise, as the seed says."""
    random = Random(seed)
    files = parts.split(data)
    names = [name for name in files if name.endswith((".xml", ".rels"))]
    if not names:
        return data[:most]
    name = random.choice([*names, *(n for n in names if n.endswith("document.xml"))])
    try:
        root = etree.fromstring(files[name], _parser())
    except (etree.XMLSyntaxError, ValueError):
        return data[:most]
    for _ in range(random.choice([1, 1, 2, 4, 8])):
        with suppress(ValueError):  # a name or a value that cannot be written again
            random.choice(CHANGES)(root, random)
    files[name] = etree.tostring(root)
    changed = parts.joined(files)
    return changed if len(changed) <= most else data[:most]


@cache
def _parser() -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)


def _any(root: Any, random: Random) -> Any:
    return random.choice([one for one in root.iter() if isinstance(one.tag, str)])


def remove(root: Any, random: Random) -> None:
    element = _any(root, random)
    if element is not root:
        element.getparent().remove(element)


def unwrap(root: Any, random: Random) -> None:
    element = _any(root, random)
    if element is not root:
        for child in list(element):
            element.addprevious(child)
        element.getparent().remove(element)


def copy(root: Any, random: Random) -> None:
    """An element once more, anywhere, even in itself."""
    _any(root, random).insert(random.randrange(4), deepcopy(_any(root, random)))


def repeat(root: Any, random: Random) -> None:
    element = _any(root, random)
    if element is not root and len(element) < 20:
        for _ in range(random.choice([1, 2, 30])):
            element.addnext(deepcopy(element))


def nest(root: Any, random: Random) -> None:
    """An element within itself, some or many times."""
    element = _any(root, random)
    inside, tag, attributes = list(element), element.tag, dict(element.attrib)
    innermost = element
    for _ in range(random.choice([1, 2, 10, DEEPEST])):
        innermost = etree.SubElement(innermost, tag, attributes)
    for child in inside:
        innermost.append(child)


def rename(root: Any, random: Random) -> None:
    element = _any(root, random)
    if element is not root:
        element.tag = _any(root, random).tag


def change_attribute(root: Any, random: Random) -> None:
    holders = [one for one in root.iter() if one.attrib]
    if holders:
        element = random.choice(holders)
        name = random.choice(sorted(element.attrib))
        if random.random() < 0.2:
            del element.attrib[name]
        else:
            element.set(name, random.choice([*VALUES, *random.choice(holders).attrib.values()]))


def take_attributes(root: Any, random: Random) -> None:
    """Attributes of one element on another."""
    for name, value in _any(root, random).attrib.items():
        _any(root, random).set(name, value)


def change_text(root: Any, random: Random) -> None:
    element = _any(root, random)
    text = random.choice(TEXTS)
    if random.random() < 0.3:
        element.tail = text
    else:
        element.text = text if random.random() < 0.7 else f"{element.text or ''}{text}"


CHANGES = (remove, unwrap, copy, repeat, nest, rename, change_attribute, change_attribute, take_attributes, change_text)
