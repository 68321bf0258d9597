"""The form ``narrative``: headed prose and lists, as a job description is written where no table is wanted."""

from __future__ import annotations

from posdoc.word.kind import Kind
from templates.designers.parts import (
    GREY,
    HEAD,
    HEI,
    RULE,
    SANS,
    SERIF,
    SONG,
    W,
    character_style,
    list_level,
    package,
    paragraph_style,
    run_properties,
    spacing,
    with_parts,
)
from templates.designers.pieces import (
    COLUMNS,
    cell,
    choices,
    control,
    counted,
    detail_entry,
    kept_together,
    leading,
    lined_table,
    only,
    own_label_in_line,
    paragraph,
    row,
    rows_of,
    run,
    tagged,
)
from templates.designers.sections import of_kind

KIND = Kind("position", "narrative")
STEP = 420
"""How far a list is indented: two Chinese characters."""
POINTS, INNER_POINTS, DASHES = 2, 3, 4
"""The lists: numbers at the margin, numbers below a label, dashes below a text."""


def design() -> bytes:
    """The Word file."""
    heading = tagged("{{ form_title }}", "Title") + tagged("{{ position.title }}", "Subtitle", "title")
    section = (
        only("if part.title") + tagged("{{ part.number }}{{ part.title }}", "Heading1") + only("endif")
        + "".join(of_kind(kind, content) for kind, content in contents().items())
        + cells("part")
    )  # fmt: skip
    body = heading + only("for part in parts") + section + only("endfor") + paragraph("", "Gap")
    return with_parts(package(body, KIND, more_styles=own_styles()), {"word/numbering.xml": lists()})


# --- styles and lists ---------------------------------------------------------------------------------------


def own_styles() -> str:
    """Headings with a line below, prose with room between the lines, and what is indented."""
    body, strong = run_properties(SERIF, SONG, 10.5), run_properties(SANS, HEI, 10.5, bold=True)
    line = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="2" w:color="{RULE}"/></w:pBdr>'
    hanging = f'<w:tabs><w:tab w:val="left" w:pos="{STEP}"/></w:tabs>'
    hung = f'<w:ind w:left="{STEP}" w:hanging="{STEP}"/>'
    deep = f'<w:ind w:left="{STEP}"/>'
    return "".join((
        paragraph_style("Title", "Title", f'<w:keepNext/>{spacing(2, 3, 1)}<w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
                        run_properties(SANS, HEI, 20, bold=True), following="Subtitle"),
        paragraph_style("Subtitle", "Subtitle", f'<w:keepNext/>{spacing(0, 4, 1)}<w:jc w:val="center"/>',
                        run_properties(SANS, HEI, 13, color=GREY), following="Prose"),
        paragraph_style("Heading1", "heading 1", f'<w:keepNext/>{line}{spacing(13, 5, 1.1)}<w:outlineLvl w:val="0"/>',
                        run_properties(SANS, HEI, 12, bold=True), following="Prose"),
        paragraph_style("Heading2", "heading 2", f'<w:keepNext/>{spacing(6, 2, 1.2)}<w:outlineLvl w:val="1"/>',
                        strong, following="Prose"),
        paragraph_style("DutyHeading", "Form Duty Heading", f"{hanging}{hung}", "", based_on="Heading2"),
        paragraph_style("Prose", "Form Prose", spacing(0, 3, 1.2), body),
        paragraph_style("Lead", "Form Lead", "<w:keepNext/>", run_properties(SANS, HEI, 10.5), based_on="Prose"),
        paragraph_style("Duty", "Form Duty", f"{hanging}{hung}", "", based_on="Prose"),
        paragraph_style("Inside", "Form Inside", deep, "", based_on="Prose"),
        paragraph_style("Point", "Form Point", "", "", based_on="Prose"),
        paragraph_style("InnerPoint", "Form Inner Point", spacing(0, 2, 1.2), "", based_on="Prose"),
        paragraph_style("Dash", "Form Dash",
                        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{DASHES}"/></w:numPr>{spacing(0, 2, 1.2)}', "",
                        based_on="Prose"),
        paragraph_style("Note", "Form Note", f"{spacing(0, 1.5, 1.15)}{deep}", "", based_on="Detail"),
        paragraph_style("About", "Form About", f"<w:keepNext/>{spacing(0, 2, 1.2)}", "", based_on="Detail"),
        paragraph_style("Column", "Form Column", f"<w:keepNext/>{spacing(1, 1, 1.1)}", run_properties(SANS, HEI, 9.5)),
        paragraph_style("Cell", "Form Cell", spacing(1, 1, 1.15), run_properties(SERIF, SONG, 10)),
        character_style("Tag", "Form Tag", run_properties(SANS, HEI, 10.5)),
    ))  # fmt: skip


