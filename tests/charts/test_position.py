from __future__ import annotations

import pytest

from posdoc.charts.graph import Box, Line
from posdoc.charts.position import MOST_PEERS, MOST_REPORTS, STRIP, describe, draw
from posdoc.locales.words import Words
from posdoc.model import Organization, Position, PositionStatus
from tests.charts.samples import DEPARTMENT, EN, WORKSPACE, ZH, position


def box(name: str, title: str, count: str = "", parent: str | None = None, style: str = "normal", **more: bool) -> Box:
    lines = (Line(title, "title"), *([Line(count, "subtitle")] if count else []))
    return Box(name, lines, style, parent=parent, **more)  # type: ignore[arg-type]


def of(*positions: Position) -> Organization:
    return Organization(workspace=WORKSPACE, positions=positions)


def ids(organization: Organization, focus: str) -> list[str]:
    return [drawn.id for drawn in draw(organization, Words(organization, "zh"), focus).boxes]


def test_a_manager_with_a_superior_outside() -> None:
    graph = draw(of(*DEPARTMENT.positions[:4]), ZH, "manager")
    assert graph.boxes == (
        Box("director", (Line("总监", "title"), Line("总经办", "muted")), style="outside"),
        box("manager", "经理", "1 人", "director", "focus"),
        box("clerk", "文员", "1 人", "manager"),
        box("secretary", "助理", parent="manager", assistant=True),
        box("engineer", "工程师", "3 人", "manager"),
    )
    assert (graph.title, graph.language, graph.ratio) == ("", "zh", STRIP)
    assert (graph.groups, graph.links, graph.legend) == ((), (), ())


def test_one_among_peers_without_reports() -> None:
    graph = draw(of(*DEPARTMENT.positions[:4]), EN, "secretary")
    assert graph.boxes == (
        box("manager", "Manager", "1"),
        box("clerk", "Clerk", "1", "manager"),
        box("secretary", "Secretary", parent="manager", style="focus", assistant=True),
        box("engineer", "Engineer", "3", "manager"),
    )


def test_people_are_left_out() -> None:
    organization = of(*DEPARTMENT.positions[:4])
    without_people = Organization(workspace=WORKSPACE, positions=DEPARTMENT.positions[:4], people=DEPARTMENT.people)
    assert draw(organization, ZH, "clerk") == draw(without_people, ZH, "clerk")


@pytest.mark.parametrize(
    ("superior", "expected"), [(None, ["a", "b"]), ("nobody", ["a", "b"]), ("quality", ["quality", "a", "b"])]
)
def test_whoever_the_superior_is(superior: str | None, expected: list[str]) -> None:
    assert ids(of(position("a", "甲", superior), position("b", "乙", "a")), "a") == expected


def test_a_position_that_reports_to_itself_is_drawn_once() -> None:
    assert set(ids(of(position("a", "甲", "a"), position("b", "乙", "a")), "a")) >= {"a", "b"}


PEERS = [f"p{number:02}" for number in range(MOST_PEERS + 5)]


@pytest.mark.parametrize(
    ("focus", "first"),
    [(0, 0), (1, 0), (MOST_PEERS // 2, 0), (MOST_PEERS // 2 + 1, 1), (len(PEERS) - 1, 4), (len(PEERS) - 3, 4)],
)
def test_of_many_peers_the_nearest_are_drawn_and_the_rest_counted(focus: int, first: int) -> None:
    row = of(position("head", "主管"), *(position(name, name, "head") for name in PEERS))
    shown = PEERS[first : first + MOST_PEERS + 1]
    graph = draw(row, ZH, PEERS[focus])
    assert [drawn.id for drawn in graph.boxes] == ["head", *shown, "more:peers"]
    assert [drawn.id for drawn in graph.boxes if drawn.style == "focus"] == [PEERS[focus]]
    assert graph.boxes[-1] == Box("more:peers", (Line("另有 4 个岗位", "muted"),), "outside", parent="head")


def test_as_many_peers_as_there_is_room_for() -> None:
    names = PEERS[: MOST_PEERS + 1]
    row = of(position("head", "主管"), *(position(name, name, "head") for name in names))
    assert ids(row, names[-1]) == ["head", *names]


@pytest.mark.parametrize(("count", "more"), [(MOST_REPORTS, None), (MOST_REPORTS + 1, "and 1 more")])
def test_of_many_reports_the_first_are_drawn_and_the_rest_counted(count: int, more: str | None) -> None:
    names = [f"r{number:02}" for number in range(count)]
    graph = draw(of(position("head", "主管"), *(position(name, name, "head") for name in names)), EN, "head")
    rest = [Box("more:reports", (Line(more, "muted"),), "outside", parent="head")] if more else []
    assert [drawn.id for drawn in graph.boxes] == ["head", *names[:MOST_REPORTS], *(drawn.id for drawn in rest)]
    assert list(graph.boxes[MOST_REPORTS + 1 :]) == rest


def test_abolished_positions_are_left_out() -> None:
    gone = PositionStatus.ABOLISHED
    row = of(
        position("head", "主管"), position("a", "甲", "head"), position("b", "乙", "head", status=gone),
        position("c", "丙", "a", status=gone),
    )  # fmt: skip
    assert ids(row, "a") == ["head", "a"]


@pytest.mark.parametrize(
    ("focus", "zh", "en"),
    [
        (
            "manager",
            "经理在组织中的位置：上级 总监；下级 文员、助理、工程师。",
            "Manager in the organization: reports to Director; direct reports: Clerk, Secretary, Engineer.",
        ),
        (
            "clerk",
            "文员在组织中的位置：上级 经理；下级 无。",
            "Clerk in the organization: reports to Manager; direct reports: none.",
        ),
    ],
)
def test_what_a_chart_shows_in_a_sentence(focus: str, zh: str, en: str) -> None:
    organization = of(*DEPARTMENT.positions[:4])
    assert [describe(organization, Words(organization, tag), focus) for tag in ("zh", "en")] == [zh, en]
