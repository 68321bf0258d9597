"""Non-words that a careless replacement or character recognition left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Hit, Organization
from posdoc.model.record import Options, declare, record
from posdoc.phrases import Phrase
from posdoc.rules._texts import chinese_manuscripts, is_allowed

KIND = Kind("POS719", "suspicious-substitution", Severity.INFO)
WHAT = Phrase(
    "文字里有批量替换或文字识别留下的怪词，如客尸（客户）、目注（关注）、运算机（计算机）、讲明书（说明书）。",
    "A text has a non-word that a replacement of words or character recognition left.",
)
WHY = Phrase(
    "怪词说明这段文字不是按原意写下来的，别处可能也有走样。",
    "It shows that the text was not written as it stands; other words in it may be wrong as well.",
)
LOCAL = True


@record
class SubstitutionOptions(Options):
    """Further words, and words to leave alone."""

    words: tuple[str, ...] = declare(
        "另查词语", "Further words",
        "另外要查的词，写成“错词=正词”；正词可以不写。",
        "Further words to look for, as wrong=right; the right one may be left out.",
        ["客护=客户"], default=(),
    )  # fmt: skip
    allow: tuple[str, ...] = declare(
        "放行词语", "Words allowed", "不必报告的词语。", "Words that are not to be reported.", ["运算机房"], default=(),
    )  # fmt: skip


OPTIONS = SubstitutionOptions
_HEAD = """\
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
PASSING = (
    "## posdoc.yaml\norganization: 公司\n"
    + _HEAD
    + "purpose: 组织项目注册，编写咨询题库，自己经办的水管埋设当日完成\n",
)
FAILING = (
    "## posdoc.yaml\norganization: 公司\n" + _HEAD + "purpose: 定期拜访«客尸»\n",
    """\
## posdoc.yaml
organization: 公司
rules: {options: {suspicious-substitution: {words: [客护=客户, 嘎嘎]}}}
"""
    + _HEAD
    + "purpose: 定期拜访«客护»\n",
)

_WRONG = {
    "客尸": "客户", "修改晚上": "修改完善", "网网址": "网址", "咨询题": "问题", "运算机": "计算机", "讲明书": "说明书",
    "目注": "关注", "不断完美": "不断完善", "投拆": "投诉", "报俢": "报修", "维俢": "维修", "工怍": "工作", "服努": "服务",
    "管埋": "管理", "质童": "质量", "职贡": "职责", "贡任": "责任", "负贡": "负责", "岗住": "岗位", "培圳": "培训",
    "陪训": "培训", "反溃": "反馈", "及吋": "及时", "按吋": "按时", "曰常": "日常", "曰期": "日期", "每曰": "每日",
    "帮肋": "帮助", "协肋": "协助", "完戍": "完成", "侍遇": "待遇", "拫据": "根据", "巳经": "已经", "己经": "已经",
    "时侯": "时候", "等侯": "等候", "酉己件": "配件",
}  # fmt: skip
"""Each non-word and what was meant."""
_RIGHT_AROUND = {
    "咨询题": ("", "库目"), "己经": ("自知异", ""), "岗住": ("", "宿房处址院"), "管埋": ("", "地设深入"),
    "目注": ("项科题栏节数账帐条头类品细剧醒书编", "册释意明重"), "网网址": ("联官内外", ""),
}  # fmt: skip
"""The characters before and behind with which it is part of good words."""


def check(organization: Organization, options: SubstitutionOptions) -> Iterator[Diagnostic]:
    """Each non-word."""
    further = _further(options.words)
    if further:
        pattern = re.compile("|".join(re.escape(word) for word in sorted(further, key=len, reverse=True)))
        for manuscript in organization.manuscripts.values():
            yield from (
                _finding(hit, further) for hit in manuscript.search(pattern) if not is_allowed(hit, options.allow)
            )
    for manuscript in chinese_manuscripts(organization):
        for hit in manuscript.search(_pattern()):
            if hit.match[0] not in further and not is_allowed(hit, options.allow):
                yield _finding(hit, _WRONG)


def _further(words: tuple[str, ...]) -> dict[str, str]:
    pairs = (re.split("[=＝→]", word, maxsplit=1) for word in words)
    return {pair[0].strip(): pair[-1].strip() if len(pair) > 1 else "" for pair in pairs if pair[0].strip()}


@cache
def _pattern() -> re.Pattern[str]:
    """All non-words; every branch begins with a plain character, which makes the search fast."""
    return re.compile("|".join(_branch(word) for word in _WRONG))


def _branch(word: str) -> str:
    before, behind = _RIGHT_AROUND.get(word, ("", ""))
    not_before = f"(?<![{before}]{word[0]})" if before else ""
    not_behind = f"(?![{behind}])" if behind else ""
    return f"{word[0]}{not_before}{word[1:]}{not_behind}"


def _finding(hit: Hit, words: Mapping[str, str]) -> Diagnostic:
    wrong = hit.match[0]
    right = words[wrong]
    own = Phrase("改成实际要说的词", "write the word that is meant")
    return Diagnostic(
        KIND,
        hit.span,
        Phrase(f"“{wrong}”不像一个词", f"'{wrong}' is not a word"),
        Phrase(f"是否想写“{right}”？", f"did you mean '{right}'?") if right else own,
    )
