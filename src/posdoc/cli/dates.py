"""Dates on the command line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from posdoc.errors import UsageError
from posdoc.phrases import Phrase

if TYPE_CHECKING:
    from posdoc.model import PartialDate


def partial_date(text: str) -> PartialDate:
    """A day, a month or a year: ``2027-03-01``, ``2027-03``, ``2027``. Raises UsageError for anything else."""
    from posdoc.model import PartialDate

    try:
        numbers = [int(part) for part in text.split("-")]
        date(*(numbers + [1, 1])[:3])
        return PartialDate(*numbers)
    except (ValueError, TypeError, OverflowError):
        raise UsageError(
            Phrase(f"“{text}”不是日期", f"'{text}' is no date"),
            Phrase("写成 2027-03-01、2027-03 或 2027", "write 2027-03-01, 2027-03 or 2027"),
        ) from None
