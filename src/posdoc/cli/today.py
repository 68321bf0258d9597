"""Which day it is, for the rules that look at dates."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """The day on which posdoc runs; SOURCE_DATE_EPOCH, where it is set, says which day to take it for."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return date.today()
