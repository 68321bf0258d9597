"""The organization as it stood, or will stand, on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from posdoc.model.days import Day, earliest, is_held
from posdoc.model.organization import Organization
from posdoc.model.person import Person
from posdoc.model.position import Position, PositionStatus


def organization_on(organization: Organization, day: date) -> Organization:
    """The organization on ``day``: the positions that exist then, and who certainly holds them.

    A position exists from ``valid_from`` until before ``valid_to``; a date that is only a month or a year counts from
    its first day. A planned position whose day has come is active, and one that is abolished later still is. Without a
    date, a planned position stays planned and an abolished one is gone.
    """
    positions = (_position_on(position, (day.year, day.month, day.day)) for position in organization.positions)
    found = tuple(position for position in positions if position is not None)
    return people_on(replace(organization, positions=found), day)


def people_on(organization: Organization, day: date) -> Organization:
    """The organization as it is stated, with the people who certainly hold its positions on ``day``."""
    return replace(organization, people=tuple(_person_on(person, day) for person in organization.people), as_of=day)


def _position_on(position: Position, day: Day) -> Position | None:
    begins, ends = position.valid_from, position.valid_to
    if begins is not None and earliest(begins) > day:
        return None
    if ends is not None and earliest(ends) <= day:
        return None
    if position.status is PositionStatus.ABOLISHED and ends is None:
        return None
    begun = position.status is PositionStatus.PLANNED and begins is not None
    if begun or position.status is PositionStatus.ABOLISHED:
        return replace(position, status=PositionStatus.ACTIVE)
    return position


def _person_on(person: Person, day: date) -> Person:
    return replace(person, posts=tuple(post for post in person.posts if is_held(post, day)))
