"""Markdown: what a reader of the page sees, and nothing lost of it."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.importers.markdown import DEEPEST, MOST_LINES, read_markdown
from posdoc.importers.pieces import Part
from tests.importers.shown import found, paragraphs, table, texts


def read(text: str) -> Any:
    return read_markdown(text.encode(), "a.md")


SEEN = {
    "emphasis": ("**岗位**_名称_：`主管` ~~旧~~", ["岗位名称：主管 旧"]),
    "strong that Markdown does not see": ("**岗位名称：**售后主管", ["岗位名称：售后主管"]),
    "links": ("[制度](a.md)、<http://a.example>", ["制度、http://a.example"]),
    "no link": ("[技师](二级)", ["技师(二级)"]),
    "no definition of a link": ("[备注]: 无", ["[备注]: 无"]),
    "asterisks between numbers": ("5*8小时*2班", ["5*8小时*2班"]),
    "boxes": ("[x] 是 [ ] 否 [√] 不限", ["☑ 是 □ 否 ☑ 不限"]),
    "comments": ("甲<!-- 不印 -->乙\n\n<!-- 也\n不印 -->", ["甲乙"]),
    "a comment that is not closed": ("甲\n\n<!-- 乙\n\n丙", ["甲", "<!-- 乙", "丙"]),
    "a comment without a text": ("<!-->甲\n乙", ["甲", "乙"]),
    "elements of HTML": ("甲<br>乙 <b>丙</b>&lt;", ["甲\n乙 丙<"]),
    "no elements of HTML": ("<岗位> reports to <manager>", ["<岗位> reports to <manager>"]),
    "a table of HTML": ("<table><tr><td>甲</td><td>乙</td></tr></table>", ["甲\n乙"]),
    "lines of a paragraph": ("上级：经理  \n下级：技师\n外部：客户", ["上级：经理\n下级：技师\n外部：客户"]),
    "code": ("```yaml\n甲\n  乙\n```\n\n    丙", ["甲", "  乙", "丙"]),
    "quotations": ("> 甲\n>\n> > 乙", ["甲", "乙"]),
    "rules": ("甲\n\n---\n\n乙\n\n***", ["甲", "乙"]),
    "front matter": ("---\ntitle: 主管\n---\n甲", ["title: 主管", "甲"]),
    "escapes": (r"1\. 甲 \*乙\*", ["1. 甲 *乙*"]),
    "a mark alone": ("甲\n\n-\n\n2.\n", ["甲", "-", "2."]),
}


@pytest.mark.parametrize(("text", "expected"), SEEN.values(), ids=SEEN)
def test_what_is_seen(text: str, expected: list[str]) -> None:
    assert texts(read(text)) == expected
    assert found(read(text)) == []


def test_headings_and_bold_lines() -> None:
    text = "# 岗位说明书\n\n售后主管\n====\n\n## **职责**\n\n#要求\n\n**权限**\n\n**薪资：**面议\n\n甲\n乙\n---\n"
    assert [(p.text, p.heading, p.bold, p.place.number) for p in paragraphs(read(text))] == [
        ("岗位说明书", 1, False, 1),
        ("售后主管", 1, False, 3),
        ("职责", 2, True, 6),
        ("要求", 1, False, 8),
        ("权限", 0, True, 10),
        ("薪资：面议", 0, False, 12),
        ("甲\n乙", 0, False, 14),
    ]


def test_lists_have_numbers_and_depths() -> None:
    text = "1. 甲\n2. 乙\n   - 丙\n\n     丁\n4) 戊\n\n* 己\n\n文\n\n1. 一\n1. 二\n"
    assert [(p.number, p.depth, p.text, p.place.words.en) for p in paragraphs(read(text))] == [
        ("1.", 0, "甲", "line 1"),
        ("2.", 0, "乙", "line 2"),
        ("•", 1, "丙", "line 3"),
        ("", 1, "丁", "line 5"),
        ("4)", 0, "戊", "line 6"),
        ("•", 0, "己", "line 8"),
        ("", 0, "文", "line 10"),
        ("1.", 0, "一", "line 12"),
        ("2.", 0, "二", "line 13"),
    ]


def test_tables_keep_what_goes_beyond_their_header() -> None:
    found_table = table(read("前\n\n| 岗位 | 编制 |\n|:--|--|\n| 主管<br>二级 | 2 | **多** |\n| 甲\\|乙 |\n| | |\n"))
    assert [[cell.text for cell in row] for row in found_table.rows] == [
        ["岗位", "编制"],
        ["主管\n二级", "2", "多"],
        ["甲|乙"],
        ["", ""],
    ]
    assert found_table.columns == 3
    assert [cell.pieces[0].place.number for cell in found_table.cells if cell.text] == [3, 3, 5, 5, 5, 6]
    assert found_table.rows[1][2].pieces[0].bold  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["| 甲 | 乙 |\n| 1 | 2 |", "> | 甲 | 乙 |\n> |---|---|\n> | 1 | 2 |"])
def test_tables_without_a_ruler_and_in_quotations(text: str) -> None:
    assert texts(read(text)) == [[["甲", "乙"], ["1", "2"]]]


def test_links_to_headings_are_a_table_of_contents() -> None:
    parts = [p.part for p in paragraphs(read("- [职责](#duties)\n- [要求](#requirements)\n- [制度](a.md)\n"))]
    assert parts == [Part.CONTENTS, Part.CONTENTS, Part.BODY]


def test_pictures_are_reported() -> None:
    text = read("甲\n\n![组织图](a.png)\n")
    assert texts(text) == ["甲", "组织图"]
    assert found(text) == [("picture-not-read", 3)]


BEYOND = {
    "many lines": "甲\n" * (MOST_LINES + 1),
    "many brackets": "[" * 2_000,
    "deep lists": "".join("  " * depth + "- 甲\n" for depth in range(DEEPEST)),
    "deep quotations": ">" * 200 + "甲",
}


@pytest.mark.parametrize("text", BEYOND.values(), ids=BEYOND)
def test_what_the_parser_would_choke_on_is_read_as_plain_text(text: str) -> None:
    assert texts(read(text)) == [line.rstrip() for line in text.splitlines() if line.strip()]
