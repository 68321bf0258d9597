"""The tracks on which the lines of a ladder change their height between two columns, set so that few of them cross."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

TRACK = 7.0
"""The distance of two tracks."""
_MOST_SORTED, _MOST_CELLS = 60, 400


@dataclass(eq=False)
class Net:
    """Lines that share a track: the heights at which they reach it from the left and leave it to the right."""

    left: set[float] = field(default_factory=set)
    right: set[float] = field(default_factory=set)
    track: int = 0

    @cached_property
    def low(self) -> float:
        """The smallest height; only to be asked when all lines are there, as :attr:`high` is."""
        return min(self.left | self.right)

    @cached_property
    def high(self) -> float:
        """The greatest height."""
        return max(self.left | self.right)

    @property
    def turns(self) -> bool:
        """Whether its lines change their height at all."""
        return self.high > self.low


def set_tracks(nets: Iterable[Net]) -> None:
    """Gives every net that needs one a track, the first one leftmost; nets far apart may share one."""
    turning = sorted((net for net in nets if net.turns), key=_from_the_left)
    if len(turning) <= _MOST_SORTED:
        _untangle(turning)
    taken: dict[int, int] = {}
    cell = max([TRACK, *(net.high / _MOST_CELLS for net in turning)])
    for net in turning:
        cells = range(int(net.low // cell), int(net.high // cell) + 2)
        net.track = max(taken.get(at, -1) for at in cells) + 1
        taken.update(dict.fromkeys(cells, net.track))


def _from_the_left(net: Net) -> tuple[int, float]:
    """Lines that come back first; then those that lead down, low ones first, and those that lead up, high ones first."""
    if not net.right:
        return 0, net.high - net.low
    source = sum(sorted(net.left)) / len(net.left)
    down = sum(sorted(net.right)) / len(net.right) > source
    return (1, -source) if down else (2, source)


def _untangle(nets: list[Net]) -> None:
    """Swaps neighbours as long as that makes fewer crossings."""
    for _ in range(len(nets)):
        swapped = False
        for at in range(len(nets) - 1):
            if _crossings(nets[at + 1], nets[at]) < _crossings(nets[at], nets[at + 1]):
                nets[at], nets[at + 1] = nets[at + 1], nets[at]
                swapped = True
        if not swapped:
            return


def _crossings(left: Net, right: Net) -> int:
    """How often two nets cross when the first has its track left of the other's."""
    return sum(left.low < y < left.high for y in right.left) + sum(right.low < y < right.high for y in left.right)
