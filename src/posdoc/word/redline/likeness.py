"""How alike two parts of a document are, by what they say and by the fields whose values they hold.

Lists count from 0, so the tags in an entry say little of which one it is: its text counts. A tag without a number, such
as that of the purpose, is of one field: it is the same one whatever it says.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from rapidfuzz.distance import Indel

LEAST = 0.4
"""Two that are less alike are not the same one, reworded."""
SAME_FIELD = 0.6
"""How alike two texts of one field are at least."""
MOST_FIELDS = 0.5
"""The share of the fields of a row that have to be the same ones."""
_NUMBERED = 0.15
"""What a common tag with a number adds."""
Tagged = tuple[str, AbstractSet[str]]
"""A text, and the tags of the content controls in it."""


def likeness_of_texts(old: str, new: str) -> float:
    """From 0 to 1: the share of the characters that stay, in their order."""
    if old == new:
        return 1.0
    return Indel.normalized_similarity(old, new)


def likeness_of_tagged(old: Tagged, new: Tagged) -> float:
    """The likeness of two texts in content controls; 0 for two of other fields, or not of the same entry."""
    alike = likeness_of_texts(old[0], new[0])
    before, after = ({tag for tag in tags if tag and not _is_numbered(tag)} for _, tags in (old, new))
    if before and after:
        shared = len(before & after) / max(len(before), len(after))
        if not shared:
            return 0.0
        if shared >= MOST_FIELDS:
            return max(alike, SAME_FIELD)
    if {tag for tag in old[1] & new[1] if tag}:
        alike = min(1.0, alike + _NUMBERED)
    return alike if alike >= LEAST else 0.0


def _is_numbered(tag: str) -> bool:
    """Whether a tag is of an entry of a list, or says nothing of a field (``=number``)."""
    return tag.startswith("=") or any(part.isdigit() for part in tag.replace("#", ".").split("."))
