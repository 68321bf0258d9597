"""Which entry of an old list is which of a new one, and which of them passed others."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

LEAST = 0.5
"""How like two entries have to be, from 0 to 1, to count as one that was changed."""
_BLANK = re.compile(r"\s+")


class Known(NamedTuple):
    """What an entry is known by: all that it says, what names it (empty for nothing), and its text for likeness."""

    whole: Hashable
    name: Hashable
    text: str


def aligned(old: Sequence[Known], new: Sequence[Known]) -> list[tuple[int, int]]:
    """Places of what is the same entry, in the order of the new list: equal ones, then those of one name, then like ones."""
    pairs: dict[int, int] = {}
    free_old, free_new = dict(enumerate(old)), dict(enumerate(new))

    def take(before: int, after: int) -> None:
        pairs[after] = before
        del free_old[before], free_new[after]

    _pair_equal(free_old, free_new, lambda known: known.whole, take)
    _pair_named(free_old, free_new, take)
    _pair_like(free_old, free_new, take)
    return [(pairs[after], after) for after in sorted(pairs)]


Take = Callable[[int, int], None]


def _pair_equal(old: dict[int, Known], new: dict[int, Known], key: Callable[[Known], Hashable], take: Take) -> None:
    """Pair what is equal, the nth with the nth."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for place, known in old.items():
        places[key(known)].append(place)
    for place, known in list(new.items()):
        if places.get(key(known)):
            take(places[key(known)].pop(0), place)


def _pair_named(old: dict[int, Known], new: dict[int, Known], take: Take) -> None:
    """Pair what has one name, where only one entry on each side has it."""
    before = Counter(known.name for known in old.values())
    after = Counter(known.name for known in new.values())
    places = {known.name: place for place, known in old.items() if known.name and before[known.name] == 1}
    for place, known in list(new.items()):
        if known.name in places and after[known.name] == 1:
            take(places[known.name], place)


def _pair_like(old: dict[int, Known], new: dict[int, Known], take: Take) -> None:
    """Pair the likest first; of equally like ones those that stand nearest to one another."""
    grams = {id(known): grams_of(known.text) for known in (*old.values(), *new.values())}
    scored = [
        (-score, abs(before - after), before, after)
        for before, was in old.items()
        for after, is_ in new.items()
        if (score := likeness(grams[id(was)], grams[id(is_)])) >= LEAST
    ]
    for _, _, before, after in sorted(scored):
        if before in old and after in new:
            take(before, after)


def grams_of(text: str) -> Counter[str]:
    """The pairs of neighbouring characters in a text, without its white space."""
    plain = _BLANK.sub("", text)
    return Counter(map("".join, zip(plain, plain[1:], strict=False))) if len(plain) > 1 else Counter([plain])


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """How much of two texts is the same, from 0 to 1: Dice's coefficient of their pairs of characters."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def passing(places: Sequence[int]) -> set[int]:
    """Which of the old places, given in the new order, have passed others: all but a longest run that still ascends."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for number, place in enumerate(places):
        length = bisect_left(tails, place)
        before.append(at[length - 1] if length else -1)
        tails[length:] = [place, *tails[length + 1 :]]
        at[length:] = [number, *at[length + 1 :]]
    staying: set[int] = set()
    number = at[-1] if at else -1
    while number >= 0:
        staying.add(places[number])
        number = before[number]
    return set(places) - staying
