"""The reference pages of fields and of rules, made from what is declared beside the code.

``python -m posdoc.reference docs/reference`` writes the pages anew; a test proves that they are current.
"""

from __future__ import annotations

from collections.abc import Mapping

from posdoc.reference import fields, rules

LANGUAGES = ("zh", "en")


def all_pages() -> Mapping[str, str]:
    """The text of every page by the name of its file."""
    pages = {"fields": fields.page, "rules": rules.page}
    return {f"{name}.{language}.md": page(language) for name, page in pages.items() for language in LANGUAGES}
