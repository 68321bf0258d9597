"""A share of time is no multiple of 5 %."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from posdoc.diagnostics import Diagnostic, Kind, Preset, Severity
from posdoc.model import Duty, Options, Organization, Percent
from posdoc.model.record import declare, record
from posdoc.phrases import Phrase
from posdoc.rules._duties import named, positions_with_duties
from posdoc.rules._shares import NOTHING

KIND = Kind("POS304", "duty-share-not-a-multiple", Severity.INFO, Preset.STRICT)
WHAT = Phrase(
    "一项职责的时间百分比不是 5% 的倍数。范围不检查；各项平分而除不尽的（如三项各 33.3%）也不检查。",
    "A share of time is no multiple of 5 %. Ranges are left alone, and so is time shared out evenly (three duties of "
    "33.3 % each).",
)
WHY = Phrase(
    "时间比例是估计值，写成 17% 只是看起来精确；以 5% 为一档更容易核对和比较。",
    "Shares of time are estimates; 17 % only looks exact. Steps of 5 % are easier to check and to compare.",
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
PASSING = (
    _HEAD + "duties: [{text: 上门维修, time: 65%}, {text: 建立档案, time: 35%}]\n",
    _HEAD + "duties: [{text: 上门维修, time: 58-62%}, {text: 建立档案, time: 38-42%}]\n",
    _HEAD + "duties: [{text: 维修, time: 33.3%}, {text: 保养, time: 33.3%}, {text: 调试, time: 33.4%}]\n",
)
FAILING = (_HEAD + "duties: [{text: 上门维修, time: «67%»}, {text: 建立档案, time: 33%}]\n",)


@record
class ShareStep(Options):
    """The step in which shares of time are given."""

    step: Percent | None = declare(
        "档距",
        "Step",
        "时间百分比应为它的倍数。",
        "Shares of time are to be multiples of it.",
        "10%",
        default=Percent(Decimal(5), Decimal(5)),
    )


OPTIONS = ShareStep


def check(organization: Organization, options: ShareStep) -> Iterator[Diagnostic]:
    """Each single share of time that is no multiple of the step."""
    step = options.step.low if options.step else NOTHING
    if step == NOTHING:
        return
    for position in positions_with_duties(organization):
        odd = [duty for duty in position.duties if _is_odd(duty.time, step)]
        if odd and not _is_even_split(position.duties):
            for duty in odd:
                yield _finding(duty, options.step)


def _is_odd(share: Percent | None, step: Decimal) -> bool:
    return share is not None and not share.is_range and share.low % step != NOTHING


def _is_even_split(duties: tuple[Duty, ...]) -> bool:
    """Whether all shares are the same but for rounding."""
    shares = [duty.time.low for duty in duties if duty.time is not None]
    return max(shares) - min(shares) <= 1


def _finding(duty: Duty, step: Percent | None) -> Diagnostic:
    called = named(duty)
    return Diagnostic(
        KIND,
        duty.at("time"),
        Phrase(
            f"{called.zh}的时间 {duty.time} 不是 {step} 的倍数",
            f"the time of {called.en}, {duty.time}, is no multiple of {step}",
        ),
        Phrase(f"按 {step} 一档取整，并调整其他职责", f"round it to steps of {step} and adjust the other duties"),
    )
