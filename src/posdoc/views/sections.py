"""The sections of a job description: all of them in the usual order, or those that the workspace asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from posdoc.locales.words import Words
from posdoc.model import Option, Position, Ref, SectionName, SectionOutput, Text, field_of
from posdoc.model.field_names import KINDS, PARTS, UNIT
from posdoc.views.blocks import Block, Cell, Cells, cells_of_points, field_cell, record_cells
from posdoc.views.printer import Printer
from posdoc.views.work import authority_cells, contact_cells, qualification_cells

SPECIAL = frozenset({
    "chart", "duties", "contacts", "qualifications", "assessment", "flows", "career", "revisions", "signoff",
})  # fmt: skip
"""The sections that hold more than rows of labels and values; a form prints each in its own way."""
ROWS = "rows"
"""The kind of every other section."""
_TITLED = frozenset({"objectives", "development", "sections"})


@dataclass(frozen=True)
class Presentation:
    """What a workspace asks of a document: see :class:`~posdoc.model.DocumentOutput`. ``form`` is its kind."""

    form: str = "standard"
    title: Text | None = None
    sections: tuple[SectionOutput, ...] = ()
    numbered: bool = True
    sign: bool | None = None

    @property
    def claimed(self) -> frozenset[str]:
        """The fields that sections ask for by name."""
        return frozenset(str(name) for section in self.sections for name in section.fields)


Builders = dict[str, Callable[[], Block | None]]


def parts_of(printer: Printer, builders: Builders, presentation: Presentation) -> list[Block]:
    """The sections in their order, each with its ``name``, ``kind`` and ``number``; empty ones are left out."""
    sections = presentation.sections or tuple(SectionOutput(section=name) for name in SectionName)
    parts = [part for section in sections if (part := _part(printer, builders, section)) is not None]
    for number, part in enumerate(parts, 1):
        part["number"] = printer.words.section_number(number) if presentation.numbered else ""
    return parts


def _part(printer: Printer, builders: Builders, section: SectionOutput) -> Block | None:
    name = section.section.value if section.section else ""
    made = builders[name]() if name and (name in SPECIAL or not section.fields) else None
    rows = {"rows": Cells(cells_of_fields(printer, section.fields))} if section.fields else {}
    if made is None and not rows.get("rows"):
        return None
    title = printer.words.text(section.title) or (made or {}).get("title") or _title(printer.words, name)
    kind = name if made is not None and name in SPECIAL else ROWS
    return {"rows": Cells(()), **(made or {}), **rows, "title": title, "name": name, "kind": kind}


def _title(words: Words, name: str) -> str:
    return words.section(name) if name else ""


def cells_of_fields(printer: Printer, names: Iterable[Ref]) -> list[Cell]:
    """The fields of a position by name, in this order; those that are not stated are left out."""
    return [cell for name in names for cell in _cells_of(printer, str(name))]


def _cells_of(printer: Printer, name: str) -> Iterable[Cell]:
    position = printer.position
    whole, _, part = name.partition(".")
    if name == UNIT:
        return [unit_cell(printer)]
    if part and whole in KINDS:
        return _of_kind(printer, whole, part)
    if part:
        record = getattr(position, whole)
        return [_field(printer, record, part)] if record is not None else []
    if name in PARTS:
        return record_cells(Printer(printer.organization, printer.words, position), getattr(position, name))
    if name in KINDS:
        return _WRITERS[name](printer, getattr(position, name))
    if name in _TITLED:
        return cells_of_points(printer, name, getattr(position, name))
    return [_field(printer, position, name)]


def unit_cell(printer: Printer) -> Cell:
    """The unit that a position is in."""
    unit = printer.position.unit
    return Cell(UNIT, printer.words.phrase("unit"), [printer.words.name(unit)] if unit else [])


def _of_kind(printer: Printer, whole: str, part: str) -> Iterator[Cell]:
    attribute = KINDS[whole][1]
    entries = [entry for entry in getattr(printer.position, whole) if _value(getattr(entry, attribute)) == part]
    return _WRITERS[whole](printer, entries)


def _value(choice: Option | None) -> str:
    return choice.value if choice else ""


def _field(printer: Printer, record: Any, name: str) -> Cell:
    info = field_of(type(record), name)
    assert info is not None, name
    value = getattr(record, info.attribute)
    if value is None or value == ():
        return Cell(name, "")
    return field_cell(printer, type(record), info, value)


_WRITERS: dict[str, Callable[[Printer, Iterable[Any]], Iterator[Cell]]] = {
    "authority": authority_cells,
    "contacts": contact_cells,
    "qualifications": qualification_cells,
}


def without_claimed(position: Position, claimed: frozenset[str]) -> Position:
    """The position without the lists that another section prints as fields."""
    taken = {name for name in ("authority", "contacts", "qualifications", "flows", "duties") if name in claimed}
    if not taken:
        return position
    return Position.build({**position.__dict__, **dict.fromkeys(taken, ())}, position.origins)
