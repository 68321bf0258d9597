"""What the review of a position covers: itself and what it depends on, each with the digest of what matters of it.

Of other positions only those fields count whose change can make the job description wrong. Who holds a position never
counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from posdoc.model import (
    Kpi,
    Organization,
    OutsidePosition,
    Party,
    Position,
    PositionStatus,
    Record,
    Text,
    Unit,
    kept,
)
from posdoc.phrases import Phrase
from posdoc.reviews.content import Content, digest_of, digest_of_text, flat, in_any_order

SELF: Final = "self"
ROLES: Final[Mapping[str, Phrase]] = {
    SELF: Phrase("岗位本身", "the position itself"),
    "translation": Phrase("译文", "the translation"),
    "based_on": Phrase("所沿用的岗位", "the position it is based on"),
    "unit": Phrase("部门", "the unit"),
    "superior": Phrase("上级", "the superior"),
    "kpi": Phrase("共享指标", "the shared indicator"),
    "supplier": Phrase("数据提供方", "the supplier of figures"),
    "monitor": Phrase("考核人", "the assessor"),
    "step": Phrase("晋升岗位", "the step of promotion"),
}
"""What a review covers, in the order in which it is told. A key of a stamp is one of these, ``/`` and an id."""


def key_of(role: str, identity: str) -> str:
    """The key of a stamp for something in a role."""
    return f"{role}/{identity}"


@kept
def coverage_of(organization: Organization) -> Coverage:
    """What reviews cover in an organization."""
    return Coverage(organization)


class Coverage:
    """Works out digests, each once however many positions ask for it."""

    def __init__(self, organization: Organization) -> None:
        self.organization = organization
        self.content = Content(organization)
        self._digests: dict[str, str] = {}
        self._texts: dict[str, list[Text]] = {}

    def of(self, position: Position) -> dict[str, str]:
        """The digest of everything that the review of a position covers, by key.

        Of an assessor only the title counts, as it does in every other role that it may have.
        """
        found = {SELF: self.own(position), **self.translations(position)}
        things = dict.fromkeys(self.things(position))
        more_of = {identity for role, identity in things if role not in ("monitor", "kpi")}
        for role, identity in things:
            digest = "" if role == "monitor" and identity in more_of else self.digest(role, identity)
            if digest:
                found[key_of(role, identity)] = digest
        return found

    def things(self, position: Position) -> Iterator[tuple[str, str]]:
        """What a position depends on: the role and the id of each."""
        yield "unit", position.unit
        yield from (("based_on", base) for base in _stated(position.based_on))
        yield from (("superior", one) for one in (*_stated(position.reports_to), *position.co_managed_by))
        for kpi in self.kpis(kpi for sheet in position.kpi_sets for kpi in sheet.kpis):
            yield from (("kpi", shared) for shared in _stated(kpi.use))
            yield from (("supplier", one) for one in _stated(kpi.supplied_by))
            yield from (("monitor", one) for one in _stated(kpi.monitor))
        yield from (("step", one) for path in position.promotes_to for one in path)

    def kpis(self, kpis: Iterable[Kpi]) -> Iterator[Kpi]:
        """Indicators and the parts of them, each with what it takes over from a shared one."""
        queue, seen = list(kpis), set[int]()
        for kpi in queue:
            if id(kpi) in seen:
                continue
            seen.add(id(kpi))
            shared = self.organization.shared_kpis.get(kpi.use or "")
            full = kpi if shared is None else Kpi.build({**shared.__dict__, **kpi.__dict__})
            yield full
            queue += full.parts

    def own(self, position: Position) -> str:
        """The digest of what a position says in the first language, inherited values included."""
        return self.digest("based_on", position.id)

    def digest(self, role: str, identity: str) -> str:
        """The digest of what matters of something in a role; nothing where there is none of that id."""
        key = key_of(role, identity)
        if key not in self._digests:
            content = self.matter(role, identity)
            self._digests[key] = digest_of(content) if content is not None else ""
        return self._digests[key]

    def matter(self, role: str, identity: str) -> Any:
        """What matters of something in a role; None where there is none of that id."""
        found = self.thing(role, identity)
        if found is None:
            return None
        if role == "based_on":
            whole = Content(self.organization)
            content = whole.of(found)
            self._texts[identity] = whole.texts
            return content
        if role == "kpi":
            return {name: part for name, part in self.content.record(found).items() if name not in ("id", "weight")}
        return _PARTS.get(role, _title)(self.content, found)

    def thing(self, role: str, identity: str) -> Record | None:
        """What an id names in a role."""
        organization = self.organization
        if role == "unit":
            return organization.units_by_id.get(identity)
        if role == "kpi":
            return organization.shared_kpis.get(identity)
        tables: list[Mapping[str, Position | OutsidePosition | Unit | Party]] = [organization.by_id]
        if role != "based_on":
            tables.append(organization.outside_by_id)
        if role == "supplier":
            tables += [organization.units_by_id, organization.parties_by_id]
        return next((table[identity] for table in tables if identity in table), None)

    def texts(self, position: Position) -> list[Text]:
        """Every text that a position says, inherited ones included."""
        self.own(position)
        return self._texts[position.id]

    def translations(self, position: Position) -> dict[str, str]:
        """The digest of all texts of a position in each further language that any of them has."""
        by_language: dict[str, list[str]] = {}
        others = self.organization.languages[1:]
        for text in self.texts(position):
            for language in others:
                if language in text.languages:
                    by_language.setdefault(language, []).append(flat(text.languages[language]))
        return {
            key_of("translation", tag): digest_of_text("\n".join(sorted(by_language[tag])))
            for tag in others
            if tag in by_language
        }


def _stated(identity: str | None) -> tuple[str, ...]:
    return (str(identity),) if identity is not None else ()


def _title(content: Content, found: Record) -> dict[str, Any]:
    """What it is called, and whether it is still there."""
    is_gone = isinstance(found, Position) and found.status is PositionStatus.ABOLISHED
    return {**content.parts(found, "title"), **({"status": PositionStatus.ABOLISHED.value} if is_gone else {})}


def _superior(content: Content, found: Record) -> dict[str, Any]:
    """What it is there for, how work is divided between it and those below it, and what it may decide."""
    if not isinstance(found, Position):
        return _title(content, found)
    duties = in_any_order(content.parts(duty, "area", "text", "responsibility") for duty in found.duties)
    return {**_title(content, found), **content.parts(found, "purpose", "overview", "authority"), "duties": duties}


def _supplier(content: Content, found: Record) -> dict[str, Any]:
    """What it is called, and the records that it keeps, for figures are taken from them."""
    return {**_title(content, found), **(content.parts(found, "records") if isinstance(found, Position) else {})}


def _step(content: Content, found: Record) -> dict[str, Any]:
    """How high it is, and what it asks of whoever is promoted to it."""
    return {**_title(content, found), **content.parts(found, "grade", "qualifications")}


_PARTS: Final = {"superior": _superior, "supplier": _supplier, "step": _step}
