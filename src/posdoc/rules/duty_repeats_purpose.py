"""A duty says again what the overview, the purpose or the background has said."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Duty, Organization, Position, Text
from posdoc.phrases import Phrase
from posdoc.rules._said_again import says_again

KIND = Kind("POS316", "duty-repeats-purpose", Severity.WARNING)
WHAT = Phrase(
    "一项职责的描述与岗位概述、目的或背景相同，或几乎相同。",
    "The text of a duty is the same, or nearly the same, as the overview, the purpose or the background.",
)
WHY = Phrase(
    "概述说明岗位为什么存在，职责说明做什么；同一句话说明其中一处没有写。",
    "The overview says why there is such a position, a duty what is done in it; where both are one sentence, one of "
    "them has not been written.",
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
PASSING = (_HEAD + "purpose: 让客户的机组故障在约定时间内得到解决。\nduties: [负责保修期内机组的上门维修与记录。]\n",)
FAILING = (
    _HEAD + "overview: 配合主管处理保修期内的维修和保养问题。\nduties: [«负责处理保修期内的维修和保养问题。»]\n",
    _HEAD + "purpose: 建立并维护客户档案，定期回访客户。\nduties: [«建立并维护客户档案，并定期回访客户»]\n",
    _HEAD
    + "background: 受理三大区域的报修与投诉。\nduties: [{text: «负责受理三大区域的报修与投诉», tasks: [接听热线]}]\n",
)
_PLACES = {
    "overview": Phrase("岗位概述", "the overview"),
    "purpose": Phrase("岗位目的", "the purpose"),
    "background": Phrase("岗位背景", "the background"),
}


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each duty that repeats why the position exists; what several positions take over is compared once."""
    seen: set[tuple[int, ...]] = set()
    for position in organization.positions:
        if position.is_current and position.duties:
            reasons = _reasons(position)
            compared = (id(position.duties), *(id(text) for _, text in reasons))
            if reasons and compared not in seen:
                seen.add(compared)
                for duty in position.duties:
                    yield from _repeated(duty, reasons)


def _reasons(position: Position) -> list[tuple[str, Text]]:
    """What a position says about itself, and where."""
    texts = (("overview", position.overview), ("purpose", position.purpose), ("background", position.background))
    return [(place, text) for place, text in texts if text is not None]


def _repeated(duty: Duty, reasons: list[tuple[str, Text]]) -> Iterator[Diagnostic]:
    """A finding for the first text that the duty repeats."""
    if duty.text is None:
        return
    for place, reason in reasons:
        if _say_the_same(duty.text, reason):
            called = _PLACES[place]
            yield Diagnostic(
                KIND,
                duty.text.span,
                Phrase(f"这项职责重复了{called.zh}", f"this duty repeats {called.en}"),
                Phrase(
                    f"职责写具体做什么，{called.zh}写为什么设立岗位",
                    f"let the duty say what is done, and {called.en} why the position exists",
                ),
                (Related(reason.span, Phrase(f"{called.zh}在此", called.en)),),
            )
            return


def _say_the_same(duty: Text, reason: Text) -> bool:
    """Whether they do in the first language that both have; the others are its translations."""
    language = next((language for language in duty.languages if language in reason.languages), None)
    return language is not None and says_again(duty.languages[language], reason.languages[language])
