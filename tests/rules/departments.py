"""Departments made in memory, for tests of rules over many positions."""

from __future__ import annotations

from collections.abc import Mapping

from posdoc.diagnostics import Span
from posdoc.model import Organization, Position, Ref, Stated, Text, Workspace


class At:
    """A place in the file of a position."""

    def __init__(self, name: str, line: int) -> None:
        self.span = Span(f"positions/{name}.yaml", line, 1, line, 2)


def department(superiors: Mapping[str, str | None], *, roots: tuple[str, ...] = ()) -> Organization:
    """One position for each name, which reports to whom the mapping says; line 1 its title, line 2 its superior."""
    workspace = Workspace(roots=tuple(Ref(root, At("posdoc", 1)) for root in roots))
    return Organization(workspace, positions=tuple(_position(name, above) for name, above in superiors.items()))


def _position(name: str, above: str | None) -> Position:
    title, line = At(name, 1), At(name, 2)
    values = {"id": name, "title": Text({"zh": name}, title), "path": f"positions/{name}.yaml"}
    origins = {"": title, "title": Stated(title, title)}
    if above is not None:
        values["reports_to"] = Ref(above, line)
        origins["reports_to"] = Stated(line, line)
    return Position.build(values, origins)
