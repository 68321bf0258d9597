"""The form ``changes``: the table of changes that goes with the papers for approval.

Its pages lie on their side. Each position or unit has a shaded row with its title and versions, and a row for every
change; what was deleted is struck through, what is new is underlined, and one cell holds the reason of all of them.
"""

from __future__ import annotations

from posdoc.word.kind import Kind
from templates.designers.grids import Box, Each, line, rows_of, ruled, titled
from templates.designers.parts import (
    HEI,
    LEVEL,
    SANS,
    character_style,
    fonts,
    package,
    page,
    paragraph_style,
    run_properties,
    spacing,
)
from templates.designers.pieces import control, kept_together, only, paragraph, run, styled, tagged

KIND = Kind("changes", "changes")
ABOUT = (1500, 5760, 1500, 5760)
GRID = (680, 2800, 4320, 4320, 2400)
"""Number, item, before, after, reason."""
PAIRS = (1500, 3340) * 3
LEAST, SIGNATURE = 480, 640
"""The least heights of rows, of those for signatures."""
NOTHING = "—"


def design() -> bytes:
    """The Word file."""
    nothing = only("if nothing") + tagged("{{ nothing }}", "Nothing") + only("endif")
    listed = only("if subjects") + changes() + only("endif")
    body = (
        tagged("{{ form_title }}", "Title") + tagged("{{ department }}", "Subtitle", "department")
        + about() + paragraph("", "Space") + nothing + listed + closing()
    )  # fmt: skip
    return package(body, KIND, sheet=page(LEVEL), more_styles=styles())


def styles() -> str:
    """The styles that only this form has."""
    return (
        paragraph_style(
            "SheetColumn", "Form Sheet Column", f'<w:keepNext/>{spacing(1.5, 1.5, 1)}<w:jc w:val="center"/>',
            run_properties(SANS, HEI, 9.5),
        )
        + paragraph_style(
            "Space", "Form Space", '<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>', "", based_on="Gap"
        )
        + paragraph_style("Nothing", "Form Nothing", f'{spacing(14, 14)}<w:jc w:val="center"/>', run_properties(SANS, HEI, 11))
        + paragraph_style("Place", "Form Place", spacing(1.5, 1.5, 1.1), run_properties(SANS, HEI, 9), based_on="Label")
        + character_style("Deleted", "Form Deleted", "<w:strike/>")
        + character_style("Added", "Form Added", '<w:b/><w:bCs/><w:u w:val="single"/>')
        + character_style("Aside", "Form Aside", f'{fonts(SANS, HEI)}<w:b w:val="0"/><w:bCs w:val="0"/>')
    )  # fmt: skip


def about() -> str:
    """What is compared, when, and how much of it changed."""
    sides = control("old", "{{ old }}") + run(" → ") + control("new", "{{ new }}")
    return ruled(
        ABOUT,
        line(
            ABOUT, titled("{{ compared_label }}"), Box(1, paragraph(sides)),
            titled("{{ date_label }}"), Box(1, tagged("{{ date }}", field="date")),
        ),
        line(ABOUT, titled("{{ scope_label }}"), Box(3, tagged("{{ scope }}", field="scope"))),
    )  # fmt: skip


# --- the table -----------------------------------------------------------------------------------------------


def changes() -> str:
    """A heading and the rows of every subject, below heads that repeat on each page."""
    heads = ("number", "item", "before", "after", "reason")
    head = line(
        GRID, *(Box(1, tagged(f"{{{{ {name}_label }}}}", "SheetColumn"), shade=True) for name in heads), head=True
    )
    return ruled(GRID, head, rows_of(GRID, "for subject in subjects", heading(), each_row()))


def heading() -> str:
    """What a subject is: its title, code and id, its versions, and what became of it; it stays with its first row."""
    title = control("title", "{{ subject.title }}")
    code = run("{% if subject.code %}") + styled("  {{ subject.code }}", "Aside") + run("{% endif %}")
    identity = run("{% if subject.id %}") + styled("  ({{ subject.id }})", "Aside") + run("{% endif %}")
    version = run("{% if subject.version %}") + styled("  {{ subject.version }}", "Aside") + run("{% endif %}")
    change = styled("  [{{ subject.change }}]", "Aside")
    named = paragraph(styled("{{ subject.about }}  ", "Aside") + title + code + identity + version + change, "Heading2")
    remarks = only("for remark in subject.remarks") + tagged("{{ remark }}", "Detail", "remarks") + only("endfor")
    return kept_together(line(GRID, Box(len(GRID), named + remarks, shade=True)))


def each_row() -> str:
    """The rows of a subject: the first holds the reason, in a cell that goes on through the others."""
    reason = Box(1, tagged("{{ subject.reason }}", field="reason"), merge="restart")
    more = Box(1, paragraph(""), merge="continue")
    return rows_of(
        GRID, "for row in subject.rows",
        rows_of(GRID, "if row.first", line(GRID, *cells(), reason, height=LEAST)),
        rows_of(GRID, "if not row.first", line(GRID, *cells(), more, height=LEAST)),
    )  # fmt: skip


def cells() -> tuple[Box, ...]:
    """Number, item, before and after of a change."""
    return (
        Box(1, tagged("{{ row.number }}", "Figure", "number"), narrow=True),
        Box(1, tagged("{{ row.item }}", "Place", "item")),
        Box(1, side("before", "old_passages", "Deleted")),
        Box(1, side("after", "new_passages", "Added")),
    )


def side(name: str, passages: str, style: str) -> str:
    """One side of a change, its own passages in a character style; a dash where there is nothing."""
    own = run("{% if passage.is_changed %}") + styled("{{ passage.text }}", style) + run("{% endif %}")
    same = run("{% if not passage.is_changed %}{{ passage.text }}{% endif %}")
    each = run(f"{{% for passage in row.{passages} %}}") + own + same + run("{% endfor %}")
    return (
        only(f"if row.{name}") + paragraph(control(name, each, of=f"row.{name}", plain=False)) + only("endif")
        + only(f"if not row.{name}") + tagged(NOTHING, "Figure") + only("endif")
    )  # fmt: skip


# --- who signs -----------------------------------------------------------------------------------------------


def closing() -> str:
    """Room for three to sign, each with a date; all of it on one page."""
    label = tagged("{{ signer.role }}", "Label", "role") + tagged("{{ approval.signature_label }}", "Label")
    signatures = (Box(1, label, shade=True), Box(1, tagged("{{ signer.name }}", field="name")))
    dates = (titled("{{ approval.date_label }}"), Box(1, tagged("{{ signer.date }}", field="date")))
    made = ruled(PAIRS, *(
        line(PAIRS, Each("for signer in approval.signers", boxes, 3), height=height)
        for boxes, height in ((signatures, SIGNATURE), (dates, LEAST))
    ))  # fmt: skip
    return paragraph("", "Space") + kept_together(made) + paragraph("", "Gap")
