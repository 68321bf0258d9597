"""Portions of a long document: together they are the whole, and their pages are its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from lxml import etree

from posdoc.build import Choice
from posdoc.build.office import headings_of, to_pdf
from posdoc.build.plan import DocumentJob, plan
from posdoc.build.run import document_bytes
from posdoc.load import load
from posdoc.word.for_libreoffice import for_libreoffice
from posdoc.word.package import read_own_package
from posdoc.word.portions import NEW_PAGES, in_portions
from tests.word.samples import PARTS, W, package, paragraph, run

BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
FIRST_PAGE = "<w:titlePg/>"


def _new_page(text: str) -> str:
    return f"<w:p><w:pPr><w:pageBreakBefore/></w:pPr>{run(text)}</w:p>"


def _pages(width: int, more: str = "") -> str:
    return f'<w:sectPr><w:pgSz w:w="{width}" w:h="16838"/>{more}</w:sectPr>'


def _section_ends(width: int, more: str = "") -> str:
    return f"<w:p><w:pPr>{_pages(width, more)}</w:pPr></w:p>"


def _document(portion: bytes) -> str:
    return read_own_package(portion)["word/document.xml"].decode()


def _texts(portions: Sequence[bytes]) -> list[str]:
    return ["".join(re.findall("<w:t>(.*?)</w:t>", _document(portion))) for portion in portions]


def _cut(body: str, new_pages: int = 1) -> list[bytes]:
    return in_portions(package(body + _pages(11906)), new_pages)


def test_a_page_break_stays_behind_and_no_longer_breaks() -> None:
    portions = _cut(paragraph("a") + BREAK + paragraph("b") + BREAK + paragraph("c"))
    assert _texts(portions) == ["a", "b", "c"]
    assert [len(re.findall("<w:p[/>]", _document(portion))) for portion in portions] == [2, 2, 1]
    assert not any("w:br" in _document(portion) for portion in portions)


def test_a_paragraph_that_begins_a_page_begins_a_portion() -> None:
    off = _new_page("c").replace("pageBreakBefore", 'pageBreakBefore w:val="0"')
    assert _texts(_cut(paragraph("a") + _new_page("b") + off)) == ["a", "bc"]


def test_so_many_new_pages_make_a_portion() -> None:
    portions = _cut("".join(_new_page(letter) for letter in "abcdefgh"), 3)
    assert _texts(portions) == ["abc", "def", "gh"]
    breaks = _cut(BREAK.join(map(paragraph, "abcdefgh")), 3)
    assert _texts(breaks) == ["abc", "def", "gh"]
    assert [_document(portion).count("w:br") for portion in breaks] == [2, 2, 1]


def test_each_portion_lies_on_the_pages_of_its_section() -> None:
    body = _new_page("a") + _new_page("b") + _section_ends(1000) + _new_page("c") + _new_page("d") + _new_page("e")
    portions = _cut(body)
    assert _texts(portions) == ["a", "bc", "d", "e"]
    widths = [re.findall(r'w:w="(\d+)"', _document(portion)) for portion in portions]
    assert widths == [["1000"], ["1000", "11906"], ["11906"], ["11906"]]


def test_the_first_page_of_a_section_is_not_set_again_in_its_middle() -> None:
    body = _new_page("a") + _new_page("b") + _section_ends(1000, FIRST_PAGE) + _new_page("c") + _new_page("d")
    portions = in_portions(package(body + _pages(11906, FIRST_PAGE)), 1)
    assert [_document(portion).count("titlePg") for portion in portions] == [1, 1, 0]
    assert 'w:w="1000" w:h="16838"/></w:sectPr>' in _document(portions[1])


@pytest.mark.parametrize(
    "between",
    [
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + _new_page("b"),
        f'<w:p><w:r><w:br w:type="page"/></w:r>{run("b")}</w:p>',
        '<w:p><w:r><w:br w:type="column"/></w:r></w:p>' + paragraph("b"),
        "<w:p><w:r/></w:p>" + paragraph("b"),
        _section_ends(1000) + _new_page("b"),
        f"<w:sdt><w:sdtContent>{BREAK}{paragraph('b')}</w:sdtContent></w:sdt>",
    ],
    ids=["in a field", "break with text", "column", "empty", "section", "control"],
)
def test_nothing_is_cut_where_pages_might_not_add_up(between: str) -> None:
    assert _texts(_cut(paragraph("a") + between + paragraph("c"))) == ["abc"]


def test_a_field_that_ends_no_longer_hinders() -> None:
    chars = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    assert _texts(_cut(f"<w:p>{chars}{run('a')}</w:p>" + _new_page("b"))) == ["a", "b"]


@pytest.mark.parametrize(
    ("more", "settings"),
    [
        ('<w:type w:val="oddPage"/>', ""),
        ('<w:type w:val="evenPage"/>', ""),
        ("", "<w:evenAndOddHeaders/>"),
        ("", "<w:mirrorMargins/>"),
    ],
)
def test_a_document_with_sides_stays_whole(more: str, settings: str) -> None:
    whole = package(
        paragraph("a") + _new_page("b") + _pages(11906, more),
        {"word/settings.xml": f"<w:settings {W}>{settings}</w:settings>"},
    )
    assert in_portions(whole, 1) == [whole]
    assert len(in_portions(package(paragraph("a") + _new_page("b") + _pages(11906)), 1)) == 2


def test_a_document_without_pages_stays_whole() -> None:
    whole = package(paragraph("a") + _new_page("b"))
    assert in_portions(whole, 1) == [whole]


def _of_list(number: int) -> str:
    properties = f'<w:pPr><w:pageBreakBefore/><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    return f"<w:p>{properties}{run('x')}</w:p>"


def test_lists_and_charts_are_no_more_than_a_portion_shows() -> None:
    numbers = "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="7"/></w:num>' for number in range(1, 5))
    relation = '<Relationship Id="{}" Type="http://schemas.openxmlformats.org/{}" Target="{}"/>'
    relations = "".join(
        relation.format(*values)
        for values in (
            ("a", "image", "media/posdoc-1.png"),
            ("b", "image", "media/posdoc-2.png"),
            ("c", "image", "media/logo.png"),
            ("d", "customXml", "../customXml/item1.xml"),
            ("e", "customXml", "../customXml/item2.xml"),
        )
    )
    more = {
        "word/numbering.xml": f"<w:numbering {W}>{numbers}</w:numbering>",
        "word/styles.xml": f'<w:styles {W}><w:style><w:pPr><w:numId w:val="4"/></w:pPr></w:style></w:styles>',
        "word/_rels/document.xml.rels": PARTS["word/_rels/document.xml.rels"].replace(
            "/>", f">{relations}</Relationships>"
        ),
        "word/media/posdoc-1.png": "1",
        "word/media/posdoc-2.png": "2",
        "word/media/logo.png": "3",
        "customXml/item1.xml": '<document xmlns="urn:posdoc:document:1"/>',
        "customXml/item2.xml": "<company/>",
    }
    chart = '<w:p xmlns:r="r"><w:r><w:drawing r:embed="b"/></w:r></w:p>'
    first, second = in_portions(package(_of_list(1) + chart + _of_list(2) + _pages(11906), more), 1)
    parts = read_own_package(first)
    assert re.findall(r'w:numId="(\d)"', parts["word/numbering.xml"].decode()) == ["1", "4"]
    assert re.findall(r'w:numId="(\d)"', read_own_package(second)["word/numbering.xml"].decode()) == ["2", "4"]
    others = {"word/media/logo.png", "customXml/item2.xml"}
    assert {name for name in parts if "media" in name or "custom" in name} == {*others, "word/media/posdoc-2.png"}
    assert {name for name in read_own_package(second) if "media" in name or "custom" in name} == others
    kept = etree.fromstring(parts["word/_rels/document.xml.rels"])
    assert [relation.get("Id") for relation in kept] == ["b", "c", "e"]


def _handbooks(root: Path) -> Iterator[bytes]:
    organization = load(root)[0]
    for job in plan(root, organization, Choice(form="handbook")):
        assert isinstance(job, DocumentJob)
        yield document_bytes(root, organization, job, room_only=True)


@pytest.mark.tool("soffice")
def test_the_pages_of_portions_are_those_of_the_whole(sample: Path) -> None:
    for whole in _handbooks(sample):
        found = []
        for new_pages in (1000, NEW_PAGES, 6):
            portions = in_portions(whole, new_pages)
            pages = headings_of(to_pdf([for_libreoffice(portion) for portion in portions]))
            found.append((len(portions), pages))
        assert [number for number, _ in found] == [1, 2, 6]
        assert found[0][1] == found[1][1] == found[2][1]
        assert len(found[0][1]) > 500
