"""A view in one language, or in two."""

from __future__ import annotations

from collections.abc import Callable

from posdoc.locales.pair import BOTH
from posdoc.locales.words import Words
from posdoc.model import Organization
from posdoc.views.arrange import View, finished
from posdoc.views.bilingual import merge

MOST_WORDS = 8
_kept: dict[tuple[int, str], Words] = {}


def words_in(organization: Organization, language: str) -> Words:
    """The words of one language, which are kept from document to document: they remember the labels they have found."""
    key = id(organization), language  # words keep their organization, so no other can have its id
    if key not in _kept:
        if len(_kept) >= MOST_WORDS:
            _kept.clear()
        _kept[key] = Words(organization, language)
    return _kept[key]


def in_languages(organization: Organization, language: str, content: Callable[[Words], View]) -> View:
    """What ``content`` gives in a language, or that of two languages in one (``zh+en``), ready for a form."""
    first = words_in(organization, language.partition(BOTH)[0])
    return finished(merged(organization, language, content), first.join, first.language)


def merged(organization: Organization, language: str, content: Callable[[Words], View]) -> View:
    """The same before its cells are set in rows: all that there is to do where it has none."""
    first, *more = (words_in(organization, tag) for tag in language.split(BOTH))
    made = content(first)
    for other in more:
        made = merge(made, content(other), (first.language, other.language))
    return made
