"""One duty takes so much of the time that it hides what the position does."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Duty, Options, Organization, Percent
from posdoc.model.record import declare, record
from posdoc.phrases import Phrase
from posdoc.rules._catch_all import is_catch_all
from posdoc.rules._duties import named, positions_with_duties
from posdoc.rules._shares import WHOLE

KIND = Kind("POS306", "duty-share-too-large", Severity.WARNING)
WHAT = Phrase(
    "几项职责中有一项的时间百分比高于上限（默认 60%）；写成范围时看下限。除兜底条款外只有一项职责的岗位不检查。",
    "One duty of several has more than the largest share of time (60 % unless set otherwise); of a range the lower end "
    "counts. A position with a single duty, catch-all duties apart, is left alone.",
)
WHY = Phrase(
    "一项职责占去大半时间，多半是把几件不同的事写在了一起，无法据此考核和配人。",
    "A duty that takes most of the time is mostly several that were written as one; it can be neither assessed nor "
    "staffed for.",
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
    _HEAD + "duties: [{text: 上门维修, time: 60%}, {text: 建立档案, time: 40%}]\n",
    _HEAD + "duties: [{text: 上门维修, time: 55-70%}, {text: 建立档案, time: 30-45%}]\n",
    _HEAD + "duties: [{text: 上门维修, time: 100%}]\n",
    _HEAD + "duties: [{text: 上门维修, time: 90%}, {text: 完成上级交办的其他工作, time: 10%}]\n",
)
FAILING = (_HEAD + "duties: [{text: 上门维修, time: «75%»}, {text: 建立档案, time: 25%}]\n",)


@record
class LargestShare(Options):
    """The largest share of time that one duty of several may have."""

    maximum: Percent | None = declare(
        "最高占比",
        "Maximum",
        "几项职责中，一项可占的最高时间百分比。",
        "The largest share of time that one duty of several may take.",
        "70%",
        default=Percent(Decimal(60), Decimal(60)),
    )


OPTIONS = LargestShare


def check(organization: Organization, options: LargestShare) -> Iterator[Diagnostic]:
    """Each duty whose share of time is above the maximum, where it is not the only duty."""
    most = options.maximum.low if options.maximum else WHOLE
    for position in positions_with_duties(organization):
        for duty in position.duties:
            if duty.time is not None and duty.time.low > most and _has_others(duty, position.duties):
                yield _finding(duty, duty.time, options.maximum)


def _has_others(duty: Duty, duties: tuple[Duty, ...]) -> bool:
    return any(other is not duty and not is_catch_all(other) for other in duties)


def _finding(duty: Duty, share: Percent, most: Percent | None) -> Diagnostic:
    called = named(duty)
    return Diagnostic(
        KIND,
        duty.at("time"),
        Phrase(
            f"{called.zh}一项就占 {share} 的时间，高于 {most}", f"{called.en} takes {share} of the time, over {most}"
        ),
        Phrase("按工作内容拆成几项职责，或核对比例", "split it into the duties it is made of, or check the figure"),
    )
