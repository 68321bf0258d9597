"""The form ``standard``: ruled tables down the page, shaded section rows, two pairs of label and value in a row.

Each section is a table of its own, so that its head repeats on the next page; a gap of one point between two
of them makes them look like one. A section stands only where the definition fills it.
"""

from __future__ import annotations

import re

from templates.designers.parts import RULE, SHADE, fonts, package

COLUMNS, COLUMN = 24, 400
"""The grid of every table: 24 columns of 400 twentieths of a point."""
LABEL = 4


def design() -> bytes:
    """The Word file."""
    return package("".join((
        tagged("{{ form_title }}", "Title"),
        tagged("{{ position.title }}", "Subtitle"),
        *(section(name, rows) for name, rows in SECTION_ROWS),
        *(section_of_indicators(), section("flows", pair_rows("flows", whole=False)), section("career", list_rows("career"))),
        *(section(name, list_rows(name)) for name in ("reward", "sections", "document")),
        section("revisions", revision_rows()),
        section("signoff", signoff_rows()),
    )))  # fmt: skip


def run(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def control(field: str, text: str, *, plain: bool = True) -> str:
    """A printed value in a content control whose tag names its field; one that is not ``plain`` holds runs."""
    kind, content = ('<w:text w:multiLine="1"/>', run(text)) if plain else ("", text)
    return f'<w:sdt><w:sdtPr><w:tag w:val="{field}"/>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def paragraph(content: str, style: str = "") -> str:
    """A paragraph. One of style ``Item`` is numbered, anew in each list."""
    counted = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if style == "Item" else ""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{counted}</w:pPr>' if style else ""
    return f"<w:p>{properties}{content}</w:p>"


def tagged(text: str, style: str = "", field: str = "") -> str:
    """A paragraph of one run, in a content control where it prints a field."""
    return paragraph(control(field, text) if field else run(text), style)


def only(tag: str) -> str:
    """A paragraph that holds a tag for paragraphs, such as ``if duties``; it does not print."""
    return paragraph(run(f"{{%p {tag} %}}"))


def cell(
    span: int, content: str, *, shade: bool = False, middle: bool = True, merge: str = "", narrow: bool = False
) -> str:
    """A cell over ``span`` columns of the grid; a ``narrow`` one has hardly any margins."""
    merged = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[merge]
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>' if shade else ""
    align = '<w:vAlign w:val="center"/>' if middle else ""
    margins = '<w:tcMar><w:left w:w="15" w:type="dxa"/><w:right w:w="15" w:type="dxa"/></w:tcMar>' if narrow else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{span * COLUMN}" w:type="dxa"/><w:gridSpan w:val="{span}"/>{merged}{fill}{margins}{align}'
        f"</w:tcPr>{content}</w:tc>"
    )


def row(*cells: str, head: bool = False, whole: bool = True) -> str:
    """A row, which does not break across pages if it is to stay ``whole``; a ``head`` repeats on each page."""
    marks = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if head else "")
    return f'<w:tr><w:trPr>{marks}<w:jc w:val="center"/></w:trPr>{"".join(cells)}</w:tr>'


def rows_of(tag: str, *rows: str) -> str:
    """Rows for which ``tag`` (``if …``, ``for …``) holds."""
    end = tag.split()[0]
    return (
        row(cell(COLUMNS, paragraph(run(f"{{%tr {tag} %}}"))))
        + "".join(rows)
        + row(cell(COLUMNS, paragraph(run(f"{{%tr end{end} %}}"))))
    )


