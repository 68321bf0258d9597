"""How the cells of a workbook look; each look is made once, for openpyxl takes a millisecond to find one again."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, NamedTuple

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

from posdoc.tables.page import Look

if TYPE_CHECKING:
    from openpyxl.cell import Cell

SIZE = 10
_FONTS = {"zh": "微软雅黑", "ja": "Meiryo", "ko": "Malgun Gothic"}
_LINE = Side(style="thin", color="BFBFBF")
_STRONG = Side(style="medium", color="404040")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD = Border(left=_LINE, right=_LINE, top=_STRONG, bottom=_STRONG)
_TOTAL = Border(left=_LINE, right=_LINE, top=_STRONG, bottom=_LINE)
_UNDER = Border(bottom=Side(style="thin", color="404040"))
_SHADE, _PALE, _DARK, _GREEN, _YELLOW = "E7EBF1", "F3F5F8", "1F3864", "E2EFDA", "FFFBE6"
_GREY, _LINK = "808080", "0563C1"


class _Role(NamedTuple):
    """What cells of one role have in common; a colour of the ground is "" for none."""

    border: Border | None = _BOX
    ground: str = ""
    colour: str = ""
    size: int = SIZE
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    wraps: bool | None = None
    """Whether long texts are broken; None for those that stand on the left or in the middle."""


ROLES = {
    "cell": _Role(),
    "head": _Role(_HEAD, _SHADE, is_bold=True, wraps=True),
    "open head": _Role(_HEAD, _DARK, "FFFFFF", is_bold=True, wraps=True),
    "closed head": _Role(_HEAD, "D9D9D9", "595959", is_bold=True, wraps=True),
    "closed": _Role(ground="F7F7F7", colour="595959"),
    "total": _Role(_TOTAL, is_bold=True),
    "group": _Role(ground=_SHADE, is_bold=True),
    "label": _Role(ground=_PALE, wraps=True),
    "input": _Role(ground=_YELLOW, wraps=True),
    "result": _Role(ground=_GREEN, is_bold=True),
    "link": _Role(colour=_LINK, is_underlined=True),
    "title": _Role(None, size=16, is_bold=True, wraps=True),
    "subtitle": _Role(None, colour="595959", wraps=True),
    "section": _Role(None, size=11, is_bold=True, wraps=True),
    "text": _Role(None, wraps=True),
    "plain link": _Role(None, colour=_LINK, is_underlined=True),
    "note": _Role(None, is_italic=True, wraps=False),
    "wrapped note": _Role(None, colour="595959", wraps=True),
    "signature": _Role(_UNDER),
}
"""What cells can be, and how they look then."""


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
        role = ROLES[look.role]
        cell.font = Font(
            name=self.font, size=role.size, bold=role.is_bold, italic=role.is_italic, color=role.colour or None,
            underline="single" if role.is_underlined else None,
        )  # fmt: skip
        cell.number_format = look.format
        cell.quotePrefix = look.quoted
        if role.border is not None:
            cell.border = role.border
        if role.ground:
            cell.fill = PatternFill("solid", start_color=role.ground)
        if look.role != "note":
            wraps = look.side == "left" if role.wraps is None else role.wraps
            cell.alignment = Alignment(horizontal=look.side, vertical="center", wrap_text=wraps, indent=look.indent)


def gap_style() -> DifferentialStyle:
    """The look of an empty cell that is to be filled in."""
    return DifferentialStyle(fill=PatternFill("solid", start_color="FFF2CC", end_color="FFF2CC"))
