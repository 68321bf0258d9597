"""How cells look."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from posdoc.tables.looks import ROLES, Looks
from posdoc.tables.page import Look


def test_there_are_roles() -> None:
    assert {"cell", "head", "open head", "closed head", "input", "total", "note"} <= ROLES.keys()


@pytest.mark.parametrize("role", ROLES)
def test_a_look_is_made_once_and_is_the_same_each_time(role: str) -> None:
    sheet = Workbook().worksheets[0]
    looks = Looks("zh")
    for row in (1, 2):
        looks.give(sheet.cell(row, 1), Look(role, "center", "0.00", 1, quoted=True))
    first, second = sheet["A1"], sheet["A2"]
    assert first.font.name == second.font.name == "微软雅黑"
    assert first.font.b == ROLES[role].is_bold
    assert (first.number_format, first.quotePrefix) == ("0.00", True)
    assert first.fill.start_color.rgb == second.fill.start_color.rgb
    assert len(looks.made) == 1


@pytest.mark.parametrize(("language", "font"), [("zh-Hant", "微软雅黑"), ("en", "Calibri"), ("ja", "Meiryo")])
def test_each_language_has_its_font(language: str, font: str) -> None:
    assert Looks(language).font == font
