"""What dates mean on the day on which an organization is looked at; a date may be only a month or a year."""

from __future__ import annotations

from datetime import date

from posdoc.model.person import Post
from posdoc.model.values import PartialDate

Day = tuple[int, int, int]


def is_held(post: Post, as_of: date | None) -> bool:
    """Whether the post is certainly held on that day.

    A date that is only a month or a year leaves the day open: the post then is held for certain only outside of
    that month or year. Without a day to look at, nothing is certain of a post that somebody leaves.
    """
    if as_of is None:
        return post.until is None
    day = (as_of.year, as_of.month, as_of.day)
    begun = post.since is None or latest(post.since) <= day
    return begun and (post.until is None or earliest(post.until) >= day)


def earliest(when: PartialDate) -> Day:
    """The first day that a date may mean."""
    return when.year, when.month or 1, when.day or 1


def first_day(when: PartialDate) -> date:
    """The first day that a date may mean, as a day of the calendar."""
    return date(*earliest(when))


def latest(when: PartialDate) -> Day:
    """The last day that a date may mean; every month has 31 days here, which does not matter for comparing."""
    return when.year, when.month or 12, when.day or 31


def is_past(when: PartialDate, as_of: date | None) -> bool:
    """Whether a date may lie before that day; so without a day to look at."""
    return as_of is None or earliest(when) < (as_of.year, as_of.month, as_of.day)
