"""The posts that the chart of a unit lists, and the positions that describe them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from unicodedata import normalize

from posdoc.model import ListedPost, Organization, OutsidePosition, Position, PositionStatus, Text, Unit, kept

_SPACE = re.compile(r"\s+")


def lists_posts(organization: Organization) -> bool:
    """Whether any unit lists its posts."""
    return any(unit.posts for unit in organization.units)


def names_in(text: Text | None) -> Iterator[str]:
    """A text in each language, and the parts of one such as 客服助理/文员, without regard to width, case or space."""
    for written in text.languages.values() if text else ():
        name = _SPACE.sub("", normalize("NFKC", written)).casefold()
        yield name
        if "/" in name:
            yield from name.split("/")


def names_of(position: Position | OutsidePosition | Unit) -> Iterator[str]:
    """The title and the aliases."""
    for text in (position.title, *position.aliases):
        yield from names_in(text)


class Descriptions:
    """Which positions describe the posts that units list."""

    def __init__(self, organization: Organization) -> None:
        self._organization = organization
        self._by_name: Mapping[str, list[Position]] = _by_name(organization.positions)
        self._outside = {name for p in organization.workspace.outside_positions for name in names_of(p)}
        self._units = {name for unit in organization.units for name in names_of(unit)}

    def of(self, post: ListedPost) -> list[Position]:
        """The positions that describe a post: the one it names, or else those that bear its name."""
        if post.position is not None:
            named = self._organization.by_id.get(post.position)
            return [named] if named is not None else []
        found = {position.id: position for name in names_in(post.title) for position in self._by_name.get(name, ())}
        return list(found.values())

    def are_missing(self, post: ListedPost) -> bool:
        """Whether nothing describes a post, neither in the department nor outside it, and it is not the box of a unit.

        One that names its position is described: whether that exists is asked of every reference.
        """
        if post.title is None or post.states("position") or self.of(post):
            return False
        return self._outside.isdisjoint(names_in(post.title)) and self._units.isdisjoint(names_in(post.title))

    def alike(self, position: Position) -> list[Position]:
        """The positions that have a name in common with ``position``, itself included."""
        found = {p.id: p for name in names_in(position.title) for p in self._by_name.get(name, ())}
        return list(found.values())


@kept
def descriptions_in(organization: Organization) -> Descriptions:
    """Which positions describe which posts."""
    return Descriptions(organization)


def _by_name(positions: Iterable[Position]) -> Mapping[str, list[Position]]:
    found: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        if position.status is not PositionStatus.ABOLISHED:
            for name in names_of(position):
                found[name].append(position)
    return found


def is_within(organization: Organization, position: Position, unit: Unit) -> bool:
    """Whether a position belongs to a unit or to one below it."""
    home = organization.units_by_id.get(position.unit)
    return home is not None and any(above.id == unit.id for above in organization.line_of(home))
