"""The sections of documents about units and the department: functions, staffing, flows, regulations, and rows."""

from __future__ import annotations

from itertools import product

from templates.designers.parts import (
    GREY,
    HEI,
    SANS,
    SERIF,
    SONG,
    paragraph_style,
    run_properties,
    spacing,
)
from templates.designers.pieces import (
    COLUMNS,
    LABEL,
    cell,
    control,
    kept_together,
    label,
    only,
    pair_rows,
    paragraph,
    row,
    rows_of,
    run,
    table,
    tagged,
)

_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="420"/>'


def heading_style(level: int, size: float, before: float, after: float, more: str = "") -> str:
    """A heading style of a document that is read from the front."""
    return paragraph_style(
        f"Heading{level}", f"heading {level}",
        f'<w:keepNext/>{spacing(before, after, 1.2)}{more}<w:outlineLvl w:val="{level - 1}"/>',
        run_properties(SANS, HEI, size, bold=True), following="Body",
    )  # fmt: skip


def styles() -> str:
    """Headings, running text, functions and articles."""
    text = run_properties(SERIF, SONG, 10.5)
    return (
        heading_style(1, 16, 14, 8)
        + paragraph_style(
            "PartTitle", "Form Part", f'<w:keepNext/>{spacing(20, 8, 1.2)}<w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
            run_properties(SANS, HEI, 18, bold=True), following="Body",
        )
        + heading_style(2, 13, 10, 5)
        + heading_style(3, 11.5, 8, 4, '<w:jc w:val="center"/>')
        + heading_style(4, 10.5, 4, 2)
        + paragraph_style("Body", "Form Body", f'{spacing(0, 4, 1.4)}{_INDENT}<w:jc w:val="both"/>', text)
        + paragraph_style("Function1", "Form Function 1", f"<w:keepNext/>{spacing(6, 2, 1.3)}",
                          run_properties(SANS, HEI, 10.5, bold=True))
        + paragraph_style("Function2", "Form Function 2", f'{spacing(0, 2, 1.25)}<w:ind w:left="420"/>', text)
        + paragraph_style("Function3", "Form Function 3", f'{spacing(0, 2, 1.25)}<w:ind w:left="840"/>', text)
        + paragraph_style("Article", "Form Article", f'{spacing(4, 2, 1.3)}{_INDENT}<w:jc w:val="both"/>', text)
        + paragraph_style("About", "Form About", f'{spacing(0, 6, 1.1)}<w:jc w:val="center"/>',
                          run_properties(SERIF, SONG, 9, color=GREY))
    )  # fmt: skip


def of_kind(kind: str, content: str) -> str:
    """What stands in the loop over ``parts`` for sections of one kind."""
    return only(f'if part.kind == "{kind}"') + content + only("endif")


def chapter_title(*, new_page: bool = False) -> str:
    """The number and title of a section as a heading, at the top of a page if need be."""
    title = only("if part.title") + tagged("{{ part.number }}{{ part.title }}", "Heading1") + only("endif")
    return (
        title.replace('<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Heading1"/><w:pageBreakBefore/>')
        if new_page
        else title
    )


def part_heading(*, new_page: bool = False) -> str:
    """What heads a part of the document: several sections, which begin at the top of a page if need be."""
    title, style = tagged("{{ part.title }}", "PartTitle"), '<w:pStyle w:val="PartTitle"/>'
    return title.replace(style, f"{style}<w:pageBreakBefore/>") if new_page else title


def texts() -> str:
    """A section of paragraphs."""
    return chapter_title() + only("for text in part.paragraphs") + tagged("{{ text }}", "Body", "text") + only("endfor")


def points() -> str:
    """Topics with their texts and lists; what is only a title is an entry of a list."""
    return (
        chapter_title()
        + only("for topic in part.topics")
        + only("if topic.bare") + tagged("{{ topic.title }}", "Item", "title") + only("endif")
        + only("if not topic.bare and topic.title") + tagged("{{ topic.title }}", "Heading4", "title") + only("endif")
        + only("for text in topic.texts") + tagged("{{ text }}", "Body", "text") + only("endfor")
        + only("for point in topic.points") + tagged("{{ point }}", "Item", "points") + only("endfor")
        + only("endfor")
    )  # fmt: skip


