"""Items of lists: their numbers, titles and shares."""

from __future__ import annotations

import pytest

from posdoc.importers.pieces import Paragraph
from posdoc.importers.plain import line_place
from posdoc.importers.posts.items import item_of, titled
from posdoc.importers.posts.lines import Line
from tests.importers.posts.texts import bit

ITEMS = [
    ("1、每天巡检", "plain", "1", "每天巡检"),
    ("1. 每天巡检", "plain", "1", "每天巡检"),
    ("1．每天巡检", "plain", "1", "每天巡检"),
    ("12）每天巡检", "plain", "12", "每天巡检"),
    ("1.10每天巡检", "dotted", "1.10", "每天巡检"),
    ("2-1每天巡检", "dotted", "2-1", "每天巡检"),
    ("(1)每天巡检", "bracket", "1", "每天巡检"),
    ("（1）、每天巡检", "bracket", "1", "每天巡检"),
    ("①每天巡检", "circle", "①", "每天巡检"),
    ("一、每天巡检", "chinese", "一", "每天巡检"),
    ("（一）每天巡检", "small", "一", "每天巡检"),
    ("-每天巡检", "dash", "", "每天巡检"),
    ("·每天巡检", "dash", "", "每天巡检"),
    ("● 每天巡检", "dash", "", "每天巡检"),
    ("6积极参加", "bare", "6", "积极参加"),
]
PLAIN = [
    "每天巡检", "3年以上经验", "2次巡检", "10人以下的班组", "24小时待命", "2.5万元以内", "3.5%以下", "2018年起",
    "9:00-18:00接听热线", "28-50岁", "3-5年工作经验", "10-15 次", "5.5-6米", "1.5小时", "2-3人", "——", "1、",
    "一般工作环境", "5S管理",
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "number", "body"), ITEMS, ids=[one[0] for one in ITEMS])
def test_typed_numbers(text: str, kind: str, number: str, body: str) -> None:
    item = item_of(bit(text))
    assert (item.kind, item.number, item.text) == (kind, number, body)
    assert item.is_low is (kind in ("bracket", "circle", "dash", "small"))


def test_a_number_counts_as_a_label() -> None:
    item = item_of(bit("1、每天巡检"))
    assert item.body.line.counts() == (4, 2, 0)
    assert item.body.is_unread


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_no_number(text: str) -> None:
    item = item_of(bit(text))
    assert (item.kind, item.text) == ("", text)


@pytest.mark.parametrize(
    ("number", "depth", "kind", "kept"),
    [("1.", 0, "auto", "1."), ("（1）", 1, "bracket", ""), ("•", 0, "bracket", "")],
)
def test_automatic_numbers(number: str, depth: int, kind: str, kept: str) -> None:
    item = item_of(Line(Paragraph("每天巡检", line_place(1), number=number, depth=depth)).whole())
    assert (item.kind, item.number, item.text) == (kind, kept, "每天巡检")


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("投诉处理：受理投诉。", "投诉处理", "受理投诉。"),
        ("投诉处理:受理投诉。", "投诉处理", "受理投诉。"),
        ("Complaint handling: take calls", "Complaint handling", "take calls"),
    ],
)
def test_titles_of_items(text: str, title: str, rest: str) -> None:
    parted = titled(bit(text))
    assert parted is not None
    assert (parted[0].text, parted[1].text) == (title, rest)


@pytest.mark.parametrize("text", ["受理投诉。", "受理投诉，包括：登记", "先登记;再答复：当天", "投诉处理：", "：受理"])
def test_items_without_a_title(text: str) -> None:
    assert titled(bit(text)) is None
