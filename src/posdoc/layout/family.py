"""Who stands under whom in a chart of boxes and their superiors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from posdoc.charts.graph import Box, Graph


class Family:
    """The boxes of a chart by their ids, with the superior and the reports of each.

    A superior that the chart does not hold counts as none; a circle of superiors is cut at its first box. Among the
    reports of one superior assistants come first, and those of one unit follow one another. ``below`` is the number of
    boxes under each. Nothing here recurs: a chain may be thousands deep.
    """

    def __init__(self, graph: Graph) -> None:
        self.boxes = {box.id: box for box in graph.boxes}
        self.place = {name: number for number, name in enumerate(self.boxes)}
        self.superior: dict[str, str | None] = {}
        self.reports: dict[str, tuple[str, ...]] = {}
        self.roots: tuple[str, ...] = ()
        self._hang()
        self.below = self._counted()

    def _hang(self) -> None:
        listed: dict[str, list[Box]] = {}
        for box in self.boxes.values():
            parent = box.parent if box.parent in self.boxes else None
            self.superior[box.id] = parent
            if parent is not None:
                listed.setdefault(parent, []).append(box)
        roots = [name for name, parent in self.superior.items() if parent is None]
        reached = _reached(roots, listed, set())
        for name, parent in self.superior.items():
            if name not in reached and parent is not None:
                listed[parent].remove(self.boxes[name])
                self.superior[name] = None
                roots.append(name)
                _reached([name], listed, reached)
        self.reports = {name: _in_order(listed.get(name, ())) for name in self.boxes}
        self.roots = tuple(roots)

    def _counted(self) -> dict[str, int]:
        below: dict[str, int] = {}
        for name in reversed(self.all_under(self.roots)):
            below[name] = sum(1 + below[report] for report in self.reports[name])
        return below

    def all_under(self, tops: Iterable[str]) -> list[str]:
        """``tops`` and all boxes under them, each after its superior."""
        found: list[str] = []
        pending = list(reversed(list(tops)))
        while pending:
            name = pending.pop()
            found.append(name)
            pending.extend(reversed(self.reports[name]))
        return found

    def size(self, tops: Iterable[str]) -> int:
        """How many boxes ``tops`` and those under them are."""
        return sum(1 + self.below[name] for name in tops)

    def in_order(self, names: Iterable[str]) -> tuple[str, ...]:
        """The boxes in the order of the chart, each once."""
        return tuple(sorted(set(names), key=self.place.__getitem__))


def _in_order(boxes: Sequence[Box]) -> tuple[str, ...]:
    unit: dict[str | None, int] = {}
    for box in boxes:
        unit.setdefault(box.group, len(unit))
    ordered = sorted(boxes, key=lambda box: (not box.assistant, unit[box.group]))
    return tuple(box.id for box in ordered)


def _reached(start: Iterable[str], listed: dict[str, list[Box]], seen: set[str]) -> set[str]:
    """``seen`` with everything that hangs below ``start`` added."""
    pending = list(start)
    while pending:
        name = pending.pop()
        if name not in seen:
            seen.add(name)
            pending.extend(box.id for box in listed.get(name, ()))
    return seen
