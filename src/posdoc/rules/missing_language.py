"""A text lacks a language in which most texts of its file are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Organization, Person
from posdoc.model.document import Signer
from posdoc.model.manuscript import Passage
from posdoc.phrases import Phrase
from posdoc.rules._languages import CHINESE, base_of, name_of
from posdoc.rules._passages import is_abolished
from posdoc.rules._texts import shown

KIND = Kind("POS709", "missing-language", Severity.WARNING)
WHAT = Phrase(
    "同一文件里的文字至少一半有某种打印语言，这一处却没有。没有需要翻译的字词的（数字、代号、产品名）、人名和别名不查。",
    "At least half of the texts of a file are written in one of the print languages, but this one is not. Texts without "
    "words to translate (figures, codes, product names), names of people and aliases are not looked at.",
)
WHY = Phrase(
    "打印该语言时会冒出另一种语言的句子，多半是修改后忘了翻译。整个文件只写一种语言是一种选择，不报告。",
    "The printed document falls back to the other language there; mostly a translation was forgotten after a change. A "
    "file that is written in one language throughout is a choice, and not reported.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: {zh: 售后工程师, en: Service Engineer}
purpose: {zh: 修好机组, en: Keep units running}
"""
PASSING = (
    _HEAD + "tools: [SAP ERP, {zh: 万用表, en: Multimeter}]\naliases: [售后]\n",
    _HEAD + "duties: [现场维修, 填写报告, 培训客户]\n",
)
FAILING = (
    _HEAD + "duties: [{zh: 现场维修, en: On-site repair}, «填写维修报告»]\n",
    _HEAD + "overview: {en: «Looks after units»}\n",
)
_NAMES = ("aliases", "author")
_OTHER_LETTERS = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f]")
_SMALL_WORD = re.compile(r"\b[a-z\u00e0-\u024f]{3,}\b")


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each text without a language that at least half of the texts of its file have."""
    languages = organization.languages
    partial = [
        passage
        for passage in organization.passages
        if len(passage.source.languages) < len(languages) and _is_first(passage) and _asks_for_translation(passage)
    ]
    if not partial:
        return
    having, without = _counts(organization, partial)
    for passage in partial:
        for language in languages:
            key = passage.source.span.path, language
            is_lacking = language not in passage.source.languages and not is_abolished(passage.owner)
            if is_lacking and having[key] >= without[key]:
                yield _finding(passage, language)


Counts = Counter[tuple[str, str]]
"""Numbers of texts by file and language."""


def _counts(organization: Organization, partial: list[Passage]) -> tuple[Counts, Counts]:
    """How many texts of the files with ``partial`` texts have each language, and how many lack it."""
    having, without = Counts(), Counts()
    for passage in partial:
        for language in organization.languages:
            counts = having if language in passage.source.languages else without
            counts[passage.source.span.path, language] += 1
    paths = {path for path, _ in without}
    for passage in organization.passages:
        written = passage.source.languages
        if len(written) >= len(organization.languages) and passage.source.span.path in paths:
            having[passage.source.span.path, passage.language] += 1
    return having, without


def _is_first(passage: Passage) -> bool:
    """Whether it is the first of the languages of its text, so that each text is looked at once."""
    return next(iter(passage.source.languages)) == passage.language


def _asks_for_translation(passage: Passage) -> bool:
    is_name = passage.field.name in _NAMES or isinstance(passage.owner, Person) or isinstance(passage.holder, Signer)
    if is_name:
        return False
    return any(_has_words(text, language) for language, text in passage.source.languages.items())


def _has_words(text: str, language: str) -> bool:
    """Whether it says something in its language; what is Latin only in a Chinese text is a name, or is reported as wrong."""
    if base_of(language) == "zh":
        return CHINESE.search(text) is not None
    return _OTHER_LETTERS.search(text) is not None or len(_SMALL_WORD.findall(text)) >= 2


def _finding(passage: Passage, language: str) -> Diagnostic:
    name, quote = name_of(language), shown(passage.text.replace("\n", " "))
    written = "".join(f"{tag}: …, " for tag in passage.source.languages)
    return Diagnostic(
        KIND,
        passage.span(),
        Phrase(
            f"“{quote}”没有{name.zh}，而本文件的文字大多有",
            f"'{quote}' is not there in {name.en}, though most texts of this file are",
        ),
        Phrase(
            f"补写 {language}：{{{written}{language}: …}}",
            f"add {language}: {{{written}{language}: …}}",
        ),
    )
