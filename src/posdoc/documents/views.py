"""A view in one language, or in two."""

from __future__ import annotations

from collections.abc import Callable

from posdoc.locales.pair import BOTH
from posdoc.locales.words import Words
from posdoc.model import Organization
from posdoc.views.arrange import View, finished
from posdoc.views.bilingual import merge


def in_languages(organization: Organization, language: str, content: Callable[[Words], View]) -> View:
    """What ``content`` gives in a language, or that of two languages in one (``zh+en``), ready for a form."""
    first, *more = (Words(organization, tag) for tag in language.split(BOTH))
    made = content(first)
    for other in more:
        made = merge(made, content(other))
    return finished(made, first.join, first.language)
