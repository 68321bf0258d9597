"""Names of positions and units, reduced to what tells them apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from posdoc.diagnostics import Span
from posdoc.model import Text

_NOISE = re.compile(r"[\W_]+")
_CHINESE = re.compile("[\u3400-\u9fff]")
_HEADS = "经理|主管|主任|组长|科长|部长|总监|负责人"

_SAME = {"售后服务": "售后", "客户服务": "客服", "人员": "员", "部门": "部", "技术服务": "技术支持"}
_STOREKEEPER = re.compile("(?:仓库|库|仓)+(?:管理员|保管员|管员|管|员)$")
_UNIT_BEFORE_HEAD = re.compile(
    rf"(?<=..)(?<![总本内外东南西北中全小班机干])(?P<unit>部|组|科|中心)(?=副?(?:{_HEADS})$)"
)
_MISTAKABLE = str.maketrans("尸未己巳士曰入千帅冶侯帐订份象做惟後", "户末已已土日人干师治候账定分像作维后")
"""Characters that are mistaken for one another, by their shape or by their sound."""

_ENGLISH_SAME = {
    "after-sales service": "after-sales", "after sales": "after-sales", "aftersales": "after-sales", "&": " and ",
    "dept.": "department", "mgr.": "manager", "mgr": "manager", "centre": "center",
}  # fmt: skip

_TELLING = frozenset(
    "副正总主助代高中初首大小老新旧内外上下前后东南西北甲乙丙丁一二三四五六七八九十库室班队站厂店处车电水气网长"
)
"""A single character more makes another position of it: 副经理, 总工程师, 二车间主任, 配件库主管."""
_SHORTEST_SLIP = 5
_SHORTEST_WORD = 6


def name_of(text: Text | None) -> str:
    """The name that is compared with others: the Chinese one if there is any."""
    return text.in_("zh") if text is not None else ""


def place_of(text: Text) -> Span:
    """Where the name that is compared stands."""
    return text.span_of("zh" if "zh" in text.languages else next(iter(text.languages)))


def is_chinese(name: str) -> bool:
    """Whether there are Chinese characters in it."""
    return _CHINESE.search(name) is not None


def _bare(name: str) -> str:
    """In one width, without space and punctuation; English words stay apart."""
    name = unicodedata.normalize("NFKC", name).casefold()
    if is_chinese(name):
        return _NOISE.sub("", name)
    for word, same in _ENGLISH_SAME.items():
        name = name.replace(word, same)
    return " ".join(_NOISE.sub(" ", name).split())


def title_key(title: str) -> tuple[str, str]:
    """What tells a title from others, and the kind of unit that it mentions before 经理, 主管 … (部, 组), if any.

    Interchangeable words are one: 仓库员 and 仓管员, 人员 and 员, 售后服务 and 售后; a final 员 counts for nothing, nor
    does which of two characters it is that are easily mistaken. Levels, numbers and regions all tell apart.
    """
    key = _bare(title)
    if not is_chinese(key):
        return key, ""
    for word, same in _SAME.items():
        key = key.replace(word, same)
    key = _STOREKEEPER.sub("仓管", key)
    unit = _UNIT_BEFORE_HEAD.search(key)
    if unit is not None:
        key = key[: unit.start()] + key[unit.end() :]
    if len(key) > 2:
        key = key.removesuffix("员")
    return key.translate(_MISTAKABLE), unit["unit"] if unit is not None else ""


def slips(key: str) -> Iterator[str]:
    """The keys of which ``key`` may be a slip: a character inside it too many, or two of them the wrong way round.

    One character in the place of another is no slip but another word, as a rule: 新件主管 and 旧件主管, 服务 and 财务.
    In English a letter too many counts in words of six letters at least, so that Plan and Plant stay apart.
    """
    if is_chinese(key):
        if len(key) >= _SHORTEST_SLIP:
            yield from _chinese_slips(key)
    else:
        words = key.split(" ")
        for place, word in enumerate(words):
            if len(word) >= _SHORTEST_WORD and word.isalpha():
                for other in _word_slips(word):
                    yield " ".join([*words[:place], other, *words[place + 1 :]])


def _chinese_slips(key: str) -> Iterator[str]:
    for at in range(1, len(key) - 1):
        if key[at] not in _TELLING and is_chinese(key[at]):
            yield key[:at] + key[at + 1 :]
    yield from _swapped(key)


def _word_slips(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
    yield from _swapped(word)


def _swapped(key: str) -> Iterator[str]:
    for at in range(len(key) - 1):
        if key[at] != key[at + 1]:
            yield key[:at] + key[at + 1] + key[at] + key[at + 2 :]


_UNIT_SAME = (
    (re.compile("部门"), "部"),
    (re.compile("客户服务"), "客服"),
    (re.compile("质量检[验查测]"), "质检"),
    (re.compile("售后(?:服务|工程)(?=部|组|科|处|中心)"), "售后"),
)
_ABBREVIATED = re.compile("(?P<body>(?:[\u3400-\u9fff]{2}){2,3})(?P<kind>部|组|科|处|室|中心)")


def unit_key(name: str) -> str:
    """What tells the name of a unit from others: 客户服务部 and 客服部, 质检部门 and 质检部 have the same."""
    key = _bare(name)
    for word, same in _UNIT_SAME:
        key = word.sub(same, key)
    return key


def abbreviation(key: str) -> str | None:
    """The key of a unit cut to the first character of each of its two or three words: 人力资源部, 人资部."""
    match = _ABBREVIATED.fullmatch(key)
    return match["body"][::2] + match["kind"] if match else None


_LEVEL = re.compile(
    "[(].*?[)]|初级|中级|高级|资深|首席|见习|实习|助理(?=工程师|技师|技术员)"
    r"|(?:[一二三四五六七八九十甲乙丙丁]|\d+)[级等档]|[ivxlc\d]+$|(?<=[\u3400-\u9fff])[a-z]$"
    "|华[东南西北中]|[东西][南北]|[东南西北中][部区]"
    r"|\b(?:junior|senior|trainee|lead|principal|chief|associate|grade|level)\b"
)
_UNIT_KIND = re.compile("(?:部门?|组|科|室|处|中心|办事处)$")


def without_level(title: str, unit: str = "") -> str:
    """A title without level, number, region and the name of its unit: what positions of one trade have in common."""
    title = unicodedata.normalize("NFKC", title).casefold()
    unit = _UNIT_KIND.sub("", unicodedata.normalize("NFKC", unit).casefold())
    core = _NOISE.sub("", _LEVEL.sub("", title.removeprefix(unit).strip()))
    return core or _NOISE.sub("", title)
