"""The form ``posting``: a recruiting advertisement on one page, with nothing in it that is only the company's business."""

from __future__ import annotations

from posdoc.word.kind import Kind
from templates.designers.narrative import lead
from templates.designers.parts import (
    GREY,
    HEAD,
    HEI,
    INK,
    RULE,
    SANS,
    SERIF,
    SONG,
    R,
    W,
    character_style,
    package,
    page,
    paragraph_style,
    run_properties,
    spacing,
    with_parts,
)
from templates.designers.pieces import (
    COLUMNS,
    cell,
    control,
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

KIND = Kind("position", "posting")
LABEL = 4
NOTHING = '"—"'
MORE = " or ".join(f'part.name == "{name}"' for name in ("conditions", "training", "sections"))
"""Sections that are printed if the workspace lists them."""


def design() -> bytes:
    """The Word file."""
    body = (
        headline()
        + facts()
        + overview()
        + duties()
        + qualifications()
        + reward()
        + prospects()
        + more()
        + application()
    )
    sheet = page().replace('w:top="1304"', 'w:top="720"').replace('w:bottom="1134"', 'w:bottom="850"')
    return with_parts(package(body, KIND, sheet=sheet, more_styles=own_styles()), {"word/header1.xml": header()})


def header() -> str:
    """The mark of a draft and nothing else: number and version of the document are no business of an applicant's."""
    return (
        f'{HEAD}<w:hdr {W} {R}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
        "<w:r><w:t>{{r watermark }}</w:t></w:r></w:p></w:hdr>"
    )


def own_styles() -> str:
    """A large title below a rule, and headings with a bar at their side.

    Lines are of a fixed height, so that one page stays one page whatever fonts a program has.
    """
    centre = '<w:jc w:val="center"/>'
    wide = '<w:spacing w:val="80"/><w:sz '
    kicker = run_properties(SANS, HEI, 13, color=GREY).replace("<w:sz ", wide, 1)
    above = f'<w:pBdr><w:top w:val="single" w:sz="24" w:space="6" w:color="{INK}"/></w:pBdr>'
    bar = f'<w:pBdr><w:left w:val="single" w:sz="36" w:space="6" w:color="{INK}"/></w:pBdr>'
    frame = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="{space}" w:color="{RULE}"/>'
        for side, space in (("top", 6), ("left", 8), ("bottom", 6), ("right", 8))
    )
    body = run_properties(SERIF, SONG, 10)
    close = '<w:spacing w:before="0" w:after="10" w:line="260" w:lineRule="exact"/>'
    roomy = close.replace('before="0" w:after="10"', 'before="60" w:after="60"')
    inset = '<w:ind w:left="170" w:right="170"/>'
    return "".join((
        paragraph_style("Company", "Form Company", f"<w:keepNext/>{spacing(0, 4, 1)}{centre}", run_properties(SANS, HEI, 12)),
        paragraph_style("Subtitle", "Subtitle", f"<w:keepNext/>{above}{spacing(0, 2, 1)}{centre}", kicker, following="Title"),
        paragraph_style("Title", "Title", f'<w:keepNext/>{spacing(0, 6, 1)}{centre}<w:outlineLvl w:val="0"/>',
                        run_properties(SANS, HEI, 24, bold=True), following="Normal"),
        paragraph_style("Heading1", "heading 1", f'<w:keepNext/>{bar}{spacing(5, 2, 1)}{inset}<w:outlineLvl w:val="0"/>',
                        run_properties(SANS, HEI, 11.5, bold=True), following="Prose"),
        paragraph_style("Prose", "Form Prose", close, body),
        paragraph_style("Fact", "Form Fact", close, body),
        paragraph_style("FactLabel", "Form Fact Label", spacing(0, 0, 1), run_properties(SANS, HEI, 9, color=GREY)),
        paragraph_style("Lead", "Form Lead", "<w:keepNext/>", run_properties(SANS, HEI, 10), based_on="Prose"),
        paragraph_style("Item", "Form Item",
                        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{close}', body),
        paragraph_style("Call", "Form Call", f"<w:keepLines/><w:pBdr>{frame}</w:pBdr>{roomy}{inset}", body),
        character_style("Tag", "Form Tag", run_properties(SANS, HEI, 10)),
    ))  # fmt: skip


def headline() -> str:
    """Who is looking, and for whom."""
    return (
        only("if company") + tagged("{{ company }}", "Company") + only("endif")
        + tagged("{{ form_title }}", "Subtitle") + tagged("{{ position.title }}", "Title", "title")
    )  # fmt: skip


def facts() -> str:
    """The key facts, two in a row."""
    left, right = ("{{ row.left." + "%s }}", "{{ row.right." + "%s }}")
    half = COLUMNS // 2 - LABEL
    both = row(*_fact(left, half), *_fact(right, half))
    alone = row(*_fact(left, COLUMNS - LABEL))
    table = lined_table(
        rows_of("for row in posting.facts", rows_of("if row.right", both), rows_of("if not row.right", alone))
    )
    return only("if posting.facts") + table + paragraph("", "Gap") + only("endif")


def _fact(side: str, span: int) -> tuple[str, str]:
    return (
        cell(LABEL, tagged(side % "label", "FactLabel")),
        cell(span, tagged(side % "value", "Fact", side % "field")),
    )


def heading(text: str) -> str:
    """The title of a section, without its number."""
    return tagged(text, "Heading1")


def overview() -> str:
    """What the position is about."""
    text = tagged("{{ posting.overview }}", "Prose", "overview")
    return only("if purpose and posting.overview") + heading("{{ purpose.title }}") + text + only("endif")


def duties() -> str:
    """The duties in a numbered list: no shares, no measures, and tasks only where there is no text."""
    area = run("{% if duty.area and (duty.text or duty.tasks) %}") + leading("area", "{{ duty.in_line }}", "Tag")
    alone = run("{% elif duty.area %}") + control("area", "{{ duty.in_line }}") + run("{% endif %}")
    text = run("{% if duty.text %}") + control("text", "{{ duty.text }}") + run("{% else %}")
    tasks = control("tasks", "{{ duty.tasks|join(between) }}", of="duty.tasks") + run("{% endif %}")
    return (
        only('if duties and duties.kind == "duties" and duties.duties') + heading("{{ duties.title }}")
        + only("for duty in duties.duties") + paragraph(area + alone + text + tasks, "Item") + only("endfor")
        + only("endif")
    )  # fmt: skip


def qualifications() -> str:
    """What is asked for, in a numbered list; what is preferred in brackets."""
    item = run("{% if entry.item %}") + leading("item", "{{ entry.in_line }}", "Tag") + run("{% endif %}")
    required = (
        run(f"{{% if entry.required != {NOTHING} or entry.preferred == {NOTHING} %}}")
        + control("required", "{{ entry.required }}") + run("{% endif %}")
    )  # fmt: skip
    preferred = (
        run(f"{{% if entry.preferred != {NOTHING} %}}{{{{ open }}}}{{{{ in_line.preferred }}}}{{{{ colon }}}}")
        + control("preferred", "{{ entry.preferred }}") + run("{{ close }}{% endif %}")
    )  # fmt: skip
    return (
        only('if qualifications and qualifications.kind == "qualifications"') + heading("{{ qualifications.title }}")
        + only("for entry in qualifications.qualifications")
        + paragraph(item + required + preferred, "Item") + only("endfor")
        + only("endif")
    )  # fmt: skip


def reward() -> str:
    """Pay and benefits."""
    return only("if reward and reward.cells") + heading("{{ reward.title }}") + cells("reward") + only("endif")


def prospects() -> str:
    """Where the position may lead; nothing of where it came from or of moving down."""
    return (
        only("if career and posting.prospects.cells") + heading("{{ career.title }}") + cells("posting.prospects")
        + only("endif")
    )  # fmt: skip


def more() -> str:
    """Sections of the workspace's own, and a few that it has asked for by name."""
    return (
        only("for part in parts")
        + only(f'if part.cells and part.title and (part.name == "" or posting.chosen and ({MORE}))')
        + heading("{{ part.title }}") + cells("part") + only("endif") + only("endfor")
    )  # fmt: skip


def cells(name: str) -> str:
    """Fields, each as a paragraph; a list below its label."""
    label = run("{% if cell.label %}") + own_label_in_line("cell.in_line", "Tag") + run("{% endif %}")
    boxes = run('{% for choice in cell.choices %}{% if choice.mark == "☑" %}{{ choice.label }}{% endif %}{% endfor %}')
    return (
        only(f"for cell in {name}.cells")
        + only("if cell.choices") + paragraph(
            label + control("{{ cell.field }}", boxes, of="cell.field", plain=False), "Prose"
        )
        + only("elif cell.value") + paragraph(label + control("{{ cell.field }}", "{{ cell.value }}"), "Prose")
        + only("else") + only("if cell.label") + lead() + only("endif")
        + only("for line in cell.lines") + tagged("{{ line }}", "Prose", "{{ cell.field }}") + only("endfor")
        + only("for item in cell.items") + tagged("{{ item }}", "Item", "{{ cell.field }}") + only("endfor")
        + only("endif") + only("endfor")
    )  # fmt: skip


def application() -> str:
    """How to apply, in a frame."""
    text = tagged("{{ posting.application }}", "Call", "application")
    return only("if posting.application") + heading("{{ in_line.application }}") + text + only("endif")
