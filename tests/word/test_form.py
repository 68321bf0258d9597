"""A form as a whole: what is rendered, what is refused, and what no value can do to a document."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from lxml import etree

from posdoc.documents import position_document
from posdoc.documents.metadata import PLAIN, presentation_of
from posdoc.errors import DefinitionError
from posdoc.load import load
from posdoc.locales.words import Words
from posdoc.model import Position, fields_of
from posdoc.resources import sample_folder
from posdoc.views.position import content_of_position, view_position
from posdoc.word import Drawing, Form
from posdoc.word.package import read_package
from tests.word.samples import METADATA, W, made_from, package, paragraph, part, parts_of, run

BODY = (
    paragraph("{{ title }}")
    + paragraph("{%p if duties %}")
    + "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
    + "".join(
        f"<w:tr><w:tc>{paragraph(text)}</w:tc></w:tr>"
        for text in ("{%tr for duty in duties %}", "{{ duty.text }}", "{%tr endfor %}")
    )
    + "</w:tbl>"
    + paragraph("{%p endif %}")
    + paragraph("end")
)
VIEW = {"title": "经理", "duties": [{"text": "一"}, {"text": "二\n三"}]}


def test_a_small_form_renders() -> None:
    document = docx.Document(io.BytesIO(Form(package(BODY), "small").render(VIEW, METADATA)))
    assert [p.text for p in document.paragraphs] == ["经理", "end"]
    assert [row.cells[0].text for row in document.tables[0].rows] == ["一", "二\n三"]


def test_a_section_that_is_empty_is_not_there() -> None:
    document = docx.Document(io.BytesIO(Form(package(BODY), "small").render({**VIEW, "duties": None}, METADATA)))
    assert document.tables == []


def test_the_same_view_gives_the_same_bytes() -> None:
    form = Form(package(BODY), "small")
    first = form.render(VIEW, METADATA)
    form.render({**VIEW, "title": "another"}, METADATA)
    assert form.render(VIEW, METADATA) == first
    assert Form(package(BODY), "small").render(VIEW, METADATA) == first


def test_headers_and_footers_are_rendered_and_other_parts_copied() -> None:
    header = f"<w:hdr {W}>{paragraph('{{ title }}')}</w:hdr>"
    styles = f"<w:styles {W}><!-- {{{{ title }}}} --></w:styles>"
    made = made_from(BODY, VIEW, {"word/header1.xml": header, "word/styles.xml": styles})
    assert "经理" in made["word/header1.xml"]
    assert made["word/styles.xml"] == styles


def test_a_drawing_is_printed_as_it_is() -> None:
    form = Form(package(paragraph("{{r chart }}")), "small")
    drawing = "<w:r><w:drawing/></w:r>"
    made = parts_of(form.render({"chart": Drawing(drawing)}, METADATA))["word/document.xml"]
    assert f"<w:p>{drawing}</w:p>" in made


def test_a_drawing_in_a_text_is_refused() -> None:
    form = Form(package(paragraph("{{ chart }}")), "small")
    with pytest.raises(DefinitionError, match="a chart is written {{r name }}"):
        form.render({"chart": Drawing("<w:r/>")}, METADATA)


INJECTIONS = [
    "</w:t></w:r></w:p><w:p><w:r><w:t>injected",
    '"/><w:injected w:val="',
    "<!ENTITY x 'y'>&x;",
    "<![CDATA[x]]>",
    "<?posdoc-tag {% if a %}?>",
    "<?posdoc-list 3?>",
    "{{ title.__class__ }}",
    "{%p if x %}",
    "&#60;w:p/&#62;",
]


@pytest.mark.parametrize("value", INJECTIONS)
def test_no_value_becomes_xml(value: str) -> None:
    body = paragraph("{{ title }}") + '<w:p><w:sdt><w:sdtPr><w:tag w:val="{{ title }}"/></w:sdtPr></w:sdt></w:p>'
    body += paragraph("{{r title }}")
    form = Form(package(body), "small")
    harmless = _shape(form.render({"title": "harmless"}, METADATA))
    document = form.render({"title": value}, METADATA)
    assert _shape(document) == harmless
    root = etree.fromstring(parts_of(document)["word/document.xml"].encode())
    assert ["".join(t.text or "" for t in p.iter("{*}t")) for p in root.iter("{*}p")] == [value, "", value]
    assert next(root.iter("{*}tag")).get(f"{{{root.nsmap['w']}}}val") == value


def _shape(document: bytes) -> list[str]:
    root = etree.fromstring(parts_of(document)["word/document.xml"].encode())
    return [str(node.tag) for node in root.iter()]


# --- forms that are refused ---------------------------------------------------------------------------------


def _with_doctype(declarations: str, reference: str) -> bytes:
    inside = f"<w:body>{paragraph('{{ title }}')}{paragraph(reference)}</w:body>"
    return f"<!DOCTYPE w:document [{declarations}]><w:document {W}>{inside}</w:document>".encode()


BILLION = "<!ENTITY a0 'x'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    for declaration, reference in (
        (f'<!ENTITY x SYSTEM "{secret.as_uri()}">', "&x;"),
        (f'<!ENTITY % x SYSTEM "{secret.as_uri()}"> %x;', "y"),
        ("<!ENTITY x 'text'>", "&x;"),
        (BILLION, "&a11;"),
    ):
        with pytest.raises(DefinitionError, match="is broken"):
            Form(package(_with_doctype(declaration, reference)), "small")


BROKEN = {
    "word/document.xml": [b"", b"not xml", b"<a>{{ x }}", part(run("{{ x }}")).replace(b"</w:body>", b"")],
    "[Content_Types].xml": [b"", b"<Types>", b"\xff\xfe"],
    "_rels/.rels": [b"<a", b"\0"],
    "word/_rels/document.xml.rels": [b"nonsense"],
    "word/numbering.xml": [b"<w:numbering>", b"\x80"],
}


@pytest.mark.parametrize(("name", "data"), [(name, data) for name, all_ in BROKEN.items() for data in all_])
def test_a_broken_part_is_refused(name: str, data: bytes) -> None:
    from posdoc.word.package import write_package

    parts = read_package(package(BODY), "small") | {name: data}
    if name == "word/document.xml" and b"{" not in data:
        data += b"{"
        parts[name] = data
    with pytest.raises(DefinitionError) as raised:
        Form(write_package(parts), "我的表单")
    assert raised.value.message.zh == "表单“我的表单”已损坏"
    assert raised.value.hint is not None


def test_utf_16_parts_are_read() -> None:
    from posdoc.word.package import write_package

    xml = f'<?xml version="1.0" encoding="UTF-16"?>{part(BODY).decode()}'
    parts = read_package(package(BODY), "small") | {"word/document.xml": xml.encode("utf-16")}
    made = Form(write_package(parts), "small").render(VIEW, METADATA)
    assert made == Form(package(BODY), "small").render(VIEW, METADATA)


@pytest.mark.parametrize(
    ("tags", "fields"),
    [
        ("{{ position.title }} {{ job.position.code }}", {"title", "code"}),
        ("{% for duty in duties %}{{ position . purpose }}{% endfor %}", {"purpose"}),
        ("{{ title }} {{ disposition.kind }}", set()),
        ("position.title", set()),
        ("{{ position.title }}{% for name in position %}{{ name }}{% endfor %}", None),
        ('{{ title|mark("position") }}', None),
    ],
)
def test_a_form_knows_which_fields_it_prints_one_by_one(tags: str, fields: set[str] | None) -> None:
    assert Form(package(paragraph(tags)), "small").position_fields == fields


def test_a_form_gets_every_field_that_it_places_by_itself() -> None:
    """What a form does not name is not worked out; what it names is what a view of everything has."""
    organization, _ = load(sample_folder())
    subject = max(organization.positions, key=lambda one: len(list(one.stated())))
    names = [info.name for info in fields_of(Position)]
    form = Form(package("".join(paragraph(f"{{{{ position.{name} }}}}") for name in names)), "small")
    made = docx.Document(io.BytesIO(position_document(organization, subject, form, "zh")))
    whole = view_position(organization, Words(organization, "zh"), subject)["position"]
    assert [one.text for one in made.paragraphs] == [whole[name] for name in names]
    assert sum(map(bool, whole.values())) > 30
    assert form.position_fields == set(names)


def test_a_field_that_no_form_names_is_not_worked_out() -> None:
    organization, _ = load(sample_folder())
    form = Form(package(paragraph("{{ position.purpose }}{{ position.code }}")), "small")
    view = content_of_position(
        organization, Words(organization, "zh"), organization.positions[0], presentation_of(form, PLAIN)
    )
    assert view["position"].keys() == {"purpose", "code", "title", "id", "unit"}
