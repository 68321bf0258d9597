"""The register of positions: one row each, with the columns that may be changed and read back told from the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from posdoc.locales.words import Words
from posdoc.model import (
    Document,
    Organization,
    OutsidePosition,
    PartialDate,
    Percent,
    Position,
    PositionStatus,
    Record,
    Text,
    Unit,
    field_of,
)
from posdoc.model.workspace import Grade
from posdoc.reviews.standing import Change, standings
from posdoc.views.printer import Printer
from posdoc.views.scope import positions_within

Scalar = str | int | float | date | None
LISTS = ("family", "grade", "level")
"""The fields that name an entry of a list in ``posdoc.yaml``."""
TEXTS = ("location", "employment", "pay_type", "purpose")
"""The texts that stand in the register in one language."""
_NO_DOCUMENT = Document()
SUPERIOR = "reports_to"
SUPERIOR_TITLE = "reports_to.title"
"""The path of the column that follows from :data:`SUPERIOR`."""


class RegisterColumn(NamedTuple):
    """One column. ``path`` is its name for programs: the path of a field, or a word for what follows from others."""

    path: str
    label: str
    is_open: bool
    """Whether what is written there can be taken back into the definition."""
    about: str
    """What stands there, or may be written there."""


class Register(NamedTuple):
    """The columns, a row for each position, and what may be written into columns that take one of a few words."""

    columns: tuple[RegisterColumn, ...]
    rows: tuple[Mapping[str, Scalar], ...]
    choices: Mapping[str, tuple[str, ...]]
    superiors: tuple[tuple[str, str], ...]
    """The id and title of each position that may be a superior, inside and outside."""


def view_register(
    organization: Organization, words: Words, unit: Unit | None = None, *, with_names: bool = False
) -> Register:
    """The positions of a unit and of those below it, or all; who holds them only ``with_names``."""
    made = _Columns(organization, words, with_names=with_names)
    columns = {column.path: (column, read) for column, read in made.columns()}
    rows = (
        {path: read(position) for path, (_, read) in columns.items()}
        for position in positions_within(organization, unit)
    )
    superiors: list[Position | OutsidePosition] = [*organization.positions, *organization.workspace.outside_positions]
    return Register(
        tuple(column for column, _ in columns.values()),
        tuple(rows),
        {**{name: made.entries(name) for name in LISTS}, "status": tuple(words.option(one) for one in PositionStatus)},
        tuple((str(one.id), words.text(one.title)) for one in superiors),
    )


Read = Callable[[Position], Scalar]


class _Columns:
    """Makes the columns in their order, each with the function that reads its cell."""

    def __init__(self, organization: Organization, words: Words, *, with_names: bool) -> None:
        self.organization = organization
        self.words = words
        self.with_names = with_names
        self.printer = Printer(organization, words)
        workspace = organization.workspace
        lists: tuple[tuple[Grade, ...], ...] = (workspace.families, workspace.grades, workspace.levels)
        self.lists = dict(zip(LISTS, lists, strict=True))

    def columns(self) -> Iterator[tuple[RegisterColumn, Read]]:
        yield from self.identity()
        yield from (self.listed(name) for name in LISTS if self.lists[name])
        yield from self.heads()
        yield from self.lines()
        yield from (self.text(name, self.words.language) for name in TEXTS)
        yield self.closed("duties.count", lambda position: len(position.duties))
        yield self.closed("duties.time", lambda position: sum_of_time(position))
        yield self.field("promotes_to", lambda position: self.printed(position, "promotes_to"), is_open=False)
        yield from self.document()
        yield self.closed("file", lambda position: position.path)

    def identity(self) -> Iterator[tuple[RegisterColumn, Read]]:
        yield self.closed("id", lambda position: position.id)
        yield self.field("code", lambda position: position.code)
        yield from (self.text("title", language, several=True) for language in self.organization.languages)
        yield self.closed("unit.title", lambda position: self.words.name(position.unit) if position.unit else "")
        yield self.closed("unit", lambda position: position.unit)

    def heads(self) -> Iterator[tuple[RegisterColumn, Read]]:
        yield self.field("headcount", self.headcount)
        if self.with_names:
            yield self.closed("incumbents", self.incumbents)
        if self.organization.people:
            yield self.closed("filled", self.organization.filled)

    def lines(self) -> Iterator[tuple[RegisterColumn, Read]]:
        column, read = self.field(SUPERIOR, lambda position: position.reports_to)
        yield column._replace(label=self.words.bracketed(column.label, self.words.phrase("register_mark"))), read
        yield self.closed(SUPERIOR_TITLE, self.superior)
        yield self.field("dotted_to", lambda position: self.printed(position, "dotted_to"), is_open=False)

    def document(self) -> Iterator[tuple[RegisterColumn, Read]]:
        yield self.field("status", lambda position: self.words.option(position.status or PositionStatus.ACTIVE))
        yield self.field("valid_from", lambda position: day(position.valid_from))
        yield self.field("valid_to", lambda position: day(position.valid_to))
        yield self.field("document.version", lambda position: (position.document or _NO_DOCUMENT).version)
        yield self.field("document.effective", lambda position: day((position.document or _NO_DOCUMENT).effective))
        if self.organization.reviews is not None:
            yield self.closed("review", self.review)

    # --- one column ---------------------------------------------------------------------------------------------

    def field(self, path: str, read: Read, *, is_open: bool = True) -> tuple[RegisterColumn, Read]:
        """The column of a field, under its own label."""
        cls, name = _home(path)
        info = field_of(cls, name)
        assert info is not None
        about = info.meaning.in_(self.words.language)
        return RegisterColumn(path, self.words.label(cls, info), is_open, about), read

    def closed(self, path: str, read: Read) -> tuple[RegisterColumn, Read]:
        """The column of what follows from other definitions, or from where the file lies."""
        name = path.replace(".", "_")
        about = self.words.phrase(f"register_{name}_about")
        return RegisterColumn(path, self.words.phrase(f"register_{name}"), is_open=False, about=about), read

    def text(self, name: str, language: str, *, several: bool = False) -> tuple[RegisterColumn, Read]:
        """The column of a text in one language: what is written in that language, and nothing else."""
        column, _ = self.field(name, lambda _: None)
        label = self.words.bracketed(column.label, language_name(self.words, language)) if several else column.label
        return column._replace(path=f"{name}.{language}", label=label), lambda p: _in(getattr(p, name), language)

    def listed(self, name: str) -> tuple[RegisterColumn, Read]:
        """The column of a field that names an entry of a list."""
        return self.field(name, lambda position: self.entry(name, getattr(position, name)))

    # --- one cell -----------------------------------------------------------------------------------------------

    def entries(self, name: str) -> tuple[str, ...]:
        """What the entries of a list are called, in its order."""
        return tuple(self.entry(name, str(entry.id)) for entry in self.lists[name])

    def entry(self, name: str, identity: str | None) -> str:
        """What an entry is called: its title; its id where another has that title."""
        entries = self.lists[name]
        titles = [self.words.text(entry.title) or str(entry.id) for entry in entries]
        title = next((title for entry, title in zip(entries, titles, strict=True) if entry.id == identity), "")
        return title if titles.count(title) == 1 else identity or ""

    def headcount(self, position: Position) -> Scalar:
        count = position.headcount
        if count is None:
            return None
        if count.low is None:
            return self.words.text(count.text)
        return count.low if count.low == count.high else str(count)

    def incumbents(self, position: Position) -> str:
        holders = self.organization.incumbents.get(position.id, ())
        return self.words.join(self.words.text(person.name) for person, _ in holders)

    def superior(self, position: Position) -> str:
        return self.words.name(position.reports_to) if position.reports_to else ""

    def review(self, position: Position) -> str:
        """How things stand with its review; nothing for an abolished position, which needs none."""
        standing = standings(self.organization).get(position.id)
        if standing is None:
            return ""
        if standing.stamp is None:
            return self.words.phrase("review_never")
        if standing.is_suspect:
            what = self.words.join(self.change(change) for change in standing.changes)
            return self.words.phrase("review_suspect", what=what)
        day = standing.stamp.date
        return self.words.phrase("review_current", date=day) if day else self.words.phrase("review_undated")

    def change(self, change: Change) -> str:
        """What has changed since a review, by its printed name."""
        shared = self.organization.shared_kpis.get(change.identity) if change.role == "kpi" else None
        if change.role == "translation":
            name = language_name(self.words, change.identity)
        else:
            name = self.words.text(shared.name) if shared is not None else self.words.name(change.identity)
        return change.told(name).in_(self.words.language)

    def printed(self, position: Position, name: str) -> str:
        info, value = field_of(Position, name), getattr(position, name)
        assert info is not None
        return str(self.printer.one_line(info, value)) if value else ""


def _home(path: str) -> tuple[type[Record], str]:
    """The record that a field belongs to, and its name there."""
    return (Document, path.removeprefix("document.")) if path.startswith("document.") else (Position, path)


def _in(text: Text | None, language: str) -> str:
    return text.languages.get(language, "") if text else ""


def day(stated: PartialDate | None) -> Scalar:
    """A date; a text where it is only a year or a month."""
    if stated is None:
        return None
    return date(*stated) if stated.day else str(stated)


def sum_of_time(position: Position) -> Scalar:
    """The shares of time of all duties together, as a part of one; a text for a range, nothing where none is stated."""
    times = [duty.time for duty in position.duties if duty.time is not None]
    if not times:
        return None
    low, high = (sum((getattr(time, end) for time in times), Decimal()) for end in ("low", "high"))
    return float(low / 100) if low == high else str(Percent(low, high)).replace("-", "–")


def language_name(words: Words, language: str) -> str:
    """What a language is called in the language of the words; its tag where there is no name for it."""
    return words.phrase(f"language_{language}") if f"language_{language}" in words.locale.phrases else language
