"""What references may name, and those that name nothing: looked up once for all rules that ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple
from unicodedata import normalize

from posdoc.model import (
    END,
    Flow,
    Organization,
    OutsidePosition,
    Party,
    Position,
    Record,
    Ref,
    Reference,
    Text,
    Unit,
    kept,
    references,
)
from posdoc.model.field_names import position_field_names
from posdoc.phrases import Phrase

WORDS = {
    "position": Phrase("岗位", "position"),
    "outside": Phrase("岗位", "position"),
    "unit": Phrase("部门", "unit"),
    "party": Phrase("单位", "party"),
    "family": Phrase("岗位序列", "job family"),
    "grade": Phrase("职等", "grade"),
    "level": Phrase("层级", "level"),
    "kpi": Phrase("共享指标", "shared indicator"),
    "duty": Phrase("职责", "duty"),
    "step": Phrase("步骤", "step"),
    "field": Phrase("字段", "field"),
}
"""What a reference may name, in words."""
LOCAL_KINDS = frozenset({"duty", "step"})
"""What is named within one definition only."""


class Name(NamedTuple):
    """A name that people use for something in place of its id."""

    kind: str
    id: str
    written: Text | Ref
    """Where the name stands: a title, an alias, or a former id (a :class:`Ref`)."""


class Dangling(NamedTuple):
    """A reference that names nothing that may stand there, and what it may be about all the same."""

    reference: Reference
    meant: tuple[Name, ...]
    """What may stand there and goes by this name; each thing once."""
    other: Name | None
    """Something that may not stand there and has this id or name."""


class Ids:
    """The ids that there are, by what they name."""

    def __init__(self, organization: Organization) -> None:
        workspace = organization.workspace
        self._organization = organization
        self.tables: dict[str, frozenset[str]] = {
            "unit": frozenset(organization.units_by_id),
            "party": frozenset(organization.parties_by_id),
            "outside": frozenset(organization.outside_by_id),
            "position": frozenset(organization.by_id),
            "family": frozenset(str(entry.id) for entry in workspace.families),
            "grade": frozenset(str(entry.id) for entry in workspace.grades),
            "level": frozenset(str(entry.id) for entry in workspace.levels),
            "kpi": frozenset(organization.shared_kpis),
            "field": position_field_names(),
        }

    def of(self, kind: str, reference: Reference) -> frozenset[str]:
        """The ids that a reference of this kind may name where it stands."""
        if kind == "step":
            flow = next(holder for holder in reference.holders if isinstance(holder, Flow))
            return frozenset({str(step.id) for step in flow.steps if step.id} | {END})
        if kind == "duty":
            holder = reference.holders[0]
            return frozenset(str(d.id) for d in holder.duties if d.id) if isinstance(holder, Position) else frozenset()
        return self.tables[kind]

    def fitting(self, reference: Reference) -> frozenset[str]:
        """Every id that may stand in place of a reference."""
        return frozenset().union(*(self.of(kind, reference) for kind in reference.field.refers_to))

    def missing(self, found: Iterable[Reference]) -> Iterator[Reference]:
        """Those that name nothing that may stand there. There are many references: this is a narrow place."""
        everywhere: dict[tuple[str, ...], frozenset[str]] = {}
        for reference in found:
            kinds = reference.field.refers_to
            known = everywhere.get(kinds)
            if known is None:
                known = everywhere[kinds] = frozenset().union(*(self.tables.get(kind, ()) for kind in kinds))
            if reference.target not in known and (
                LOCAL_KINDS.isdisjoint(kinds) or reference.target not in self.fitting(reference)
            ):
                yield reference

    @cached_property
    def named(self) -> dict[str, list[Name]]:
        """Whatever goes by a name, by the name; a title may belong to a unit as well as to a party."""
        found: dict[str, list[Name]] = defaultdict(list)
        for name in _names(self._organization):
            written = name.written
            for word in (written,) if isinstance(written, Ref) else written.languages.values():
                found[_folded(word)].append(name)
        return dict(found)

    def dangling(self, reference: Reference) -> Dangling:
        """What may be meant by a reference that does not exist."""
        target, kinds = str(reference.target), reference.field.refers_to
        names = self.named.get(_folded(target), [])
        local = _local_names(reference) if not LOCAL_KINDS.isdisjoint(kinds) else ()
        meant = {(name.kind, name.id): name for name in (*names, *local) if name.kind in kinds}
        by_id = next((kind for kind, table in self.tables.items() if target in table), None)
        if by_id is not None:
            return Dangling(reference, tuple(meant.values()), Name(by_id, target, reference.target))
        return Dangling(
            reference, tuple(meant.values()), next((name for name in names if name.kind not in kinds), None)
        )


class LookedUp(NamedTuple):
    """All references of an organization, looked up."""

    ids: Ids
    dangling: tuple[Dangling, ...]


@kept
def looked_up(organization: Organization) -> LookedUp:
    """Every reference that names nothing that may stand there."""
    ids = Ids(organization)
    found = (reference for record in _documents(organization) for reference in references(record))
    return LookedUp(ids, tuple(map(ids.dangling, ids.missing(found))))


def words_for(kinds: Iterable[str]) -> Phrase:
    """What a reference may name, such as “position or unit”."""
    words = list(dict.fromkeys(WORDS[kind] for kind in kinds))
    return Phrase("、".join(word.zh for word in words), " or ".join(word.en for word in words))


def known_ids(candidates: frozenset[str]) -> Phrase:
    """The ids to choose from where they are few, else to look at the spelling."""
    if candidates and len(candidates) <= 12:
        known = sorted(candidates)
        return Phrase(f"可用的标识：{'、'.join(known)}", f"ids: {', '.join(known)}")
    return Phrase("检查标识的拼写", "check the spelling of the id")


def _documents(organization: Organization) -> Iterable[Record]:
    return (organization.workspace, *organization.units, *organization.positions, *organization.people)


def _folded(word: str) -> str:
    """A name as it is compared: full-width characters and capitals make no difference."""
    return normalize("NFKC", word).casefold()


def _names(organization: Organization) -> Iterator[Name]:
    workspace = organization.workspace
    entries: tuple[tuple[str, tuple[Position | Unit | OutsidePosition | Party, ...]], ...] = (
        ("position", organization.positions),
        ("unit", organization.units),
        ("outside", workspace.outside_positions),
        ("party", workspace.parties),
    )
    for kind, members in entries:
        for entry in members:
            for text in (*([entry.title] if entry.title else []), *entry.aliases):
                yield Name(kind, str(entry.id), text)
            for former in entry.former_ids if isinstance(entry, Position | Unit) else ():
                yield Name(kind, str(entry.id), former)
    for kind, grades in (("family", workspace.families), ("grade", workspace.grades), ("level", workspace.levels)):
        for grade in grades:
            if grade.title:
                yield Name(kind, str(grade.id), grade.title)
    for kpi in organization.shared_kpis.values():
        if kpi.name:
            yield Name("kpi", str(kpi.id), kpi.name)


def _local_names(reference: Reference) -> Iterator[Name]:
    """The duties or steps around a reference that have an id and are written as it says."""
    holder = reference.holders[0]
    folded = _folded(reference.target)
    if "duty" in reference.field.refers_to and isinstance(holder, Position):
        kind, found = "duty", [(duty.id, text) for duty in holder.duties for text in (duty.area, duty.text)]
    else:
        flow = next((holder for holder in reference.holders if isinstance(holder, Flow)), Flow())
        kind, found = "step", [(step.id, step.text) for step in flow.steps]
    for own_id, text in found:
        if own_id and text and folded in map(_folded, text.languages.values()):
            yield Name(kind, str(own_id), text)
