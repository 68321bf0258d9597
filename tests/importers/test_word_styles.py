"""Headings by style, by outline level and by name; bold paragraphs by style and by their runs."""

from __future__ import annotations

import pytest

from tests.importers.word_files import only, p, r, read

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="bt"><w:name w:val="标题 3"/></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="岗位标题"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="body"><w:name w:val="x"/><w:basedOn w:val="1"/>
  <w:pPr><w:outlineLvl w:val="9"/></w:pPr><w:rPr><w:b w:val="0"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="y"/><w:basedOn w:val="loop2"/></w:style>
<w:style w:type="paragraph" w:styleId="loop2"><w:name w:val="z"/><w:basedOn w:val="loop"/></w:style>
<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="c"><w:name w:val="heading 1 Char"/></w:style>
"""
HEADINGS = {
    "none": ("", 0),
    "heading 1": ('<w:pStyle w:val="1"/>', 1),
    "by name alone": ('<w:pStyle w:val="2"/>', 2),
    "by its Chinese name": ('<w:pStyle w:val="bt"/>', 3),
    "title": ('<w:pStyle w:val="T"/>', 1),
    "based on a heading": ('<w:pStyle w:val="own"/>', 1),
    "body text again": ('<w:pStyle w:val="body"/>', 0),
    "by the paragraph": ('<w:outlineLvl w:val="3"/>', 4),
    "body text by the paragraph": ('<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', 0),
    "a style that is not there": ('<w:pStyle w:val="q"/>', 0),
    "styles based on each other": ('<w:pStyle w:val="loop"/>', 0),
}


@pytest.mark.parametrize(("properties", "level"), HEADINGS.values(), ids=HEADINGS)
def test_the_level_of_a_heading(properties: str, level: int) -> None:
    assert only(read(p("x", properties), styles=STYLES)).heading == level


BOLD = {
    "plain": (r("甲"), "", False),
    "all runs": (r("甲", "<w:b/>") + r("乙", '<w:b w:val="true"/>'), "", True),
    "one run is not": (r("甲", "<w:b/>") + r("乙"), "", False),
    "a space is not": (r("甲", "<w:b/>") + r(" "), "", True),
    "switched off": (r("甲", '<w:b w:val="0"/>'), "", False),
    "by the paragraph's style": (r("甲"), "1", True),
    "by the style it is based on": (r("甲"), "own", True),
    "switched off in the style": (r("甲"), "body", False),
    "by the run's style": (r("甲", '<w:rStyle w:val="s"/>'), "", True),
    "by both styles, so by none": (r("甲", '<w:rStyle w:val="s"/>'), "1", False),
    "by the run against its style": (r("甲", "<w:b/>"), "body", True),
    "the run's properties win": (r("甲", '<w:rStyle w:val="s"/><w:b w:val="0"/>'), "", False),
}


@pytest.mark.parametrize(("inside", "style", "bold"), BOLD.values(), ids=BOLD)
def test_a_paragraph_is_bold_if_all_of_it_is(inside: str, style: str, bold: bool) -> None:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    assert only(read(p(inside, properties), styles=STYLES)).bold is bold


def test_bold_for_the_whole_document() -> None:
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>"
    assert only(read(p("x"), styles=defaults)).bold
    assert not only(read(p(r("x", '<w:b w:val="0"/>')), styles=defaults)).bold


def test_the_default_style_holds_for_paragraphs_without_one() -> None:
    style = '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>'
    assert only(read(p("x"), styles=style)).bold
