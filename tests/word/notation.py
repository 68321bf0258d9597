"""Forms written as text: a line is a paragraph, ``| a | b |`` a row of a table, ``a¦b`` two runs."""

from __future__ import annotations

from html import escape
from itertools import groupby

from tests.word.samples import package, paragraph

GRID = "<w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"


def body(text: str) -> str:
    """The inside of the body that a text stands for; tables end with an empty line."""
    made = ""
    for is_table, lines in groupby(text.strip("\n").split("\n"), lambda line: line.startswith("|")):
        rows = [_row(line) if is_table else _paragraph(line) for line in lines]
        made += f"<w:tbl>{GRID}{''.join(rows)}</w:tbl>" if is_table else "".join(rows)
    return made


def form(text: str, **more: str) -> bytes:
    """The Word file of a text; ``more`` are further parts, with _ for the signs that Python has not."""
    return package(body(text), {name.replace("__", "/") + ".xml": part for name, part in more.items()})


def _row(line: str) -> str:
    cells = [cell.strip() for cell in line.strip()[1:-1].split(" | ")]
    return f"<w:tr>{''.join(f'<w:tc>{_paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"


def _paragraph(line: str) -> str:
    return paragraph(*(escape(run, quote=False) for run in line.split("¦")))
