"""Recognizing the catch-all clause: 完成上级交办的其他工作, other duties as assigned.

It is recognized only where somebody hands out *other* work, or the words are as good as fixed: work for other
departments, other faults and following up what a superior has assigned are duties like any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from posdoc.model import Duty, Text

# --- Chinese ---------------------------------------------------------------------------------------------------
_CLAUSE = re.compile(r"[^，。；,;.!！\n]+")
_HEADS = "领导|上级|上司|经理|主任|主管|总监|组长|班长|部长|处长|店长|站长|公司|部门|单位|组织"
_WHO = rf"(?:[\u4e00-\u9fff]{{0,8}}?(?:{_HEADS}))"
_ASSIGNED = "(?:临时性?|随时)?(?:交办|交代|交待|安排|布置|指派|分派|分配|委派|下达|指定|授权|赋予)"
_WORK = "(?:(?:各项|一切|相关|有关|临时性?|日常)的?)*(?:工作任务|工作|任务|事项|事务|事宜|职责|事情)"
_MANNER = "负责|认真|积极|及时|按时|按质按量|保质保量|高效|完成好?|做好|承担|执行|办理|处理|落实|承办|以及|并"
_CORE = re.compile(
    rf"{_WHO}?{_ASSIGNED}的其[他它]{_WORK}"
    rf"|{_WHO}(?:临时)?交办其[他它]{_WORK}"
    rf"|其[他它](?:由{_WHO}|(?:各级|公司|部门|直接)?(?:领导|上级|上司))?{_ASSIGNED}的?{_WORK}"
)
_WHOLE = re.compile(rf"(?:[(（]?[\d一二三四五六七八九十]+[)）、．\s]*)?(?:{_MANNER})*(?P<core>{_CORE.pattern})")
_FIXED = re.compile(
    rf"(?:{_MANNER})*完成好?{_WHO}(?:(?:临时)?交办的?{_WORK}|{_ASSIGNED}的?临时性?(?:工作任务|工作|任务|事项))"
)
_BARE = re.compile(rf"其[他它](?:{_WORK})?|(?:{_WHO})?(?:临时)?交办(?:的?{_WORK})?|临时性?(?:工作|任务)")
_FOLLOWED_UP = re.compile("跟踪|跟进|督办|督促|催办|检查|汇总|登记|记录|传达|列入|通报|客户|用户|业主")
_AFTERTHOUGHT = re.compile("(?:并|且)?(?:及时|按时|按要求)?(?:汇报|反馈|报告|复命).*|服从.*|保证.*|确保.*")

# --- English ---------------------------------------------------------------------------------------------------
_KIND = r"(?:(?:related|relevant|reasonable|similar|ad[ -]hoc|temporary|special|additional|job-related|and|or)\s+)*"
_DUTIES = r"(?:dut(?:y|ies)|tasks?|assignments?|responsibilit(?:y|ies))"
_GIVEN = (
    r"(?:[\s,]+(?:and|or|that|which|as|when|may|might|can|are|is|be|from|time|to|reasonably))*"
    r"[\s,]+(?:assigned|required|requested|directed|instructed|delegated|given|allocated|entrusted|needed|necessary)\b"
    r"(?!\s+by\s+(?:the\s+|our\s+)?(?:customer|client|user))"
)
_ENGLISH = re.compile(
    rf"\b(?:any|such)\s+other\s+{_KIND}{_DUTIES}\b(?:{_GIVEN})?"
    rf"|\bother\s+{_KIND}(?:{_DUTIES}|work|jobs?|projects?|matters)\b{_GIVEN}",
    re.IGNORECASE,
)
_ENGLISH_LEAD = re.compile(
    r"(?:\W|\d|\b(?:to|and|also|will|may|must|shall|responsible|for|perform\w*|do|does|carry|carries|carrying|out|"
    r"undertak\w+|complet\w+|execut\w+|handl\w+|attends?|tak(?:e|es|ing)|on|fulfil\w*|any|all|such|the)\b)*",
    re.IGNORECASE,
)
_ENGLISH_BARE = re.compile(rf"(?:any )?other(?: (?:{_DUTIES}|work|matters))?", re.IGNORECASE)
_ANOTHER_POINT = re.compile(r"\b(?:and|or)\b|;", re.IGNORECASE)


class Mention(NamedTuple):
    """Where a text says that further work may be given."""

    start: int
    end: int
    is_all: bool
    """Whether the text says nothing else."""


def mention_in(text: str) -> Mention | None:
    """The catch-all clause of a text, if it has one."""
    if not _may_mention(text):
        return None
    return _chinese_mention(text) or _english_mention(text)


def _may_mention(text: str) -> bool:
    """Whether it holds one of the words that every catch-all clause has: the cheap question that comes first."""
    return "其他" in text or "交办" in text or "ther" in text or "其它" in text or "临时" in text


def _chinese_mention(text: str) -> Mention | None:
    found: list[tuple[int, int]] = []
    others_add_nothing = True
    for clause in _CLAUSE.finditer(text):
        words = clause[0].strip()
        whole = _WHOLE.fullmatch(words) or _FIXED.fullmatch(words)
        core = whole or _CORE.search(words)
        if core is None or _FOLLOWED_UP.search(words, 0, core.end()):
            others_add_nothing &= not words or _AFTERTHOUGHT.fullmatch(words) is not None
            continue
        others_add_nothing &= whole is not None
        start = clause.start() + clause[0].index(words) + core.start()
        found.append((start, start + len(core[0])))
    return Mention(*found[0], is_all=others_add_nothing) if found else None


def _english_mention(text: str) -> Mention | None:
    found = _ENGLISH.search(text)
    if found is None:
        return None
    is_lead = _ENGLISH_LEAD.fullmatch(text, 0, found.start()) is not None
    return Mention(found.start(), found.end(), is_lead and not _ANOTHER_POINT.search(text, found.end()))


def _is_bare(text: Text) -> bool:
    """Whether a heading says no more than 其他, 临时任务 or Other duties."""
    written = (words.strip(" 。.:：") for words in text.languages.values())
    return any(_BARE.fullmatch(words) or _ENGLISH_BARE.fullmatch(words) for words in written)


def _says_only_that(text: Text) -> bool:
    found = (mention_in(words) for words in text.languages.values())
    return any(mention is not None and mention.is_all for mention in found)


def is_catch_all(duty: Duty) -> bool:
    """Whether a duty says no more than that further work may be given."""
    heads = [text for text in (duty.area, duty.text) if text is not None]
    if heads and not any(_may_mention(words) for text in heads for words in text.languages.values()):
        return False
    if any(_says_only_that(text) for text in heads) or (duty.text is not None and _is_bare(duty.text)):
        return True
    if duty.area is not None and not _is_bare(duty.area):
        return False
    if duty.text is not None:
        return duty.area is not None and any(mention_in(words) for words in duty.text.languages.values())
    return bool(heads or duty.tasks) and all(_says_only_that(task) for task in duty.tasks)


def mentions_in(duty: Duty) -> Iterator[tuple[Text, str, Mention]]:
    """Each area, text or task of a duty that says so, with the first language in which it does."""
    for text in (duty.area, duty.text, *duty.tasks):
        if text is not None:
            found = ((language, mention_in(words)) for language, words in text.languages.items())
            said = next(((language, mention) for language, mention in found if mention is not None), None)
            if said is not None:
                yield text, *said
            elif text is duty.area and _is_bare(text):
                language, words = next(iter(text.languages.items()))
                yield text, language, Mention(0, len(words), is_all=True)