def facts() -> str:
    """A section of labels and values."""
    return chapter_title() + table(pair_rows("part")) + paragraph("", "Gap")


def functions() -> str:
    """Functions in an outline of three levels."""
    content = (
        run("{% if entry.title %}") + control("title", "{{ entry.title }}")
        + run("{% if entry.text %}{{ colon }}{% endif %}{% endif %}")
        + run("{% if entry.text %}") + control("text", "{{ entry.text }}") + run("{% endif %}")
    )  # fmt: skip
    levels = "".join(
        only(f'if entry.level == "{level}"')
        + paragraph(run("{{ entry.number }}") + content, f"Function{level}")
        + only("endif")
        for level in (1, 2, 3)
    )
    plain = paragraph(run("{{ entry.number }}") + content, "Function2")
    return (
        chapter_title()
        + only("for entry in part.functions")
        + only("if part.nested") + levels + only("endif")
        + only("if not part.nested") + plain + only("endif")
        + only("endfor")
    )  # fmt: skip


def staffing() -> str:
    """The head-count table, in the columns that are filled, and the principles below it."""
    variants = "".join(
        only("if " + " and ".join(f"{'' if there else 'not '}staffing.has_{name}" for name, there in columns.items()))
        + _staffing_table(**columns)
        + only("endif")
        for people, code, grade in product((True, False), repeat=3)
        for columns in ({"people": people, "code": code, "grade": grade},)
    )
    principles = (
        only("if staffing.principles")
        + tagged("{{ staffing.principles_label }}", "Heading4")
        + only("for text in staffing.principles") + tagged("{{ text }}", "Item", "staffing_principles") + only("endfor")
        + only("endif")
    )  # fmt: skip
    return chapter_title() + variants + principles


def _staffing_table(*, people: bool, code: bool, grade: bool) -> str:
    spans = {"number": 2, "post": 8, "code": 3, "grade": 5, "planned": 3, "filled": 2, "vacant": 2}
    names = [
        "number",
        "post",
        *(["code"] if code else []),
        *(["grade"] if grade else []),
        "planned",
        *(["filled", "vacant"] if people else []),
    ]
    spans["post"] += COLUMNS - sum(spans[name] for name in names)
    head = row(
        *(cell(spans[n], tagged(f"{{{{ staffing.{n}_label }}}}", "Column"), shade=True) for n in names), head=True
    )
    fields = {"post": "title"}
    post = row(*(
        cell(spans[n], tagged(f"{{{{ post.{fields.get(n, n)} }}}}", "" if n in ("post", "grade") else "Figure", fields.get(n, n)))
        for n in names
    ))  # fmt: skip
    left = sum(spans[n] for n in names if n not in ("planned", "filled", "vacant"))
    figures = [n for n in names if n in ("planned", "filled", "vacant")]

    def sums(name: str, text: str, values: str) -> str:
        cells = [cell(left, tagged(text, "Label"), shade=True)]
        cells += [cell(spans[n], tagged(f"{{{{ {values}.{n} }}}}", "Figure", n), shade=True) for n in figures]
        return rows_of(name, row(*cells))

    unit = rows_of("if staffing.has_units", row(cell(COLUMNS, tagged("{{ group.unit }}", "Heading4", "unit"))))
    groups = rows_of(
        "for group in staffing.groups",
        unit,
        rows_of("for post in group.posts", post),
        sums("if staffing.has_units", "{{ group.sums_label }}", "group.sums"),
    )
    return table(head, groups, sums("if staffing.total", "{{ staffing.total_label }}", "staffing.total")) + paragraph(
        "", "Gap"
    )


