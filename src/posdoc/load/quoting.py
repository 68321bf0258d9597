"""How a value that somebody wrote is quoted in a message."""

from __future__ import annotations

LONGEST = 40


def quoted(value: str) -> str:
    """The value on one line, cut where it is long."""
    line = " ".join(value.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
