"""What is found in a form without making a document of it: which kind, in which place, with which way out."""

from __future__ import annotations

import pytest

from posdoc.template.shape import TEXTS, Group, Leaf, Many, field, group
from posdoc.word.inspection import MOST_FOUND, Found, inspect_form
from posdoc.word.kind import PART, Kind, kind_part
from tests.word.notation import body, form
from tests.word.samples import W, package, paragraph

POSITION = group(
    field("company", "公司", "company"),
    field("position", "岗位", "the position", group(
        field("title", "岗位名称：名称。", "Position title: the title."),
        field("code", "编号：编号。", "Code: the code."),
    )),
    field("work", "职责", "the duties", group(
        field("has_area", "有无领域", "whether there are areas", Leaf.FLAG),
        field("duties", "各条职责", "each duty", Many(group(
            field("text", "内容", "what is done"),
            field("tasks", "任务", "tasks", TEXTS),
        ))),
    )),
    field("contacts", "联系", "contacts", group(field("title", "标题", "title"), field("contacts", "各项", "each", TEXTS))),
    field("chart", "图", "chart", Leaf.DRAWING),
    field("boxes", "方框", "boxes", Many(group(field("mark", "方框", "box"), field("label", "名称", "label")))),
)  # fmt: skip
UNIT = group(field("fields", "部门", "the unit", group(field("title", "名称", "title"))))
CATALOGUE: dict[str, Group] = {"position": POSITION, "unit": UNIT, "department": UNIT}

RIGHT = [
    "{{ position.title }}",
    "{%p for duty in work.duties %}\n{{ loop.index }} {{ duty.text }}\n{{ duty.tasks|join }}\n{%p endfor %}",
    "{%p for duty in work.duties %}\n{%p for task in duty.tasks %}\n{{ task }}\n{%p endfor %}\n{%p endfor %}",
    "{%p if work and work.has_area or not position.code %}\nx\n{%p elif company == '' %}\ny\n{%p else %}\nz\n{%p endif %}",
    "| {%tr for duty in work.duties %} | |\n| {{ duty.text }} | x |\n| {%tr endfor %} | |",
    "| {%tc if company %} | x | {%tc endif %} |",
    "a{% if company %}b{% endif %}c",
    "a{% if company %}b¦c{% endif %}",
    "a{% if company %}b\nc{% endif %}",
    "{{r chart }}",
    "Chart: {{r chart }} {{ company }}",
    "{%p if chart %}\n{{r chart }}\n{%p endif %}",
    "{{ boxes|boxes }} {{ position.code|percent }} {{ position.code|boxes('a、b') }} {{ position.title|date }}",
    "{# a comment with {{ braces }} #}",
    "“quoted” (brackets) 100% {a}",
    "{%p for d in work.duties %}\nx\n{%p else %}\nnone\n{%p endfor %}",
]


def _found(text: str) -> list[Found]:
    return inspect_form(form(text), "my-form", CATALOGUE).found


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_found_in_what_is_right(text: str) -> None:
    assert _found(text) == []