def table(*rows: str) -> str:
    """A ruled table as wide as the text, its columns fixed."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{RULE}"/>'
        for side, size in (("top", 4), ("left", 4), ("bottom", 4), ("right", 4), ("insideH", 4), ("insideV", 4))
    )
    grid = f'<w:gridCol w:w="{COLUMN}"/>' * COLUMNS
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{COLUMNS * COLUMN}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{sides}'
        '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="20" w:type="dxa"/>'
        '<w:left w:w="70" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def section(name: str, rows: str) -> str:
    """The table of one section, there only if the definition fills it."""
    head = row(cell(COLUMNS, section_title(name), shade=True), head=True)
    return only(f"if {name}") + table(head, rows) + paragraph("", "Gap") + only("endif")


def section_title(name: str) -> str:
    """The number and title of a section."""
    return tagged(f"{{{{ {name}.number }}}}{{{{ {name}.title }}}}", "Heading1")


def label(span: int, text: str) -> str:
    """A shaded cell with a label."""
    return cell(span, tagged(text, "Label"), shade=True)


def head_cells(*columns: tuple[int, str]) -> str:
    """The head of a list, repeated on each page."""
    return row(*(cell(span, tagged(text, "Column"), shade=True) for span, text in columns), head=True)


def pair_rows(name: str, *, whole: bool = True) -> str:
    """Two pairs in a row where values are short."""
    value = COLUMNS // 2 - LABEL
    pair = "".join(
        label(LABEL, f"{{{{ row.{side}.label }}}}")
        + cell(value, tagged(f"{{{{ row.{side}.value }}}}", field=f"{{{{ row.{side}.field }}}}"))
        for side in ("left", "right")
    )
    return rows_of(
        f"for row in {name}.rows",
        rows_of("if row.paired", row(pair)),
        rows_of("if not row.paired", wide_row(whole=whole)),
    )


def wide_row(*, whole: bool = True) -> str:
    """A label with lines or a numbered list beside it."""
    content = (
        only("if row.choices")
        + paragraph(control("{{ row.field }}", choices(), plain=False))
        + only("endif")
        + only("for line in row.lines")
        + tagged("{{ line }}", field="{{ row.field }}")
        + only("endfor")
        + only("for item in row.items")
        + tagged("{{ item }}", "Item", field="{{ row.field }}")
        + only("endfor")
    )
    return row(label(LABEL, "{{ row.label }}"), cell(COLUMNS - LABEL, content), whole=whole)


def choices() -> str:
    """Boxes with their names; the boxes in a font that has them both."""
    box = f"<w:r><w:rPr>{fonts('Segoe UI Symbol', 'Segoe UI Symbol')}</w:rPr><w:t>{{{{ choice.mark }}}}</w:t></w:r>"
    return (
        run("{% for choice in row.choices %}")
        + box
        + run(" {{ choice.label }}{% if not loop.last %}  {% endif %}{% endfor %}")
    )


def list_rows(name: str) -> str:
    """Rows of pairs and lists of a section."""
    return pair_rows(name)


def chart_rows() -> str:
    """The little chart of the position."""
    return row(cell(COLUMNS, paragraph(run("{{r position_chart }}"), "Chart")))


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
    return head_cells(*heads), rows_of("for duty in duties.duties", row(*cells))


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


def detail_lines(name: str) -> str:
    """Further fields in one small paragraph: label and value, label and value."""
    between = "{% if not loop.first %}{{ between }}{% endif %}"
    content = run(f"{{% for detail in {name} %}}{between}") + detail_entry() + run("{% endfor %}")
    return only(f"if {name}") + paragraph(content, "Detail") + only("endif")


def detail_entry() -> str:
    """A label and its value."""
    return run("{{ detail.label }}{{ colon }}") + control("{{ detail.field }}", "{{ detail.value }}")


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
    item = label(LABEL, "{{ entry.item }}")
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


def section_of_indicators() -> str:
    """Each sheet of indicators in a table of its own, so that its heads repeat; then the competences."""
    titled = row(cell(COLUMNS, section_title("assessment"), shade=True), head=True)
    sheet = table(
        rows_of("if loop.first", titled),
        row(cell(COLUMNS, tagged("{{ sheet.title }}", "Heading2"), shade=True), head=True),
        rows_of("if sheet.has_weight", *_sheet_rows(True)),
        rows_of("if not sheet.has_weight", *_sheet_rows(False)),
        pair_rows("sheet"),
    )
    named = row(cell(COLUMNS, tagged("{{ assessment.competences_label }}", "Heading2"), shade=True), head=True)
    rest = table(rows_of("if not assessment.sheets", titled), named, pair_rows("assessment"))
    return (
        only("if assessment")
        + only("for sheet in assessment.sheets") + sheet + paragraph("", "Gap") + only("endfor")
        + only("if assessment.rows") + rest + paragraph("", "Gap") + only("endif")
        + only("endif")
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


def signoff_rows() -> str:
    """The statement, and a line for each signature with room to sign; all of it on one page."""
    statement = row(cell(COLUMNS, tagged("{{ signoff.statement }}", field="statement")))
    heads = row(
        *(
            cell(span, tagged(f"{{{{ signoff.{name}_label }}}}", "Column"), shade=True)
            for span, name in ((LABEL, "role"), (8, "name"), (7, "signature"), (5, "date"))
        )
    )
    signature = row(
        label(LABEL, "{{ signer.role }}"),
        cell(8, tagged("{{ signer.name }}", field="name")),
        cell(7, paragraph("")),
        cell(5, tagged("{{ signer.date }}", "Figure", field="date")),
    ).replace("<w:cantSplit/>", '<w:cantSplit/><w:trHeight w:val="520" w:hRule="atLeast"/>')
    signers = rows_of("if signoff.signers", heads, rows_of("for signer in signoff.signers", signature))
    return kept_together(rows_of("if signoff.statement", statement) + signers)


def kept_together(rows: str) -> str:
    """Rows that stay on one page with what follows them."""
    styled = re.sub(r"<w:p>(?!<w:pPr>)", "<w:p><w:pPr></w:pPr>", rows)
    return re.sub(r"<w:pPr>((?:<w:pStyle [^>]*>)?)", r"<w:pPr>\1<w:keepNext/>", styled)


SECTION_ROWS = (
    ("identity", pair_rows("identity")),
    ("relations", pair_rows("relations")),
    ("chart", chart_rows()),
    ("purpose", pair_rows("purpose")),
    ("duties", duty_rows()),
    ("authority", list_rows("authority")),
    ("contacts", contact_rows()),
    ("qualifications", qualification_rows()),
    ("training", list_rows("training")),
    ("conditions", pair_rows("conditions")),
)
