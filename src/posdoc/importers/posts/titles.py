"""Titles that begin a post: 售后工程师岗位说明书, 1.0客服主管岗位职责, 售后经理（1人）, or a name before a list."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from posdoc.importers.posts.labels import Labels, number_length
from posdoc.importers.posts.lines import Bit
from posdoc.patterns import pattern

_KINDS = (
    "岗位职责及考核标准", "岗位职责与考核标准", "岗位目标和考核指标说明书", "关键业绩指标考核表", "考核指标说明书", "考核指标表",
    "绩效考核表", "岗位职责说明书", "岗位说明书", "职位说明书", "职务说明书", "职务讲明书", "工作说明书", "职责说明书",
    "岗位职责描述", "岗位描述", "职位描述", "职务描述", "岗位职责", "工作职责", "职责范围", "职责",
)  # fmt: skip
_PATHS = {"岗位职责": "duties", "工作职责": "duties", "职责范围": "duties", "职责": "duties", "关键业绩指标考核表": "kpi_sets",
          "考核指标表": "kpi_sets", "绩效考核表": "kpi_sets"}  # fmt: skip
_CHINESE = pattern(
    rf"(?P<title>[^:：，,。；;、！!？?《》“”\"\n]{{2,30}}?)(?:的)?\s*+[-—–－]*+\s*+(?P<kind>{'|'.join(_KINDS)})\s*+(?:模板|范本|样本)?\s*+(?:[（(][^（）()]*[)）])?[:：]?"
)
_ENGLISH = pattern(
    r"(?:Job|Position|Role) description\s*[:–—-]\s*(?P<after>.{2,60})"
    r"|(?P<title>.{2,60}?)(?<!\s)(?:\s*+[-–—,])?\s++(?P<kind>(?:Job|Position|Role) Description|Job Profile)",
    re.IGNORECASE,
)
_COUNTED = pattern(
    r"\s*(?P<title>[\u3400-\u9fff\w]{2,12}?)\s*[（(]?\s*(?P<count>\d{1,3}|[一二三四五六七八九十数]{1,2})\s*(?:人|名)\s*[)）]?\s*"
)
_HOLDER = pattern(r"[\u3400-\u9fff]{1,9}(?:员|管|勤|计|师|主管|经理|班长|组长|主任|助理|代表|专员|客服|文员|技工|总监)")
_HOLDER_IN_ENGLISH = pattern(
    r"[A-Z][\w &/'’-]{1,40} (?:manager|supervisor|engineer|technician|specialist|officer|clerk|agent|planner|leader|lead"
    r"|director|assistant|coordinator|representative|administrator|analyst|trainer|operator|inspector|head)",
    re.IGNORECASE,
)
_BEFORE_NAME = pattern(r"^(?>[A-Za-z]{0,4}-?\d[\d.-]*[、.\s-]+)+")
_BEHIND_NAME = pattern(
    r"(?:\s*+[-—]?\s*+(?:[(（][^()（）]*+[)）]|[vV]?\d[\d.]*\d{4}.*+|\d{4}.*+|[vV]?\d[\d.]*+|副本|终稿|定稿|最终版|final|copy))+$"
)
"""What stands around the name of a post in the name of a file: codes and numbers, versions and dates."""
_UNIT_BEFORE = pattern(
    r"(?P<company>.{2,}?公司)?(?P<unit>[\u3400-\u9fff]{2,9}?(?:部|中心|组|处|科|办事处))[-－—–\s]*(?P<title>.+)"
)
_ENDS_OF_UNIT = "部心组处科"
_NO_UNIT = pattern(r"(?:内|外|全|总|本|各|小|干|俱乐)[部组]$")
_GENERIC = frozenset({
    "经理", "副经理", "主管", "主任", "副主任", "部长", "组长", "班长", "处长", "科长", "助理", "专员", "代表", "工程师", "文员",
    "总监", "人员", "负责人", "技术员",
})  # fmt: skip
"""What needs the name of the unit before it: 售后服务部经理 is a whole title."""
_NO_POST = pattern(
    r"^(?:(?:主要|其他|其它|核心|具体|日常|重要|基本|关键)$|增加|新增|修改|补充|完善|明确|落实|履行)|组织架构|机构设置|组织结构|[及与和]$|(?:部门|部|中心|组)$"
)
"""What is no name of a post before 岗位职责: a text about a unit, 主要职责, or a sentence such as 增加上报职责."""


def document_title(bit: Bit, labels: Labels) -> tuple[Bit, Bit, str] | None:
    """The name of the post, what is left of the text, and the section that begins with it, if any."""
    text, places = _without_wide_space(bit.text)
    if len(text) > 80 or "\n" in text:
        return None
    skip = number_length(text)
    match = _CHINESE.fullmatch(text, skip)
    if match:
        end = match.end("title")
        if end - match.start("title") <= 2 and match["kind"][:2] in ("岗位", "职位"):
            end += 2
        title = bit.part(places[match.start("title")], places[end - 1] + 1)
        if labels.find(title.text) or _NO_POST.search(title.text) or not re.search(r"[\u3400-\u9fff]", title.text):
            return None
        return title, bit.part(places[end - 1] + 1), _PATHS.get(match["kind"], "")
    english = _ENGLISH.fullmatch(text) if "r" in text or "R" in text else None
    if english:
        group = "after" if english["after"] else "title"
        title = bit.part(*english.span(group))
        rest = bit.part(0, english.start("after")) if group == "after" else bit.part(english.end("title"))
        return title, rest, ""
    return None


def _without_wide_space(text: str) -> tuple[str, Sequence[int]]:
    """A text without the space that parts all its characters, and where each stands: 岗 位 说 明 书."""
    if not text[1:2].isspace() or not re.fullmatch(r"[\u3400-\u9fff](?:\s+[\u3400-\u9fff])+", text):
        return text, range(len(text))
    places = [at for at, sign in enumerate(text) if not sign.isspace()]
    return "".join(text[at] for at in places), places


def written(title: Bit) -> str:
    """The name of a post without wide space between its characters."""
    return _without_wide_space(title.text)[0]


class Parted(NamedTuple):
    """Where the unit and the title stand in a text, as beginnings and ends."""

    unit: tuple[int, int]
    title: tuple[int, int]


def without_unit(title: str) -> Parted | None:
    """The parts of a title with the name of a unit before it: 某某公司客户服务部售后工程师; None where it has none, or
    would be no title without it: 售后服务部经理.
    """
    match = _UNIT_BEFORE.fullmatch(title) if any(sign in title for sign in _ENDS_OF_UNIT) else None
    if match is None or _NO_UNIT.search(match["unit"]) or len(match["unit"]) < 3:
        return None
    if match["title"] in _GENERIC or _HOLDER.fullmatch(match["title"]) is None:
        return None
    return Parted(match.span("unit"), match.span("title"))


def is_post(text: str) -> bool:
    """Whether a short text can only be the name of a post: 配件库管员, Parts Clerk."""
    return _HOLDER.fullmatch(text) is not None or _HOLDER_IN_ENGLISH.fullmatch(text) is not None


def title_of_file(stem: str) -> str:
    """The name of the post in the name of a file: 03 配件库管员岗位说明书（2024版）."""
    plain = _BEHIND_NAME.sub("", _BEFORE_NAME.sub("", stem.replace("_", " "))).strip()
    match = _CHINESE.fullmatch(plain) or _ENGLISH.fullmatch(plain)
    title = (match["title"] or match["after"] if match.re is _ENGLISH else match["title"]).strip() if match else ""
    return title if len(title) > 1 else stem


def counted_title(bit: Bit) -> tuple[Bit, Bit] | None:
    """A post with its number of people: 售后经理（1人）."""
    text = bit.text
    match = _COUNTED.fullmatch(text) if "人" in text or "名" in text else None
    if match is None or not _HOLDER.fullmatch(match["title"]):
        return None
    return bit.part(*match.span("title")), bit.part(*match.span("count"))


def holder_title(bit: Bit, after: str) -> bool:
    """Whether a text is the name of a post before a numbered list."""
    return _HOLDER.fullmatch(bit.text) is not None and re.match(r"\s*1[、.．]", after) is not None


def same_title(one: str, other: str) -> bool:
    """Whether two titles mean one post: equal, or one with the company or unit before it."""
    first, second = "".join(one.split()), "".join(other.split())
    if not first or first == second:
        return True
    short, long = sorted((first, second), key=len)
    return long.startswith(short) or long.endswith(short)


class Titles:
    """Many titles, to see whether one of them means the same post as another title does: :func:`same_title` without a look
    at each of them.
    """

    def __init__(self, titles: Iterable[str]) -> None:
        self._titles = {"".join(title.split()) for title in titles}
        self._sorted = sorted(self._titles)
        self._mirrored = sorted(title[::-1] for title in self._titles)

    def has_same(self, title: str) -> bool:
        """Whether one of them is this title, or is part of it or has it as a part, at the beginning or the end."""
        plain = "".join(title.split())
        return (
            _begins_one(self._sorted, plain)
            or _begins_one(self._mirrored, plain[::-1])
            or any(plain[:at] in self._titles or plain[at:] in self._titles for at in range(len(plain) + 1))
        )


def _begins_one(titles: Sequence[str], beginning: str) -> bool:
    """Whether one of sorted titles begins like that: it is the first that does not come before."""
    at = bisect_left(titles, beginning)
    return at < len(titles) and titles[at].startswith(beginning)
