"""Finds the positions, units and parties that imported definitions name, and declares those that nothing describes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from posdoc.diagnostics import Diagnostic, Span
from posdoc.foreign import kinds
from posdoc.importers.naming import Ids, same_name
from posdoc.importers.posts import Draft, Title
from posdoc.importers.shaping import text_in
from posdoc.model import Organization
from posdoc.phrases import Phrase

GRADED = {"family": "families", "grade": "grades", "level": "levels"}
REQUIRED = frozenset({"party", "position"})
"""Without these an entry says nothing: it is left out whole."""
_MOST_NAMED = 10
"""How many of the positions are named that a title may mean."""
PARTIES = frozenset({"party", "supplied_by", "role"})


@dataclass
class Named:
    """A position that was read: its draft, its id, and the folder of its unit."""

    draft: Draft
    id: str
    unit: str
    names: list[str] = field(default_factory=list)
    language: str = ""
    """The language of its texts; empty for the first of the workspace."""


@dataclass
class Declared:
    """What ``posdoc.yaml`` has to declare so that nothing dangles: entries by the key that they stand under."""

    outside_positions: list[dict[str, Any]] = field(default_factory=list)
    parties: list[dict[str, Any]] = field(default_factory=list)
    families: list[dict[str, Any]] = field(default_factory=list)
    grades: list[dict[str, Any]] = field(default_factory=list)
    levels: list[dict[str, Any]] = field(default_factory=list)


class Resolver:
    """Turns titles into ids; what several positions have for a title is left out and reported."""

    def __init__(
        self, positions: Sequence[Named], units: Mapping[str, str], ids: Ids, known: Organization | None = None
    ) -> None:
        """``units`` are titles of units with their ids; ``known`` is the workspace that is added to."""
        self._ids = ids
        self._positions: dict[str, list[str]] = {}
        for one in positions:
            for name in one.names:
                self._add(self._positions, name, one.id)
        self._units = {same_name(title): unit for title, unit in units.items()}
        self._parties: dict[str, str] = {}
        self._outside: dict[str, str] = {}
        self._graded: dict[str, dict[str, str]] = {name: {} for name in GRADED}
        self.declared = Declared()
        if known is not None:
            self._know(known)

    def _add(self, table: dict[str, list[str]], name: str, identity: str) -> None:
        entry = table.setdefault(same_name(name), [])
        if identity not in entry:
            entry.append(identity)

    def _know(self, known: Organization) -> None:
        for position in known.positions:
            for name in _names(position.title, position.aliases):
                self._add(self._positions, name, position.id)
        for unit in known.units:
            for name in _names(unit.title, unit.aliases):
                self._units.setdefault(same_name(name), unit.id)
        tables = ((known.workspace.outside_positions, self._outside), (known.workspace.parties, self._parties))
        for entries, table in tables:
            for entry in entries:
                for name in _names(entry.title, entry.aliases):
                    table.setdefault(same_name(name), str(entry.id))
        for attribute, key in GRADED.items():
            for grade in getattr(known.workspace, key):
                for name in (str(grade.id), *_names(grade.title, ())):
                    self._graded[attribute].setdefault(same_name(name), str(grade.id))

    def resolve(self, one: Named) -> list[str]:
        """Put ids in the place of titles; returns what had to be left out, as lines for a comment."""
        left_out: list[str] = []
        one.draft.data = self._walk(one.draft.data, "", one, left_out)
        return left_out

    def _walk(self, value: Any, key: str, one: Named, left_out: list[str]) -> Any:
        if isinstance(value, Title):
            return self._id(value, key, one, left_out)
        if isinstance(value, dict):
            return self._mapping(value, key, one, left_out)
        if isinstance(value, list):
            kept = [self._walk(item, key, one, left_out) for item in value]
            return [item for item in kept if item not in (None, [], {})]
        return value

    def _mapping(self, value: dict[str, Any], key: str, one: Named, left_out: list[str]) -> Any:
        scope = value.get("scope")
        made: dict[str, Any] = {}
        for name, inner in value.items():
            if isinstance(inner, Title) and name in PARTIES:
                made[name] = self._party(inner, str(scope or ""), one, left_out)
            else:
                made[name] = self._walk(inner, name if isinstance(inner, Title | list) else key, one, left_out)
        kept = {name: inner for name, inner in made.items() if inner not in (None, [], {})}
        if all(made[name] is not None for name in REQUIRED & made.keys()):
            return kept
        said = [str(kept[name]) for name in ("content", "for", "note", "name", "text") if name in kept]
        if said:
            left_out[-1] += f"：{'；'.join(said)}"
        return None

    def _id(self, title: Title, key: str, one: Named, left_out: list[str]) -> str | None:
        if key in GRADED:
            return self._grade(title, key, one.language)
        found = self._positions.get(same_name(title), [])
        others = [identity for identity in found if identity != one.id] or found
        if len(others) > 1:
            self._report_ambiguous(title, others, key, one, left_out)
            return None
        if others:
            return others[0]
        return self._declare_outside(title, one)

    def _declare_outside(self, title: Title, one: Named) -> str:
        known = self._outside.get(same_name(title))
        if known is None:
            known = self._outside[same_name(title)] = self._ids.new(title, "outside")
            self.declared.outside_positions.append({"id": known, "title": text_in(str(title), one.language)})
            one.draft.findings.append(Diagnostic(
                kinds.TITLE_UNKNOWN, Span(""),
                Phrase(f"没有名为“{title}”的岗位，记作部门外岗位", f"no position is called '{title}'; noted as one outside"),
                Phrase("如果它只是另一种叫法，请改用正确的标识，并写进 aliases",
                       "if it is another name of a position, use that id, and add the name to aliases")))  # fmt: skip
        return known

    def _party(self, title: Title, scope: str, one: Named, left_out: list[str]) -> str | None:
        name = same_name(title)
        found = self._positions.get(name, [])
        if len(found) > 1:
            self._report_ambiguous(title, found, "party", one, left_out)
            return None
        known = (
            (found[0] if found else None) or self._units.get(name) or self._parties.get(name) or self._outside.get(name)
        )
        if known is None:
            known = self._parties[name] = self._ids.new(title, "party")
            entry: dict[str, Any] = {"id": known, "title": text_in(str(title), one.language)}
            if scope in ("internal", "external"):
                entry["scope"] = scope
            self.declared.parties.append(entry)
        return known

    def find(self, title: Title, key: str) -> str | None:
        """The one position, inside or outside, that a title names; None where there is none or several. What names a
        grade, family or level is declared where it is not known yet.
        """
        if key in GRADED:
            return self._grade(title, key)
        found = self._positions.get(same_name(title), [])
        return found[0] if len(found) == 1 else self._outside.get(same_name(title)) if not found else None

    def _grade(self, title: Title, key: str, language: str = "") -> str:
        table = self._graded[key]
        known = table.get(same_name(title))
        if known is None:
            known = table[same_name(title)] = self._ids.new(title, key)
            getattr(self.declared, GRADED[key]).append({"id": known, "title": text_in(str(title), language)})
        return known

    def _report_ambiguous(self, title: Title, found: Sequence[str], key: str, one: Named, left_out: list[str]) -> None:
        several = _several(found)
        one.draft.findings.append(Diagnostic(
            kinds.TITLE_AMBIGUOUS, Span(""),
            Phrase(f"“{title}”可能是 {several.zh}，没有写入 {key}", f"'{title}' may be {several.en}; left out of {key}"),
            Phrase("在文件里写上所指岗位的标识", "write the id of the position that is meant into the file")))  # fmt: skip
        left_out.append(f"{key}: {title}（{several.zh}）")


def _several(found: Sequence[str]) -> Phrase:
    """The ids of positions with the same title; of very many the first ones, and how many they are."""
    shown, more = found[:_MOST_NAMED], len(found) - _MOST_NAMED
    return Phrase(
        "、".join(shown) + (f" 等 {len(found)} 个" if more > 0 else ""),
        ", ".join(shown) + (f" and {more} more" if more > 0 else ""),
    )


def _names(title: Any, aliases: Iterable[Any]) -> list[str]:
    texts = [text for text in (title, *aliases) if text is not None]
    return [name for text in texts for name in text.languages.values()]
