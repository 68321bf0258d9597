"""Posts that only a unit's own list names, as boxes of its chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from posdoc.charts.graph import Box, Line
from posdoc.locales.words import Words
from posdoc.model import ListedPost, Organization, Text, Unit


def listed_boxes(organization: Organization, words: Words, units: Iterable[Unit]) -> Iterator[Box]:
    """A box for each listed post that no position describes, below what its ``under`` names or the unit's head."""
    units = [unit for unit in units if unit.posts]
    places = _places(organization) if units else {}
    for unit in units:
        listed: dict[str, str] = {}
        for number, post in enumerate(unit.posts):
            if is_described(organization, unit, post):
                continue
            identity = f"post:{unit.id}:{number}"
            above = (listed.get(name) or places.get(name) for name in _names(post.under))
            parent = next((box for box in above if box and box != unit.id), str(unit.head or ""))
            lines = [Line(words.text(post.title))]
            lines += [Line(words.headcount(post.headcount), "subtitle")] if post.headcount else []
            listed |= dict.fromkeys(_names(post.title), identity)
            yield Box(identity, tuple(lines), parent=parent or None, group=unit.id)


def _places(organization: Organization) -> dict[str, str]:
    """The boxes that ``under`` may name, by every name in use: positions, and units by their heads."""
    found: dict[str, str] = {}
    for unit in organization.units:
        if unit.head:
            found |= dict.fromkeys([unit.id, *_names(unit.title)], str(unit.head))
    for position in organization.positions:
        found |= dict.fromkeys([position.id, *_names(position.title)], position.id)
    return found


def is_described(organization: Organization, unit: Unit, post: ListedPost) -> bool:
    """Whether a position describes the post, by its id or by one of its names."""
    if post.position:
        return True
    names = {
        name for p in organization.positions_in.get(unit.id, ()) for t in (p.title, *p.aliases) for name in _names(t)
    }
    return bool(names.intersection(_names(post.title)))


def _names(text: Text | None) -> Iterable[str]:
    return text.languages.values() if text else ()
