"""What indicators have in common: plain names, units per something, which way is better, and shared indicators."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from posdoc.model import Direction, Kpi, Target, Text
from posdoc.rules import kpi_without_weight
from posdoc.rules._indicators import bare_name
from posdoc.rules._measures import direction_of, is_per_something, unit_of
from tests.rules.marked import check_marks

NAMES = {
    "满意度（直销）": "满意度",
    "满意度(直销)": "满意度",
    "满意度［直销］": "满意度",
    "满意度【直销】": "满意度",
    "满意度〔直销〕": "满意度",
    " 满意度 ": "满意度",
    "ＣＳＩ": "CSI",
}


@pytest.mark.parametrize(("name", "bare"), NAMES.items())
def test_a_name_without_brackets(name: str, bare: str) -> None:
    assert bare_name(name) == bare


def target(operator: str = "", value: str = "2", unit: str = "") -> Target:
    return Target(text=Text({"zh": value}), operator=operator, value=Decimal(value), unit=unit)


UNITS = {
    "次": ("次", False),
    "次/百台": ("次", True),
    "次每百台": ("次每百台", True),
    "calls per day": ("calls per day", True),
    "persons": ("persons", False),
    "": ("", False),
}


@pytest.mark.parametrize(("unit", "expected"), UNITS.items())
def test_units(unit: str, expected: tuple[str, bool]) -> None:
    assert (unit_of(target(unit=unit)), is_per_something(target(unit=unit))) == expected


DIRECTIONS = {
    "as it says": (Kpi(direction=Direction.LOWER, target=target(">=")), Direction.LOWER),
    "at least": (Kpi(target=target(">=")), Direction.HIGHER),
    "at most": (Kpi(target=target("<=")), Direction.LOWER),
    "exactly": (Kpi(target=target()), None),
    "nothing": (Kpi(target=target(value="0")), Direction.LOWER),
    "no target": (Kpi(), None),
}


@pytest.mark.parametrize(("kpi", "direction"), DIRECTIONS.values(), ids=DIRECTIONS)
def test_which_way_is_better(kpi: Kpi, direction: Direction | None) -> None:
    assert direction_of(kpi) is direction


def test_the_weight_of_a_shared_indicator_is_not_taken_over(tmp_path: Path) -> None:
    example = """\
## posdoc.yaml
organization: 公司
kpis: [{id: a, name: 满意度, weight: 50%}, {id: b, name: 及时率, weight: 50%}]
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
kpi_sets: [{«kpis»: [{use: a}, {use: b}]}]
"""
    check_marks(kpi_without_weight, tmp_path, example)
