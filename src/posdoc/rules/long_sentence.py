"""A sentence is too long to be read at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Preset, Severity
from posdoc.model import Organization
from posdoc.model.manuscript import Manuscript, Passage
from posdoc.model.record import Options, declare, record
from posdoc.phrases import Phrase
from posdoc.rules._languages import base_of
from posdoc.rules._passages import is_abolished
from posdoc.rules._texts import shown

KIND = Kind("POS712", "long-sentence", Severity.INFO, Preset.STRICT)
WHAT = Phrase(
    "一句话太长：中文超过 100 字（标点计入，英文单词和数字各算一字），英文超过 45 个词。计算公式不查。",
    "A sentence is too long: more than 100 characters in Chinese (a Latin word or a figure counts as one), more than 45 "
    "words in English. Formulas are not looked at.",
)
WHY = Phrase(
    "长句往往装了几件事，读的人抓不住重点，改的人也容易改漏。",
    "A long sentence mostly holds several things: readers lose the thread, and changes miss a part.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
rules: {options: {long-sentence: {zh_maximum: 20, en_maximum: 8}}}
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
"""
PASSING = (
    _HEAD + "purpose: {zh: 按约上门。修好机组。取得客户确认！, en: Arrive as agreed. Repair and explain the fault.}\n",
)
FAILING = (
    _HEAD + "purpose: 按约上门。«安全规范地把客户的机组调好修好保养好并当场讲清原因»。\n",
    _HEAD + "purpose: {zh: 修好机组, en: Be on time. «Repair the unit safely and properly and explain the cause.»}\n",
)


@record
class LengthOptions(Options):
    """How long a sentence may be."""

    zh_maximum: int = declare(
        "中文最多字数",
        "Maximum in Chinese",
        "中文一句最多多少字。",
        "The most characters of a Chinese sentence.",
        80,
        default=100,
    )
    en_maximum: int = declare(
        "英文最多词数",
        "Maximum in English",
        "英文一句最多多少词。",
        "The most words of an English sentence.",
        40,
        default=45,
    )


OPTIONS = LengthOptions
_SENTENCE = {
    "zh": re.compile(r"[^。！？；!?;\n]+"),
    "en": re.compile(r"\S(?:[^.!?;\n]|[.!?;](?!\s|$))*[.!?;]?"),
}
_COUNTED = {"zh": re.compile(r"[A-Za-z0-9.,%℃°'-]+|\S"), "en": re.compile(r"\S*\w\S*")}


def check(organization: Organization, options: LengthOptions) -> Iterator[Diagnostic]:
    """Each sentence over the limit of its language."""
    limits = {"zh": options.zh_maximum, "en": options.en_maximum}
    for language, manuscript in organization.manuscripts.items():
        base = base_of(language)
        if base in limits:
            for passage in _long_ones(manuscript, base, limits[base]):
                if passage.field.name != "formula" and not is_abolished(passage.owner):
                    yield from _in_passage(passage, base, limits[base])


def _long_ones(manuscript: Manuscript, base: str, limit: int) -> list[Passage]:
    """The passages that may hold a sentence over the limit, told by characters alone."""
    if base == "zh":
        return [passage for passage in manuscript.passages if len(passage.text) > limit]
    return [passage for passage in manuscript.passages if passage.text.count(" ") >= limit]


def _in_passage(passage: Passage, base: str, limit: int) -> Iterator[Diagnostic]:
    for match in _SENTENCE[base].finditer(passage.text):
        length = len(_COUNTED[base].findall(match.group()))
        if length > limit:
            blank = len(match.group()) - len(match.group().lstrip())
            yield _finding(
                passage, match.start() + blank, match.start() + len(match.group().rstrip()), length, limit, base
            )


def _finding(passage: Passage, start: int, end: int, length: int, limit: int, base: str) -> Diagnostic:
    quote = shown(passage.text[start:end])
    unit = Phrase("字", "characters") if base == "zh" else Phrase("个词", "words")
    return Diagnostic(
        KIND,
        passage.span(start, end),
        Phrase(
            f"“{quote}”一句长 {length} {unit.zh}，宜在 {limit} {unit.zh}以内",
            f"the sentence '{quote}' has {length} {unit.en}; {limit} are enough",
        ),
        Phrase("拆成几句，或把并列的内容写成列表", "make several sentences of it, or a list"),
    )
