"""Titles that two positions print, in any language, unless one is based on the other."""

from __future__ import annotations

import pytest

from posdoc.diagnostics import Severity
from posdoc.model import Organization, Position, PositionStatus, Ref, Text, Unit, Workspace
from posdoc.rules._kin import kin
from posdoc.rules.duplicate_title import KIND, check


def position(name: str, zh: str, en: str = "", based_on: str = "", status: str = "active", unit: str = "") -> Position:
    languages = {"zh": zh, "en": en} if en else {"zh": zh}
    base = Ref(based_on) if based_on else None
    return Position(id=name, title=Text(languages), based_on=base, status=PositionStatus(status), unit=unit)


CASES = {
    "different": ([position("a", "甲"), position("b", "乙")], []),
    "the same": ([position("a", "甲"), position("b", "甲")], ["the title '甲' is used twice"]),
    "the same in English only": (
        [position("a", "甲", "A"), position("b", "乙", "A")], ["the title 'A' is used twice"],
    ),
    "the same in both languages is one finding": (
        [position("a", "甲", "A"), position("b", "甲", "A")], ["the title '甲' is used twice"],
    ),
    "one word in two languages": ([position("a", "KPI"), position("b", "乙", "KPI")], []),
    "based on it": ([position("a", "甲"), position("b", "甲", based_on="a")], []),
    "both based on a third": (
        [position("a", "甲", based_on="c"), position("b", "甲", based_on="c"), position("c", "丙")], [],
    ),
    "based on it by way of another": (
        [position("a", "甲"), position("b", "乙", based_on="a"), position("c", "甲", based_on="b")], [],
    ),
    "based on a stranger": (
        [position("a", "甲"), position("b", "甲", based_on="c"), position("c", "丙")], ["the title '甲' is used twice"],
    ),
    "based on one another": ([position("a", "甲", based_on="b"), position("b", "甲", based_on="a")], []),
    "three of one title": ([position(name, "甲") for name in "abc"], ["the title '甲' is used twice"] * 2),
    "planned": ([position("a", "甲"), position("b", "甲", status="planned")], []),
    "behind one that is planned": (
        [position("a", "乙", status="planned"), position("b", "甲"), position("c", "甲")], ["the title '甲' is used twice"],
    ),
    "abolished": ([position("a", "甲", status="abolished"), position("b", "甲")], []),
    "frozen": ([position("a", "甲", status="frozen"), position("b", "甲")], ["the title '甲' is used twice"]),
    "based on nobody": (
        [position("a", "甲", based_on="z"), position("b", "甲", based_on="z")], ["the title '甲' is used twice"],
    ),
    "without titles": ([Position(id="a"), Position(id="b")], []),
}  # fmt: skip


@pytest.mark.parametrize(("positions", "messages"), CASES.values(), ids=CASES)
def test_titles(positions: list[Position], messages: list[str]) -> None:
    organization = Organization(Workspace(), positions=tuple(positions))
    assert [finding.message.en for finding in check(organization)] == messages


def test_forms_3_15_one_title_in_two_units_names_the_other_unit() -> None:
    organization = Organization(
        Workspace(),
        positions=(position("a", "售后主管", unit="sales"), position("b", "售后主管", unit="technical")),
        units=(Unit(id="sales", title=Text({"zh": "销售部门"})), Unit(id="technical", title=Text({"zh": "技术部"}))),
    )
    (finding,) = check(organization)
    assert finding.message.zh == "岗位名称“售后主管”重复，另一个在“销售部门”"
    assert finding.message.en == "the title '售后主管' is used twice; the other is in '销售部门'"
    assert KIND.severity is Severity.WARNING


def test_one_title_twice_in_one_unit_names_no_unit() -> None:
    organization = Organization(
        Workspace(),
        positions=(position("a", "甲", unit="sales"), position("b", "甲", unit="sales")),
        units=(Unit(id="sales", title=Text({"zh": "销售部门"})),),
    )
    assert [finding.message.en for finding in check(organization)] == ["the title '甲' is used twice"]


def test_kin_is_the_last_base() -> None:
    bases = {"a": "", "b": "a", "c": "b", "d": "nobody", "e": "f", "f": "e", "g": "f"}
    made = tuple(position(name, name, based_on=base) for name, base in reversed(bases.items()))
    found = kin(Organization(Workspace(), positions=made))
    assert {name: found[name] for name in "abcd"} == {"a": "a", "b": "a", "c": "a", "d": "d"}
    assert found["e"] == found["f"] == found["g"]


@pytest.mark.large
def test_kin_of_a_long_line_is_found_at_once() -> None:
    made = tuple(position(str(number), "甲", based_on=str(number - 1) if number else "") for number in range(5000))
    organization = Organization(Workspace(), positions=tuple(reversed(made)))
    assert set(kin(organization).values()) == {"0"}
    assert list(check(organization)) == []
