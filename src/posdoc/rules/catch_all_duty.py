"""A catch-all duty takes too large a share, or is not wanted, or is missing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Duty, Option, Options, Organization, Percent, Position
from posdoc.model.record import declare, record
from posdoc.phrases import Phrase
from posdoc.rules._catch_all import is_catch_all, mentions_in
from posdoc.rules._duties import positions_with_duties
from posdoc.rules._shares import WHOLE, ShareField, share_of

KIND = Kind("POS307", "catch-all-duty", Severity.WARNING)
WHAT = Phrase(
    "“完成上级交办的其他工作”之类的兜底条款占比过高（默认超过 10%；没有时间时看权重；写成范围时看下限）。"
    "也可设为不许有（forbidden）或必须有（required）。",
    "A catch-all duty (other duties as assigned) has too large a share: more than 10 % unless set otherwise, of time or, "
    "where it has none, of weight; of a range the lower end counts. It can also be forbidden, or required.",
)
WHY = Phrase(
    "兜底条款占比大，等于有一大块工作没有说清楚，也无法考核。",
    "A catch-all with a large share means that much of the work was left unsaid, and it cannot be assessed.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
_FORBIDDEN = _HEAD.replace("公司\n", "公司\nrules: {options: {catch-all-duty: {policy: forbidden}}}\n", 1)
_REQUIRED = _FORBIDDEN.replace("forbidden", "required")
PASSING = (
    _HEAD + "duties: [{text: 现场维修, time: 90%}, {text: 完成上级交办的其他工作, time: 10%}]\n",
    _HEAD + "duties: [{text: 与其他部门协调工作进度, time: 40%}, {text: 跟踪经理交办的其他事项, time: 60%}]\n",
    _REQUIRED + "duties: [现场维修, 完成领导安排的其它任务]\n",
)
FAILING = (
    _HEAD + "duties: [{text: 现场维修, time: 85%}, {area: 其他, text: 完成领导安排的其他任务, time: «15%»}]\n",
    _FORBIDDEN + "duties: [现场维修, «完成上级交办的其他工作»。]\n",
    _REQUIRED + "«duties»: [现场维修, 客户回访]\n",
)


class CatchAllPolicy(Option):
    """Whether positions may have a catch-all duty."""

    ALLOWED = "allowed", "允许", "Allowed"
    FORBIDDEN = "forbidden", "不许有", "Forbidden"
    REQUIRED = "required", "必须有", "Required"


@record
class CatchAllOptions(Options):
    """How large a catch-all duty may be, and whether there may be one."""

    maximum: Percent | None = declare(
        "最高占比",
        "Maximum",
        "兜底条款可占的最高百分比。",
        "The largest share that a catch-all duty may have.",
        "5%",
        default=Percent(Decimal(10), Decimal(10)),
    )
    policy: CatchAllPolicy = declare(
        "规定",
        "Policy",
        "兜底条款：allowed 允许、forbidden 不许有、required 必须有。",
        "Whether a catch-all duty is allowed, forbidden or required.",
        "required",
        default=CatchAllPolicy.ALLOWED,
    )


OPTIONS = CatchAllOptions


def check(organization: Organization, options: CatchAllOptions) -> Iterator[Diagnostic]:
    """Each catch-all duty over the share or forbidden, and each position without the one that it has to have."""
    most = options.maximum.low if options.maximum else WHOLE
    for position in positions_with_duties(organization):
        if options.policy is CatchAllPolicy.FORBIDDEN:
            for duty in position.duties:
                yield from _forbidden(duty)
            continue
        for duty in position.duties:
            field: ShareField = "time" if duty.states("time") else "weight"
            share = share_of(duty, field)
            if share is not None and share.low > most and is_catch_all(duty):
                yield _too_large(duty, field, share, options.maximum)
        if options.policy is CatchAllPolicy.REQUIRED and not any(map(_mentions_any, position.duties)):
            yield _absent(position)


def _mentions_any(duty: Duty) -> bool:
    return any(True for _ in mentions_in(duty))


def _too_large(duty: Duty, field: ShareField, share: Percent, most: Percent | None) -> Diagnostic:
    return Diagnostic(
        KIND,
        duty.at(field),
        Phrase(f"兜底条款占 {share}，高于 {most}", f"a catch-all duty has {share}, more than {most}"),
        Phrase(
            "把其中经常做的事写成具体职责，再降低比例",
            "name what is done regularly as duties of their own, and lower the share",
        ),
    )


def _forbidden(duty: Duty) -> Iterator[Diagnostic]:
    for text, language, mention in mentions_in(duty):
        words = text.languages[language][mention.start : mention.end]
        yield Diagnostic(
            KIND,
            text.span_of(language, mention.start, mention.end),
            Phrase(f"不许有兜底条款：“{words}”", f"catch-all duties are not allowed: '{words}'"),
            Phrase("写成具体的职责，或删去", "say which duties are meant, or take it out"),
        )


def _absent(position: Position) -> Diagnostic:
    return Diagnostic(
        KIND,
        position.key_at("duties"),
        Phrase("缺少兜底条款", "there is no catch-all duty"),
        Phrase("补一项，如“完成上级交办的其他工作”", "add one, such as: other duties as assigned"),
    )
