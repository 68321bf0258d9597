"""Levels of education that a text names, in Chinese or in English, from primary school to doctor."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from posdoc.model import Text

BACHELOR = 4
"""The rank of a bachelor's degree; 0 is primary school, 3 college, 6 a doctor's degree."""

_WORDS: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile(
        r"(小学)|(初中)|(高中(?!级)|中专(?!业|门|职)|中技(?!术|能)|技校|职高|中职)"
        r"|(大专(?!业)|专科|高职(?!称))|(本科(?!室|目)|学士|本(?=专科))|(硕士|研究生(?!产))|(博士)"
    ),
    "en": re.compile(
        r"\b(?:(primary school|elementary school)|(junior (?:high|middle|secondary)|(?<!senior )middle school)"
        r"|((?<!junior )high school|(?<!-)(?<!junior )secondary (?:school|vocational|technical|education)|vocational school)"
        r"|(junior college|associate'?s? degree|college (?:diploma|degree|graduate|education))"
        r"|(bachelor|undergraduate|university degree)|(master'?s|master of|postgraduate)|(doctor|ph\.?d))",
        re.IGNORECASE,
    ),
}


class Level(NamedTuple):
    """A level of education, and where the text names it."""

    rank: int
    start: int
    end: int


def levels_in(text: Text, language: str) -> Sequence[Level]:
    """Every level that the text names in one language; none for languages that are not known."""
    return _levels(text.languages.get(language, ""), language.partition("-")[0])


@lru_cache(maxsize=4096)
def _levels(words: str, language: str) -> Sequence[Level]:
    pattern = _WORDS.get(language)
    matches = pattern.finditer(words) if pattern is not None else ()
    return [Level((match.lastindex or 1) - 1, *match.span()) for match in matches]


def lowest_level(text: Text) -> int | None:
    """The lowest level that would do, in the first language that names one."""
    for language in text.languages:
        found = levels_in(text, language)
        if found:
            return min(level.rank for level in found)
    return None
