"""Two print languages at once, for charts in documents that are printed in both."""

from __future__ import annotations

from posdoc.locales.words import Words
from posdoc.model import Organization, Text

BOTH = "+"
"""What joins two languages: ``zh+en``."""


class PairedWords(Words):
    """Names and texts in both languages, one after the other; everything else as in the first."""

    def __init__(self, organization: Organization, first: str, second: str) -> None:
        super().__init__(organization, first)
        self._second = Words(organization, second)

    def text(self, text: Text | None) -> str:
        """A text in both languages, once where they say the same."""
        first, second = super().text(text), self._second.text(text)
        return f"{first} {second}" if first != second and first and second else first or second


def words_of(organization: Organization, language: str) -> Words:
    """The words of a language, or of two: ``zh+en``."""
    first, _, second = language.partition(BOTH)
    return PairedWords(organization, first, second) if second else Words(organization, first)
