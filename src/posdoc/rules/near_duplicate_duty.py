"""Two positions are both fully responsible for the same duty."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Duty, Organization, Percent, Position, Responsibility, Text
from posdoc.model.record import Options, declare, record
from posdoc.phrases import Phrase
from posdoc.rules._catch_all import is_catch_all
from posdoc.rules._duties import positions_with_duties
from posdoc.rules._kin import kin
from posdoc.rules._likeness import differs_in_scope, forms_of, quoted, says_enough, similar, written
from posdoc.rules._names import name_of, without_level

KIND = Kind("POS315", "near-duplicate-duty", Severity.WARNING)
WHAT = Phrase(
    "两个岗位都对相同或几乎相同的职责负全责（未写责任程度的也算负全责）。沿用关系、同一岗位的不同级别、"
    "人人都有的义务（如遵守制度、保密），以及各管本部门、本区域的职责，都不算。",
    "Two positions are both fully responsible for the same or nearly the same duty; one without a degree of "
    "responsibility counts as fully responsible. Positions based on one another, levels of one post, what everybody "
    "is obliged to do, and duties that each has for its own unit or region are left alone.",
)
WHY = Phrase(
    "两个岗位都负全责，出了问题就没有人负责。应有一个负全责，另一个写明组织、协助或部分负责。",
    "Where two are fully responsible nobody is. One should be, and the other organize, assist or have a part in it.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
duties: [{text: 负责对不良品和维修配件的退换、发放进行审查控制}]
## positions/service/storekeeper.yaml
title: 旧件仓库员
reports_to: manager
"""
PASSING = (
    _HEAD + "duties: [{text: 对不良品和维修配件的退换、发放进行审查控制, responsibility: assist}]\n",
    """\
## posdoc.yaml
organization: 公司
roots: [junior, senior]
## positions/service/unit.yaml
title: 售后部
## positions/service/junior.yaml
title: 初级维修工程师
duties: [{text: 到现场诊断并排除机组故障}]
## positions/service/senior.yaml
title: 高级维修工程师
duties: [{text: 到现场诊断并排除机组故障}]
""",
)
FAILING = (
    _HEAD + "duties: [{text: «对不良品和维修配件的退换、发放进行审查控制»}]\n",
    _HEAD + "duties: [{text: «对不良品和维修配件的发放、退换进行审核控制»}]\n",
)
_EVERYBODY = re.compile(
    r"规章制度|劳动纪律|公司制度|保密|商业秘密|[56]s\b|[56]s(?:管理|活动|工作)|安全操作规程|整洁|例会|参加.{0,10}培训"
    r"|polic(?:y|ies) and procedures|company (?:rules|policy|policies)|confidential|safety rules|other duties",
    re.IGNORECASE,
)
"""What everybody is obliged to do, each for himself."""
_OWN = re.compile(
    r"本(?:部|组|班|区|科|室|办|站|店|厂|岗|车间|单位|辖|职|片)|所(?:辖|属|在|管|负责)|辖区|分管|下属|各自|自己"
    r"|\b(?:own|their|his|her|assigned|respective)\b",
    re.IGNORECASE,
)
"""What each does for the unit or the region that is his own."""
REMEMBERED = 8
"""With how many earlier positions that have the same form a duty is compared."""


@record
class OverlapOptions(Options):
    """How alike two duties have to be."""

    likeness: Percent | None = declare(
        "相似度", "Likeness",
        "相似度达到此值，算几乎相同。",
        "From this likeness on two texts are nearly the same.",
        "90%", default=Percent(Decimal(85), Decimal(85)),
    )  # fmt: skip


OPTIONS = OverlapOptions


class _Item(NamedTuple):
    """A duty for which a position is fully responsible, as it is compared."""

    place: int
    position: Position
    duty: Duty
    text: Text
    language: str
    words: str


