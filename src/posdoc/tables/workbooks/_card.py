"""The scorecard of one position as a page: what is filled in is yellow, what follows from it is a formula."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from posdoc.tables.page import GENERAL, LINE, PADDING, Allowed, Look, Page
from posdoc.tables.sheet import Formula, Value, letter
from posdoc.tables.workbooks import Wish
from posdoc.tables.workbooks._frame import TITLE_HEIGHT, company_of, say, title_of
from posdoc.views.score_sheets import Grading, Measure, ScoreCard, ScoreSheet, Share

_PERCENT, _SCORE = "0%", "0.00"
_WIDTHS = {
    "number": 10.0, "name": 22.0, "formula": 34.0, "criteria": 36.0, "target": 11.0, "weight": 9.0, "actual": 14.0,
    "score": 9.0, "weighted": 11.0,
}  # fmt: skip
_LINK_WIDTH = 10.0
_LABEL, _CENTRED, _TEXT = Look("label", "center"), Look("cell", "center"), Look("text")
_INPUT = Look("input", "center", GENERAL)
_COMMENT_HEIGHT = 56.0


class Scored(NamedTuple):
    """Where the results of a set stand: the weighted scores, their sum, the composite score (if any) and the grade."""

    area: str
    total: str
    composite: str
    grade: str


class CardPage:
    """Lays out one scorecard."""

    def __init__(self, wish: Wish, card: ScoreCard, title: str, overview: str, incumbent: str) -> None:
        self.wish = wish
        self.words = wish.words
        self.card = card
        targets = max(1, *(len(sheet.target_heads) for sheet in card.sheets))
        texts = [name for name in ("formula", "criteria") if any(name in sheet.heads for sheet in card.sheets)]
        names = ["number", "name", *texts, *["target"] * targets, "weight", "actual", "score", "weighted"]
        self.names = names
        widths = [_WIDTHS[name] for name in names]
        self.page = Page(title, [*widths, _LINK_WIDTH], header=(title_of(wish, "scorecards"), card.title))
        self.last = len(names) - 1
        self.row = 1
        self.scored: list[Scored] = []
        self.overall = ""
        self.scores: dict[float, list[str]] = {}
        """The cells to be scored, by their highest score."""
        self.head(overview, incumbent)
        for number, sheet in enumerate(card.sheets):
            if number:
                self.page.breaks.append(self.row - 1)
            if len(card.sheets) == 1:
                heads = self.row + bool(sheet.title)
                self.page.repeated = f"{heads}:{heads}"
            self.scored.append(self.sheet(sheet))
        if card.is_weighed:
            self.overall = self.all_sheets()
        self.foot()
        for highest, cells in self.scores.items():
            message = say(self.words, "score_range", highest=f"{highest:g}")
            self.page.allowed.append(Allowed(" ".join(cells), message, high=highest))
        self.page.printed = f"A1:{letter(self.last)}{self.row - 1}"

    # --- where things stand ---------------------------------------------------------------------------------------

    def place(self, name: str) -> int:
        """The place of a column."""
        return self.names.index(name)

    def cell(self, name: str, row: int) -> str:
        """The cell of a column in a row."""
        return f"{letter(self.place(name))}{row}"

    def put(self, name: str, value: Value, look: Look) -> None:
        """Fill a cell of the current row."""
        self.page.put(self.row, self.place(name), value, look)

    def wide(self, first: int, last: int, value: Value, look: Look) -> None:
        """Fill cells of the current row that are one."""
        self.page.put(self.row, first, value, look, to=last)

    # --- head and foot --------------------------------------------------------------------------------------------

    def head(self, overview: str, incumbent: str) -> None:
        words, card, page = self.words, self.card, self.page
        title = words.bracketed(say(words, "scorecards"), card.title)
        self.wide(0, self.last, title, Look("title", "center"))
        page.grow(1, TITLE_HEIGHT)
        quoted = overview.replace("'", "''")
        page.put(1, self.last + 1, f"← {overview}", Look("plain link"), link=f"'{quoted}'!A1")
        page.heights[1] = TITLE_HEIGHT
        self.row = 2
        self.wide(0, self.last, company_of(self.wish), Look("subtitle", "center"))
        self.row = 3
        pairs = (
            ("position", card.title),
            ("code", card.position.code or ""),
            ("department", card.department),
            ("assessor", card.assessor),
        )
        said = "      ".join(words.labelled(card.labels[name], value) for name, value in pairs if value)
        self.wide(0, self.last, said, _TEXT)
        self.row = 4
        self.put("number", card.labels["incumbent"], _LABEL)
        self.put("name", incumbent, Look("input", "left", GENERAL))
        page.put(4, 2, card.labels["period"], Look("text", "right"))
        page.put(4, 3, None, Look("input", "left", GENERAL), to=4)
        page.grow(4, LINE + 2 * PADDING)
        self.row = 6

    def foot(self) -> None:
        words, labels, page = self.words, self.card.labels, self.page
        self.wide(0, 1, labels["comments"], Look("label"))
        self.wide(2, self.last, None, Look("input", "left", GENERAL))
        page.grow(self.row, _COMMENT_HEIGHT)
        self.row += 2
        line = "      ".join(words.labelled(signer, "______________") for signer in self.card.signers)
        self.wide(0, self.last, f"{line}      {words.labelled(say(words, 'date'), '______________')}", _TEXT)
        page.grow(self.row, 2 * LINE)
        self.row += 1

    # --- one set --------------------------------------------------------------------------------------------------

    def sheet(self, sheet: ScoreSheet) -> Scored:
        """The block of one set."""
        if sheet.title:
            self.wide(0, self.last, sheet.title, Look("section"))
            self.page.grow(self.row, LINE + 2 * PADDING)
            self.row += 1
        self.heads(sheet)
        rows = self.measures(sheet)
        area = (
            f"{self.cell('weighted', rows[0])}:{self.cell('weighted', rows[-1])}"
            if rows
            else self.cell("weighted", self.row)
        )
        total = self.total(sheet, rows, area)
        composite = self.composite(sheet, total) if sheet.composite else ""
        grade_row = self.row
        self.row += 1
        table = self.bands(sheet) if sheet.bands else None
        after = self.row
        self.row = grade_row
        grade = self.grade(sheet, table, composite or total, "" if composite else f"COUNT({area})<{len(sheet.first)}")
        self.row = after
        for remark in sheet.remarks:
            self.wide(0, self.last, remark, Look("wrapped note"))
            self.row += 1
        self.row += 1
        return Scored(area, total, composite, grade)

    def heads(self, sheet: ScoreSheet) -> None:
        labels = {**self.card.labels, **sheet.heads, "weighted": say(self.words, "weighted")}
        for name in self.names:
            if name != "target":
                self.put(name, labels.get(name, ""), Look("head", "center"))
        self.targets(sheet.target_heads or (sheet.heads["target"],), Look("head", "center"))
        self.page.grow(self.row, LINE + 2 * PADDING)
        self.row += 1

    def targets(self, texts: Sequence[str], look: Look) -> None:
        """The targets in their columns; the last one goes on where another set has more of them."""
        first, last = self.place("target"), self.place("weight") - 1
        for place, text in enumerate(texts, first):
            end = last if place - first == len(texts) - 1 else place
            self.wide(place, end, text, look)

    def measures(self, sheet: ScoreSheet) -> list[int]:
        """The lines of the indicators; returns their rows."""
        rows: list[int] = []
        for one in sheet.measures:
            if one.group:
                self.wide(0, self.last, one.group, Look("label"))
                self.row += 1
            rows.append(self.row)
            self.measure(one)
            self.row += 1
        for one, row in zip(sheet.measures, rows, strict=True):
            self.score(sheet, one, row, rows)
        return rows

    def measure(self, one: Measure) -> None:
        self.put("number", one.number, Look("cell", "right" if one.depth else "center"))
        self.put("name", one.name, Look("cell", indent=one.depth))
        for name, text in (("formula", one.formula), ("criteria", one.criteria)):
            if name in self.names:
                self.put(name, text, Look())
        self.targets(one.targets or ("",), _CENTRED)
        stated = isinstance(one.weight, float)
        self.put("weight", one.weight, Look("cell" if stated else "input", "center", _PERCENT))
        self.put("actual", None, _INPUT)
        self.page.grow(self.row, LINE + 2 * PADDING)

    def score(self, sheet: ScoreSheet, one: Measure, row: int, rows: Sequence[int]) -> None:
        """The score, which is filled in or follows from the parts, and what it counts for."""
        self.page.put(row, self.place("score"), None, _INPUT)
        if one.parts:
            parts = [rows[place] for place in one.parts]
            scores = [self.cell("score", part) for part in parts]
            weights = [self.cell("weight", part) for part in parts]
            summed = "+".join(f"{weight}*{score}" for weight, score in zip(weights, scores, strict=True))
            formula = f'IF(COUNT({",".join(scores)})<{len(parts)},"",ROUND(({summed})/SUM({",".join(weights)}),2))'
            self.page.put(row, self.place("score"), Formula(formula, ""), Look("cell", "center", _SCORE))
        else:
            self.allow(row, sheet.highest)
        self.page.put(
            row, self.place("weighted"), "" if one.depth else self.weighted(row), Look("cell", "center", _SCORE)
        )

    def weighted(self, row: int) -> Formula:
        """What a score counts for; nothing while it, or its weight, is not there."""
        weight, score = self.cell("weight", row), self.cell("score", row)
        return Formula(f'IF(COUNT({weight},{score})=2,{weight}*{score},"")', "")

    def allow(self, row: int, highest: float) -> None:
        """Let only a score be typed into the cell of one."""
        self.scores.setdefault(highest, []).append(self.cell("score", row))

    # --- results --------------------------------------------------------------------------------------------------

    def total(self, sheet: ScoreSheet, rows: Sequence[int], area: str) -> str:
        """The row of the sum; returns the cell of the score."""
        first = [self.cell("weight", rows[place]) for place in sheet.first]
        stated = [sheet.measures[place].weight for place in sheet.first]
        known = [weight for weight in stated if isinstance(weight, float)]
        weights = Formula(f"SUM({','.join(first)})", round(sum(known), 4)) if first else ""
        return self.sum_row(self.card.labels["result"], weights, f'IF(COUNT({area})=0,"",ROUND(SUM({area}),2))')

    def sum_row(self, label: str, weights: Value, formula: str) -> str:
        """A row with the sum of weights and a score."""
        self.wide(0, self.place("weight") - 1, label, Look("total", "right"))
        self.put("weight", weights, Look("total", "center", _PERCENT))
        for name in ("actual", "score"):
            self.put(name, "", Look("total", "center"))
        self.put("weighted", Formula(formula, ""), Look("result", "center", _SCORE))
        self.page.grow(self.row, LINE + 2 * PADDING)
        self.row += 1
        return self.cell("weighted", self.row - 1)

    def composite(self, sheet: ScoreSheet, total: str) -> str:
        """The parts of the composite score; returns its cell."""
        first = self.row
        for part in sheet.composite:
            self.part(part, total if part.is_own else "", sheet.highest)
        return self.sum_of_parts(sheet.heads["composite"], [part.weight for part in sheet.composite], first)

    def part(self, part: Share, source: str, highest: float) -> None:
        """One part of a score, taken from the cell ``source`` or filled in."""
        self.wide(0, 1, part.title, Look("label"))
        self.wide(2, self.place("weight") - 1, part.explanation, Look())
        stated = isinstance(part.weight, float)
        self.put("weight", part.weight, Look("cell" if stated else "input", "center", _PERCENT))
        self.put("actual", "", _CENTRED)
        self.put("score", Formula(source, "") if source else None, Look("cell", "center", _SCORE) if source else _INPUT)
        if not source:
            self.allow(self.row, highest)
        self.put("weighted", self.weighted(self.row), Look("cell", "center", _SCORE))
        self.row += 1

    def sum_of_parts(self, label: str, weights: Sequence[float | str | None], first: int) -> str:
        """The sum of the parts from the row ``first`` on, once all are there; returns its cell."""
        area = f"{self.cell('weighted', first)}:{self.cell('weighted', self.row - 1)}"
        summed = f"SUM({self.cell('weight', first)}:{self.cell('weight', self.row - 1)})"
        value = round(sum(weight for weight in weights if isinstance(weight, float)), 4)
        return self.sum_row(label, Formula(summed, value), f'IF(COUNT({area})<{len(weights)},"",ROUND(SUM({area}),2))')

    def all_sheets(self) -> str:
        """How the sets make one score; returns its cell."""
        self.wide(0, self.last, say(self.words, "all_sets"), Look("section"))
        self.row += 1
        first = self.row
        for sheet, scored in zip(self.card.sheets, self.scored, strict=True):
            self.part(
                Share(sheet.title, "", sheet.weight, is_own=True), scored.composite or scored.total, sheet.highest
            )
        cell = self.sum_of_parts(
            say(self.words, "overview_overall"), [sheet.weight for sheet in self.card.sheets], first
        )
        self.row += 1
        return cell

    # --- grades ---------------------------------------------------------------------------------------------------

    def bands(self, sheet: ScoreSheet) -> tuple[int, int]:
        """The table of the bands, the highest first; returns its first and last row."""
        words = self.words
        heads = (sheet.heads["bands"], say(words, "band_from"), say(words, "band_to"), sheet.heads["consequence"])
        self.band(heads, Look("head", "center"), Look("head", "center"), Look("head"))
        first = self.row
        for band in reversed(sheet.bands):
            self.band(
                (band.label, _lowest(band), band.high, band.consequence),
                Look("cell", "center"), Look("cell", "center", GENERAL), Look(),
            )  # fmt: skip
        return first, self.row - 1

    def band(self, cells: Sequence[Value], label: Look, number: Look, text: Look) -> None:
        self.wide(0, 1, cells[0], label)
        for place in (2, 3):
            self.page.put(self.row, place, cells[place - 1], number)
        self.wide(4, self.last, cells[3], text)
        self.row += 1

    def grade(self, sheet: ScoreSheet, table: tuple[int, int] | None, score: str, is_open: str) -> str:
        """The row of the grade, worked out from the bands, else filled in; returns its cell."""
        self.wide(0, self.place("score") - 1, self.card.labels["grade"], Look("total", "right"))
        value: Value = None
        if table is not None and sheet.is_graded:
            value = Formula(_grade(table, score, is_open), "")
        look = Look("result", "center", GENERAL) if value is not None else _INPUT
        self.wide(self.place("score"), self.place("weighted"), value, look)
        self.page.grow(self.row, LINE + 2 * PADDING)
        return self.cell("score", self.row)


def _lowest(band: Grading) -> float | None:
    """Where a band begins: one without a lower end begins with the lowest score."""
    return 0 if band.low is None and band.high is not None else band.low


def _grade(table: tuple[int, int], score: str, is_open: str) -> str:
    """The band of a score: the highest one includes its upper end, the others do not; a dash where there is none."""
    top, bottom = table
    labels, lows, highs = (f"${name}${top}:${name}${bottom}" for name in "ACD")
    best = f'AND({score}>=C{top},OR(D{top}="",{score}<=D{top}))'
    among = f'COUNTIFS({lows},"<="&{score},{highs},">"&{score})'
    place = f'{bottom - top + 2}-COUNTIF({lows},"<="&{score})'
    found = f'IF({best},A{top},IF({among}=0,"—",INDEX({labels},{place})))'
    open_ = f'OR({score}="",{is_open})' if is_open else f'{score}=""'
    return f'IF({open_},"",{found})'
