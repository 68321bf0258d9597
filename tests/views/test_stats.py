"""Each figure of an organization, exactly, over small ones written by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from posdoc.locales.words import Words
from posdoc.model import (
    Duty,
    Flow,
    HeadCount,
    Organization,
    PartialDate,
    PositionStatus,
    Ref,
    Text,
    Unit,
    UnitFunction,
    UnitKind,
)
from posdoc.views.figures import Counted, Figures, Heads, Statistics
from posdoc.views.stats import ARCHETYPES, measure
from posdoc.views.stats_view import notes_of, work_of
from tests.charts.samples import DEPARTMENT, UNITS, WORKSPACE, person, position, post, step, text

SEVERAL = HeadCount(text=Text({"zh": "数名"}))


def of(*positions: Any, people: Any = (), units: Any = UNITS, workspace: Any = WORKSPACE) -> Organization:
    return Organization(workspace=workspace, units=units, positions=positions, people=people)


def counted(statistics: Statistics, name: str) -> Counted:
    return next(one for one in statistics.counted if one.position.id == name)


def unit(statistics: Statistics, name: str) -> tuple[Figures, Figures]:
    found = next(found for found in statistics.units if found.unit.id == name)
    return found.own, found.all


# --- the department of the charts -------------------------------------------------------------------------------


def test_the_figures_of_a_department() -> None:
    total = measure(DEPARTMENT).total
    assert (total.positions, total.frozen, total.proposed) == (4, 0, 1)
    assert total.planned == Heads(5, 5, unknown=1)  # the secretary has no head count, the typist is abolished
    assert total.proposed_heads == Heads(1, 1)
    assert (total.filled, total.acting, total.vacant, total.over, total.people) == (4, 1, 1, 0, 5)
    assert total.levels == 2
    assert (total.spans.managers, total.spans.manager_heads, total.staff_heads) == (1, 1, 5)
    assert (total.spans.mean_reports, total.spans.mean_led) == (2, 4)  # the clerk and three engineers, no assistant
    assert total.staff_per_manager == 5


def test_units_come_as_a_tree_each_with_its_own_and_all_below() -> None:
    statistics = measure(DEPARTMENT)
    assert [(found.unit.id, found.depth, found.below) for found in statistics.units] == [
        ("service", 0, 3), ("field", 1, 1), ("east", 2, 0), ("empty", 1, 0),
    ]  # fmt: skip
    own, everything = unit(statistics, "service")
    assert (own.positions, own.planned.low, own.filled, own.vacant) == (3, 2, 2, 0)
    assert (everything.positions, everything.planned.low, everything.filled, everything.vacant) == (4, 5, 4, 1)
    own, everything = unit(statistics, "field")
    assert (own.positions, everything.positions) == (0, 1)
    assert unit(statistics, "empty")[1].positions == 0  # only an abolished one


def test_the_largest_span_is_named() -> None:
    spans = measure(DEPARTMENT).total.spans
    assert spans.most_reports is not None
    assert spans.most_led is not None
    assert (spans.most_reports.value, spans.most_reports.position.id) == (2, "manager")
    assert (spans.most_led.value, spans.most_led.position.id) == (4, "manager")


def test_one_unit_alone() -> None:
    statistics = measure(DEPARTMENT, DEPARTMENT.units_by_id["field"])
    assert [found.unit.id for found in statistics.units] == ["field", "east"]
    assert (statistics.total.positions, statistics.total.levels, statistics.total.spans.managers) == (1, 1, 0)
    assert (statistics.total.spans.mean_reports, statistics.total.staff_per_manager) == (None, None)
    assert [one.position.id for one in statistics.vacancies] == ["engineer"]


# --- heads ------------------------------------------------------------------------------------------------------


def test_without_people_nothing_is_known_of_who_holds_what() -> None:
    statistics = measure(replace(DEPARTMENT, people=()))
    total = statistics.total
    assert (total.filled, total.acting, total.vacant, total.over, total.people) == (None,) * 5
    assert (statistics.vacancies, statistics.unowned) == ((), ())
    assert total.planned.low == 5
    assert list(notes_of(statistics, Words(DEPARTMENT, "en"))) == [
        "No number of heads, so not in the planned figures: 1 position.",
        "There is no list of people (people.yaml), so filled and vacant heads are not known.",
    ]


@pytest.mark.parametrize(
    ("count", "filled", "planned", "vacant", "over"),
    [
        (3, 1, Heads(3, 3), 2, 0),
        (HeadCount(2, 4), 1, Heads(2, 4), 1, 0),
        (HeadCount(2, 4), 3, Heads(2, 4), 0, 0),
        (HeadCount(2, 4), 5, Heads(2, 4), 0, 1),
        (HeadCount(2), 5, Heads(2, 2), 0, 3),
        (0, 0, Heads(0, 0), 0, 0),
        (SEVERAL, 2, Heads(unknown=1), 0, 0),
        (None, 2, Heads(unknown=1), 0, 0),
    ],
)
def test_planned_filled_vacant_and_over(count: Any, filled: int, planned: Heads, vacant: int, over: int) -> None:
    people = (*(person(str(number), post("it")) for number in range(filled)), person("other", post("elsewhere")))
    one = counted(measure(of(position("it", "岗", None, count), people=people)), "it")
    assert (one.planned, one.filled, one.vacant, one.over) == (planned, filled, vacant, over)


def test_too_many_in_one_position_fill_no_vacancy_in_another() -> None:
    people = (person("甲", post("a")), person("乙", post("a")))
    total = measure(of(position("a", "甲岗", None, 1), position("b", "乙岗", "a", 1), people=people)).total
    assert (total.planned.low, total.filled, total.vacant, total.over) == (2, 2, 1, 1)


def test_acting_holders_fill_a_head_but_are_never_too_many() -> None:
    people = (person("甲", post("a")), person("乙", post("a", acting=True), post("b")))
    statistics = measure(of(position("a", "甲岗", None, 1), position("b", "乙岗", "a", 1), people=people))
    one = counted(statistics, "a")
    assert (one.filled, one.acting, one.over) == (2, 1, 0)
    assert (statistics.total.filled, statistics.total.people) == (3, 2)


def test_who_share_a_head_count_by_their_shares() -> None:
    shares = (post("it", 50, job_share=True), post("it", 50, job_share=True), post("it", 20, job_share=True))
    people = tuple(person(f"同名{len(name)}", share) for name, share in zip("甲乙丙", shares, strict=True))
    statistics = measure(of(position("it", "岗", None, 3), people=people))
    assert (statistics.total.filled, statistics.total.vacant, statistics.total.people) == (2, 1, 3)


def test_frozen_positions_are_planned_but_never_vacant() -> None:
    people = (person("甲", post("other")),)
    total = measure(of(position("it", "岗", None, 2, status=PositionStatus.FROZEN), people=people)).total
    assert (total.positions, total.frozen, total.planned.low, total.vacant) == (1, 1, 2, 0)


def test_planned_positions_are_counted_apart_and_abolished_ones_not_at_all() -> None:
    statistics = measure(of(
        position("now", "现", None, 1, unit="service"),
        position("soon", "将", "now", HeadCount(1, 3), unit="service", status=PositionStatus.PLANNED),
        position("gone", "曾", "now", 4, unit="service", status=PositionStatus.ABOLISHED),
    ))  # fmt: skip
    total = statistics.total
    assert (total.positions, total.planned, total.proposed, total.proposed_heads) == (1, Heads(1, 1), 1, Heads(1, 3))
    assert [found.id for found in statistics.proposed] == ["soon"]
    assert total.spans.managers == 0


def test_a_day_decides_who_and_what_is_there() -> None:
    organization = of(
        position("old", "旧", None, 1, valid_to=PartialDate(2026, 6)),
        position("new", "新", None, 2, valid_from=PartialDate(2026, 6, 15)),
        position("due", "到期", None, 4, status=PositionStatus.PLANNED, valid_from=PartialDate(2026, 1)),
        position("idea", "设想", None, 8, status=PositionStatus.PLANNED),
        position("gone", "曾", None, 16, status=PositionStatus.ABOLISHED, valid_from=PartialDate(2030)),
        people=(person("甲", post("old", until=PartialDate(2026, 3, 1)), post("due", since=PartialDate(2026, 2, 1))),),
    )
    standing = measure(organization)
    assert (standing.total.planned.low, standing.total.proposed, standing.total.filled) == (3, 2, 1)
    assert standing.organization.as_of is None
    early = measure(organization, day=date(2026, 2, 1))
    assert [one.position.id for one in early.counted] == ["old", "due"]
    assert [one.id for one in early.proposed] == ["idea", "new"]
    assert (early.total.filled, early.total.vacant) == (2, 3)
    late = measure(organization, day=date(2026, 7, 1))
    assert [one.position.id for one in late.counted] == ["new", "due"]
    assert [one.id for one in late.proposed] == ["idea"]
    assert (late.total.filled, late.organization.as_of) == (1, date(2026, 7, 1))


def test_posts_that_only_a_unit_lists_are_said_and_not_counted() -> None:
    from posdoc.model import ListedPost

    posts = (
        ListedPost(title=text("发货员"), headcount=HeadCount(2, 2)),
        ListedPost(title=text("经理"), position=Ref("it")),
        ListedPost(title=text("总监"), position=Ref("director")),
    )
    statistics = measure(of(position("it", "岗", None, 1, unit="service"), units=(Unit(id="service", posts=posts),)))
    assert (statistics.listed.posts, statistics.listed.heads, statistics.total.planned.low) == (1, Heads(2, 2), 1)


# --- levels and spans -------------------------------------------------------------------------------------------


def test_levels_are_the_longest_line_and_an_assistant_is_none() -> None:
    statistics = measure(of(
        position("a", "甲", "director"), position("b", "乙", "a"), position("c", "丙", "b"),
        position("aide", "助理", "c", assistant=True), position("other", "另一最高岗位"),
    ))  # fmt: skip
    assert statistics.total.levels == 3
    assert [(found.level, found.figures.positions) for found in statistics.lines] == [(1, 2), (2, 1), (3, 1), (4, 1)]


def test_levels_of_a_unit_are_those_of_the_lines_inside_it() -> None:
    units = (Unit(id="top"), Unit(id="below", parent="top"))
    statistics = measure(of(
        position("a", "甲", unit="top"), position("b", "乙", "a", unit="below"), position("c", "丙", "b", unit="top"),
        position("d", "丁", "b", unit="below"), units=units,
    ))  # fmt: skip
    own, everything = unit(statistics, "top")
    assert (own.levels, everything.levels, unit(statistics, "below")[1].levels) == (1, 3, 2)


def test_planned_positions_in_a_line_are_passed_over() -> None:
    statistics = measure(of(
        position("a", "甲"), position("b", "乙", "a", status=PositionStatus.PLANNED), position("c", "丙", "b"),
    ))  # fmt: skip
    assert statistics.total.levels == 2
    assert counted(statistics, "c").level == 2
    assert statistics.total.spans.managers == 0


def test_circles_end_and_are_said() -> None:
    organization = of(
        position("a", "甲", "b", 1),
        position("b", "乙", "a", 1),
        position("c", "丙", "b", 1),
        position("d", "丁", "d", 1),
    )
    statistics = measure(organization)
    assert statistics.total.levels == 0
    assert statistics.total.spans.managers == 2
    assert [(found.level, found.figures.positions) for found in statistics.lines] == [(0, 4)]
    assert list(notes_of(statistics, Words(organization, "en")))[0].endswith("on no level: 4 positions.")


def test_a_managers_heads_share_those_who_report() -> None:
    statistics = measure(of(
        position("a", "甲", None, 1), position("b", "乙", "a", 2), position("c", "丙", "b", 9),
        position("d", "丁", "b", HeadCount(2, 5)),
    ))  # fmt: skip
    spans = statistics.total.spans
    assert (spans.managers, spans.manager_heads, spans.reports, spans.led) == (2, 3, 3, 13)
    assert (spans.mean_reports, spans.mean_led) == (1.5, 13 / 3)
    assert spans.most_led is not None
    assert (spans.most_led.value, spans.most_led.position.id) == (5.5, "b")
    assert statistics.total.staff_heads == 11


def test_a_position_without_a_number_counts_its_holders_in_ratios_and_at_least_one() -> None:
    organization = of(position("a", "甲", None, SEVERAL), position("b", "乙", "a", SEVERAL), position("c", "丙", "a"),
                      people=(person("甲", post("b")), person("乙", post("b"))))  # fmt: skip
    total = measure(organization).total
    assert (total.spans.manager_heads, total.spans.led, total.staff_heads) == (1, 3, 3)


def test_a_manager_without_heads_is_no_division_by_nothing() -> None:
    spans = measure(of(position("a", "甲", None, 0), position("b", "乙", "a", 3))).total.spans
    assert (spans.mean_reports, spans.mean_led) == (1, None)
    assert spans.most_led is not None
    assert spans.most_led.value == 3


@pytest.mark.parametrize(
    ("led", "archetype"),
    [(1, "few"), (2, "few"), (3, "player_coach"), (5, "player_coach"), (6, "coach"), (7, "coach"), (8, "supervisor"),
     (10, "supervisor"), (11, "facilitator"), (15, "facilitator"), (16, "coordinator"), (40, "coordinator")],
)  # fmt: skip
def test_every_span_is_of_one_archetype(led: int, archetype: str) -> None:
    statistics = measure(of(position("a", "甲", None, 1), position("b", "乙", "a", led)))
    assert [band.archetype for band in statistics.bands if band.managers] == [archetype]
    assert [band.archetype for band in statistics.bands] == [name for name, _ in ARCHETYPES]


def test_levels_of_management_are_there_if_the_workspace_has_them() -> None:
    from posdoc.model import Grade

    assert measure(DEPARTMENT).levels == ()
    levels = (Grade(id=Ref("top")), Grade(id=Ref("unused")), Grade(id=Ref("base")))
    statistics = measure(of(
        position("a", "甲", None, 1, level=Ref("top")), position("b", "乙", "a", 3, level=Ref("base")), position("c", "丙", "a"),
        position("d", "丁", "a", level=Ref("unknown")), workspace=replace(WORKSPACE, levels=levels),
    ))  # fmt: skip
    assert [(found.level, found.figures.positions, found.figures.planned.low) for found in statistics.levels] == [
        ("top", 1, 1), ("unused", 0, 0), ("base", 1, 3), ("", 2, 0),
    ]  # fmt: skip


def test_positions_in_no_unit_are_counted_under_none() -> None:
    statistics = measure(of(position("a", "甲", None, 1), position("b", "乙", "a", 2, unit="nowhere"),
                            position("c", "丙", "a", 4, unit="east")))  # fmt: skip
    assert (statistics.units[0].unit.id, statistics.units[0].all.planned.low) == ("", 3)
    assert statistics.total.planned.low == 7


def test_an_organization_without_anything() -> None:
    statistics = measure(of(units=()))
    assert (statistics.total.positions, statistics.units, statistics.lines) == (0, (), ())


# --- work without an owner --------------------------------------------------------------------------------------

DUTY = Duty(area=text("投诉处理"), text=text("处理投诉"))
HELD = (person("甲", post("held")),)


def unowned(organization: Organization) -> list[tuple[str, str, str, str, tuple[str, ...]]]:
    words = Words(organization, "zh")
    found = measure(organization).unowned
    return [(one.kind, one.position or one.unit, one.reason, work_of(words, one), one.substitutes) for one in found]


def test_duties_of_a_position_that_nobody_holds() -> None:
    organization = of(
        position("held", "甲", None, 1, duties=(DUTY,)),
        position("vacant", "乙", None, 1, substitute=(Ref("held"), Ref("other"), Ref("director")),
                 duties=(DUTY, Duty(tasks=(text("登记"),)), Duty(area=text("培训")))),
        position("other", "丙", None, 0),
        position("soon", "丁", None, 1, duties=(DUTY,), status=PositionStatus.PLANNED),
        people=HELD,
    )  # fmt: skip
    substitutes = ("held", "director")
    assert unowned(organization) == [
        ("duty", "vacant", "nobody_holds", "投诉处理：处理投诉", substitutes),
        ("duty", "vacant", "nobody_holds", "登记", substitutes),
        ("duty", "vacant", "nobody_holds", "培训", substitutes),
    ]
    assert measure(organization).total.unowned == {"duty": 3}
    assert unowned(replace(organization, people=())) == []


FUNCTIONS = (
    UnitFunction(title=text("标题"), functions=(UnitFunction(text=text("甲职能")),
                                                  UnitFunction(title=text("乙"), text=text("乙职能")))),
    UnitFunction(),
)  # fmt: skip
BOTH = [("function", "甲职能"), ("function", "乙：乙职能")]


@pytest.mark.parametrize(
    ("head", "kind", "others", "reason"),
    [
        ("held", None, 2, ""),
        ("director", None, 2, ""),
        ("vacant", None, 2, "nobody_heads"),
        ("", None, 2, "no_head"),
        ("unknown", None, 2, "no_head"),
        ("planned", None, 2, "no_head"),
        ("", None, 1, ""),
        ("", None, 0, "no_head"),
        ("", UnitKind.LEVEL, 2, ""),
    ],
)
def test_functions_are_owned_by_the_head_of_the_unit(
    head: str, kind: UnitKind | None, others: int, reason: str
) -> None:
    organization = of(
        position("held", "甲", unit="top"), position("vacant", "乙", unit="top"),
        position("planned", "丙", unit="top", status=PositionStatus.PLANNED),
        *(position(f"member{number}", "员", unit="it") for number in range(others)),
        units=(Unit(id="top", head=Ref("held")),
               Unit(id="it", parent="top", functions=FUNCTIONS, kind=kind, head=Ref(head) if head else None)),
        people=(*HELD, person("乙", post("member0"), post("member1"))),
    )  # fmt: skip
    found = unowned(organization)
    assert [(one[0], one[3]) for one in found] == (BOTH if reason else [])
    assert {one[2] for one in found} <= {reason}


def test_steps_without_a_role_where_others_have_one() -> None:
    told = Flow(title=text("报修"), steps=(step("", "受理", role=Ref("held")), step("", "派工")))
    untold = Flow(title=text("回访"), steps=(step("", "致电"),))
    organization = of(
        position("held", "甲", unit="top", flows=(told, untold)),
        units=(Unit(id="top", flows=(untold, told)),), people=HELD,
    )  # fmt: skip
    assert unowned(organization) == [
        ("step", "top", "no_role", "报修：派工", ()),
        ("step", "held", "no_role", "报修：派工", ()),
    ]
