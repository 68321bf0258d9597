"""A superior leads more, or fewer, than one can lead well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Organization, Position, Ref
from posdoc.model.record import Options, declare, record
from posdoc.phrases import Phrase
from posdoc.rules._own_place import own_place

KIND = Kind("POS217", "span-of-control", Severity.WARNING)
WHAT = Phrase(
    "管理幅度不合适：直接下级的岗位数或人数超过上限，或岗位数少于下限。助理、拟设和已撤销的岗位不计；可按管理层级另定限度。",
    "A span of control that is too wide or too narrow: the direct reports are more positions or more people than the "
    "limits allow, or fewer positions. Assistants, planned and abolished positions do not count; levels of management "
    "may have limits of their own.",
)
WHY = Phrase(
    "直接下级太多，主管顾不过来；只带一两个岗位，往往是多设了一层。人数上限和岗位下限默认不查。",
    "Nobody can guide too many people well, and a superior of one or two positions often is a level too many. The limit "
    "for people and the lower limit are off unless they are set.",
)
LOCAL = False


@record
class LevelSpan(Options):
    """The limits of one level of management; what is left out is as for all."""

    level: Ref | None = declare(
        "层级", "Level", "上级岗位所属的层级。", "The level of the superior.", "management",
        required=True, refers_to="level",
    )  # fmt: skip
    minimum: int | None = declare(
        "最少", "Minimum", "直接下级岗位数下限。", "Fewest positions that report directly.", 2
    )
    maximum: int | None = declare("最多", "Maximum", "直接下级岗位数上限。", "Most positions that report directly.", 15)
    people_maximum: int | None = declare(
        "最多人数",
        "Maximum of people",
        "直接下级定员人数上限。",
        "Most heads of the positions that report directly.",
        30,
    )


@record
class SpanOptions(Options):
    """How wide a span of control may be."""

    minimum: int = declare(
        "最少", "Minimum", "直接下级岗位数下限；0 为不查。", "Fewest positions that report directly; 0 for no limit.", 2,
        default=0,
    )  # fmt: skip
    maximum: int = declare(
        "最多", "Maximum", "直接下级岗位数上限。", "Most positions that report directly.", 10, default=12
    )
    people_maximum: int | None = declare(
        "最多人数", "Maximum of people", "直接下级定员人数上限；不写不查。",
        "Most heads of the positions that report directly; no limit when left out.", 30,
    )  # fmt: skip
    by_level: tuple[LevelSpan, ...] = declare(
        "分层级", "By level", "各管理层级的限度，代替以上各项。", "Limits for single levels, in place of these.",
        [{"level": "management", "maximum": 15}], default=(),
    )  # fmt: skip


OPTIONS = SpanOptions
_HEAD = """\
## posdoc.yaml
organization: 公司
levels: [leadership, management]
"""
_TEAM = """\
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: «售后经理»
level: leadership
## positions/service/parts.yaml
title: 配件主管
reports_to: manager
headcount: 1
## positions/service/engineer.yaml
title: 售后工程师
reports_to: manager
headcount: 8-9
## positions/service/assistant.yaml
title: 经理助理
reports_to: manager
assistant: true
headcount: 1
"""
_PLAIN_TEAM = _TEAM.replace("«", "").replace("»", "")
_SET = "rules: {options: {span-of-control: {%s}}}\n"
PASSING = (
    _HEAD + _PLAIN_TEAM,
    _HEAD + _SET % "minimum: 2, maximum: 2, people_maximum: 9" + _PLAIN_TEAM,
    _HEAD + _SET % "maximum: 1, by_level: [{level: leadership, maximum: 2}]" + _PLAIN_TEAM,
)
FAILING = (
    _HEAD + _SET % "maximum: 1" + _TEAM,
    _HEAD + _SET % "people_maximum: 8" + _TEAM,
    _HEAD + _SET % "by_level: [{level: leadership, minimum: 3}]" + _TEAM,
    _HEAD + _SET % "by_level: [{level: «board», maximum: 20}]" + _PLAIN_TEAM,
)


class Limits(NamedTuple):
    """The limits that hold for one superior."""

    minimum: int
    maximum: int
    people_maximum: int | None


def check(organization: Organization, options: SpanOptions) -> Iterator[Diagnostic]:
    """Each superior who leads too many or too few, once; and limits for a level that there is not."""
    general = Limits(options.minimum, options.maximum, options.people_maximum)
    by_level: dict[str | None, Limits] = {}
    for entry in options.by_level:
        if entry.level is not None:
            by_level[entry.level] = _limits(entry, general)
            if entry.level not in organization.level_rank:
                yield _unknown_level(organization, entry.level)
    for superior, reports in organization.reports.items():
        position = organization.by_id.get(superior)
        if position is not None and position.is_current:
            counted = [report for report in reports if report.is_current and not report.assistant]
            yield from _findings(position, counted, by_level.get(position.level, general))


def _limits(entry: LevelSpan, general: Limits) -> Limits:
    return Limits(
        general.minimum if entry.minimum is None else entry.minimum,
        general.maximum if entry.maximum is None else entry.maximum,
        general.people_maximum if entry.people_maximum is None else entry.people_maximum,
    )


def _findings(superior: Position, counted: list[Position], limits: Limits) -> Iterator[Diagnostic]:
    posts, people = len(counted), sum(report.headcount.low or 0 for report in counted if report.headcount)
    if posts > limits.maximum:
        yield _finding(
            superior,
            Phrase(
                f"“{superior.id}”直接管理 {posts} 个岗位，超过 {limits.maximum} 个",
                f"'{superior.id}' has {_reports(posts)}, more than {limits.maximum}",
            ),
            _TOO_WIDE,
        )
    elif limits.people_maximum is not None and people > limits.people_maximum:
        yield _finding(
            superior,
            Phrase(
                f"“{superior.id}”直接管理 {people} 人，超过 {limits.people_maximum} 人",
                f"'{superior.id}' leads {people} people directly, more than {limits.people_maximum}",
            ),
            _TOO_WIDE,
        )
    elif 0 < posts < limits.minimum:
        yield _finding(
            superior,
            Phrase(
                f"“{superior.id}”只直接管理 {posts} 个岗位，少于 {limits.minimum} 个",
                f"'{superior.id}' has only {_reports(posts)}, fewer than {limits.minimum}",
            ),
            _TOO_NARROW,
        )


def _reports(number: int) -> str:
    return f"{number} direct report{'s' if number > 1 else ''}"


_TOO_WIDE = Phrase(
    "把一部分岗位交给下一级主管带；若确属合理，在 posdoc.yaml 中调高 span-of-control 的限度",
    "put a supervisor in charge of some of them, or raise the limits of span-of-control in posdoc.yaml",
)
_TOO_NARROW = Phrase(
    "考虑减少一层；若确属合理，在 posdoc.yaml 中调低 span-of-control 的 minimum",
    "see whether this level is needed, or lower the minimum of span-of-control in posdoc.yaml",
)


def _finding(superior: Position, message: Phrase, hint: Phrase) -> Diagnostic:
    return Diagnostic(KIND, own_place(superior), message, hint)


def _unknown_level(organization: Organization, level: Ref) -> Diagnostic:
    known = list(organization.level_rank)
    hint = Phrase(f"可用的层级：{'、'.join(known)}", f"levels: {', '.join(known)}")
    return Diagnostic(
        KIND,
        level.span,
        Phrase(f"没有标识为“{level}”的层级", f"there is no level with the id '{level}'"),
        hint if known else Phrase("先在 levels 中列出管理层级", "list the levels of management under levels first"),
    )
