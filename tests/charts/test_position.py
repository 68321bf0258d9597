from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from posdoc.charts.graph import Box, Graph, Group, LegendEntry, Line, Link
from posdoc.charts.position import MOST_CONTACTS, MOST_PEERS, MOST_REPORTS, STRIP, describe, draw, draw_position
from posdoc.layout import place
from posdoc.locales.words import Words
from posdoc.model import (
    BoxContent,
    ChartOutput,
    ColourBy,
    Contact,
    ContactScope,
    DottedLine,
    Organization,
    Party,
    PartyScope,
    Position,
    PositionStatus,
    Ref,
)
from tests.charts.samples import DEPARTMENT, EN, WORKSPACE, ZH, position, text


def drawn(organization: Organization, words: Words, focus: str) -> Graph:
    return draw_position(organization, words, organization.by_id[focus])


def box(name: str, title: str, count: str = "", parent: str | None = None, style: str = "normal", **more: bool) -> Box:
    lines = (Line(title, "title"), *([Line(count, "subtitle")] if count else []))
    return Box(name, lines, style, parent=parent, **more)  # type: ignore[arg-type]


def of(*positions: Position) -> Organization:
    return Organization(workspace=WORKSPACE, positions=positions)


def ids(organization: Organization, focus: str) -> list[str]:
    return [box.id for box in drawn(organization, Words(organization, "zh"), focus).boxes]


def test_a_manager_with_a_superior_outside() -> None:
    graph = drawn(of(*DEPARTMENT.positions[:4]), ZH, "manager")
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
    graph = drawn(of(*DEPARTMENT.positions[:4]), EN, "secretary")
    assert graph.boxes == (
        box("manager", "Manager", "1"),
        box("clerk", "Clerk", "1", "manager"),
        box("secretary", "Secretary", parent="manager", style="focus", assistant=True),
        box("engineer", "Engineer", "3", "manager"),
    )


def test_people_are_left_out() -> None:
    organization = of(*DEPARTMENT.positions[:4])
    without_people = Organization(workspace=WORKSPACE, positions=DEPARTMENT.positions[:4], people=DEPARTMENT.people)
    assert drawn(organization, ZH, "clerk") == drawn(without_people, ZH, "clerk")


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
    graph = drawn(row, ZH, PEERS[focus])
    assert [box.id for box in graph.boxes] == ["head", *shown, "more:peers"]
    assert [box.id for box in graph.boxes if box.style == "focus"] == [PEERS[focus]]
    assert graph.boxes[-1] == Box("more:peers", (Line("另有 4 个岗位", "muted"),), "outside", parent="head")


def test_as_many_peers_as_there_is_room_for() -> None:
    names = PEERS[: MOST_PEERS + 1]
    row = of(position("head", "主管"), *(position(name, name, "head") for name in names))
    assert ids(row, names[-1]) == ["head", *names]


@pytest.mark.parametrize(("count", "more"), [(MOST_REPORTS, None), (MOST_REPORTS + 1, "and 1 more")])
def test_of_many_reports_the_first_are_drawn_and_the_rest_counted(count: int, more: str | None) -> None:
    names = [f"r{number:02}" for number in range(count)]
    graph = drawn(of(position("head", "主管"), *(position(name, name, "head") for name in names)), EN, "head")
    rest = [Box("more:reports", (Line(more, "muted"),), "outside", parent="head")] if more else []
    assert [box.id for box in graph.boxes] == ["head", *names[:MOST_REPORTS], *(box.id for box in rest)]
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
    assert [describe(organization, Words(organization, tag), organization.by_id[focus]) for tag in ("zh", "en")] == [
        zh,
        en,
    ]


PARTIES = (
    Party(id=Ref("finance"), title=text("财务部", "Finance"), scope=PartyScope.INTERNAL),
    Party(id=Ref("customers"), title=text("客户", "Customers"), scope=PartyScope.EXTERNAL),
    Party(id=Ref("dealers"), title=text("经销商", "Dealers")),
)


def contact(party: str, scope: ContactScope | None = None) -> Contact:
    return Contact(party=Ref(party), scope=scope)


