"""What the rules about duties share: which lists of duties there are, what a duty is called, where to point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Span
from posdoc.model import Duty, Organization, Position
from posdoc.phrases import Phrase

_CLAUSE_END = re.compile(r"[，。；：、,.;:\n]")
_LONGEST = {"zh": 20, "en": 50}


def positions_with_duties(organization: Organization) -> Iterator[Position]:
    """Each position in force that has duties; of those that take over one list of duties, the first alone.

    Planned positions are still being written, and nobody prints abolished ones any more: both are left alone.
    """
    seen: set[int] = set()
    for position in organization.positions:
        duties = position.duties
        if duties and id(duties) not in seen and position.is_current:
            seen.add(id(duties))
            yield position


def named(duty: Duty) -> Phrase:
    """What to call a duty in a message, quoted: its area, else how its text or its first task begins."""
    text = duty.area or duty.text or next(iter(duty.tasks), None)
    if text is None:
        return Phrase("该项职责", "this duty")
    zh, en = _shortened(text.in_("zh", "en"), "zh"), _shortened(text.in_("en", "zh"), "en")
    return Phrase(f"“{zh}”", f"'{en}'")


def _shortened(text: str, language: str) -> str:
    clause = _CLAUSE_END.split(text.strip(), maxsplit=1)[0]
    longest = _LONGEST[language]
    return clause if len(clause) <= longest else f"{clause[:longest].rstrip()}…"


def head_of(duty: Duty) -> Span:
    """The key under which a duty says what it is: its area, else its text or tasks; else the duty itself."""
    key = next((key for key in ("area", "text", "tasks") if duty.states(key)), "")
    return duty.key_at(key)
