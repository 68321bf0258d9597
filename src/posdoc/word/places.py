"""Where something stands in a form, as a person finds it: the paragraph, or the cell of a table."""

from __future__ import annotations

import re
from typing import Any

from posdoc.phrases import Phrase
from posdoc.word.patch import W

P, TABLE, ROW, CELL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
BOX = f"{W}txbxContent"
_PARTS = {
    "header": Phrase("页眉", "header"),
    "footer": Phrase("页脚", "footer"),
    "footnotes": Phrase("脚注", "footnotes"),
    "endnotes": Phrase("尾注", "endnotes"),
}
_PART = re.compile(r"word/(header|footer|footnotes|endnotes)(\d*)\.xml")


def place_of(node: Any, part: str) -> Phrase:
    """Such as ``table 2, row 3, cell 1``; before it the part, unless that is the main one (``part`` is its name)."""
    steps = [step for step in (_step(one) for one in [*reversed([*node.iterancestors()]), node]) if step is not None]
    if any(step.en.startswith("table") for step in steps):
        steps = _without_last_paragraph(node, steps)
    before = _part_name(part)
    steps = [before, *steps] if before else steps
    return Phrase("，".join(step.zh for step in steps), ", ".join(step.en for step in steps))


def _part_name(part: str) -> Phrase | None:
    match = _PART.fullmatch(part)
    if match is None:
        return None
    name = _PARTS[match[1]]
    return Phrase(f"{name.zh} {match[2]}", f"{name.en} {match[2]}") if match[2] else name


def _step(node: Any) -> Phrase | None:
    """What a node adds to the way to a place."""
    if node.tag == P:
        return _counted(node, "第 {} 段", "paragraph {}")
    if node.tag == TABLE:
        return _counted(node, "表 {}", "table {}")
    if node.tag == ROW:
        return _counted(node, "第 {} 行", "row {}")
    if node.tag == CELL:
        return _counted(node, "第 {} 格", "cell {}")
    return Phrase("文本框", "text box") if node.tag == BOX else None


def _counted(node: Any, zh: str, en: str) -> Phrase:
    """The number of a node among those of its sort in the same body, cell, row, table or box."""
    number = 1 + sum(1 for _ in _before(node))
    return Phrase(zh.format(number), en.format(number))


def _before(node: Any) -> Any:
    """The nodes of the same sort before it in what holds it, also inside content controls and the like."""
    holder = next((one for one in node.iterancestors() if one.tag in _HOLDERS), None)
    if holder is None:
        return
    for other in _held(holder, node.tag):
        if other is node:
            return
        yield other


_HOLDERS = (CELL, ROW, TABLE, BOX, f"{W}body", f"{W}hdr", f"{W}ftr", f"{W}footnote", f"{W}endnote")


def _held(holder: Any, tag: str) -> Any:
    for child in holder:
        if child.tag == tag:
            yield child
        elif child.tag not in _HOLDERS and child.tag != P:
            yield from _held(child, tag)


def _without_last_paragraph(node: Any, steps: list[Phrase]) -> list[Phrase]:
    """A cell with one paragraph needs no paragraph named."""
    paragraph = node if node.tag == P else next(iter(node.iterancestors(P)), None)
    if paragraph is None or not steps[-1].en.startswith("paragraph "):
        return steps
    cell = next((one for one in paragraph.iterancestors() if one.tag in _HOLDERS), None)
    only = cell is not None and cell.tag == CELL and len([*_held(cell, P)]) == 1
    return steps[:-1] if only else steps
