"""What the review of a position covers has changed since."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.reviews.standing import Standing, made_when, span_of, standings, told
from posdoc.rules._own_place import own_place

KIND = Kind("POS941", "suspect-review", Severity.WARNING)
WHAT = Phrase(
    "岗位复审（posdoc review）以后，复审时看过的内容有了变动：岗位本身及其译文、所沿用的岗位、所属部门的名称、"
    "上级的名称、目的、职责和权限、共享指标、数据提供方与考核人、晋升岗位的名称、职等和任职资格。人员变动、版本和日期、"
    "文字的换行以及无关紧要的次序不算变动。从未复审的岗位不报告；没有 reviews.yaml 就不检查。",
    "Something that the review of a position (posdoc review) covered has changed since: the position and its translation, "
    "the one it is based on, the title of its unit, the title, purpose, duties and authority of its superior, shared "
    "indicators, who supplies figures and who assesses, the title, grade and qualifications of the steps of promotion. "
    "Changes of people, versions, dates, line breaks, and of an order that says nothing do not count. Positions that were "
    "never reviewed are not reported; without a reviews.yaml nothing is looked at.",
)
WHY = Phrase(
    "说明书可能一字未改而已经不对：上级的职责变了，共享指标换了算法。要有人再看一遍，确认仍然正确，或加以修改。",
    "A job description can become wrong without a change of its own: the superior's duties were divided anew, a shared "
    "indicator is worked out in another way. Somebody has to read it again and confirm or correct it.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## reviews.yaml
positions:
  agent:
    by: 人力资源部
    date: 2026-03-10
    of:
      self: 8ae35b942d25
      superior/manager: 7bf370f64390
      unit/service: e97ade7fca30
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
purpose: """
_AGENT = """\
## positions/service/agent.yaml
reports_to: manager
title: """
_PURPOSE = "保证客户问题及时解决\n"
PASSING = (_HEAD + _PURPOSE + _AGENT + "客服专员\n",)
FAILING = (
    _HEAD + "降低维修成本\n" + _AGENT + "«客服专员»\n",
    _HEAD + _PURPOSE + _AGENT + "«客服代表»\n",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each position whose review covers something that has changed, with all that has."""
    if organization.reviews is None:
        return
    for standing in standings(organization).values():
        if standing.is_suspect:
            yield _finding(organization, standing)


def _finding(organization: Organization, standing: Standing) -> Diagnostic:
    position, stamp = standing.position, standing.stamp
    assert stamp is not None
    what, when = told(standing.changes), made_when(stamp)
    places = ((span_of(organization, change, position), change.told()) for change in standing.changes)
    return Diagnostic(
        KIND,
        own_place(position),
        Phrase(f"{when.zh}复审以后有变动：{what.zh}", f"changed since the review{when.en}: {what.en}"),
        Phrase(
            f"核对说明书，需要时修改，再运行 posdoc review {position.id}",
            f"read the job description again, correct it where it is wrong, then run: posdoc review {position.id}",
        ),
        (
            *(Related(place, phrase) for place, phrase in places if place is not None),
            Related(stamp.at("date"), Phrase("复审记录", "the review")),
        ),
    )
