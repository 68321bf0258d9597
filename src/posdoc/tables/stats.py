"""The figures of :mod:`posdoc.views.figures` as tables: for Excel and CSV with ids, definitions and live formulas."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from posdoc.locales.words import Words
from posdoc.model import HeadCount, PositionStatus
from posdoc.tables.sheet import Book, Column, Formula, Kind, Row, Sheet, Value, column_range, letter, sheet_name
from posdoc.tables.stats_lists import ALWAYS, TEXT, Lists
from posdoc.views.figures import Counted, Figures, Statistics, UnitFigures

COUNT = Kind.COUNT
TABLES = ("summary", "units", "spans", "lines", "levels", "bands", "vacancies", "proposed", "unowned", "positions")
"""The names of the tables, in their order."""


def stats_book(statistics: Statistics, words: Words) -> Book:
    """All tables. Vacancies, sums and means are formulas over the table of positions and over one another."""
    tables = Tables(statistics, words)
    sheets = tuple(tables.table(name) for name in TABLES)
    return tables.book(tuple(sheet for sheet in sheets if sheet.rows or sheet.name in ALWAYS))


class Tables(Lists):
    """The tables in full, each made when it is asked for."""

    full = True

    def table(self, name: str) -> Sheet:
        """One of :data:`TABLES`."""
        make: Callable[[], Sheet] = getattr(self, name)
        return make()

    # --- units --------------------------------------------------------------------------------------------------

    def units(self) -> Sheet:
        """The head counts of each unit: of its own positions, and with all units below it."""
        figures = [*self.head_columns(), "all_unowned"]
        columns = [*(self.column(name, TEXT) for name in ("unit", "unit_id", "code")), self.column("stated")]
        for name in figures:
            columns += [Column(self.say(which, figure=self.say(name)), COUNT) for which in ("own", "all")]
        rows = tuple(self._unit_row(number, unit, figures) for number, unit in enumerate(self.statistics.units, 2))
        return self.sheet("units", columns, rows, [self._unit_totals(figures)] if rows else [])

    def _unit_row(self, number: int, unit: UnitFigures, figures: Sequence[str]) -> Row:
        cells: list[Value] = [
            self.unit_title(unit.unit),
            unit.unit.id,
            unit.unit.code or "",
            _stated(unit.unit.headcount),
        ]
        for name in figures:
            own, everything = _figure(unit.own, name), _figure(unit.all, name)
            column = letter(len(cells))
            cells.append(self._sum_of_own(name, number, own))
            cells.append(_formula(f"SUM({column}{number}:{column}{number + unit.below})", everything))
        return Row(tuple(cells), indent=unit.depth)

    def _sum_of_own(self, name: str, number: int, value: int | None) -> Value:
        """What the table of positions has for a unit; texts are compared as they are, whatever they look like."""
        if value is None or name == "all_unowned" or not self.statistics.counted:
            return value
        homes = self._range("unit_id")
        chosen = f"--({homes}=$B{number})"
        added = "" if name == "positions" else f",{self._range(name)}"
        return Formula(f"SUMPRODUCT({chosen}{added})", value)

    def _range(self, name: str) -> str:
        columns = [column for column, _ in self.position_columns()]
        return column_range(self.say("table_positions"), columns.index(name), len(self.statistics.counted))

    def _unit_totals(self, figures: Sequence[str]) -> Row:
        last = len(self.statistics.units) + 1
        cells: list[Value] = [self.say("total"), "", "", ""]
        for name in figures:
            column, value = letter(len(cells)), _figure(self.statistics.total, name)
            cells += [_formula(f"SUM({column}2:{column}{last})", value)] * 2
        return Row(tuple(cells))

    def spans(self) -> Sheet:
        """Levels, managers and spans of control of each unit, with all units below it."""
        rows = []
        for number, unit in enumerate(self.statistics.units, 2):
            identity = self.unit_title(unit.unit), unit.unit.id
            rows.append(Row((*identity, *self._span_row(unit.all, number)), indent=unit.depth))
        totals = Row((self.say("total"), "", *self._span_row(self.statistics.total, len(rows) + 2)))
        columns = [self.column("unit", TEXT), self.column("unit_id", TEXT)]
        columns += self.figure_columns(["levels", "staff_heads", "staff_per_manager", *self.span_columns()])
        return self.sheet("spans", columns, rows, [totals] if rows else [])

    def _span_row(self, figures: Figures, number: int) -> list[Value]:
        """The cells from the third column on."""
        spans = self.span_cells(figures.spans, number, 5)
        ratio = figures.staff_per_manager
        return [
            figures.levels,
            figures.staff_heads,
            None if ratio is None else Formula(f"D{number}/G{number}", ratio),
            *spans,
        ]

    # --- positions ----------------------------------------------------------------------------------------------

    def position_columns(self) -> list[tuple[str, Kind]]:
        """The columns of the table of positions, by the name of their title."""
        texts = ("unit", "unit_id", "position", "position_id", "code", "status", "level")
        counts = ("line", "planned", "planned_to", "filled", "acting", "vacant", "over", "reports", "led")
        return [(name, TEXT) for name in texts] + [(name, COUNT) for name in counts]

    def positions(self) -> Sheet:
        """Every current position. Vacant and over are formulas where there are numbers to work them out from."""
        columns = [self.column(name, kind) for name, kind in self.position_columns()]
        rows = [Row(self._position(one, number)) for number, one in enumerate(self.statistics.counted, 2)]
        names = [name for name, _ in self.position_columns()]
        totals: list[Value] = [self.say("total"), *[""] * (len(columns) - 1)]
        for name in ("planned", "planned_to", "filled", "acting", "vacant", "over"):
            column = letter(names.index(name))
            value = _figure(self.statistics.total, name)
            totals[names.index(name)] = _formula(f"SUM({column}2:{column}{len(rows) + 1})", value)
        return self.sheet("positions", columns, rows, [Row(tuple(totals))] if rows else [])

    def _position(self, one: Counted, number: int) -> tuple[Value, ...]:
        names = [name for name, _ in self.position_columns()]
        planned, to, filled, acting = (
            f"{letter(names.index(name))}{number}" for name in ("planned", "planned_to", "filled", "acting")
        )
        counts = not one.planned.unknown
        is_vacant = counts and one.vacant is not None and not self.is_frozen(one)
        return (
            *self.identity(one.position),
            self.words.option(one.position.status or PositionStatus.ACTIVE),
            self.level_title(one.position.level),
            one.level or None,
            one.planned.low if counts else self.headcount(one.position),
            one.planned.high if counts else None,
            one.filled,
            one.acting,
            Formula(f"MAX(0,{planned}-{filled})", one.vacant) if is_vacant else None,
            Formula(f"MAX(0,{filled}-{acting}-{to})", one.over) if counts and one.over is not None else None,
            one.reports,
            one.led,
        )

    # --- summary ------------------------------------------------------------------------------------------------

    def linked(self, name: str, value: Value) -> Value:
        """A figure of the summary, taken from the totals of the table of units where they have it."""
        figures = self.head_columns()
        if name not in figures or not isinstance(value, int) or not self.statistics.units:
            return value
        cell = f"{letter(4 + 2 * figures.index(name))}{len(self.statistics.units) + 2}"
        return Formula(f"'{sheet_name(self.say('table_units'))}'!{cell}", value)


def _stated(count: HeadCount | None) -> Value:
    if count is None or count.low is None:
        return None
    return count.low if count.low == count.high else str(count).replace("-", "–")


def _figure(figures: Figures, name: str) -> int | None:
    if name in ("planned", "planned_to"):
        return figures.planned.low if name == "planned" else figures.planned.high
    value: int | None = getattr(figures, name)
    return value


def _formula(text: str, value: int | None) -> Value:
    return None if value is None else Formula(text, value)
