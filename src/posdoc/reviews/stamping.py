"""Making stamps: of reviews and of approvals. Each function returns new stamps and changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from posdoc.model import Approval, Organization, PartialDate, Position, Reviews, ReviewStamp, Text
from posdoc.reviews.content import texts_in
from posdoc.reviews.coverage import coverage_of
from posdoc.reviews.standing import approved_digest, stamps
from posdoc.reviews.translations import all_pairs, pairs_of, sources_in, texts_of


class Signature(NamedTuple):
    """Who reviewed, and when."""

    by: str
    day: PartialDate


def reviews_of(organization: Organization) -> Reviews:
    """The stamps that there are."""
    return organization.reviews or Reviews()


def review(organization: Organization, positions: Iterable[Position], signature: Signature) -> Reviews:
    """The stamps with a review of each of these positions, and with the translations that it covers confirmed."""
    reviews, texts = reviews_of(organization), list[Text]()
    stamped = dict(reviews.positions or {})
    for position in positions:
        known = stamps(organization).get(position.id)
        stamped[position.id] = ReviewStamp(
            by=signature.by or None,
            date=signature.day,
            of=coverage_of(organization).of(position),
            approved=known.approved if known is not None else None,
        )
        texts += texts_of(organization, position)
    return confirm_texts(Reviews(positions=stamped, translations=reviews.translations), organization, texts)


def confirm_rest(reviews: Reviews, organization: Organization) -> Reviews:
    """The stamps with the translations of units and settings confirmed, which no position covers."""
    owners = (organization.workspace, *organization.units)
    return confirm_texts(reviews, organization, [text for owner in owners for text in texts_in(owner)])


def confirm_texts(reviews: Reviews, organization: Organization, texts: Iterable[Text]) -> Reviews:
    """The stamps with the translations of texts confirmed. A source that is nowhere translated so any more is forgotten."""
    alive = {(pair.language, pair.translation, pair.source) for pair in all_pairs(organization)}
    found = {language: dict(entries) for language, entries in sources_in(reviews).items()}
    for pair in set(pairs_of(texts, organization.languages)):
        entries = found.setdefault(pair.language, {})
        kept = [one for one in entries.get(pair.translation, ()) if (pair.language, pair.translation, one) in alive]
        entries[pair.translation] = tuple(sorted({*kept, pair.source}))
    joined = {language: {key: " ".join(value) for key, value in entries.items()} for language, entries in found.items()}
    return Reviews(positions=reviews.positions, translations=joined)


def approve(reviews: Reviews, organization: Organization, position: Position, version: str) -> Reviews:
    """The stamps with the approval of a position: what it says now is what this version of it says.

    Version, dates, status and signers do not count, so that it makes no difference whether they are written before.
    """
    stamped = dict(reviews.positions or {})
    known = stamped.get(position.id) or stamps(organization).get(position.id) or ReviewStamp()
    approval = Approval(version=version, digest=approved_digest(organization, position))
    stamped[position.id] = ReviewStamp(by=known.by, date=known.date, of=known.of, approved=approval)
    return Reviews(positions=stamped, translations=reviews.translations)


def tidied(reviews: Reviews, organization: Organization) -> Reviews:
    """The stamps under the present ids of positions, without those of positions and texts that are no more.

    Only for an organization that could be read whole: what could not be read is taken for gone.
    """
    stamped = {**stamps(organization), **(reviews.positions or {})}
    alive = {(pair.language, pair.translation) for pair in all_pairs(organization)}
    return Reviews(
        positions={name: stamp for name, stamp in stamped.items() if name in organization.by_id},
        translations={
            language: {key: value for key, value in entries.items() if (language, key) in alive}
            for language, entries in (reviews.translations or {}).items()
        },
    )
