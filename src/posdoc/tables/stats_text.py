"""The figures of :mod:`posdoc.views.figures` as tables that a terminal has room for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from posdoc.locales.words import Words
from posdoc.tables.sheet import Book, Row, Sheet, Value
from posdoc.tables.stats import TABLES
from posdoc.tables.stats_lists import ALWAYS, TEXT, Lists
from posdoc.views.figures import Counted, Figures, Statistics, UnitFigures

_SHOWN = tuple(name for name in TABLES if name != "positions")
"""What is shown where nothing is asked for: everything but the long table of all positions."""


def stats_text_book(statistics: Statistics, words: Words, names: Sequence[str] = ()) -> Book:
    """The tables that are asked for; else all that say something, without the one of all positions."""
    tables = ShortTables(statistics, words)
    sheets = [tables.table(name) for name in names or _SHOWN]
    return tables.book(tuple(sheet for sheet in sheets if names or sheet.rows or sheet.name in ALWAYS))


class ShortTables(Lists):
    """The tables in short, each made when it is asked for."""

    def table(self, name: str) -> Sheet:
        """One of :data:`~posdoc.tables.stats.TABLES`."""
        make: Callable[[], Sheet] = getattr(self, name)
        return make()

    def units(self) -> Sheet:
        """The head counts of each unit with those below it; where it has positions beside them, a row for these."""
        total = self.statistics.total
        rare = [name for name in ("acting", "over", "frozen", "proposed", "all_unowned") if getattr(total, name)]
        names = ["positions", "planned", "filled", "vacant", *rare]
        columns = [self.column("unit", TEXT, 40), *(self.column(name) for name in names)]
        rows = [Row((title, *self._heads(figures, names)), indent) for title, indent, figures in self._unit_rows()]
        is_sum = sum(not unit.depth for unit in self.statistics.units) > 1
        totals = [Row((self.say("total"), *self._heads(total, names)))] if is_sum else []
        return self.sheet("units", columns, rows, totals)

    def _unit_rows(self) -> Iterator[tuple[str, int, Figures]]:
        for unit in self.statistics.units:
            yield self.unit_title(unit.unit), unit.depth, unit.all
            if unit.below and (unit.own.positions or unit.own.proposed):
                yield self.words.bracketed("", self.say("direct")).strip(), unit.depth + 1, unit.own

    def _heads(self, figures: Figures, names: Sequence[str]) -> list[Value]:
        return [self.planned(figures.planned) if name == "planned" else getattr(figures, name) for name in names]

    def spans(self) -> Sheet:
        """Levels, managers and spans of control of each unit, with all units below it."""
        names = ["levels", "staff_heads", "staff_per_manager", *self.span_columns()]
        columns = [self.column("unit", TEXT, 40), *self.figure_columns(names)]
        shown = [unit for unit in self.statistics.units if unit.all.positions]
        rows = [Row((self.unit_title(unit.unit), *self._spans(unit)), unit.depth) for unit in shown]
        return self.sheet("spans", columns, rows)

    def _spans(self, unit: UnitFigures) -> list[Value]:
        figures = unit.all
        spans = self.span_cells(figures.spans, 0, 0)
        return [figures.levels, figures.staff_heads, figures.staff_per_manager, *spans]

    def positions(self) -> Sheet:
        """Every current position."""
        names = ("line", "planned", "filled", "vacant", "reports", "led")
        columns = [*self.identity_columns(), *(self.column(name) for name in names)]
        rows = [Row((*self.identity(one.position), *self._counts(one))) for one in self.statistics.counted]
        return self.sheet("positions", columns, rows)

    def _counts(self, one: Counted) -> list[Value]:
        planned = self.headcount(one.position)
        return [one.level or None, planned, one.filled, one.vacant, one.reports, one.led]
