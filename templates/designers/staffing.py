"""The form ``staffing``: a unit with its chart, its functions, its head counts, and what each of its posts does."""

from __future__ import annotations

from posdoc.word.kind import Kind
from templates.designers.parts import package
from templates.designers.pieces import paragraph, run, table, tagged
from templates.designers.sections import signoff_rows
from templates.designers.unit_sections import chapter_title, posts, sections, styles

KIND = Kind("unit", "staffing")


def design() -> bytes:
    """The Word file."""
    heading = tagged("{{ fields.title }}", "Title", "title") + tagged("{{ form_title }}", "Subtitle")
    chart = chapter_title() + paragraph(run("{{r part.drawing }}"), "Chart")
    signoff = chapter_title() + table(signoff_rows("part"))
    body = heading + sections(unit_chart=chart, posts=posts(), unit_signoff=signoff)
    return package(body, KIND, more_styles=styles())