def posts() -> str:
    """Each post with its duties and what it asks for, in a table of its own whose head repeats."""
    title = run("{{ post.number }}{% if post.number %} {% endif %}") + control("title", "{{ post.heading }}")
    head = row(cell(COLUMNS, paragraph(title, "Heading4"), shade=True), head=True)
    purpose = kept_together(row(cell(COLUMNS, tagged("{{ post.purpose }}", field="purpose"))))
    tasks = only("for task in duty.tasks") + tagged("{{ task }}", "Item", "tasks") + only("endfor")
    duty = row(
        cell(LABEL, tagged("{{ duty.number }}", "Figure", "number")),
        cell(COLUMNS - LABEL, tagged("{{ duty.text }}", field="text") + tasks),
    )
    entry = tagged("{{ entry }}", field="qualifications")
    asked = (
        only("for entry in post.qualifications")
        + only("if loop.length == 1") + entry + only("endif")
        + only("if loop.length > 1") + tagged("{{ entry }}", "Item", "qualifications") + only("endif")
        + only("endfor")
    )  # fmt: skip
    required = rows_of(
        "if post.qualifications",
        row(label(LABEL, "{{ post.qualifications_label }}"), cell(COLUMNS - LABEL, asked), whole=False),
    )
    one = table(
        head, rows_of("if post.purpose", purpose), rows_of("for duty in post.duties", duty), required
    ) + paragraph("", "Gap")
    return chapter_title() + only("for post in part.posts") + one + only("endfor")


def flows() -> str:
    """Each work flow: its title, its drawing, its numbered steps."""
    return (
        chapter_title()
        + only("for flow in part.flows")
        + only("if flow.group") + tagged("{{ flow.group }}", "Function1") + only("endif")
        + tagged("{{ flow.title }}", "Heading2", "title")
        + only("if flow.drawing") + paragraph(run("{{r flow.drawing }}"), "Chart") + only("endif")
        + only("if flow.about") + tagged("{{ flow.about }}", "Detail") + only("endif")
        + only("for step in flow.steps") + tagged("{{ step }}", "Item", "steps") + only("endfor")
        + only("endfor")
    )  # fmt: skip


def regulations() -> str:
    """Regulations in chapters and articles."""
    article = paragraph(run("{{ article.number }}") + run("\u3000") + control("text", "{{ article.text }}"), "Article")
    item = tagged("{{ item }}", "Item", "items").replace(
        "</w:numPr>", '</w:numPr><w:ind w:left="840" w:hanging="420"/>'
    )
    items = only("for item in article.items") + item + only("endfor")
    chapter = (
        only("if chapter.title")
        + paragraph(run("{{ chapter.number }}") + run("\u3000") + control("title", "{{ chapter.title }}"), "Heading3")
        + only("endif")
        + only("for article in chapter.articles") + article + items + only("endfor")
    )  # fmt: skip
    return (
        chapter_title()
        + only("for regulation in part.regulations")
        + tagged("{{ regulation.title }}", "Heading2", "title")
        + only("if regulation.about") + tagged("{{ regulation.about }}", "About") + only("endif")
        + only("for chapter in regulation.chapters") + chapter + only("endfor")
        + only("endfor")
    )  # fmt: skip


def revisions() -> str:
    """Version, date, change, author."""
    spans, names = (3, 5, 11, 5), ("version", "date", "text", "author")
    pairs = list(zip(spans, names, strict=True))
    heads = row(
        *(cell(span, tagged(f"{{{{ part.{name}_label }}}}", "Column"), shade=True) for span, name in pairs), head=True
    )
    cells = [
        cell(span, tagged(f"{{{{ revision.{name} }}}}", "" if name == "text" else "Figure", name))
        for span, name in pairs
    ]
    return chapter_title() + table(heads, rows_of("for revision in part.revisions", row(*cells))) + paragraph("", "Gap")


COMMON = {
    "heading": part_heading(),
    "texts": texts(),
    "points": points(),
    "rows": facts(),
    "functions": functions(),
    "staffing": staffing(),
    "unit_flows": flows(),
    "regulations": regulations(),
    "unit_revisions": revisions(),
}


def sections(**own: str) -> str:
    """A loop over the sections; ``own`` are those that a form sets in its own way, by kind."""
    made = {**COMMON, **own}
    return only("for part in parts") + "".join(of_kind(kind, text) for kind, text in made.items()) + only("endfor")
