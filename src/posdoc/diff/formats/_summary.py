"""How many subjects came, went and changed."""

from __future__ import annotations

from collections.abc import Sequence

from posdoc.diff.lines import Mark, Teller, Told


def counted(teller: Teller, told: Sequence[Told]) -> str:
    """``1 added, 0 removed, 3 changed``; settings count as one."""
    marks = [one.heading.mark for one in told]
    added, removed = marks.count(Mark.ADDED), marks.count(Mark.REMOVED)
    return teller.new.words.phrase("diff_counted", added=added, removed=removed, changed=len(marks) - added - removed)
