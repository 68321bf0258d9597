"""Python's collector of cycles, kept out of the way while many small values are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """The collector is off: it costs as much again while many small values are made that stay.

    What was made meanwhile counts as old when it is on again, or it would go through all of that at once.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
