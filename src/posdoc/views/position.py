"""A position as a form prints it: plain dicts, lists and strings, every text in one language.

Each block is there only if the definition fills it. ``sections`` numbers the blocks that are there.
"""

from __future__ import annotations

from typing import Any

from posdoc.locales.words import Words
from posdoc.model import (
    DeclaredReports,
    Document,
    DocumentStatus,
    HeadCount,
    Organization,
    Position,
    Ref,
    Revision,
    Signer,
    fields_of,
)
from posdoc.views.assessment import view_assessment
from posdoc.views.blocks import Block, Cell, block, group_cells, points_cells, record_cells
from posdoc.views.printer import Printer
from posdoc.views.work import view_authority, view_contacts, view_duties, view_flows, view_qualifications

View = dict[str, Any]
SECTIONS = (
    "identity", "relations", "chart", "purpose", "duties", "authority", "contacts", "qualifications", "training",
    "conditions", "assessment", "flows", "career", "reward", "sections", "document", "revisions", "signoff",
)  # fmt: skip
"""The blocks in the order in which a form prints them, which is the order of their numbers."""


def view_position(organization: Organization, words: Words, position: Position) -> View:
    """Everything that a form about one position can print."""
    printer = Printer(organization, words, position)
    blocks = _blocks(printer, position)
    number = 0
    for name in SECTIONS:
        section = blocks[name]
        if section is not None:
            number += 1
            section["number"] = words.section_number(number)
    company = organization.workspace.organization
    document = position.document
    return {
        "form_title": words.phrase("job_description"),
        "company": words.text(company.name) if company else "",
        "department": words.text(company.department) if company else "",
        "document_number": (document.number if document else None) or "",
        "version": _version(words, document),
        "colon": words.phrase("colon"),
        "between": words.phrase("between"),
        "page": _page_words(words),
        "position": _fields(printer, position),
        **blocks,
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


def _blocks(printer: Printer, position: Position) -> dict[str, Block | None]:
    words = printer.words
    return {
        "identity": block(words.section("identity"), _identity(printer, position)),
        "relations": block(words.section("relations"), _relations(printer, position)),
        "chart": {"title": words.section("chart")} if _has_neighbours(printer.organization, position) else None,
        "purpose": block(words.section("purpose"), _purpose(printer, position)),
        "duties": view_duties(printer, position),
        "authority": view_authority(printer, position),
        "contacts": view_contacts(printer, position),
        "qualifications": view_qualifications(printer, position),
        "training": block(words.section("training"), _training(printer, position)),
        "conditions": block(words.section("conditions"), _conditions(printer, position)),
        "assessment": view_assessment(printer, position),
        "flows": view_flows(printer, position),
        "career": block(words.section("career"), _career(printer, position)),
        "reward": block(words.section("reward"), group_cells(printer, position, "reward")),
        "sections": block(words.section("sections"), _sections(printer, position)),
        "document": block(words.section("document"), _document(printer, position)),
        "revisions": _revisions(printer, position),
        "signoff": _signoff(printer, position),
    }


def _fields(printer: Printer, position: Position) -> dict[str, str]:
    """Every field in one line, by its key, for forms that place fields one by one; empty where not stated."""
    fields = {info.name: "" for info in fields_of(Position)}
    for info, value in position.stated():
        fields[info.name] = printer.one_line(info, value)
    return {**fields, "id": position.id, "unit": printer.words.name(position.unit) if position.unit else ""}


def _identity(printer: Printer, position: Position) -> list[Cell]:
    cells = group_cells(printer, position, "identity")
    if position.unit:
        unit = Cell("unit", printer.words.phrase("unit"), [printer.words.name(position.unit)])
        place = next((i for i, cell in enumerate(cells) if cell.field == "code"), 0) + 1
        cells.insert(place, unit)
    return cells


def _relations(printer: Printer, position: Position) -> list[Cell]:
    return group_cells(printer, with_derived_reports(printer.organization, position), "relations")


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


def _has_neighbours(organization: Organization, position: Position) -> bool:
    return bool(organization.superior(position) or organization.direct_reports(position))


def _purpose(printer: Printer, position: Position) -> list[Cell]:
    cells = group_cells(printer, position, "purpose", "objectives")
    return [*cells, *points_cells(printer, "objectives")]


def _training(printer: Printer, position: Position) -> list[Cell]:
    return [*record_cells(printer, position.training), *group_cells(printer, position, "training", "training")]


def _conditions(printer: Printer, position: Position) -> list[Cell]:
    return [*record_cells(printer, position.conditions), *group_cells(printer, position, "conditions", "conditions")]


def _career(printer: Printer, position: Position) -> list[Cell]:
    cells = group_cells(printer, position, "career", "development")
    return [*cells, *points_cells(printer, "development")]


def _sections(printer: Printer, position: Position) -> list[Cell]:
    cells = points_cells(printer, "sections")
    return [*cells, *group_cells(printer, position, "sections", "sections")]


def _document(printer: Printer, position: Position) -> list[Cell]:
    cells = record_cells(printer, position.document, "signers", "revisions", "statement")
    return [*cells, *group_cells(printer, position, "document", "document")]


def _revisions(printer: Printer, position: Position) -> Block | None:
    document, words = position.document, printer.words
    if document is None or not document.revisions:
        return None
    return {
        "title": words.section("revisions"),
        "version_label": words.label(Revision, "version"),
        "date_label": words.label(Revision, "date"),
        "text_label": words.label(Revision, "text"),
        "author_label": words.label(Revision, "author"),
        "revisions": [
            {
                "version": entry.version or "",
                "date": words.date(entry.date) if entry.date else "",
                "text": printer.with_rest(words.text(entry.text), entry, "version", "date", "text", "author"),
                "author": words.text(entry.author),
            }
            for entry in document.revisions
        ],
    }


def _signoff(printer: Printer, position: Position) -> Block | None:
    document, words = position.document, printer.words
    if document is None or not (document.signers or document.statement):
        return None
    return {
        "title": words.section("signoff"),
        "statement": words.text(document.statement),
        "statement_label": words.label(Document, "statement"),
        **{f"{name}_label": words.label(Signer, name) for name in ("role", "name", "date")},
        "signature_label": words.phrase("signature"),
        "signers": [
            {
                "role": words.option(signer.role) if signer.role else "",
                "name": printer.with_rest(words.text(signer.name), signer, "role", "name", "date"),
                "date": words.date(signer.date) if signer.date else "",
            }
            for signer in document.signers
        ],
    }
