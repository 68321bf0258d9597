"""Which positions are one post in several places: those that are based on one another, or on the same position."""

from __future__ import annotations

from collections.abc import Mapping

from posdoc.model import Organization


def kin(organization: Organization) -> Mapping[str, str]:
    """For each position, by its id, the position on which it is based in the end; itself where it is based on none.

    Positions that are based on one another in a circle all have the same one of them.
    """
    found: dict[str, str] = {}
    for position in organization.positions:
        line: dict[str, None] = {}
        current = position.id
        while current not in found and current not in line:
            line[current] = None
            base = organization.by_id[current].based_on
            if base is None or base not in organization.by_id:
                break
            current = str(base)
        end = found.get(current, current)
        found.update(dict.fromkeys(line, end))
    return found
