"""The sections of a job description: all of them in the usual order, or those that the workspace asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from posdoc.locales.words import Words
from posdoc.model import POSITION_SECTIONS, FieldOutput, Option, Position, SectionOutput, Text, field_of
from posdoc.model.field_names import INCUMBENTS, KINDS, PARTS, SINCE, UNIT, kind_of
from posdoc.template.marks import marked
from posdoc.views.blocks import Block, Cell, Cells, cells_of_points, field_cell, record_cells
from posdoc.views.printer import Printer
from posdoc.views.work import Numbered, authority_cells, contact_cells, duty_cells, qualification_cells

SPECIAL = frozenset({
    "chart", "duties", "contacts", "qualifications", "assessment", "flows", "career", "revisions", "signoff",
})  # fmt: skip
"""The sections that hold more than rows of labels and values; a form prints each in its own way."""
_OF_OTHERS = (UNIT, INCUMBENTS, SINCE)
"""What a section may print of a position that stands elsewhere."""
ROWS, BLANK, HEADING = "rows", "blank", "heading"
"""The kinds of every other section, of one that is to be filled in by hand, and of what heads a part."""
_TITLED = frozenset({"objectives", "development", "sections"})


@dataclass(frozen=True)
class Presentation:
    """What a workspace asks of a document: see :class:`~posdoc.model.DocumentOutput`. ``form`` is its kind."""

    form: str = "standard"
    title: Text | None = None
    sections: tuple[SectionOutput, ...] = ()
    numbered: bool = True
    blanks: bool = False
    without: frozenset[str] = frozenset()
    """The parts of a view that a form does not print, of those that are dear to make: scorecard, posting."""
    fields: frozenset[str] | None = None
    """The fields that a form prints one by one, in places of its own; None where that may be any."""
    sign: bool | None = None

    @property
    def claimed(self) -> frozenset[str]:
        """The fields that sections ask for by name."""
        return frozenset(str(one.field) for section in self.sections for one in section.fields)


Builders = dict[str, Callable[[], Block | None]]


def parts_of(printer: Printer, builders: Builders, presentation: Presentation) -> list[Block]:
    """The sections in their order, each with its ``name``, ``kind`` and ``number``.

    Those that the definition does not fill are left out, or are blank where the workspace asks for blanks.
    """
    asked = presentation.sections or tuple(SectionOutput(section=name) for name in POSITION_SECTIONS)
    made = ((_part(printer, builders, section, presentation.blanks), section) for section in asked)
    parts = [(part, section) for part, section in made if part is not None]
    return numbered(printer.words, parts, presentation)


def numbered(words: Words, parts: Iterable[tuple[Block, SectionOutput]], presentation: Presentation) -> list[Block]:
    """Sections with their numbers, which begin anew below the heading of a part; one without a title is not counted."""
    number, found = 0, []
    for part, section in parts:
        if section.untitled:
            part["title"] = ""
        own = section.numbered if section.numbered is not None else presentation.numbered
        counted = bool(own and part["title"] and part["kind"] != HEADING)
        number = 0 if part["kind"] == HEADING else number + counted
        part["number"] = words.section_number(number) if counted else ""
        found.append(part)
    return found


def _part(printer: Printer, builders: Builders, section: SectionOutput, blanks: bool) -> Block | None:
    name = section.section.value if section.section else ""
    build = builders.get(name)
    made = build() if build and (name in SPECIAL or not section.fields) else None
    rows = {"rows": Cells(cells_of_fields(printer, section.fields, blanks))} if section.fields else {}
    title = printer.words.text(section.title) or (made or {}).get("title") or _title(printer.words, name)
    if made is None and not rows.get("rows"):
        return {"rows": Cells(()), "title": title, "name": name, "kind": BLANK} if blanks else None
    kind = name if made is not None and name in SPECIAL else ROWS
    part = {"rows": Cells(()), **(made or {}), **rows, "title": title, "name": name, "kind": kind}
    part["rows"] = _without_needless_label(part["rows"], section, title)
    return part


def _without_needless_label(rows: Cells, section: SectionOutput, title: str) -> Cells:
    """A single text needs no label below a title that says the same, or that the workspace gave it."""
    labelled = any(one.label for one in section.fields)
    if len(rows) == 1 and not labelled and (section.title or section.untitled or rows[0].label == title):
        return Cells([rows[0]._replace(label="")])
    return rows


def _title(words: Words, name: str) -> str:
    return words.section(name) if name else ""


def cells_of_fields(printer: Printer, fields: Iterable[FieldOutput], blanks: bool = False) -> list[Cell]:
    """The fields of a position by name, in this order; those that are not stated are left out, or are ``blanks``."""
    found: list[Cell] = []
    for one in fields:
        name, label = str(one.field), printer.words.text(one.label)
        cells = list(Cells(_cells_of(printer, name)))
        if not cells and blanks:
            cells = [_blank(printer, name)]
        found += [cell._replace(label=label) if label and len(cells) == 1 else cell for cell in cells]
    return found


def _blank(printer: Printer, name: str) -> Cell:
    """What stands where a field is not stated: nothing, or for reports the words that take the numbers."""
    words = printer.words
    whole, _, part = name.partition(".")
    is_field = name not in _OF_OTHERS and not (part and whole in KINDS)
    text = words.phrase("blank_reports") if name in ("direct_reports", "indirect_reports") else ""
    path = printer.path(name) if is_field and not text else ""
    return Cell(marked(name, path), label_of(words, name), [marked(text, path)])


def label_of(words: Words, name: str) -> str:
    """The printed label of a field by its name."""
    whole, _, part = name.partition(".")
    if name in _OF_OTHERS:
        standard = {UNIT: words.phrase("unit"), INCUMBENTS: words.phrase("incumbents"), SINCE: words.phrase("since")}
        return words.own_label(f"position.{name}") or standard[name]
    if part and whole in KINDS:
        return words.option(kind_of(*KINDS[whole]).of(part))
    return words.label(PARTS[whole], part) if part else words.label(Position, name)


def _cells_of(printer: Printer, name: str) -> Iterable[Cell]:
    position = printer.position
    whole, _, part = name.partition(".")
    if name in _OWN:
        return [_OWN[name](printer)]
    if part and whole in KINDS:
        return _of_kind(printer, whole, part)
    if part:
        record = getattr(position, whole)
        return [_field(printer, record, part, printer.path(name))] if record is not None else []
    if name in PARTS:
        unclaimed = Printer(printer.organization, printer.words, position)
        return record_cells(unclaimed, getattr(position, name), at=printer.path(name))
    if name in _WRITERS:
        return _WRITERS[name](printer, enumerate(getattr(position, name)))
    if name in _TITLED:
        return cells_of_points(printer, name, getattr(position, name))
    return [_field(printer, position, name, printer.path(name))]


def unit_cell(printer: Printer) -> Cell:
    """The unit that a position is in."""
    unit = printer.position.unit
    return Cell(UNIT, label_of(printer.words, UNIT), [printer.words.name(unit)] if unit else [])


def _superiors(printer: Printer) -> Cell:
    """The superior, and those who share the lead where they are not asked for on their own."""
    position = printer.position
    names = [position.reports_to] if position.reports_to else []
    names += position.co_managed_by if "co_managed_by" not in printer.claimed else ()
    path = printer.path("reports_to") if names == [position.reports_to] else ""
    lines = [marked(printer.words.names(names), path)] if names else []
    return Cell(marked("reports_to", path), printer.words.label(Position, "reports_to"), lines)


def _incumbents(printer: Printer) -> Cell:
    holders = printer.organization.incumbents.get(printer.position.id, ())
    names = printer.words.join(printer.words.text(person.name) for person, _ in holders)
    return Cell(INCUMBENTS, label_of(printer.words, INCUMBENTS), [names] if names else [])


def _since(printer: Printer) -> Cell:
    holders = printer.organization.incumbents.get(printer.position.id, ())
    dates = printer.words.join(printer.words.date(post.since) for _, post in holders if post.since)
    return Cell(SINCE, label_of(printer.words, SINCE), [dates] if dates else [])


_OWN: dict[str, Callable[[Printer], Cell]] = {
    UNIT: unit_cell,
    INCUMBENTS: _incumbents,
    SINCE: _since,
    "reports_to": _superiors,
}


def _of_kind(printer: Printer, whole: str, part: str) -> Iterator[Cell]:
    attribute = KINDS[whole][1]
    entries = enumerate(getattr(printer.position, whole))
    return _WRITERS[whole](printer, [one for one in entries if _value(getattr(one[1], attribute)) == part])


def _value(choice: Option | None) -> str:
    return choice.value if choice else ""


def _field(printer: Printer, record: Any, name: str, at: str) -> Cell:
    info = field_of(type(record), name)
    assert info is not None, name
    value = getattr(record, info.attribute)
    if value is None or value == ():
        return Cell(name, "")
    return field_cell(printer, type(record), info, value, at)


_WRITERS: dict[str, Callable[[Printer, Numbered], Iterator[Cell]]] = {
    "authority": authority_cells,
    "duties": duty_cells,
    "contacts": contact_cells,
    "qualifications": qualification_cells,
}


def without_claimed(position: Position, claimed: frozenset[str]) -> Position:
    """The position without the lists that another section prints as fields."""
    taken = {name for name in ("authority", "contacts", "qualifications", "flows", "duties") if name in claimed}
    if not taken:
        return position
    return Position.build({**position.__dict__, **dict.fromkeys(taken, ())}, position.origins)
