"""What the rules about the language of a text share: which language it seems to be in, and what languages are called."""

from __future__ import annotations

import re

from posdoc.phrases import Phrase
from posdoc.rules._texts import HAN

CHINESE = re.compile(f"[{HAN}]")
"""A Chinese character."""
_NAMES = {"zh": Phrase("中文", "Chinese"), "en": Phrase("英文", "English")}
_ADDRESSES = re.compile(r"\S*[@/\\_]\S*")
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_SMALL_WORD = re.compile(r"(?=.*[aeiouy])[a-z'’-]+")
_WORDS_OF_A_SENTENCE, _SMALL_WORDS_OF_A_SENTENCE = 4, 3


def base_of(language: str) -> str:
    """The language of a tag without its region: ``zh`` of ``zh-Hant``."""
    return language.partition("-")[0]


def name_of(language: str) -> Phrase:
    """What a language is called; its tag where it has no name here."""
    return _NAMES.get(base_of(language), Phrase(language, language))


def is_english_sentence(text: str) -> bool:
    """Whether it reads as English prose: not a product, a title in capitals, a code, a formula or an address."""
    words = _WORD.findall(_ADDRESSES.sub(" ", text))
    if len(words) < _WORDS_OF_A_SENTENCE:
        return False
    small = sum(1 for word in words if _SMALL_WORD.fullmatch(word))
    return small >= _SMALL_WORDS_OF_A_SENTENCE and 2 * small >= len(words)