WRONG: list[tuple[str, str, str, str, str]] = [
    # the form, the kind, the place, and a part of the message and of the hint
    ("{{ position.titel }}", "unknown-form-field", "paragraph 1", "no field 'position.titel'", "'position.title'"),
    ("{{ title }}", "unknown-form-field", "paragraph 1", "no field 'title'", "'position.title'"),
    ("{{ 岗位名称 }}", "unknown-form-field", "paragraph 1", "no field '岗位名称'", "'position.title'"),
    ("{{ position.编号 }}", "unknown-form-field", "paragraph 1", "'position.编号'", "'position.code'"),
    ("{{ copmany }}", "unknown-form-field", "paragraph 1", "no field 'copmany'", "'company'"),
    ("{{ zzz }}", "unknown-form-field", "paragraph 1", "no field 'zzz'", "posdoc template fields"),
    ("{{ fields.title }}", "unknown-form-field", "paragraph 1",
     "'fields'", "about a position; the field is for forms about a unit"),
    ("{{ company.name }}", "unknown-form-field", "paragraph 1", "'company.name'", "'company'"),
    ("x\n{%p if tilte %}\ny\n{%p endif %}", "unknown-form-field", "paragraph 2", "'tilte'", ""),
    ("{%p for x in work.dutys %}\n{{ x.y }}\n{%p endfor %}", "unknown-form-field", "paragraph 1",
     "'work.dutys'", "'work.duties'"),
    ("{%p for d in work.duties %}\n{{ d.txt }}\n{%p endfor %}", "unknown-form-field", "paragraph 2",
     "'d.txt'", "'d.text'"),
    ("{%p for d in work.duties %}\n{{ text }}\n{%p endfor %}", "unknown-form-field", "paragraph 2",
     "'text'", "'d.text'"),
    ("{%p for d in work.duties %}\nx\n{%p endfor %}\n{{ d.text }}", "unknown-form-field", "paragraph 4", "'d'", ""),
    ("{{ loop.index }}", "unknown-form-field", "paragraph 1", "'loop'", ""),
    ("{%p for d in work.duties %}\n{{ loop.cycle }}\n{%p endfor %}", "unknown-form-field", "paragraph 2",
     "'loop.cycle'", ""),
    ("{{ position.title|join(sep) }}", "unknown-form-field", "paragraph 1", "'sep'", ""),
    ("{{ work.duties }}", "misused-field", "paragraph 1", "is a list", "{%p for one in work.duties %}"),
    ("{{ position }}", "misused-field", "paragraph 1", "has fields", "position.title, position.code"),
    ("{{ work.has_area }}", "misused-field", "paragraph 1", "yes or no", ""),
    ("{{ work.duties.text }}", "misused-field", "paragraph 1", "has no field 'text'", "{{ one.text }}"),
    ("{%p for x in company %}\n{{ x }}\n{%p endfor %}", "misused-field", "paragraph 1", "is no list", ""),
    ("{{ work.duties|join }}", "misused-field", "paragraph 1", "'join' does not work on 'work.duties'", ""),
    ("{{ work.duties|date }}", "misused-field", "paragraph 1", "'date' does not work", ""),
    ("{{ work.duties|boxes }}", "misused-field", "paragraph 1", "'boxes' does not work", ""),
    ("{{ chart }}", "drawing-in-text", "paragraph 1", "'chart' is a drawing", "{{r chart }}"),
    ("{{ position.title.upper() }}", "tag-not-allowed", "paragraph 1", "round brackets", "only fields, if, for"),
    ("{{ position.title|upper }}", "tag-not-allowed", "paragraph 1", "no filter 'upper'", "only fields"),
    ("{% set x = 1 %}", "tag-not-allowed", "paragraph 1", "a tag may not use set", ""),
    ("{% macro m() %}\n{{ company }}\n{% endmacro %}", "tag-not-allowed", "paragraph 1", "macro", ""),
    ("{% raw %}", "tag-not-allowed", "paragraph 1", "raw", ""),
    ("{{ company company }}", "bad-tag", "paragraph 1", "not written right", ""),
    ("{{ company（） }}", "bad-tag", "paragraph 1", "not written right", "{{ company() }}"),
    ("{{ company", "bad-tag", "paragraph 1", "'{{ company' is not complete", "within its paragraph"),
    ("{{ company }", "bad-tag", "paragraph 1", "'{{ company }' is not complete", ""),
    ("company }}", "bad-tag", "paragraph 1", "'company }}' is not complete", ""),
    ("{% fro x in y %}", "bad-tag", "paragraph 1", "'fro' is not known", "did you mean for?"),
    ("{%p if company %}\nx\n{%p endif company %}", "bad-tag", "paragraph 3", "'company' behind endif", ""),
    ("{%p insert job_descriptions %}", "bad-tag", "paragraph 1", "in a form about the department", ""),
    ("{%p if company %}\nx", "block-not-closed", "paragraph 1", "has no endif", "{%p endif %}"),
    ("| {%tr for d in work.duties %} |\n| x |", "block-not-closed", "table 1, row 1, cell 1",
     "has no endfor", "{%tr endfor %}"),
    ("x\n{%p endif %}", "block-not-closed", "paragraph 2", "ends nothing", ""),
    ("{%p else %}", "block-not-closed", "paragraph 1", "ends nothing", ""),
    ("{%p if company %}\nx\n{%p endfor %}\n{%p endif %}", "block-not-closed", "paragraph 3",
     "does not fit {% if company %} before it (paragraph 1)", "endif has to come first"),
    ("| {%p if company %} | {%p endif %} |", "block-across-cells", "table 1, row 1, cell 2",
     "the same cell", "{%tr … %}"),
    ("| a{% if company %} | b{% endif %} |", "block-across-cells", "table 1, row 1, cell 2", "the same cell", ""),
    ("| {%tr if company %} |\nx\n| {%tr endif %} |", "block-across-cells", "table 2, row 1, cell 1",
     "the same table", ""),
    ("| {%tc if company %} |\n| {%tc endif %} |", "block-across-cells", "table 1, row 2, cell 1", "the same row", ""),
    ("{%p if company %}\nx{% endif %}", "block-across-cells", "paragraph 2", "begins with {%p and ends with {%", ""),
    ("| {%tr for d in work.duties %} | x |\n| y | z |\n| {%tr endfor %} | |", "text-beside-tag", "table 1, row 1, cell 1",
     "'x' beside it is not printed", "another table row"),
    ("x {%p if company %}\ny\n{%p endif %}", "text-beside-tag", "paragraph 1", "'x' beside it", "another paragraph"),
    ("| {%tr if company %} {{ company }} {%tr endif %} |", "text-beside-tag", "table 1, row 1, cell 1",
     "'{{ company }}' beside it", ""),
    ("｛｛ position.title ｝｝", "full-width-tag", "paragraph 1", "'｛｛ position.title ｝｝'", "{{ position.title }}"),
    ("{｛position.title}}", "full-width-tag", "paragraph 1", "full-width", ""),
    ("｛% if x %｝", "full-width-tag", "paragraph 1", "full-width", ""),
    ("{% if company ％｝", "full-width-tag", "paragraph 1", "full-width", ""),
    ("{{ comp¦any }}", "mended-tag", "paragraph 1", "1 tag is cut into pieces", ""),
    ("{%p for d in work.duties %}\n{{ d.tasks|join(“/”) }}\n{%p endfor %}", "mended-tag", "paragraph 2",
     "typographic", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "place", "message", "hint"), WRONG, ids=[text for text, *_ in WRONG])
