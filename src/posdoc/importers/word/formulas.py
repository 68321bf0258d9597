"""Formulas of Word (Office Math) as one line of text: a fraction with a slash, a root with its sign."""

from __future__ import annotations

from typing import Final

from posdoc.importers.word.markup import Element, M, W

FORMULA: Final = M + "oMath"
_TEXTS = frozenset({M + "t", W + "t"})
_NOT_SEEN = frozenset({W + "del", W + "moveFrom", M + "rPr", W + "rPr", M + "ctrlPr"})


def formula(element: Element) -> str:
    """The text of a formula or of a part of one."""
    return "".join(map(_part, element))


def _part(element: Element) -> str:
    tag = element.tag
    if tag in _TEXTS:
        return element.text or ""
    if tag in _NOT_SEEN:
        return ""
    if tag == M + "f":
        return f"{_grouped(element, 'num')}/{_grouped(element, 'den')}"
    if tag == M + "d":
        return _delimited(element)
    if tag == M + "nary":
        return _property(element, "naryPr", "chr", "∫") + _scripts(element) + _inner(element, "e")
    if tag == M + "rad":
        return f"{_inner(element, 'deg')}√{_grouped(element, 'e')}"
    if tag in (M + "sSup", M + "sSub", M + "sSubSup"):
        return _inner(element, "e") + _scripts(element)
    return formula(element)


def _scripts(element: Element) -> str:
    lower, upper = _grouped(element, "sub"), _grouped(element, "sup")
    return (f"_{lower}" if lower else "") + (f"^{upper}" if upper else "")


def _inner(element: Element, name: str) -> str:
    child = next(element.iterchildren(M + name), None)
    return "" if child is None else formula(child)


def _grouped(element: Element, name: str) -> str:
    """A part of a formula, in brackets where its end would not be seen in one line."""
    text = _inner(element, name)
    return f"({text})" if any(sign in text for sign in "+-−×÷*/ =") else text


def _delimited(element: Element) -> str:
    left, right = _property(element, "dPr", "begChr", "("), _property(element, "dPr", "endChr", ")")
    return left + ",".join(formula(child) for child in element.iterchildren(M + "e")) + right


def _property(element: Element, holder: str, name: str, otherwise: str) -> str:
    properties = next(element.iterchildren(M + holder), None)
    child = None if properties is None else next(properties.iterchildren(M + name), None)
    return otherwise if child is None else child.get(M + "val", otherwise)
