"""Python's collector of cycles, kept out of the way while many small values are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

ROOM = 200_000
"""How many containers may be made with the collector off before it goes through all of them: some thirty megabytes."""
SHARE = 20
"""It is not to take more than one part in so many of the time."""


@contextmanager
def collector_off() -> Iterator[None]:
    """The collector is off: it costs as much again while many small values are made that stay.

    What was made meanwhile counts as old when it is on again, or it would go through all of that at once. As it then comes
    back to old values hardly ever, it is made to where that has been done so often that rubbish may have piled up.
    """
    was_on = gc.isenabled()
    if was_on:
        _unseen.collect_if_much()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _unseen.add(gc.get_count()[0])
            gc.freeze()
            gc.unfreeze()
            gc.enable()


class _Unseen:
    """The containers that were made while the collector was off, since it last went through everything."""

    def __init__(self) -> None:
        self._all = self._most = 0
        self._last = self._took = 0.0

    def add(self, made: int) -> None:
        """``made`` are those that one use left behind, be they of use or rubbish."""
        self._all += made
        self._most = max(self._most, made)

    def collect_if_much(self) -> None:
        """A command reads its definitions once and makes smaller things of them: that alone is no reason."""
        begin = perf_counter()
        if self._all - self._most > max(ROOM, 2 * self._most) and begin - self._last > SHARE * self._took:
            gc.collect()
            self._all = self._most = 0
            self._last = perf_counter()
            self._took = self._last - begin


_unseen = _Unseen()