def alone(**stated: Any) -> Graph:
    """The chart of a clerk, drawn by itself, who stands among the department's positions."""
    row = [replace(each, **stated) if each.id == "clerk" else each for each in DEPARTMENT.positions]
    organization = Organization(
        workspace=replace(WORKSPACE, parties=PARTIES), positions=tuple(row), units=DEPARTMENT.units
    )
    return draw(organization, Words(organization, "zh"), ChartOutput(kind="position", position="clerk"))


def test_drawn_by_itself_a_position_has_its_contacts_at_its_sides() -> None:
    graph = alone(
        contacts=(
            contact("manager", ContactScope.SUPERIOR),
            contact("finance", ContactScope.INTERNAL),
            contact("customers", ContactScope.EXTERNAL),
            contact("engineer", ContactScope.INTERNAL),
            contact("typist"),
            contact("finance"),
        )
    )
    contacts = [(one.id, one.lines[0].text, one.style, one.group) for one in graph.boxes if one.group]
    assert contacts == [
        ("contact:inside:finance", "财务部", "outside", "inside"),
        ("contact:inside:typist", "打字员", "outside", "inside"),
        ("contact:outside:customers", "客户", "outside", "outside"),
    ]
    assert graph.groups == (Group("inside", "公司内联系"), Group("outside", "公司外联系"))
    assert graph.links == tuple(Link("clerk", name, style="contact") for name, *_ in contacts)
    assert (graph.title, graph.arrangement) == ("文员在组织中的位置", "around")


@pytest.mark.parametrize(
    ("party", "scope", "side"),
    [
        ("finance", None, "inside"),
        ("customers", None, "outside"),
        ("dealers", None, "inside"),
        ("dealers", ContactScope.EXTERNAL, "outside"),
        ("customers", ContactScope.INTERNAL, "inside"),
        ("quality", ContactScope.PEER, "inside"),
        ("east", None, "inside"),
    ],
)
def test_on_which_side_a_contact_stands(party: str, scope: ContactScope | None, side: str) -> None:
    assert [one.group for one in alone(contacts=(contact(party, scope),)).boxes if one.group] == [side]


def test_of_many_contacts_the_first_are_drawn_and_the_rest_counted() -> None:
    graph = alone(contacts=tuple(contact(f"p{number}", ContactScope.INTERNAL) for number in range(MOST_CONTACTS + 3)))
    inside = [one for one in graph.boxes if one.group]
    assert len(inside) == MOST_CONTACTS + 1
    assert inside[-1].lines == (Line("另有 3 个", "muted"),)


def test_functional_superiors_and_co_managers_are_dotted() -> None:
    graph = alone(
        dotted_to=(DottedLine(position=Ref("quality"), for_=text("质量反馈")), DottedLine(position=Ref("engineer"))),
        co_managed_by=(Ref("director"), Ref("nobody")),
    )
    assert graph.links == (
        Link("clerk", "director", "共同管理"), Link("clerk", "quality", "质量反馈"), Link("clerk", "engineer"),
    )  # fmt: skip
    assert [one.id for one in graph.boxes if one.style == "outside"] == ["director", "quality"]
    assert graph.legend == (LegendEntry("dotted", "业务汇报（虚线）"),)
    assert {link.style for link in place(graph).links} == {"dotted"}


def test_without_contacts_it_is_what_documents_show_under_a_title() -> None:
    graph = alone()
    assert (graph.groups, graph.links, graph.legend) == ((), (), ())
    assert graph.boxes == drawn(of(*DEPARTMENT.positions), ZH, "clerk").boxes


def test_drawn_by_itself_it_shows_what_is_wished() -> None:
    wish = ChartOutput(position="clerk", show=(BoxContent.CODE, BoxContent.TITLE), colour_by=ColourBy.UNIT)
    graph = draw(DEPARTMENT, EN, wish)
    assert {box.id: [line.text for line in box.lines] for box in graph.boxes}["manager"] == ["SH-1", "Manager"]
    assert {box.id: box.colour for box in graph.boxes}["clerk"] == 0
    assert graph.legend[0] == LegendEntry("colour", "Service", 0)
    assert all(box.colour is None for box in draw(DEPARTMENT, EN, ChartOutput(position="clerk")).boxes)
