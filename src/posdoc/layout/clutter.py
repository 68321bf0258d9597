"""What is already on the page, by place, so that the room for a label is tested against its neighbourhood only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from posdoc.layout.placed import Rect

_CELL = (160.0, 60.0)


class Clutter:
    """Rectangles that can be asked for those under a room."""

    def __init__(self, rects: Iterable[Rect]) -> None:
        self._cells: dict[tuple[int, int], list[Rect]] = {}
        self.add(rects)

    def add(self, rects: Iterable[Rect]) -> None:
        """Puts more rectangles on the page."""
        for rect in rects:
            for cell in _cells(rect):
                self._cells.setdefault(cell, []).append(rect)

    def hits(self, room: Rect) -> int:
        """How many different rectangles ``room`` overlaps."""
        near = {rect for cell in _cells(room) for rect in self._cells.get(cell, ())}
        return sum(room.overlaps(rect) for rect in near)


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    for column in range(int(rect.x // _CELL[0]), int(rect.right // _CELL[0]) + 1):
        for row in range(int(rect.y // _CELL[1]), int(rect.bottom // _CELL[1]) + 1):
            yield column, row
