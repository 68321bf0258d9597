"""Reporting lines go round in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Preset, Related
from posdoc.model import Organization, Position
from posdoc.phrases import Phrase

KIND = Kind("POS202", "reporting-cycle", preset=Preset.LEGACY)
WHAT = Phrase(
    "汇报关系绕成一圈，没有最高岗位。", "Reporting lines go round in a circle, so that nobody is at the top of it."
)
WHY = Phrase(
    "组织架构图是一棵树：每个岗位沿着直接上级最终都应到达部门的最高岗位。",
    "An org chart is a tree: from every position the solid lines lead to the head of the department.",
)
LOCAL = False
PASSING = (
    """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
## positions/service/engineer.yaml
title: 工程师
reports_to: manager
""",
)
FAILING = (
    """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/a.yaml
title: 甲
reports_to: «b»
## positions/service/b.yaml
title: 乙
reports_to: c
## positions/service/c.yaml
title: 丙
reports_to: a
""",
)
_NAMED, _RELATED = 10, 50
"""How many positions of a circle a message names, and how many places a finding shows besides its own."""


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each cycle once, from its first position in reading order."""
    settled: set[str] = set()
    for start in organization.positions:
        line: dict[str, Position] = {}
        current: Position | None = start
        while current is not None and current.id not in settled and current.id not in line:
            line[current.id] = current
            current = organization.by_id.get(current.reports_to or "")
        if current is not None and current.id in line:
            members = list(line.values())
            cycle = members[members.index(current) :]
            if len(cycle) > 1:
                yield _finding(cycle)
        settled.update(line)


def _finding(cycle: list[Position]) -> Diagnostic:
    path = _path(cycle)
    return Diagnostic(
        KIND,
        cycle[0].at("reports_to"),
        Phrase(f"汇报关系绕成一圈：{path.zh}", f"reporting lines go round in a circle: {path.en}"),
        Phrase("改正其中一个 reports_to", "correct one of the reports_to"),
        tuple(
            Related(p.at("reports_to"), Phrase(f"{p.id} 的上级是 {p.reports_to}", f"{p.id} reports to {p.reports_to}"))
            for p in cycle[1 : _RELATED + 1]
        ),
    )


def _path(cycle: list[Position]) -> Phrase:
    """The way round; of a long one the beginning, how many are left out, and the last."""
    names = [position.id for position in cycle]
    left_out = len(names) - _NAMED - 1
    if left_out > 0:
        begin, end = " → ".join(names[:_NAMED]), f"{names[-1]} → {names[0]}"
        return Phrase(f"{begin} → …（略去 {left_out} 个）→ {end}", f"{begin} → … ({left_out} more) → {end}")
    path = " → ".join([*names, names[0]])
    return Phrase(path, path)
