from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from posdoc.charts.boxes import MOST_NAMES, BoxMaker, legend, outside_box
from posdoc.charts.graph import Box, LegendEntry, Line
from posdoc.charts.part import Below
from posdoc.locales.words import Words
from posdoc.model import (
    BoxContent,
    ChartOutput,
    ColourBy,
    Grade,
    HeadCount,
    Organization,
    OutsidePosition,
    Person,
    PositionStatus,
    Ref,
    Text,
    Workspace,
)
from tests.charts.samples import DEPARTMENT, EN, WORKSPACE, ZH, person, position, post


def maker(organization: Organization, words: Words, **wished: Any) -> BoxMaker:
    return BoxMaker(organization, words, ChartOutput(**wished), organization.positions)


def lines_of(people: tuple[Person, ...], language: str = "zh", **stated: Any) -> tuple[Line, ...]:
    """What stands in the box of a position ``it`` in a department of these people."""
    it = position("it", "工程师", **stated)
    organization = Organization(workspace=WORKSPACE, positions=(it,), people=people)
    return maker(organization, Words(organization, language)).box(it).lines


TITLE = Line("工程师", "title")
ELSEWHERE = person("某", post("other"))
HOLDERS = tuple(person(name, post("it")) for name in "赵钱孙李周")
BOXES: dict[str, tuple[tuple[Person, ...], dict[str, Any], list[Line]]] = {
    "nothing known": ((), {}, []),
    "planned heads where nobody is listed": ((), {"count": 3}, [Line("3 人", "subtitle")]),
    "nobody holds it": ((ELSEWHERE,), {"count": 2}, [Line("在岗 0/2 人 · 空缺 2 人", "subtitle")]),
    "some": (
        HOLDERS[:1], {"count": 2}, [Line("在岗 1/2 人 · 空缺 1 人", "subtitle"), Line("赵", "detail")],
    ),
    "all": (HOLDERS[:2], {"count": 2}, [Line("在岗 2/2 人", "subtitle"), Line("赵、钱", "detail")]),
    "more than planned": (HOLDERS[:2], {"count": 1}, [Line("在岗 2/1 人", "subtitle"), Line("赵、钱", "detail")]),
    "as many names as there is room for": (
        HOLDERS[:MOST_NAMES], {"count": 4}, [Line("在岗 4/4 人", "subtitle"), Line("赵、钱、孙、李", "detail")],
    ),
    "more names than there is room for": (
        HOLDERS, {"count": 5}, [Line("在岗 5/5 人", "subtitle"), Line("赵、钱等 5 人", "detail")],
    ),
    "a holder where no heads are planned": (HOLDERS[:1], {}, [Line("赵", "detail")]),
    "acting": (
        (person("赵", post("it", acting=True)),), {"count": 1},
        [Line("在岗 1/1 人", "subtitle"), Line("赵（代理）", "detail")],
    ),
    "two who share a job": (
        (person("赵", post("it", 50, job_share=True)), person("钱", post("it", 50, job_share=True))), {"count": 1},
        [Line("在岗 1/1 人", "subtitle"), Line("赵、钱", "detail")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("people, stated, expected", BOXES.values(), ids=BOXES.keys())  # noqa: PT006
def test_what_stands_in_a_box(people: tuple[Person, ...], stated: dict[str, Any], expected: list[Line]) -> None:
    assert lines_of(people, **stated) == (TITLE, *expected)


def test_a_range_counts_from_its_lower_end() -> None:
    assert lines_of(HOLDERS[:1], count=HeadCount(2, 3))[1] == Line("在岗 1/2–3 人 · 空缺 1 人", "subtitle")


def test_a_head_count_in_words_is_printed_as_it_is() -> None:
    several = HeadCount(text=Text({"zh": "数名", "en": "several"}))
    assert lines_of(HOLDERS[:1], count=several)[1] == Line("数名", "subtitle")
    assert lines_of(HOLDERS[:1], "en", count=several)[1] == Line("several", "subtitle")


def test_a_box_in_english() -> None:
    people = (person("赵", post("it", acting=True)), ELSEWHERE)
    assert lines_of(people, "en", count=2) == (
        Line("It", "title"), Line("1 of 2 · 1 vacant", "subtitle"), Line("赵 (acting)", "detail"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"count": 1}, "vacant"),
        ({}, "normal"),
        ({"count": 0}, "normal"),
        ({"count": 1, "status": PositionStatus.FROZEN}, "normal"),
        ({"count": 1, "status": PositionStatus.PLANNED}, "planned"),
    ],
)
def test_the_style_of_a_box(stated: dict[str, Any], expected: str) -> None:
    it = position("it", "工程师", **stated)
    organization = Organization(workspace=WORKSPACE, positions=(it,), people=(ELSEWHERE,))
    box = maker(organization, ZH).box(it)
    assert box.style == expected
    assert maker(organization, ZH).box(it, focus=True) == dataclasses.replace(box, style="focus")


def test_names_are_left_out_on_demand() -> None:
    manager = DEPARTMENT.by_id["manager"]
    assert maker(DEPARTMENT, EN, names=False).box(manager, parent="director", group="service") == Box(
        "manager",
        (Line("Manager", "title"), Line("1 of 1", "subtitle")),
        parent="director",
        group="service",
        tooltip="SH-1 Manager",
    )


def test_a_position_outside() -> None:
    director, quality = (DEPARTMENT.outside_by_id[name] for name in ("director", "quality"))
    assert outside_box(EN, director, parent="quality") == Box(
        "director", (Line("Director", "title"), Line("Office", "muted")), style="outside", parent="quality"
    )
    assert outside_box(ZH, quality) == Box("quality", (Line("质量经理", "title"),), style="outside")
    assert outside_box(ZH, OutsidePosition(id=Ref("x"))) == Box("x", (Line("", "title"),), style="outside")


def test_a_legend() -> None:
    assert legend(ZH, "vacant", "dotted") == (
        LegendEntry("vacant", "有空缺的岗位"), LegendEntry("dotted", "业务汇报（虚线）"),
    )  # fmt: skip
    assert legend(EN) == ()


GRADED = Organization(
    workspace=Workspace(
        languages=("zh", "en"),
        grades=(Grade(id=Ref("G1")), Grade(id=Ref("G2"), title=Text({"zh": "二等", "en": "Grade 2"}))),
        levels=(Grade(id=Ref("top"), title=Text({"zh": "领导层"})), Grade(id=Ref("staff"), title=Text({"zh": "操作层"}))),
        families=(Grade(id=Ref("service"), title=Text({"zh": "服务序列"})),),
    ),
    units=DEPARTMENT.units,
    positions=(
        position("head", "主管", None, 1, unit="service", grade=Ref("G2"), level=Ref("top"), code="A-1"),
        position("aide", "助理", "head", 1, unit="service", assistant=True, grade=Ref("G1")),
        position("clerk", "文员", "head", 2, unit="east", family=Ref("service")),
        position("driver", "司机", "head", 3, unit="field", level=Ref("staff")),
    ),
    people=(person("赵", post("head")),),
)  # fmt: skip
GRADED_ZH = Words(GRADED, "zh")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (BoxContent.TITLE, Line("主管", "title")),
        (BoxContent.SECOND_LANGUAGE, Line("Head", "subtitle")),
        (BoxContent.ID, Line("head", "muted")),
        (BoxContent.CODE, Line("A-1", "muted")),
        (BoxContent.GRADE, Line("二等", "muted")),
        (BoxContent.LEVEL, Line("领导层", "muted")),
        (BoxContent.UNIT, Line("服务部", "muted")),
        (BoxContent.HEADCOUNT, Line("在岗 1/1 人", "subtitle")),
        (BoxContent.VACANCY, None),
        (BoxContent.INCUMBENTS, Line("赵", "detail")),
        (BoxContent.SPAN, Line("直接管理 2 个岗位，共 5 人", "muted")),
    ],
)
def test_everything_that_a_box_can_show(content: BoxContent, expected: Line | None) -> None:
    box = maker(GRADED, GRADED_ZH, show=(content,)).box(GRADED.by_id["head"])
    assert box.lines == ((expected,) if expected else ())


