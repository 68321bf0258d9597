from __future__ import annotations

import pytest

from posdoc.charts.career import describe, draw, draw_career, has_career
from posdoc.charts.graph import Box, Line, Link
from tests.charts.samples import CAREERS, CAREERS_EN, CAREERS_ZH

ENGINEER = CAREERS.by_id["engineer"]


def test_every_move_has_its_box_and_line() -> None:
    graph = draw_career(CAREERS, CAREERS_ZH, ENGINEER)
    assert [(box.id, box.lines[0].text, box.style) for box in graph.boxes] == [
        ("engineer", "工程师", "focus"),
        ("from:clerk", "文员", "normal"),
        ("from:trainee", "学徒", "normal"),
        ("to:/lead", "组长", "normal"),
        ("to:/lead/manager", "经理", "normal"),
        ("to:/lead/director", "总监", "outside"),
        ("to:/quality", "质量经理", "outside"),
        ("rotation:trainer", "讲师", "normal"),
        ("demotion:helper", "助手", "normal"),
    ]
    assert graph.links == (
        Link("from:clerk", "engineer", style="promotion"),
        Link("from:trainee", "engineer", style="promotion"),
        Link("engineer", "to:/lead", style="promotion"),
        Link("to:/lead", "to:/lead/manager", style="promotion"),
        Link("to:/lead", "to:/lead/director", style="promotion"),
        Link("engineer", "to:/quality", style="promotion"),
        Link("engineer", "rotation:trainer", "轮调", "rotation"),
        Link("engineer", "from:clerk", "降任", "demotion"),
        Link("engineer", "demotion:helper", "降任", "demotion"),
    )
    assert (graph.title, graph.language, graph.arrangement) == ("", "zh", "career")


def test_only_the_position_itself_is_set_in_bold() -> None:
    boxes = draw_career(CAREERS, CAREERS_EN, CAREERS.by_id["lead"]).boxes
    assert boxes == (
        Box("lead", (Line("Lead", "title"),), "focus"),
        Box("to:/manager", (Line("Manager", "step"),)),
    )


@pytest.mark.parametrize(("words", "title"), [(CAREERS_ZH, "工程师的职业发展"), (CAREERS_EN, "Career paths: Engineer")])
def test_drawn_by_itself_it_has_a_title(words: object, title: str) -> None:
    assert draw(CAREERS, words, "engineer").title == title  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "expected"), [("engineer", True), ("lead", True), ("clerk", False), ("nobody", False)]
)
def test_whether_there_is_anything_to_draw(name: str, expected: bool) -> None:
    assert has_career(CAREERS.by_id[name]) is expected


@pytest.mark.parametrize(
    ("name", "chinese", "english"),
    [
        (
            "engineer",
            "工程师的职业发展：可由 文员、学徒 晋升至此；可晋升为 组长 → 经理；组长 → 总监；质量经理；"
            "可轮调为 讲师；可降任为 文员、助手。",
            "Career paths of Engineer: promotion to it from Clerk, Trainee; promotion to Lead → Manager; Lead → Director; "
            "Quality Manager; rotation to Trainer; demotion to Clerk, Helper.",
        ),
        ("lead", "组长的职业发展：可晋升为 经理。", "Career paths of Lead: promotion to Manager."),
        ("clerk", "文员的职业发展：无。", "Career paths of Clerk: none."),
    ],
)
def test_it_can_be_told(name: str, chinese: str, english: str) -> None:
    assert (describe(CAREERS, CAREERS_ZH, name), describe(CAREERS, CAREERS_EN, name)) == (chinese, english)
