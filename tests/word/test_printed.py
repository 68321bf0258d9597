"""Marks of content controls, and the digests of what they print."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from posdoc.errors import DefinitionError
from posdoc.template.marks import LONGEST, digest_of_text, mark_of, marked, of_position, of_unit, path_of, under
from posdoc.word import Form
from posdoc.word.printed import is_mark, lines_of_printed, printed_of_lines, printed_texts
from posdoc.word.properties import NAMESPACE
from tests.word.samples import METADATA, body_of, package, paragraph, parts_of

ID = "after-sales-regional-manager-for-the-north"
MARKS: dict[str, tuple[Any, str, str]] = {
    "a path": (marked("甲", "duties.2.text"), "text", "duties.2.text"),
    "no path": (marked("甲", ""), "text", "=text"),
    "a text that knows nothing": ("甲", "unit", "=unit"),
    "without a name": ("甲", "", "="),
    "an empty text": (marked("", "code"), "code", "code"),
    "a list": ([marked("甲", "duties.2.tasks.0"), marked("乙", "duties.2.tasks.1")], "tasks", "duties.2.tasks"),
    "a list of texts that know nothing": (["甲"], "tasks", "=tasks"),
    "an empty list": ([], "tasks", "=tasks"),
    "one that is too long": (marked("甲", f"{of_position(ID)}kpi_sets.0.kpis.2.target"), "target", "=target"),
    "characters that Word counts twice": (marked("甲", of_unit("𠀀" * 24) + "functions.10.text"), "text", "=text"),
    "one that just fits": (marked("甲", "a" * LONGEST), "text", "a" * LONGEST),
}


@pytest.mark.parametrize(("value", "name", "expected"), MARKS.values(), ids=MARKS)
def test_the_mark_of_a_value(value: Any, name: str, expected: str) -> None:
    assert mark_of(value, name) == expected
    assert body_of(f"<w:tag w:val=\"{{{{ a|mark('{name}') }}}}\"/>", a=value) == f'<w:tag w:val="{expected}"/>'


def test_a_marked_text_is_a_text() -> None:
    text = marked("甲", "title")
    assert (text, path_of(text), path_of(text + ""), path_of("甲")) == ("甲", "title", "", "")
    assert body_of(paragraph("{{ a }}"), a=text) == body_of(paragraph("{{ a }}"), a="甲")
    assert (under("duties", 2), under("", 2)) == ("duties.2", "")


def test_the_mark_of_a_field_that_is_not_there() -> None:
    with pytest.raises(DefinitionError, match="not there: 'missing'"):
        body_of('<w:tag w:val="{{ missing|mark }}"/>')


def test_a_label_of_the_definition_is_told_by_its_mark() -> None:
    condition = paragraph('{% if a|mark != "=" %}own{% else %}usual{% endif %}')
    assert ">own<" in body_of(condition, a=marked("甲", "sections.0.title"))
    assert ">usual<" in body_of(condition, a="甲")


@pytest.mark.parametrize(
    "tag",
    [
        "title", "duties.0.tasks.12", "overview#2", "tools.1@zh", "overview#0@zh-Hant", "p:售后-经理/title",
        "u:a_b/posts.0.title", "=unit", "=",
    ],
)  # fmt: skip
def test_a_mark(tag: str) -> None:
    assert is_mark(tag)


@pytest.mark.parametrize("tag", ["Name", "goog_rdk_12", "x y", "p:/title", "a..b", ".a", "=Unit x", "{{ title }}", ""])
def test_a_tag_of_somebody_else(tag: str) -> None:
    assert not is_mark(tag)


def control(tag: str, content: str, more: str = "") -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/>{more}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


TEXTS = {
    "one run": (run("甲"), "甲"),
    "nothing": (run(""), ""),
    "no run": ("", ""),
    "signs": (run("a &lt; b &amp; c"), "a < b & c"),
    "a line break": ('<w:r><w:t>甲</w:t><w:br/><w:t xml:space="preserve">乙</w:t></w:r>', "甲\n乙"),
    "several runs": (run("☑ 甲") + "<w:r><w:rPr><w:b/></w:rPr><w:t>乙</w:t></w:r>", "☑ 甲乙"),
}


@pytest.mark.parametrize(("content", "text"), TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("more", ["", '<w:id w:val="3"/><w:placeholder><w:docPart w:val="x"/></w:placeholder>'])
def test_what_is_printed_in_a_control(content: str, text: str, more: str) -> None:
    assert printed_texts(f"<w:p>{control('duties.0.text', content, more)}</w:p>") == {
        "duties.0.text": digest_of_text(text)
    }


def test_one_digest_for_each_time() -> None:
    document = (
        control("title", run("甲")) + control("=n", run("1")) + control("title", run("甲")) + control("=n", run("2"))
    )
    title, one, two = (digest_of_text(text) for text in "甲12")
    printed = printed_texts(document)
    assert list(printed.items()) == [("title", f"{title} {title}"), ("=n", f"{one} {two}")]
    assert printed_of_lines(lines_of_printed(printed)) == {"title": [title, title], "=n": [one, two]}


def test_tags_of_somebody_else_are_left_out() -> None:
    assert printed_texts(control("My Field", run("甲"))) == {}


def test_a_form_without_marks_says_nothing_of_what_it_prints() -> None:
    item = parts_of(Form(package(paragraph(control("title", run("{{ a }}")))), "f").render({"a": "x"}, METADATA))
    assert len(etree.fromstring(item["customXml/item1.xml"].encode())) == 0


def test_a_form_with_marks_says_what_it_prints() -> None:
    body = f"<w:p>{control('{{ a|mark }}', run('{{ a }}'))}</w:p>"
    item = parts_of(Form(package(body), "f").render({"a": marked("x", "title")}, METADATA))["customXml/item1.xml"]
    (printed,) = etree.fromstring(item.encode())
    assert (printed.tag, printed.text) == (f"{{{NAMESPACE}}}printed", f"title {digest_of_text('x')}")


def test_a_digest_is_short_and_tells_texts_apart() -> None:
    digests = {digest_of_text(text) for text in ("", " ", "甲", "甲 ", "乙")}
    assert len(digests) == 5
    assert {len(digest) for digest in digests} == {12}
