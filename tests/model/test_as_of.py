"""The organization on a day: who holds what, and which positions there are."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from posdoc.model import (
    Organization,
    PartialDate,
    Person,
    Position,
    PositionStatus,
    Post,
    Ref,
    organization_on,
    people_on,
)

DAY = date(2026, 7, 1)
PLANNED, ACTIVE, FROZEN, GONE = (
    PositionStatus.PLANNED,
    PositionStatus.ACTIVE,
    PositionStatus.FROZEN,
    PositionStatus.ABOLISHED,
)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, None),
        ({"status": FROZEN}, FROZEN),
        ({"valid_from": PartialDate(2026, 7, 1)}, None),
        ({"valid_from": PartialDate(2026, 7, 2)}, "not there"),
        ({"valid_from": PartialDate(2026, 7)}, None),
        ({"valid_from": PartialDate(2026)}, None),
        ({"valid_from": PartialDate(2027)}, "not there"),
        ({"valid_to": PartialDate(2026, 7, 1)}, "not there"),
        ({"valid_to": PartialDate(2026, 7, 2)}, None),
        ({"status": PLANNED}, PLANNED),
        ({"status": PLANNED, "valid_from": PartialDate(2026, 6)}, ACTIVE),
        ({"status": PLANNED, "valid_from": PartialDate(2026, 8)}, "not there"),
        ({"status": GONE}, "not there"),
        ({"status": GONE, "valid_to": PartialDate(2026, 1)}, "not there"),
        ({"status": GONE, "valid_to": PartialDate(2026, 12)}, ACTIVE),
    ],
)
def test_which_positions_there_are(stated: dict[str, Any], expected: Any) -> None:
    found = organization_on(Organization(workspace=Any, positions=(Position(id="a", **stated),)), DAY)  # type: ignore[arg-type]
    assert [position.status for position in found.positions] == ([] if expected == "not there" else [expected])
    assert found.as_of == DAY


@pytest.mark.parametrize(
    ("since", "until", "held"),
    [
        (None, None, True),
        (PartialDate(2026, 7, 1), None, True),
        (PartialDate(2026, 7, 2), None, False),
        (None, PartialDate(2026, 6, 30), False),
        (None, PartialDate(2026, 7, 1), True),
        (PartialDate(2020), PartialDate(2025), False),
    ],
)
def test_who_holds_them(since: PartialDate | None, until: PartialDate | None, held: bool) -> None:
    person = Person(posts=(Post(position=Ref("a"), since=since, until=until),))
    organization = Organization(workspace=Any, positions=(Position(id="a", status=PLANNED),), people=(person,))  # type: ignore[arg-type]
    found = people_on(organization, DAY)
    assert ("a" in found.incumbents) is held
    assert found.positions == organization.positions
    assert organization.incumbents["a"] == ((person, person.posts[0]),)
