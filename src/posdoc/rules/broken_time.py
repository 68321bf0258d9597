"""A time of day that cannot be, or two that have run together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Manuscript, Organization, Passage
from posdoc.phrases import Phrase

KIND = Kind("POS714", "broken-time", Severity.WARNING)
WHAT = Phrase(
    "时刻写坏了：两个时刻连在一起（9:0017:00、9:00 18:00），或没有这样的时刻（25:00、9:60、9:0）。比例（1:1000、16:9）不算。",
    "A time is broken: two have run together (9:0017:00, 9:00 18:00), or there is no such time (25:00, 9:60, 9:0). "
    "Ratios such as 1:1000 or 16:9 are left alone.",
)
WHY = Phrase(
    "工作时间写坏了，考勤、加班都无从算起。",
    "Attendance and overtime are worked out from these times.",
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
    _HEAD + "conditions: {hours: 8:30—17:30，夜班 20:00–次日 8:00，轮班 8:00 16:00 24:00}\n",
    _HEAD + "tools: [1:1000 地形图, 16:9 显示屏]\nduties: [按 70:30 分配，每天 9:30 与 15:00 各查一次]\n",
)
FAILING = (
    _HEAD + "conditions: {hours: 周一至周五 «9:0017:00»}\n",
    _HEAD + "conditions: {hours: 周一至周五 «9:00 18:00»}\n",
    _HEAD + "conditions: {hours: 周一至周五 9:00—«25:00»}\n",
    _HEAD + "conditions: {hours: 周一至周五 «9:0»—18:00}\n",
)

_SIGNALS = ((":", re.compile(":(?<=[0-9]:)(?=[0-9])")), ("：", re.compile("：(?<=[0-9]：)(?=[0-9])")))
_CLOCK = "(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9]"
_JOINED = re.compile(f"(?<![0-9:：.]){_CLOCK}{_CLOCK}(?![0-9:：])")
_TIMES = re.compile(f"(?<![0-9:：]){_CLOCK}(?:[ \u3000]+{_CLOCK})+(?![0-9:：])")
_TIME = re.compile(r"(?<![0-9.])(?<![0-9][:：])([0-9]{1,2})[:：]([0-9]{1,2})(?![0-9:：.%])")
_BEFORE = re.compile(
    f"(?:{_CLOCK} ?(?:[-—–~～]+|[至到]|to|until) ?|(?:上午|下午|早上?|晚上?|中午|凌晨|时间[为是]?[:：]?|at|from|until) ?)$"
)
_AFTER = re.compile(f" ?(?:[-—–~～]+|[至到]|to|until) ?{_CLOCK}")


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each broken time."""
    for manuscript in organization.manuscripts.values():
        for passage in _with_times(manuscript):
            yield from _joined(passage)
            yield from _impossible(passage)


def _with_times(manuscript: Manuscript) -> list[Passage]:
    """The texts in which a colon stands between digits."""
    found: dict[int, Passage] = {}
    for colon, pattern in _SIGNALS:
        if colon in manuscript.text:
            found.update((id(hit.passage), hit.passage) for hit in manuscript.search(pattern))
    return list(found.values())


def _joined(passage: Passage) -> Iterator[Diagnostic]:
    found = [*_JOINED.finditer(passage.text)]
    found += [times for times in _TIMES.finditer(passage.text) if len(re.findall(_CLOCK, times[0])) == 2]
    for times in found:
        first, second = re.findall(_CLOCK, times[0])
        yield Diagnostic(
            KIND,
            passage.span(times.start(), times.end()),
            Phrase(f"“{times[0]}”是两个时刻连在一起", f"'{times[0]}' is two times run together"),
            Phrase(f"是否为 {first}—{second}？", f"did you mean '{first}–{second}'?"),
        )


def _impossible(passage: Passage) -> Iterator[Diagnostic]:
    for time in _TIME.finditer(passage.text):
        hour, minute = int(time[1]), int(time[2])
        is_short = len(time[2]) == 1
        is_one = hour <= 24 and minute <= 59 and (hour < 24 or minute == 0)
        if (is_short or not is_one) and _is_of_the_day(passage, time):
            yield _finding(passage, time, is_one)


def _is_of_the_day(passage: Passage, time: re.Match[str]) -> bool:
    """Whether it can only be a time: in the working hours, beside another one, or after such words as 上午."""
    hour, minute = time[1], time[2]
    if passage.field.name == "hours" and (int(minute) == 0 or (len(minute) == 2 and int(hour) <= 24)):
        return True
    return bool(_BEFORE.search(passage.text[: time.start()]) or _AFTER.match(passage.text, time.end()))


def _finding(passage: Passage, time: re.Match[str], is_one: bool) -> Diagnostic:
    if is_one:
        message = Phrase(f"“{time[0]}”的分钟只有一位", f"'{time[0]}' has only one digit for the minutes")
        hint = Phrase("分钟写两位，如 9:00", "write two digits for the minutes, such as 9:00")
    else:
        message = Phrase(f"没有“{time[0]}”这个时刻", f"there is no such time as '{time[0]}'")
        hint = Phrase("小时为 0 到 24，分钟为 00 到 59", "hours go from 0 to 24, minutes from 00 to 59")
    return Diagnostic(KIND, passage.span(time.start(), time.end()), message, hint)
