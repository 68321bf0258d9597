"""The shares that duties have, of working time and of importance, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from posdoc.diagnostics import Diagnostic, Kind, Related
from posdoc.model import Duty, Organization, Percent, Position, plain
from posdoc.phrases import Phrase
from posdoc.rules._catch_all import is_catch_all
from posdoc.rules._duties import head_of, named, positions_with_duties

WHOLE = Decimal(100)
NOTHING = Decimal(0)
ShareField = Literal["time", "weight"]


class Wording(NamedTuple):
    """How one sort of share is spoken of."""

    field: ShareField
    noun: Phrase
    total: str
    """The English sentence that gives the total."""


TIME = Wording("time", Phrase("时间", "share of time"), "the time of all duties must add up to 100%; it is")
WEIGHT = Wording("weight", Phrase("权重", "weight"), "the weights of all duties must add up to 100%; they make")


class Shares(NamedTuple):
    """The shares of one sort in a list of duties."""

    given: list[tuple[Duty, Percent]]
    missing: list[Duty]
    """Duties that state none."""
    is_unread: bool
    """Whether there is one that could not be read: the sum is not known then."""

    @property
    def low(self) -> Decimal:
        """The sum of the lower ends."""
        return sum((share.low for _, share in self.given), NOTHING)

    @property
    def high(self) -> Decimal:
        """The sum of the upper ends."""
        return sum((share.high for _, share in self.given), NOTHING)

    @property
    def make_whole(self) -> bool:
        """Whether the shares that are given can make 100 %."""
        return self.low <= WHOLE <= self.high


def share_of(duty: Duty, field: ShareField) -> Percent | None:
    """The share of time, or the weight, of a duty."""
    return duty.time if field == "time" else duty.weight


def shares_of(duties: tuple[Duty, ...], field: ShareField) -> Shares:
    """The shares of one sort, and which duties have none."""
    given, missing, is_unread = [], [], False
    for duty in duties:
        share = share_of(duty, field)
        if share is not None:
            given.append((duty, share))
        elif duty.states(field):
            is_unread = True
        else:
            missing.append(duty)
    return Shares(given, missing, is_unread)


def middle(share: Percent) -> Decimal:
    """The middle of a range; the share itself where it is none."""
    return (share.low + share.high) / 2


def check_total(organization: Organization, kind: Kind, wording: Wording) -> Iterator[Diagnostic]:
    """Each list of duties whose shares cannot make 100 %."""
    for position in positions_with_duties(organization):
        shares = shares_of(position.duties, wording.field)
        if shares.given and not shares.is_unread and not shares.make_whole:
            yield _wrong_total(position, shares, kind, wording)


def _wrong_total(position: Position, shares: Shares, kind: Kind, wording: Wording) -> Diagnostic:
    low, high = shares.low, shares.high
    total = f"{plain(low)}%" if low == high else f"{plain(low)}–{plain(high)}%"
    count = len(shares.missing)
    without_zh = f"；有 {count} 项未写{wording.noun.zh}" if count else ""
    without_en = f"; {count} of them {'has' if count == 1 else 'have'} none" if count else ""
    return Diagnostic(
        kind,
        position.key_at("duties"),
        Phrase(
            f"各项职责的{wording.noun.zh}应合计 100%，现为 {total}{without_zh}", f"{wording.total} {total}{without_en}"
        ),
        _way_to_whole(low, high),
        tuple(Related(duty.at(wording.field), Phrase(f"{share}", f"{share}")) for duty, share in shares.given),
    )


def _way_to_whole(low: Decimal, high: Decimal) -> Phrase:
    if high < WHOLE:
        gap = plain(WHOLE - high)
        return Phrase(f"还差 {gap}%", f"{gap}% more is needed")
    over = plain(low - WHOLE)
    return Phrase(f"多出 {over}%", f"{over}% too much")


def check_missing(organization: Organization, kind: Kind, wording: Wording) -> Iterator[Diagnostic]:
    """Each duty without a share in a list where others have one.

    A catch-all duty needs none where the others make 100 %.
    """
    for position in positions_with_duties(organization):
        shares = shares_of(position.duties, wording.field)
        if shares.given and shares.missing:
            for duty in shares.missing:
                if not (shares.make_whole and is_catch_all(duty)):
                    yield _missing(duty, shares.given[0][0], kind, wording)


def _missing(duty: Duty, other: Duty, kind: Kind, wording: Wording) -> Diagnostic:
    called, noun = named(duty), wording.noun
    return Diagnostic(
        kind,
        head_of(duty),
        Phrase(
            f"{called.zh}未写{noun.zh}，而其他职责写了", f"{called.en} has no {noun.en}, though other duties have one"
        ),
        Phrase(
            f"补写 {wording.field}，使各项合计 100%；或并入另一项职责",
            f"state its {wording.field} so that all make 100%, or merge it with another duty",
        ),
        (Related(other.at(wording.field), Phrase(f"这一项写了{noun.zh}", f"this one has a {noun.en}")),),
    )
