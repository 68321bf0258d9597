"""The sections of a job description as ruled tables, which several forms have in common.

Each section is a table of its own, so that its head repeats on the next page; a gap of one point between two
of them makes them look like one. In a form they stand in a loop over ``parts``: the sections that are there, in order.
"""

from __future__ import annotations

from templates.designers.pieces import (
    COLUMNS,
    LABEL,
    cell,
    chart_row,
    control,
    detail_entry,
    detail_lines,
    head_cells,
    kept_together,
    only,
    pair_rows,
    paragraph,
    row,
    rows_of,
    run,
    table,
    tagged,
)


def sections(**own: str) -> str:
    """A loop over the sections of a position; ``own`` are sections that a form sets in its own way, by kind."""
    made = {**{kind: section(kind, rows) for kind, rows in SECTION_ROWS.items()}, "assessment": assessment(), **own}
    return only("for part in parts") + "".join(made.values()) + only("endfor")


def section(kind: str, rows: str) -> str:
    """The table of one kind of section."""
    head = rows_of("if part.title", row(cell(COLUMNS, section_title(), shade=True), head=True))
    return of_kind(kind, table(head, rows) + paragraph("", "Gap"))


def of_kind(kind: str, content: str) -> str:
    """What stands in the loop for sections of one kind."""
    return only(f'if part.kind == "{kind}"') + content + only("endif")


def section_title() -> str:
    """The number and title of a section."""
    return tagged("{{ part.number }}{{ part.title }}", "Heading1")


def _flow_group() -> str:
    """The scope of the work flows that follow."""
    return rows_of("if flow.group", row(cell(COLUMNS, tagged("{{ flow.group }}", "Heading2"), shade=True)))


def flow_rows() -> str:
    """Each work flow: its title, its drawing, and its numbered steps."""
    steps = (
        only("if flow.about") + tagged("{{ flow.about }}", "Detail") + only("endif")
        + only("for step in flow.steps") + tagged("{{ step }}", "Item", "steps") + only("endfor")
    )  # fmt: skip
    title = row(cell(COLUMNS, tagged("{{ flow.title }}", "Heading2", "title")))
    return rows_of(
        "for flow in flows.flows",
        _flow_group(),
        title,
        chart_row("flow.drawing"),
        row(cell(COLUMNS, steps), whole=False),
    ) + pair_rows("flows")


def duty_rows() -> str:
    """The duties: number, key result area, text with tasks, and up to two columns of shares."""
    variants = []
    for has_area in (True, False):
        for shares in (2, 1, 0):
            condition = f"if duties.columns == {shares} and {'' if has_area else 'not '}duties.has_area"
            variants.append(rows_of(condition, *_duty_variant(has_area, shares)))
    return "".join(variants) + pair_rows("duties")


def _duty_variant(has_area: bool, shares: int) -> tuple[str, str]:
    text = COLUMNS - 2 - 4 * has_area - 2 * shares
    heads = [(2, "{{ duties.number_label }}"), *([(4, "{{ duties.area_label }}")] if has_area else [])]
    heads.append((text, "{{ duties.text_label }}"))
    names = {2: ("first", "second"), 1: ("first",), 0: ()}[shares]
    heads += [(2, f"{{{{ duties.{name}_share_label }}}}") for name in names]
    cells = [cell(2, tagged("{{ duty.number }}", "Figure", field="number"))]
    if has_area:
        cells.append(cell(4, tagged("{{ duty.area }}", field="area")))
    cells.append(cell(text, duty_text(has_area)))
    cells += [
        cell(2, tagged(f"{{{{ duty.{name}_share }}}}", "Figure", field=f"{{{{ duties.{name}_share_field }}}}"))
        for name in names
    ]
    return head_cells(*heads), rows_of("for duty in duties.duties", duty_group(), row(*cells))


def duty_group() -> str:
    """The category of the duties that follow."""
    return rows_of("if duty.group", row(cell(COLUMNS, tagged("{{ duty.group }}", "Heading2", "category"), shade=True)))


def duty_text(has_area: bool) -> str:
    """What stands in the wide column of a duty."""
    area = "" if has_area else only("if duty.area") + tagged("{{ duty.area }}", "Heading2", "area") + only("endif")
    return (
        area
        + only("if duty.text") + tagged("{{ duty.text }}", field="text") + only("endif")
        + only("for task in duty.tasks") + tagged("{{ task }}", "Item", "tasks") + only("endfor")
        + only("if duty.measures")
        + paragraph(run("{{ duty.measures_label }}{{ colon }}") + control("measures", "{{ duty.measures }}"), "Detail")
        + only("endif")
        + detail_lines("duty.details")
    )  # fmt: skip


def contact_rows() -> str:
    """Contacts by side, then supervision received and given."""
    entry = [
        cell(COLUMNS - LABEL - 5, tagged("{{ contact.content }}", field="content")),
    ]
    party = cell(5, tagged("{{ contact.party }}", field="party"))
    first = row(cell(LABEL, tagged("{{ contact.scope }}", "Label"), shade=True, merge="restart"), party, *entry)
    other = row(cell(LABEL, paragraph("", "Label"), shade=True, merge="continue"), party, *entry)
    heads = head_cells(
        (LABEL, "{{ contacts.scope_label }}"), (5, "{{ contacts.party_label }}"),
        (COLUMNS - LABEL - 5, "{{ contacts.content_label }}"),
    )  # fmt: skip
    listed = rows_of(
        "for contact in contacts.contacts",
        rows_of("if contact.first", first),
        rows_of("if not contact.first", other),
    )
    return rows_of("if contacts.contacts", heads, listed) + pair_rows("contacts")


