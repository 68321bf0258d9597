"""What was read of one file."""

from __future__ import annotations

from dataclasses import dataclass, field

from posdoc.importers.pieces import Foreign
from posdoc.importers.posts.draft import Draft
from posdoc.importers.posts.lines import Line


@dataclass
class FileRead:
    """What was read of one file: its posts, what it says of the unit, and its lines in reading order."""

    foreign: Foreign
    drafts: list[Draft] = field(default_factory=list)
    unit: Draft = field(default_factory=Draft)
    lines: list[Line] = field(default_factory=list)
    language: str = ""
    """The language of its texts, where that is not the first language of the workspace."""
