"""What has to find room in the columns of a ladder: its boxes, and the lines that pass between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from posdoc.charts.graph import Box, Link, LinkStyle
from posdoc.layout.sizes import BoxSizes

PASSING = 1.0
"""The height of a line that passes through a column."""
_PORT, _INSET = 10.0, 6.0
"""Between the places at which lines of different kinds meet a side of a box, and from there to its corners."""

Kind = tuple[LinkStyle, bool]
"""Lines of one style that lead one way; those of one kind meet a side of a box at one place."""


@dataclass(slots=True, eq=False)
class Place:
    """A box, or (without ``box``) a place where lines pass through a column on their way. ``y`` is its middle."""

    column: int
    lane: int
    height: float
    box: Box | None = None
    y: float = 0.0

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.y - self.height / 2

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height / 2


@dataclass(slots=True, eq=False)
class Way:
    """A link as it runs from its lower end to its higher one: through ``places``, one in each column on its way.

    A link within a column has its two boxes only.
    """

    link: Link
    places: list[Place]

    @property
    def is_level(self) -> bool:
        """Whether both ends stand on one step."""
        return self.places[0].column == self.places[-1].column

    @property
    def leads_up(self) -> bool:
        """Whether the link begins at its first place."""
        box = self.places[0].box
        return box is not None and box.id == self.link.source

    def from_top(self) -> tuple[Place, Place]:
        """Its two ends, the upper one first."""
        one, other = self.places[0], self.places[-1]
        return (one, other) if one.y <= other.y else (other, one)

    @property
    def source(self) -> Place:
        """Where the link begins."""
        return self.places[0] if self.leads_up else self.places[-1]


@dataclass(slots=True)
class Columns:
    """The places in each column, in the order in which they stand below one another, and the ways of all links."""

    places: list[list[Place]]
    ways: list[Way]
    beside: dict[int, list[Place]] = field(default_factory=lambda: defaultdict(list))
    """What each place is joined with, in neighbouring columns and its own, by the place's identity."""

    def join(self) -> None:
        """Notes what is joined with what."""
        for way in self.ways:
            for one, other in zip(way.places, way.places[1:], strict=False):
                self.beside[id(one)].append(other)
                self.beside[id(other)].append(one)


def columns_of(
    boxes: Sequence[Box], links: Sequence[Link], steps: Mapping[str, int], lanes: Mapping[str, int], sizes: BoxSizes
) -> Columns:
    """The columns, each lane by lane in reading order. Promotions to one position pass through columns together."""
    columns = Columns([[] for _ in range(max(steps.values(), default=-1) + 1)], [])
    ends = {box.id: Place(steps[box.id], lanes[box.id], sizes.heights[box.id], box) for box in boxes}
    for place in ends.values():
        columns.places[place.column].append(place)
    shared: dict[tuple[str, LinkStyle, int], Place] = {}
    for link in links:
        low, high = ends[link.source], ends[link.target]
        if low.column > high.column:
            low, high = high, low
        columns.ways.append(Way(link, [low, *_passed(columns, link, low, high, shared), high]))
    for places in columns.places:
        places.sort(key=lambda place: place.lane)
    columns.join()
    _make_room(columns.ways)
    return columns


def kind_of(way: Way) -> Kind:
    """Rotation leads both ways; other lines that lead down keep apart from those that lead up."""
    return way.link.style, way.leads_up or way.link.style == "rotation"


def offsets(kinds: Iterable[Kind]) -> dict[Kind, float]:
    """How far below the middle of a side each kind of lines meets it; a single kind does so in the middle.

    Promotions stay in the middle, so that they can be straight; rotation meets the side above them.
    """
    kinds = sorted(kinds)
    if len(kinds) == 1:
        return dict.fromkeys(kinds, 0.0)
    wanted: dict[Kind, float] = {("promotion", True): 0.0, ("rotation", True): -_PORT}
    free = [_PORT, 2 * _PORT, -2 * _PORT]
    return {kind: wanted[kind] if kind in wanted else free.pop(0) for kind in kinds}


def _make_room(ways: Sequence[Way]) -> None:
    """Makes boxes high enough for the lines at their sides."""
    sides: dict[tuple[int, bool], set[Kind]] = defaultdict(set)
    ends: dict[int, Place] = {}
    for way in ways:
        for place, is_right in ((way.places[0], True), (way.places[-1], way.is_level)):
            sides[id(place), is_right].add(kind_of(way))
            ends[id(place)] = place
    for (place_id, _), kinds in sides.items():
        reach = max(abs(offset) for offset in offsets(kinds).values())
        ends[place_id].height = max(ends[place_id].height, 2 * (reach + _INSET))


def _passed(
    columns: Columns, link: Link, low: Place, high: Place, shared: dict[tuple[str, LinkStyle, int], Place]
) -> list[Place]:
    """The places between the ends; those of promotions to one position are shared."""
    found = []
    for column in range(low.column + 1, high.column):
        key = (link.target, link.style, column) if link.style == "promotion" else (str(id(link)), link.style, column)
        if key not in shared:
            shared[key] = Place(column, high.lane, PASSING)
            columns.places[column].append(shared[key])
        found.append(shared[key])
    return found