def test_what_is_wrong_is_found_once(text: str, name: str, place: str, message: str, hint: str) -> None:
    (found,) = _found(text)
    assert (found.kind.name, found.place.en if found.place else "") == (name, place)
    assert message in found.message.en
    assert hint in (found.hint.en if found.hint else "")
    assert found.message.zh
    assert not found.hint or found.hint.zh


def test_a_tag_for_a_row_outside_a_table() -> None:
    first, second = _found("{%tr if company %}\nx\n{%tr endif %}")
    assert first.kind.name == second.kind.name == "bad-tag"
    assert first.message.en == "{%tr if company %} stands in no table row"
    assert first.hint == ("在表格之外用 {%p … %}", "outside tables, use {%p … %}")


def test_findings_come_in_the_order_of_the_form() -> None:
    text = "{{ a }}\n｛｛ b ｝｝\n| {{ c }} |\n{%p if company %}\n{{ d }}\n{{ company"
    assert [found.place.en for found in _found(text) if found.place] == [
        "paragraph 1", "paragraph 2", "table 1, row 1, cell 1", "paragraph 3", "paragraph 4", "paragraph 5",
    ]  # fmt: skip


def test_headers_are_looked_through() -> None:
    header = f"<w:hdr {W}>{paragraph('{{ copmany }}')}</w:hdr>"
    (found,) = inspect_form(package("", {"word/header1.xml": header}), "f", CATALOGUE).found
    assert found.place == ("页眉 1，第 1 段", "header 1, paragraph 1")


def test_deleted_text_is_told_of() -> None:
    deleted = "<w:p><w:del><w:r><w:delText>{{ company }}</w:delText></w:r></w:del></w:p>"
    (found,) = inspect_form(package(deleted), "f", CATALOGUE).found
    assert (found.kind.name, found.hint is not None) == ("tag-in-deleted-text", True)


def test_a_form_about_a_unit_is_held_against_the_fields_of_units() -> None:
    data = package(body("{{ fields.title }}{{ company }}"), {PART: kind_part(Kind("unit"))})
    inspected = inspect_form(data, "f", CATALOGUE)
    assert inspected.subject == "unit"
    assert [found.message.en for found in inspected.found] == ["there is no field 'company'"]


