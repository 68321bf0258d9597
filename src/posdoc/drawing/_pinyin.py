"""How Chinese texts sound, for a search by pinyin. The only user of pypinyin, which is slow to import."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

_MOST_READINGS = 3


@lru_cache(maxsize=8192)
def sounds(text: str) -> str:
    """The syllables of a text without tones: ``"zhong/chong xin"``; nothing for a text without Chinese characters.

    A slash stands between the readings of a character whose word is unknown; ü is written v. What stands between the
    Chinese counts as a syllable of its own, in small letters; punctuation is left out.
    """
    if not any(_is_chinese(char) for char in text):
        return ""
    from pypinyin import Style, pinyin  # costs more than all the rest of the drawing

    syllables: list[str] = []
    for chinese, run in _runs(text):
        if chinese:
            found = pinyin(run, style=Style.NORMAL, heteronym=True, errors="ignore")
            syllables += ("/".join(list(dict.fromkeys(readings))[:_MOST_READINGS]) for readings in found)
        else:
            syllables.append(run.casefold())
    return " ".join(syllables)


def _runs(text: str) -> Iterator[tuple[bool, str]]:
    """The pieces of a text that are all Chinese, or all letters and digits of another script."""
    for kind, chars in groupby(text, lambda char: (_is_chinese(char), char.isalnum())):
        if any(kind):
            yield kind[0], "".join(chars)


def _is_chinese(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff" or char == "〇"
