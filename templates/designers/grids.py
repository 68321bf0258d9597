"""Tables with a grid of their own columns, so that these can be dragged in Word; for pages that lie on their side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from templates.designers.parts import RULE, SHADE
from templates.designers.pieces import paragraph, row, run, tagged

WIDTH = 14520
"""The width of every table, in twentieths of a point."""


class Box(NamedTuple):
    """A cell: how many columns it spans, what stands in it, and how it looks."""

    span: int
    content: str
    shade: bool = False
    merge: str = ""
    narrow: bool = False


def ruled(widths: Sequence[int], *rows: str) -> str:
    """A ruled table with columns of these widths."""
    assert sum(widths) == WIDTH, sum(widths)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{sides}'
        '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="20" w:type="dxa"/>'
        '<w:left w:w="70" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def line(widths: Sequence[int], *boxes: Box, height: int = 0, head: bool = False) -> str:
    """A row of cells in the columns of a table, at least as high as ``height``."""
    cells, begin = [], 0
    for box in boxes:
        cells.append(_cell(sum(widths[begin : begin + box.span]), box))
        begin += box.span
    assert begin == len(widths), (begin, widths)
    made = row(*cells, head=head)
    least = f'<w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    return made.replace("<w:cantSplit/>", least, 1) if height else made


def _cell(width: int, box: Box) -> str:
    merged = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[box.merge]
    span = f'<w:gridSpan w:val="{box.span}"/>' if box.span > 1 else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>' if box.shade else ""
    margins = '<w:tcMar><w:left w:w="20" w:type="dxa"/><w:right w:w="20" w:type="dxa"/></w:tcMar>' if box.narrow else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merged}{fill}{margins}<w:vAlign w:val="center"/></w:tcPr>'
        f"{box.content}</w:tc>"
    )


def rows_of(widths: Sequence[int], tag: str, *rows: str) -> str:
    """Rows for which ``tag`` (``if …``, ``for …``) holds."""

    def tag_row(text: str) -> str:
        return line(widths, Box(len(widths), paragraph(run(f"{{%tr {text} %}}"))))

    return tag_row(tag) + "".join(rows) + tag_row(f"end{tag.split()[0]}")


def titled(text: str, span: int = 1) -> Box:
    """A shaded cell with a label."""
    return Box(span, tagged(text, "Label"), shade=True)


def column_head(text: str, span: int = 1, merge: str = "") -> Box:
    """The head of a column, or of several."""
    return Box(span, tagged(text, "SheetColumn"), shade=True, merge=merge, narrow=True)


def blank(span: int = 1) -> Box:
    """A cell to be filled in by hand."""
    return Box(span, paragraph(""))
