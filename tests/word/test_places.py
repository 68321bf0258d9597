"""Where something stands: paragraphs, tables in tables, text boxes, headers; and the same place in a build's message."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from posdoc.errors import DefinitionError
from posdoc.word import Form
from posdoc.word.places import place_of
from tests.word.notation import body, form
from tests.word.samples import METADATA, NAMESPACE, W, package, paragraph, part

BOX = f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('a')}{paragraph('here')}</w:txbxContent></w:pict></w:r></w:p>"
INNER = f"<w:tbl><w:tr><w:tc>{paragraph('here')}</w:tc></w:tr></w:tbl>"
CONTROL = f"<w:sdt><w:sdtContent>{paragraph('a')}{paragraph('here')}</w:sdtContent></w:sdt>"
PLACES = [
    (body("here"), "第 1 段", "paragraph 1"),
    (body("a\n\nb\nhere"), "第 4 段", "paragraph 4"),
    (body("| a | b |\n| c | here |"), "表 1，第 2 行，第 2 格", "table 1, row 2, cell 2"),
    (body("| a |\nb\n| here |"), "表 2，第 1 行，第 1 格", "table 2, row 1, cell 1"),
    (body("| a |\nhere"), "第 1 段", "paragraph 1"),
    (
        f"<w:tbl><w:tr><w:tc>{paragraph('a')}{paragraph('here')}</w:tc></w:tr></w:tbl>",
        "表 1，第 1 行，第 1 格，第 2 段",
        "table 1, row 1, cell 1, paragraph 2",
    ),
    (
        f"<w:tbl><w:tr><w:tc>{INNER}{paragraph('a')}</w:tc></w:tr></w:tbl>",
        "表 1，第 1 行，第 1 格，表 1，第 1 行，第 1 格",
        "table 1, row 1, cell 1, table 1, row 1, cell 1",
    ),
    (paragraph("a") + BOX, "第 2 段，文本框，第 2 段", "paragraph 2, text box, paragraph 2"),
    (paragraph("a") + CONTROL, "第 3 段", "paragraph 3"),
]


def _here(root: Any) -> Any:
    return next(node for node in root.iter(f"{{{NAMESPACE}}}t") if node.text == "here")


@pytest.mark.parametrize(("inside", "zh", "en"), PLACES, ids=[en for _, _, en in PLACES])
def test_a_place(inside: str, zh: str, en: str) -> None:
    place = place_of(_here(etree.fromstring(part(inside))), "word/document.xml")
    assert (place.zh, place.en) == (zh, en)


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("word/header1.xml", "页眉 1，第 1 段", "header 1, paragraph 1"),
        ("word/footer12.xml", "页脚 12，第 1 段", "footer 12, paragraph 1"),
        ("word/footnotes.xml", "脚注，第 1 段", "footnotes, paragraph 1"),
    ],
)
def test_a_place_outside_the_main_part(name: str, zh: str, en: str) -> None:
    root = etree.fromstring(f"<w:hdr {W}>{paragraph('here')}</w:hdr>")
    assert place_of(_here(root), name) == (zh, en)


# --- what a build says ------------------------------------------------------------------------------------------

FORM = """\
{{ title }}
{%p for duty in duties %}
{{ duty.text }}
{%p endfor %}
| {%tr for duty in duties %} | |
| {{ title }} | {{ du¦ty.WRONG }} |
| {%tr endfor %} | |
"""
VIEW = {"title": "T", "duties": [{"text": "x"}], "chart": None}


def _error(data: bytes, view: dict[str, Any]) -> DefinitionError:
    with pytest.raises(DefinitionError) as raised:
        Form(data, "my-form").render(view, METADATA)
    return raised.value


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (FORM, "table 1, row 2, cell 2"),
        ("{{ title }}\n{{ title }} {{ titel }}", "paragraph 2"),
        ("{{ titel }}", "paragraph 1"),
        ("{%p if false %}\n{{ titel }}\n{%p endif %}\n{{ titel }}", "paragraph 4"),
        ("{%p if titel %}\nx\n{%p endif %}", "paragraph 1"),
        ("a\n{%p for x in title.y %}\nx\n{%p endfor %}", "paragraph 2"),
        ("a\n{%p for x in titel %}\nx\n{%p endfor %}", "paragraph 2"),
        ("a\n{{r titel }}", "paragraph 2"),
        ("a\n{{titel}}", "paragraph 2"),
    ],
)
def test_a_misspelt_field_is_found_where_it_stands(text: str, place: str) -> None:
    error = _error(form(text), VIEW)
    assert error.message.en.endswith(f"({place})")
    assert error.hint is not None
    assert error.hint.en.endswith("run: posdoc template check my-form")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{{ title }}\n{{ title.upper() }}", "paragraph 2"),
        ("{{ title }}\n{{ title|upper }}", "paragraph 2"),
        ("{{ title }}\n\n| {% set x = 1 %} |", "table 1, row 1, cell 1"),
        ("a\n{%p endif %}", "paragraph 2"),
        ("a\n{% fro %}", "paragraph 2"),
        ("{% for x in 3 %}{% endfor %}", "paragraph 1"),
    ],
)
def test_so_is_what_a_form_may_not_say(text: str, place: str) -> None:
    assert f"({place})" in _error(form(text), VIEW).message.en


def test_a_field_in_an_attribute_and_in_a_header() -> None:
    inside = paragraph("a") + '<w:p><w:sdt><w:sdtPr><w:tag w:val="{{ titel }}"/></w:sdtPr></w:sdt></w:p>'
    assert _error(package(inside), VIEW).message.en.endswith("(paragraph 2)")
    header = f"<w:hdr {W}>{paragraph('{{ titel }}')}</w:hdr>"
    assert _error(package("", {"word/header1.xml": header}), VIEW).message.en.endswith("(header 1, paragraph 1)")


def test_a_field_of_a_job_description_in_a_handbook() -> None:
    outer = form("{{ title }}\n{%p insert job_descriptions %}\n{{ titel }}")
    inner = form("{{ name }}\n| {{ nmae }} |")
    with pytest.raises(DefinitionError, match=r"'nmae' \(table 1, row 1, cell 1\)"):
        Form(outer, "handbook", (inner, "job")).render({"title": "T", "job_descriptions": [{"name": "N"}]}, METADATA)
    with pytest.raises(DefinitionError, match=r"'titel' \(paragraph 3\)"):
        Form(outer, "handbook", (inner, "job")).render({"title": "T", "job_descriptions": []}, METADATA)
