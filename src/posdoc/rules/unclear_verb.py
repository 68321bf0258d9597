"""A duty or function says nothing that anybody could do or check."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Severity, Span
from posdoc.model import Duty, Organization, UnitFunction
from posdoc.model.manuscript import Manuscript, Passage
from posdoc.model.record import Options, declare, record
from posdoc.phrases import Phrase
from posdoc.rules._languages import base_of
from posdoc.rules._passages import field_marks, holding, is_abolished, matching, within
from posdoc.rules._texts import shown

KIND = Kind("POS711", "unclear-verb", Severity.INFO)
WHAT = Phrase(
    "职责、任务或职能只说“做好相关工作”“处理日常事务”，没有说做什么。“相关部门”“相关记录”不算，“完成上级交办的其他工作”也不算。",
    "A duty, task or function only speaks of 'related matters' or of helping 'as needed' and does not say what is done. "
    "'Related records' is fine, and so is the customary 'other duties as assigned'.",
)
WHY = Phrase(
    "看不出做什么，就无法分工、考核和交接。",
    "Work that is not named can be neither assigned, nor assessed, nor handed over.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
## positions/service/unit.yaml
title: 售后部
## positions/service/clerk.yaml
title: 售后内勤
"""
PASSING = (
    _HEAD
    + "duties: [与相关部门核对维修记录, 整理相关工作记录, '处理日常事务，包括收发文件、登记考勤', 完成上级交办的其他工作]\n",
    _HEAD + "duties: [{text: {zh: 归档, en: 'Keep related records; other duties as assigned'}}]\n",
)
FAILING = (
    _HEAD + "duties: [{text: 客户投诉, tasks: [«负责售后等相关工作»。]}]\n",
    _HEAD + "duties: [{text: {zh: 归档, en: «Handle related matters»}}]\n",
)


@record
class PhraseOptions(Options):
    """The words that this rule knows beyond its own."""

    phrases: tuple[str, ...] = declare(
        "其他空话", "Further phrases", "另外要报告的说法，照原文查找。", "Further wordings to be reported, as they stand.",
        ["做好各项工作"], default=())  # fmt: skip


OPTIONS = PhraseOptions
_FIELDS = field_marks(Duty, "text", "tasks") | field_marks(UnitFunction, "title", "text")
_ZH_ANCHOR = re.compile("(?:相关|有关|日常|其他各项|各项|一些)(?:方面)?的?(?:工作|事务|事宜|任务|事项|事情)")
_EN_ANCHORS = ("elated ", "elevant ", "iscellaneous ", " general ", " routine ", "day-to-day ", " daily ", " various ",
               " needed", " required", " necessary")  # fmt: skip
_WORDINGS = {
    "zh": re.compile(
        r"(?:负责|做好|完成|处理|协助|配合|参与|开展|从事|承担|办理|跟进|落实)[^，,。；;：:（(\n]{0,20}?"
        r"(?:(?:相关|有关)(?:方面)?的?|日常|其他各项|各项|一些)(?:工作|事务|事宜|任务|事项|事情)"
        r"(?=\s*(?:$|[，,；;。）)、]))(?!\s*[，,]?\s*(?:包括|具体|其中|即|如|含))",
        re.MULTILINE,
    ),
    "en": re.compile(
        r"\b(?:participat(?:e|es|ing) in|handl(?:e|es|ing)|responsible for|(?:assist|help)(?:s|ing)? (?:with|in)"
        r"|carr(?:y|ies) out|performs?|completes?|deals? with|do|undertakes?)\s+(?:(?:all|any|other|various)\s+)?"
        r"(?:related|relevant|miscellaneous|general|routine|day-to-day|daily|various)\s+"
        r"(?:work|matters|tasks|duties|affairs|activities|issues|things|jobs)"
        r"(?=\s*(?:$|[.,;)]))(?!\s*,?\s*(?:such as|including|namely))"
        r"|\b(?:assist|help)s?(?: out)? (?:as|when|where|if) (?:needed|required|necessary)(?=\s*(?:$|[.,;)]))",
        re.MULTILINE | re.IGNORECASE,
    ),
}
_ASSIGNED = re.compile("交办|交代|安排的|指派|布置")


def check(organization: Organization, options: PhraseOptions) -> Iterator[Diagnostic]:
    """Each such wording in a duty, a task or a function."""
    phrases = [re.escape(phrase) for phrase in options.phrases if phrase]
    own = [re.compile("|".join(phrases))] if phrases else []
    for language, manuscript in organization.manuscripts.items():
        base = base_of(language)
        for passage in _candidates(manuscript, base):
            yield from _in_passage(passage, _WORDINGS[base])
        for phrase in own:
            for passage in matching(manuscript, phrase):
                yield from _in_passage(passage, phrase)


def _candidates(manuscript: Manuscript, base: str) -> list[Passage]:
    """The passages that may hold such a wording. Chinese is short enough to be searched whole."""
    if base == "zh":
        return matching(manuscript, _ZH_ANCHOR)
    return holding(within(manuscript, _FIELDS), _EN_ANCHORS) if base == "en" else []


def _in_passage(passage: Passage, wording: re.Pattern[str]) -> Iterator[Diagnostic]:
    if id(passage.field) not in _FIELDS or is_abolished(passage.owner):
        return
    for match in wording.finditer(passage.text):
        if not _ASSIGNED.search(match.group()):
            yield _finding(passage.span(match.start(), match.end()), match.group())


def _finding(place: Span, words: str) -> Diagnostic:
    quote = shown(words)
    return Diagnostic(
        KIND,
        place,
        Phrase(f"“{quote}”没有说明做什么", f"'{quote}' does not say what is done"),
        Phrase(
            "写出动作和对象，如“登记投诉并在两小时内回复”；没有可写的就删去",
            "name the action and its object, such as 'record complaints and answer within two hours', or delete it",
        ),
    )
