"""KPI sheets to fill in (绩效考核表): a sheet for each position with indicators, and an overview of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from posdoc.model import people_on
from posdoc.phrases import Phrase
from posdoc.tables.listing import list_page
from posdoc.tables.page import Page, PagedBook
from posdoc.tables.sheet import Column, Formula, Kind, Row, Sheet, Value, distinct_names, letter
from posdoc.tables.workbooks import Wish
from posdoc.tables.workbooks._card import CardPage, Scored
from posdoc.tables.workbooks._frame import book_of, say, title_of
from posdoc.tables.workbooks._names import names_of
from posdoc.views.scope import positions_within
from posdoc.views.score_sheets import ScoreCard, view_score_card

ABOUT = Phrase(
    "绩效考核表：一个岗位一页，填入得分即得加权得分、总分与等级",
    "KPI sheets to fill in: weighted scores, totals and grades follow from the scores",
)


class _Line(NamedTuple):
    """One line of the overview: a set of a position, with the cells of its sheet that hold its results."""

    card: ScoreCard
    sheet: str
    title: str
    many: int
    scored: Scored
    overall: str
    """The cell of the score of all sets, on the first line of a position that has one."""


def make(wish: Wish) -> PagedBook:
    """The overview and the sheets."""
    overview = say(wish.words, "overview")
    organization = people_on(wish.organization, wish.day)
    positions = (one for one in positions_within(organization, wish.unit) if one.kpi_sets and one.is_current)
    cards = [view_score_card(organization, wish.words, position) for position in positions]
    titles = distinct_names([overview, *(card.title for card in cards)])
    pages: list[Page] = []
    lines: list[_Line] = []
    for card, title in zip(cards, titles[1:], strict=True):
        made = CardPage(wish, card, title, titles[0], _incumbent(wish, card))
        pages.append(made.page)
        lines += _lines(card, made)
    table = _overview(wish, titles[0], lines)
    return book_of(wish, "scorecards", (table, *pages), names_of("scorecards", wish.words.language, titles[0], ()))


def _incumbent(wish: Wish, card: ScoreCard) -> str:
    """Who is assessed, where names are asked for and there is one."""
    holders = people_on(wish.organization, wish.day).incumbents.get(card.position.id, ())
    return wish.words.text(holders[0][0].name) if wish.with_names and len(holders) == 1 else ""


def _lines(card: ScoreCard, made: CardPage) -> Iterator[_Line]:
    for number, (sheet, scored) in enumerate(zip(card.sheets, made.scored, strict=True)):
        overall = "" if number else made.overall
        title = sheet.title or sheet.heads["name"]
        yield _Line(card, made.page.title, title, len(sheet.first), scored, overall)


def _overview(wish: Wish, title: str, lines: Sequence[_Line]) -> Page:
    words = wish.words
    has_overall, has_composite = any(line.overall for line in lines), any(line.scored.composite for line in lines)
    names = ["number", "position", "code", "unit", "set", "many", "scored", "result"]
    names += [*(["composite"] if has_composite else []), "grade", *(["overall"] if has_overall else [])]
    rows = [Row(tuple(_cell(line, name, number) for name in names)) for number, line in enumerate(lines, 1)]
    columns = (_column(say(words, f"overview_{name}"), name) for name in names)
    totals = [Row(tuple(_total(wish, name, place, lines) for place, name in enumerate(names)))] if lines else []
    sheet = Sheet(
        "overview", title, tuple(columns), tuple(rows), tuple(totals), words.phrase("scorecard_none"),
        (say(words, "overview_note"),) if lines else (),
    )  # fmt: skip
    page = list_page(sheet, title_of(wish, "scorecards"))
    for row, line in enumerate(lines, 2):
        put = page.cells[row, 1]
        quoted = line.sheet.replace("'", "''")
        page.cells[row, 1] = put._replace(look=put.look._replace(role="link"), link=f"'{quoted}'!A1")
    return page


def _column(title: str, name: str) -> Column:
    kinds = {"number": Kind.COUNT, "many": Kind.COUNT, "scored": Kind.COUNT}
    if name in ("result", "composite", "overall"):
        return Column(title, Kind.SCORE, side="center")
    return Column(title, kinds.get(name, Kind.TEXT), side="center" if name in (*kinds, "grade", "code") else "")


def _cell(line: _Line, name: str, number: int) -> Value:
    quoted = line.sheet.replace("'", "''")
    plain: dict[str, Value] = {
        "number": number, "position": line.card.title, "code": line.card.position.code or "",
        "unit": line.card.department, "set": line.title, "many": line.many,
        "scored": Formula(f"COUNT('{quoted}'!{line.scored.area})", 0),
    }  # fmt: skip
    if name in plain:
        return plain[name]
    cells = {
        "result": line.scored.total,
        "composite": line.scored.composite,
        "grade": line.scored.grade,
        "overall": line.overall,
    }
    cell = f"'{quoted}'!{cells[name]}"
    return Formula(f'IF({cell}="","",{cell})', "") if cells[name] else ""


def _total(wish: Wish, name: str, place: int, lines: Sequence[_Line]) -> Value:
    area = f"{letter(place)}2:{letter(place)}{len(lines) + 1}"
    if name == "position":
        return say(wish.words, "overview_total")
    if name in ("many", "scored"):
        return Formula(f"SUM({area})", sum(line.many for line in lines) if name == "many" else 0)
    if name in ("result", "composite", "overall"):
        return Formula(f'IF(COUNT({area})=0,"",ROUND(AVERAGE({area}),2))', "")
    return ""
