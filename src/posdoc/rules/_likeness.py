"""How alike duties are, and which of many are alike: texts reduced to what they say, and an index of their n-grams.

A text is reduced to its *form*, a string in which every character is one unit of meaning: a Chinese character, or a
whole word or number in Latin letters. What only fills (负责, 工作, 的, the, of) is left out, and words of one meaning
become one word. The likeness of two forms is the share of the units that they have in common, in the same order:
twice the longest common subsequence over both lengths, from 0 to 1.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from posdoc.model import Organization, Text
from posdoc.phrases import Phrase

SHORTEST = 8
"""Chinese forms with fewer units say too little to be compared: a heading, a catchword."""
SHORTEST_IN_WORDS = 5
GRAM = 3
"""Units in an n-gram. Thousands of duties share even the rarest pairs; longer ones do not outlive an edit."""
RAREST = 0.55
"""The share of a form's n-grams, the rarest, by which it is found (two more, so that short forms are found too)."""
CROWD = 24
"""How many forms one n-gram finds. What more of them share is boilerplate; it finds the first ones only."""
ENOUGH = 24
"""Once the rarest n-grams of a form have found so many others, the less rare are not asked."""

_FILLERS = """\
负责 同时 及时 主要 具体 认真 积极 切实 确保 做好 工作 进行 相关 有关 以及 各项
的 地 得 了 和 与 及 并 或 且 对 将 把 等 在
"""
_SYNONYMS = """\
制定 制订 拟定 拟订
编制 编写 编撰
审核 审查 审阅 核查
检查 查验 点检
处理 解决 处置
跟踪 跟进 追踪
实施 执行 落实 贯彻
开展 展开
完善 改进 改善 优化
提高 提升 增强
建立 设立 建设
汇报 上报 呈报 提报 报告
收集 搜集 采集
统计 汇总
监督 监察 督促 督导
宣传 宣讲 宣导
客户 顾客 用户
配件 零配件 零部件 备件
员工 职员 人员
维修 修理 检修
费用 开支
资料 材料
"""
_SCOPES = """\
重大 批量 特殊 疑难 日常 一般 紧急 突发 常规 首次 国内 国外 海外 境外 保内 保外 线上 线下 远程 现场
大客户 新员工 新产品 新件 旧件 东 南 西 北 除
"""
_ENGLISH_FILLERS = "a an the of and to for in on at by with from as be is are its their all responsible"
_ENGLISH_SCOPES = """\
major urgent special daily new old returned used domestic overseas foreign remote onsite incoming outgoing
inbound outbound internal external north south east west northern southern eastern western except
"""
_FIRST_SCOPE, _FIRST_WORD, _FIRST_NUMBER = 0xE000, 0xF0000, 0x100000
_ROOM = 0xFFFE
"""How many words, and how many numbers, have a character of their own (three planes of Unicode are for private use)."""
_WIDE = re.compile("[\uff01-\uff5e]+")
_NUMBER = re.compile(r"^[^\S\n]*[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、.:](?!\d)", re.MULTILINE)
_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*|\d+(?:\.\d+)*")
_NOISE = re.compile("[^\\w\n\ue000-\uf8ff\U000f0000-\U0010fffd]+")
_CHINESE = re.compile("[\u3400-\u9fff]")


def _replacements() -> Iterator[tuple[str, str]]:
    """What to write for each Chinese word that fills, means the same as another, or sets a scope; longest first."""
    found = dict.fromkeys(_FILLERS.split(), "")
    for line in _SYNONYMS.splitlines():
        first, *others = line.split()
        found |= dict.fromkeys(others, first)
    found |= {word: chr(_FIRST_SCOPE + place) for place, word in enumerate(_SCOPES.split())}
    yield from sorted(found.items(), key=lambda item: -len(item[0]))


_REPLACEMENTS = tuple(_replacements())


def written(organization: Organization, text: Text) -> tuple[str, str]:
    """The first print language that a text has, and the text in it: what is compared."""
    for language in organization.languages:
        if language in text.languages:
            return language, text.languages[language]
    return next(iter(text.languages.items()), ("", ""))


def quoted(text: str) -> Phrase:
    """A text as messages quote it: whole, or its beginning."""
    return Phrase(*(text if len(text) <= length else f"{text[: length - 1]}…" for length in (24, 60)))


