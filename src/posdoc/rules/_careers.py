"""Moves of a career, and how the two positions of a move stand to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from posdoc.diagnostics import Related, Span
from posdoc.model import Organization, OutsidePosition, Position, Ref, kept
from posdoc.phrases import Phrase
from posdoc.rules._lines import whole_lines


class Move(NamedTuple):
    """One step of a promotion: from whom to whom, the reference that says so, and the position that states it."""

    start: str
    end: str
    ref: Ref
    holder: Position

    @property
    def direction(self) -> Phrase:
        """Which end the reference names."""
        return Phrase("晋升到", "promotion to") if self.ref is self.end else Phrase("晋升自", "promotion from")

    @property
    def taken_over(self) -> tuple[Related, ...]:
        """The position that has the step, where the step is written in another file."""
        return taken_over(self.holder, self.ref)


class Line(Enum):
    """Where the end of a move is, seen from its start along the solid lines."""

    SAME = 1
    ABOVE = 2
    BELOW = 3


@kept
def promotions(organization: Organization) -> Sequence[Move]:
    """Every step of a promotion between two positions that exist, from both fields that can state one."""
    known = {position.id for position in organization.positions if position.is_current}
    known.update(organization.outside_by_id)
    return tuple(
        move
        for position in organization.positions
        if position.is_current
        for move in _moves_of(position)
        if move.start in known and move.end in known
    )


def _moves_of(position: Position) -> Iterator[Move]:
    for chain in position.promotes_to:
        start = position.id
        for step in chain:
            yield Move(start, step, step, position)
            start = step
    for source in position.promotes_from:
        yield Move(source, position.id, source, position)


def line_between(organization: Organization, start: str, end: str) -> Line | None:
    """Whether ``end`` is ``start`` itself, above or below it; None where neither leads to the other."""
    if start == end:
        return Line.SAME
    lines = whole_lines(organization)
    if lines.is_above(start, end):
        return Line.BELOW
    return Line.ABOVE if lines.is_above(end, start) else None


def rise(organization: Organization, start: str, end: str) -> int | None:
    """How many grades up it is from ``start`` to ``end``, negative for down; None where a grade is not known."""
    low, high = organization.rank_of(start), organization.rank_of(end)
    return None if low is None or high is None else high - low


def someone(organization: Organization, name: str) -> Position | OutsidePosition:
    """The position inside or outside the department that has this id."""
    return organization.by_id.get(name) or organization.outside_by_id[name]


def grades(organization: Organization, start: str, end: str) -> tuple[str, str]:
    """The ids of both grades, which have to be known."""
    return str(someone(organization, start).grade), str(someone(organization, end).grade)


def grade_places(organization: Organization, *names: str) -> tuple[Related, ...]:
    """Where the grade of each position stands."""
    found = [(name, someone(organization, name)) for name in names]
    return tuple(
        Related(one.at("grade"), Phrase(f"“{name}”的职等是 {one.grade}", f"'{name}' has grade {one.grade}"))
        for name, one in found
    )


def superior_place(organization: Organization, name: str) -> tuple[Related, ...]:
    """Where the superior of a position is given."""
    place: Span = someone(organization, name).at("reports_to")
    return (Related(place, Phrase(f"“{name}”的上级在此", f"the superior of '{name}' is given here")),)


def taken_over(holder: Position, ref: Ref) -> tuple[Related, ...]:
    """The position that takes ``ref`` over, where it is written in another file than that of ``holder``."""
    if ref.span.path == holder.path:
        return ()
    place = holder.at("based_on" if holder.states("based_on") else "title")
    return (Related(place, Phrase(f"“{holder.id}”沿用了它", f"'{holder.id}' takes it over")),)


def bases(organization: Organization) -> Mapping[str, str]:
    """For each position the one that it is based on in the end, itself where it is based on none.

    Copies of one post share it, so that naming one of them can stand for all.
    """
    found: dict[str, str] = {}
    for position in organization.positions:
        line = {position.id: None}
        current = position
        while current.id not in found and current.based_on in organization.by_id and current.based_on not in line:
            current = organization.by_id[str(current.based_on)]
            line[current.id] = None
        base = found.get(current.id, current.id)
        found.update(dict.fromkeys(line, base))
    return found