def check(organization: Organization, options: OverlapOptions) -> Iterator[Diagnostic]:
    """Each duty that an earlier position has as well; it is compared with the first that has it."""
    items = list(_items(organization))
    forms = forms_of([item.words for item in items])
    ordered = {form: place for place, form in enumerate(dict.fromkeys(filter(says_enough, forms)))}
    distinct = list(ordered)
    near: dict[str, list[str]] = defaultdict(list)
    likeness = float(options.likeness.low) / 100 if options.likeness is not None else 1.0
    for later, earlier in similar(distinct, likeness):
        near[distinct[later]].append(distinct[earlier])
        near[distinct[earlier]].append(distinct[later])
    crowds = _Crowds(organization)
    for item, form in zip(items, forms, strict=True):
        if form in ordered:
            yield from crowds.meet(item, form, near.get(form, ()))


def _items(organization: Organization) -> Iterator[_Item]:
    place = 0
    for position in positions_with_duties(organization):
        for duty in position.duties:
            if duty.text is not None and _is_full(duty):
                yield _Item(place, position, duty, duty.text, *written(organization, duty.text))
                place += 1


def _is_full(duty: Duty) -> bool:
    if duty.responsibility is None:
        return not duty.states("responsibility")
    return duty.responsibility is Responsibility.FULL


class _Crowds:
    """The duties met so far by their forms; of positions that are one post only the first."""

    def __init__(self, organization: Organization) -> None:
        self._organization = organization
        self._kin: Mapping[str, str] = kin(organization)
        self._posts: dict[str, tuple[str, str]] = {}
        self._met: dict[str, dict[tuple[str, str], _Item]] = defaultdict(dict)

    def meet(self, item: _Item, form: str, near: Sequence[str]) -> Iterator[Diagnostic]:
        """A finding where an earlier position has the duty as well."""
        own = self._post(item.position)
        candidates = [
            (other, like)
            for like in (form, *near)
            for post, other in self._met[like].items()
            if post[0] != own[0] and post[1] != own[1]
        ]
        for other, like in sorted(candidates, key=lambda candidate: candidate[0].place):
            if _overlap(item, form, other, like):
                yield _finding(item, other, "相同" if form == like else "几乎相同", "" if form == like else "nearly ")
                break
        if len(self._met[form]) < REMEMBERED:
            self._met[form].setdefault(own, item)

    def _post(self, position: Position) -> tuple[str, str]:
        """What positions that are the same post in the end have in common: what they are based on, their trade."""
        known = self._posts.get(position.id)
        if known is not None:
            return known
        unit = self._organization.units_by_id.get(position.unit)
        title = name_of(position.title)
        trade = without_level(title, name_of(unit.title) if unit is not None else "") if title else position.id
        return self._posts.setdefault(position.id, (self._kin[position.id], trade))


def _overlap(item: _Item, form: str, other: _Item, like: str) -> bool:
    if form != like and differs_in_scope(form, like):
        return False
    if _EVERYBODY.search(item.words) or is_catch_all(item.duty) or is_catch_all(other.duty):
        return False
    return item.position.unit == other.position.unit or not _OWN.search(item.words)


def _finding(item: _Item, other: _Item, how_zh: str, how_en: str) -> Diagnostic:
    title = name_of(other.position.title) or other.position.id
    quote = quoted(other.words)
    return Diagnostic(
        KIND,
        item.text.span_of(item.language),
        Phrase(
            f"这项职责与“{title}”的职责“{quote.zh}”{how_zh}，两个岗位都负全责",
            f"'{title}' has {how_en}the same duty, '{quote.en}', and both are fully responsible for it",
        ),
        Phrase(
            "由一个岗位负全责，另一个用 responsibility 写明 organize、assist 或 partial，"
            "或写清各自的范围；同一岗位设在多处时用 based_on",
            "leave one fully responsible and state responsibility in the other (organize, assist or partial), or say "
            "what each of them covers; one post in several places uses based_on",
        ),
        (Related(other.text.span_of(other.language), Phrase(f"“{title}”的职责", f"the duty of '{title}'")),),
    )
