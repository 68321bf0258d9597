"""How the charts of a department or of a part of it are titled."""

from __future__ import annotations

from posdoc.locales.words import Words
from posdoc.model import ChartOutput, Organization


def title_of(organization: Organization, words: Words, wish: ChartOutput, kind: str) -> str:
    """The name of the root or unit that the wish asks for, or of the department, and what ``kind`` of chart it is."""
    company = organization.workspace.organization
    about = str(wish.root or wish.unit or "")
    name = words.name(about) if about else words.text(company.department) if company else ""
    gap = "" if words.language.startswith("zh") else " "
    return f"{name}{gap}{kind}".strip()
