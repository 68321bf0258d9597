"""The head-count plan (定编表): the positions of each unit with their planned, filled and vacant heads, summed up.

Sums are ``SUBTOTAL``, which leaves out the subtotals inside its range: a unit sums up everything below its row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from posdoc.model import Position, PositionStatus, Unit
from posdoc.phrases import Phrase
from posdoc.tables.page import LINE, PADDING, Look, Page, PagedBook
from posdoc.tables.sheet import Formula, Value, cells, letter, sheet_name
from posdoc.tables.workbooks import Wish
from posdoc.tables.workbooks._frame import TITLE_HEIGHT, book_of, company_of, day_of, say, title_of
from posdoc.tables.workbooks._names import names_of
from posdoc.views.figures import Counted, Statistics
from posdoc.views.stats import measure
from posdoc.views.stats_view import notes_of
from posdoc.views.stats_view import title_of as name_of

ABOUT = Phrase(
    "定编表：各部门、各岗位的定员、在岗、空缺与满编率，小计与合计为公式",
    "head-count plan: planned, filled and vacant heads of each unit and position, summed up by formulas",
)
HEAD = 3
"""The row of the heads."""
SUMMED = ("planned", "planned_to", "filled", "acting", "vacant", "over", "counted")
_NUMBER, _PERCENT = "#,##0", "0%"
_DASH = '#,##0;-#,##0;"–"'
"""A number format that makes a dash of zero, so that vacancies meet the eye."""
_NO_ZERO = "#,##0;-#,##0;"
"""A number format for sums that are not known while nothing has been filled in."""
_WIDTHS = {"name": 24.0, "code": 12.0, "grade": 14.0, "remark": 34.0}
_NUMBER_WIDTH, _WIDEST_NAME, _WIDEST_GRADE = 11.0, 46, 26.0


class _Entry(NamedTuple):
    """One row: a unit, or a position where ``counted`` is given."""

    depth: int
    unit: Unit
    counted: Counted | None = None


def make(wish: Wish) -> PagedBook:
    """The plan as it stands on the day."""
    page = _Plan(wish, measure(wish.organization, wish.unit, wish.day)).page()
    return book_of(wish, "headcount", (page,), names_of("headcount", wish.words.language, page.title, ()))


def _entries(statistics: Statistics) -> list[_Entry]:
    """Each unit, its own positions, and the units below it."""
    found: list[_Entry] = []
    for one in statistics.units:
        found.append(_Entry(one.depth, one.unit))
        own = (counted for counted in statistics.counted if counted.position.unit == one.unit.id)
        found += [_Entry(one.depth + 1, one.unit, counted) for counted in own]
    return found


class _Plan:
    """Lays out one plan."""

    def __init__(self, wish: Wish, statistics: Statistics) -> None:
        self.wish = wish
        self.statistics = statistics
        self.words = wish.words
        self.entries = _entries(statistics)
        counted = statistics.counted
        self.has_ranges = any(one.planned.low != one.planned.high for one in counted)
        self.has_words = any(one.planned.unknown and one.filled for one in counted)
        grades = ["grade"] if any(one.position.grade for one in counted) else []
        acting = ["acting"] if statistics.total.acting else []
        ranges = ["planned_to"] if self.has_ranges else []
        hidden = ["counted"] if self.has_words else []
        self.names = [
            "name",
            "code",
            *grades,
            "planned",
            *ranges,
            "filled",
            *acting,
            "vacant",
            "over",
            "share",
            "remark",
        ]
        self.names += hidden

    def page(self) -> Page:
        widths = [_WIDTHS.get(name, _NUMBER_WIDTH) for name in self.names]
        names = (2 * entry.depth + cells(self.name_of(entry)) + 3 for entry in self.entries)
        widths[0] = min(_WIDEST_NAME, max(widths[0], *names)) if self.entries else widths[0]
        widths[2] = self.widest_grade() if "grade" in self.names else widths[2]
        page = Page(
            sheet_name(say(self.words, "headcount")),
            widths,
            header=(title_of(self.wish, "headcount"), day_of(self.wish)),
        )
        page.hidden = frozenset(place for place, name in enumerate(self.names) if name == "counted")
        self.head(page)
        for row, entry in enumerate(self.entries, HEAD + 1):
            self.entry(page, row, entry)
        last = HEAD + len(self.entries)
        if self.entries:
            self.sums(page, last + 1, HEAD + 1, last, "total", self.words.phrase("stats_total"))
        self.below(page, last + 2)
        page.frozen, page.repeated = f"B{HEAD + 1}", f"{HEAD}:{HEAD}"
        return page

    def widest_grade(self) -> float:
        """How wide the column of grades has to be."""
        grades = (cells(self.grade(one.position)) for one in self.statistics.counted)
        return min(_WIDEST_GRADE, max(_WIDTHS["grade"], max(grades) + 2.0))

    def head(self, page: Page) -> None:
        last = len(self.shown) - 1
        page.put(1, 0, title_of(self.wish, "headcount"), Look("title", "center"), to=last)
        page.grow(1, TITLE_HEIGHT)
        said = [company_of(self.wish), day_of(self.wish)]
        page.put(2, 0, "   ".join(part for part in said if part), Look("subtitle", "center"), to=last)
        for place, name in enumerate(self.names):
            side = "left" if name in ("name", "remark") else "center"
            page.put(HEAD, place, self.label(name), Look("head", side))
        page.grow(HEAD, LINE + 3 * PADDING)

    @property
    def shown(self) -> list[str]:
        """The columns that people see."""
        return [name for name in self.names if name != "counted"]

    def label(self, name: str) -> str:
        words = self.words
        planned = words.label(Position, "headcount")
        ends = {"planned": "lowest", "planned_to": "highest"}
        if name in ends:
            return words.bracketed(planned, say(words, ends[name])) if self.has_ranges else planned
        known = {"code": words.label(Position, "code"), "grade": words.label(Position, "grade")}
        stats = ("filled", "acting", "vacant", "over")
        return known.get(name) or (words.phrase(f"stats_{name}") if name in stats else say(words, f"headcount_{name}"))

    def cell(self, name: str, row: int) -> str:
        """The cell of a column in a row."""
        return f"{letter(self.names.index(name))}{row}"

    # --- rows -----------------------------------------------------------------------------------------------------

    def entry(self, page: Page, row: int, entry: _Entry) -> None:
        page.outline[row] = entry.depth
        if entry.counted is None:
            place = row - HEAD - 1
            within = next(
                (
                    number
                    for number, later in enumerate(self.entries[place + 1 :], place + 1)
                    if later.depth <= entry.depth
                ),
                len(self.entries),
            )
            title = self.name_of(entry)
            self.sums(page, row, row + 1, HEAD + within, "group", title, entry.depth, self.stated(entry.unit))
        else:
            self.position(page, row, entry.depth, entry.counted)

    def name_of(self, entry: _Entry) -> str:
        if entry.counted is not None:
            return name_of(self.words, entry.counted.position)
        return name_of(self.words, entry.unit) if entry.unit.id else self.words.phrase("stats_no_unit")

    def stated(self, unit: Unit) -> str:
        """The head count that the unit itself states."""
        count = self.words.headcount(unit.headcount) if unit.headcount else ""
        return self.words.labelled(self.words.phrase("stats_stated"), count) if count else ""

    def position(self, page: Page, row: int, depth: int, one: Counted) -> None:
        page.put(row, 0, name_of(self.words, one.position), Look("cell", indent=depth))
        values: dict[str, Value] = {
            "code": one.position.code or "",
            "grade": self.grade(one.position),
            **self.numbers(one, row),
            "share": self.share(row, self.known([one])) if not one.planned.unknown else None,
            "remark": self.remark(one),
        }
        for place, name in enumerate(self.names[1:], 1):
            page.put(row, place, values[name], self.look("cell", name))

    def numbers(self, one: Counted, row: int) -> dict[str, Value]:
        """The heads of a position; vacancies and what is over follow from the planned and the filled ones."""
        counts, is_frozen = not one.planned.unknown, one.position.status is PositionStatus.FROZEN
        planned, filled = self.cell("planned", row), self.cell("filled", row)
        upper = self.cell("planned_to", row) if self.has_ranges else planned
        held = f"{filled}-{self.cell('acting', row)}" if "acting" in self.names else filled
        return {
            "planned": one.planned.low if counts else self.in_words(one.position),
            "planned_to": one.planned.high if counts else None,
            "filled": one.filled,
            "acting": one.acting,
            "vacant": self.worked_out(f"MAX(0,{planned}-{filled})", filled, one.vacant)
            if counts and not is_frozen
            else None,
            "over": self.worked_out(f"MAX(0,{held}-{upper})", filled, one.over) if counts else None,
            "counted": Formula(f"IF(ISNUMBER({planned}),{filled},0)", one.filled if counts and one.filled else 0),
        }

    def worked_out(self, formula: str, filled: str, value: int | None) -> Formula:
        """A formula over the filled heads; nothing while they are not known."""
        if self.statistics.knows_people:
            return Formula(formula, value)
        return Formula(f'IF({filled}="","",{formula})', "")

    def in_words(self, position: Position) -> Value:
        """A head count that is no number, as it is written."""
        return self.words.text(position.headcount.text) if position.headcount else None

    def grade(self, position: Position) -> str:
        organization = self.wish.organization
        title = organization.grade_title(organization.workspace.grades, position.grade) if position.grade else None
        return self.words.text(title) or position.grade or ""

    def remark(self, one: Counted) -> str:
        words = self.words
        status = words.option(PositionStatus.FROZEN) if one.position.status is PositionStatus.FROZEN else ""
        return words.join([status, say(words, "headcount_unknown") if one.planned.unknown else ""])

    # --- sums -----------------------------------------------------------------------------------------------------

    def sums(
        self, page: Page, row: int, first: int, last: int, role: str, title: str, depth: int = 0, remark: str = ""
    ) -> None:
        """A row that sums up those from ``first`` to ``last``."""
        below = [entry.counted for entry in self.entries[first - HEAD - 1 : last - HEAD] if entry.counted is not None]
        page.put(row, 0, title, Look(role, indent=depth))
        for place, name in enumerate(self.names[1:], 1):
            value: Value = remark if name == "remark" else ""
            if name in SUMMED:
                column = letter(place)
                total = sum(_number(one, name) for one in below)
                value = Formula(f"SUBTOTAL(9,{column}{first}:{column}{last})", total) if first <= last else 0
            elif name == "share":
                value = self.share(row, self.known(below))
            page.put(row, place, value, self.look(role, name))

    def known(self, below: Sequence[Counted]) -> tuple[int, int]:
        """The planned heads of positions that state a number, and how many of them are filled."""
        numbered = [one for one in below if not one.planned.unknown]
        return sum(one.planned.low for one in numbered), sum(one.filled or 0 for one in numbered)

    def share(self, row: int, heads: tuple[int, int]) -> Formula:
        """Filled heads to planned ones, of the positions that state a number."""
        planned, filled = self.cell("planned", row), self.cell("counted" if self.has_words else "filled", row)
        value = heads[1] / heads[0] if heads[0] and self.statistics.knows_people else ""
        is_open = f"N({planned})=0" if self.statistics.knows_people else f"OR(N({planned})=0,N({filled})=0)"
        return Formula(f'IF({is_open},"",{filled}/{planned})', value)

    def look(self, role: str, name: str) -> Look:
        if name in ("code", "grade"):
            return Look(role, "center")
        if name == "remark":
            return Look(role)
        if name == "share":
            return Look(role, "center", _PERCENT)
        is_open = name in ("filled", "vacant", "over") and not self.statistics.knows_people
        usual = _DASH if name in ("acting", "vacant", "over") else _NUMBER
        if role == "cell":
            return Look("input" if is_open and name == "filled" else role, "center", usual)
        return Look(role, "center", _NO_ZERO if is_open else usual)

    # --- below ----------------------------------------------------------------------------------------------------

    def below(self, page: Page, row: int) -> None:
        """What has to be said of the numbers, and who signs."""
        words, total = self.words, self.statistics.total
        notes = list(notes_of(self.statistics, words))
        if self.has_ranges:
            notes.append(say(words, "headcount_ranges"))
        if total.proposed:
            notes.append(say(words, "headcount_proposed", posts=words.counted("posts", total.proposed)))
        last = len(self.shown) - 1
        for number, note in enumerate(notes, row):
            page.put(number, 0, note, Look("wrapped note"), to=last)
        signers = [say(words, f"signed_{name}") for name in ("prepared", "reviewed", "approved")]
        line = "        ".join(words.labelled(signer, "____________") for signer in signers)
        page.put(row + len(notes) + 1, 0, line, Look("text"), to=last)
        page.grow(row + len(notes) + 1, 2 * LINE)


def _number(one: Counted, name: str) -> int:
    if name in ("planned", "planned_to"):
        return one.planned.low if name == "planned" else one.planned.high
    if name == "counted":
        return 0 if one.planned.unknown else one.filled or 0
    if name == "vacant" and one.position.status is PositionStatus.FROZEN:
        return 0
    value: int | None = getattr(one, name)
    return value or 0
