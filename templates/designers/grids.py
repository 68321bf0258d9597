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


class Choice(NamedTuple):
    """Cells of which one set is there: each with the condition that it needs; the last needs none."""

    options: tuple[tuple[str, tuple[Box, ...]], ...]

    @property
    def span(self) -> int:
        """The columns that the cells take, which are the same for every set."""
        spans = {sum(box.span for box in boxes) for _, boxes in self.options}
        assert len(spans) == 1, spans
        return spans.pop()


class Each(NamedTuple):
    """Cells that stand in a row once for everything that a loop runs over, which is so many ``times``."""

    loop: str
    boxes: tuple[Box, ...]
    times: int

    @property
    def span(self) -> int:
        """The columns that all of them take."""
        return self.times * sum(box.span for box in self.boxes)


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


def line(
    widths: Sequence[int], *boxes: Box | Choice | Each, height: int = 0, head: bool = False, whole: bool = True
) -> str:
    """A row of cells in the columns of a table, at least as high as ``height``; a ``whole`` one does not break."""
    cells, begin = [], 0
    for box in boxes:
        cells.append(_cells_of(widths[begin : begin + box.span], box))
        begin += box.span
    assert begin == len(widths), (begin, widths)
    least = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return row(*cells, head=head, whole=whole).replace('<w:jc w:val="center"/>', f'{least}<w:jc w:val="center"/>', 1)


def _cells_of(widths: Sequence[int], box: Box | Choice | Each) -> str:
    if isinstance(box, Box):
        return _cell(sum(widths), box)
    if isinstance(box, Each):
        return _tag_cell(box.loop) + _side_by_side(widths, box.boxes) + _tag_cell("endfor")
    made = []
    for place, (condition, boxes) in enumerate(box.options):
        made.append(_tag_cell(f"{'elif' if place else 'if'} {condition}" if condition else "else"))
        made.append(_side_by_side(widths, boxes))
    return "".join(made) + _tag_cell("endif")


def _side_by_side(widths: Sequence[int], boxes: Sequence[Box]) -> str:
    made, begin = "", 0
    for box in boxes:
        made += _cell(sum(widths[begin : begin + box.span]), box)
        begin += box.span
    return made


def _tag_cell(tag: str) -> str:
    """A cell that holds a tag for cells; it does not print."""
    return _cell(0, Box(1, paragraph(run(f"{{%tc {tag} %}}"))))


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