def lists() -> str:
    """The numbering of the form: that of all forms, and its own."""
    kinds = (
        list_level(0, "%1.", 340, 340)
        + list_level(POINTS, "%1.", STEP, STEP)
        + list_level(INNER_POINTS, "%1.", 2 * STEP, STEP)
        + list_level(DASHES, "–", 2 * STEP, STEP, kind="bullet")
    )
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/></w:num>'
        for number, kind in ((1, 0), (POINTS, POINTS), (INNER_POINTS, INNER_POINTS), (DASHES, DASHES))
    )
    return f"{HEAD}<w:numbering {W}>{kinds}{numbers}</w:numbering>"


# --- fields -------------------------------------------------------------------------------------------------


def cells(name: str) -> str:
    """Fields, each as a paragraph ``label: value``; more lines, or a list, below it."""
    boxes = choices().replace("row.choices", "cell.choices")
    in_line = only("elif cell.value") + paragraph(tag() + control("{{ cell.field }}", "{{ cell.value }}"), "Prose")
    return (
        only(f"for cell in {name}.cells")
        + only("if cell.choices") + paragraph(
            tag() + control("{{ cell.field }}", boxes, of="cell.field", plain=False), "Prose"
        )
        + in_line + only("else") + _long_cell() + only("endif")
        + only("endfor")
    )  # fmt: skip


def tag() -> str:
    """The label before a text; none where it only says again what the heading says."""
    return (
        run("{% if cell.label and not (loop.first and cell.label == part.title) %}")
        + own_label_in_line("cell.in_line", "Tag") + run("{% endif %}")
    )  # fmt: skip


def _long_cell() -> str:
    return (
        only("if cell.label") + lead() + only("endif")
        + only("for line in cell.lines") + tagged("{{ line }}", "Inside", "{{ cell.field }}") + only("endfor")
        + only("for item in cell.items")
        + counted(control("{{ cell.field }}", "{{ item }}"), "InnerPoint", INNER_POINTS)
        + only("endfor")
    )  # fmt: skip


def lead() -> str:
    """The label before a list or several lines, in a content control where it is a text of the definition."""
    marked = control("label", "{{ cell.in_line }}") + run("{{ colon }}")
    return (
        only('if cell.in_line|mark != "="') + paragraph(marked, "Lead")
        + only("else") + tagged("{{ cell.in_line }}{{ colon }}", "Lead") + only("endif")
    )  # fmt: skip


# --- sections that are more than fields ---------------------------------------------------------------------


def contents() -> dict[str, str]:
    """What stands in each kind of section before its fields."""
    return {
        "chart": drawing("part.drawing"),
        "duties": duties(),
        "contacts": contacts(),
        "qualifications": qualifications(),
        "assessment": assessment(),
        "flows": flows(),
        "career": drawing("part.drawing"),
        "revisions": revisions(),
        "signoff": signoff(),
        "blank": paragraph("", "Prose") * 3,
    }


def drawing(name: str) -> str:
    """A chart, there if there is one."""
    return only(f"if {name}") + paragraph(run(f"{{{{r {name} }}}}"), "Figure") + only("endif")


def duties() -> str:
    """Each duty: a heading with its tasks, or a title before a text, or only the text."""
    number = run("{{ duty.numeral }}") + "<w:r><w:tab/></w:r>"
    text = control("text", "{{ duty.text }}")
    headed = (
        paragraph(number + control("area", "{{ duty.in_line }}"), "DutyHeading")
        + only("if duty.text") + tagged("{{ duty.text }}", "Inside", "text") + only("endif")
    )  # fmt: skip
    titled = paragraph(number + leading("area", "{{ duty.in_line }}", "Tag") + text, "Duty")
    tasks = only("for task in duty.tasks") + tagged("{{ task }}", "Dash", "tasks") + only("endfor")
    return (
        only("for duty in part.duties")
        + only("if duty.group") + tagged("{{ duty.group }}", "Heading2", "category") + only("endif")
        + only("if duty.area and (duty.tasks or not duty.text)") + headed
        + only("elif duty.area") + titled
        + only("else") + paragraph(number + text, "Duty") + only("endif")
        + tasks + _remarks()
        + only("endfor")
    )  # fmt: skip


def _remarks() -> str:
    measures = run("{{ in_line.measures }}{{ colon }}") + control("measures", "{{ duty.measures }}")
    return (
        only("if duty.measures") + paragraph(measures, "Note") + only("endif")
        + only("if duty.particulars") + paragraph(_in_a_row("duty.particulars"), "Note") + only("endif")
    )  # fmt: skip


def _in_a_row(name: str) -> str:
    between = "{% if not loop.first %}{{ between }}{% endif %}"
    return run(f"{{% for detail in {name} %}}{between}") + detail_entry() + run("{% endfor %}")


def contacts() -> str:
    """Contacts by side: who, and what about."""
    party = control("party", "{{ contact.in_line }}")
    content = control("content", "{{ contact.content }}")
    entry = (
        only("if contact.party and contact.content")
        + paragraph(leading("party", "{{ contact.in_line }}", "Tag") + content, "Dash")
        + only("elif contact.party") + paragraph(party, "Dash")
        + only("else") + paragraph(content, "Dash") + only("endif")
    )  # fmt: skip
    side = only("if contact.first and contact.scope") + tagged("{{ contact.scope }}{{ colon }}", "Lead") + only("endif")
    return only("for contact in part.contacts") + side + entry + only("endfor")


