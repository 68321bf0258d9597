"""The reporting lines as a forest, worked out once, so that questions about them cost nothing however deep they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence


class ReportingLines:
    """Who is above whom. A member of a circle, and whoever is below one, has no place in the lines.

    ``superiors`` gives the superior of each member, in reading order; a superior that is no member of its own
    (none, outside the department, unknown) makes its reports roots.
    """

    def __init__(self, superiors: Mapping[str, str | None]) -> None:
        reports: dict[str, list[str]] = defaultdict(list)
        roots = []
        for member, superior in superiors.items():
            if superior is None or superior not in superiors:
                roots.append(member)
            else:
                reports[superior].append(member)
        self._superiors = superiors
        self._depth: dict[str, int] = {}
        self._entered: dict[str, int] = {}
        self._left: dict[str, int] = {}
        self.order: list[str] = []
        """Every member that has a place, each before those below it."""
        for root in roots:
            self._walk(root, reports)

    def _walk(self, root: str, reports: Mapping[str, Sequence[str]]) -> None:
        waiting: list[tuple[str, int, bool]] = [(root, 1, False)]
        while waiting:
            member, depth, done = waiting.pop()
            if done:
                self._left[member] = len(self.order)
                continue
            self._depth[member] = depth
            self._entered[member] = len(self.order)
            self.order.append(member)
            waiting.append((member, depth, True))
            waiting += [(below, depth + 1, False) for below in reversed(reports.get(member, ()))]

    def has_place(self, member: str) -> bool:
        """Whether the line of ``member`` leads to a top."""
        return member in self._depth

    def depth(self, member: str) -> int:
        """How many levels there are from the top to ``member``, itself included; 0 where it has no place."""
        return self._depth.get(member, 0)

    def is_above(self, superior: str, member: str) -> bool:
        """Whether the line from ``member`` to its top passes through ``superior``; nobody is above itself."""
        if superior not in self._entered or member not in self._entered:
            return False
        return self._entered[superior] < self._entered[member] < self._left[superior]

    def below(self, member: str) -> Sequence[str]:
        """Everybody below ``member``, at any depth, each before those below it."""
        if member not in self._entered:
            return ()
        return self.order[self._entered[member] + 1 : self._left[member]]

    def count_below(self, member: str) -> int:
        """How many there are below ``member``, at any depth."""
        return self._left[member] - self._entered[member] - 1 if member in self._entered else 0

    def above(self, member: str) -> Iterator[str]:
        """The line upwards from the superior of ``member``; it ends at the top, or where a circle closes."""
        seen = {member}
        current = self._superiors.get(member)
        while current is not None and current in self._superiors and current not in seen:
            yield current
            seen.add(current)
            current = self._superiors[current]
