"""Automatic numbers as Word prints them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from posdoc.importers.pieces import paragraphs_in
from tests.importers.word_files import codes, p, r, read, tbl, tc, tr, word_file


def level(place: int, text: str, form: str = "decimal", more: str = "", start: int | None = 1) -> str:
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return f'<w:lvl w:ilvl="{place}">{begin}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(*levels: str, more: str = "") -> str:
    """One abstract list with the number 1; ``more`` are further instances."""
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'
    )


def item(place: int | None = 0, number: int | None = 1, more: str = "") -> str:
    ilvl = "" if place is None else f'<w:ilvl w:val="{place}"/>'
    num = "" if number is None else f'<w:numId w:val="{number}"/>'
    return p("x", f"{more}<w:numPr>{ilvl}{num}</w:numPr>")


def printed(body: str, numbering: str, styles: str = "") -> list[str]:
    return [line.number for line in paragraphs_in(read(body, numbering=numbering, styles=styles).pieces)]


LEGAL = (level(0, "%1."), level(1, "%1.%2"), level(2, "%1.%2.%3"))
CHINESE = (
    level(0, "%1、", "chineseCounting"),
    level(1, "（%2）", "chineseCountingThousand"),
    level(2, "%3", "decimalEnclosedCircle"),
)
COUNTED: dict[str, tuple[Sequence[str], Sequence[int], list[str]]] = {
    "one level": (LEGAL, (0, 0, 0), ["1.", "2.", "3."]),
    "levels": (LEGAL, (0, 1, 1, 2, 0, 1), ["1.", "1.1", "1.2", "1.2.1", "2.", "2.1"]),
    "Chinese": (CHINESE, (0, 1, 1, 2, 2, 0, 1, 2), ["一、", "（一）", "（二）", "①", "②", "二、", "（一）", "①"]),
    "a level left out counts as one": (LEGAL, (1, 1, 0), ["1.1", "1.2", "2."]),
    "two levels left out": (LEGAL, (0, 2), ["1.", "1.1.1"]),
    "start": ((level(0, "第%1条", start=5),), (0, 0), ["第5条", "第6条"]),
    "start that is not said is 0": ((level(0, "%1", start=None),), (0, 0), ["0", "1"]),
    "as in law": (
        (level(0, "第%1章", "chineseCounting"), level(1, "%1.%2", more="<w:isLgl/>")),
        (0, 1, 0, 1),
        ["第一章", "1.1", "第二章", "2.1"],
    ),
    "not restarted": (
        (level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>')),
        (0, 1, 0, 1),
        ["1.", "1)", "2.", "2)"],
    ),
    "restarted by the first level only": (
        (level(0, "%1."), level(1, "%2)"), level(2, "%3;", more='<w:lvlRestart w:val="1"/>')),
        (0, 1, 2, 1, 2, 0, 2),
        ["1.", "1)", "1;", "2)", "2;", "2.", "1;"],
    ),
    "none": ((level(0, "", "none"),), (0,), [""]),
    "none, with a text": ((level(0, "注：", "none"),), (0,), ["注："]),
    "letters": ((level(0, "%1)", "upperLetter"), level(1, "%2)", "lowerRoman")), (0, 1, 1), ["A)", "i)", "ii)"]),
    "bullet": ((level(0, "◆", "bullet"),), (0,), ["◆"]),
    "bullet of a symbol font": ((level(0, "\uf0b7", "bullet"),), (0,), ["•"]),
    "picture as bullet": ((level(0, "", "bullet", '<w:lvlPicBulletId w:val="0"/>'),), (0,), ["•"]),
    "a level that is not defined": (LEGAL, (5,), [""]),
}


@pytest.mark.parametrize(("levels", "places", "numbers"), COUNTED.values(), ids=COUNTED)
def test_numbers_of_a_list(levels: Sequence[str], places: Sequence[int], numbers: list[str]) -> None:
    assert printed("".join(map(item, places)), lists(*levels)) == numbers


def test_the_depth_of_a_paragraph_is_its_level() -> None:
    file = read(item(0) + item(2), numbering=lists(*LEGAL))
    assert [line.depth for line in paragraphs_in(file.pieces)] == [0, 2]


BOX = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{}"/><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>'


@pytest.mark.parametrize(("sign", "shown"), [("\uf0a8", "□"), ("o", "□"), ("l", "•"), ("\uf06c", "•")])
def test_bullets_of_symbol_fonts_are_boxes_or_dots(sign: str, shown: str) -> None:
    assert printed(item(), lists(BOX.format(sign))) == [shown]


def test_a_format_of_its_own() -> None:
    own = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
        '</mc:AlternateContent><w:lvlText w:val="KPI-%1"/></w:lvl>'
    )
    assert printed(item() + item(), lists(own)) == ["KPI-001", "KPI-002"]


def test_a_hidden_number_is_not_seen_and_counts() -> None:
    hidden = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1"/><w:rPr><w:vanish/></w:rPr></w:lvl>'
    assert printed(item(0) + item(1), lists(hidden, level(1, "%1.%2"))) == ["", "1.1"]


def instance(number: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="7"/>{override}</w:num>'


def start_at(start: int, place: int = 0) -> str:
    return f'<w:lvlOverride w:ilvl="{place}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def test_instances_of_a_list_count_on_together() -> None:
    body = item() + item(number=2) + item()
    assert printed(body, lists(*LEGAL, more=instance(2))) == ["1.", "2.", "3."]


def test_an_instance_with_a_start_begins_anew_once() -> None:
    body = item() + item() + item(number=2) + item(number=2) + item(number=3)
    assert printed(body, lists(*LEGAL, more=instance(2, start_at(1)) + instance(3, start_at(5)))) == [
        "1.",
        "2.",
        "1.",
        "2.",
        "5.",
    ]


def test_an_instance_can_have_a_level_of_its_own() -> None:
    own = instance(2, f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", "lowerLetter")}</w:lvlOverride>')
    assert printed(item(number=2) + item(number=2), lists(*LEGAL, more=own)) == ["(a)", "(b)"]


def test_what_is_in_no_list_has_no_number() -> None:
    body = item(number=0) + item(number=99) + item(number=None) + p("x")
    assert printed(body, lists(*LEGAL)) == ["", "", "", ""]


def style(identity: str, numbering: str = "", kind: str = "paragraph", more: str = "") -> str:
    ppr = f"<w:pPr><w:numPr>{numbering}</w:numPr></w:pPr>" if numbering else ""
    return f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{identity}"/>{more}{ppr}</w:style>'


FIRST, OFF = '<w:numId w:val="1"/>', '<w:numId w:val="0"/>'
STYLES = (
    style("1", FIRST)
    + style("2", f'<w:ilvl w:val="1"/>{FIRST}')
    + style("own", more='<w:basedOn w:val="2"/>')
    + style("linked", FIRST)
    + style("off", OFF, more='<w:basedOn w:val="1"/>')
    + style("list", FIRST, "numbering")
)
LINKED = (level(0, "%1."), level(1, "%1.%2"), level(2, "%3)", more='<w:pStyle w:val="linked"/>'))


def styled(style: str, more: str = "") -> str:
    return p("x", f'<w:pStyle w:val="{style}"/>{more}')


def test_numbers_that_come_from_styles() -> None:
    body = "".join(map(styled, ("1", "2", "own", "linked", "1", "off")))
    assert printed(body, lists(*LINKED), STYLES) == ["1.", "1.1", "1.2", "1)", "2.", ""]


def test_a_paragraph_can_leave_the_list_of_its_style_or_change_the_level() -> None:
    off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = styled("1") + styled("1", off) + styled("1", '<w:numPr><w:ilvl w:val="1"/></w:numPr>') + styled("2")
    assert printed(body, lists(*LINKED), STYLES) == ["1.", "", "1.1", "1.2"]


def test_a_list_that_names_a_style_is_that_of_the_style() -> None:
    link = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="list"/></w:abstractNum>'
    more = link + '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    assert printed(item() + item(number=2), lists(*LEGAL, more=more), STYLES) == ["1.", "2."]


def test_numbers_count_on_in_tables_and_on_empty_lines() -> None:
    body = item() + tbl(tr(tc(item()), tc(item()))) + p("<w:r/>", '<w:numPr><w:numId w:val="1"/></w:numPr>') + item()
    assert printed(body, lists(*LEGAL)) == ["1.", "2.", "3.", "4.", "5."]


def test_deleted_and_hidden_paragraphs_are_not_counted() -> None:
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    deleted = p("<w:del><w:r><w:delText>alt</w:delText></w:r></w:del>", f"{numbered}<w:rPr><w:del/></w:rPr>")
    hidden = p(r("weg", "<w:vanish/>"), f"{numbered}<w:rPr><w:vanish/></w:rPr>")
    file = read(item() + deleted + item() + hidden + item(), numbering=lists(*LEGAL))
    assert [line.number for line in paragraphs_in(file.pieces)] == ["1.", "2.", "3."]
    assert codes(file) == ["deleted-text", "deleted-text"]


def test_old_properties_of_a_tracked_change_do_not_count() -> None:
    old = '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    assert printed(p("x", old), lists(*LEGAL)) == [""]


def test_no_list_at_all() -> None:
    assert b"numbering" not in word_file(item())
    assert printed(item(), "") == [""]
