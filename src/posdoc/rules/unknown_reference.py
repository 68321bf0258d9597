"""A reference names something that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from posdoc.diagnostics import Diagnostic, Kind, Preset
from posdoc.model import Organization, Reference
from posdoc.phrases import Phrase
from posdoc.rules._references import LOCAL_KINDS, Ids, known_ids, looked_up, words_for

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
_BETWEEN = re.compile(r"\s*[、,，;；/+＋]\s*")


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Every reference to something that does not exist, under any name and of any kind."""
    ids, dangling = looked_up(organization)
    hints: dict[tuple[str, tuple[str, ...]], Phrase] = {}
    for reference, meant, other in dangling:
        if not meant and other is None:
            yield _finding(reference, ids, hints)


def _finding(reference: Reference, ids: Ids, hints: dict[tuple[str, tuple[str, ...]], Phrase]) -> Diagnostic:
    """``hints`` holds one for each misspelt id: it is dear to work out, and one mistake often stands many times."""
    target, kinds = str(reference.target), reference.field.refers_to
    hint = hints.get((target, kinds))
    if hint is None:
        hint = _hint(reference, ids.fitting(reference))
        if LOCAL_KINDS.isdisjoint(kinds):
            hints[target, kinds] = hint
    word = words_for(kinds)
    return Diagnostic(
        KIND,
        reference.target.span,
        Phrase(f"没有标识为“{target}”的{word.zh}", f"there is no {word.en} with the id '{target}'"),
        hint,
    )


def _hint(reference: Reference, candidates: frozenset[str]) -> Phrase:
    target, kinds = str(reference.target), reference.field.refers_to
    if "outside" in kinds and len(_BETWEEN.split(target)) > 1:
        return Phrase(
            "一处只写一个标识；共同领导的上级写在 co_managed_by 中",
            "write one id only; superiors who share the lead stand under co_managed_by",
        )
    near = get_close_matches(target, sorted(candidates), 1, 0.6)
    if near:
        return Phrase(f"是否想写 {near[0]}？", f"did you mean '{near[0]}'?")
    if "party" in kinds:
        return Phrase(
            "若是其他部门或公司外的单位，请在 posdoc.yaml 的 parties 中声明",
            "if it is another department or outside the company, declare it under parties in posdoc.yaml",
        )
    if "outside" in kinds:
        return Phrase(
            "若是部门外岗位，请在 posdoc.yaml 的 outside_positions 中声明",
            "if it is outside the department, declare it under outside_positions in posdoc.yaml",
        )
    return known_ids(candidates)
