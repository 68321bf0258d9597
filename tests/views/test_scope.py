"""What lies in a unit and below it."""

from __future__ import annotations

from posdoc.views.scope import positions_within, units_within
from tests.charts.samples import DEPARTMENT


def test_a_unit_with_those_below_it() -> None:
    field = DEPARTMENT.units_by_id["field"]
    assert [unit.id for unit in units_within(DEPARTMENT, field)] == ["field", "east"]
    homes = {position.unit for position in positions_within(DEPARTMENT, field)}
    assert homes == {"east"}


def test_without_a_unit_it_is_everything() -> None:
    assert units_within(DEPARTMENT, None) == DEPARTMENT.units
    assert positions_within(DEPARTMENT, None) == DEPARTMENT.positions
