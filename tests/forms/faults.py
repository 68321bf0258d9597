"""A fault of the real forms, written as a small workspace that is right but for it."""

from __future__ import annotations

from dataclasses import dataclass

COMPANY = "## posdoc.yaml\norganization: 远岚环境设备股份有限公司\n"


@dataclass(frozen=True)
class Fault:
    """One fault of section 3 of the forms: what is found where «» stand, and nothing else but what is declared."""

    name: str
    """``3.17 S1-B …``: its number among the real faults, the form it comes from, and what is wrong."""
    code: str
    example: str
    also: frozenset[str] = frozenset()
    """The codes of what else is found, because the form has more faults than one in the same place."""

    @property
    def number(self) -> int:
        """Its number among the real faults."""
        return int(self.name.split()[0].removeprefix("3."))


def fault(name: str, code: str, example: str, *also: str) -> Fault:
    """A fault in a workspace of one company; ``example`` begins with its first definition."""
    head = "" if example.startswith("## posdoc.yaml") else COMPANY
    return Fault(name, code, head + example, frozenset(also))
