"""What a document says of itself: core properties and posdoc's own custom part."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from posdoc.word import Form, Metadata
from posdoc.word.package import read_package
from posdoc.word.properties import NAMESPACE
from tests.word.samples import METADATA, PARTS, package, paragraph, parts_of

FULL = Metadata(
    identity="售后-经理",
    title="经理 & <Head>",
    subject="售后部",
    company="“公司” \"A\" 'B'",
    keywords="SH-010、经理",
    version="1.0",
    status="approved",
    language="zh",
    form="standard",
    digest="abc",
    date="2024-05-01",
)
BODY = paragraph("x")


def _made(metadata: Metadata, more: dict[str, str] | None = None) -> dict[str, str]:
    return parts_of(Form(package(BODY, more), "small").render({}, metadata))


def _core(metadata: Metadata) -> dict[str, str]:
    root = etree.fromstring(_made(metadata)["docProps/core.xml"].encode())
    return {etree.QName(node).localname: node.text or "" for node in root}


def test_core_properties() -> None:
    assert _core(FULL) == {
        "identifier": FULL.identity,
        "title": FULL.title,
        "subject": FULL.subject,
        "creator": FULL.company,
        "keywords": FULL.keywords,
        "language": "zh",
        "version": "1.0",
        "contentStatus": "approved",
        "created": "2024-05-01T00:00:00Z",
        "modified": "2024-05-01T00:00:00Z",
    }


def test_what_is_not_known_is_not_said() -> None:
    assert _core(METADATA) == {"identifier": "p", "title": "T"}


def test_the_custom_part() -> None:
    root = etree.fromstring(_made(FULL)["customXml/item1.xml"].encode())
    assert root.tag == f"{{{NAMESPACE}}}document"
    assert dict(root.attrib) == {
        "id": FULL.identity,
        "form": "standard",
        "language": "zh",
        "version": "1.0",
        "digest": "abc",
    }


@pytest.mark.parametrize("value", ['" onload="x', "</document>", "<!-- -->", "&lt;", "a\nb"])
def test_values_stay_values(value: str) -> None:
    made = _made(replace(FULL, identity=value, title=value))
    assert etree.fromstring(made["customXml/item1.xml"].encode()).get("id", "").replace("\n", " ") == value.replace(
        "\n", " "
    )
    assert _core(replace(FULL, title=value))["title"] == value


def _targets(relations: str) -> list[str]:
    return [entry.get("Target", "") for entry in etree.fromstring(relations.encode())]


def _types(parts: dict[str, str]) -> list[str]:
    names = [entry.get("PartName", "") for entry in etree.fromstring(parts["[Content_Types].xml"].encode())]
    return [name for name in names if name]


def _assert_whole(parts: dict[str, str]) -> None:
    """Every part is there once: one relationship and one content type."""
    assert _targets(parts["word/_rels/document.xml.rels"]).count("../customXml/item1.xml") == 1
    assert _targets(parts["_rels/.rels"]).count("docProps/core.xml") == 1
    assert len(set(_types(parts))) == len(_types(parts))
    assert {"/docProps/core.xml", "/customXml/itemProps1.xml"} <= set(_types(parts))
    identities = [e.get("Id") for e in etree.fromstring(parts["word/_rels/document.xml.rels"].encode())]
    assert len(set(identities)) == len(identities)


def test_a_form_without_properties_gets_them() -> None:
    _assert_whole(_made(FULL))


def test_a_form_made_from_a_finished_document() -> None:
    finished = Form(package(BODY), "first").render({}, FULL)
    again = Form(finished, "second").render({}, replace(FULL, identity="other"))
    _assert_whole(parts_of(again))
    assert read_package(again, "f").keys() == read_package(finished, "f").keys()
    assert 'id="other"' in parts_of(again)["customXml/item1.xml"]


def test_a_custom_part_of_somebody_else_stays() -> None:
    made = _made(FULL, {"customXml/item1.xml": "<bibliography/>"})
    assert made["customXml/item1.xml"] == "<bibliography/>"
    assert NAMESPACE in made["customXml/item2.xml"]
    assert 'Target="itemProps2.xml"' in made["customXml/_rels/item2.xml.rels"]


@pytest.mark.parametrize("relations", ['<Relationships xmlns="{}"></Relationships>', '<r:Relationships xmlns:r="{}"/>'])
def test_relationships_however_they_are_written(relations: str) -> None:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    made = _made(FULL, {"word/_rels/document.xml.rels": relations.format(namespace)})
    (entry,) = etree.fromstring(made["word/_rels/document.xml.rels"].encode())
    assert entry.tag == f"{{{namespace}}}Relationship"


def test_a_form_without_relationships_of_its_document() -> None:
    assert "word/_rels/document.xml.rels" in PARTS
    parts = {name: text for name, text in PARTS.items() if name != "word/_rels/document.xml.rels"}
    from posdoc.word.package import write_package
    from tests.word.samples import part

    data = write_package({**{n: t.encode() for n, t in parts.items()}, "word/document.xml": part(BODY)})
    _assert_whole(parts_of(Form(data, "small").render({}, FULL)))
