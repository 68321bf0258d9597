"""The table of one sheet of indicators, in the variants that sheets need.

The columns of a table in Word cannot be computed. So there are ten tables: with no target, one, or those of two,
three or four periods, and with or without columns for four grading bands. Formula, scoring and source of data have
columns where a sheet uses them and there is room; what a table says in ``{%tc if … %}`` leaves them out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from templates.designers.grids import WIDTH, Box, Choice, blank, column_head, line, rows_of, ruled
from templates.designers.parts import HEI, SANS, fonts
from templates.designers.pieces import control, kept_together, only, paragraph, run, tagged

PLACES = ("first", "second", "third", "fourth")
LINE, LOW_LINE = 600, 480
"""The least heights of rows that are written in by hand: with narrow cells, and with others."""
COLUMNS = 60
GRID = (WIDTH // COLUMNS,) * COLUMNS
"""The grid of every sheet. The spans below are in columns of it."""
NUMBER, WEIGHT, SCORE, ACTUAL = 3, 3, 4, 6
TARGETS = (0, 7, 8, 12, 16)
"""What targets take: none, one column, two, three or four."""
LEFT = ((11, 11), (10, 10), (9, 10), (8, 9), (7, 8))
"""The name of an indicator and its formula, by the number of columns for targets."""
RIGHT = ((12, 9, 7), (10, 7, 6), (10, 7, 6), (9, 6, 6), (8, 5, 6))
"""Scoring, source of data and actual result, likewise."""


def variants() -> str:
    """The tables, each there for the sheets that need it."""
    return "".join(
        only(f"if sheet.target_columns == {targets} and {'' if banded else 'not '}sheet.band_columns")
        + Variant(targets, banded).table()
        + only("endif")
        for banded in (False, True)
        for targets in range(len(TARGETS))
    )


class Column(NamedTuple):
    """One column of a sheet."""

    name: str
    span: int
    head: str
    group: str = ""
    """The head above it that it shares with its neighbours."""


class Columns(NamedTuple):
    """Columns of which one set is there: each with the condition that it needs; the last needs none."""

    options: tuple[tuple[str, tuple[Column, ...]], ...]

    @property
    def span(self) -> int:
        """What they take."""
        return sum(column.span for column in self.options[0][1])


Place = Column | Columns


class Variant(NamedTuple):
    """A table for sheets with so many columns for targets, and ``banded`` with one for each of four bands."""

    targets: int
    banded: bool

    def columns(self) -> list[Place]:
        """The columns. Where there are some for bands, what explains an indicator stands in a row of its own."""
        return [
            Column("number", NUMBER, "{{ sheet.number_label }}"),
            self.left(),
            *self.target_columns(),
            *self.band_columns(),
            Column("weight", WEIGHT, "{{ sheet.weight_label }}"),
            self.right(),
            Column("score", SCORE, "{{ scorecard.score_label }}"),
        ]

    def left(self) -> Place:
        """The name of an indicator, and how it is worked out."""
        label = "{{ sheet.name_label }}"
        if self.banded:
            fixed = NUMBER + WEIGHT + SCORE + ACTUAL + TARGETS[self.targets]
            return Column("name", COLUMNS - fixed - sum(column.span for column in self.band_columns()), label)
        name, formula = LEFT[self.targets]
        both = (Column("name", name, label), Column("formula", formula, "{{ sheet.formula_label }}"))
        return Columns((("sheet.has_formula", both), ("", (Column("name", name + formula, label),))))

    def right(self) -> Place:
        """How points are given, where figures come from, and what has come out; the last takes what others leave."""
        label = "{{ scorecard.actual_label }}"
        if self.banded:
            return Column("actual", ACTUAL, label)
        heads = {"criteria": "{{ sheet.criteria_label }}", "source": "{{ sheet.source_label }}"}
        criteria, source, actual = RIGHT[self.targets]
        room = criteria + source + actual
        one, two = room * 3 // 5, room // 2

        def with_actual(*texts: tuple[str, int]) -> tuple[Column, ...]:
            columns = [Column(name, span, heads[name]) for name, span in texts]
            return (*columns, Column("actual", room - sum(column.span for column in columns), label))

        return Columns((
            ("sheet.has_criteria and sheet.has_source", with_actual(("criteria", criteria), ("source", source))),
            ("sheet.has_criteria", with_actual(("criteria", one))),
            ("sheet.has_source", with_actual(("source", two))),
            ("", with_actual()),
        ))  # fmt: skip

    def target_columns(self) -> list[Column]:
        """One column of targets, or one for each period."""
        label, width = "{{ sheet.target_label }}", TARGETS[self.targets]
        if self.targets < 2:
            return [Column("targets", width, label)] * self.targets
        return [
            Column(f"{place}_target", width // self.targets, f"{{{{ sheet.{place}_period_label }}}}", label)
            for place in PLACES[: self.targets]
        ]

    def band_columns(self) -> list[Column]:
        """A column for each band, to be ticked."""
        bands = [(f"{{{{ sheet.{place}_band_label }}}}", f"{{{{ sheet.{place}_band_range }}}}") for place in PLACES]
        width = 4 if self.targets > 3 else 5
        return [
            Column("band", width, tagged(name, "BandColumn") + tagged(reach, "BandColumn"), "{{ sheet.bands_label }}")
            for name, reach in (bands if self.banded else ())
        ]

    def table(self) -> str:
        """The table: heads, lines, and the sum of the weights."""
        columns = self.columns()
        return ruled(
            GRID,
            *_heads(columns),
            rows_of(GRID, "for line in sheet.lines", _group(), *self.line_rows(columns)),
            _sum_row(columns),
        )

    def line_rows(self, columns: Sequence[Place]) -> list[str]:
        """The rows of an indicator; where no column explains it, a second row that stays with it does.

        The last of them stays with the sum.
        """
        made = line(GRID, *self.boxes(columns), height=LINE if self.banded else LOW_LINE)
        if not self.banded:
            return [_with_sum(made)]
        below = line(GRID, Box(COLUMNS, run_in("line.explained.details")), whole=False)
        return [
            rows_of(GRID, "if line.explained.details", kept_together(made), _with_sum(below)),
            rows_of(GRID, "if not line.explained.details", _with_sum(made)),
        ]

    def boxes(self, columns: Sequence[Place]) -> Iterator[Box | Choice]:
        """The cells of an indicator; one whose target is the same in all periods has one cell for it."""
        periods = [column for column in columns if isinstance(column, Column) and column.name.endswith("_target")]
        for column in columns:
            if column not in periods:
                yield _placed(column, _box)
            elif column == periods[0]:
                each = tuple(map(_box, periods))
                yield Choice((("line.differs", each), ("", (_box(Column("targets", TARGETS[self.targets], "")),))))


def _with_sum(made: str) -> str:
    """A row that stays with the sum below it where it is the last."""
    return rows_of(GRID, "if loop.last", kept_together(made)) + rows_of(GRID, "if not loop.last", made)


def _placed(column: Place, make: Callable[[Column], Box]) -> Box | Choice:
    """The cell that ``make`` makes in a place; the cells where there are several columns to choose from."""
    if isinstance(column, Column):
        return make(column)
    return Choice(tuple((condition, tuple(map(make, columns))) for condition, columns in column.options))


def _heads(columns: Sequence[Place]) -> list[str]:
    """One row of heads, or two where some columns share a head."""
    groups = [column.group if isinstance(column, Column) else "" for column in columns]
    if not any(groups):
        return [line(GRID, *(_placed(column, _whole_head) for column in columns), head=True)]
    above: list[Box | Choice] = []
    below: list[Box | Choice] = []
    for place, column in enumerate(columns):
        if not groups[place]:
            above.append(_placed(column, lambda one: column_head(one.head, one.span, merge="restart")))
            below.append(_placed(column, _lower_head))
            continue
        assert isinstance(column, Column)
        below.append(_own_head(column))
        if groups[place] not in groups[:place]:
            shared = [one.span for one, group in zip(columns, groups, strict=True) if group == groups[place]]
            above.append(column_head(groups[place], sum(shared)))
    return [line(GRID, *above, head=True), line(GRID, *below, head=True)]


def _whole_head(column: Column) -> Box:
    return column_head(column.head, column.span)


def _lower_head(column: Column) -> Box:
    return Box(column.span, paragraph("", "SheetColumn"), shade=True, merge="continue")


def _own_head(column: Column) -> Box:
    made = column.head if column.head.startswith("<w:p>") else tagged(column.head, "SheetColumn")
    return Box(column.span, made, shade=True, narrow=True)


def _group() -> str:
    """The type of the indicators that follow."""
    made = line(GRID, Box(COLUMNS, tagged("{{ line.group }}", "Heading2", "dimension"), shade=True))
    return rows_of(GRID, "if line.group", kept_together(made))


def _box(column: Column) -> Box:
    narrow = column.name in ("number", "weight", "targets") or column.name.endswith("_target")
    return Box(column.span, _content(column.name), narrow=narrow)


def _content(name: str) -> str:
    """What stands in a column for one indicator; nothing in those that are filled in by hand."""
    if name.endswith("_target"):
        return tagged(f"{{{{ line.{name} }}}}", "Figure", "targets")
    contents = {
        "number": either("number", "Figure", "SmallFigure", bracketed=True),
        "name": named(),
        "formula": only("if line.formula") + tagged("{{ line.formula }}", "Note", "formula") + only("endif"),
        "targets": only("for target in line.targets") + tagged("{{ target }}", "Figure", "target") + only("endfor"),
        "weight": only("if line.weight") + either("weight", "Figure", "SmallFigure", bracketed=True) + only("endif"),
        "criteria": details("line.criteria.details", unlabelled="criteria"),
        "source": details("line.source.details", unlabelled="source"),
    }
    return contents.get(name, paragraph(""))


def either(field: str, style: str, part_style: str, *, bracketed: bool = False) -> str:
    """A paragraph for an indicator, and another one for a sub-indicator, which may be ``bracketed``."""
    value = control(field, f"{{{{ line.{field} }}}}")
    part = run("(") + value + run(")") if bracketed else value
    return (
        only("if line.is_part") + paragraph(part, part_style) + only("endif")
        + only("if not line.is_part") + paragraph(value, style) + only("endif")
    )  # fmt: skip


def named() -> str:
    """The name of an indicator, and below it its code and type where not all have one."""
    return (
        either("name", "", "SubIndicator")
        + only("if line.aside.details") + tagged("{{ line.aside.details }}", "Detail", "dimension") + only("endif")
    )  # fmt: skip


def details(values: str, unlabelled: str) -> str:
    """Labels with their values, a paragraph for each; that of the field ``unlabelled`` has none."""
    title = f'{{% if detail.field != "{unlabelled}" %}}{{{{ detail.label }}}}{{{{ colon }}}}{{% endif %}}'
    value = control("{{ detail.field }}", "{{ detail.value }}")
    return only(f"for detail in {values}") + paragraph(_label(title) + value, "Note") + only("endfor")


def run_in(values: str) -> str:
    """Labels with their values in one paragraph."""
    between = "{% if not loop.first %}{{ between }}{% endif %}"
    entry = run(between) + _label("{{ detail.label }}{{ colon }}") + control("{{ detail.field }}", "{{ detail.value }}")
    return paragraph(run(f"{{% for detail in {values} %}}") + entry + run("{% endfor %}"), "Note")


def _label(text: str) -> str:
    return f'<w:r><w:rPr>{fonts(SANS, HEI)}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _sum_row(columns: Sequence[Place]) -> str:
    """The sum of the weights, and room for that of the scores."""
    names = [column.name if isinstance(column, Column) else "" for column in columns]
    spans = [column.span for column in columns]
    weight = names.index("weight")
    return line(
        GRID,
        Box(sum(spans[:weight]), tagged("{{ scorecard.sum_label }}", "SheetColumn"), shade=True),
        Box(WEIGHT, tagged("{{ sheet.weight_sum }}", "Figure"), narrow=True),
        blank(sum(spans[weight + 1 : -1])), blank(spans[-1]), height=LOW_LINE,
    )  # fmt: skip
