"""Cuts a line where headings, labels and numbered items begin that were run together, as in texts copied from the web.

A line of a careful document comes back whole: it is cut only where the cut can hardly be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from posdoc.importers.posts.labels import Labels
from posdoc.importers.posts.lines import Bit
from posdoc.patterns import pattern

_CHINESE = r"[\u3400-\u9fff]"
_SECTION = pattern(r"(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]、?)\s*")
_TITLED = pattern(
    r"^\s*(?:\d{1,2}(?:\.\d+)?\s*)?[\u3400-\u9fffA-Za-z（）()]{2,24}?(?:岗位|职位|职务|工作)?(?:职责)?说明书(?:[（(]\d[)）])?(?=[^（(\s，,。；;、和及与的])"
    r"(?!(?:模板|范本|样本)\s*$)"
)
_OF_POST = pattern(
    r"(?:员|师|管|勤|计|主管|经理|班长|组长|主任|助理|代表|客服|技工|总监|长|售后|维修|服务|岗|岗位|职位|职务|工作|指标)(?:职责)?说明书"
)
"""Before 说明书: the name of a post, or the word for one."""
_NUMBER = pattern(
    r"(?P<dotted>\d{1,2}\.\d{1,2})(?!\d|%|\s*(?:万|元|年|月|天|小时))\s*|(?P<plain>\d{1,2})(?:[、．]|\.(?!\d))\s*|[(（](?P<bracket>\d{1,2})[)）]\s*"
    r"|(?P<bare>\d{1,2})(?=[\u3400-\u9fff])"
)
_DASH = pattern(r"(?<=[\u3400-\u9fff；;。:：,，）)])\s*[-－•·]\s?(?=[\u3400-\u9fff])")
_COUNTED = pattern(
    r"(?P<title>[\u3400-\u9fff]{2,10})\s*[（(]\s*(?:[\d一二三四五六七八九十数若干]{1,3})\s*[人名]?\s*[)）](?=\s*\d)"
)
_HOLDER = pattern(
    r"(?<=[。；;作])[\u3400-\u9fff]{2,8}?(?:员|管|勤|计|统计|技师|工程师|主管|经理|班长|组长|助理)(?=1[、.．])"
)
_PAGE = pattern(r"页码\s*\d{1,3}\s*/\s*\d{1,3}|第\s*\d{1,3}\s*页\s*[，,]?\s*共\s*\d{1,3}\s*页")
_CONTENTS = pattern(r".{0,16}目录第一部分")
_NAME_ENDS = "(?:经理|主管|主任|助理|班长|文员|员|组(?!织)|库[)）])"
_IN_NAME = rf"(?:{_CHINESE}|[()（） -]){{1,8}}?"
_CHART = pattern(rf"(?>(?:{_IN_NAME}|{_NAME_ENDS}{_IN_NAME}){_NAME_ENDS}[)）]?){{6,}}(?:{_NAME_ENDS}[)）]?)?")
"""The names of posts and groups one behind the other, without a sign between them. Where a name ends is settled at once,
since trying all ends of all names would take ages; 助理 behind 经理 is read with the name that follows, or ends the chart.
"""
_LEAST_IN_CHART, _ENDS_IN_CHART = 6, "理管任长员组库"
"""How many names there are in a chart, and with which characters they end."""
_FIRST = pattern(r"\s*+[:：]?\s*+[（(]?1[)）]?[、.．\s]")
"""The first item of a list behind a heading."""
_GOES_ON = frozenset("及和与、，,")
_COLONS = frozenset(":：")
_DUTY = pattern(r"职责[一二三四五六七八九十]{1,2}(?=职责)")
_END = "。；;：:！!？?）)"
_NUMERALS = frozenset("一二三四五六七八九十")
_BEFORE_LABEL = frozenset(_END + "，,、和及与的")
GARBLED = pattern(
    r"[\u0400-\u04ff]{3,}(?:\s+[\u0400-\u04ff]+)*|[\u0b80-\u0bff]+(?:\s+[\u0b80-\u0bff]+)*|(?:\ufffd)+|(?<!\d)\d{20,}(?!\d)"
)
"""What is no text at all: scripts that no Chinese or English form is in (marks of web sites), lost characters."""
_GARBLE = (pattern(r"[\u0400-\u04ff]"), pattern(r"[\u0b80-\u0bff]"), pattern(r"\ufffd"), pattern(r"\d\d{19}"))
"""What one of is in all that."""
_ONLY_NUMBER = pattern(
    r"\d{1,2}(?:\.\d{1,2})?[、.．)）]?|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]、?|[一二三四五六七八九十]{1,3}[、.．]|[①-⑳]"
)
_IN_WORDS = pattern(r"[A-Za-z0-9],?[^\S\n]?\Z")
"""What stands before the middle of an English sentence."""
_LEAST_ITEM = 4
_RUN_ON = 30
"""A line shorter than this is not taken for several that were run together."""


def may_be_garbled(text: str) -> bool:
    """Whether it is worth while to look into a text, or into many at once, for what is no text; most have none."""
    return any(sign.search(text) for sign in _GARBLE)


def is_garbled(text: str) -> bool:
    """Whether there is nothing in a text but what is no text."""
    return may_be_garbled(text) and GARBLED.fullmatch(text) is not None


def cut(bit: Bit, labels: Labels, scope: str) -> list[Bit]:
    """The parts of a line, in order; together they are the line."""
    key = (bit.text, scope)
    if key not in labels.cuts:
        labels.cuts[key] = [(part.start - bit.start, part.end - bit.start) for part in _cut(bit, labels, scope)]
    return [Bit(bit.line, bit.start + start, bit.start + end) for start, end in labels.cuts[key]]


def _cut(bit: Bit, labels: Labels, scope: str) -> list[Bit]:
    text = bit.text
    contents = contents_length(text)
    if contents:
        return [bit.part(0, contents), *(cut(bit.part(contents), labels, scope) if contents < len(text) else ())]
    charts = list(_charts(text))
    foreign = {at for match in _PAGE.finditer(text) for at in match.span()}
    if may_be_garbled(text):
        foreign |= {at for match in GARBLED.finditer(text) for at in match.span()}
    foreign |= {at for span in charts for at in span}
    sections = list(_sections(text, labels))
    structure = {at for span in sections for at in span} | {*_posts(text)}
    structure |= {match.start() for match in _DUTY.finditer(text)}
    for start, end in _stretches(structure | {0}, len(text)):
        structure |= {start + at for at in _chains(text[start:end])}
    places = {0} | foreign | structure
    for start, end in _stretches(places, len(text)):
        inner = text[start:end]
        found = (*_labels(inner, labels, scope, run_on=bool(structure)), *_numbers(inner), *_dashes(inner))
        whole = (*sections, *charts)
        places |= {start + at for at in found if not any(one < start + at < other for one, other in whole)}
    kept = _without_bare_numbers(places, foreign, text)
    return [part for part in (bit.part(start, end) for start, end in _stretches(kept, len(text))) if part]


def contents_length(text: str) -> int:
    """How many characters of a line are a table of contents that was run together; 0 where there is none."""
    if not _CONTENTS.match(text):
        return 0
    first = text.index("第一部分")
    again = text.find("第一部分", first + 4)
    return again if again > 0 else len(text)


def is_chart(text: str) -> bool:
    """Whether a text is no more than the texts of a chart that were run together."""
    return sum(map(text.count, _ENDS_IN_CHART)) >= _LEAST_IN_CHART and _CHART.fullmatch(text) is not None


def _charts(text: str) -> Iterator[tuple[int, int]]:
    """Where the texts of a chart stand, run together."""
    if "架构" in text:
        yield from (match.span() for match in _CHART.finditer(text))


def _without_bare_numbers(places: set[int], foreign: set[int], text: str) -> list[int]:
    """The cuts without those between a number and the label behind it."""
    cuts = sorted(places)
    return [at for before, at in zip([0, *cuts], cuts, strict=False)
            if at in foreign or at == 0 or not text[before:at].strip()
            or not _ONLY_NUMBER.fullmatch(text[before:at].strip())]  # fmt: skip


def _stretches(places: Iterable[int], length: int) -> list[tuple[int, int]]:
    cuts = sorted({at for at in places if at < length})
    return list(zip(cuts, [*cuts[1:], length], strict=True))


def _sections(text: str, labels: Labels) -> Iterator[tuple[int, int]]:
    """Where ``二、岗位职责`` begins inside a line, and where it ends."""
    for match in _SECTION.finditer(text):
        found = labels.starts(text[match.end() : match.end() + 20])
        length = found.length if found else _prefixed(text[match.end() : match.end() + 26], labels)
        end = match.end() + length
        if not length or text[end : end + 1] in _GOES_ON:
            continue
        if len(text) < _RUN_ON and not (match.start() == 0 and _FIRST.match(text, end)):
            continue
        while text[end : end + 1] in _COLONS:
            end += 1
        yield match.start(), end


def _prefixed(text: str, labels: Labels) -> int:
    """The length of a label with the name of the post before it: 售后岗位技能要求."""
    titled = re.match(rf"{_CHINESE}{{4,22}}(?=[:：])", text)
    if titled and labels.ends(titled[0]):
        return titled.end()
    for start in range(1, 9):
        found = labels.starts(text[start:])
        if found and found.length >= 4 and re.fullmatch(_CHINESE + "+", text[:start]):
            return start + found.length
    return 0


def _posts(text: str) -> Iterator[int]:
    """Where a title of a document, or a post with its number of people, stands inside a line."""
    titled = _TITLED.match(text) if "说明书" in text else None
    if titled and _OF_POST.search(titled[0]):
        yield titled.end()
    if "（" in text or "(" in text:
        for match in _COUNTED.finditer(text):
            yield from match.span()
    if "1" in text and any(sign in text for sign in "。；;作"):
        for match in _HOLDER.finditer(text):
            yield from match.span()


def _labels(text: str, labels: Labels, scope: str, *, run_on: bool) -> list[int]:
    """Where labels with colons begin: all of them where a line was ``run_on`` from several or has three, else only those
    behind a sign or space.
    """
    found: list[int] = []
    safe: list[int] = []
    for colon in re.finditer(r"[:：]", text):
        start = _label_before(text, colon.start(), labels, scope, found[-1] if found else 0)
        if start is None:
            continue
        found.append(start)
        if start == 0 or text[start - 1].isspace() or text[start - 1] in _END + "，,、":
            safe.append(start)
    if len(safe) < len(found) and (run_on or len(found) >= 3):
        safe = found
    return [*safe, *_spaced(text, labels, scope)]


def _label_before(text: str, colon: int, labels: Labels, scope: str, least: int) -> int | None:
    """Where the longest label that ends at a colon begins."""
    if not labels.may_end(text[max(colon - 2, 0) : colon]):
        return None
    for length in range(32 if text[max(colon - 2, 0) : colon].isascii() else 14, 1, -1):
        start = colon - length
        if start < least:
            continue
        word = text[start:colon]
        if word[0] in _BEFORE_LABEL or not labels.find(word, scope) or word != word.strip() or word[0].isdecimal():
            continue
        if start and word[0] in _NUMERALS and word[1] not in "、.．" and text[start - 1] >= "\u3400":
            continue  # the end of a name: 张三　审核：
        if not start or not (text[start - 1] in "及和与" or _IN_WORDS.search(text[:start])):
            return start
    return None


def _spaced(text: str, labels: Labels, scope: str) -> list[int]:
    """Where labels begin that stand behind wide space, as 岗位人数␣␣␣␣职位等级."""
    starts = [match.end() for match in re.finditer(r"[^\S\n]{2,}", text)]
    if not starts:
        return []
    words = [re.split(r"[\s:：]", text[start:], maxsplit=1)[0] for start in (0, *starts)]
    known = [bool(labels.find(word, scope)) for word in words]
    return [start for start, is_known in zip(starts, known[1:], strict=True) if is_known]


CHAINS = tuple(
    tuple(chain.split())
    for chain in (
        "岗位名称 岗位编号 所在部门 岗位定员 直接上级 工资等级 直接下级 薪酬类型 所辖人员 岗位分析日期",
        "教育水平 专业 培训经历 经验 知识 技能技巧 个人素质",
        "使用工具设备 工作环境 工作时间特征 工作危险性 所需记录文档",
        "岗位关系 可直接晋升职位 可相互轮换职位 可晋升至此职位",
        "内部协调关系 外部协调关系",
        "职责表述 工作任务",
        "备注 声明 声明内容 岗位任职人(签字)",
    )
)
"""The labels of a form in wide use, in its order: where its cells were run together, nothing else parts them."""


def _chains(text: str) -> list[int]:
    """Where the labels of such a form begin."""
    if len(text) < 20:
        return []
    found: list[int] = []
    for chain in CHAINS:
        at, places = 0, []
        for label in chain:
            place = text.find(label, at)
            if place >= 0:
                places.append(place)
                at = place + len(label)
        if len(places) >= min(3, len(chain)):
            found += places
    return found


class _Candidate(NamedTuple):
    start: int
    kind: str
    number: tuple[int, ...]
    before: str

    @property
    def is_free(self) -> bool:
        """Whether it is no part of a longer number."""
        return not re.search(r"\d(?:[:：]\s*)?$|[A-Za-z]-$", self.before)


def _numbers(text: str) -> list[int]:
    """Where numbered items begin: behind a sign or at the beginning, or where numbers go on from one to the next."""
    found = [_candidate(match, text) for match in _NUMBER.finditer(text)]
    taken: dict[str, _Candidate] = {}
    cuts: list[int] = []
    for place, one in enumerate(found):
        last = taken.get(one.kind)
        after = next((other for other in found[place + 1 :] if other.kind == one.kind), None)
        goes_on = last is not None and one.number in (_after(last.number), last.number) and one.is_free
        begins = after is not None and after.number == _after(one.number) and one.is_free
        at_sign = not one.before.strip() or (one.before.rstrip()[-1] in _END and one.is_free)
        if one.kind == "bracket" and one.number != (1,) and not (goes_on or at_sign):
            begins = False  # how many there are: Apprentice (2), Fitter (3)
        if one.kind == "bare":
            goes_on, begins, at_sign = goes_on and at_sign, False, False
        if at_sign or goes_on or begins:
            taken[one.kind] = one
            taken["bare"] = one if one.kind == "plain" else taken.get("bare", one)
            cuts.append(one.start)
    return (
        cuts if len(cuts) > 1 or (cuts and cuts[0] == 0) else [at for at in cuts if text[:at].rstrip()[-1:] in "。；;"]
    )


def _candidate(match: re.Match[str], text: str) -> _Candidate:
    kind = str(match.lastgroup)
    number = tuple(int(part) for part in str(match[kind]).split("."))
    return _Candidate(match.start(), kind, number, text[: match.start()])


def _after(number: tuple[int, ...]) -> tuple[int, ...]:
    return (*number[:-1], number[-1] + 1)


def _dashes(text: str) -> list[int]:
    """Where items with dashes begin, if there are several; words joined by dashes are none."""
    if len(text) < _RUN_ON:
        return []
    found = [match.end() - len(match.group().lstrip()) for match in _DASH.finditer(text)]
    starts = text.lstrip()[:1] in "-－•·"
    if len(found) + starts < 2:
        return []
    return found if all(end - start > _LEAST_ITEM for start, end in _stretches(found, len(text))) else []