def forms_of(texts: Iterable[str]) -> list[str]:
    """The form of each text. Only forms of one call can be compared: Latin words are numbered anew in each."""
    lines = [text.replace("\n", " ") for text in texts]
    if not lines:
        return []
    joined = "\n".join(lines)
    joined = _WIDE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), joined)
    joined = _WORD.sub(_Numbering(), _NUMBER.sub("", joined.casefold()))
    for word, character in _REPLACEMENTS:
        joined = joined.replace(word, character)
    return _NOISE.sub("", joined).split("\n")


class _Numbering:
    """Gives each word or number in Latin letters a character of its own, the same for singular and plural."""

    def __init__(self) -> None:
        self._characters: dict[str, str] = dict.fromkeys(_ENGLISH_FILLERS.split(), "")
        self._scopes = frozenset(_ENGLISH_SCOPES.split())

    def __call__(self, match: re.Match[str]) -> str:
        word = match[0]
        if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
            word = word[:-1]
        if word not in self._characters:
            first = _FIRST_NUMBER if word[0].isdigit() or word in self._scopes else _FIRST_WORD
            self._characters[word] = chr(first + len(self._characters) % _ROOM)
        return self._characters[word]


def says_enough(form: str) -> bool:
    """Whether a form is long enough to be compared: 8 Chinese characters, or 5 words."""
    return len(form) >= SHORTEST or (len(form) >= SHORTEST_IN_WORDS and not _CHINESE.search(form))


def differs_in_scope(one: str, other: str) -> bool:
    """Whether two forms that are alike are about different things all the same.

    They are where a number, a region or a word such as 重大 or "urgent" stands in one only, where a Latin word stands
    in one only of two Chinese texts, and where one word takes the place of another (配件 and 工具). Words that were
    only added, left out or moved make no difference.
    """
    from rapidfuzz.distance import Levenshtein

    added, missing = Counter(one) - Counter(other), Counter(other) - Counter(one)
    if any(_sets_scope(unit, one) for unit in added | missing):
        return True
    return any(
        edit.tag == "replace"
        and not added.keys().isdisjoint(one[edit.src_start : edit.src_end])
        and not missing.keys().isdisjoint(other[edit.dest_start : edit.dest_end])
        for edit in Levenshtein.opcodes(one, other)
    )


def _sets_scope(unit: str, form: str) -> bool:
    is_latin_word = _FIRST_WORD <= ord(unit) < _FIRST_NUMBER
    is_scope = ord(unit) >= _FIRST_NUMBER or _FIRST_SCOPE <= ord(unit) < _FIRST_SCOPE + len(_SCOPES)
    return is_scope or (is_latin_word and _CHINESE.search(form) is not None)


@cache
def _compared() -> tuple[Callable[..., list[tuple[str, float, int]]], Callable[..., float]]:
    """What compares texts, imported when the first two are to be compared."""
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    return process.extract, Indel.normalized_similarity


def likeness_of(one: str, other: str) -> float:
    """The likeness of two forms, or of any two texts: 0 where they have nothing in common, 1 where they are equal."""
    return _compared()[1](one, other)


def alike_among(form: str, others: Sequence[str], likeness: float) -> list[int]:
    """The places in ``others`` of the forms whose likeness to ``form`` is at least ``likeness``, in order."""
    extract, scorer = _compared()
    return sorted([found[2] for found in extract(form, others, scorer=scorer, score_cutoff=likeness, limit=None)])


def similar(forms: Sequence[str], likeness: float) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``forms`` whose forms are alike, the later place first, in the order of the later.

    Equal forms should be given once. The time grows with the number of forms and not with its square: each form
    is looked up by its rarest n-grams, and what they find is compared. ``benchmarks/likeness.py`` measures how many
    pairs that misses: less than 1 %.
    """
    grams = [{form[at : at + GRAM] for at in range(len(form) - GRAM + 1)} for form in forms]
    frequency = Counter(chain.from_iterable(grams))
    found_by: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(grams):
        candidates: set[int] = set()
        for gram in sorted(own, key=frequency.__getitem__)[: int(len(own) * RAREST) + 2]:
            if frequency[gram] > 1:
                known = found_by[gram]
                if len(candidates) < ENOUGH:
                    candidates.update(known)
                if len(known) < CROWD:
                    known.append(place)
        if candidates:
            earlier = list(candidates)
            for near in alike_among(forms[place], [forms[other] for other in earlier], likeness):
                yield place, earlier[near]
