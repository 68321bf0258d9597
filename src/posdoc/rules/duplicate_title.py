"""Two positions print the same title."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Preset, Related, Severity
from posdoc.model import Organization, Position
from posdoc.phrases import Phrase
from posdoc.rules._kin import kin

KIND = Kind("POS206", "duplicate-title", Severity.WARNING, Preset.LEGACY)
WHAT = Phrase(
    "两个岗位印出同样的名称，而两者没有沿用（based_on）关系。拟设和已撤销的岗位不算。",
    "Two positions print the same title, and neither is based on the other. Planned and abolished ones do not count.",
)
WHY = Phrase(
    "读说明书的人只看名称，分不清是哪个岗位。同一岗位设在多处时，用 based_on 说明。",
    "Readers see titles only and cannot tell the two apart. One post held in several places says so with based_on.",
)
LOCAL = False
PASSING = (
    """\
## posdoc.yaml
organization: 公司
## positions/east/unit.yaml
title: 华东
## positions/east/east-engineer.yaml
title: 工程师
## positions/south/unit.yaml
title: 华南
## positions/south/south-engineer.yaml
based_on: east-engineer
reports_to: east-engineer
""",
)
FAILING = (
    """\
## posdoc.yaml
organization: 公司
## positions/sales/unit.yaml
title: 销售部门
## positions/sales/sales-service-supervisor.yaml
title: 售后主管
## positions/technical/unit.yaml
title: 技术部
## positions/technical/service-supervisor.yaml
title: «售后主管»
reports_to: sales-service-supervisor
""",
    """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 工程师
## positions/service/engineer-2.yaml
title: «工程师»
reports_to: engineer
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each position whose title another one, unrelated by ``based_on``, printed first."""
    bases = kin(organization)
    first_use: dict[tuple[str, str], Position] = {}
    for position in organization.positions:
        if position.title is None or not position.is_current:
            continue
        for language, title in position.title.languages.items():
            first = first_use.setdefault((language, title), position)
            if first is not position and bases[first.id] != bases[position.id]:
                yield _finding(organization, title, first, position)
                break


def _finding(organization: Organization, title: str, first: Position, second: Position) -> Diagnostic:
    where = Phrase("", "")
    unit = organization.units_by_id.get(first.unit)
    if first.unit != second.unit and unit is not None and unit.title is not None:
        where = Phrase(f"，另一个在“{unit.title.in_('zh')}”", f"; the other is in '{unit.title.in_('en')}'")
    return Diagnostic(
        KIND,
        second.at("title"),
        Phrase(f"岗位名称“{title}”重复{where.zh}", f"the title '{title}' is used twice{where.en}"),
        Phrase(
            "改成能区分的名称（如加上部门或地区）；若是同一岗位设在多处，写 based_on",
            "use a title that tells them apart, with the unit or the region for instance, or based_on if it is one post "
            "in several places",
        ),
        (Related(first.at("title"), Phrase("第一次使用在此", "used first here")),),
    )
