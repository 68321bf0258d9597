"""A position has too many duties, or too few."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Options, Organization
from posdoc.model.record import declare, record
from posdoc.phrases import Phrase
from posdoc.rules._duties import positions_with_duties

KIND = Kind("POS305", "duty-count-out-of-range", Severity.WARNING)
WHAT = Phrase(
    "岗位的职责多于上限（默认 12 项），或少于下限（默认不限）。按写出的条数计算，不分类别；没有写职责的岗位不检查。",
    "A position has more duties than the maximum (12 unless set otherwise) or fewer than the minimum (none unless set). "
    "Duties are counted as they are written, whatever their category; a position without any is not looked at.",
)
WHY = Phrase(
    "十几条职责没有人记得住，往往是把任务当成了职责；条数过少则看不出岗位做什么。",
    "Nobody remembers a dozen duties and more: mostly they are tasks. Too few do not show what the position does.",
)
LOCAL = True
_FILES = """\
## posdoc.yaml
organization: 公司
rules: {options: {duty-count-out-of-range: {minimum: 2, maximum: 3}}}
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
PASSING = (
    _FILES + "duties: [受理报修, 上门维修, 回访客户]\n",
    _FILES + "duties: [{category: 业务类, text: 受理报修}, {category: 安全责任, text: 检查现场安全}]\n",
)
FAILING = (
    _FILES + "«duties»: [受理报修, 上门维修, 回访客户, 建立档案]\n",
    _FILES + "«duties»: [受理报修]\n",
)


@record
class DutyCount(Options):
    """How many duties a position may have."""

    maximum: int = declare("最多", "Maximum", "职责最多几项。", "The most duties a position may have.", 10, default=12)
    minimum: int = declare(
        "最少",
        "Minimum",
        "职责最少几项；0 为不限。",
        "The fewest duties a position may have; 0 for any number.",
        3,
        default=0,
    )


OPTIONS = DutyCount


def check(organization: Organization, options: DutyCount) -> Iterator[Diagnostic]:
    """Each position with more duties than the maximum, or fewer than the minimum."""
    for position in positions_with_duties(organization):
        count = len(position.duties)
        if count > options.maximum:
            yield Diagnostic(
                KIND,
                position.key_at("duties"),
                Phrase(
                    f"职责有 {count} 项，超过 {options.maximum} 项",
                    f"there are {count} duties, more than {options.maximum}",
                ),
                Phrase(
                    "把相近的归为一项，细节写进 tasks", "put related ones together and make the details their tasks"
                ),
            )
        elif count < options.minimum:
            yield Diagnostic(
                KIND,
                position.key_at("duties"),
                Phrase(
                    f"职责只有 {count} 项，少于 {options.minimum} 项",
                    f"the number of duties is {count}, less than {options.minimum}",
                ),
                Phrase("补全职责，或按工作内容拆开", "add the duties that are missing, or split the ones there are"),
            )