def test_a_handbook_is_tried_with_its_job_descriptions() -> None:
    data = package(body("{%p insert job_descriptions %}"), {PART: kind_part(Kind("department"))})
    assert inspect_form(data, "f", CATALOGUE, (form("{{ x }}"), "job")).found == []
    (found,) = inspect_form(data, "f", CATALOGUE, (form("{{ x() }}"), "job")).found
    assert found.kind.name == "unusable-form"


def test_the_paths_that_are_used() -> None:
    inspected = inspect_form(
        form("{{ company }}\n{%p for d in work.duties %}\n{{ d.text }}\n{%p endfor %}"), "f", CATALOGUE
    )
    assert inspected.used == {"company", "work", "work.duties", "work.duties[].text"}


def test_not_more_is_told_than_anybody_reads() -> None:
    assert len(_found("\n".join(f"{{{{ a{n} }}}}" for n in range(MOST_FOUND * 2)))) == MOST_FOUND


# --- fonts, files outside ---------------------------------------------------------------------------------------

CHINESE = '<w:rPr><w:rFonts w:eastAsia="宋体"/></w:rPr>'
THEMED = '<w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/></w:rPr>'
LATIN = '<w:rPr><w:rFonts w:ascii="Arial"/></w:rPr>'


def _styles(defaults: str, normal: str, heading: str) -> str:
    return (
        f"<w:styles {W}><w:docDefaults><w:rPrDefault>{defaults}</w:rPrDefault></w:docDefaults>"
        f'<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>{normal}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>{heading}</w:style>'
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="unused"/></w:style></w:styles>'
    )


HEADING = '<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
OWN_FONT = f"<w:p><w:r>{CHINESE}<w:t>x</w:t></w:r></w:p>"
FONTS = [
    (_styles(CHINESE, "", ""), paragraph("x") + HEADING, []),
    (_styles(THEMED, LATIN, LATIN), paragraph("x") + HEADING, []),
    (_styles("", CHINESE, LATIN), paragraph("x") + HEADING, []),
    (_styles("", "", CHINESE), HEADING, []),
    (_styles("", "", CHINESE), HEADING + paragraph("x"), ["Normal"]),
    (_styles(LATIN, LATIN, ""), HEADING + paragraph("x"), ["heading 1", "Normal"]),
    (_styles("", "", ""), OWN_FONT, []),
    (_styles("", "", ""), "<w:p/>", []),
]


@pytest.mark.parametrize(("styles", "inside", "expected"), FONTS)
def test_styles_without_a_chinese_font(styles: str, inside: str, expected: list[str]) -> None:
    found = inspect_form(package(inside, {"word/styles.xml": styles}), "f", CATALOGUE).found
    assert {one.kind.name for one in found} <= {"style-without-chinese-font"}
    assert [one.message.en.split("'")[1] for one in found] == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("{{ contacts.title }}", ["paragraph 1"]),
        ("{%p for one in contacts.contacts %}\n{{ one }}\n{%p endfor %}\n{{ contacts.title }}", ["paragraph 1"]),
        ("{%p if contacts %}\n{{ contacts.title }}\n{%p endif %}", []),
        ("{%p if company and contacts %}\n{{ contacts.title }}\n{%p endif %}", []),
        ("{%p if contacts and contacts.contacts %}\n{{ contacts.title }}\n{%p endif %}", []),
        ("{%p if contacts.contacts %}\n{{ contacts.title }}\n{%p endif %}", ["paragraph 1"]),
        ("{%p if company or contacts %}\n{{ contacts.title }}\n{%p endif %}", ["paragraph 2"]),
        ("{%p if not contacts %}\n{{ contacts.title }}\n{%p endif %}", ["paragraph 2"]),
        ("{%p if company == 'contacts' %}\n{{ contacts.title }}\n{%p endif %}", []),
        ("{%p if contacts %}\nx\n{%p endif %}\n{{ contacts.title }}", ["paragraph 4"]),
    ],
)
def test_a_section_that_may_be_missing_is_asked_for_first(text: str, places: list[str]) -> None:
    found = _found(text)
    assert [one.kind.name for one in found] == ["section-may-be-missing"] * len(places)
    assert [one.place.en for one in found if one.place] == places
