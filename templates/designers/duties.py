"""The form ``duties``: like ``standard``, but each duty is a block of its own, with rows for what it states."""

from __future__ import annotations

from posdoc.word.kind import Kind
from templates.designers.parts import RULE, package
from templates.designers.pieces import (
    COLUMNS,
    LABEL,
    cell,
    control,
    detail_lines,
    kept_together,
    label,
    only,
    pair_rows,
    paragraph,
    row,
    rows_of,
    table,
    tagged,
)
from templates.designers.sections import duty_group, of_kind, section_title, sections

KIND = Kind("position", "duties")
PLACES = ("first", "second", "third")


def design() -> bytes:
    """The Word file."""
    heading = tagged("{{ form_title }}", "Title") + tagged("{{ position.title }}", "Subtitle", "title")
    return package(heading + sections(duties=duties()), KIND)


def duties() -> str:
    """The section of the duties: one table, so that its title repeats on each page."""
    title = rows_of("if part.title", row(cell(COLUMNS, section_title(), shade=True), head=True))
    block = rows_of("for duty in duties.duties", duty_group(), heading(), body())
    return of_kind("duties", table(title, block, pair_rows("duties")) + paragraph("", "Gap"))


def heading() -> str:
    """The shaded row with the number of the duty and its key result area; it stays with the row below."""
    number = tagged("{{ duty.block.heading }}", "Heading2", "number")
    area = tagged("{{ duty.area }}", "Heading2", "area")
    named = row(_topped(cell(LABEL, number, shade=True)), _topped(cell(COLUMNS - LABEL, area, shade=True)))
    bare = row(_topped(cell(COLUMNS, number, shade=True)))
    return rows_of("if duty.area", named) + rows_of("if not duty.area", bare)


def _topped(made: str) -> str:
    """A cell with a stronger rule above it: here a block begins."""
    rule = f'<w:tcBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="{RULE}"/></w:tcBorders>'
    return made.replace("<w:shd ", f"{rule}<w:shd ", 1)


def body() -> str:
    """The rows of one duty; only those are there that something fills."""
    lists = "duty.tasks or duty.block.measures"
    short = opening()
    return (
        rows_of(f"if {lists}", kept_together(short)) + rows_of(f"if not ({lists})", short)
        + rows_of("if duty.tasks", labelled("{{ duties.tasks_label }}", listed("task", "duty.tasks", "tasks")))
        + rows_of("if duty.block.measures", labelled(
            "{{ duty.measures_label }}", listed("measure", "duty.block.measures", "measures")
        ))
        + rows_of("if duty.block.last_fact", labelled(
            "{{ duty.block.last_fact.label }}", tagged("{{ duty.block.last_fact.value }}", field="responsibility")
        ))
        + rows_of("if duty.block.details", row(cell(COLUMNS, detail_lines("duty.block.details"))))
    )  # fmt: skip


def opening() -> str:
    """What the duty is and its facts, which stay with the lists below them."""
    text = labelled("{{ duties.text_label }}", tagged("{{ duty.text }}", field="text"))
    return rows_of("if duty.text", text) + "".join(
        rows_of(f"if duty.block.facts == {count}", facts(count)) for count in range(1, len(PLACES) + 1)
    )


def labelled(text: str, content: str) -> str:
    """A label with what stands beside it."""
    return row(label(LABEL, text), cell(COLUMNS - LABEL, content), whole=False)


def facts(count: int) -> str:
    """Short facts beside one another: time, weight, responsibility."""
    value = COLUMNS // count - LABEL
    return row(*(
        label(LABEL, f"{{{{ duty.block.{place}_fact.label }}}}")
        + cell(value, paragraph(control("", f"{{{{ duty.block.{place}_fact.value }}}}")))
        for place in PLACES[:count]
    ))  # fmt: skip


def listed(name: str, values: str, field: str) -> str:
    """A numbered list; what stands alone has no number."""
    return (
        only(f"for {name} in {values}")
        + only("if loop.length == 1") + tagged(f"{{{{ {name} }}}}", field=field) + only("endif")
        + only("if loop.length > 1") + tagged(f"{{{{ {name} }}}}", "Item", field) + only("endif")
        + only("endfor")
    )  # fmt: skip
