"""SmartArt: the boxes of a diagram and what hangs below what, from its data part (DrawingML diagrams)."""

from __future__ import annotations

from collections.abc import Iterable

from posdoc.importers.characters import as_seen
from posdoc.importers.word.markup import DGM, A, Element, whole

_BOXES = frozenset({"node", "asst"})


def smart_art(root: Element) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """The texts of the boxes and the lines between them, as pairs of places in the texts, superior first.

    Boxes stand in reading order: each before those below it, siblings as they are ordered. What hangs below an empty box
    hangs below the nearest box above that has a text.
    """
    points = [point for holder in root.iterchildren(DGM + "ptLst") for point in holder.iterchildren(DGM + "pt")]
    texts = {point.get("modelId", ""): _text(point) for point in points if point.get("type", "node") in _BOXES}
    roots = [point.get("modelId", "") for point in points if point.get("type") == "doc"]
    below = _below(root)
    boxes: list[str] = []
    lines: list[tuple[int, int]] = []
    seen: set[str] = set()
    for start in (*roots, *texts):
        _walk(start, texts, below, (boxes, lines, seen))
    return tuple(boxes), tuple(lines)


def _walk(
    start: str,
    texts: dict[str, str],
    below: dict[str, list[str]],
    found: tuple[list[str], list[tuple[int, int]], set[str]],
) -> None:
    """Add what can be reached from a point, depth first; what has been reached already is left out."""
    boxes, lines, seen = found
    waiting: list[tuple[str, int | None]] = [(start, None)]
    while waiting:
        point, above = waiting.pop()
        if point in seen:
            continue
        seen.add(point)
        if texts.get(point):
            if above is not None:
                lines.append((above, len(boxes)))
            above = len(boxes)
            boxes.append(texts[point])
        waiting += [(child, above) for child in reversed(below.get(point, []))]


def _below(root: Element) -> dict[str, list[str]]:
    """The points below each point, in their order."""
    found: dict[str, list[tuple[int, str]]] = {}
    for holder in root.iterchildren(DGM + "cxnLst"):
        for line in holder.iterchildren(DGM + "cxn"):
            if line.get("type", "parOf") == "parOf":
                order = whole(line.get("srcOrd"))
                found.setdefault(line.get("srcId", ""), []).append((order, line.get("destId", "")))
    return {point: [child for _, child in sorted(children, key=_order)] for point, children in found.items()}


def _order(child: tuple[int, str]) -> int:
    return child[0]


def _text(point: Element) -> str:
    body = next(point.iterchildren(DGM + "t"), None)
    paragraphs: Iterable[Element] = () if body is None else body.iterchildren(A + "p")
    return "\n".join(filter(None, map(drawn_text, paragraphs)))


def drawn_text(paragraph: Element) -> str:
    """The text of a paragraph in a drawing, without spaces around it."""
    pieces = ("\n" if each.tag == A + "br" else each.text or "" for each in paragraph.iter(A + "t", A + "br"))
    return as_seen("".join(pieces)).strip()
