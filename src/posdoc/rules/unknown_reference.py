"""A reference names something that does not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import END, Flow, Organization, Position, Record, Reference, Text, references
from posdoc.phrases import Phrase

KIND = Kind("POS201", "unknown-reference")
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
    tables = _tables(organization)
    named = _named(organization)
    for record in _documents(organization):
        for reference in references(record):
            if not any(reference.target in _ids(kind, reference, tables) for kind in reference.field.refers_to):
                yield _finding(reference, tables, named)


def _documents(organization: Organization) -> Iterable[Record]:
    return (organization.workspace, *organization.units, *organization.positions, *organization.people)


def _tables(organization: Organization) -> dict[str, frozenset[str]]:
    workspace = organization.workspace
    return {
        "position": frozenset(organization.by_id),
        "outside": frozenset(organization.outside_by_id),
        "unit": frozenset(organization.units_by_id),
        "party": frozenset(organization.parties_by_id),
        "family": frozenset(str(entry.id) for entry in workspace.families),
        "grade": frozenset(str(entry.id) for entry in workspace.grades),
        "level": frozenset(str(entry.id) for entry in workspace.levels),
        "kpi": frozenset(organization.shared_kpis),
    }


def _ids(kind: str, reference: Reference, tables: dict[str, frozenset[str]]) -> frozenset[str]:
    """The ids that a reference of this kind may name where it stands."""
    if kind == "duty":
        position = reference.holders[0]
        return frozenset(str(d.id) for d in position.duties if d.id) if isinstance(position, Position) else frozenset()
    if kind == "step":
        flow = next(holder for holder in reference.holders if isinstance(holder, Flow))
        return frozenset({str(step.id) for step in flow.steps if step.id} | {END})
    return tables[kind]


def _named(organization: Organization) -> dict[str, str]:
    """Ids by title, alias and former id."""
    found: dict[str, str] = {}
    entries: list[tuple[str, Text | None, tuple[Text, ...]]] = [
        *((p.id, p.title, p.aliases) for p in organization.positions),
        *((u.id, u.title, u.aliases) for u in organization.units),
        *((str(o.id), o.title, o.aliases) for o in organization.workspace.outside_positions),
        *((str(p.id), p.title, p.aliases) for p in organization.workspace.parties),
    ]
    for identity, title, aliases in entries:
        for text in (*([title] if title else []), *aliases):
            for name in text.languages.values():
                found.setdefault(name, identity)
    for position in organization.positions:
        for former in position.former_ids:
            found.setdefault(str(former), position.id)
    return found


def _finding(reference: Reference, tables: dict[str, frozenset[str]], named: dict[str, str]) -> Diagnostic:
    target = str(reference.target)
    kinds = reference.field.refers_to
    zh = "、".join(dict.fromkeys(_WORDS[kind].zh for kind in kinds))
    en = " or ".join(dict.fromkeys(_WORDS[kind].en for kind in kinds))
    candidates = frozenset().union(*(_ids(kind, reference, tables) for kind in kinds))
    return Diagnostic(
        KIND,
        reference.target.span,
        Phrase(f"没有标识为“{target}”的{zh}", f"there is no {en} with the id '{target}'"),
        _hint(target, candidates, named, kinds, lambda kind: target in tables.get(kind, ())),
    )


def _hint(
    target: str,
    candidates: frozenset[str],
    named: dict[str, str],
    kinds: tuple[str, ...],
    is_a: Callable[[str], bool],
) -> Phrase:
    meant = named.get(target)
    if meant in candidates:
        return Phrase(f"引用要写标识：{meant}", f"write its id: '{meant}'")
    other = next((kind for kind in ("unit", "party", "outside", "position") if is_a(kind)), None)
    if other:
        word = _WORDS[other]
        return Phrase(f"“{target}”是{word.zh}，不能用在这里", f"'{target}' is a {word.en}, which cannot stand here")
    near = get_close_matches(target, candidates, 1, 0.6)
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
