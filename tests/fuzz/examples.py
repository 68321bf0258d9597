"""How many examples a property is tried on: few in every run, many in the proof, which sets POSDOC_FUZZ_TIMES."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

TIMES = int(os.environ.get("POSDOC_FUZZ_TIMES", "1"))


def examples(count: int) -> settings:
    """So many examples, or so many times as many. What fails is printed with what repeats it."""
    return settings(
        max_examples=count * TIMES, deadline=None, print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )  # fmt: skip
