"""The form ``handbook``: one document for a department, from the cover to the revisions, every job description in it."""

from __future__ import annotations

from posdoc.word.kind import Kind
from templates.designers.parts import (
    GREY,
    HEI,
    LEVEL,
    SANS,
    SERIF,
    SONG,
    package,
    page,
    paragraph_style,
    run_properties,
    spacing,
)
from templates.designers.pieces import COLUMNS, cell, label, only, paragraph, row, rows_of, run, table, tagged
from templates.designers.unit_sections import chapter_title, part_heading, sections, styles

KIND = Kind("department", "handbook")


def design() -> bytes:
    """The Word file."""
    own = {
        "heading": part_heading(new_page=True),
        "department_chart": chart(),
        "jobs_chapter": jobs(),
        "scorecards": scorecards(),
    }
    return package(cover() + contents() + sections(**own), KIND, more_styles=styles() + own_styles())


def own_styles() -> str:
    """The cover and the table of contents."""
    tab = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9600"/></w:tabs>'
    centre = '<w:jc w:val="center"/>'
    text, strong = run_properties(SERIF, SONG, 10.5), run_properties(SANS, HEI, 10.5, bold=True)
    return (
        paragraph_style("Title", "Title", f"{spacing(30, 12, 1.1)}{centre}", run_properties(SANS, HEI, 28, bold=True))
        + paragraph_style(
            "Company", "Form Company", f"{spacing(130, 10, 1.1)}{centre}", run_properties(SANS, HEI, 15, color=GREY)
        )
        + paragraph_style(
            "Department", "Form Department", f"{spacing(6, 6, 1.1)}{centre}", run_properties(SANS, HEI, 18)
        )
        + paragraph_style("Room", "Form Room", spacing(150, 0, 1), text)
        + paragraph_style(
            "ContentsTitle", "Form Contents", f"{spacing(0, 14, 1.1)}{centre}", run_properties(SANS, HEI, 16, bold=True)
        )
        + paragraph_style("TOC1", "toc 1", tab + spacing(5, 2, 1.15), strong)
        + paragraph_style("TOC2", "toc 2", tab + spacing(0, 1, 1.1) + '<w:ind w:left="420"/>', text)
    )


def cover() -> str:
    """Company, department, title; below, the number, version and date of the document."""
    facts = rows_of(
        "for entry in cover.cells",
        row(
            cell(6, paragraph("")),
            label(5, "{{ entry.label }}"),
            cell(7, tagged("{{ entry.value }}", field="{{ entry.field }}")),
            cell(6, paragraph("")),
        ),
    )
    plain = table(facts).replace('w:val="single"', 'w:val="nil"').replace('w:sz="4" ', "")
    return (
        tagged("{{ company }}", "Company", "company")
        + tagged("{{ department }}", "Department", "department")
        + tagged("{{ form_title }}", "Title")
        + paragraph("", "Room")
        + only("if cover.cells") + plain + only("endif")
        + ends(page(cover=True))
    )  # fmt: skip


def contents() -> str:
    """The table of contents on a page of its own."""
    return tagged("{{ contents_title }}", "ContentsTitle") + paragraph(run("{{r contents }}")) + ends(page())


def ends(section: str) -> str:
    """A paragraph that takes no room and ends a section of pages."""
    return paragraph("", "Gap").replace("</w:pPr>", f"{section}</w:pPr>")


def chart() -> str:
    """The org chart on a page lying on its side; on several, each of them may stand alone."""
    alone = '<w:keepNext w:val="0"/><w:widowControl w:val="0"/></w:pPr>'
    drawing = paragraph(run("{{r part.drawing }}"), "Chart").replace("</w:pPr>", alone)
    return ends(page()) + chapter_title() + drawing + ends(page(LEVEL))


def jobs() -> str:
    """Where the job descriptions come to stand, each on a new page in its own form."""
    return chapter_title(new_page=True) + only("insert job_descriptions")


def scorecards() -> str:
    """The indicators of each position, a table for each sheet."""
    columns = ((3, "number", "Figure"), (8, "name", ""), (8, "target", "Figure"), (5, "weight", "Figure"))
    heads = row(
        *(cell(span, tagged(f"{{{{ sheet.{name}_label }}}}", "Column"), shade=True) for span, name, _ in columns),
        head=True,
    )
    targets = only("for target in kpi.targets") + tagged("{{ target }}", "Figure", "target") + only("endfor")
    cells = [
        cell(span, targets if name == "target" else tagged(f"{{{{ kpi.{name} }}}}", style, name))
        for span, name, style in columns
    ]
    title = row(cell(COLUMNS, tagged("{{ sheet.title }}", "Heading4", "title"), shade=True), head=True)
    sheet = table(
        title, heads, rows_of("for kpi in sheet.kpis", row(*cells)), rows_of("for line in sheet.cells", _below())
    )
    return (
        chapter_title(new_page=True)
        + only("for card in part.cards")
        + tagged("{{ card.position }}", "Heading2", "title")
        + only("for sheet in card.sheets") + sheet + paragraph("", "Gap") + only("endfor")
        + only("endfor")
    )  # fmt: skip


def _below() -> str:
    lines = only("for text in line.lines") + tagged("{{ text }}", field="{{ line.field }}") + only("endfor")
    items = only("for item in line.items") + tagged("{{ item }}", "Item", "{{ line.field }}") + only("endfor")
    return row(label(4, "{{ line.label }}"), cell(COLUMNS - 4, lines + items))
