"""A position has the same duty, or the same task, twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Duty, Organization, Percent, Position, Text
from posdoc.model.record import Options, declare, record
from posdoc.phrases import Phrase
from posdoc.rules._duties import positions_with_duties
from posdoc.rules._likeness import alike_among, differs_in_scope, forms_of, likeness_of, quoted, says_enough, written

KIND = Kind("POS314", "duplicate-duty", Severity.WARNING)
WHAT = Phrase(
    "同一岗位有两项职责（或两条任务）意思相同或几乎相同，或者一项职责只是另一项的一部分。"
    "比较时不计“负责”“工作”“进行”一类的词、标点、词序和同义词；数字、地区、范围不同的不算重复。",
    "Two duties of a position, or two of its tasks, say the same or nearly the same, or one duty is only a part of "
    "another. Filling words, punctuation, the order of words and words of one meaning make no difference; numbers, "
    "regions and the scope do.",
)
WHY = Phrase(
    "重复的职责使时间和权重被算两次，考核时也说不清按哪一项；多半是合并旧稿时留下的。",
    "Its time and weight are counted twice, and at the assessment nobody knows which one counts. Mostly it was left "
    "over when drafts were merged.",
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
    _HEAD + "duties: [{text: 每月编制配件收发存报表, time: 50%}, {text: 每季度编制配件收发存报表, time: 50%}]\n",
    _HEAD + "duties: [{text: 负责新件仓库的收货、发货和盘点}, {text: 负责旧件仓库的收货、发货和盘点}]\n",
    _HEAD
    + """\
duties:
  - {area: 旺季保障, text: 制定方案, tasks: [记录结果]}
  - {area: 培训, text: 制定方案, tasks: [记录结果]}
""",
)
FAILING = (
    _HEAD + "duties: [{text: 负责客户档案的建立、整理和归档工作}, {text: «对客户档案进行建立、整理与归档»}]\n",
    _HEAD
    + "duties: [{text: 制订配件安全库存并每月调整}, {text: 及时回访客户}, {text: «制定配件安全库存并每月及时调整»}]\n",
    _HEAD + "duties: [{text: 负责本区域内的售后服务工作}, {text: «确保本区域内售后服务工作的良性运作»}]\n",
    _HEAD
    + """\
duties:
  - {text: 处理投诉, tasks: [接到投诉后两小时内联系客户]}
  - {text: 受理报修, tasks: [«接到投诉后，两小时内联系客户。»]}
""",
)
SAME, NEARLY, MOSTLY = (
    Phrase("相同", "the same as"),
    Phrase("几乎相同", "nearly the same as"),
    Phrase("大部分相同", "mostly the same as"),
)
WORTH_A_LOOK = 0.6
"""The likeness of the bare texts from which on they are compared by what they say."""
_LIGHT = dict.fromkeys(map(ord, "的地得了和与及并或且对将把等在，。、；：,.;: "))
"""Characters that bare texts are without: a quick way to what they say."""
LARGEST_PART = 0.6
"""A duty that is contained in another one repeats it when it makes up so much of it."""


@record
class LikenessOptions(Options):
    """How alike two duties have to be."""

    likeness: Percent | None = declare(
        "相似度", "Likeness",
        "相似度达到此值，算几乎相同。",
        "From this likeness on two texts are nearly the same.",
        "90%", default=Percent(Decimal(85), Decimal(85)),
    )  # fmt: skip


OPTIONS = LikenessOptions


class _Item(NamedTuple):
    """A duty or a task, as it is compared."""

    text: Text
    duty: Duty
    language: str
    words: str

    @property
    def is_task(self) -> bool:
        return self.text is not self.duty.text


def check(organization: Organization, options: LikenessOptions) -> Iterator[Diagnostic]:
    """Each duty and each task that says what an earlier one of the same position has said."""
    likeness = float(options.likeness.low) / 100 if options.likeness is not None else 1.0
    suspects = [
        pair
        for position in positions_with_duties(organization)
        for items in _items(organization, position)
        for pair in _suspects(items)
    ]
    forms = forms_of([item.words for pair in suspects for item in pair])
    reported: set[int] = set()
    for (item, earlier), form, other in zip(suspects, forms[::2], forms[1::2], strict=True):
        how = _how_alike(item, form, earlier, other, likeness)
        if how is not None and id(item.text) not in reported:
            reported.add(id(item.text))
            yield _finding(item, earlier, how)


def _items(organization: Organization, position: Position) -> tuple[list[_Item], list[_Item]]:
    """The duties of a position, and the tasks of all its duties."""
    duties = [_Item(duty.text, duty, *written(organization, duty.text)) for duty in position.duties if duty.text]
    tasks = [_Item(task, duty, *written(organization, task)) for duty in position.duties for task in duty.tasks]
    return duties, tasks


def _suspects(items: Sequence[_Item]) -> Iterator[tuple[_Item, _Item]]:
    """Pairs of items that might be alike, the later first, in the order of the later: a quick look at the bare texts."""
    words = [item.words.translate(_LIGHT) for item in items]
    for place in range(1, len(items)):
        for earlier in alike_among(words[place], words[:place], WORTH_A_LOOK):
            yield items[place], items[earlier]


def _how_alike(item: _Item, form: str, earlier: _Item, other: str, likeness: float) -> Phrase | None:
    """How alike two items with these forms are; None where each has its own to say."""
    if not form or not other:
        return None
    if form == other:
        return SAME if says_enough(form) or _stand_together(item, earlier) else None
    if not (says_enough(form) and says_enough(other)):
        return None
    how = _how_nearly(form, other, likeness, is_task=item.is_task)
    return None if how is None or differs_in_scope(form, other) else how


def _how_nearly(form: str, other: str, likeness: float, *, is_task: bool) -> Phrase | None:
    if likeness_of(form, other) >= likeness:
        return NEARLY
    shorter, longer = sorted((form, other), key=len)
    is_part = not is_task and shorter in longer and len(shorter) >= LARGEST_PART * len(longer)
    return MOSTLY if is_part else None


def _stand_together(item: _Item, earlier: _Item) -> bool:
    """Whether texts that say little stand under the same heading."""
    return item.duty is earlier.duty if item.is_task else item.duty.area == earlier.duty.area


def _finding(item: _Item, earlier: _Item, how: Phrase) -> Diagnostic:
    noun = Phrase("任务", "task") if item.is_task else Phrase("职责", "duty")
    quote = quoted(earlier.words)
    return Diagnostic(
        KIND,
        item.text.span_of(item.language),
        Phrase(
            f"这项{noun.zh}与前面的“{quote.zh}”{how.zh}", f"this {noun.en} is {how.en} an earlier one, '{quote.en}'"
        ),
        Phrase(
            f"合并两项{noun.zh}，或写明它们有什么不同",
            f"merge the two {'tasks' if item.is_task else 'duties'}, or say what is different about them",
        ),
        (Related(earlier.text.span_of(earlier.language), Phrase("前一处在此", "the earlier one")),),
    )
