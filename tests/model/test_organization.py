"""Look-ups over the whole department, also where its definitions are wrong."""

from __future__ import annotations

from decimal import Decimal

import pytest

from posdoc.model import (
    Company,
    Grade,
    HeadCount,
    Kpi,
    Organization,
    OutsidePosition,
    Party,
    Percent,
    Person,
    Position,
    PositionStatus,
    Post,
    Ref,
    Text,
    Unit,
    Workspace,
)


def text(zh: str) -> Text:
    return Text({"zh": zh})


def position(name: str, reports_to: str | None = None, unit: str = "", **fields: object) -> Position:
    superior = Ref(reports_to) if reports_to else None
    return Position(id=name, unit=unit, title=text(name), reports_to=superior, **fields)  # type: ignore[arg-type]


WORKSPACE = Workspace(
    organization=Company(name=text("公司")),
    languages=("zh", "en"),
    grades=(Grade(id=Ref("G1"), title=text("一等")), Grade(id=Ref("G2"))),
    outside_positions=(
        OutsidePosition(id=Ref("general-manager"), title=text("总经理")),
        OutsidePosition(title=text("没有标识")),
    ),
    parties=(Party(id=Ref("finance"), title=text("财务部")),),
    kpis=(Kpi(id=Ref("satisfaction"), name=text("满意度")), Kpi(name=text("没有标识"))),
)
TREE = Organization(
    WORKSPACE,
    positions=(
        position("head", "general-manager"),
        position("a", "head", "service"),
        position("b", "head", "service"),
        position("a1", "a", "east"),
        position("a2", "a", "east"),
        position("a11", "a1", "east"),
    ),
    units=(
        Unit(id="service", title=text("售后部")), Unit(id="east", parent="service"), Unit(id="lost", parent="nowhere"),
    ),
)  # fmt: skip
CYCLE = Organization(
    Workspace(),
    positions=(position("a", "c"), position("b", "a"), position("c", "b"), position("d", "d"), position("e", "c")),
)


def ids(positions: tuple[Position, ...]) -> list[str]:
    return [found.id for found in positions]


def test_tables() -> None:
    assert set(TREE.by_id) == {"head", "a", "b", "a1", "a2", "a11"}
    assert set(TREE.units_by_id) == {"service", "east", "lost"}
    assert set(TREE.outside_by_id) == {"general-manager"}
    assert set(TREE.parties_by_id) == {"finance"}
    assert set(TREE.shared_kpis) == {"satisfaction"}
    assert TREE.languages == ("zh", "en")


@pytest.mark.parametrize(
    ("reference", "title"),
    [("a", "a"), ("general-manager", "总经理"), ("service", "售后部"), ("finance", "财务部"), ("nobody", None)],
)
def test_titles(reference: str, title: str | None) -> None:
    assert TREE.title_of(reference) == (text(title) if title else None)


@pytest.mark.parametrize(("reference", "title"), [("G1", "一等"), ("G2", "G2"), ("G3", None)])
def test_grade_titles(reference: str, title: str | None) -> None:
    assert TREE.grade_title(WORKSPACE.grades, reference) == (text(title) if title else None)


def test_reporting_lines() -> None:
    by_id = TREE.by_id
    assert ids(TREE.roots) == ["head"]
    assert ids(TREE.direct_reports(by_id["head"])) == ["a", "b"]
    assert ids(TREE.indirect_reports(by_id["head"])) == ["a1", "a2", "a11"]
    assert ids(TREE.indirect_reports(by_id["a1"])) == []
    assert ids(TREE.peers(by_id["a"])) == ["b"]
    assert ids(TREE.peers(by_id["head"])) == []
    assert TREE.superior(by_id["a"]) is by_id["head"]
    assert TREE.superior(by_id["head"]) is TREE.outside_by_id["general-manager"]
    assert TREE.superior(position("x")) is None
    assert TREE.superior(position("x", "nobody")) is None
    assert TREE.peers(position("x")) == ()


def test_look_ups_end_in_a_circle() -> None:
    by_id = CYCLE.by_id
    assert CYCLE.roots == ()
    assert ids(CYCLE.direct_reports(by_id["c"])) == ["a", "e"]
    assert ids(CYCLE.indirect_reports(by_id["a"])) == ["c", "e"]
    assert ids(CYCLE.indirect_reports(by_id["c"])) == ["b"]
    assert CYCLE.direct_reports(by_id["d"]) == (), "nobody is a report of itself"
    assert CYCLE.peers(by_id["d"]) == ()


