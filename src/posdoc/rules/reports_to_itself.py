"""A position is its own superior."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Preset
from posdoc.model import Organization
from posdoc.phrases import Phrase

KIND = Kind("POS203", "reports-to-itself", preset=Preset.LEGACY)
WHAT = Phrase("岗位的直接上级写成了自己。", "A position is given as its own superior.")
WHY = Phrase("多半是复制文件后忘了修改。", "Usually a copied file in which the superior was not changed.")
LOCAL = True
PASSING = (
    """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
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
reports_to: «manager»
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each position that reports to itself."""
    for position in organization.positions:
        if position.reports_to == position.id:
            yield Diagnostic(
                KIND,
                position.at("reports_to"),
                Phrase(f"“{position.id}”的直接上级是它自己", f"'{position.id}' reports to itself"),
                Phrase(
                    "写上真正的上级；最高岗位不写 reports_to", "name its superior; the top position has no reports_to"
                ),
            )
