"""A unit as a form prints it: what it is for, who works there and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from posdoc.locales.words import Words
from posdoc.model import Flow, Organization, Regulation, Unit, UnitFunction, fields_of
from posdoc.views.arrange import View, finished
from posdoc.views.blocks import Block, Cell, Cells, cells_of_points, field_cell
from posdoc.views.papers import view_revisions, view_signoff
from posdoc.views.position import PLAIN, heading_of
from posdoc.views.printer import Printer
from posdoc.views.sections import Presentation
from posdoc.views.staffing import view_posts, view_staffing
from posdoc.views.work import view_flow

SECTIONS = (
    "unit_chart", "unit", "background", "functions", "staffing", "posts", "resources", "unit_flows", "regulations",
    "glossary", "unit_notes", "unit_revisions", "unit_signoff",
)  # fmt: skip
_FACTS = ("title", "aliases", "code", "kind", "level", "head", "headcount", "location", "co_located_with")


def view_unit(organization: Organization, words: Words, unit: Unit, presentation: Presentation = PLAIN) -> View:
    """Everything that a form about one unit can print, ready for a form."""
    return finished(content_of_unit(organization, words, unit, presentation), words.join, words.language)


def content_of_unit(
    organization: Organization, words: Words, unit: Unit, presentation: Presentation = PLAIN
) -> View:
    """The same before its cells are set in rows; ``parts`` are the sections in order."""
    printer = Printer(organization, words)
    return {
        **heading_of(organization, words, unit.document, presentation),
        "fields": fields_of_unit(printer, unit),
        "parts": numbered(words, unit_parts(printer, unit, presentation), presentation),
        "sections_known": list(SECTIONS),
    }


def unit_parts(printer: Printer, unit: Unit, presentation: Presentation) -> Iterator[Block]:
    """The sections that the unit fills, each with its name and kind."""
    words, organization = printer.words, printer.organization
    drawn = bool(organization.positions_in.get(unit.id)) or any(u.parent == unit.id for u in organization.units)
    made: dict[str, Block | None] = {
        "unit_chart": {"drawing": ""} if drawn else None,
        "unit": rows_block([*facts(printer, unit)]),
        "background": texts_block(words.text(unit.background), words.text(unit.value_proposition)),
        "functions": view_functions(words, unit.functions),
        "staffing": view_staffing(printer, [unit]),
        "posts": view_posts(printer, unit),
        "resources": rows_block(cells_of_points(printer, "resources", unit.resources)),
        "unit_flows": view_unit_flows(printer, unit.flows),
        "regulations": view_regulations(words, unit.regulations),
        "glossary": rows_block([Cell("glossary", words.text(t.term), [words.text(t.definition)]) for t in unit.glossary]),
        "unit_notes": rows_block([*notes(printer, unit)]),
        "unit_revisions": view_revisions(words, unit.document),
        "unit_signoff": view_signoff(printer, unit.document, presentation.sign),
    }
    for name, block in made.items():
        if block is not None:
            yield {"rows": Cells(()), "kind": name, **block, "name": name, "title": words.section(name)}


def numbered(words: Words, parts: Iterator[Block] | Sequence[Block], presentation: Presentation) -> list[Block]:
    """Sections with their numbers."""
    made = list(parts)
    for number, part in enumerate(made, 1):
        part["number"] = words.section_number(number) if presentation.numbered else ""
    return made


def rows_block(cells: Sequence[Cell]) -> Block | None:
    """A section that is nothing but rows."""
    kept = Cells(cells)
    return {"rows": kept, "kind": "rows"} if kept else None


def texts_block(*texts: str) -> Block | None:
    """A section of paragraphs."""
    kept = [text for text in texts if text]
    return {"paragraphs": kept, "kind": "texts"} if kept else None


def fields_of_unit(printer: Printer, unit: Unit) -> dict[str, str]:
    """Every field in one line, by its key; empty where not stated."""
    fields = {info.name: "" for info in fields_of(Unit)}
    for info, value in unit.stated():
        if info.name not in ("defaults", "functions", "flows", "regulations", "posts", "document"):
            fields[info.name] = printer.one_line(info, value)
    return {**fields, "id": unit.id, "parent": printer.words.name(unit.parent) if unit.parent else ""}


def facts(printer: Printer, unit: Unit) -> Iterator[Cell]:
    """The short facts about a unit."""
    for info, value in unit.stated():
        if info.name in _FACTS:
            yield field_cell(printer, Unit, info, value)


def notes(printer: Printer, unit: Unit) -> Iterator[Cell]:
    """Attachments and remarks."""
    for info, value in unit.stated():
        if info.name in ("attachments", "notes"):
            yield field_cell(printer, Unit, info, value)


def view_functions(words: Words, functions: Sequence[UnitFunction]) -> Block | None:
    """The functions, nested ones each with its level from 1, numbered as the language does it."""
    if not functions:
        return None
    nested = any(function.functions for function in functions)
    return {"functions": list(_functions(words, functions, (), nested))}


def _functions(
    words: Words, functions: Sequence[UnitFunction], above: tuple[int, ...], nested: bool
) -> Iterator[dict[str, Any]]:
    for number, function in enumerate(functions, 1):
        path = (*above, number)
        yield {
            "number": words.outline_number(path if nested else (0, 0, number)),
            "level": str(len(path)),
            "title": words.text(function.title),
            "text": words.text(function.text),
        }
        yield from _functions(words, function.functions, path, nested)


def view_unit_flows(printer: Printer, flows: Sequence[Flow]) -> Block | None:
    """The work flows of a unit."""
    return {"flows": [view_flow(printer, flow) for flow in flows]} if flows else None


def view_regulations(words: Words, regulations: Sequence[Regulation]) -> Block | None:
    """Regulations in chapters and articles; articles are counted through all chapters, as statutes do it."""
    return {"regulations": [_regulation(words, one) for one in regulations]} if regulations else None


def _regulation(words: Words, regulation: Regulation) -> dict[str, Any]:
    chapters, count = [], 0
    document = regulation.document
    for place, chapter in enumerate(regulation.chapters, 1):
        articles = []
        for article in chapter.articles:
            count += 1
            articles.append({
                "number": article.number or words.phrase("article_number", number=count, chinese=words.chinese(count)),
                "text": words.text(article.text),
                "items": [words.text(item) for item in article.items],
            })  # fmt: skip
        number = chapter.number or words.phrase("chapter_number", number=place, chinese=words.chinese(place))
        chapters.append({"number": number, "title": words.text(chapter.title), "articles": articles})
    return {
        "title": words.text(regulation.title),
        "about": words.join([
            (document.number if document else None) or "",
            words.phrase("version_of", version=document.version) if document and document.version else "",
            words.date(document.effective) if document and document.effective else "",
        ]),
        "chapters": chapters,
    }  # fmt: skip

