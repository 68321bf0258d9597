"""How things stand with the review of each position: current, suspect because of what has changed since, or never made."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final, NamedTuple

from posdoc.diagnostics import Span
from posdoc.model import (
    Approval,
    Document,
    DocumentStatus,
    Organization,
    Position,
    PositionStatus,
    ReviewStamp,
    Unit,
    kept,
)
from posdoc.phrases import Phrase
from posdoc.reviews.content import Content, digest_of
from posdoc.reviews.coverage import ROLES, SELF, coverage_of, key_of


class How(Enum):
    """What has happened since a review to something that it covers, or does not."""

    CHANGED = Phrase("{}", "{}")
    NEW = Phrase("新增的{}", "{} (new)")
    GONE = Phrase("原来的{}", "{} (no longer)")


class Change(NamedTuple):
    """Something that a review covers, by its key, and what has happened to it since."""

    key: str
    how: How = How.CHANGED

    @property
    def role(self) -> str:
        """In what role it is covered."""
        return self.key.partition("/")[0]

    @property
    def identity(self) -> str:
        """Its id; a language for a translation, empty for the position itself."""
        return self.key.partition("/")[2]

    def told(self, name: str = "") -> Phrase:
        """What has changed, in words; ``name`` in place of the id."""
        role, shown = ROLES.get(self.role, Phrase(self.role, self.role)), name or self.identity
        zh = f"{role.zh} {shown}" if shown else role.zh
        en = f"{role.en} {shown if name else repr(shown)}" if shown else role.en
        return Phrase(self.how.value.zh.format(zh), self.how.value.en.format(en))


class Standing(NamedTuple):
    """How things stand with one position."""

    position: Position
    stamp: ReviewStamp | None
    """What is kept of it in ``reviews.yaml``; None where it has never been reviewed."""
    changes: tuple[Change, ...] = ()
    """What has changed since the review."""

    @property
    def is_suspect(self) -> bool:
        """Whether anything that its review covers has changed."""
        return bool(self.changes)


def told(changes: tuple[Change, ...]) -> Phrase:
    """Changes in a row."""
    phrases = [change.told() for change in changes]
    return Phrase("、".join(phrase.zh for phrase in phrases), ", ".join(phrase.en for phrase in phrases))


def made_when(stamp: ReviewStamp) -> Phrase:
    """When a review was made, and by whom, as far as that is known."""
    day, by = str(stamp.date or ""), stamp.by or ""
    zh = f"{day}（{by}）" if day and by else day or by
    en = (f" of {day}" if day else "") + (f" by {by}" if by else "")
    return Phrase(f"{zh} " if zh and not by else zh, en)


@kept
def new_ids(organization: Organization) -> Mapping[str, str]:
    """The present id of each position and unit by those that it had before, where no other has taken them."""
    named: tuple[Position | Unit, ...] = (*organization.positions, *organization.units)
    taken = organization.by_id.keys() | organization.units_by_id.keys()
    return {str(old): one.id for one in named for old in one.former_ids if old not in taken}


@kept
def stamps(organization: Organization) -> Mapping[str, ReviewStamp]:
    """What ``reviews.yaml`` keeps, by the present ids of the positions; what it keeps of none that there is is left out."""
    reviews = organization.reviews
    written = {str(name): stamp for name, stamp in (reviews.positions or {}).items()} if reviews else {}
    renamed = {new_ids(organization).get(name, name): stamp for name, stamp in written.items()}
    return {name: stamp for name, stamp in {**renamed, **written}.items() if name in organization.by_id}


@kept
def standings(organization: Organization) -> Mapping[str, Standing]:
    """How things stand with each position that is not abolished, by its id."""
    return {
        position.id: _standing(organization, position)
        for position in organization.positions
        if position.status is not PositionStatus.ABOLISHED
    }


def _standing(organization: Organization, position: Position) -> Standing:
    stamp = stamps(organization).get(position.id)
    if stamp is None or not stamp.of:
        return Standing(position, None)
    now = coverage_of(organization).of(position)
    then = {_renamed(organization, str(key)): digest for key, digest in stamp.of.items()}
    changes = [Change(key, _how(key, then, now)) for key in {**then, **now} if then.get(key) != now.get(key)]
    return Standing(position, stamp, tuple(sorted(changes, key=_place)))


def _how(key: str, then: Mapping[str, str], now: Mapping[str, str]) -> How:
    return How.CHANGED if key in then and key in now else How.NEW if key in now else How.GONE


_PLACES: Final = {role: place for place, role in enumerate(ROLES)}


def _place(change: Change) -> tuple[int, str]:
    return _PLACES.get(change.role, len(_PLACES)), change.identity


def _renamed(organization: Organization, key: str) -> str:
    role, _, identity = key.partition("/")
    return key_of(role, new_ids(organization).get(identity, identity)) if identity else key


def span_of(organization: Organization, change: Change, position: Position) -> Span | None:
    """Where what has changed is defined: its title, or its beginning; None where it is the position or is not there."""
    found = coverage_of(organization).thing(change.role, change.identity) if change.role in ROLES else None
    if found is None or change.role in (SELF, "translation") or found is position:
        return None
    place = found.at("name" if change.role == "kpi" else "title")
    return place if place.path else None


# --- approval -------------------------------------------------------------------------------------------------------


def approved_digest(organization: Organization, position: Position) -> str:
    """The digest of what a definition says in all its languages, with all that it takes over, whatever its version."""
    return digest_of(Content(organization, whole=True).of(position))


@kept
def changed_since_approval(organization: Organization) -> tuple[tuple[Position, Approval], ...]:
    """The approved positions that say something else than what was approved as their present version."""
    found = []
    for identity, stamp in stamps(organization).items():
        position, approval = organization.by_id[identity], stamp.approved
        document = position.document or Document()
        is_approved = document.status is DocumentStatus.APPROVED and position.status is not PositionStatus.ABOLISHED
        if approval is None or not is_approved or document.version != approval.version:
            continue
        if approval.digest and approved_digest(organization, position) != approval.digest:
            found.append((position, approval))
    return tuple(found)
