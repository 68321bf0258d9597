"""A position as a form prints it: plain dicts, lists and strings, every text in one language.

Each block is there only if the definition fills it. ``sections`` numbers the blocks that are there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from posdoc.locales.words import Words
from posdoc.model import (
    POSITION_SECTIONS,
    DeclaredReports,
    Document,
    DocumentStatus,
    Duty,
    Environment,
    Hazard,
    HeadCount,
    Organization,
    Position,
    Qualification,
    Ref,
    fields_of,
)
from posdoc.model.field_names import UNIT
from posdoc.template.marks import marked
from posdoc.views.arrange import View, finished
from posdoc.views.assessment import view_assessment
from posdoc.views.blocks import Block, Cell, Cells, block, group_cells, points_cells, record_cells
from posdoc.views.papers import view_revisions, view_signoff
from posdoc.views.posting import view_posting
from posdoc.views.printer import Printer
from posdoc.views.scorecard import view_scorecard
from posdoc.views.sections import Builders, Presentation, parts_of, unit_cell, without_claimed
from posdoc.views.work import view_authority, view_contacts, view_duties, view_flows, view_qualifications

SECTIONS = tuple(name.value for name in POSITION_SECTIONS)
"""The sections by name, in the order in which a form prints them where nothing else is asked for."""
PLAIN = Presentation()


def view_position(
    organization: Organization, words: Words, position: Position, presentation: Presentation = PLAIN
) -> View:
    """Everything that a form about one position can print, ready for a form."""
    return finished(content_of_position(organization, words, position, presentation), words.join, words.language)


def content_of_position(
    organization: Organization, words: Words, position: Position, presentation: Presentation = PLAIN, owner: str = ""
) -> View:
    """The same before its cells are set in rows; ``parts`` are the sections in order.

    ``owner`` stands before the paths of what is printed, where the document is about something else.
    """
    stated, position = position, with_derived_reports(organization, position)
    derived = [name for name in ("direct_reports", "indirect_reports") if getattr(stated, name) is None]
    printer = Printer(organization, words, position, presentation.claimed, owner=owner, derived=derived)
    parts = parts_of(printer, _builders(printer, without_claimed(position, presentation.claimed), presentation),
                     presentation)  # fmt: skip
    document = position.document
    return {
        **heading_of(organization, words, document, presentation),
        "position": _fields(printer, position, presentation.fields),
        "dates": _dates(document),
        "boxes": _boxes(printer, position),
        "scorecard": None if "scorecard" in presentation.without else view_scorecard(printer, position, presentation),
        "in_line": _labels_in_line(words),
        "posting": None
        if "posting" in presentation.without
        else view_posting(printer, position, chosen=bool(presentation.sections)),
        "parts": parts,
        "sections_known": list(SECTIONS),
    }


def heading_of(organization: Organization, words: Words, document: Document | None, presentation: Presentation) -> View:
    """What every document has at its head, in its margins and between its words."""
    company = organization.workspace.organization
    return {
        "form_title": words.text(presentation.title) or words.form_title(presentation.form),
        "company": words.text(company.name) if company else "",
        "department": words.text(company.department) if company else "",
        "document_number": (document.number if document else None) or "",
        "version": _version(words, document),
        "watermark": _watermark(words, document),
        "colon": words.phrase("colon"),
        "between": words.phrase("between"),
        "open": words.phrase("open"),
        "close": words.phrase("close"),
        "page": _page_words(words),
    }


def _watermark(words: Words, document: Document | None) -> str:
    """The word across the page of a document that is not in force, such as 草案."""
    status = document.status if document else None
    return words.option(status) if status and status is not DocumentStatus.APPROVED else ""


def _dates(document: Document | None) -> dict[str, str]:
    """The dates of the document as ``2026-03-01``, for the filter ``date``; empty where not stated."""
    names = ("analysed", "written", "approved", "effective", "review_due")
    return {name: str((getattr(document, name) if document else None) or "") for name in names}


def _boxes(printer: Printer, position: Position) -> dict[str, list[dict[str, str]]]:
    """The boxes of each choice, for the filter ``boxes``."""
    conditions = position.conditions
    return {
        name: printer.choices(getattr(conditions, name) if conditions else None, kind)
        for name, kind in (("environment", Environment), ("hazard", Hazard))
    }


def _labels_in_line(words: Words) -> dict[str, str]:
    """Labels for forms that set them before a text; in two languages they stand in one line."""
    return {
        "measures": words.label(Duty, "measures"),
        "preferred": words.label(Qualification, "preferred"),
        "competences": words.label(Position, "competences"),
        "application": words.label(Position, "application"),
    }


def _version(words: Words, document: Document | None) -> str:
    """The version for the head of the page; one that is not approved says so."""
    if document is None or not document.version:
        return ""
    status = document.status
    mark = words.option(status) if status and status is not DocumentStatus.APPROVED else ""
    return words.bracketed(words.phrase("version_of", version=document.version), mark)


def _page_words(words: Words) -> dict[str, str]:
    """What stands before, between and after the two numbers of "page x of y"."""
    before, rest = words.phrase("page_of", page="\0", pages="\1").split("\0")
    between, after = rest.split("\1")
    return {"before": before, "between": between, "after": after}


def _builders(printer: Printer, position: Position, presentation: Presentation) -> Builders:
    cells: dict[str, Callable[[Printer, Position], Iterable[Cell]]] = {
        "identity": _identity,
        "relations": lambda p, one: group_cells(p, one, "relations"),
        "purpose": _purpose,
        "training": _training,
        "conditions": _conditions,
        "reward": lambda p, one: group_cells(p, one, "reward"),
        "sections": _sections,
        "document": _document,
    }
    special: Builders = {
        "chart": lambda: _chart(printer, position),
        "duties": lambda: view_duties(printer, position),
        "authority": lambda: view_authority(printer, position),
        "contacts": lambda: view_contacts(printer, position),
        "qualifications": lambda: view_qualifications(printer, position),
        "assessment": lambda: view_assessment(printer, position),
        "flows": lambda: view_flows(printer, position),
        "career": lambda: _career(printer, position),
        "revisions": lambda: view_revisions(printer, position.document),
        "signoff": lambda: view_signoff(printer, position.document, presentation.sign),
    }

    def of_cells(name: str) -> Callable[[], Block | None]:
        return lambda: block(printer.words.section(name), cells[name](printer, position))

    return {**{name: of_cells(name) for name in cells}, **special}


def _chart(printer: Printer, position: Position) -> Block | None:
    organization = printer.organization
    if not (organization.superior(position) or organization.direct_reports(position)):
        return None
    return {"title": printer.words.section("chart"), "rows": Cells(()), "drawing": ""}


def _fields(printer: Printer, position: Position, wanted: frozenset[str] | None) -> dict[str, str]:
    """Fields in one line, by their keys, for forms that place fields one by one; empty where not stated.

    Only what is ``wanted`` and the title are there: a form prints a few of a hundred.
    """
    fields = dict(_unstated(printer.owner, wanted))
    for info, value in position.stated():
        if info.name in fields:
            fields[info.name] = printer.in_one_line(info, value, printer.path(info.name))
    return {**fields, "id": position.id, "unit": printer.words.name(position.unit) if position.unit else ""}


@lru_cache(maxsize=1)
def _unstated(owner: str, wanted: frozenset[str] | None) -> Mapping[str, str]:
    """Every field that is wanted, with nothing in it."""
    names = (info.name for info in fields_of(Position))
    return {name: marked("", f"{owner}{name}") for name in names if wanted is None or name in wanted or name == "title"}


def _identity(printer: Printer, position: Position) -> list[Cell]:
    cells = group_cells(printer, position, "identity")
    if position.unit and UNIT not in printer.claimed:
        place = next((i for i, cell in enumerate(cells) if cell.field == "code"), 0) + 1
        cells.insert(place, unit_cell(printer))
    return cells


def with_derived_reports(organization: Organization, position: Position) -> Position:
    """The position with its reports as they follow from the reporting lines, where it does not state them."""
    derived = dict(position.__dict__)
    direct, indirect = organization.direct_reports(position), organization.indirect_reports(position)
    if position.direct_reports is None and direct:
        derived["direct_reports"] = _reports(direct, named=True)
    if position.indirect_reports is None and indirect:
        derived["indirect_reports"] = _reports(indirect, named=False)
    origins = derived.pop("origins", {})
    return Position.build(derived, origins)


def _reports(reports: tuple[Position, ...], *, named: bool) -> DeclaredReports:
    counts = [report.headcount for report in reports]
    known = [count for count in counts if count is not None and count.low is not None]
    low, high = sum(count.low or 0 for count in known), sum(count.high or 0 for count in known)
    people = HeadCount(low, high) if len(known) == len(counts) else None
    names = tuple(Ref(report.id) for report in reports) if named else ()
    return DeclaredReports(positions=names, posts=len(reports), people=people)


def _purpose(printer: Printer, position: Position) -> list[Cell]:
    cells = group_cells(printer, position, "purpose", "objectives")
    return [*cells, *points_cells(printer, "objectives")]


def _training(printer: Printer, position: Position) -> list[Cell]:
    return [
        *record_cells(printer, position.training, within="training"),
        *group_cells(printer, position, "training", "training"),
    ]


def _conditions(printer: Printer, position: Position) -> list[Cell]:
    cells = record_cells(printer, position.conditions, within="conditions")
    return [*cells, *group_cells(printer, position, "conditions", "conditions")]


def _career(printer: Printer, position: Position) -> Block | None:
    """The lines of promotion and rotation; ``drawing`` is where their drawing comes to stand."""
    cells = group_cells(printer, position, "career", "development")
    made = block(printer.words.section("career"), [*cells, *points_cells(printer, "development")])
    moves = position.promotes_to or position.promotes_from or position.rotates_to or position.demotes_to
    return {**made, "has_chart": bool(moves), "drawing": ""} if made else None


def _sections(printer: Printer, position: Position) -> list[Cell]:
    cells = points_cells(printer, "sections")
    return [*cells, *group_cells(printer, position, "sections", "sections")]


def _document(printer: Printer, position: Position) -> list[Cell]:
    cells = record_cells(printer, position.document, "signers", "revisions", "statement", within="document")
    return [*cells, *group_cells(printer, position, "document", "document")]