def qualifications() -> str:
    """A numbered list of items: what is required, and behind it what is preferred."""
    nothing = '"—"'
    item = run("{% if entry.item %}") + leading("item", "{{ entry.in_line }}", "Tag") + run("{% endif %}")
    required = (
        run(f"{{% if entry.required != {nothing} or entry.preferred == {nothing} %}}")
        + control("required", "{{ entry.required }}") + run("{% endif %}")
    )  # fmt: skip
    preferred = (
        run(f"{{% if entry.preferred != {nothing} %}}{{{{ open }}}}{{{{ in_line.preferred }}}}{{{{ colon }}}}")
        + control("preferred", "{{ entry.preferred }}") + run("{{ close }}{% endif %}")
    )  # fmt: skip
    text = item + required + preferred
    return (
        only("for entry in part.qualifications")
        + only("if entry.number") + paragraph(run("{{ entry.numeral }}") + "<w:r><w:tab/></w:r>" + text, "Duty")
        + only("else") + counted(text, "Point", POINTS) + only("endif")
        + only("endfor")
    )  # fmt: skip


def assessment() -> str:
    """Each sheet of indicators as a table; below it what goes for the whole sheet; then the competences."""
    title = tagged("{{ sheet.title }}", "Heading2", "title")
    weighed = only("if sheet.has_weight") + _sheet(True) + only("else") + _sheet(False) + only("endif")
    named = tagged("{{ in_line.competences }}", "Heading2")
    return (
        only("for sheet in part.sheets") + title + weighed + paragraph("", "Gap") + cells("sheet") + only("endfor")
        + only("if part.cells and part.sheets") + named + only("endif")
    )  # fmt: skip


def _sheet(weighed: bool) -> str:
    name = COLUMNS - 2 - 5 - 2 * weighed
    columns = [(2, "number"), (name, "name"), (5, "target"), *([(2, "weight")] if weighed else [])]
    indicator = (
        tagged("{{ kpi.name }}", "Cell", "name")
        + only("for inner in kpi.parts") + counted(control("parts", "{{ inner }}"), "Cell", 1) + only("endfor")
        + only("if kpi.details") + paragraph(_in_a_row("kpi.details"), "Detail") + only("endif")
    )  # fmt: skip
    targets = only("for target in kpi.targets") + tagged("{{ target }}", "Cell", "target") + only("endfor")
    made = [
        cell(2, tagged("{{ kpi.number }}", "Cell", "number"), middle=False),
        cell(name, indicator, middle=False),
        cell(5, targets, middle=False),
    ]
    if weighed:
        made.append(cell(2, tagged("{{ kpi.weight }}", "Cell", "weight"), middle=False))
    return lined_table(_heads("sheet", columns), rows_of("for kpi in sheet.kpis", row(*made)))


def _heads(block: str, columns: list[tuple[int, str]]) -> str:
    """The head of a table, repeated on each page."""
    return row(*(cell(span, tagged(f"{{{{ {block}.{name}_label }}}}", "Column")) for span, name in columns), head=True)


def flows() -> str:
    """Each work flow: title, drawing, what is said of it, its numbered steps."""
    steps = only("for step in flow.steps") + counted(control("steps", "{{ step }}"), "Point", POINTS) + only("endfor")
    return (
        only("for flow in part.flows")
        + only("if flow.group") + tagged("{{ flow.group }}", "Heading2", "scope") + only("endif")
        + only("if flow.title") + tagged("{{ flow.title }}", "Heading2", "title") + only("endif")
        + only("if flow.about") + tagged("{{ flow.about }}", "About") + only("endif")
        + drawing("flow.drawing") + steps + only("endfor")
    )  # fmt: skip


def revisions() -> str:
    """Version, date, change, author, in a small table."""
    columns = [(3, "version"), (5, "date"), (12, "text"), (4, "author")]
    made = row(
        *(cell(span, tagged(f"{{{{ revision.{name} }}}}", "Cell", name), middle=False) for span, name in columns)
    )
    return lined_table(_heads("part", columns), rows_of("for revision in part.revisions", made)) + paragraph("", "Gap")


def signoff() -> str:
    """The statement, and a line to sign on for each; all of it on one page."""
    spans = [(5, "role"), (8, "name"), (6, "signature"), (5, "date")]
    room = paragraph("", "Cell")
    line = row(
        *(
            cell(span, room if name == "signature" else tagged(f"{{{{ signer.{name} }}}}", "Cell", name))
            for span, name in spans
        )
    )
    line = line.replace("<w:cantSplit/>", '<w:cantSplit/><w:trHeight w:val="560" w:hRule="atLeast"/>')
    signers = lined_table(_heads("part", spans), rows_of("for signer in part.signers", line))
    return (
        only("if part.statement") + kept_together(tagged("{{ part.statement }}", "Prose", "statement")) + only("endif")
        + only("if part.signers") + kept_together(signers) + paragraph("", "Gap") + only("endif")
    )  # fmt: skip