def test_units_above() -> None:
    units = TREE.units_by_id
    assert [unit.id for unit in TREE.line_of(units["east"])] == ["east", "service"]
    assert [unit.id for unit in TREE.line_of(units["lost"])] == ["lost"]


def post(name: str, **fields: object) -> Person:
    return Person(name=text("某人"), posts=(Post(position=Ref(name), **fields),))  # type: ignore[arg-type]


def share(percent: int) -> Percent:
    return Percent(Decimal(percent), Decimal(percent))


FILLED = {
    "nobody": ((), 0),
    "one": ((post("x"),), 1),
    "two": ((post("x"), post("x")), 2),
    "one at half time": ((post("x", share=share(50)),), 1),
    "acting": ((post("x", acting=True),), 1),
    "two halves of a job share": ((post("x", share=share(50), job_share=True),) * 2, 1),
    "three thirds of a job share": ((post("x", share=share(33), job_share=True),) * 3, 1),
    "half a job share": ((post("x", share=share(50), job_share=True),), 1),
    "three halves of job shares": ((post("x", share=share(50), job_share=True),) * 3, 2),
    "a job share without shares": ((post("x", job_share=True),) * 2, 2),
    "a job share beside a whole post": ((post("x"), *(post("x", share=share(50), job_share=True),) * 2), 2),
    "somebody elsewhere": ((post("y"),), 0),
    "a post that names nothing": ((Person(name=text("某人"), posts=(Post(),)),), 0),
}  # fmt: skip


@pytest.mark.parametrize(("people", "filled"), FILLED.values(), ids=FILLED)
def test_filled_heads(people: tuple[Person, ...], filled: int) -> None:
    assert Organization(Workspace(), positions=(position("x"),), people=people).filled(position("x")) == filled


VACANT = [
    (HeadCount(3, 3), None, 2, 1),
    (HeadCount(2, 2), None, 2, 0),
    (HeadCount(1, 1), None, 2, 0),
    (HeadCount(2, 5), None, 1, 1),
    (HeadCount(0, 0), None, 0, 0),
    (HeadCount(text=Text({"zh": "数名"})), None, 0, 0),
    (None, None, 0, 0),
    (HeadCount(3, 3), PositionStatus.ACTIVE, 0, 3),
    (HeadCount(3, 3), PositionStatus.FROZEN, 0, 0),
    (HeadCount(3, 3), PositionStatus.PLANNED, 0, 0),
    (HeadCount(3, 3), PositionStatus.ABOLISHED, 0, 0),
]


@pytest.mark.parametrize(("headcount", "status", "holders", "vacant"), VACANT, ids=lambda value: str(value))
def test_vacancies(headcount: HeadCount | None, status: PositionStatus | None, holders: int, vacant: int) -> None:
    there = position("x", headcount=headcount, status=status)
    assert Organization(Workspace(), positions=(there,), people=(post("x"),) * holders).vacancies(there) == vacant


def test_incumbents() -> None:
    two_posts = Person(name=text("李娜"), posts=(Post(position=Ref("x")), Post(position=Ref("y"), acting=True)))
    found = Organization(Workspace(), people=(post("x"), two_posts)).incumbents
    assert [(person.name.in_(), held.acting) for person, held in found["x"] if person.name] == [
        ("某人", None),
        ("李娜", None),
    ]
    assert [held.acting for _, held in found["y"]] == [True]


def test_title_counts() -> None:
    same = Organization(
        Workspace(),
        positions=(
            Position(id="a", title=Text({"zh": "甲", "en": "A"})),
            Position(id="b", title=text("甲")),
            Position(id="c"),
        ),
    ).title_counts
    assert dict(same) == {"甲": 2, "A": 1}


@pytest.mark.parametrize(
    ("status", "is_current"),
    [(None, True), ("active", True), ("frozen", True), ("planned", False), ("abolished", False)],
)
def test_which_positions_are_current(status: str | None, is_current: bool) -> None:
    assert Position(status=PositionStatus.of(status) if status else None).is_current is is_current
