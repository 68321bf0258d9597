"""How the cells of a workbook look; each look is made once, for openpyxl takes a millisecond to find one again."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, NamedTuple

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

if TYPE_CHECKING:
    from openpyxl.cell import Cell

SIZE = 10
_FONTS = {"zh": "微软雅黑", "ja": "Meiryo", "ko": "Malgun Gothic"}
_LINE = Side(style="thin", color="BFBFBF")
_STRONG = Side(style="medium", color="404040")
_SHADE = PatternFill("solid", start_color="E7EBF1")


class Look(NamedTuple):
    """One look of cells."""

    role: str = "cell"
    """``head``, ``cell``, ``total`` or ``note``."""
    side: str = "left"
    """Where its content stands: left, center or right."""
    format: str = "@"
    """The number format."""
    indent: int = 0
    quoted: bool = False
    """Whether it is a text that would be a formula if somebody typed it."""


class Looks:
    """Gives cells their looks, in the font of one language."""

    def __init__(self, language: str) -> None:
        self.font = _FONTS.get(language.partition("-")[0], "Calibri")
        self.made: dict[Look, Any] = {}

    def give(self, cell: Cell, look: Look) -> None:
        """Give the cell its look."""
        styled: Any = cell
        if look in self.made:
            styled._style = copy(self.made[look])
        else:
            self._make(styled, look)
            self.made[look] = copy(styled._style)

    def _make(self, cell: Any, look: Look) -> None:
        is_strong = look.role in ("head", "total")
        cell.font = Font(name=self.font, size=SIZE, bold=is_strong, italic=look.role == "note")
        cell.number_format = look.format
        cell.quotePrefix = look.quoted
        if look.role == "note":
            return
        bottom = _STRONG if look.role == "head" else _LINE
        cell.border = Border(left=_LINE, right=_LINE, top=_STRONG if is_strong else _LINE, bottom=bottom)
        wraps = look.role == "head" or look.side == "left"
        cell.alignment = Alignment(horizontal=look.side, vertical="center", wrap_text=wraps, indent=look.indent)
        if look.role == "head":
            cell.fill = _SHADE
