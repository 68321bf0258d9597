"""The register of positions (岗位一览表): to be looked through, and to be changed and read back."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

from posdoc.model import people_on
from posdoc.phrases import Phrase
from posdoc.tables.listing import list_page
from posdoc.tables.page import Allowed, Page, PagedBook
from posdoc.tables.sheet import Column, Formula, Kind, Row, Sheet, Value, column_range, letter
from posdoc.tables.workbooks import Wish
from posdoc.tables.workbooks._frame import book_of, day_of, notes_page, say, title_of
from posdoc.tables.workbooks._names import names_of
from posdoc.views.register import SUPERIOR, SUPERIOR_TITLE, Register, RegisterColumn, Scalar, view_register

ABOUT = Phrase(
    "岗位一览表：一个岗位一行，可修改的列改完能读回",
    "register of positions: a row each; the columns that may be changed can be read back",
)
DIGEST = "digest"
"""The path of the hidden column with the digests of the positions."""
_KINDS = {
    "filled": Kind.COUNT, "duties.count": Kind.COUNT, "duties.time": Kind.PERCENT,
    "valid_from": Kind.DATE, "valid_to": Kind.DATE, "document.effective": Kind.DATE,
}  # fmt: skip
_CENTRED = (*_KINDS, "headcount", "document.version", "status")
_WIDEST = {"purpose": 60, "dotted_to": 30, "promotes_to": 40, "review": 40, "file": 60}
_USUAL = 26
_PAGE = 150
"""How wide a printed page is, in digits."""


def make(wish: Wish) -> PagedBook:
    """The register, how it is used, and what may be chosen."""
    register = view_register(people_on(wish.organization, wish.day), wish.words, wish.unit, with_names=wish.with_names)
    made = _Book(wish, register)
    table, choices = made.table(), made.choices()
    paths = [*(column.path for column in register.columns), DIGEST]
    names = names_of("register", wish.words.language, table.title, paths)
    return book_of(wish, "register", (table, made.notes(), choices), names)


class _Book:
    """Makes the sheets of one register."""

    def __init__(self, wish: Wish, register: Register) -> None:
        self.wish = wish
        self.words = wish.words
        self.register = register
        self.places = {column.path: place for place, column in enumerate(register.columns)}
        self.lists = {name: found for name, found in register.choices.items() if name in self.places and found}

    def table(self) -> Page:
        columns = [*(self.column(column) for column in self.register.columns), Column(DIGEST, is_hidden=True)]
        rows = [self.row(number, row) for number, row in enumerate(self.register.rows, 2)]
        fixed = 1 + self.places[f"title.{self.wish.organization.languages[0]}"]
        sheet = Sheet(
            "register",
            say(self.words, "register"),
            tuple(columns),
            tuple(rows),
            fixed=fixed,
            nothing=self.words.phrase("none"),
        )
        page = list_page(sheet, title_of(self.wish, "register"))
        page.header = (title_of(self.wish, "register"), day_of(self.wish))
        page.pages_wide = max(1, -(-int(sum(page.widths[:-1])) // _PAGE))
        page.repeated_columns = f"A:{letter(fixed - 1)}"
        page.printed = f"A1:{letter(len(columns) - 2)}{len(rows) + 1}"
        if rows:
            page.allowed = [*(self.allowed(name, len(rows)) for name in (*self.lists, SUPERIOR))]
        return page

    def column(self, column: RegisterColumn) -> Column:
        name = column.path.partition(".")[0]
        side = "center" if column.path in _CENTRED else ""
        return Column(
            column.label, _KINDS.get(column.path, Kind.TEXT), _WIDEST.get(name, _USUAL), column.is_open, side=side
        )

    def row(self, number: int, row: Mapping[str, Scalar]) -> Row:
        cells = [self.cell(path, value, number) for path, value in row.items()]
        return Row((*cells, self.wish.digests.get(str(row["id"]), "")))

    def cell(self, path: str, value: Scalar, number: int) -> Value:
        if path == SUPERIOR_TITLE and self.register.superiors:
            identity = f"{letter(self.places[SUPERIOR])}{number}"
            ids, titles = self.range("reports_to"), self.range(SUPERIOR_TITLE)
            found = f'IFERROR(INDEX({titles},MATCH({identity},{ids},0)),"")'
            return Formula(f'IF({identity}="","",{found})', str(value or ""))
        return value

    # --- what may be chosen ---------------------------------------------------------------------------------------

    def allowed(self, name: str, rows: int) -> Allowed:
        place = letter(self.places[name])
        label = self.register.columns[self.places[name]].label
        message = say(self.words, "choose", column=label, sheet=say(self.words, "choices"))
        return Allowed(f"{place}2:{place}{rows + 1}", message, self.range(name))

    def range(self, name: str) -> str:
        """The cells of the sheet of choices that hold what a column may have."""
        names = [*self.lists, SUPERIOR, SUPERIOR_TITLE]
        many = len(self.lists[name]) if name in self.lists else len(self.register.superiors)
        return column_range(say(self.words, "choices"), names.index(name), many)

    def choices(self) -> Page:
        ids = tuple(identity for identity, _ in self.register.superiors)
        titles = tuple(title for _, title in self.register.superiors)
        names = [*self.lists, SUPERIOR, SUPERIOR_TITLE]
        heads = (Column(self.register.columns[self.places[name]].label) for name in names)
        rows = (Row(cells) for cells in zip_longest(*self.lists.values(), ids, titles))
        sheet = Sheet("choices", say(self.words, "choices"), tuple(heads), tuple(rows))
        page = list_page(sheet, title_of(self.wish, "register"))
        page.filtered, page.frozen = "", "A2"
        return page

    # --- how it is used -------------------------------------------------------------------------------------------

    def notes(self) -> Page:
        words = self.words
        sentences = [say(words, f"register_note_{number}") for number in range(1, 6)]
        heads = [say(words, name) for name in ("column", "use", "about")]
        rows = [
            [column.label, say(words, "open" if column.is_open else "closed"), column.about]
            for column in self.register.columns
        ]
        return notes_page(self.wish, "register", sentences, heads, rows, (26, 12, 62))
