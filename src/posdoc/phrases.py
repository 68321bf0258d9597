"""A sentence that a user can meet, in every language of the user interface.

The languages of the *interface* (messages, hints, help) are Chinese and English, and both stand beside
the code that says them. The languages of *documents* are data: see :mod:`posdoc.locales`.
"""

from __future__ import annotations

from typing import NamedTuple


class Phrase(NamedTuple):
    """One sentence in Chinese and in English."""

    zh: str
    en: str

    def in_(self, language: str) -> str:
        """The sentence in ``language`` (a tag such as ``zh-CN``); English for any other language."""
        return self.zh if language.startswith("zh") else self.en
