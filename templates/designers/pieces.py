"""The pieces that forms are built of: paragraphs with tags, cells, rows and ruled tables."""

from __future__ import annotations

import re

from posdoc.template.marks import LONGEST
from templates.designers.parts import RULE, SHADE, fonts

COLUMNS, COLUMN = 24, 400
"""The grid of every table: 24 columns of 400 twentieths of a point."""
LABEL = 4
"""The columns that a label takes."""


def run(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def control(field: str, text: str, *, of: str = "", plain: bool = True) -> str:
    """A printed value in a content control whose tag is the mark of the value; one that is not ``plain`` holds runs.

    ``of`` is the value where it is not the one tag that ``text`` is. ``field`` is what the tag says of a value that no
    definition holds; it may be a tag itself, or nothing. The controls hold rich text: in a plain one LibreOffice moves
    line breaks to its front.
    """
    content = run(text) if plain else text
    name = _printed(field) if field.startswith("{{") else f"'{field}'"
    tag = f"{{{{ {of or _printed(text)}|mark{f'({name})' if field else ''} }}}}"
    assert len(tag) <= LONGEST, tag
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def _printed(text: str) -> str:
    """What the one tag prints that a text consists of."""
    tag = _ONE_TAG.fullmatch(text)
    assert tag is not None, text
    return tag[1]


_ONE_TAG = re.compile(r"\{\{ ([\w.]+) \}\}")


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


def lined_table(*rows: str) -> str:
    """A table as wide as the text with level lines only, its first column flush with the text."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/>'
        for side, size, color in (("top", 8, RULE), ("bottom", 8, RULE), ("insideH", 4, "A6A6A6"))
    )
    grid = f'<w:gridCol w:w="{COLUMN}"/>' * COLUMNS
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{COLUMNS * COLUMN}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{lines}'
        '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="30" w:type="dxa"/>'
        '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def styled(text: str, style: str) -> str:
    """A run in a character style."""
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def leading(field: str, text: str, style: str) -> str:
    """A printed value and a colon, both in a character style, before a text."""
    return control(field, styled(text, style), of=_printed(text), plain=False) + styled("{{ colon }}", style)


def counted(content: str, style: str, list_number: int) -> str:
    """A paragraph in a list of the form's own, whose number begins anew in each list."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_number}"/></w:numPr>'
        f"</w:pPr>{content}</w:p>"
    )


def label(span: int, text: str) -> str:
    """A shaded cell with a label."""
    return cell(span, tagged(text, "Label"), shade=True)


def own_label(span: int, name: str) -> str:
    """A shaded cell with the label ``name``, in a content control where it is a text of the definition."""
    text = f"{{{{ {name} }}}}"
    content = (
        only(f'if {name}|mark != "="') + tagged(text, "Label", "label")
        + only("else") + tagged(text, "Label") + only("endif")
    )  # fmt: skip
    return cell(span, content, shade=True)


def own_label_in_line(name: str, style: str) -> str:
    """A label and a colon in a character style, in a content control where the label is a text of the definition."""
    text = f"{{{{ {name} }}}}"
    marked = control("label", styled(text, style), of=name, plain=False)
    return (
        run(f'{{% if {name}|mark != "=" %}}') + marked + run("{% else %}") + styled(text, style) + run("{% endif %}")
        + styled("{{ colon }}", style)
    )  # fmt: skip


def head_cells(*columns: tuple[int, str]) -> str:
    """The head of a list, repeated on each page."""
    return row(*(cell(span, tagged(text, "Column"), shade=True) for span, text in columns), head=True)


def pair_rows(name: str, *, whole: bool = True) -> str:
    """Two pairs in a row where values are short."""
    value = COLUMNS // 2 - LABEL
    pair = "".join(
        own_label(LABEL, f"row.{side}.label")
        + cell(value, tagged(f"{{{{ row.{side}.value }}}}", field=f"{{{{ row.{side}.field }}}}"))
        for side in ("left", "right")
    )
    return rows_of(
        f"for row in {name}.rows",
        rows_of("if row.paired", row(pair)),
        rows_of("if not row.paired and row.label", wide_row(whole=whole)),
        rows_of("if not row.paired and not row.label", row(cell(COLUMNS, row_content()), whole=whole)),
    )


def wide_row(*, whole: bool = True) -> str:
    """A label with lines or a numbered list beside it."""
    return row(own_label(LABEL, "row.label"), cell(COLUMNS - LABEL, row_content()), whole=whole)


def row_content() -> str:
    """Boxes, lines or a numbered list of ``row``."""
    return (
        only("if row.choices")
        + paragraph(control("{{ row.field }}", choices(), of="row.field", plain=False))
        + only("endif")
        + only("for line in row.lines")
        + tagged("{{ line }}", field="{{ row.field }}")
        + only("endfor")
        + only("for item in row.items")
        + tagged("{{ item }}", "Item", field="{{ row.field }}")
        + only("endfor")
    )


def choices() -> str:
    """Boxes with their names; the boxes in a font that has them both."""
    box = f"<w:r><w:rPr>{fonts('Segoe UI Symbol', 'Segoe UI Symbol')}</w:rPr><w:t>{{{{ choice.mark }}}}</w:t></w:r>"
    return (
        run("{% for choice in row.choices %}")
        + box
        + run(" {{ choice.label }}{% if not loop.last %}  {% endif %}{% endfor %}")
    )


def chart_row(drawing: str) -> str:
    """A row for a drawing, there if there is one; text may stand in its place."""
    content = paragraph(run(f"{{{{r {drawing} }}}}"), "Chart")
    return rows_of(f"if {drawing}", row(cell(COLUMNS, content)))


def detail_lines(name: str) -> str:
    """Further fields in one small paragraph: label and value, label and value."""
    between = "{% if not loop.first %}{{ between }}{% endif %}"
    content = run(f"{{% for detail in {name} %}}{between}") + detail_entry() + run("{% endfor %}")
    return only(f"if {name}") + paragraph(content, "Detail") + only("endif")


def detail_entry() -> str:
    """A label and its value."""
    return run("{{ detail.label }}{{ colon }}") + control("{{ detail.field }}", "{{ detail.value }}")


def kept_together(rows: str) -> str:
    """Rows that stay on one page with what follows them."""
    styled = re.sub(r"<w:p>(?!<w:pPr>)", "<w:p><w:pPr></w:pPr>", rows)
    return re.sub(r"<w:pPr>((?:<w:pStyle [^>]*>)?)", r"<w:pPr>\1<w:keepNext/>", styled)
