"""The org chart of a handbook: one drawing where it can be read on a page, else several that lead to one another."""

from __future__ import annotations

import re
from pathlib import Path

from posdoc.documents.illustrations import Illustrator
from posdoc.load import load
from posdoc.locales.words import Words
from tests.charts.samples import DEPARTMENT, ZH


def test_a_small_department_is_one_drawing() -> None:
    drawing = Illustrator(DEPARTMENT, ZH).of_organization()
    assert drawing.count("<w:drawing>") == 1
    assert "图 1" not in drawing


def test_a_large_one_is_several_each_with_its_own_numbers(sample: Path) -> None:
    organization, _ = load(sample)
    drawing = Illustrator(organization, Words(organization, "zh")).of_organization()
    count = drawing.count("<w:drawing>")
    assert count > 1
    assert drawing.count('<w:br w:type="page"/>') == count - 1
    text = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", drawing))
    assert all(f"（图 {number}，共 {count} 图）" in text for number in range(1, count + 1))
    assert "→ 图 2" in text
    assert "页" not in text
    ids = re.findall(r'(?:docPr|cNvPr) id="(\d+)"', drawing)
    assert len(set(ids)) == len(ids)
    assert all((p.title.in_("zh") if p.title else "") in text for p in organization.positions)


def test_in_english_too(sample: Path) -> None:
    organization, _ = load(sample)
    drawing = Illustrator(organization, Words(organization, "en")).of_organization()
    assert "(figure 2 of " in drawing
    assert "fig. 2" in drawing


def test_without_the_drawings_their_room_is_the_same(sample: Path) -> None:
    organization, _ = load(sample)
    words = Words(organization, "zh")
    drawn = Illustrator(organization, words).of_organization()
    empty = Illustrator(organization, words, room_only=True).of_organization()
    extents = re.compile(r"<wp:extent [^>]*/>")
    assert extents.findall(empty) == extents.findall(drawn)
    assert len(empty) < len(drawn) / 2