def test_the_wish_says_in_which_order() -> None:
    show = (BoxContent.VACANCY, BoxContent.CODE, BoxContent.TITLE)
    lines = maker(GRADED, GRADED_ZH, show=show).box(GRADED.by_id["driver"]).lines
    assert lines == (Line("空缺 3 人", "subtitle"), Line("司机", "title"))


def test_vacancies_are_not_said_where_only_the_head_count_is_wanted() -> None:
    lines = maker(GRADED, GRADED_ZH, show=(BoxContent.HEADCOUNT,)).box(GRADED.by_id["driver"]).lines
    assert lines == (Line("在岗 0/3 人", "subtitle"),)


def test_what_lies_below_is_counted() -> None:
    box = maker(GRADED, GRADED_ZH, show=(BoxContent.TITLE,)).box(GRADED.by_id["head"], below=Below(3, 6))
    assert box.lines[1:] == (Line("下辖 3 个岗位，共 6 人", "muted"),)
    assert maker(GRADED, Words(GRADED, "en")).below(Below(1, 0)) == "1 position below"


@pytest.mark.parametrize(
    ("by", "colours", "meanings"),
    [
        (None, [None, None, None, None], []),
        (ColourBy.NOTHING, [None, None, None, None], []),
        (ColourBy.UNIT, [0, 0, 1, 1], ["服务部", "现场组"]),
        (ColourBy.LEVEL, [0, None, None, 1], ["领导层", "操作层"]),
        (ColourBy.GRADE, [1, 0, None, None], ["G1", "二等"]),
        (ColourBy.FAMILY, [None, None, 0, None], ["服务序列"]),
    ],
)
def test_colours_and_what_they_stand_for(by: ColourBy | None, colours: list[int | None], meanings: list[str]) -> None:
    boxes = maker(GRADED, GRADED_ZH, colour_by=by)
    assert [boxes.box(each).colour for each in GRADED.positions] == colours
    assert [entry.text for entry in boxes.colouring.legend()] == meanings
    assert [entry.colour for entry in boxes.colouring.legend()] == list(range(len(meanings)))
