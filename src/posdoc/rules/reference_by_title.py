"""A reference names a title, an alias or a former id in place of the id."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Edit, Kind, Preset, Related
from posdoc.model import Organization, Ref
from posdoc.phrases import Phrase
from posdoc.rules._references import Dangling, Name, looked_up

KIND = Kind("POS207", "reference-by-title", preset=Preset.LEGACY)
WHAT = Phrase(
    "引用写的是名称、别名或曾用标识，而不是标识。",
    "A reference names a title, an alias or a former id in place of the id.",
)
WHY = Phrase(
    "名称会改、会重、会有几种叫法，标识不变。引用一律写标识（岗位即文件名），印出的名称由 posdoc 查出。",
    "Titles change, repeat and have variants; an id does none of that. References are ids (of a position, the stem of "
    "its file), and posdoc looks up the title to print.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
aliases: [部门经理]
former_ids: [service-head]
"""
PASSING = (_HEAD + "## positions/service/engineer.yaml\ntitle: 工程师\nreports_to: manager\n",)
FAILING = (
    _HEAD + "## positions/service/engineer.yaml\ntitle: 工程师\nreports_to: «部门经理»\n",
    _HEAD + "## positions/service/engineer.yaml\ntitle: 工程师\nreports_to: «service-head»\n",
    """\
## posdoc.yaml
organization: 公司
## positions/east/unit.yaml
title: 华东办事处
## positions/east/east-engineer.yaml
title: 现场工程师
reports_to: manager
## positions/south/unit.yaml
title: 华南办事处
## positions/south/south-engineer.yaml
title: 现场工程师
reports_to: manager
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
substitute: [«现场工程师»]
""",
)
_PLAIN = re.compile(r"\w[\w-]*")
_SHOWN = 5


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Every reference by another name to something that may stand there."""
    for found in looked_up(organization).dangling:
        if found.meant:
            yield _finding(found)


def _finding(found: Dangling) -> Diagnostic:
    target, names = found.reference.target, found.meant
    former = all(isinstance(name.written, Ref) for name in names)
    word = Phrase("曾用标识", "a former id") if former else Phrase("名称", "a name")
    is_clear = len(names) == 1 and found.other is None and _PLAIN.fullmatch(names[0].id)
    return Diagnostic(
        KIND,
        target.span,
        Phrase(f"“{target}”是{word.zh}，引用要写标识", f"'{target}' is {word.en}; a reference is an id"),
        _hint(names),
        tuple(Related(name.written.span, Phrase(f"{name.id} 在此", f"'{name.id}' is here")) for name in names[:_SHOWN]),
        fix=(Edit(target.span, names[0].id),) if is_clear else (),
    )


def _hint(names: tuple[Name, ...]) -> Phrase:
    if len(names) == 1:
        return Phrase(f"改写为标识：{names[0].id}", f"write its id: '{names[0].id}'")
    zh = "、".join(name.id for name in names[:_SHOWN])
    en = ", ".join(f"'{name.id}'" for name in names[:_SHOWN])
    more_zh, more_en = ("等", " …") if len(names) > _SHOWN else ("", "")
    return Phrase(
        f"同名的有 {len(names)} 个，写明其一：{zh}{more_zh}", f"{len(names)} go by it; write one of: {en}{more_en}"
    )
