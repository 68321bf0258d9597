"""A unit as a form prints it: what it is for, who works there and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from posdoc.locales.words import Words
from posdoc.model import (
    Flow,
    Organization,
    Points,
    Regulation,
    SectionName,
    SectionOutput,
    Unit,
    UnitFunction,
    fields_of,
)
from posdoc.template.marks import marked, of_unit, under
from posdoc.views.arrange import View, finished
from posdoc.views.blocks import Block, Cell, Cells, field_cell, marked_texts
from posdoc.views.papers import view_revisions, view_signoff
from posdoc.views.position import PLAIN, heading_of
from posdoc.views.printer import Printer
from posdoc.views.sections import HEADING, Builders, Presentation, numbered
from posdoc.views.staffing import view_posts, view_staffing
from posdoc.views.work import view_flow_list

SECTIONS = (
    "unit_chart", "unit", "background", "functions", "staffing", "posts", "resources", "unit_flows", "regulations",
    "unit_sections", "glossary", "attachments", "unit_notes", "unit_revisions", "unit_signoff",
)  # fmt: skip
"""The sections of a document about a unit, in the order in which they are printed."""
_FACTS = ("title", "aliases", "code", "kind", "level", "head", "headcount", "location", "co_located_with")


def view_unit(organization: Organization, words: Words, unit: Unit, presentation: Presentation = PLAIN) -> View:
    """Everything that a form about one unit can print, ready for a form."""
    return finished(content_of_unit(organization, words, unit, presentation), words.join, words.language)


def content_of_unit(organization: Organization, words: Words, unit: Unit, presentation: Presentation = PLAIN) -> View:
    """The same before its cells are set in rows; ``parts`` are the sections in order."""
    printer = Printer(organization, words)
    return {
        **heading_of(organization, words, unit.document, presentation),
        "fields": fields_of_unit(printer, unit),
        "parts": chosen_parts(words, unit_builders(printer, unit, presentation), SECTIONS, presentation),
        "sections_known": list(SECTIONS),
    }


def unit_builders(printer: Printer, unit: Unit, presentation: Presentation) -> Builders:
    """The sections of a unit by name."""
    words, organization = printer.words, printer.organization
    units = below(organization, unit)
    drawn = any(organization.positions_in.get(one.id) or one.posts for one in units)
    return {
        "unit_chart": lambda: {"drawing": ""} if drawn else None,
        "unit": lambda: rows_block([*facts(printer, unit)]),
        "background": lambda: texts_block(
            *(
                marked(words.text(getattr(unit, name)), printer.path(name))
                for name in ("background", "value_proposition")
            )
        ),
        "functions": lambda: view_functions(words, unit.functions, printer.path("functions")),
        "staffing": lambda: view_staffing(printer, units),
        "posts": lambda: view_posts(printer, units),
        "resources": lambda: view_points(printer, unit.resources, printer.path("resources")),
        "unit_flows": lambda: view_unit_flows(printer, unit.flows),
        "regulations": lambda: view_regulations(printer, unit.regulations, paths_of(printer, unit, "regulations")),
        "unit_sections": lambda: view_points(printer, unit.sections, printer.path("sections")),
        "glossary": lambda: rows_block([*_glossary(printer, unit)]),
        "attachments": lambda: texts_block(*_lines(printer, unit, "attachments")),
        "unit_notes": lambda: texts_block(*_lines(printer, unit, "notes")),
        "unit_revisions": lambda: view_revisions(printer, unit.document),
        "unit_signoff": lambda: view_signoff(printer, unit.document, presentation.sign),
    }


def paths_of(printer: Printer, unit: Unit, field: str, *, owned: bool = False) -> list[str]:
    """The paths of what a list of a unit holds; ``owned`` where the document is about something else."""
    at = f"{of_unit(unit.id)}{field}" if owned else printer.path(field)
    return [under(at, place) for place in range(len(getattr(unit, field)))]


def _glossary(printer: Printer, unit: Unit) -> Iterator[Cell]:
    words = printer.words
    for term, at in zip(unit.glossary, paths_of(printer, unit, "glossary"), strict=True):
        label, text = marked(words.text(term.term), under(at, "term")), words.text(term.definition)
        yield Cell("glossary", label, [marked(text, under(at, "definition"))])


def chosen_parts(words: Words, builders: Builders, usual: Sequence[str], presentation: Presentation) -> list[Block]:
    """The sections that the workspace asks for, or else the usual ones; a title alone heads a part."""
    asked = [one for one in presentation.sections if one.section is None or one.section.value in builders]
    sections = asked or [SectionOutput(section=SectionName.of(name)) for name in usual]
    return numbered(words, _made(words, builders, sections), presentation)


def _made(words: Words, builders: Builders, sections: Sequence[SectionOutput]) -> Iterator[tuple[Block, SectionOutput]]:
    for section in sections:
        own = words.text(section.title)
        if section.section is None:
            if not section.fields:
                yield {"rows": Cells(()), "kind": HEADING, "name": "", "title": own}, section
            continue
        name = section.section.value
        block = builders[name]()
        if block is not None:
            yield {"rows": Cells(()), "kind": name, **block, "name": name, "title": own or words.section(name)}, section


def below(organization: Organization, unit: Unit) -> list[Unit]:
    """The unit and those below it, in reading order."""
    return [one for one in organization.units if any(above.id == unit.id for above in organization.line_of(one))]


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
    fields: dict[str, str] = {info.name: marked("", printer.path(info.name)) for info in fields_of(Unit)}
    for info, value in unit.stated():
        if info.name not in ("defaults", "functions", "flows", "regulations", "posts", "document"):
            fields[info.name] = printer.in_one_line(info, value, printer.path(info.name))
    return {**fields, "id": unit.id, "parent": printer.words.name(unit.parent) if unit.parent else ""}


def facts(printer: Printer, unit: Unit) -> Iterator[Cell]:
    """The short facts about a unit."""
    for info, value in unit.stated():
        if info.name in _FACTS:
            yield field_cell(printer, Unit, info, value, printer.path(info.name))


def _lines(printer: Printer, unit: Unit, name: str) -> list[str]:
    stated = ((info, value) for info, value in unit.stated() if info.name == name)
    return [line for info, value in stated for line in printer.lines(info, value, printer.path(name))]


def view_points(printer: Printer, groups: Sequence[Points], at: str) -> Block | None:
    """Titled groups of points: each with its ``texts`` and its ``points``; nothing but a title is a point itself."""
    made = [_topic(printer, group, under(at, place)) for place, group in enumerate(groups)]
    return {"topics": made, "kind": "points"} if made else None


def _topic(printer: Printer, group: Points, at: str) -> dict[str, Any]:
    words = printer.words
    rest = printer.with_rest("", group, "title", "text", "points")
    texts = [text for text in (marked(words.text(group.text), under(at, "text")), rest) if text]
    points = marked_texts(printer, group.points, under(at, "points"))
    title = marked(words.text(group.title), under(at, "title"))
    return {"title": title, "texts": texts, "points": points, "bare": not (texts or points)}


def view_functions(words: Words, functions: Sequence[UnitFunction], at: str) -> Block | None:
    """The functions, nested ones each with its level from 1, numbered as the language does it."""
    if not functions:
        return None
    nested = any(function.functions for function in functions)
    return {"functions": list(_functions(words, functions, at, (), nested)), "nested": nested}


def _functions(
    words: Words, functions: Sequence[UnitFunction], at: str, above: tuple[int, ...], nested: bool
) -> Iterator[dict[str, Any]]:
    for number, function in enumerate(functions, 1):
        path, own = (*above, number), under(at, number - 1)
        yield {
            "number": _number_of(words, function, path if nested else (0, 0, number)),
            "level": str(len(path)),
            "title": marked(words.text(function.title), under(own, "title")),
            "text": marked(words.text(function.text), under(own, "text")),
        }
        yield from _functions(words, function.functions, under(own, "functions"), path, nested)


def _number_of(words: Words, function: UnitFunction, path: tuple[int, ...]) -> str:
    """The number before a function: counted, or its own, which is written like a counted one where it just counts."""
    own = function.number
    if own and own.isascii() and own.isdecimal():
        return words.outline_number((0, 0, int(own)))
    return own or words.outline_number(path)


def view_unit_flows(printer: Printer, flows: Sequence[Flow], paths: Sequence[str] = ()) -> Block | None:
    """The work flows of a unit, or of several."""
    return {"flows": view_flow_list(printer, flows, paths)} if flows else None


def view_regulations(printer: Printer, regulations: Sequence[Regulation], paths: Sequence[str]) -> Block | None:
    """Regulations in chapters and articles; articles are counted through all chapters, as statutes do it."""
    made = [_regulation(printer, one, at) for one, at in zip(regulations, paths, strict=True)]
    return {"regulations": made} if made else None


def _regulation(printer: Printer, regulation: Regulation, at: str) -> dict[str, Any]:
    chapters, count, words = [], 0, printer.words
    document = regulation.document
    for place, chapter in enumerate(regulation.chapters, 1):
        path = f"{at}.chapters.{place - 1}"
        articles: list[dict[str, Any]] = []
        for article in chapter.articles:
            own = f"{path}.articles.{len(articles)}"
            count += 1
            articles.append({
                "number": article.number or words.phrase("article_number", number=count, chinese=words.chinese(count)),
                "text": marked(words.text(article.text), under(own, "text")),
                "items": marked_texts(printer, article.items, under(own, "items")),
            })  # fmt: skip
        counted = words.phrase("chapter_number", number=place, chinese=words.chinese(place)) if chapter.title else ""
        title = marked(words.text(chapter.title), under(path, "title"))
        chapters.append({"number": chapter.number or counted, "title": title, "articles": articles})
    return {
        "title": marked(words.text(regulation.title), under(at, "title")),
        "about": words.join([
            (document.number if document else None) or "",
            words.phrase("version_of", version=document.version) if document and document.version else "",
            words.date(document.effective) if document and document.effective else "",
        ]),
        "chapters": chapters,
    }  # fmt: skip