def qualification_rows() -> str:
    """Item, required, and preferred where anything is preferred."""
    half = (COLUMNS - LABEL) // 2
    number = run("{{ entry.number }}{% if entry.number %} {% endif %}")
    item = cell(LABEL, paragraph(number + control("item", "{{ entry.item }}"), "Label"), shade=True)
    required = tagged("{{ entry.required }}", field="required")
    both = row(item, cell(half, required), cell(half, tagged("{{ entry.preferred }}", field="preferred")))
    return rows_of(
        "if qualifications.has_preferred",
        head_cells(
            (LABEL, "{{ qualifications.item_label }}"), (half, "{{ qualifications.required_label }}"),
            (half, "{{ qualifications.preferred_label }}"),
        ),
        rows_of("for entry in qualifications.qualifications", both),
    ) + rows_of(
        "if not qualifications.has_preferred",
        rows_of("for entry in qualifications.qualifications", row(item, cell(2 * half, required))),
    ) + pair_rows("qualifications")  # fmt: skip


def assessment() -> str:
    """Each sheet of indicators in a table of its own, so that its heads repeat; then the competences."""
    titled = row(cell(COLUMNS, section_title(), shade=True), head=True)
    sheet = table(
        rows_of("if loop.first", titled),
        row(cell(COLUMNS, tagged("{{ sheet.title }}", "Heading2", "title"), shade=True), head=True),
        rows_of("if sheet.has_weight", *_sheet_rows(True)),
        rows_of("if not sheet.has_weight", *_sheet_rows(False)),
        pair_rows("sheet"),
    )
    named = row(cell(COLUMNS, tagged("{{ assessment.competences_label }}", "Heading2"), shade=True), head=True)
    rest = table(rows_of("if not assessment.sheets", titled), named, pair_rows("assessment"))
    return of_kind(
        "assessment",
        only("for sheet in assessment.sheets") + sheet + paragraph("", "Gap") + only("endfor")
        + only("if assessment.rows") + rest + paragraph("", "Gap") + only("endif"),
    )  # fmt: skip


def _sheet_rows(weighed: bool) -> tuple[str, str]:
    name = COLUMNS - 3 - 5 - 3 * weighed
    columns = [(3, "{{ sheet.number_label }}"), (name, "{{ sheet.name_label }}"), (5, "{{ sheet.target_label }}")]
    if weighed:
        columns.append((3, "{{ sheet.weight_label }}"))
    indicator = (
        tagged("{{ kpi.name }}", field="name")
        + only("for part in kpi.parts") + tagged("{{ part }}", "Item", "parts") + only("endfor")
        + only("for detail in kpi.details") + paragraph(detail_entry(), "Detail") + only("endfor")
    )  # fmt: skip
    targets = only("for target in kpi.targets") + tagged("{{ target }}", "Figure", "target") + only("endfor")
    cells = [cell(3, tagged("{{ kpi.number }}", "Figure", "number")), cell(name, indicator), cell(5, targets)]
    if weighed:
        cells.append(cell(3, tagged("{{ kpi.weight }}", "Figure", "weight")))
    return head_cells(*columns), rows_of("for kpi in sheet.kpis", row(*cells))


def revision_rows() -> str:
    """Version, date, change, author."""
    spans = (3, 5, 11, 5)
    names = ("version", "date", "text", "author")
    heads = head_cells(*((span, f"{{{{ revisions.{name}_label }}}}") for span, name in zip(spans, names, strict=True)))
    cells = [
        cell(span, tagged(f"{{{{ revision.{name} }}}}", "" if name == "text" else "Figure", name))
        for span, name in zip(spans, names, strict=True)
    ]
    return heads + rows_of("for revision in revisions.revisions", row(*cells))


def signoff_rows(name: str = "signoff") -> str:
    """The statement, and a line for each signature with room to sign; all of it on one page."""
    statement = row(cell(COLUMNS, tagged(f"{{{{ {name}.statement }}}}", field="statement")))
    heads = row(
        *(
            cell(span, tagged(f"{{{{ {name}.{column}_label }}}}", "Column"), shade=True)
            for span, column in ((LABEL, "role"), (8, "name"), (7, "signature"), (5, "date"))
        )
    )
    signature = row(
        cell(LABEL, tagged("{{ signer.role }}", "Label", "role"), shade=True),
        cell(8, tagged("{{ signer.name }}", field="name")),
        cell(7, paragraph("")),
        cell(5, tagged("{{ signer.date }}", "Figure", field="date")),
    ).replace("<w:cantSplit/>", '<w:cantSplit/><w:trHeight w:val="520" w:hRule="atLeast"/>')
    signers = rows_of(f"if {name}.signers", heads, rows_of(f"for signer in {name}.signers", signature))
    return kept_together(rows_of(f"if {name}.statement", statement) + signers)


def blank_rows() -> str:
    """Room to write in by hand."""
    return row(cell(COLUMNS, paragraph(""))).replace(
        "<w:cantSplit/>", '<w:cantSplit/><w:trHeight w:val="900" w:hRule="atLeast"/>'
    )


SECTION_ROWS = {
    "rows": pair_rows("part"),
    "blank": blank_rows(),
    "chart": chart_row("chart.drawing"),
    "duties": duty_rows(),
    "contacts": contact_rows(),
    "qualifications": qualification_rows(),
    "flows": flow_rows(),
    "career": chart_row("career.drawing") + pair_rows("career"),
    "revisions": revision_rows(),
    "signoff": signoff_rows(),
}
