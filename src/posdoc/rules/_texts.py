"""What the rules about the wording of texts share: searching all texts, words to leave alone, safe edits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from posdoc.model import Hit, Manuscript, Organization
from posdoc.model.record import Options, declare, record

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff"
"""Chinese characters, to stand inside a class of a pattern."""
SHOWN: Final = 24
"""How much of a text a message repeats."""
_YAML_SIGNS: Final = "\"'[]{}*&!%@`#?:-,>|~="
"""What a plain scalar of YAML must not begin with."""


@record
class AllowOptions(Options):
    """The parameter of a rule that can be told to leave words alone."""

    allow: tuple[str, ...] = declare(
        "放行词语",
        "Words allowed",
        "含有所指文字、但不必报告的词语。",
        "Words with the text in question that are not to be reported.",
        ["XX系列"],
        default=(),
    )


def is_chinese(language: str) -> bool:
    """Whether a language tag is one of Chinese."""
    return language == "zh" or language.startswith("zh-")


def chinese_manuscripts(organization: Organization) -> Iterator[Manuscript]:
    """All texts in Chinese, of every kind of Chinese by itself."""
    for language, manuscript in organization.manuscripts.items():
        if is_chinese(language):
            yield manuscript


def search_for(manuscript: Manuscript, patterns: Iterable[tuple[str, re.Pattern[str]]]) -> Iterator[Hit]:
    """What the patterns find. Each stands beside a part of all that it finds: looking for that costs far less."""
    for needle, pattern in patterns:
        if needle in manuscript.text:
            yield from manuscript.search(pattern)


def without_overlaps(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Hits in the order of the text, without those that overlap one before them."""
    end = 0
    for hit in sorted(hits, key=lambda hit: (hit.match.start(), -hit.match.end())):
        if hit.match.start() >= end:
            end = hit.match.end()
            yield hit


def is_allowed(hit: Hit, allow: tuple[str, ...]) -> bool:
    """Whether what was found is, or is part of, a word to be left alone."""
    return any(word in hit.passage.text[max(0, hit.end - len(word)) : hit.start + len(word)] for word in allow if word)


def is_quoted(hit: Hit) -> bool:
    """Whether it stands between quotation marks, as in a greeting that the staff are to use."""
    before = hit.passage.text[: hit.start]
    straight = before.count('"') % 2 == 1
    return straight or any(before.rfind(opening) > before.rfind(closing) for opening, closing in ("“”", "「」", "『』"))


def shown(text: str) -> str:
    """A text as messages repeat it: cut where it is long."""
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def can_begin(text: str) -> bool:
    """Whether a value may begin with ``text`` in whatever style it is written, so that an edit leaves good YAML."""
    return bool(text) and text[0] not in _YAML_SIGNS and not text[0].isspace()
