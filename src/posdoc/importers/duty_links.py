"""Connects indicators and workflows with the duties that they name by their key result areas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from posdoc.importers.naming import Ids, same_name
from posdoc.importers.posts import Draft


def link_duties(draft: Draft) -> list[str]:
    """Put ids in the place of the names of duties, and give the duties those ids; returns the names that no duty has, as
    lines for a comment.
    """
    duties = [duty for duty in draft.data.get("duties", ()) if isinstance(duty, dict)]
    by_name = {same_name(str(duty[name])): duty for duty in duties for name in ("text", "area") if duty.get(name)}
    ids = Ids(str(duty["id"]) for duty in duties if "id" in duty)
    left_out: list[str] = []

    def identity(name: str, key: str) -> str | None:
        duty = by_name.get(same_name(name))
        if duty is None:
            left_out.append(f"{key}: {name}")
            return None
        if "id" not in duty:
            duty["id"] = ids.new(str(duty.get("area") or name), "duty")
        return str(duty["id"])

    for kpi in _indicators(draft):
        if "duties" in kpi:
            found = [one for name in kpi["duties"] if (one := identity(str(name), "duties"))]
            kpi["duties"] = found
            if not found:
                del kpi["duties"]
    for flow in draft.data.get("flows", ()):
        if isinstance(flow, dict) and "duty" in flow:
            found_one = identity(str(flow.pop("duty")), "duty")
            if found_one:
                flow["duty"] = found_one
    return left_out


def _indicators(draft: Draft) -> Iterator[dict[str, Any]]:
    for one in draft.data.get("kpi_sets", ()):
        for kpi in one.get("kpis", ()) if isinstance(one, dict) else ():
            yield kpi
            yield from (part for part in kpi.get("parts", ()) if isinstance(part, dict))
