"""Two files give the same id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol
from unicodedata import normalize

from posdoc.diagnostics import Diagnostic, Kind, Preset, Related, Span
from posdoc.model import Organization, Position, Ref, Unit
from posdoc.phrases import Phrase

KIND = Kind("POS205", "duplicate-id", preset=Preset.LEGACY)
WHAT = Phrase(
    "标识重复：两个岗位文件同名（只有大小写不同也算），或同一列表中的职等、部门外岗位、指标、职责、步骤等标识相同。",
    "An id is used twice: two position files have one name (or names that differ only by case), or two grades, outside "
    "positions, indicators, duties, steps and so on of one list have one id.",
)
WHY = Phrase(
    "文件名就是岗位标识，全工作区唯一；放在不同部门的文件夹里也不能同名。",
    "The file's name is the id of the position, one in the whole workspace, whatever folder it lies in.",
)
LOCAL = False
RENAME_FILE = Phrase("给其中一个文件改名", "rename one of the files")
OTHER_ID = Phrase("给其中一个另取标识", "give one of them another id")
PASSING = (
    """\
## posdoc.yaml
organization: 公司
## positions/east/unit.yaml
title: 华东
## positions/east/east-engineer.yaml
title: 华东工程师
## positions/south/unit.yaml
title: 华南
## positions/south/south-engineer.yaml
title: 华南工程师
reports_to: east-engineer
""",
)
FAILING = (
    """\
## posdoc.yaml
organization: 公司
## positions/east/unit.yaml
title: 华东
## positions/east/engineer.yaml
title: 华东工程师
## positions/south/unit.yaml
title: 华南
## positions/south/engineer.yaml
«»title: 华南工程师
""",
    """\
## posdoc.yaml
organization: 公司
grades: [G1, G2, «G1»]
## positions/manager.yaml
title: 经理
""",
    """\
## posdoc.yaml
organization: 公司
outside_positions: [{id: «manager», title: 总经理}]
## positions/manager.yaml
title: 经理
""",
    """\
## posdoc.yaml
organization: 公司
## positions/manager.yaml
title: 经理
duties: [{id: visits, text: 走访客户}, {id: «visits», text: 回访客户}]
""",
)


class HasId(Protocol):
    """A record with an id of its own."""

    @property
    def id(self) -> Ref | None:
        """The id."""
        ...


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each use of an id that something else of its sort has taken first."""
    for position in organization.duplicates:
        yield _finding(position.id, Span(position.path), Span(organization.by_id[position.id].path), RENAME_FILE)
    yield from _same_file_elsewhere(organization)
    workspace = organization.workspace
    for entries in (workspace.families, workspace.grades, workspace.levels, workspace.kpis):
        yield from _repeated(entries, {})
    yield from _repeated(
        (*workspace.outside_positions, *workspace.parties),
        {unit.id: _file_of(unit) for unit in organization.units}
        | {position.id: _file_of(position) for position in organization.positions},
    )
    for position in organization.positions:
        yield from _repeated(position.duties, {})
    for flows in (*(p.flows for p in organization.positions), *(u.flows for u in organization.units)):
        for flow in flows:
            yield from _repeated(flow.steps, {})


def _same_file_elsewhere(organization: Organization) -> Iterator[Diagnostic]:
    """Files whose names differ only by case or by how accents are encoded: one file on Windows and macOS."""
    taken: dict[str, Position] = {}
    for position in sorted(organization.positions, key=lambda position: position.path):
        first = taken.setdefault(normalize("NFC", position.id).casefold(), position)
        if first is not position:
            yield _finding(position.id, Span(position.path), Span(first.path), RENAME_FILE)


def _repeated(entries: Iterable[HasId], taken: dict[str, Span]) -> Iterator[Diagnostic]:
    places = dict(taken)
    for entry in entries:
        if entry.id is None:
            continue
        first = places.setdefault(str(entry.id), entry.id.span)
        if first != entry.id.span:
            yield _finding(str(entry.id), entry.id.span, first, OTHER_ID)


def _file_of(record: Position | Unit) -> Span:
    return record.span if record.span.path else Span(record.path)


def _finding(identity: str, place: Span, first: Span, hint: Phrase) -> Diagnostic:
    return Diagnostic(
        KIND,
        place,
        Phrase(f"标识“{identity}”重复", f"the id '{identity}' is used twice"),
        hint,
        (Related(first, Phrase("第一次使用在此", "used first here")),),
    )
