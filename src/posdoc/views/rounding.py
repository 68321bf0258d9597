"""Rounding as people and Excel do it: a half goes up, where Python's own goes to the even side."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def half_up(number: float, digits: int) -> Decimal:
    """The number with so many decimals; 2.25 with one is 2.3."""
    return Decimal(repr(number)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
