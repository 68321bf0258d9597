"""Numbers of heads that may be ranges, or known only to be at least so many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from posdoc.diagnostics import Related
from posdoc.model import HeadCount, Organization, Person, Position, Unit, kept
from posdoc.model.days import is_held
from posdoc.phrases import Phrase
from posdoc.rules._own_place import own_place

MOST_PARTS = 10
"""How many of the places that make a sum are shown."""


@dataclass(frozen=True, slots=True)
class Heads:
    """At least ``low`` heads and at most ``high``; None where nothing says how many there may be."""

    low: int
    high: int | None
    parts: tuple[Position | Unit, ...] = ()
    """The first of those whose headcounts it is made of."""

    def exceeds(self, other: Heads) -> bool:
        """Whether there are more than the other allows, whatever the true numbers are."""
        return other.high is not None and self.low > other.high

    def differs(self, other: Heads) -> bool:
        """Whether the two cannot be the same number."""
        return self.exceeds(other) or other.exceeds(self)

    def narrowed(self, other: Heads) -> Heads:
        """What both say of one number of heads; itself where they contradict each other."""
        if self.differs(other):
            return self
        highs = [high for high in (self.high, other.high) if high is not None]
        low, high = max(self.low, other.low), min(highs, default=None)
        return self if (low, high) == (self.low, self.high) else Heads(low, high, other.parts)

    def said(self) -> Phrase:
        """The number in words."""
        if self.high is None:
            return Phrase(f"至少 {self.low}", f"at least {self.low}")
        text = str(self.low) if self.low == self.high else f"{self.low}-{self.high}"
        return Phrase(f" {text}", text)


NO_HEADS = Heads(0, 0)
ANY_HEADS = Heads(0, None)


def heads_of(count: HeadCount | None) -> Heads:
    """What a head count says; any number where it is words, or is not there."""
    return ANY_HEADS if count is None or count.low is None else Heads(count.low, count.high)


def heads_in(position: Position) -> Heads:
    """The heads of a position, which is their one part if it says anything of them."""
    heads = heads_of(position.headcount)
    return heads if position.headcount is None else Heads(heads.low, heads.high, (position,))


def total(parts: Iterable[Heads]) -> Heads:
    """The sum; it has no upper end where one part has none."""
    low, high = 0, 0
    is_open = False
    found: list[Position | Unit] = []
    for part in parts:
        low += part.low
        high += part.high or 0
        is_open = is_open or part.high is None
        if len(found) < MOST_PARTS:
            found += part.parts
    return Heads(low, None if is_open else high, tuple(found[:MOST_PARTS]))


def shown(parts: Iterable[Position | Unit]) -> tuple[Related, ...]:
    """The places of the headcounts that a number is made of."""
    return tuple(
        Related(
            own_place(part, "headcount") if isinstance(part, Position) else part.at("headcount"),
            Phrase(f"{part.id}：{part.headcount}", f"{part.id}: {part.headcount}"),
        )
        for part in parts
    )


@kept
def with_posts_held(organization: Organization) -> Organization:
    """The same people with only those posts that are certainly held, and not only acted in, on the day looked at."""
    people = tuple(_with_posts_held(person, organization) for person in organization.people)
    return Organization(organization.workspace, organization.positions, organization.units, people)


def _with_posts_held(person: Person, organization: Organization) -> Person:
    posts = tuple(post for post in person.posts if not post.acting and is_held(post, organization.as_of))
    if len(posts) == len(person.posts):
        return person
    return Person.build({"name": person.name, "number": person.number, "posts": posts}, person.origins)
