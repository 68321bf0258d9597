"""The table of one sheet of indicators, in the variants that sheets need.

The columns of a table in Word cannot be computed. So there are eight tables: with no, two, three or four columns for
the targets of periods, and with or without columns for four grading bands.
"""

from __future__ import annotations

from typing import NamedTuple

from templates.designers.grids import WIDTH, Box, blank, column_head, line, rows_of, ruled
from templates.designers.parts import HEI, SANS, fonts
from templates.designers.pieces import control, kept_together, only, paragraph, run, tagged

PLACES = ("first", "second", "third", "fourth")
LINE, LOW_LINE = 600, 480
"""The least heights of rows that are written in by hand: with narrow cells, and with others."""


def variants() -> str:
    """The tables, each there for the sheets that need it."""
    return "".join(
        only(f"if sheet.periods == {periods} and {'' if banded else 'not '}sheet.band_columns")
        + Variant(periods, banded).table()
        + only("endif")
        for banded in (False, True)
        for periods in (0, 2, 3, 4)
    )


class Column(NamedTuple):
    """One column of a sheet."""

    name: str
    width: int
    head: str
    group: str = ""
    """The head above it that it shares with its neighbours."""


class Variant(NamedTuple):
    """A table for sheets with so many columns for periods, and ``banded`` with one for each of four bands."""

    periods: int
    banded: bool

    def columns(self) -> list[Column]:
        """The columns. Where there are some for bands, how an indicator is worked out stands in a row of its own."""
        number = Column("number", 740, "{{ sheet.number_label }}")
        weight = Column("weight", 740, "{{ sheet.weight_label }}")
        actual = Column("actual", 1600, "{{ scorecard.actual_label }}")
        score = Column("score", 1100, "{{ scorecard.score_label }}")
        fixed = [*self.target_columns(), weight, *self.source_columns(), actual, *self.band_columns(), score]
        rest = WIDTH - sum(column.width for column in (number, *fixed))
        if self.banded:
            return [number, Column("name", rest, "{{ sheet.name_label }}"), *fixed]
        name = Column("name", rest * 3 // 8, "{{ sheet.name_label }}")
        return [number, name, Column("method", rest - name.width, "{{ sheet.method_label }}"), *fixed]

    def target_columns(self) -> list[Column]:
        """One column of targets, or one for each period."""
        label = "{{ sheet.target_label }}"
        if not self.periods:
            return [Column("targets", 1300 if self.banded else 1560, label)]
        width = {2: 1080, 3: 880, 4: 820}[self.periods]
        return [
            Column(f"{place}_target", width, f"{{{{ sheet.{place}_period_label }}}}", label)
            for place in PLACES[: self.periods]
        ]

    def source_columns(self) -> list[Column]:
        """Where figures come from, where there is room for it."""
        return [] if self.banded else [Column("source", 2000 if self.periods else 2200, "{{ sheet.source_label }}")]

    def band_columns(self) -> list[Column]:
        """A column for each band, to be ticked."""
        bands = [(f"{{{{ sheet.{place}_band_label }}}}", f"{{{{ sheet.{place}_band_range }}}}") for place in PLACES]
        return [
            Column("band", 1080, tagged(name, "BandColumn") + tagged(reach, "BandColumn"), "{{ sheet.bands_label }}")
            for name, reach in (bands if self.banded else ())
        ]

    def table(self) -> str:
        """The table: heads, lines, and the sum of the weights."""
        columns = self.columns()
        widths = [column.width for column in columns]
        nothing = line(widths, Box(len(widths), tagged("{{ scorecard.none }}", "SmallFigure")), height=LOW_LINE)
        return ruled(
            widths,
            *_heads(columns),
            rows_of(widths, "for line in sheet.lines", *self.line_rows(columns)),
            rows_of(widths, "if not sheet.lines", nothing),
            rows_of(widths, "if sheet.lines", _sum_row(columns)),
        )

    def line_rows(self, columns: list[Column]) -> list[str]:
        """The rows of an indicator; one whose target is the same in all periods has one cell for it."""
        widths = [column.width for column in columns]
        each = [_box(column.name) for column in columns]
        if not self.periods:
            return self.explained(widths, each)
        first = next(place for place, column in enumerate(columns) if column.name == "first_target")
        same = [*each[:first], _box("targets", self.periods), *each[first + self.periods :]]
        return [
            rows_of(widths, "if line.differs", *self.explained(widths, each)),
            rows_of(widths, "if not line.differs", *self.explained(widths, same)),
        ]

    def explained(self, widths: list[int], boxes: list[Box]) -> list[str]:
        """The row with these cells; where no column explains the indicator, a second row that stays with it does."""
        if not self.banded:
            return [line(widths, *boxes, height=LOW_LINE)]
        both = [boxes[0]._replace(merge="restart"), *boxes[1:]]
        below = Box(len(widths) - 1, run_in("line.method.details") + run_in("line.source.details"))
        number = Box(1, paragraph("", "Figure"), merge="continue")
        return [
            rows_of(
                widths, "if line.method.details or line.source.details",
                kept_together(line(widths, *both, height=LINE)), line(widths, number, below),
            ),
            rows_of(
                widths, "if not line.method.details and not line.source.details", line(widths, *boxes, height=LINE)
            ),
        ]  # fmt: skip


def _heads(columns: list[Column]) -> list[str]:
    """One row of heads, or two where some columns share a head."""
    widths = [column.width for column in columns]
    if not any(column.group for column in columns):
        return [line(widths, *(column_head(column.head) for column in columns), head=True)]
    above, below = [], []
    for place, column in enumerate(columns):
        if not column.group:
            above.append(column_head(column.head, merge="restart"))
            below.append(Box(1, paragraph("", "SheetColumn"), shade=True, merge="continue"))
            continue
        below.append(_own_head(column))
        if not place or columns[place - 1].group != column.group:
            above.append(column_head(column.group, sum(one.group == column.group for one in columns)))
    return [line(widths, *above, head=True), line(widths, *below, head=True)]


def _own_head(column: Column) -> Box:
    made = column.head if column.head.startswith("<w:p>") else tagged(column.head, "SheetColumn")
    return Box(1, made, shade=True, narrow=True)


def _box(name: str, span: int = 1) -> Box:
    narrow = name in ("number", "weight", "targets") or name.endswith("_target")
    return Box(span, _content(name), narrow=narrow)


def _content(name: str) -> str:
    """What stands in a column for one indicator; nothing in those that are filled in by hand."""
    if name.endswith("_target"):
        return tagged(f"{{{{ line.{name} }}}}", "Figure", "targets")
    contents = {
        "number": either("{{ line.number }}", "Figure", "({{ line.number }})", "SmallFigure", "number"),
        "name": named(),
        "method": details("line.method.details"),
        "targets": only("for target in line.targets") + tagged("{{ target }}", "Figure", "target") + only("endfor"),
        "weight": only("if line.weight")
        + either("{{ line.weight }}", "Figure", "({{ line.weight }})", "SmallFigure", "weight")
        + only("endif"),
        "source": details("line.source.details", unlabelled="source"),
    }
    return contents.get(name, paragraph(""))


def either(whole: str, style: str, part: str, part_style: str, field: str) -> str:
    """A paragraph for an indicator, and another one for a sub-indicator."""
    return (
        only("if line.is_part") + tagged(part, part_style, field) + only("endif")
        + only("if not line.is_part") + tagged(whole, style, field) + only("endif")
    )  # fmt: skip


def named() -> str:
    """The name of an indicator, and below it its code and type where not all have one."""
    return (
        either("{{ line.name }}", "", "{{ line.name }}", "SubIndicator", "name")
        + only("if line.aside.details") + tagged("{{ line.aside.details }}", "Detail", "dimension") + only("endif")
    )  # fmt: skip


def details(values: str, unlabelled: str = "") -> str:
    """Labels with their values, a paragraph for each; that of the field ``unlabelled`` has none."""
    title = "{{ detail.label }}{{ colon }}"
    if unlabelled:
        title = f'{{% if detail.field != "{unlabelled}" %}}{title}{{% endif %}}'
    value = control("{{ detail.field }}", "{{ detail.value }}")
    return only(f"for detail in {values}") + paragraph(_label(title) + value, "Note") + only("endfor")


def run_in(values: str) -> str:
    """Labels with their values in one paragraph."""
    between = "{% if not loop.first %}{{ between }}{% endif %}"
    entry = run(between) + _label("{{ detail.label }}{{ colon }}") + control("{{ detail.field }}", "{{ detail.value }}")
    made = paragraph(run(f"{{% for detail in {values} %}}") + entry + run("{% endfor %}"), "Note")
    return only(f"if {values}") + made + only("endif")


def _label(text: str) -> str:
    return f'<w:r><w:rPr>{fonts(SANS, HEI)}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _sum_row(columns: list[Column]) -> str:
    """The sum of the weights, and room for that of the scores."""
    before = next(place for place, column in enumerate(columns) if column.name == "weight")
    return line(
        [column.width for column in columns],
        Box(before, tagged("{{ scorecard.sum_label }}", "SheetColumn"), shade=True),
        Box(1, tagged("{{ sheet.weight_sum }}", "Figure"), narrow=True),
        blank(len(columns) - before - 2), blank(), height=LOW_LINE,
    )  # fmt: skip
