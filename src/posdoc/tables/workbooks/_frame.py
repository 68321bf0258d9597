"""What workbooks have in common: their title, the company at the foot of a page, and the sheet that says how they are used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdoc.locales.words import Words
from posdoc.model import PartialDate
from posdoc.tables.page import Look, Page, PagedBook
from posdoc.tables.sheet import Value, sheet_name
from posdoc.tables.workbooks import Wish

TITLE_HEIGHT = 28.0
"""How high the row of a title is, in points."""


def say(words: Words, name: str, **values: object) -> str:
    """A phrase of the workbooks."""
    return words.phrase(f"excel_{name}", **values)


def subject_of(wish: Wish) -> str:
    """What a workbook is about: the unit, else the department, else the company."""
    company = wish.organization.workspace.organization
    if wish.unit is not None:
        return wish.words.text(wish.unit.title) or wish.unit.id
    return (wish.words.text(company.department) or wish.words.text(company.name)) if company else ""


def company_of(wish: Wish) -> str:
    """The name of the company."""
    company = wish.organization.workspace.organization
    return wish.words.text(company.name) if company else ""


def title_of(wish: Wish, kind: str) -> str:
    """The title of a workbook: what it is about, and what it is."""
    name, subject = say(wish.words, kind), subject_of(wish)
    return wish.words.labelled(subject, name) if subject else name


def day_of(wish: Wish) -> str:
    """The day of a workbook in words: as of …"""
    day = PartialDate(wish.day.year, wish.day.month, wish.day.day)
    return wish.words.phrase("stats_as_of", date=wish.words.date(day))


def book_of(wish: Wish, kind: str, pages: Sequence[Page], names: Mapping[str, str]) -> PagedBook:
    """The pages as a workbook."""
    page_of = wish.words.phrase("page_of", page="{page}", pages="{pages}")
    return PagedBook(title_of(wish, kind), wish.words.language, tuple(pages), company_of(wish), page_of, names)


def notes_page(
    wish: Wish, kind: str, sentences: Sequence[str], heads: Sequence[str], rows: Sequence[Sequence[Value]],
    widths: Sequence[float],
) -> Page:  # fmt: skip
    """The sheet that says how a workbook is used: sentences, and below them a table."""
    words = wish.words
    page = Page(sheet_name(say(words, "notes")), widths, is_landscape=False, header=(title_of(wish, kind), ""))
    last = len(widths) - 1
    page.put(1, 0, title_of(wish, kind), Look("title"), to=last)
    page.grow(1, TITLE_HEIGHT)
    row = 2
    for sentence in sentences:
        page.put(row, 0, sentence, Look("text"), to=last)
        row += 1
    row += 1
    for number, cells in enumerate((heads, *rows)):
        for place, value in enumerate(cells):
            page.put(row, place, value, Look("cell" if number else "head"))
        row += 1
    return page
