"""Names of posts that are set as headings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from posdoc.importers.pieces import Cell, Paragraph, Piece, Table
from posdoc.importers.plain import line_place
from posdoc.importers.posts.headed import headed_titles, title_in
from posdoc.importers.posts.labels import standard_labels
from posdoc.importers.posts.lines import Line


def text(content: str) -> Paragraph:
    return Paragraph(content, line_place(1))


def heading(content: str, level: int = 1) -> Paragraph:
    return replace(text(content), heading=level)


def bold(content: str) -> Paragraph:
    return replace(text(content), bold=True)


def table(*texts: str) -> Table:
    return Table(tuple(Cell(0, column, (text(one),)) for column, one in enumerate(texts)), len(texts), line_place(1))


FILES: dict[str, tuple[list[Piece], list[str]]] = {
    "headings over sections": (
        [heading("配件库管员"), heading("岗位职责", 2), text("收发配件。"), heading("大客户服务"), heading("职责", 2), text("x")],
        ["配件库管员", "大客户服务"],
    ),
    "bold names over sections": (
        [bold("配件库管员"), bold("岗位职责"), text("收发。"), bold("随便什么"), bold("任职资格"), text("高中")], ["配件库管员"],
    ),
    "over a table": ([heading("配件库管员"), table("直接上级", "主管")], ["配件库管员"]),
    "English": ([bold("Parts Clerk"), bold("Duties"), text("Issue parts.")], ["Parts Clerk"]),
    "a heading within a post": (
        [heading("配件库管员岗位说明书"), heading("岗位职责", 2), heading("收货", 3), text("工作任务"), text("验收")], [],
    ),
    "a chapter about something else": ([heading("公司简介"), heading("概述", 2), text("成立于二十年前。")], []),
    "a unit": ([heading("售后服务部"), heading("部门职能", 2), text("受理报修。")], []),
    "no section below": ([heading("配件库管员"), text("收发配件。"), heading("岗位职责", 2)], []),
    "plain text": ([text("配件库管员"), text("岗位职责"), text("收发。")], []),
    "nothing": ([], []),
}  # fmt: skip


@pytest.mark.parametrize(("pieces", "expected"), FILES.values(), ids=FILES)
def test_the_headings_that_are_titles(pieces: list[Piece], expected: list[str]) -> None:
    found = headed_titles(pieces, standard_labels())
    assert [piece.text for piece in pieces if isinstance(piece, Paragraph) and id(piece) in found] == expected


def test_a_title_is_given_without_its_number() -> None:
    paragraph = heading("1、配件库管员")
    found = title_in(Line(paragraph).whole(), standard_labels(), {id(paragraph)})
    assert found is not None
    title, rest, section = found
    assert (title.text, rest.text, section) == ("配件库管员", "", "")
    assert title_in(Line(paragraph).whole(), standard_labels(), ()) is None
