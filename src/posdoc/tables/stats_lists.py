"""What the figures of :mod:`posdoc.views.figures` have in common as tables, in full (for Excel and CSV) and in short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from posdoc.locales.words import Words
from posdoc.model import PartialDate, Position, PositionStatus, Unit
from posdoc.tables.sheet import Book, Column, Formula, Kind, Row, Sheet, Value, letter
from posdoc.views.figures import Band, Counted, Figures, Heads, LevelFigures, Spans, Statistics
from posdoc.views.stats_owners import KINDS, Unowned
from posdoc.views.stats_view import figures_of, notes_of, subject_of, title_of, work_of

TEXT, COUNT, MEAN = Kind.TEXT, Kind.COUNT, Kind.MEAN
SUMMARY = (
    "positions", "frozen", "planned", "filled", "acting", "vacant", "over", "people", "proposed", "proposed_heads",
    "levels", "managers", "manager_heads", "staff_heads", "staff_per_manager", "mean_reports", "most_reports", "mean_led",
    "most_led", *(f"unowned_{kind}" for kind in KINDS),
)  # fmt: skip
"""The figures of the summary."""
_RARE = ("frozen", "acting", "over", "proposed", "proposed_heads")
"""What is left out in short where there is nothing of it."""
_SUMS = (
    "positions",
    "planned",
    "planned_to",
    "filled",
    "vacant",
    "over",
    "managers",
    "manager_heads",
    "reports",
    "led",
)
_KINDS = {"staff_per_manager": Kind.RATIO, "mean_reports": MEAN, "mean_led": MEAN, "most_led": MEAN}
ALWAYS = ("vacancies", "unowned")
"""The tables that are there even where they say that there is nothing."""
_SHORT = 40
"""How wide a name may be in short."""


class Lists:
    """Makes the tables of some statistics in one language; ``full`` ones have ids, definitions and formulas."""

    full = False

    def __init__(self, statistics: Statistics, words: Words) -> None:
        self.statistics = statistics
        self.words = words
        planned = statistics.total.planned
        self.has_ranges = planned.low != planned.high

    def book(self, sheets: tuple[Sheet, ...]) -> Book:
        """The sheets under a common title."""
        words, company = self.words, self.statistics.organization.workspace.organization
        title = words.labelled(subject_of(self.statistics, words), self.say("title"))
        page_of = words.phrase("page_of", page="{page}", pages="{pages}")
        return Book(title, words.language, sheets, self.as_of(), words.text(company.name) if company else "", page_of)

    # --- words --------------------------------------------------------------------------------------------------

    def say(self, name: str, **values: object) -> str:
        """A phrase of the statistics."""
        return self.words.phrase(f"stats_{name}", **values)

    def as_of(self) -> str:
        """The day of the figures, as of …"""
        day = self.statistics.organization.as_of
        return self.say("as_of", date=self.words.date(PartialDate(day.year, day.month, day.day))) if day else ""

    def column(self, name: str, kind: Kind = COUNT, widest: int = 0) -> Column:
        """The column of a figure, or of what a name says."""
        return Column(self.say(name), kind, widest or (40 if self.full else _SHORT))

    def sheet(
        self, name: str, columns: Sequence[Column], rows: Iterable[Row], totals: Sequence[Row] = (), nothing: str = ""
    ) -> Sheet:
        """A table under its title; ``nothing`` is what it says where there are no rows."""
        said = nothing or self.words.phrase("none")
        return Sheet(name, self.say(f"table_{name}"), tuple(columns), tuple(rows), tuple(totals), said)

    def unit_title(self, unit: Unit) -> str:
        """The name of a unit."""
        return title_of(self.words, unit) if unit.id else self.say("no_unit")

    def title_of(self, position: Position | None) -> str:
        """The name of a position."""
        return title_of(self.words, position) if position else ""

    def level_title(self, level: str | None) -> str:
        """The name of a level of management; nothing for one that there is not."""
        levels = self.statistics.organization.workspace.levels
        return self.words.text(self.statistics.organization.grade_title(levels, level)) if level else ""

    def planned(self, heads: Heads) -> Value:
        """Planned heads as one value: a number, a range, or at least so many."""
        if heads.unknown:
            return self.words.phrase("at_least", value=heads.low) if heads.low else None
        return heads.low if heads.low == heads.high else f"{heads.low}–{heads.high}"

    # --- columns that several tables have ---------------------------------------------------------------------------

    def identity_columns(self) -> list[Column]:
        """The unit, the position and its code; in full with their ids."""
        names = ("unit", "unit_id", "position", "position_id", "code") if self.full else ("unit", "position", "code")
        return [self.column(name, TEXT) for name in names]

    def identity(self, position: Position) -> list[Value]:
        """The cells of these columns."""
        unit = self.statistics.organization.units_by_id.get(position.unit, Unit())
        titles = self.unit_title(unit), self.title_of(position)
        code = position.code or ""
        return [titles[0], unit.id, titles[1], position.id, code] if self.full else [*titles, code]

    def planned_columns(self) -> list[str]:
        """The names of the columns of planned heads: in full the upper end has one of its own where it differs."""
        return ["planned", "planned_to"] if self.full and self.has_ranges else ["planned"]

    def planned_cells(self, heads: Heads) -> list[Value]:
        """The cells of these columns."""
        ends: tuple[Value, ...] = (heads.low, heads.high)
        return list(ends[: len(self.planned_columns())]) if self.full else [self.planned(heads)]

    def head_columns(self) -> list[str]:
        """The names of the columns of :meth:`head_cells`."""
        over = ["over"] if self.full or self.statistics.total.over else []
        return ["positions", *self.planned_columns(), "filled", "vacant", *over]

    def head_cells(self, figures: Figures) -> list[Value]:
        """Positions and heads."""
        planned = self.planned_cells(figures.planned)
        over = [figures.over] if "over" in self.head_columns() else []
        return [figures.positions, *planned, figures.filled, figures.vacant, *over]

    def span_columns(self) -> list[str]:
        """The names of the columns of :meth:`span_cells`."""
        if not self.full:
            return ["managers", "manager_heads", "mean_reports", "most_reports", "mean_led", "most_led"]
        in_positions = ["reports", "mean_reports", "most_reports", "at"]
        return ["managers", "manager_heads", *in_positions, "led", "mean_led", "most_led", "at"]

    def span_cells(self, spans: Spans, number: int, place: int) -> list[Value]:
        """Spans of control, in the row ``number`` from the column at ``place`` on; in full the means are formulas."""
        widest, largest = spans.most_reports, spans.most_led
        most, most_led = int(widest.value) if widest else None, largest.value if largest else None
        if not self.full:
            return [spans.managers, spans.manager_heads, spans.mean_reports, most, spans.mean_led, most_led]
        managers, heads, reports, led = (f"{letter(place + step)}{number}" for step in (0, 1, 2, 6))
        means: list[Value] = [
            None if mean is None else Formula(text, mean)
            for text, mean in ((f"{reports}/{managers}", spans.mean_reports), (f"{led}/{heads}", spans.mean_led))
        ]
        at = [self.title_of(found.position if found else None) for found in (widest, largest)]
        in_positions = [spans.reports, means[0], most, at[0]]
        return [spans.managers, spans.manager_heads, *in_positions, spans.led, means[1], most_led, at[1]]

    def figure_columns(self, names: Iterable[str]) -> list[Column]:
        """Columns of figures by their names."""
        return [
            self.column(name, TEXT, 26) if name == "at" else self.column(name, _KINDS.get(name, COUNT))
            for name in names
        ]

    # --- tables -----------------------------------------------------------------------------------------------------

    def summary(self) -> Sheet:
        """Every figure in all; in full with its definition."""
        total = self.statistics.total
        values = figures_of(total)
        spans = {"most_reports": total.spans.most_reports, "most_led": total.spans.most_led}
        rows = []
        for name in SUMMARY:
            value: Value = values[name]
            if name in ("planned", "proposed_heads"):
                value = self.planned(total.planned if name == "planned" else total.proposed_heads)
            if self.full or value or name not in _RARE:
                largest = spans.get(name)
                cells = [self.say(name), self.linked(name, value), self.title_of(largest.position if largest else None)]
                meaning = [self.say(f"{name}_meaning")] if self.full else []
                rows.append(Row((*cells, *meaning), kinds=(TEXT, _KINDS.get(name, COUNT), TEXT, TEXT)))
        columns = [self.column("figure", TEXT), self.column("value"), self.column("at", TEXT)]
        columns += [self.column("meaning", TEXT, 80)] if self.full else []
        notes = tuple(notes_of(self.statistics, self.words))
        return replace(self.sheet("summary", columns, rows), notes=notes)

    def linked(self, name: str, value: Value) -> Value:  # noqa: ARG002
        """The cell of a figure of the summary: its value, or a formula that takes it from another table."""
        return value

    def lines(self) -> Sheet:
        """The figures of each level of the reporting lines."""
        titles = [
            self.say("line_of", level=found.level) if found.level else self.say("line_none")
            for found in self.statistics.lines
        ]
        return self._by_level("lines", self.column("line", TEXT), titles, self.statistics.lines)

    def levels(self) -> Sheet:
        """The figures of each level of management."""
        titles = [self.level_title(str(found.level)) or self.say("level_none") for found in self.statistics.levels]
        return self._by_level("levels", self.column("level", TEXT), titles, self.statistics.levels)

    def _by_level(self, name: str, first: Column, titles: Sequence[str], levels: Sequence[LevelFigures]) -> Sheet:
        heads, spans = self.head_columns(), self.span_columns()
        rows = []
        for number, (title, found) in enumerate(zip(titles, levels, strict=True), 2):
            cells = [title, *self.head_cells(found.figures)]
            rows.append(Row((*cells, *self.span_cells(found.figures.spans, number, len(cells)))))
        total = self.statistics.total
        cells = [
            self.say("total"),
            *self.head_cells(total),
            *self.span_cells(total.spans, len(rows) + 2, len(heads) + 1),
        ]
        summed = [name in _SUMS for name in (*heads, *spans)]
        totals = Row((cells[0], *self.sums(cells[1:], summed, len(rows))))
        return self.sheet(name, [first, *self.figure_columns([*heads, *spans])], rows, [totals] if rows else [])

    def sums(self, cells: Sequence[Value], summed: Sequence[bool], rows: int) -> list[Value]:
        """The cells of a row of totals, from the second column on; in full those that are sums are formulas."""
        return [
            Formula(f"SUM({letter(place)}2:{letter(place)}{rows + 1})", value)
            if self.full and is_sum and isinstance(value, int)
            else value
            for place, (value, is_sum) in enumerate(zip(cells, summed, strict=True), 1)
        ]

    def bands(self) -> Sheet:
        """How many managers' positions have a span of each archetype."""
        columns = [self.column("band", TEXT), self.column("archetype", TEXT), self.column("managers")]
        rows = [
            Row((self._band(band), self.say(f"archetype_{band.archetype}"), band.managers))
            for band in self.statistics.bands
        ]
        total: list[Value] = ["", self.statistics.total.spans.managers]
        totals = Row((self.say("total"), *self.sums(total, [False, True], len(rows))))
        return self.sheet("bands", columns, rows, [totals])

    def _band(self, band: Band) -> str:
        if band.high is None:
            return self.say("band_from", low=band.low)
        return self.say("band_to", low=band.low or 1, high=band.high)

    def vacancies(self) -> Sheet:
        """The positions with vacant heads."""
        names = [*self.planned_columns(), "filled", "vacant"]
        columns = [*self.identity_columns(), *(self.column(name) for name in names)]
        rows = []
        for number, one in enumerate(self.statistics.vacancies, 2):
            cells = [*self.identity(one.position), *self.planned_cells(one.planned), one.filled]
            planned, filled = (f"{letter(len(columns) - step)}{number}" for step in (len(names), 2))
            vacant: Value = Formula(f"{planned}-{filled}", one.vacant) if self.full else one.vacant
            rows.append(Row((*cells, vacant)))
        blank = [""] * (len(columns) - 2)
        sums = self.sums([*blank, self.statistics.total.vacant], [False] * len(blank) + [True], len(rows))
        nothing = self.say("none_vacancies" if self.statistics.knows_people else "note_no_people")
        return self.sheet(
            "vacancies", columns, rows, [Row((self.say("total"), *sums))] if rows else [], nothing=nothing
        )

    def proposed(self) -> Sheet:
        """The positions that are only planned."""
        columns = [*self.identity_columns(), self.column("planned"), self.column("from", TEXT)]
        rows = [
            Row((*self.identity(one), self.headcount(one), self.words.date(one.valid_from) if one.valid_from else ""))
            for one in self.statistics.proposed
        ]
        return self.sheet("proposed", columns, rows)

    def headcount(self, position: Position) -> Value:
        """The planned heads of a position as they are written: a number, a range or words."""
        count = position.headcount
        if count is None:
            return None
        if count.low is None:
            return self.words.text(count.text)
        return count.low if count.low == count.high else str(count).replace("-", "–")

    def unowned(self) -> Sheet:
        """The work that nobody answers for."""
        names = ("kind", "unit", "owner", "work", "reason", "substitutes")
        widths = {"work": 80 if self.full else 48}
        columns = [self.column(name, TEXT, widths.get(name, 0)) for name in names]
        rows = [Row(self._unowned(one)) for one in self.statistics.unowned]
        return self.sheet("unowned", columns, rows, nothing=self.say("none_unowned"))

    def _unowned(self, one: Unowned) -> tuple[Value, ...]:
        organization = self.statistics.organization
        unit = organization.units_by_id.get(one.unit, Unit())
        return (
            self.say(f"kind_{one.kind}"),
            self.unit_title(unit),
            self.title_of(organization.by_id.get(one.position)) or self.unit_title(unit),
            work_of(self.words, one),
            self.say(f"reason_{one.reason}"),
            self.words.names(one.substitutes),
        )

    def is_frozen(self, one: Counted) -> bool:
        """Whether nobody is to be hired for the position."""
        return one.position.status is PositionStatus.FROZEN
