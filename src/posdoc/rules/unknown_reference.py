"""A reference names something that does not exist."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from posdoc.diagnostics import Diagnostic, Kind, Preset
from posdoc.model import (
    END,
    Flow,
    Organization,
    OutsidePosition,
    Party,
    Position,
    Record,
    Reference,
    Unit,
    references,
)
from posdoc.phrases import Phrase

KIND = Kind("POS201", "unknown-reference", preset=Preset.LEGACY)
WHAT = Phrase(
    "引用的标识不存在：岗位、部门、外部方、序列、职等、层级、指标、职责或流程步骤。",
    "A reference names a position, unit, party, family, grade, level, indicator, duty or step that does not exist.",
)
WHY = Phrase(
    "引用写标识（文件名），不写岗位名称：名称会改，标识不变。部门以外的岗位和单位在 posdoc.yaml 中声明一次，"
    "这样说明书里的每个上级、联系对象都有着落。",
    "A reference is an id (the file's stem), never a title: titles change, ids do not. Positions and parties outside "
    "the department are declared once in posdoc.yaml, so that every superior and contact in a document is real.",
)
LOCAL = False
PASSING = (
    """\
## posdoc.yaml
organization: 公司
outside_positions: [{id: general-manager, title: 总经理}]
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
reports_to: general-manager
""",
)
FAILING = (
    """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
reports_to: «general-manger»
""",
    """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
duties:
  - id: visits
    text: 走访客户
flows:
  - title: 走访
    duty: «visit»
    steps: [出发, 返回]
""",
)

_WORDS = {
    "position": Phrase("岗位", "position"),
    "outside": Phrase("岗位", "position"),
    "unit": Phrase("部门", "unit"),
    "party": Phrase("单位", "party"),
    "family": Phrase("岗位序列", "job family"),
    "grade": Phrase("职等", "grade"),
    "level": Phrase("层级", "level"),
    "kpi": Phrase("共享指标", "shared indicator"),
    "duty": Phrase("职责", "duty"),
    "step": Phrase("步骤", "step"),
}


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Every reference to something that does not exist."""
    ids = _Ids(organization)
    for record in _documents(organization):
        for reference in references(record):
            if not any(reference.target in ids.of(kind, reference) for kind in reference.field.refers_to):
                yield _finding(reference, ids)


def _documents(organization: Organization) -> Iterable[Record]:
    return (organization.workspace, *organization.units, *organization.positions, *organization.people)


class _Ids:
    """The ids that there are, by what they name, and the names that people use in their place."""

    def __init__(self, organization: Organization) -> None:
        workspace = organization.workspace
        self.tables: dict[str, frozenset[str]] = {
            "position": frozenset(organization.by_id),
            "outside": frozenset(organization.outside_by_id),
            "unit": frozenset(organization.units_by_id),
            "party": frozenset(organization.parties_by_id),
            "family": frozenset(str(entry.id) for entry in workspace.families),
            "grade": frozenset(str(entry.id) for entry in workspace.grades),
            "level": frozenset(str(entry.id) for entry in workspace.levels),
            "kpi": frozenset(organization.shared_kpis),
        }
        self.named = _named(organization)
        self.hints: dict[tuple[str, tuple[str, ...]], Phrase] = {}
        """One hint for each misspelt id: it is dear to work out, and the same mistake often stands many times."""

    def of(self, kind: str, reference: Reference) -> frozenset[str]:
        """The ids that a reference of this kind may name where it stands."""
        if kind == "duty":
            holder = reference.holders[0]
            return frozenset(str(d.id) for d in holder.duties if d.id) if isinstance(holder, Position) else frozenset()
        if kind == "step":
            flow = next(holder for holder in reference.holders if isinstance(holder, Flow))
            return frozenset({str(step.id) for step in flow.steps if step.id} | {END})
        return self.tables[kind]


def _named(organization: Organization) -> dict[str, list[str]]:
    """Ids by title, alias and former id; a title may belong to a unit as well as to a party."""
    found: dict[str, list[str]] = defaultdict(list)
    workspace = organization.workspace
    entries: tuple[Position | Unit | OutsidePosition | Party, ...] = (
        *organization.positions, *organization.units, *workspace.outside_positions, *workspace.parties
    )  # fmt: skip
    for entry in entries:
        for text in (*([entry.title] if entry.title else []), *entry.aliases):
            for name in text.languages.values():
                found[name].append(str(entry.id))
    renamed_entries: tuple[Position | Unit, ...] = (*organization.positions, *organization.units)
    for renamed in renamed_entries:
        for former in renamed.former_ids:
            found[str(former)].append(renamed.id)
    return dict(found)


def _finding(reference: Reference, ids: _Ids) -> Diagnostic:
    target, kinds = str(reference.target), reference.field.refers_to
    zh = "、".join(dict.fromkeys(_WORDS[kind].zh for kind in kinds))
    en = " or ".join(dict.fromkeys(_WORDS[kind].en for kind in kinds))
    hint = ids.hints.get((target, kinds))
    if hint is None:
        hint = _hint(target, frozenset().union(*(ids.of(kind, reference) for kind in kinds)), kinds, ids)
        if not {"duty", "step"} & set(kinds):
            ids.hints[target, kinds] = hint
    return Diagnostic(
        KIND,
        reference.target.span,
        Phrase(f"没有标识为“{target}”的{zh}", f"there is no {en} with the id '{target}'"),
        hint,
    )


def _hint(target: str, candidates: frozenset[str], kinds: tuple[str, ...], ids: _Ids) -> Phrase:
    meant = next((name for name in ids.named.get(target, ()) if name in candidates), None)
    if meant:
        return Phrase(f"引用要写标识：{meant}", f"write its id: '{meant}'")
    other = next((kind for kind in ("unit", "party", "outside", "position") if target in ids.tables[kind]), None)
    if other:
        word = _WORDS[other]
        return Phrase(f"“{target}”是{word.zh}，不能用在这里", f"'{target}' is a {word.en}, which cannot stand here")
    near = get_close_matches(target, sorted(candidates), 1, 0.6)
    if near:
        return Phrase(f"是否想写 {near[0]}？", f"did you mean '{near[0]}'?")
    if "outside" in kinds:
        return Phrase(
            "若是部门外岗位，请在 posdoc.yaml 的 outside_positions 中声明",
            "if it is outside the department, declare it under outside_positions in posdoc.yaml",
        )
    if candidates and len(candidates) <= 12:
        known = sorted(candidates)
        return Phrase(f"可用的标识：{'、'.join(known)}", f"ids: {', '.join(known)}")
    return Phrase("检查标识的拼写", "check the spelling of the id")
